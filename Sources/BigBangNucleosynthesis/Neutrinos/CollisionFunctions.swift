/// The angular integrals of two-body collisions in an isotropic gas, for |M|^2 bilinear in products of four-momenta (Dolgov, Hansen, Semikoz, hep-ph/9703315).
///
/// With z_i = l p_i, the integral over all directions of momentum conservation times p_j p_k (vectors) is (4/pi) int dl/l^2 prod sin z_i, where each of j and k has
/// sin z replaced by p (cos z - sin z/z). Products of sines are sums of exponentials, so every integral is a signed sum over a = p1 +- p2 +- p3 +- p4 of powers of |a|:
/// int dl e^(i l a)/l^n = pi i^n sign(a)^n |a|^(n-1)/(n-1)!. The eight sign choices are the lanes of one vector.
struct CollisionFunctions {
  /// The lanes' signs of p2, p3, p4; that of p1 is +1.
  private static let s2 = SIMD8<Double>(1, 1, 1, 1, -1, -1, -1, -1)
  private static let s3 = SIMD8<Double>(1, 1, -1, -1, 1, 1, -1, -1)
  private static let s4 = SIMD8<Double>(1, -1, 1, -1, 1, -1, 1, -1)

  private let p: SIMD4<Double>
  private let s: (SIMD8<Double>, SIMD8<Double>, SIMD8<Double>)
  /// |a|, sign(a) |a|^2/2, |a|^3/6.
  private let b1: SIMD8<Double>
  private let b2: SIMD8<Double>
  private let b3: SIMD8<Double>

  @inline(__always)
  init(_ p1: Double, _ p2: Double, _ p3: Double, _ p4: Double) {
    p = SIMD4(p1, p2, p3, p4)
    s = (Self.s2, Self.s3, Self.s4)
    var a = SIMD8(repeating: p1)
    a += p2 * s.0
    a += p3 * s.1
    a += p4 * s.2
    b1 = a.replacing(with: -a, where: a .< 0)
    b2 = 0.5 * a * b1
    b3 = b1 * b1 * b1 / 6
  }

  /// No replacement: multiplies products of energies.
  @inline(__always)
  var none: Double { -0.25 * (s.0 * s.1 * s.2 * b1).sum() }

  /// j and k replaced, by their positions 1 to 4.
  @inline(__always)
  var d12: Double { pair(p[0], p[1], SIMD8(repeating: 1), s.0, s.1 * s.2) }
  @inline(__always)
  var d34: Double { pair(p[2], p[3], s.1, s.2, s.0) }
  @inline(__always)
  var d14: Double { pair(p[0], p[3], SIMD8(repeating: 1), s.2, s.0 * s.1) }
  @inline(__always)
  var d23: Double { pair(p[1], p[2], s.0, s.1, s.2) }
  @inline(__always)
  var d13: Double { pair(p[0], p[2], SIMD8(repeating: 1), s.1, s.0 * s.2) }
  @inline(__always)
  var d24: Double { pair(p[1], p[3], s.0, s.2, s.1) }

  @inline(__always)
  private func pair(_ pj: Double, _ pk: Double, _ sj: SIMD8<Double>, _ sk: SIMD8<Double>, _ others: SIMD8<Double>) -> Double {
    var terms: SIMD8<Double> = pj * sk
    terms += pk * sj
    terms *= b2
    terms -= (pj * pk) * b1
    terms -= sj * sk * b3
    return -0.25 * (others * terms).sum()
  }

  /// All four replaced.
  @inline(__always)
  var all: Double {
    let (p1, p2, p3, p4) = (p[0], p[1], p[2], p[3])
    var e1 = SIMD8(repeating: p2 * p3 * p4)
    e1 += (p1 * p3 * p4) * s.0
    e1 += (p1 * p2 * p4) * s.1
    e1 += (p1 * p2 * p3) * s.2
    let (s23, s24, s34) = (s.0 * s.1, s.0 * s.2, s.1 * s.2)
    var e2: SIMD8<Double> = (p3 * p4) * s.0
    e2 += (p2 * p4) * s.1
    e2 += (p2 * p3) * s.2
    e2 += (p1 * p4) * s23
    e2 += (p1 * p3) * s24
    e2 += (p1 * p2) * s34
    let every: SIMD8<Double> = s23 * s.2
    var e3: SIMD8<Double> = p4 * s23
    e3 += p3 * s24
    e3 += p2 * s34
    e3 += p1 * every
    let square: SIMD8<Double> = b1 * b1
    var terms: SIMD8<Double> = e1 * b2
    terms -= (p1 * p2 * p3 * p4) * b1
    terms -= e2 * b3
    terms += e3 * (b2 * square) / 12
    terms -= every * (b3 * square) / 20
    return 0.25 * terms.sum()
  }
}
