import Foundation
import Units

/// A named point of view on a portal: which number is the axis called "coupling", what is held fixed, which conventions hold.
public struct Model: Sendable {
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
  /// What the model computes with, for the parameters in force.
  public let portal: Portal
  private let makeCoupling: @Sendable ([Parameter]) -> CouplingAxis
  private let makePortal: @Sendable ([Parameter]) -> Portal

  /// - Parameters:
  ///   - coupling: the axis for the parameters in force.
  ///   - portal: builds the portal from the parameters, whose values are inside their ranges.
  init(
    name: String, aliases: [String] = [], benchmark: String? = nil, title: String, lagrangian: String, conventions: String,
    coupling: @escaping @Sendable ([Parameter]) -> CouplingAxis, defaultMasses: MassGrid, parameters: [Parameter] = [],
    portal: @escaping @Sendable ([Parameter]) -> Portal
  ) {
    self.name = name
    self.aliases = aliases
    self.benchmark = benchmark
    self.title = title
    self.lagrangian = lagrangian
    self.conventions = conventions
    self.coupling = coupling(parameters)
    self.defaultMasses = defaultMasses
    self.parameters = parameters
    self.portal = portal(parameters)
    makeCoupling = coupling
    makePortal = portal
  }

  /// A model whose axis does not depend on its parameters.
  init(
    name: String, aliases: [String] = [], benchmark: String? = nil, title: String, lagrangian: String, conventions: String, coupling: CouplingAxis,
    defaultMasses: MassGrid, parameters: [Parameter] = [], portal: @escaping @Sendable ([Parameter]) -> Portal
  ) {
    self.init(
      name: name, aliases: aliases, benchmark: benchmark, title: title, lagrangian: lagrangian, conventions: conventions, coupling: { _ in coupling },
      defaultMasses: defaultMasses, parameters: parameters, portal: portal)
  }

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

  /// Something of the model that `--set key=value` changes.
  public struct Parameter: Sendable, Hashable {
    public enum Value: Sendable, Hashable {
      case number(Double)
      case option(String)
    }

    public enum Allowed: Sendable, Hashable {
      case range(ClosedRange<Double>)
      /// In GeV, written with a unit.
      case energies(ClosedRange<Double>)
      /// In 1/GeV, written with a unit.
      case inverseEnergies(ClosedRange<Double>)
      case options([String])
    }

    public let key: String
    public let meaning: String
    public let value: Value
    public let allowed: Allowed

    /// A dimensionless number.
    static func number(_ key: String, _ meaning: String, _ value: Double, in range: ClosedRange<Double>) -> Parameter {
      Parameter(key: key, meaning: meaning, value: .number(value), allowed: .range(range))
    }

    /// An energy in GeV.
    static func energy(_ key: String, _ meaning: String, _ value: Double, in range: ClosedRange<Double>) -> Parameter {
      Parameter(key: key, meaning: meaning, value: .number(value), allowed: .energies(range))
    }

    /// An inverse energy in 1/GeV, of either sign.
    static func inverseEnergy(_ key: String, _ meaning: String, _ value: Double, in range: ClosedRange<Double>) -> Parameter {
      Parameter(key: key, meaning: meaning, value: .number(value), allowed: .inverseEnergies(range))
    }

    /// A choice by name; the first option is the default.
    static func option(_ key: String, _ meaning: String, _ options: [String]) -> Parameter {
      Parameter(key: key, meaning: meaning, value: .option(options.first ?? ""), allowed: .options(options))
    }

    /// The value as it is written after the equals sign.
    public var text: String {
      switch value {
      case .number(let number): "\(number)\(unit)"
      case .option(let name): name
      }
    }

    /// Unit of the number as it is written, empty when it is dimensionless.
    private var unit: String {
      switch allowed {
      case .energies: "GeV"
      case .inverseEnergies: "/GeV"
      case .range, .options: ""
      }
    }

