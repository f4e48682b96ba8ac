import Foundation
import Numerics
import Units

/// Rates of n -> p and p -> n at given temperatures, normalised to the neutron's lifetime.
///
/// Gamma = 1/(tau_n F) int dp p^2 [chi(E) + chi(-E)], chi_s(E) = (E - s q)^2 f_nu(E - s q) f_e(-E), in electron masses, s = +1 for n -> p and -1 for p -> n
/// (Pitrou et al., arXiv:1801.08023, eqs. 77-91). F is the same integral for the decay in vacuum, so that Gamma(n -> p) -> 1/tau_n when T -> 0.
///
/// The momentum integral runs over fixed Gauss-Legendre panels: the radiative factors are tabulated on them once; panels beyond 32 T are left out (e^-32 of the integrand).
public struct NeutronProtonRates: Sendable {
  /// Which corrections to the Born rate are made.
  public struct Corrections: Sendable, Hashable {
    /// Coulomb and radiative corrections at zero temperature.
    public var radiative: Bool
    public var finiteNucleonMass: Bool
    /// Radiative corrections of the thermal bath.
    public var thermal: Bool
    /// Deviation of the electron neutrinos from Fermi-Dirac.
    public var spectralDistortion: Bool
    public init(radiative: Bool = true, finiteNucleonMass: Bool = true, thermal: Bool = true, spectralDistortion: Bool = true) {
      self.radiative = radiative
      self.finiteNucleonMass = finiteNucleonMass
      self.thermal = thermal
      self.spectralDistortion = spectralDistortion
    }
    public static let full = Corrections()
    public static let born = Corrections(radiative: false, finiteNucleonMass: false, thermal: false, spectralDistortion: false)
    static let zeroTemperature = Corrections(thermal: false, spectralDistortion: false)
  }

  /// Rates in 1/s times the neutron's lifetime.
  public struct Pair: Sendable, Hashable {
    public var neutronToProton: Double
    public var protonToNeutron: Double
  }

  public let corrections: Corrections
  /// The decay integral F: 1.6361 in Born approximation, 1.7548 with all corrections.
  public let decayIntegral: Double
  private let nodes: [Node]
  /// Index of the first node of each panel beyond the decay's endpoint, with its lower edge in electron masses.
  private let panels: [(firstNode: Int, lowerEdge: Double)]
  private let finiteMass = (neutron: FiniteNucleonMass(neutronToProton: true), proton: FiniteNucleonMass(neutronToProton: false))

  private struct Node: Sendable {
    var energy: Double
    var momentumSquared: Double
    /// Quadrature weight times p^2 times the radiative factor, for an electron (Coulomb-attracted to the proton) whose neutrino has energy |E - q|.
    var nearElectron: Double
    /// The same for a positron with E + q.
    var farPositron: Double
  }

  private let thermalCorrection: ThermalRadiativeCorrection?
  private let distortion: NeutrinoSpectralDistortion?
  private static let sharedThermalCorrection = Result { try ThermalRadiativeCorrection(NeutronProtonRates(zeroTemperature: .zeroTemperature)) }

  /// - Parameter distortion: of the electron neutrinos where ``Corrections/spectralDistortion`` asks for it; the Standard Model's by default.
  /// - Throws: ``NumericsError`` when the thermal corrections or the Standard Model's distortion cannot be computed.
  public init(_ corrections: Corrections = .full, distortion: NeutrinoSpectralDistortion? = nil) throws {
    self.init(
      zeroTemperature: corrections, thermal: corrections.thermal ? try Self.sharedThermalCorrection.get() : nil,
      distortion: corrections.spectralDistortion ? try distortion ?? .standard() : nil)
  }

  private init(zeroTemperature corrections: Corrections, thermal: ThermalRadiativeCorrection? = nil, distortion: NeutrinoSpectralDistortion? = nil) {
    thermalCorrection = thermal
    self.distortion = distortion
    self.corrections = corrections
    let q = WeakInputs.massDifference
    let endpoint = (q * q - 1).squareRoot()
    // Inside the decay's range the panels shorten towards the endpoint, where the radiative factor has y^2 ln y; outside they widen by 1.5.
    var edges = [0, 0.25, 0.5, 0.75, 0.92, 1].map { $0 * endpoint }
    let inside = edges.count - 1
    while let last = edges.last, last < 1600 { edges.append(last == endpoint ? 1.3 * last : 1.5 * last) }
    let rule = GaussLegendre(order: 14)
    var nodes: [Node] = []
    var panels: [(Int, Double)] = []
    for (index, (low, high)) in zip(edges, edges.dropFirst()).enumerated() {
      if index >= inside { panels.append((nodes.count, low)) }
      for (p, weight) in rule.mapped(from: low, to: high) { nodes.append(Self.node(momentum: p, weight: weight * p * p, corrections)) }
    }
    panels.append((nodes.count, .infinity))
    self.nodes = nodes
    self.panels = panels
    var integral = 0.0
    for node in nodes.prefix(panels[0].0) {
      let e = node.energy - q
      var chi = e * e
      if corrections.finiteNucleonMass {
        chi += finiteMass.neutron.decayCorrection(electron: node.energy, momentumSquared: node.momentumSquared, neutrino: e)
      }
      integral += node.nearElectron * chi
    }
    decayIntegral = integral
  }

