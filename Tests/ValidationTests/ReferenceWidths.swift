import Foundation
import Testing

/// One row of the shared table of reference widths.
struct ReferenceWidth {
  let id: String
  let model: String
  let assumption: String
  let quantity: String
  let value: Double
  /// Relative tolerance for the stated formula, and for a better calculation.
  let formulaTolerance: Double
  let physicsTolerance: Double
  let parameters: [String: Double]

  /// Whether the table is there.
  static var isAvailable: Bool { ReferenceData.file("models/widths.csv") != nil }

  /// The rows of the models named.
  static func rows(models: Set<String>) throws -> [ReferenceWidth] {
    try ReferenceData.rows(try #require(ReferenceData.file("models/widths.csv"))).compactMap { row in
      guard let model = row["model"], models.contains(model), let value = Double(row["value"] ?? "") else { return nil }
      var parameters: [String: Double] = [:]
      for pair in (row["params"] ?? "").split(separator: ";") {
        let parts = pair.split(separator: "=")
        if parts.count == 2, let number = Double(parts[1]) { parameters[String(parts[0])] = number }
      }
      return ReferenceWidth(
        id: row["id"] ?? "", model: model, assumption: row["assumption"] ?? "", quantity: row["quantity"] ?? "", value: value,
        formulaTolerance: Double(row["rel_tol_formula"] ?? "") ?? 0, physicsTolerance: Double(row["rel_tol_physics"] ?? "") ?? 0, parameters: parameters)
    }
  }
}
