import Units

/// Every number that the hadronic widths take from outside. Energies in GeV, couplings in powers of GeV, phases in radians.
///
/// "DeLiVeR" is the public code of arXiv:2201.01788, "Hazma" that of arXiv:1907.11846; both were read. A fit marked two-sources was read in one of them and
/// reproduced measured cross sections here.
enum HadronInputs {
  private static let pdg = "PDG 2024"

  // MARK: Masses of the hadrons in final states

  static let chargedPion = PhysicalConstants.chargedPionMass
  static let neutralPion = PhysicalConstants.neutralPionMass
  static let eta = MesonInputs.eta
  static let etaPrime = MesonInputs.etaPrime
  static let chargedKaon = MesonInputs.chargedKaon
  static let neutralKaon = MesonInputs.neutralKaon
  static let omega = MesonInputs.omega
  static let phi = MesonInputs.phi
  static let omegaToPhoton = Input("fraction of omega to pi0 gamma", 0.0835, uncertainty: 0.0027, source: pdg, status: .twoSources)
  static let kStar = Input("K*(892) mass", 0.8956, unit: "GeV", source: "DeLiVeR, FKKpi", status: .published)
  static let kStarWidth = Input("K*(892) width", 0.047, unit: "GeV", source: "DeLiVeR, FKKpi", status: .published)
  static let pionDecayConstant = Input("pion decay constant, 93 MeV convention", 0.0933, unit: "GeV", source: "DeLiVeR, FEtaPiPi", status: .published)

  static let masses = [chargedPion, neutralPion, eta, etaPrime, chargedKaon, neutralKaon, omega, phi, omegaToPhoton, kStar, kStarWidth, pionDecayConstant]

  // MARK: Two pions

  /// BaBar, arXiv:1205.2228, table VI; vacuum polarisation is left in the form factor. Constants: complex omega coupling.
  static let twoPionBaBar = ResonanceFit(
    "pi+ pi- (BaBar)", source: "arXiv:1205.2228", status: .twoSources,
    [
      ("rho(770)", 0.77502, 0.14959, 1, 0), ("rho(1450)", 1.493, 0.427, 0.158, 3.76), ("rho(1700)", 1.861, 0.316, 0.068, 1.39),
      ("rho(2150)", 2.254, 0.109, 0.0051, 0.70), ("omega(782)", 0.78191, 0.00813, 1.664e-3, -0.011),
    ])

  /// Dual-resonance tower, form of arXiv:1002.0279; the last row is the omega. The amplitudes of rows 1 to 5 are relative weights.
  static let twoPionTower = ResonanceFit(
    "pi+ pi- (dual tower)", source: "arXiv:1002.0279, as in DeLiVeR (arXiv:2201.01788)", status: .twoSources,
    [
      ("rho_0", 0.77337, 0.1471, 1.087633, 0), ("rho_1", 1.490, 0.429, 1, 0), ("rho_2", 1.870, 0.357, 0.59, -2.2), ("rho_3", 2.12, 0.3, 0.048, -2.0),
      ("rho_4", 2.321, 0.444, 0.40, -2.9), ("rho_5", 2.567, 0.491, 0.43, 1.19), ("omega(782)", 0.7824, 0.00833, 1.87e-3, 0.106),
    ], constants: [("tower exponent beta", 2.148, "")])

  // MARK: Three pions

  /// Rows 0-3 A, B, C, D with omega, phi, omega', omega''; rows 4-6 rho, rho', rho'' of the pairs. Constants: E, F.
  static let threePion = ResonanceFit(
    "pi+ pi- pi0", source: "hep-ph/0512180, as in Hazma", status: .twoSources, unit: "GeV^-3",
    [
      ("omega(782)", 0.7824, 0.00869, 18.20, 0), ("phi(1020)", 1.01924, 0.00414, -0.87, 0), ("omega(1420)", 1.375, 0.250, -0.77, 0),
      ("omega(1650)", 1.631, 0.245, -1.12, 0), ("rho(770)", 0.77609, 0.14446, 1, 0), ("rho(1450)", 1.465, 0.31, 1, 0), ("rho(1700)", 1.70, 0.235, 1, 0),
    ], constants: [("phi to rho(1450) pi, E", -0.72, "GeV^-3"), ("omega(1650) to rho(1700) pi, F", -0.59, "GeV^-3")])

