import Units

/// Decay widths of a vector portal boson.
public struct VectorDecay: Sendable {
  public let portal: VectorPortal

  public init(_ portal: VectorPortal) { self.portal = portal }

  /// Width in GeV of X -> l+ l- for a lepton of mass `leptonMass` and charge `charge`: g^2 x^2 m/(12 pi) (1 + 2r) sqrt(1 - 4r), r = m_l^2/m^2; zero at and below threshold.
  public static func leptonicWidth(mass: Double, leptonMass: Double, gaugeCoupling: Double) -> Double {
    let r = leptonMass * leptonMass / (mass * mass)
    guard 4 * r < 1 else { return 0 }
    return gaugeCoupling * gaugeCoupling * mass / (12 * .pi) * (1 + 2 * r) * (1 - 4 * r).squareRoot()
  }
}
