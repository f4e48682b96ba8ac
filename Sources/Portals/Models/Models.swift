/// The models that are computed.
public enum Models {
  public static let all: [Model] = vectorBosons + darkSector + scalars + heavyNeutralLeptons + dipoles + pseudoscalars

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
