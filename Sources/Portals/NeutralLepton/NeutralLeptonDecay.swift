import Foundation
import Units

/// Partial widths of a heavy neutral lepton for any mixing, Dirac or Majorana, from the contact interaction at low mass to on-shell W, Z and h at 1 TeV.
public struct NeutralLeptonDecay: Sendable {
  public let portal: HeavyNeutralLeptonPortal

  public init(_ portal: HeavyNeutralLeptonPortal) { self.portal = portal }

  /// The largest mass in GeV.
  public static let highestMass = 1000.0
  /// The largest |U|^2 summed over flavours: beyond, the mixing is no mixing.
  public static let largestMixing = 1.0
  /// Up to this mass in GeV the one-photon mode is listed; above, its formula for m << m_W fails and its share is below 1e-3.
  public static let highestPhotonMass = 20.0

  private struct Tables: Sendable {
    let leptonic: NeutralLeptonLeptonic
    let hadrons: NeutralLeptonHadrons
    static let shared = Result { Tables(leptonic: try NeutralLeptonLeptonic(), hadrons: try NeutralLeptonHadrons.shared()) }
  }

  /// Every partial width in GeV. Formulas and sources: docs/models/heavy-neutral-leptons.md. Closed states are absent, so a threshold is exactly zero.
  ///
  /// - Parameters:
  ///   - mass: in GeV, above zero and at most ``highestMass``.
  ///   - coupling: |U|^2 on the model's axis, above zero; the sum over flavours at most ``largestMixing``.
  /// - Throws: ``ModelError/outsideValidity(quantity:value:allowed:reason:)`` outside those ranges; ``Numerics/NumericsError`` when a table cannot be built.
  public func widths(mass: Double, coupling: Double) throws -> DecayWidths {
    try check(mass: mass, coupling: coupling)
    let tables = try Tables.shared.get()
    let unit = Self.unit(mass, coupling: coupling) * portal.conjugates
    var partials: [DecayWidths.Partial] = []
    func add(_ name: String, _ width: Double, partOfHadrons: Bool = false, visible: Bool = true) {
      if width > 0 { partials.append(DecayWidths.Partial(name, width: width, isPartOfHadrons: partOfHadrons, isVisible: visible)) }
    }
    let flavours = LeptonFlavour.allCases.filter { portal.share($0) > 0 }
    let total = portal.totalShare
    add("nu nu nubar", unit * total * tables.leptonic.threeNeutrinos(mass), visible: false)
    if mass <= Self.highestPhotonMass { add("nu gamma", unit * total * 27 * NaturalUnits.alpha / (8 * .pi)) }
    for pair in LeptonFlavour.allCases {
      let width = flavours.reduce(0) { $0 + portal.share($1) * tables.leptonic.neutrinoPair(mass, mixing: $1, pair: pair) }
      add("nu \(pair.symbol)+ \(pair.symbol)-", unit * width)
    }
    for (first, second) in [(LeptonFlavour.electron, LeptonFlavour.muon), (.electron, .tau), (.muon, .tau)] {
      var width = 0.0
      if portal.share(first) > 0 { width += portal.share(first) * tables.leptonic.differentLeptons(mass, mixing: first, other: second) }
      if portal.share(second) > 0 { width += portal.share(second) * tables.leptonic.differentLeptons(mass, mixing: second, other: first) }
      add("\(first.symbol) \(second.symbol) nu", unit * width)
    }
    add("nu h", portal.conjugates * coupling * total * Self.onShellHiggs(mass))
    add("hadrons", unit * hadrons(tables.hadrons, mass))
    for flavour in flavours {
      for meson in tables.hadrons.mesons(mass, lepton: flavour) { add(meson.name, unit * portal.share(flavour) * meson.width, partOfHadrons: true) }
    }
    for meson in tables.hadrons.mesons(mass, lepton: nil) { add(meson.name, unit * total * meson.width, partOfHadrons: true) }
    return DecayWidths(mass: mass, coupling: coupling, partials: partials)
  }

  /// The range in GeV of the hadronic width: alpha_s at half and twice its scale, the last term of the series left out or doubled, two treatments of the heavy-quark
  /// threshold, decay constants moved by their errors together, and single mesons against quarks inside and up to the join. `nil` where no hadron is open.
  ///
  /// - Throws: as ``widths(mass:coupling:)``.
  public func hadronicBand(mass: Double, coupling: Double) throws -> ClosedRange<Double>? {
    try check(mass: mass, coupling: coupling)
    let tables = try Tables.shared.get()
    let unit = Self.unit(mass, coupling: coupling) * portal.conjugates
    typealias Choice = NeutralLeptonQuarks.Choice
    let choices = [
      Choice(), Choice(scaleFactor: 0.5), Choice(scaleFactor: 2), Choice(lastTerm: 0), Choice(lastTerm: 2), Choice(thresholdPower: 0),
      Choice(scaleFactor: 0.5, thresholdPower: 0),
    ]
    var values: [Double] = []
    for choice in choices {
      for shift in [-1.0, 0, 1] {
        values.append(unit * hadrons(tables.hadrons, mass, treatment: portal.hadronTreatment, choice: choice, mesonShift: shift))
      }
    }
    values.append(unit * hadrons(tables.hadrons, mass, treatment: .joined))
    // Up to the end of the join of the light quarks the two pictures bracket each other; above it single mesons are known to be incomplete.
    if mass < Self.mesonsTrusted {
      values.append(unit * hadrons(tables.hadrons, mass, treatment: .mesons))
      values.append(unit * hadrons(tables.hadrons, mass, treatment: .larger))
    }
    guard let low = values.min(), let high = values.max(), high > 0 else { return nil }
    return low...high
  }