  // MARK: One photon

  /// SND, arXiv:1601.08061, table III; amplitudes contain the electric charge.
  static let pionPhoton = ResonanceFit(
    "pi0 gamma", source: "SND, arXiv:1601.08061", status: .published, unit: "GeV^-1",
    [
      ("rho(770)", 0.77526, 0.1491, 0.0426, -12.7 * degree), ("omega(782)", 0.78284, 0.00868, 0.0434, 0),
      ("phi(1020)", 1.01952, 0.00421, 0.00303, 158 * degree), ("omega(1420)", 1.45, 0.40, 0.00523, 180 * degree),
    ])

  /// SND, hep-ex/0605109; amplitudes contain the electric charge.
  static let etaPhoton = ResonanceFit(
    "eta gamma", source: "SND, hep-ex/0605109", status: .published, unit: "GeV^-1",
    [
      ("rho(770)", 0.77526, 0.1491, 0.0861, 0), ("omega(782)", 0.78284, 0.00868, 0.00824, 11.3 * degree),
      ("phi(1020)", 1.01952, 0.00421, 0.0158, 170 * degree), ("rho(1450)", 1.465, 0.40, 0.0147, 61 * degree),
    ])

  // MARK: Kaon pairs

  /// The tower in the isovector current: the amplitude after the last row absorbs 1 - sum. Row 4 sits on a tower mass (given as 0).
  static let kaonRho = ResonanceFit(
    "K Kbar, isovector", source: "arXiv:1911.11147, as in DeLiVeR", status: .twoSources,
    [
      ("rho(770)", 0.77549, 0.1494, 1.1148916618504967, 0), ("rho(1450)", 1.5206995754050117, 0.21341728317817743, -0.050374779737077324, 0),
      ("rho(1700)", 1.7409719246639341, 0.08412224414791908, -0.014908906283692132, 0),
      ("rho_3", 1.9922811314327789, 0.2899733272437917, -0.03902475997619905, 0), ("rho_4, on the tower", 0, 0, -0.038341465215871416, 0),
    ], constants: [("tower exponent beta", 2.1968, "")])

  static let kaonOmega = ResonanceFit(
    "K Kbar, isoscalar light", source: "arXiv:1911.11147, as in DeLiVeR", status: .twoSources,
    [
      ("omega(782)", 0.78265, 0.00849, 1.3653229680598022, 0), ("omega(1420)", 1.4144344268685891, 0.08544138877555237, -0.02775156567495144, 0),
      ("omega(1650)", 1.655375231284883, 0.16031760444832305, -0.32497165559032715, 0), ("omega_3, on the tower", 0, 0, 1.3993153161869765, 0),
    ], constants: [("tower exponent beta", 2.6936, ""), ("tower width over mass", 0.5, "")])

  static let kaonPhi = ResonanceFit(
    "K Kbar, strange", source: "arXiv:1911.11147, as in DeLiVeR", status: .twoSources,
    [
      ("phi(1020)", 1.0194209171596993, 0.004252653332329334, 0.965842498579515, 0),
      ("phi(1680)", 1.594759278457624, 0.028741821847408196, -0.002379766320723148, 0),
      ("phi(2170)", 2.156971341201067, 0.6737556174184005, -0.1956211640216197, 0), ("phi_3, on the tower", 0, 0, 0.16527771485190898, 0),
    ], constants: [("tower exponent beta", 1.9452, ""), ("tower width over mass", 0.2, ""), ("phi(1020) enhancement in K0 K0bar", 1.055, "")])

  // MARK: omega pi0

