import Foundation
import Numerics

/// Limits on the mean of a signal from one counting experiment, without toys.
public enum CountingMethod: String, Sendable, CaseIterable {
  /// CDF(n; s + b)/CDF(n; b) = 1 - cl (Read, J. Phys. G28, 2693): never excludes a signal without sensitivity; equals the flat-prior Bayesian limit.
  case cls
  /// CDF(n; s + b) = 1 - cl: exact coverage, zero where the background alone already fails.
  case classical
  /// Unified interval by likelihood-ratio ordering (Feldman & Cousins, physics/9711021), raw construction without monotonising in b.
  case feldmanCousins = "feldman-cousins"
}

/// The interval of signal means that an observation allows.
public struct SignalInterval: Sendable, Hashable {
  public let lower: Double
  public let upper: Double
}

/// Why a counting limit cannot be computed: names the argument, the value and what is allowed.
public struct StatisticsError: Error, Hashable, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}

extension CountingMethod {
  /// The interval of the signal mean at confidence level `cl` for `observed` events on `background` +- `backgroundError`.
  ///
  /// - Throws: ``StatisticsError`` when an argument is out of range (`feldmanCousins` takes no background error and at most 1000 events),
  ///   ``NumericsError`` when a root is not found.
  public func interval(observed: Int, background: Double, backgroundError: Double = 0, cl: Double) throws -> SignalInterval {
    guard observed >= 0 else { throw StatisticsError("observed \(observed) is out of range; allowed: 0 and above") }
    guard background.isFinite, background >= 0 else { throw StatisticsError("background \(background) is out of range; allowed: finite, 0 and above") }
    guard backgroundError.isFinite, backgroundError >= 0 else {
      throw StatisticsError("background error \(backgroundError) is out of range; allowed: finite, 0 and above")
    }
    guard cl > 0, cl < 1 else { throw StatisticsError("confidence level \(cl) is out of range; allowed: between 0 and 1, ends excluded") }
    let prior = BackgroundPrior(background, error: backgroundError)
    switch self {
    case .classical:
      guard prior.cumulative(observed, signal: 0) > 1 - cl else { return SignalInterval(lower: 0, upper: 0) }
      return SignalInterval(lower: 0, upper: try upperLimit(observed, prior, target: 1 - cl))
    case .cls:
      return SignalInterval(lower: 0, upper: try upperLimit(observed, prior, target: (1 - cl) * prior.cumulative(observed, signal: 0)))
    case .feldmanCousins:
      guard backgroundError == 0 else { throw StatisticsError("feldman-cousins takes no background error; found \(backgroundError)") }
      return try FeldmanCousins(background: background, cl: cl).interval(observed: observed)
    }
  }

  private func upperLimit(_ observed: Int, _ prior: BackgroundPrior, target: Double) throws -> Double {
    var high = 10 + 2 * Double(observed)
    while prior.cumulative(observed, signal: high) > target { high *= 2 }
    return try RootFinding.brent("upper limit on the signal", in: 0, high, relative: 0, absolute: 1e-12 * high) {
      prior.cumulative(observed, signal: $0) - target
    }
  }
}

/// The unified construction for one background.
struct FeldmanCousins {
  let background: Double
  let cl: Double

  /// Largest number of events for which the construction is done.
  static let maximumObserved = 1000

  /// The likelihood ratio P(n; s + b)/P(n; best s + b) by which outcomes are ordered.
  private func rank(_ n: Int, _ signal: Double) -> Double {
    let best = max(background, Double(n))
    let mean = signal + background
    guard mean > 0 else { return n == 0 ? 1 : 0 }
    let logRatio = n == 0 ? best - mean : Double(n) * log(mean / best) - mean + best
    return exp(logRatio)
  }

  /// Whether `observed` lies in the acceptance interval of `signal`.
  func accepts(_ observed: Int, signal: Double) -> Bool {
    let mean = signal + background
    // Outcomes ranked above the observed one, from the acceptance region's mode outwards: the observed one is accepted while their sum stays below cl.
    let reference = rank(observed, signal)
    let last = Int(max(mean, Double(observed)) + 12 * max(mean, 1).squareRoot() + 30)
    var before = 0.0
    for n in 0...last where n != observed && rank(n, signal) > reference { before += Poisson.probability(n, mean: mean) }
    return before < cl
  }

  func interval(observed: Int) throws -> SignalInterval {
    guard observed <= Self.maximumObserved else {
      throw StatisticsError("observed \(observed) is out of range for feldman-cousins; allowed: 0 to \(Self.maximumObserved)")
    }
    // The acceptance flips in steps as outcomes change rank, so the ends are searched on a grid and then bisected; a gap inside the interval is filled, as usual.
    let top = Double(observed) + 8 * Double(observed + 1).squareRoot() + 12
    let step = 0.005
    let count = Int(top / step)
    guard let first = (0...count).first(where: { accepts(observed, signal: Double($0) * step) }),
      let last = (0...count).last(where: { accepts(observed, signal: Double($0) * step) })
    else { return SignalInterval(lower: 0, upper: 0) }
    let lower = first == 0 ? 0 : bisect(observed, rejected: Double(first - 1) * step, accepted: Double(first) * step)
    let upper = bisect(observed, rejected: Double(last + 1) * step, accepted: Double(last) * step)
    return SignalInterval(lower: lower, upper: upper)
  }

  private func bisect(_ observed: Int, rejected: Double, accepted: Double) -> Double {
    var (out, inside) = (rejected, accepted)
    for _ in 0..<40 {
      let middle = 0.5 * (out + inside)
      if accepts(observed, signal: middle) { inside = middle } else { out = middle }
    }
    return inside
  }
}
