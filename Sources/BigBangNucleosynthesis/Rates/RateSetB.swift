import Foundation
import Units

/// Rate set B: the analytic fits of PArthENoPE 3, driven by data where set A leans on theory for d(p,g)He3 and d(d,x).
///
/// Serpico et al. astro-ph/0408076, Pisanti et al. arXiv:2011.11537, Caughlan and Fowler 1988; above their upper limit the value stays. The fits misbehave below the floor given
/// with each; there set A takes over, scaled to meet the fit (the abundances do not feel it).
enum RateSetB {
  private static let serpico = "Serpico et al., astro-ph/0408076"
  private static let pisanti = "Pisanti et al., arXiv:2011.11537"

  static let reactions: [Reaction] = [
    KeyReaction.protonNeutron.reaction(
      error: 1.0023, source: "\(serpico); above T9 = 1.5 Smith, Kawano, Malaney 1993", status: .twoSources, rate: protonNeutron),
    bounded(
      .deuteronProton, error: 1.0315, source: pisanti, floor: 0.012, ceiling: 4, above: 2113.16,
      RateForms.gamow(
        1.29042942,
        [
          -6.194453277203594, 201.7432760051548, -2817.4051296076195, 22171.926490994258, -109072.97636789024, 355668.0024142403, -812513.0306179419,
          1.3796464841892694e6, -1.7815928451228556e6, 1.7722520963024362e6, -1.3641334338787347e6, 8.106061958071451e5, -3.683510375876271e5,
          1.2560200856877993e5, -3.1095323648099842e4, 5275.48295368989, -548.4032679748573, 26.334040198363052,
        ])),
    bounded(
      .deuteronDeuteronNeutron, error: 1.010, source: pisanti, floor: 0.012, ceiling: 4, above: 5.02027e7,
      RateForms.gamow(
        1,
        [
          3.212969948970247e5, -1.2209299424235549e7, 2.018310465362159e8, -1.9180215905621612e9, 1.1672167355300453e10, -4.807140317985709e10,
          1.3881096257595047e11, -2.8968459770013477e11, 4.496605591595117e11, -5.289640171653128e11, 4.760387471479396e11, -3.2811985153873035e11,
          1.719654390000693e11, -6.734692924560129e10, 1.9089695890090744e10, -3.699206623147024e9, 4.384049981959462e8, -2.396477962456513e7,
        ])),
    bounded(
      .deuteronDeuteronProton, error: 1.010, source: pisanti, floor: 0.012, ceiling: 4, above: 4.16618e7,
      RateForms.gamow(
        1,
        [
          3.4477139066679927e5, -1.3201397617111376e7, 2.1992915636979988e8, -2.1068827419353156e9, 1.2930592352633339e10, -5.3731389712860016e10,
          1.565621182899997e11, -3.294384822438947e11, 5.147142897092518e11, -6.085012672776245e11, 5.4972593314086273e11, -3.8007648756248285e11,
          1.9970133506639343e11, -7.837778110396318e10, 2.2258122388142662e10, -4.320369220422077e9, 5.1278962480559975e8, -2.8069295382999137e7,
        ])),
    KeyReaction.tritonProton.reaction(
      error: 1.225, source: "Caughlan and Fowler, At. Data Nucl. Data Tables 40, 283 (1988)", status: .twoSources,
      rate: RateForms.gamow(3.869, [1, 0.108, 1.68, 1.26, 0.551, 1.06].map { 2.2e4 * $0 })),
    bounded(.tritonDeuteron, error: 1.013, source: serpico, floor: 0.05, above: 3.40249e8, tritonDeuteron),
    bounded(.tritonAlpha, error: 1.185, source: serpico, floor: 0.08, above: 807.406, tritonAlpha),
    bounded(.heliumNeutron, error: 1.0025, source: serpico, floor: nil, above: 4.81732e8, heliumNeutron),
    bounded(.heliumDeuteron, error: 1.0064, source: serpico, floor: 0.10, above: 1.55167e8, heliumDeuteron),
    bounded(.heliumAlpha, error: 1.052, source: serpico, floor: 0.12, above: 149.06, heliumAlpha),
    bounded(.berylliumNeutron, error: 1.022, source: serpico, floor: 0.02, above: 1.28039e9, berylliumNeutron),
    bounded(.lithiumProton, error: 1.084, source: serpico, floor: 0.05, above: 1.61855e6, lithiumProton),
  ]

  private static func bounded(
    _ key: KeyReaction, error: Double, source: String, floor: Double?, ceiling: Double = 2.5, above: Double, _ formula: @escaping Reaction.Rate
  ) -> Reaction {
    key.reaction(
      error: error, source: source, status: .twoSources,
      rate: RateForms.bounded(floor: floor, ceiling: ceiling, above: above, below: RateSetA.rate(key), formula))
  }