  private static let mesonsTrusted = 1.25

  /// Hadrons beside every lepton, in units of G_F^2 m^5/(192 pi^3), shares included.
  private func hadrons(
    _ tables: NeutralLeptonHadrons, _ mass: Double, treatment: HeavyNeutralLeptonPortal.HadronTreatment? = nil, choice: NeutralLeptonQuarks.Choice = .init(),
    mesonShift: Double = 0
  ) -> Double {
    let isContact = mass <= NeutralLeptonLeptonic.contactLimit
    let treatment = treatment ?? portal.hadronTreatment
    let neutral = tables.total(mass, lepton: nil, boson: isContact ? nil : .z, treatment: treatment, choice: choice, mesonShift: mesonShift)
    return LeptonFlavour.allCases.reduce(portal.totalShare * neutral) { sum, flavour in
      let share = portal.share(flavour)
      guard share > 0 else { return sum }
      return sum + share * tables.total(mass, lepton: flavour, boson: isContact ? nil : .w, treatment: treatment, choice: choice, mesonShift: mesonShift)
    }
  }

  func check(mass: Double, coupling: Double) throws {
    guard mass > 0, mass <= Self.highestMass else {
      throw ModelError.outsideValidity(
        quantity: "mass in GeV", value: mass, allowed: "above 0 to \(Self.highestMass)", reason: "heavier states and the width of N itself are not considered")
    }
    let largest = portal.totalShare > 0 ? Self.largestMixing / portal.totalShare : Double.greatestFiniteMagnitude
    guard coupling > 0, coupling <= largest else {
      throw ModelError.outsideValidity(
        quantity: "coupling |U|^2", value: coupling, allowed: "above 0 to \(largest)", reason: "the sum of |U_a|^2 is at most 1")
    }
  }

  /// G_F^2 m^5/(192 pi^3) times the coupling, GeV.
  static func unit(_ mass: Double, coupling: Double) -> Double {
    let fermi = ElectroweakInputs.fermiConstant.value
    let square = fermi * mass * mass
    return coupling * square * square * mass / (192 * pow(Double.pi, 3))
  }

  // MARK: On-shell bosons, |U|^2 = 1, Dirac

  /// N -> l^- W^+: G_F m^3/(8 pi sqrt 2) [(1 - x_l)^2 + x_W (1 + x_l) - 2 x_W^2] sqrt(lambda(1, x_W, x_l)), GeV.
  public static func onShellW(_ mass: Double, lepton: LeptonFlavour) -> Double {
    let boson = ElectroweakInputs.wMass.value
    guard mass > boson + lepton.mass else { return 0 }
    let (xl, xw) = (lepton.mass * lepton.mass / (mass * mass), boson * boson / (mass * mass))
    let bracket = (1 - xl) * (1 - xl) + xw * (1 + xl) - 2 * xw * xw
    return goldstone(mass) * bracket * NeutralLeptonPhaseSpace.kallenRoot(1, xw, xl)
  }

  /// N -> nu Z: G_F m^3/(16 pi sqrt 2) (1 - x)^2 (1 + 2x), x = m_Z^2/m^2, GeV.
  public static func onShellZ(_ mass: Double) -> Double {
    let ratio = ElectroweakInputs.zMass.value / mass
    let x = ratio * ratio
    return x < 1 ? 0.5 * goldstone(mass) * (1 - x) * (1 - x) * (1 + 2 * x) : 0
  }

  /// N -> nu h: G_F m^3/(16 pi sqrt 2) (1 - x)^2, x = m_h^2/m^2, GeV.
  public static func onShellHiggs(_ mass: Double) -> Double {
    let ratio = ElectroweakInputs.higgsMass.value / mass
    let x = ratio * ratio
    return x < 1 ? 0.5 * goldstone(mass) * (1 - x) * (1 - x) : 0
  }

  private static func goldstone(_ mass: Double) -> Double { ElectroweakInputs.fermiConstant.value * mass * mass * mass / (8 * .pi * 2.0.squareRoot()) }
}
