import Foundation
import Units

/// What a model computes with.
public enum Portal: Sendable, Hashable {
  case vector(VectorPortal)
}

/// A named point of view on a portal: which number is the axis called "coupling", what is held fixed, which conventions hold.
public struct Model: Sendable, Hashable {
  /// The name in commands and files, for example `dark-photon`.
  public let name: String
  /// Other names that are accepted, for example `bc1`.
  public let aliases: [String]
  /// Benchmark number of arXiv:1901.09966, for example `BC1`; `nil` for a model outside that list.
  public let benchmark: String?
  public let title: String
  /// The Lagrangian in plain text.
  public let lagrangian: String
  /// What is easily misread: signs, factors, what is held fixed.
  public let conventions: String
  public let coupling: CouplingAxis
  public let defaultMasses: MassGrid
  /// What `--set key=value` can change, with the values in force.
  public let parameters: [Parameter]
  public let portal: Portal

  /// The number on the axis called "coupling".
  public struct CouplingAxis: Sendable, Hashable {
    public let symbol: String
    public let meaning: String
    /// Empty for a dimensionless coupling.
    public let unit: String
    /// The couplings that scans cover.
    public let range: ClosedRange<Double>
  }

  /// A logarithmic grid of masses in GeV, ends included.
  public struct MassGrid: Sendable, Hashable {
    public let range: ClosedRange<Double>
    public let count: Int
  }

  /// A number of the model that `--set key=value` changes.
  public struct Parameter: Sendable, Hashable {
    public let key: String
    public let meaning: String
    public let value: Double
    public let range: ClosedRange<Double>
  }

  /// The model with some parameters changed.
  ///
  /// - Parameter pairs: keys with their values as text (plain decimal numbers); a key given twice takes the last value.
  /// - Throws: ``ModelError/unknownParameter(model:key:allowed:)`` and ``ModelError/parameterValue(model:key:value:allowed:)``.
  public func setting(_ pairs: [(key: String, value: String)]) throws -> Model {
    var values = parameters
    for (key, text) in pairs {
      guard let index = values.firstIndex(where: { $0.key == key }) else {
        throw ModelError.unknownParameter(model: name, key: key, allowed: values.map(\.key))
      }
      let parameter = values[index]
      guard let value = try? parseDimensionless(text, what: key, in: parameter.range) else {
        let allowed = "a plain number from \(parameter.range.lowerBound) to \(parameter.range.upperBound)"
        throw ModelError.parameterValue(model: name, key: key, value: text, allowed: allowed)
      }
      values[index] = Parameter(key: key, meaning: parameter.meaning, value: value, range: parameter.range)
    }
    guard values != parameters else { return self }
    switch portal {
    case .vector(let vector):
      let charges = FermionCharges(parameters: values)
      let changed = VectorPortal(name: vector.name, charges: charges, gaugeCouplingPerAxis: vector.gaugeCouplingPerAxis)
      return Model(
        name: name, aliases: aliases, benchmark: benchmark, title: title, lagrangian: lagrangian, conventions: conventions, coupling: coupling,
        defaultMasses: defaultMasses, parameters: values, portal: .vector(changed))
    }
  }
}

extension FermionCharges {
  /// The charges as named parameters, in the order of the declaration.
  private static let fields: [(key: String, meaning: String, path: @Sendable (FermionCharges) -> Double)] = [
    ("x_e", "charge of the electron", { $0.electron }), ("x_mu", "charge of the muon", { $0.muon }), ("x_tau", "charge of the tau", { $0.tau }),
    ("x_nu_e", "charge of nu_e", { $0.electronNeutrino }), ("x_nu_mu", "charge of nu_mu", { $0.muonNeutrino }),
    ("x_nu_tau", "charge of nu_tau", { $0.tauNeutrino }), ("x_u", "charge of the up quark", { $0.up }), ("x_d", "charge of the down quark", { $0.down }),
    ("x_s", "charge of the strange quark", { $0.strange }), ("x_c", "charge of the charm quark", { $0.charm }),
    ("x_b", "charge of the bottom quark", { $0.bottom }), ("x_t", "charge of the top quark", { $0.top }),
  ]

  /// These charges as settable parameters from -10 to 10.
  var parameters: [Model.Parameter] {
    Self.fields.map { Model.Parameter(key: $0.key, meaning: $0.meaning, value: $0.path(self), range: -10...10) }
  }

  /// Charges from a complete list of parameters; what is missing is zero.
  init(parameters: [Model.Parameter]) {
    func value(_ key: String) -> Double { parameters.first { $0.key == key }?.value ?? 0 }
    self.init(
      electron: value("x_e"), muon: value("x_mu"), tau: value("x_tau"), electronNeutrino: value("x_nu_e"), muonNeutrino: value("x_nu_mu"),
      tauNeutrino: value("x_nu_tau"), up: value("x_u"), down: value("x_d"), strange: value("x_s"), charm: value("x_c"), bottom: value("x_b"), top: value("x_t"))
  }
}