  private static let protonNeutron: Reaction.Rate = { t9 in
    let root = t9.squareRoot()
    if t9 <= 1.5 {
      return 44060
        * (1 + t9 * (-2.7503695564153143 + t9 * (-3.5220409333117897 - 0.2093513619089196 * t9))
          + root * (0.10659679579058313 + t9 * (4.62948586627009 + 1.3459574632779876 * t9)))
    }
    return 4.742e4 * (1 + root * (-0.8504 - 0.09623 * t9 - 2.80e-4 * t9 * t9) + t9 * (0.4895 + 8.471e-3 * t9))
  }

  private static let tritonDeuteron: Reaction.Rate = { t9 in
    let root = cbrt(t9)
    let series = RateForms.polynomial([-8.1144927e7, 2.2315324e9, -2.9439669e9, 1.8764462e9, -6.0511612e8, 9.5196576e7, -5.2901086e6], t9)
    return 6.2265733e8 * pow(t9, -0.56785403) * exp(-0.49711597 / t9) + exp(-0.23309803 * t9 * t9 - 1.342742 / root) / (root * root) * series
  }

  private static let tritonAlpha: Reaction.Rate = { t9 in
    let series = RateForms.polynomial(
      [
        0.094614248, -4.9273133, 99.358965, -989.81236, 4368.45, 931.93597, -391.07855, 159.23101, -34.407594, 3.3919004, 0.017556217, -0.036253427,
        0.0031118827, -8.714468e-5,
      ], t9)
    return exp(-8.4e-7 * t9) / (t9.squareRoot() * pow(1 + 1.78616593 * t9, 3)) * series
  }

  private static let heliumNeutron: Reaction.Rate = { t9 in
    RateForms.polynomial([7.064935e8, 6.733213571736319e8, 1.7181155480346258e9, -4.5367658146835446e8, -1.2216728981712557e8], t9)
      + t9.squareRoot() * RateForms.polynomial([-4.92736677238425e8, -1.3659670893994067e9, -6.629932739639357e8, 4.834951929033479e8], t9)
  }

  private static let heliumDeuteron: Reaction.Rate = { t9 in
    let root = cbrt(t9)
    let series = RateForms.cubeRootSeries(
      [
        -3.1335916e7, 1.14185e8, 1.7500204e8, -6.2051071e8, -1.7513362e9, 5.2792247e9, -1.8782248e9, -3.32382e9, 2.0346284e9, 6.5642773e8, -4.9542138e8,
        -1.770285e8, 1.530887e8, -2.516526e7,
      ], t9)
    return 3.1038385e8 * pow(t9, -0.12159455) * exp(-1.6190981 / t9) + exp(-0.0062340825 * t9 * t9 - 1.4540617 / root) / (root * root) * series
  }

  private static let heliumAlpha: Reaction.Rate = { t9 in
    let series = RateForms.polynomial(
      [
        4.6165644e-5, -4.6036111e-4, -0.021600946, 0.069627779, 7.346612, -95.123199, 391.13123, -187.23717, 86.111544, -21.630169, 3.6006922, -0.34322836,
        0.018106742, -3.5681506e-4,
      ], t9)
    return exp(-0.48102949 * t9) / (t9.squareRoot() * pow(1 + 1.17917554 * t9, 3)) * series
  }

  private static let berylliumNeutron: Reaction.Rate = { t9 in
    RateForms.polynomial([6.8423032e9, 1.7674863e10, 2.6622006e9, -3.3561608e8, -5.9309139e6], t9)
      + t9.squareRoot() * RateForms.polynomial([-1.4987996e10, -1.0576906e10, 2.7447598e8, 7.6425157e7], t9)
      - 2.282944e7 / (t9 * t9.squareRoot()) * exp(-0.050351813 / t9)
  }

  private static let lithiumProton: Reaction.Rate = { t9 in
    let root = cbrt(t9)
    let first = RateForms.cubeRootSeries(
      [-8.9654123e7, 3.8691673e8, 4.9721269e8, -2.5851582e8, 2.6444808e7, -1.2946419e6, -2.6831252e7, -1.0941088e8, 9.9899564e7], t9)
    let second = RateForms.polynomial(
      [
        3.0014189e7, -1.8366119e8, 1.7688138e9, -8.4772261e9, 2.0237351e10, -1.9650068e10, 7.9452762e8, 1.3132468e10, -8.209351e9, -9.1099236e8, 2.7814079e9,
        -1.0785293e9, 1.3993392e8,
      ], t9)
    return (exp(-7.73389632 / root) * first + exp(-1.137519 * t9 * t9 - 8.6256687 / root) * second) / (root * root)
  }
}
