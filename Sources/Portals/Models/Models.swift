/// The models that are computed.
public enum Models {
  public static let all: [Model] = [darkPhoton, bMinusL, vector] + pseudoscalar

  public static let darkPhoton = Model(
    name: "dark-photon", aliases: ["bc1"], benchmark: "BC1", title: "Dark photon that decays visibly",
    lagrangian: "L = -1/4 F'_{mu nu} F'^{mu nu} + 1/2 m^2 A'_mu A'^mu - epsilon e A'_mu J_em^mu",
    conventions: """
      epsilon is the mixing with the photon below the weak scale, -(epsilon/2) F' F; the mixing with hypercharge is epsilon/cos(theta_W). \
      The gauge coupling to electrons is g = epsilon e, alpha = alpha(0). No decay into dark particles. Gamma(hadrons) = alpha epsilon^2 m R/3.
      """,
    coupling: Model.CouplingAxis(symbol: "epsilon", meaning: "kinetic mixing with the photon", unit: "", range: 1e-18...1),
    defaultMasses: Model.MassGrid(range: 1e-9...1, count: 181), portal: { _ in .vector(.darkPhoton) })

  public static let bMinusL = Model(
    name: "b-minus-l", aliases: [], benchmark: nil, title: "Gauge boson of baryon minus lepton number",
    lagrangian: "L = -1/4 Z'_{mu nu} Z'^{mu nu} + 1/2 m^2 Z'_mu Z'^mu + g Z'_mu (sum_q qbar gamma^mu q/3 - sum_l lbar gamma^mu l - sum nubar_L gamma^mu nu_L)",
    conventions: """
      Three light left-handed neutrinos (right-handed ones heavy), each with g^2 m/(24 pi). No kinetic mixing at any scale. \
      Hadrons couple through omega (x2 in amplitude) and phi (x -1), not through rho.
      """,
    coupling: Model.CouplingAxis(symbol: "g", meaning: "gauge coupling", unit: "", range: 1e-18...1),
    defaultMasses: Model.MassGrid(range: 1e-9...1, count: 181), portal: { _ in .vector(.bMinusL) })

  public static let vector = Model(
    name: "vector", aliases: [], benchmark: nil, title: "Vector boson with any charges",
    lagrangian: "L = -1/4 X_{mu nu} X^{mu nu} + 1/2 m^2 X_mu X^mu + g X_mu sum_f x_f fbar gamma^mu f",
    conventions: """
      Neutrinos are left-handed. The charges default to the electric ones, for which g = epsilon e of the dark photon. \
      Kinetic mixing by loops of charged particles is not added; anomalies are the user's business.
      """,
    coupling: Model.CouplingAxis(symbol: "g", meaning: "gauge coupling that multiplies the charges", unit: "", range: 1e-18...1),
    defaultMasses: Model.MassGrid(range: 1e-9...1, count: 181), parameters: FermionCharges.electric.parameters,
    portal: { .vector(VectorPortal(name: "vector", charges: FermionCharges(parameters: $0), gaugeCouplingPerAxis: 1)) })

  /// The model of this name or alias, upper and lower case alike.
  ///
  /// - Throws: ``ModelError/unknownModel(name:available:closest:)`` with every name and the closest one.
  public static func find(_ name: String) throws -> Model {
    let wanted = name.lowercased()
    if let model = all.first(where: { $0.name == wanted || $0.aliases.contains(wanted) }) { return model }
    let names = all.flatMap { [$0.name] + $0.aliases }
    let distances = names.map { ($0, editDistance(Array(wanted.unicodeScalars.prefix(60)), Array($0.unicodeScalars))) }
    let best = distances.min { $0.1 < $1.1 }
    let closest = best.flatMap { $0.1 <= max(2, $0.0.count / 2) ? $0.0 : nil }
    throw ModelError.unknownModel(name: printableName(name), available: all.map(\.name), closest: closest)
  }

  /// Levenshtein distance.
  private static func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let substitution = diagonal + (x == y ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substitution, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }

  /// At most 60 characters on one line.
  private static func printableName(_ name: String) -> String {
    let clean = name.unicodeScalars.prefix(60).map { $0.value < 0x20 || $0.value == 0x7f ? "?" : String($0) }.joined()
    return name.unicodeScalars.count > 60 ? clean + "..." : clean
  }
}
