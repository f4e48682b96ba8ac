import Foundation
import Units

/// Break-up of a nucleus by a photon.
public struct PhotodisintegrationReaction: Sendable {
  /// For example `d(g,n)p`.
  public let name: String
  public let target: Nuclide
  public let products: [Nuclide]
  /// Smallest photon energy in MeV.
  public let threshold: Input
  /// Cross section in mb at a photon energy in MeV above the threshold.
  private let formula: @Sendable (Double) -> Double

  init(_ name: String, _ target: Nuclide, _ products: [Nuclide], threshold: Double, source: String, _ formula: @escaping @Sendable (Double) -> Double) {
    self.name = name
    self.target = target
    self.products = products
    self.threshold = Input("threshold of \(name), with its cross section", threshold, unit: "MeV", source: source, status: .twoSources)
    self.formula = formula
  }

  /// Cross section in mb at a photon energy in MeV; zero below the threshold.
  public func crossSection(_ energy: Double) -> Double { energy > threshold.value ? max(0, formula(energy)) : 0 }
}

extension PhotodisintegrationReaction {
  private static let cyburt = "Cyburt, Ellis, Fields, Olive, astro-ph/0211258"
  private static let updated = "\(cyburt); normalisation of hep-ph/0604251"

  /// N Q^a (E - Q)^b/E^c.
  private static func power(_ normalisation: Double, _ q: Double, _ a: Double, _ b: Double, _ c: Double) -> @Sendable (Double) -> Double {
    { normalisation * pow(q, a) * pow($0 - q, b) / pow($0, c) }
  }

  private static func row(
    _ name: String, _ target: Nuclide, _ products: [Nuclide], _ q: Double, _ normalisation: Double, _ a: Double, _ b: Double, _ c: Double,
    source: String = cyburt
  ) -> PhotodisintegrationReaction {
    PhotodisintegrationReaction(name, target, products, threshold: q, source: source, power(normalisation, q, a, b, c))
  }

  /// The seventeen reactions of d, t, He3, He4, Li6, Li7 and Be7.
  public static let all: [PhotodisintegrationReaction] = hydrogenAndHelium + lithiumAndBeryllium

  private static let hydrogenAndHelium: [PhotodisintegrationReaction] = [
    PhotodisintegrationReaction("d(g,n)p", .deuteron, [.neutron, .proton], threshold: 2.224573, source: cyburt) { energy in
      let q = 2.224573
      let electric = (q * (energy - q)).squareRoot() / energy
      let magnetic = 0.007947 * electric * electric * pow(q.squareRoot() - 0.037.squareRoot(), 2) / (energy - q + 0.037)
      return 18.75 * (electric * electric * electric + magnetic)
    },
    row("t(g,n)d", .triton, [.neutron, .deuteron], 6.257248, 9.8, 1.95, 1.65, 3.6),
    row("t(g,np)n", .triton, [.neutron, .proton, .neutron], 8.481821, 26.0, 2.6, 2.3, 4.9),
    row("He3(g,p)d", .helium3, [.proton, .deuteron], 5.493485, 8.88, 1.75, 1.65, 3.4),
    row("He3(g,np)p", .helium3, [.neutron, .proton, .proton], 7.718058, 16.7, 1.95, 2.3, 4.25),
    row("He4(g,p)t", .helium4, [.proton, .triton], 19.813852, 19.5, 3.5, 1.0, 4.5),
    row("He4(g,n)He3", .helium4, [.neutron, .helium3], 20.577615, 20.7, 3.5, 1.0, 4.5, source: updated),
    row("He4(g,d)d", .helium4, [.deuteron, .deuteron], 23.846527, 10.7, 10.2, 3.4, 13.6),
    row("He4(g,np)d", .helium4, [.neutron, .proton, .deuteron], 26.071100, 21.7, 4.0, 3.0, 7.0),
  ]

  private static let lithiumAndBeryllium: [PhotodisintegrationReaction] = [
    row("Li6(g,np)He4", .lithium6, [.neutron, .proton, .helium4], 3.698892, 143.0, 2.3, 4.7, 7.0, source: updated),
    PhotodisintegrationReaction("Li6(g,t)He3", .lithium6, [.triton, .helium3], threshold: 15.794685, source: cyburt) { energy in
      let bumps = [(3.7, 19.0, 3.5), (2.75, 30, 3), (2.2, 43, 5)].reduce(0.0) { $0 + $1.0 * exp(-0.5 * pow((energy - $1.1) / $1.2, 2)) }
      return power(38.1, 15.794685, 3, 2, 5)(energy) * bumps
    },
    PhotodisintegrationReaction("Li7(g,t)He4", .lithium7, [.triton, .helium4], threshold: 2.467032, source: cyburt) { energy in
      let e = energy - 2.467032
      return 0.105 * 2371 / (energy * energy) * exp(-2.5954 / e.squareRoot() - 2.056 * e) * (1 + e * e * (2.2875 + e * (-1.1798 + 2.5279 * e)))
    },
    PhotodisintegrationReaction("Li7(g,n)Li6", .lithium7, [.neutron, .lithium6], threshold: 7.249962, source: cyburt) { energy in
      // The 5/2- level of Li7 at 7.46 MeV, by the photon's energy: ACROPOLIS has it at 7.46 MeV above the threshold.
      let resonance = 0.06 / (1 + pow((energy - 7.46) / 0.188, 2))
      return power(0.176, 7.249962, 1.51, 0.49, 2)(energy) + power(1205, 7.249962, 5.5, 5, 10.5)(energy) + resonance
    },
    row("Li7(g,2np)He4", .lithium7, [.neutron, .neutron, .proton, .helium4], 10.948850, 122, 4, 3, 7),
    PhotodisintegrationReaction("Be7(g,He3)He4", .beryllium7, [.helium3, .helium4], threshold: 1.586627, source: cyburt) { energy in
      let e = energy - 1.586627
      return 0.504 * 2371 / (energy * energy) * exp(-5.1909 / e.squareRoot() - 0.548 * e) * (1 + e * e * (-0.428 + e * (0.534 - 0.115 * e)))
    },
    PhotodisintegrationReaction("Be7(g,p)Li6", .beryllium7, [.proton, .lithium6], threshold: 5.605794, source: cyburt) { energy in
      power(32.6, 5.605794, 10, 2, 12)(energy) + power(2.27e6, 5.605794, 8.8335, 13, 21.8335)(energy)
    },
    row("Be7(g,2pn)He4", .beryllium7, [.proton, .proton, .neutron, .helium4], 9.304680, 133, 4, 3, 7),
  ]
}