  private static func node(momentum p: Double, weight: Double, _ corrections: Corrections) -> Node {
    let energy = (p * p + 1).squareRoot()
    guard corrections.radiative else { return Node(energy: energy, momentumSquared: p * p, nearElectron: weight, farPositron: weight) }
    let (beta, q) = (p / energy, WeakInputs.massDifference)
    let near = RadiativeCorrection.resummed(beta: beta, neutrino: abs(energy - q), electron: energy) * RadiativeCorrection.fermiFunction(beta: beta)
    let far = RadiativeCorrection.resummed(beta: beta, neutrino: energy + q, electron: energy)
    return Node(energy: energy, momentumSquared: p * p, nearElectron: weight * near, farPositron: weight * far)
  }

  /// Both rates times tau_n, at temperatures up to 12 MeV with T_nu within a factor of two of T_gamma while T > 0.1 MeV: beyond, the expansion in 1/m_N fails.
  ///
  /// - Parameters:
  ///   - photonTemperature: of photons, electrons and nucleons, in MeV, from 0.0005.
  ///   - neutrinoTemperature: of electron neutrinos, in MeV.
  ///   - degeneracy: chemical potential of the electron neutrinos over their temperature.
  public func rates(photonTemperature: Double, neutrinoTemperature: Double, degeneracy: Double = 0) -> Pair {
    let q = WeakInputs.massDifference
    let (x, xNu) = (WeakInputs.electronMass / photonTemperature, WeakInputs.electronMass / neutrinoTemperature)
    let temperature = 1 / x
    let distortion = distortion?.at(photonTemperature: photonTemperature)
    let cut = 32 * max(1 / x, 1 / xNu) + q
    let last = panels.first { $0.lowerEdge > cut }?.firstNode ?? nodes.count
    var (toProton, toNeutron) = (0.0, 0.0)
    for node in nodes.prefix(last) {
      let electronDecay = exp(-x * node.energy)
      let occupied = electronDecay / (1 + electronDecay)
      let vacant = 1 / (1 + electronDecay)
      // The electron with E - q (capture of a neutrino or decay) and its mirror, the electron captured by a proton, share the radiative factor.
      let (near, far) = (node.energy - q, node.energy + q)
      let nearOccupation = NeutrinoOccupation(energy: near, inverseTemperature: xNu, degeneracy: degeneracy)
      let farOccupation = NeutrinoOccupation(energy: far, inverseTemperature: xNu, degeneracy: -degeneracy)
      var (nearDeviation, farDeviation) = (0.0, 0.0)
      if let distortion {
        let relative = distortion.relative(abs(near) * xNu)
        nearDeviation = near * near * (near > 0 ? relative * nearOccupation.value : -relative * (1 - nearOccupation.value))
        farDeviation = far * far * distortion.relative(far * xNu) * farOccupation.value
      }
      let toProtonNear = chi(node.energy, near, node, nearOccupation, temperature, finiteMass.neutron) + nearDeviation
      let toNeutronNear = chi(-node.energy, -near, node, nearOccupation.mirrored, temperature, finiteMass.proton) - nearDeviation
      let toProtonFar = chi(-node.energy, -far, node, farOccupation.mirrored, temperature, finiteMass.neutron) - farDeviation
      let toNeutronFar = chi(node.energy, far, node, farOccupation, temperature, finiteMass.proton) + farDeviation
      toProton += node.nearElectron * toProtonNear * vacant + node.farPositron * toProtonFar * occupied
      toNeutron += node.farPositron * toNeutronFar * vacant + node.nearElectron * toNeutronNear * occupied
    }
    let thermal = thermalCorrection?.fractions(photonTemperature: photonTemperature) ?? (toProton: 0, toNeutron: 0)
    // Far out in the tail the expansion in 1/m_N fails (E^2/T_nu^2 T/m_N is no longer small); the rate is beyond 1e-20 of the other there.
    return Pair(
      neutronToProton: max(0, toProton / decayIntegral * (1 + thermal.toProton)),
      protonToNeutron: max(0, toNeutron / decayIntegral * (1 + thermal.toNeutron)))
  }

  /// E_nu^2 f(E_nu) with its correction for the nucleons' finite mass.
  @inline(__always)
  private func chi(
    _ electron: Double, _ neutrino: Double, _ node: Node, _ occupation: NeutrinoOccupation, _ temperature: Double, _ finiteMass: FiniteNucleonMass
  ) -> Double {
    let value = neutrino * neutrino * occupation.value
    guard corrections.finiteNucleonMass else { return value }
    return value
      + finiteMass.correction(
        electron: electron, momentumSquared: node.momentumSquared, neutrino: neutrino, occupation: occupation, temperature: temperature)
  }
}
