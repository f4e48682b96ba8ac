import Foundation

/// A complex number in double precision: just the arithmetic that amplitudes need.
public struct Complex: Sendable, Hashable {
  public var real: Double
  public var imaginary: Double

  @inlinable public init(_ real: Double, _ imaginary: Double = 0) {
    self.real = real
    self.imaginary = imaginary
  }

  /// `magnitude` e^{i `phase`}, phase in radians.
  public static func polar(_ magnitude: Double, phase: Double) -> Complex { Complex(magnitude * cos(phase), magnitude * sin(phase)) }

  public static let zero = Complex(0, 0)
  public static let i = Complex(0, 1)

  /// |z|^2.
  @inlinable public var squaredMagnitude: Double { real * real + imaginary * imaginary }
  @inlinable public var conjugate: Complex { Complex(real, -imaginary) }
  /// 1/z.
  @inlinable public var reciprocal: Complex {
    let n = squaredMagnitude
    return Complex(real / n, -imaginary / n)
  }

  @inlinable public static func + (a: Complex, b: Complex) -> Complex { Complex(a.real + b.real, a.imaginary + b.imaginary) }
  @inlinable public static func - (a: Complex, b: Complex) -> Complex { Complex(a.real - b.real, a.imaginary - b.imaginary) }
  @inlinable public static func * (a: Complex, b: Complex) -> Complex {
    Complex(a.real * b.real - a.imaginary * b.imaginary, a.real * b.imaginary + a.imaginary * b.real)
  }
  @inlinable public static func * (a: Double, b: Complex) -> Complex { Complex(a * b.real, a * b.imaginary) }
  @inlinable public static func / (a: Complex, b: Complex) -> Complex { a * b.reciprocal }
  @inlinable public static func / (a: Double, b: Complex) -> Complex { a * b.reciprocal }
  @inlinable public static func += (a: inout Complex, b: Complex) { a = a + b }
  @inlinable public static func -= (a: inout Complex, b: Complex) { a = a - b }
}
