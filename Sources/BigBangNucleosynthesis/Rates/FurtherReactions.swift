import Foundation
import Units

/// The reactions that a network up to A = 8 adds to the twelve: they make Li6, Li8 and B8 and take 1 % of the Li7.
///
/// Error factors are those of PRIMAT's compilation where it gives one, else 2. The least certain of those that matter: d(a,g)Li6 (25 %), Be7(n,a)He4 (a factor 2)
/// and Be7(d,p)2He4 (a factor 3).
enum FurtherReactions {
  private static let nacre = "NACRE, Angulo et al., Nucl. Phys. A 656, 3 (1999)"
  private static let caughlan = "Caughlan and Fowler, At. Data Nucl. Data Tables 40, 283 (1988)"
  private static let malaney = "Malaney and Fowler, Astrophys. J. 345, L5 (1989)"
  private static let wagoner = "Wagoner, Astrophys. J. Suppl. 18, 247 (1969)"

  static let reactions: [Reaction] = hydrogenAndHelium + lithium6 + massSevenAndEight

  private static let hydrogenAndHelium: [Reaction] = [
    Reaction("d(n,g)t", [.deuteron, .neutron], [.triton], uncertaintyFactor: 1.3, source: "Nagai et al., Phys. Rev. C 74, 025804 (2006)", status: .twoSources) {
      214 * pow($0, 0.075) + 7.42 * $0
    },
    Reaction("He3(n,g)He4", [.helium3, .neutron], [.helium4], uncertaintyFactor: 2, source: wagoner, status: .twoSources) { 6.62 * (1 + 905 * $0) },
    Reaction(
      "d(d,g)He4", [.deuteron, .deuteron], [.helium4], uncertaintyFactor: 2, source: nacre, status: .twoSources,
      rate: RateForms.gamow(4.259, [1, 0, 0, 0.514, 0, 0, 0.339, 0, 0, -0.0115].map { 42.1 * $0 })),
    Reaction(
      "He3(He3,pp)He4", [.helium3, .helium3], [.helium4, .proton, .proton], uncertaintyFactor: 1.1, source: nacre, status: .twoSources,
      rate: RateForms.gamow(12.277, [1, 0, 0, -0.135, 0, 0, 0.0254, 0, 0, -0.00129].map { 5.59e10 * $0 })),
    Reaction(
      "t(t,nn)He4", [.triton, .triton], [.helium4, .neutron, .neutron], uncertaintyFactor: 2, source: caughlan, status: .twoSources,
      rate: RateForms.gamow(4.872, [1, 0.086, -0.455, -0.272, 0.148, 0.225].map { 1.67e9 * $0 })),
    Reaction("He3(t,d)He4", [.helium3, .triton], [.helium4, .deuteron], uncertaintyFactor: 2, source: caughlan, status: .published) {
      shiftedGamow(5.46e9, 0.128, $0)
    },
    Reaction("He3(t,np)He4", [.helium3, .triton], [.helium4, .neutron, .proton], uncertaintyFactor: 2, source: caughlan, status: .published) {
      shiftedGamow(7.71e9, 0.115, $0)
    },
  ]

  private static let lithium6: [Reaction] = [
    fit(
      "d(a,g)Li6", [.deuteron, .helium4], [.lithium6], error: 1.25, gamow: 7.4346,
      [5.10062, 2.88377, -0.444066, -0.194909, 0.17294, 0.119927, -0.0666308, 0.0576273, 0.135633, 0.115226],
      underlying: "Trezzi et al., Astropart. Phys. 89, 57 (2017); 4 % for 0.02 < T9 < 2.5"),
    Reaction(
      "He3(t,g)Li6", [.helium3, .triton], [.lithium6], uncertaintyFactor: 2, source: "Fukugita and Kajino, Phys. Rev. D 42, 4251 (1990)", status: .published,
      rate: RateForms.gamow(7.720, [1, 0, 2.68, 0.868, 0.192, 0.174, 0.044].map { 2.21e5 * $0 })),
    fit(
      "Li6(p,a)He3", [.lithium6, .proton], [.helium3, .helium4], error: 1.043, gamow: 8.4133,
      [24.1665, -0.105937, 0.0647654, 0.0277574, -0.0788431, -0.0240512, -0.0188387, -0.00546175],
      underlying: "NACRE II, Xu et al., Nucl. Phys. A 918, 61 (2013); 0.8 % for 0.02 < T9 < 2.5"),
    fit(
      "Li6(p,g)Be7", [.lithium6, .proton], [.beryllium7], error: 1.08, gamow: 8.4133,
      [13.7591, -0.159379, 0.0628385, 0.0789539, 0.00627354, -0.00622255, -0.00358323],
      underlying: "NACRE II, Xu et al., Nucl. Phys. A 918, 61 (2013); 0.6 %"),
    Reaction("Li6(n,a)t", [.lithium6, .neutron], [.triton, .helium4], uncertaintyFactor: 1.1, source: caughlan, status: .twoSources) { t9 in
      0.935 * (1.8e8 * (1 - 0.261 * pow(1 + 49.18 * t9, -1.5)) + 2.72e9 * pow(t9, -1.5) * exp(-2.39 / t9))
    },
    Reaction("Li6(n,g)Li7", [.lithium6, .neutron], [.lithium7], uncertaintyFactor: 2, source: malaney, status: .twoSources) { _ in 5.1e3 },
    Reaction(
      "Li6(d,p)Li7", [.lithium6, .deuteron], [.lithium7, .proton], uncertaintyFactor: 2, source: malaney, status: .twoSources,
      rate: RateForms.gamow(10.135, [1.48e12])),
    Reaction(
      "Li6(d,n)Be7", [.lithium6, .deuteron], [.beryllium7, .neutron], uncertaintyFactor: 2, source: malaney, status: .twoSources,
      rate: RateForms.gamow(10.135, [1.48e12])),
  ]

