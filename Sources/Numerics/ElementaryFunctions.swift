import Foundation

/// Foundation's elementary functions under names that inlinable code can use, and the few combinations that several layers share.

/// Natural logarithm.
@inlinable public func ln(_ x: Double) -> Double { log(x) }
/// e^x.
@inlinable public func exponential(_ x: Double) -> Double { exp(x) }

/// Bose–Einstein occupation 1/(e^x - 1) for x > 0, without loss of digits at small x and zero where e^x overflows.
@inlinable public func boseEinstein(_ x: Double) -> Double { 1 / expm1(x) }

/// Fermi–Dirac occupation 1/(e^x + 1) for any x.
@inlinable public func fermiDirac(_ x: Double) -> Double { x > 0 ? exp(-x) / (1 + exp(-x)) : 1 / (exp(x) + 1) }

/// `count` values from `low` to `high`, ends exactly included, evenly spaced in the logarithm; both ends above zero.
public func logarithmicGrid(from low: Double, to high: Double, count: Int) -> [Double] {
  guard count > 1 else { return [low] }
  let step = log(high / low) / Double(count - 1)
  return (0..<count).map { $0 == 0 ? low : $0 == count - 1 ? high : low * exp(Double($0) * step) }
}
