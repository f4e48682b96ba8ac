import Units

/// The S wave of pi pi with isospin 0: constrained fit to data, arXiv:1102.2183 (CFD set), section III and tables there. Angles in degrees, masses in GeV.
enum PionPhaseInputs {
  private static let source = "arXiv:1102.2183, constrained fit to data, S0 wave"

  static let pion = Input("pion mass of the S0 wave", 0.13957, unit: "GeV", source: source, status: .twoSources)
  static let kaon = Input("kaon mass of the S0 wave", 0.496, unit: "GeV", source: source, status: .twoSources)
  static let eta = Input("eta mass of the S0 wave", 0.54751, unit: "GeV", source: source, status: .twoSources)

  static let b0 = number("B_0", 7.14, 0.23)
  static let b1 = number("B_1", -25.3, 0.5)
  static let b2 = number("B_2", -33.2, 1.2)
  static let b3 = number("B_3", -26.2, 2.3)
  static let matching = Input("energy where the two low S0 forms join", 0.85, unit: "GeV", source: source, status: .twoSources)
  static let d0 = number("d_0", 226.5, 1.3, unit: "deg")
  static let c = number("c", -81, 290, unit: "deg")
  static let upperB = number("B above 2 m_K", 93.3, nil, unit: "deg")
  static let upperC = number("C above 2 m_K", 48.7, nil, unit: "deg")
  static let upperD = number("D above 2 m_eta", -88.3, nil, unit: "deg")
  static let highest = Input("end of the S0 fit", 1.42, unit: "GeV", source: source, status: .twoSources)

  static let epsilon1 = number("epsilon_1", 4.9, nil, status: .recalled)
  static let epsilon2 = number("epsilon_2", -15.1, nil, status: .recalled)
  static let epsilon3 = number("epsilon_3", 4.7, nil, status: .recalled)
  static let epsilon4 = number("epsilon_4", 0.32, nil, status: .recalled)

  /// Sets the slope of pi pi -> K Kbar at s = 0.
  static let decayConstant = Input(
    "pion decay constant F_pi (92 MeV convention)", 0.0921, unit: "GeV", uncertainty: 6e-4, source: "PDG 2024", status: .twoSources)

  static let all: [Input] = [
    pion, kaon, eta, b0, b1, b2, b3, matching, d0, c, upperB, upperC, upperD, highest, epsilon1, epsilon2, epsilon3, epsilon4, decayConstant,
  ]

  private static func number(_ name: String, _ value: Double, _ error: Double?, unit: String = "", status: SourceStatus = .twoSources) -> Input {
    Input("S0 wave \(name)", value, unit: unit, uncertainty: error, source: source, status: status)
  }
}
