import Units

/// Reactions of slow mesons with nucleons and with each other. Cross sections times velocity are given in mb times the speed of light.
public enum MesonConversionInputs {
  private static let pospelov = "Pospelov and Pradler, arXiv:1006.4172; Fradette and Pospelov, arXiv:1706.01920; values of arXiv:2411.00931"
  private static let pdg = "PDG 2024"

  private static func crossSection(_ reaction: String, _ value: Double) -> Input {
    Input("sigma v of \(reaction) at rest, without Coulomb factor", value, unit: "mb c", source: pospelov, status: .twoSources)
  }

  public static let pionProton = crossSection("pi- p -> n X", 1.43)
  public static let pionNeutron = crossSection("pi+ n -> p X", 1.57)
  public static let kaonNeutronSigmaMinus = crossSection("K- n -> Sigma- pi0", 20)
  public static let kaonNeutronSigmaZero = crossSection("K- n -> Sigma0 pi-", 20)
  public static let kaonNeutronLambda = crossSection("K- n -> Lambda pi-", 20)
  public static let kaonProtonSigmaMinus = crossSection("K- p -> Sigma- pi+", 21)
  public static let kaonProtonSigmaPlus = crossSection("K- p -> Sigma+ pi-", 9)
  public static let kaonProtonSigmaZero = crossSection("K- p -> Sigma0 pi0", 11)
  public static let kaonProtonLambda = crossSection("K- p -> Lambda pi0", 4)
  public static let longKaonExchange = crossSection("K_L n -> p and K_L p -> n", 7)
  public static let longKaonAbsorption = crossSection("K_L n -> n and K_L p -> p", 10)

  public static let lambdaToProton = Input("BR(Lambda -> p pi-)", 0.641, uncertainty: 0.005, source: pdg, status: .recalled)
  public static let sigmaPlusToNeutron = Input("BR(Sigma+ -> n pi+)", 0.4843, uncertainty: 0.003, source: pdg, status: .recalled)
  public static let pionLifetime = Input("charged pion lifetime", 2.6033e-8, unit: "s", uncertainty: 5e-12, source: pdg, status: .recalled)
  public static let kaonLifetime = Input("charged kaon lifetime", 1.2380e-8, unit: "s", uncertainty: 2e-11, source: pdg, status: .recalled)
  public static let longKaonLifetime = Input("K_L lifetime", 5.116e-8, unit: "s", uncertainty: 2.1e-10, source: pdg, status: .recalled)
  public static let kaonMass = Input("charged kaon mass", 493.677, unit: "MeV", uncertainty: 0.015, source: pdg, status: .recalled)
  public static let kaonToPions = Input(
    "charged pions of its own sign per charged kaon decay", 0.3360, source: "\(pdg): 0.2067 + 2 x 0.05583 + 0.0176", status: .recalled)
  public static let kaonToOppositePions = Input("pions of the other sign per charged kaon decay", 0.0558, source: "\(pdg): pi+ pi+ pi-", status: .recalled)
  public static let longKaonToPions = Input(
    "pions of each sign per K_L decay", 0.4634, source: "\(pdg): half of 0.4055 + 0.2704, and 0.1254", status: .recalled)
  public static let pionScattering = Input(
    "pi pi scattering lengths a0 - a2", 0.2571, unit: "1/m_pi", uncertainty: 0.006, source: "NA48/2, arXiv:0810.2545 and Eur. Phys. J. C 70, 635",
    status: .recalled)

  public static let all: [Input] = [
    pionProton, pionNeutron, kaonNeutronSigmaMinus, kaonNeutronSigmaZero, kaonNeutronLambda, kaonProtonSigmaMinus, kaonProtonSigmaPlus, kaonProtonSigmaZero,
    kaonProtonLambda, longKaonExchange, longKaonAbsorption, lambdaToProton, sigmaPlusToNeutron, pionLifetime, kaonLifetime, longKaonLifetime, kaonMass,
    kaonToPions, kaonToOppositePions, longKaonToPions, pionScattering,
  ]
}
