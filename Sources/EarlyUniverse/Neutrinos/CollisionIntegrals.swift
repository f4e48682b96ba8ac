import Foundation
import Numerics

/// Linear response of the energy exchange between neutrinos and electrons, from the two-to-two collision integrals with Fermi-Dirac statistics and the electron mass.
///
/// For one flavour with couplings g_L and g_R, when T_gamma = T + dT and T_nu = T, the neutrinos and antineutrinos of that flavour gain
///
///     d rho/dt = G_F^2 T^8 dT [ (g_L^2 + g_R^2) squares + g_L g_R product ]
///
/// from e+ e- -> nu nubar and from nu e -> nu e. Squared matrix elements summed over spins (S. Hannestad & J. Madsen, Phys. Rev. D 52 (1995) 1764, table 1):
///
///     annihilation 128 G_F^2 [g_L^2 (p1.p4)(p2.p3) + g_R^2 (p1.p3)(p2.p4) + g_L g_R m_e^2 (p3.p4)]
///     scattering   128 G_F^2 [g_L^2 (p1.p2)(p3.p4) + g_R^2 (p1.p4)(p2.p3) - g_L g_R m_e^2 (p1.p3)]
///
/// The nine integrals are reduced by the transferred momentum q (p1 + p2, or p1 - p3): both pairs become one integral over an energy each, the azimuth is analytic, and
/// since the matrix element is a polynomial in the two energies the four-dimensional integral is a two-dimensional one over products of one-dimensional moments.
package struct CollisionIntegrals {
  /// Coefficients in the formula above, at one x = m_e/T.
  package struct Response: Sendable {
    package var squares: Double
    package var product: Double
  }

  private let transfers: GaussLaguerre
  private let tails: GaussLaguerre
  private let inner: GaussLegendre

  package init(order: Int = 20) throws {
    transfers = try GaussLaguerre(order: order)
    tails = try GaussLaguerre(order: order)
    inner = GaussLegendre(order: order)
  }

  /// (pi^3/(2 pi)^8) 128: phase space of both pairs after the trivial angles.
  private static let phaseSpace = 128 * pow(Double.pi, 3) / pow(2 * Double.pi, 8)

  /// Pair annihilation e+ e- <-> nu nubar.
  package func annihilation(_ x: Double) -> Response {
    var (squares, product) = (0.0, 0.0)
    for (v, weight) in zip(transfers.nodes, transfers.weights) {
      // q0 from threshold; exp(-q0) = exp(-2x) exp(-v) is in the weight of the rule.
      let q0 = 2 * x + v
      let largest = (v * (q0 + 2 * x)).squareRoot()
      var (overSquares, overProduct) = (0.0, 0.0)
      for (node, w) in zip(inner.nodes, inner.weights) {
        let q = 0.5 * largest * (1 + node)
        let s = q0 * q0 - q * q
        let electrons = moments(q0, q, s, mass: x)
        let neutrinos = moments(q0, q, s, mass: 0)
        // <(p1.p3)^2> over the azimuth, p1.p3 = E1 E3 - a b - (perpendicular part), a and b the components along q.
        let average =
          electrons.ee * neutrinos.ee - 2 * electrons.ea * neutrinos.ea + electrons.aa * neutrinos.aa + 0.5 * electrons.transverse * neutrinos.transverse
        overSquares += w * average
        overProduct += w * 0.5 * x * x * s * electrons.one * neutrinos.one
      }
      let factor = weight * q0 * q0 * 0.5 * largest
      squares += factor * overSquares
      product += factor * overProduct
    }
    let scale = Self.phaseSpace * exp(-2 * x)
    return Response(squares: scale * squares, product: scale * product)
  }

  /// Moments over E1 of (1 - f(E1))(1 - f(q0 - E1)) times 1, E^2, E a, a^2 and p^2 - a^2.
  private struct Moments {
    var (one, e, ee, ea, aa, transverse) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    var a = 0.0
  }

  private func moments(_ q0: Double, _ q: Double, _ s: Double, mass: Double) -> Moments {
    let half = 0.5 * q * max(0, 1 - 4 * mass * mass / s).squareRoot()
    var sum = Moments()
    for (node, w) in zip(inner.nodes, inner.weights) {
      let e = 0.5 * q0 + half * node
      let a = (q0 * e - 0.5 * s) / q
      let free = half * w / ((1 + exp(-e)) * (1 + exp(e - q0)))
      sum.one += free
      sum.ee += free * e * e
      sum.ea += free * e * a
      sum.aa += free * a * a
      sum.transverse += free * max(0, e * e - mass * mass - a * a)
    }
    return sum
  }

  /// Scattering of neutrinos and antineutrinos on electrons and positrons.
  package func scattering(_ x: Double) -> Response {
    var (squares, product) = (0.0, 0.0)
    for (q0, weight) in zip(transfers.nodes, transfers.weights) {
      var (overSquares, overProduct) = (0.0, 0.0)
      for (v, w) in zip(tails.nodes, tails.weights) {
        let q = q0 + v
        let t = q0 * q0 - q * q
        let neutrinos = spacelike(q0, q, t, lowest: 0.5 * (q0 + q), sign: -1, mass: 0)
        let lowest = 0.5 * (q * (1 - 4 * x * x / t).squareRoot() - q0)
        let electrons = spacelike(q0, q, t, lowest: lowest, sign: 1, mass: x)
        // X = p1.p2; electrons give g_L^2 X^2 + g_R^2 (X + t/2)^2, positrons the same with L and R exchanged.
        let mean = neutrinos.e * electrons.e - neutrinos.a * electrons.a
        let square =
          neutrinos.ee * electrons.ee - 2 * neutrinos.ea * electrons.ea + neutrinos.aa * electrons.aa + 0.5 * neutrinos.transverse * electrons.transverse
        let unit = neutrinos.one * electrons.one
        let tail = w * exp(weightShift(q0, v))
        overSquares += tail * (2 * square + t * mean + 0.25 * t * t * unit)
        overProduct += tail * x * x * t * unit
      }
      squares += weight * q0 * q0 * overSquares
      product += weight * q0 * q0 * overProduct
    }
    // Two for neutrinos and antineutrinos; the half of the linear response is spent on taking q0 > 0 only.
    return Response(squares: 2 * Self.phaseSpace * squares, product: 2 * Self.phaseSpace * product)
  }

  /// The rules' weights exp(-q0) exp(-v) are given back: the occupations of the moments carry the true exponentials.
  private func weightShift(_ q0: Double, _ v: Double) -> Double { q0 + v }

  /// Moments over the energy of the particle before the collision of f(E)(1 - f(E +- q0)); `a` its momentum along q.
  private func spacelike(_ q0: Double, _ q: Double, _ t: Double, lowest: Double, sign: Double, mass: Double) -> Moments {
    var sum = Moments()
    for (v, w) in zip(tails.nodes, tails.weights) {
      let e = lowest + v
      let a = (e * q0 + sign * 0.5 * t) / q
      // f(E)(1 - f(E')) exp(v): the rule's own weight is exp(-v).
      let free = w * exp(-lowest) / ((1 + exp(-e)) * (1 + exp(-(e + sign * q0))))
      sum.one += free
      sum.e += free * e
      sum.a += free * a
      sum.ee += free * e * e
      sum.ea += free * e * a
      sum.aa += free * a * a
      sum.transverse += free * max(0, e * e - mass * mass - a * a)
    }
    return sum
  }
}