  private static let massSevenAndEight: [Reaction] = [
    fit(
      "Be7(n,a)He4", [.beryllium7, .neutron], [.helium4, .helium4], error: 2, gamow: nil,
      [15.8384, 2.91734, -0.102813, -0.174063, 0.0989177, -0.0275981, -0.00830681, 0.00606702, -0.00840567],
      underlying: "Barbagallo et al., arXiv:1606.09420; 0.2 %"),
    fit(
      "Be7(d,p)2He4", [.beryllium7, .deuteron], [.helium4, .helium4, .proton], error: 3.1, gamow: 12.4285,
      [27.4269, -0.492955, -0.0788279, -0.507232, 0.39548, -0.284374, 0.0739933, -0.158007, -0.104638, -0.15111],
      underlying: "Rijal et al., arXiv:1808.07893; 11 % for 0.05 < T9 < 2.5"),
    fit(
      "Li7(d,n)2He4", [.lithium7, .deuteron], [.helium4, .helium4, .neutron], error: 5.3, gamow: 10.2595,
      [26.3518, 0.00259434, -0.00179626, -0.00361725, 0.00144014, -0.00122729, -0.00246012, -0.00300285],
      underlying: "Coc et al., arXiv:1107.1117; 1 %"),
    Reaction("Li7(n,g)Li8", [.lithium7, .neutron], [.lithium8], uncertaintyFactor: 1.3, source: "\(malaney), Heil et al. 1998", status: .twoSources) { t9 in
      6.015e3 + 1.141e4 * pow(t9, -1.5) * exp(-2.576 / t9)
    },
    Reaction("Be7(p,g)B8", [.beryllium7, .proton], [.boron8], uncertaintyFactor: 1.2, source: nacre, status: .twoSources) { t9 in
      2.61e5 * exp(-10.264 / cbrt(t9)) / pow(cbrt(t9), 2) * RateForms.polynomial([1, -0.0511, 0.0468, -0.0066, 3.12e-4], min(t9, 10))
        + 2.05e3 * pow(t9, -1.5) * exp(-7.345 / t9)
    },
    Reaction("Li8(p,n)2He4", [.lithium8, .proton], [.helium4, .helium4, .neutron], uncertaintyFactor: 2, source: "Mendes et al. 2012", status: .twoSources) {
      let t9 = min($0, 5)
      let resonances = pow(t9, -1.5) * (5.36e8 * exp(-4.41 / t9) + 1.99e8 * exp(-7.08 / t9))
      return resonances + 5.85e10 * exp(-8.5 / cbrt(t9)) / pow(cbrt(t9), 2) * RateForms.polynomial([1, -1.7, 0.849, -0.175, 0.0162, -5.6e-4], t9)
    },
    decay("Li8(beta)2He4", .lithium8, halfLife: 0.8403),
    decay("B8(beta)2He4", .boron8, halfLife: 0.770),
  ]

  /// Half-life in seconds: through the broad states of Be8 into two alpha particles.
  private static func decay(_ name: String, _ nuclide: Nuclide, halfLife: Double) -> Reaction {
    Reaction(name, [nuclide], [.helium4, .helium4], uncertaintyFactor: 1.01, source: "half-life \(halfLife) s, NUBASE 2020", status: .twoSources) { _ in
      log(2) / halfLife
    }
  }

  private static func fit(
    _ name: String, _ reactants: [Nuclide], _ products: [Nuclide], error: Double, gamow: Double?, _ coefficients: [Double], underlying: String
  ) -> Reaction {
    Reaction(
      name, reactants, products, uncertaintyFactor: error, source: "fit to the rate adopted by PRIMAT 0.3.3, from \(underlying)", status: .derived,
      rate: RateForms.fit(gamow: gamow, coefficients))
  }

  /// N T9A^(5/6) T9^(-3/2) exp(-7.733 T9A^(-1/3)), T9A = T9/(1 + a T9).
  private static func shiftedGamow(_ normalisation: Double, _ a: Double, _ t9: Double) -> Double {
    let shifted = t9 / (1 + a * t9)
    return normalisation * pow(shifted, 5.0 / 6) * pow(t9, -1.5) * exp(-7.733 / cbrt(shifted))
  }
}
