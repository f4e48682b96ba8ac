import Combination
import Crypto
import Foundation
import Units

/// SHA-256 of what a result depends on.
public enum ContentHash {
  /// The hash of `data` as 64 hexadecimal digits.
  public static func of(_ data: Data) -> String { SHA256.hash(data: data).map { String(format: "%02x", $0) }.joined() }

  /// The hash of inputs: every name, value, unit, uncertainty, source and status, in order.
  public static func of(_ inputs: [Input]) -> String {
    of(Data(inputs.map { "\($0.name)|\($0.value)|\($0.unit)|\($0.uncertainty.map { "\($0)" } ?? "-")|\($0.source)|\($0.status.rawValue)\n" }.joined().utf8))
  }

  /// The hash of a constraint set: ids, kinds and inputs.
  public static func of(_ constraints: [BoundConstraint]) -> String {
    of(Data(constraints.map { "\($0.identity.id)|\($0.identity.kind.rawValue)|\(of($0.inputs))\n" }.joined().utf8))
  }
}