  /// SND, arXiv:1610.00235, model with rho, rho', rho''. Constants: g_rho-omega-pi, f_rho.
  static let omegaPion = ResonanceFit(
    "omega pi0", source: "SND, arXiv:1610.00235", status: .published,
    [("rho(770)", 0.77526, 0.1491, 1, 0), ("rho(1450)", 1.510, 0.44, 0.175, 124 * degree), ("rho(1700)", 1.720, 0.25, 0.014, -63 * degree)],
    constants: [("rho omega pi coupling", 15.9, "GeV^-1"), ("rho photon coupling f_rho", 5.06325, "")])

  // MARK: Four pions

  /// Currents of arXiv:0804.0359 appendix A with the fit of arXiv:1911.11147. Rows 0-2: rho-bar of the s dependence, amplitudes the a1 weights beta_i;
  /// rows 3-5: rho(770), rho(1450), rho(1700) of pion pairs with the weights of the B and T propagators; rows 6-8: a1, f0 and omega with their couplings.
  static let fourPion = ResonanceFit(
    "4 pi", source: "arXiv:0804.0359 with the fit of arXiv:1911.11147, as in DeLiVeR and Hazma", status: .twoSources,
    [
      ("rho-bar_1", 1.437, 0.6784824438511003, -0.051871563361440096, 0), ("rho-bar_2", 1.738, 0.8049287553822373, -0.041610293030827125, 0),
      ("rho-bar_3", 2.12, 0.20919646790795576, -0.0018934309483457441, 0), ("rho(770)", 0.7755, 0.1494, 1, 0), ("rho(1450)", 1.459, 0.4, -0.145, 0),
      ("rho(1700)", 1.72, 0.25, 1, 0), ("a1(1260)", 1.23, 0.2, -201.79098091602876, 0), ("f0(1370)", 1.35, 0.2, 124.10534971287902, 0),
      ("omega(782)", 0.78265, 0.00849, -1.5791482789120541, 0),
    ],
    constants: [
      ("f0 weight beta_1", 73860.28659732222, ""), ("f0 weight beta_2", -26182.725634782986, ""), ("f0 weight beta_3", 333.6314358023821, ""),
      ("T weight of rho(1450)", 0.08, ""), ("T weight of rho(1700)", -0.0075, ""),
      ("rho current c_rho", -2.3089567893904537, ""), ("rho pi pi coupling", 5.997, ""), ("rho photon coupling", 0.1212, "GeV^2"),
      ("a1 width function: switch", 0.838968432668, "GeV^2"), ("a1 width function: linear", 1.623, "GeV^-2"), ("a1 width function: constant", 10.38, ""),
      ("a1 width function: 1/s", -9.32, "GeV^2"), ("a1 width function: 1/s^2", 0.65, "GeV^4"), ("a1 width function: cubic", 4.1, "GeV^-6"),
      ("a1 width function: quartic over cubic", -3.3, "GeV^-2"), ("a1 width function: quintic over cubic", 5.8, "GeV^-4"),
      ("omega weight beta_1", -0.36687866443745953, ""), ("omega weight beta_2", 0.036253295280213906, ""), ("omega weight beta_3", -0.004717302695776386, ""),
      ("omega pi rho coupling", 42.3, "GeV^-5"),
    ])

  // MARK: Other many-hadron channels

  static let etaTwoPion = ResonanceFit(
    "eta pi+ pi-", source: "form of arXiv:1306.1985, fit of arXiv:1911.11147, as in DeLiVeR", status: .published,
    [("rho(770)", 0.77549, 0.1494, 1, 0), ("rho(1450)", 1.54, 0.356, 0.326, 3.14), ("rho(1700)", 1.76, 0.113, 0.0115, 3.14)])

  static let kaonPairPionScalar = ResonanceFit(
    "K Kbar pi, isoscalar", source: "arXiv:1911.11147, as in DeLiVeR and Hazma", status: .published, unit: "GeV^-1",
    [("phi(1680)", 1.6334, 0.218, 0.233, 1.1e-7), ("phi(2170)", 1.957, 0.267, 0.0405, 5.19)], constants: [("K* K pi coupling", 5.37392360229, "")])

  static let kaonPairPionVector = ResonanceFit(
    "K Kbar pi, isovector", source: "arXiv:1911.11147, as in DeLiVeR and Hazma", status: .published, unit: "GeV^-1",
    [("rho(770)", 0.77526, 0.1491, -2.34, 0), ("rho(1450)", 1.470, 0.400, 0.594, 0.317), ("rho(1700)", 1.720, 0.250, -0.0179, 2.57)])