    /// What may be written after the equals sign.
    public var allowedText: String {
      switch allowed {
      case .range(let range): "a plain number from \(range.lowerBound) to \(range.upperBound)"
      case .energies(let range):
        "an energy with its unit (\(Energy.acceptedUnits.map(\.name).joined(separator: ", "))) from \(range.lowerBound)GeV to \(range.upperBound)GeV"
      case .inverseEnergies(let range):
        "an inverse energy with its unit (\(InverseEnergy.acceptedUnits.map(\.name).joined(separator: ", "))) from \(range.lowerBound)/GeV to \(range.upperBound)/GeV"
      case .options(let names): names.joined(separator: ", ")
      }
    }

    /// The value read from `text`; `nil` when it is not allowed. An option that is a number may be written as any equal one (`5` for `5.0`).
    fileprivate func reading(_ text: String) -> Parameter? {
      let read: Value? =
        switch allowed {
        case .range(let range): (try? parseDimensionless(text, what: key, in: range)).map(Value.number)
        case .energies(let range): (try? Energy.parseSigned(text, in: range)).map(Value.number)
        case .inverseEnergies(let range): (try? InverseEnergy.parseSigned(text, in: range)).map(Value.number)
        case .options(let names): (names.first { $0 == text } ?? names.first { Self.areEqualNumbers($0, text) }).map(Value.option)
        }
      return read.map { Parameter(key: key, meaning: meaning, value: $0, allowed: allowed) }
    }

    private static func areEqualNumbers(_ a: String, _ b: String) -> Bool {
      func number(_ text: String) -> Double? { try? parseDimensionless(text, what: "option", in: -1e300...1e300) }
      guard let first = number(a), let second = number(b) else { return false }
      return first == second
    }
  }

  /// The model with some parameters changed.
  ///
  /// - Parameter pairs: keys with their values as text; a key given twice takes the last value.
  /// - Throws: ``ModelError/unknownParameter(model:key:allowed:)`` and ``ModelError/parameterValue(model:key:value:allowed:)``.
  public func setting(_ pairs: [(key: String, value: String)]) throws -> Model {
    var values = parameters
    for (key, text) in pairs {
      guard let index = values.firstIndex(where: { $0.key == key }) else {
        throw ModelError.unknownParameter(model: name, key: key, allowed: values.map(\.key))
      }
      guard let changed = values[index].reading(text) else {
        throw ModelError.parameterValue(model: name, key: key, value: text, allowed: values[index].allowedText)
      }
      values[index] = changed
    }
    return Model(
      name: name, aliases: aliases, benchmark: benchmark, title: title, lagrangian: lagrangian, conventions: conventions, coupling: makeCoupling,
      defaultMasses: defaultMasses, parameters: values, portal: makePortal)
  }
}

extension Model {
  /// The same model under another name, without aliases and benchmark number.
  func renamed(_ name: String, title: String?, conventions: String?) -> Model {
    Model(
      name: name, title: title ?? self.title, lagrangian: lagrangian, conventions: conventions ?? self.conventions, coupling: makeCoupling,
      defaultMasses: defaultMasses, parameters: parameters, portal: makePortal)
  }
}

extension [Model.Parameter] {
  /// The number of `key`; zero when there is none.
  func number(_ key: String) -> Double {
    if case .number(let value) = first(where: { $0.key == key })?.value { value } else { 0 }
  }

  /// The option of `key`; empty when there is none.
  func option(_ key: String) -> String {
    if case .option(let name) = first(where: { $0.key == key })?.value { name } else { "" }
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
    Self.fields.map { .number($0.key, $0.meaning, $0.path(self), in: -10...10) }
  }

  /// Charges from a complete list of parameters; what is missing is zero.
  init(parameters: [Model.Parameter]) {
    func value(_ key: String) -> Double { parameters.number(key) }
    self.init(
      electron: value("x_e"), muon: value("x_mu"), tau: value("x_tau"), electronNeutrino: value("x_nu_e"), muonNeutrino: value("x_nu_mu"),
      tauNeutrino: value("x_nu_tau"), up: value("x_u"), down: value("x_d"), strange: value("x_s"), charm: value("x_c"), bottom: value("x_b"), top: value("x_t"))
  }
}
