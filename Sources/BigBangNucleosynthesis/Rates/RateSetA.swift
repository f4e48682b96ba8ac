import Units

/// Rate set A, the default: the rates that PRIMAT (2026) adopts, as compact Chebyshev fits.
///
/// No published closed form reproduces those rates to 1 % for all twelve reactions, so each row is a fit made for this project to the tabulated rates of PRIMAT 0.3.3 whose
/// underlying evaluation `source` names. The fits hold to 0.2 % (He3(a,g)Be7, t(d,n)He4) and mostly to 0.05 % where abundances are made, 0.05 < T9 < 1.1;
/// replacing the tables by the fits moves D/H by 2e-4, He3/H by 1e-4, Li7/H by 8e-4, Yp by less than 1e-6 (relative).
enum RateSetA {
  static let reactions: [Reaction] = [
    row(
      .protonNeutron, nil,
      [10.4754, -0.0192805, 0.265422, 0.0112, -0.0558812, 0.0121239, 0.00681377, -0.00291679], 1.0044, "Ando et al., nucl-th/0511074"),
    row(
      .deuteronProton, 3.7204,
      [
        9.8824, 2.22559, -0.0878984, -0.0689058, 0.0351198, -0.017572, 0.00820021, 0.0146056, 0.0193935, 0.0138078, 0.00677563, 0.00353738, 0.00858937,
        0.0113264, 0.011514, 0.00544121, 0.00167238, -0.00118127,
      ], 1.021, "Moscoso et al. 2021, arXiv:2109.00049"),
    row(
      .deuteronDeuteronNeutron, 4.2583,
      [20.8418, 1.00166, -0.0550793, -0.0478143, 0.0279775, -0.00492817, -0.0049179, 0.001923], 1.011, "Gomez Inesta et al. 2017, arXiv:1710.01647"),
    row(
      .deuteronDeuteronProton, 4.2583,
      [
        20.7355, 0.916438, -0.00152319, -0.0540355, 0.0183188, -0.00234496, -0.00513072, 0.0025201, 0.00237216, -5.63522e-06, -1.95073e-05, -0.00101503,
      ], 1.011, "Gomez Inesta et al. 2017, arXiv:1710.01647"),
    row(
      .tritonProton, 3.8689,
      [12.1633, 2.27873, 0.0483229, -0.102904, 0.0306932, -0.00268728, -0.00143196, 0.00124855], 1.20, "Serpico et al., astro-ph/0408076"),
    row(
      .tritonDeuteron, 4.5241,
      [
        24.1216, -1.72281, -0.157872, 0.412356, -0.148608, -0.0110136, 0.0838093, -0.0324897, 0.0309147, 0.0215009, 0.00598433, 0.0275807, 0.00855611,
        0.0107207, 0.0153935, 0.00743903, 0.00726792,
      ], 1.0025, "de Souza et al. 2019, arXiv:1901.04857"),
    row(
      .tritonAlpha, 8.0802,
      [13.5465, 0.155395, 0.295527, 0.133012, 0.00437817, -0.000840289, 0.00422678, -8.83368e-05], 1.045, "Descouvemont et al., astro-ph/0407101"),
    row(
      .heliumNeutron, nil,
      [20.227, 0.0665396, 0.170242, -0.0316873, -0.0365931, 0.0105042, 0.00613291, -0.00254705], 1.0126, "Descouvemont et al., astro-ph/0407101"),
    row(
      .heliumDeuteron, 7.1814,
      [
        24.5833, -0.719248, -0.535445, 0.212572, 0.105782, -0.0998608, 0.0230608, 0.0431503, -0.0117468, 0.012933, 0.0213787, 0.00724036, 0.00826543,
        0.0112096, 0.00718206, 0.00726022, 0.00416552,
      ], 1.011, "de Souza et al. 2019, arXiv:1809.06966"),
    row(
      .heliumAlpha, 12.8260,
      [
        15.3719, -0.190725, 0.103456, 0.0616359, -0.0192702, -0.0105166, -0.004332, -0.0101953, -0.0150926, -0.00880154, -0.00909091, -0.00826593, -0.0123536,
        -0.00946557, -0.00684359, -0.000492901,
      ], 1.024, "Iliadis et al. 2016, arXiv:1608.05853"),
    row(
      .berylliumNeutron, nil,
      [
        21.2609, -0.879329, 0.154905, -0.0354843, -0.0154238, 0.0256987, -0.00570107, -0.00944213, 0.00210331, 0.00100894, -0.00489159, -0.00187563,
      ], 1.020, "de Souza et al. 2020, arXiv:1912.06210"),
    row(
      .lithiumProton, 8.4715,
      [
        21.1214, 0.812382, 0.211838, 0.0115438, -0.0548311, -0.0402088, -0.00268863, 0.0100933, 0.00362514, -0.00525612, -0.00799011, -0.00444884, -0.00141512,
        -0.0010622, -0.0024283, -0.00269157, -0.0018227, -0.000604459,
      ], 1.030, "Descouvemont et al., astro-ph/0407101"),
  ]

  private static func row(_ key: KeyReaction, _ gamow: Double?, _ coefficients: [Double], _ error: Double, _ underlying: String) -> Reaction {
    key.reaction(
      error: error, source: "fit to the rate adopted by PRIMAT 0.3.3, from \(underlying)", status: .derived, rate: RateForms.fit(gamow: gamow, coefficients))
  }

  /// The rate of one reaction, for joining a published fit to below its range.
  static func rate(_ key: KeyReaction) -> Reaction.Rate? { reactions.first { $0.name == key.rawValue }?.rate }
}