  static let omegaTwoPion = ResonanceFit(
    "omega pi pi", source: "DeLiVeR, FOmPiPi", status: .published, [("omega(1650)", 1.6608543573197, 0.3982595005228462, 2.728870588760009, 0)])

  static let phiTwoPion = ResonanceFit(
    "phi pi pi", source: "DeLiVeR, FPhiPiPi", status: .published,
    [
      ("phi(1680)", 1.680206376111421, 0.22649014716417465, 1.4440212871376037, 2.62513009401222),
      ("phi(2170)", 2.162094475680359, 0.20905046718427628, 0.6856322620088697, 0),
    ])

  static let omegaEta = ResonanceFit(
    "omega eta", source: "arXiv:1911.11147, as in DeLiVeR", status: .published, unit: "GeV^-1",
    [("omega(1420)", 1.43, 0.215, 0.0862, 0), ("omega(1650)", 1.67, 0.113, 0.0648, .pi)])

  static let phiEta = ResonanceFit(
    "phi eta", source: "arXiv:1911.11147, as in DeLiVeR", status: .published, unit: "GeV^-1",
    [("phi(1680)", 1.67, 0.122, 0.175, 0), ("phi(2170)", 2.14, 0.0435, 0.00409, 2.19)])

  /// Rows: I=0 and I=1 of K*0 K- pi+ with K*0 to K+ pi-; I=0 and I=1 of the three modes with one neutral pion.
  static let kaonPairTwoPion = ResonanceFit(
    "K Kbar pi pi through K* K pi", source: "DeLiVeR, FKKpipi", status: .published,
    [
      ("phi(1680), charged", 1.650, 0.10306362864702914, 4.5159727286986975, .pi),
      ("rho(1900), charged", 1.8424500809807751, 0.40316760691226605, 15.658829780911248, 0),
      ("phi(1680), one pi0", 1.7, 0.3, 2.488597350435909, 1.0180585878258477),
      ("rho(1900), one pi0", 1.8975485530633405, 0.5037543149729891, 13.505485155732044, 0),
    ])

  /// Rows: resonance in 3(pi+ pi-) and in 2(pi+ pi- pi0). Constants for each: c0, c1, a, b, m0 of the background.
  static let sixPion = ResonanceFit(
    "6 pi", source: "form of BaBar hep-ex/0602006, fit in DeLiVeR", status: .published,
    [("dip, six charged", 1.88, 0.13, 0.0036595657695477346, 21 * degree), ("dip, two pi0", 1.86, 0.16, -0.0072157182261625066, -3 * degree)],
    constants: [
      ("c0, six charged", 0.015278568501613186, ""), ("c1, six charged", -1.0819476867207243, ""), ("a, six charged", 0.8896494373262481, ""),
      ("b, six charged", 1.4, "GeV"), ("m0, six charged", 1.26158551198849, "GeV"), ("c0, two pi0", -0.027580774291809617, ""),
      ("c1, two pi0", 2.3792205359064202, ""), ("a, two pi0", 0.8543454953801702, ""), ("b, two pi0", 1.5431907628236239, "GeV"),
      ("m0, two pi0", 1.19907252783525, "GeV"),
    ])

  /// Everything above and in ``HeavyQuarkInputs``, in the order of the files.
  static let all: [Input] =
    masses + twoPionTower.inputs + twoPionBaBar.inputs + threePion.inputs + pionPhoton.inputs + etaPhoton.inputs + kaonRho.inputs + kaonOmega.inputs
    + kaonPhi.inputs + omegaPion.inputs + fourPion.inputs + etaTwoPion.inputs + kaonPairPionScalar.inputs + kaonPairPionVector.inputs
    + omegaTwoPion.inputs + phiTwoPion.inputs + omegaEta.inputs + phiEta.inputs + kaonPairTwoPion.inputs + sixPion.inputs + HeavyQuarkInputs.all
}
