import Foundation

/// One row of the table of reference widths.
struct ReferenceWidth {
  let id, model, assumption, quantity: String
  let parameters: [String: Double]
  let value, formulaTolerance, physicsTolerance: Double

  /// Whether the table is there.
  static var isAvailable: Bool { ReferenceData.file("models/widths.csv") != nil }

  /// The rows of the named models; empty when the table is absent.
  static func rows(of models: Set<String>) throws -> [ReferenceWidth] {
    guard let url = ReferenceData.file("models/widths.csv") else { return [] }
    return try ReferenceData.rows(url).compactMap { row in
      guard let model = row["model"], models.contains(model), let value = row["value"].flatMap(Double.init) else { return nil }
      var parameters: [String: Double] = [:]
      for pair in (row["params"] ?? "").split(separator: ";") {
        let parts = pair.split(separator: "=")
        if parts.count == 2 { parameters[String(parts[0])] = Double(parts[1]) }
      }
      return ReferenceWidth(
        id: row["id"] ?? "", model: model, assumption: row["assumption"] ?? "", quantity: row["quantity"] ?? "", parameters: parameters, value: value,
        formulaTolerance: row["rel_tol_formula"].flatMap(Double.init) ?? 0, physicsTolerance: row["rel_tol_physics"].flatMap(Double.init) ?? 0)
    }
  }

  func parameter(_ key: String) -> Double { parameters[key] ?? 0 }
}
