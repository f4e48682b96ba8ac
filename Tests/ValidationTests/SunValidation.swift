import Foundation
import Portals
import StellarCooling
import Testing
import Units

/// The Sun against other people's numbers: structure, damping rates, fluxes, limits. Every comparison prints what it measured.
@Suite struct SunValidation {
  private let keV = NaturalUnits.kiloElectronvolt
  private let eV = NaturalUnits.electronvolt

  private func table(_ name: String) throws -> [[Double]] { try ReferenceData.columns(try #require(ReferenceData.file("stellar/" + name))) }

  private func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? .nan : sorted[sorted.count / 2]
  }

  /// log10 of our limit (L < 0.1 L_sun) over the published one at the points of a published curve.
  private func deviations(from name: String, masses: ClosedRange<Double>) throws -> [(mass: Double, dex: Double)] {
    let emission = try SolarEmission(.darkPhoton)
    return try table(name).filter { masses.contains($0[0]) && $0[1] < 0.1 }.map {
      let luminosity = try emission.luminosity(mass: $0[0] * eV, coupling: 1)
      return ($0[0], log10((0.1 / luminosity.overSolar).squareRoot() / $0[1]))
    }
  }

  // MARK: Structure

  /// The brief of the structure: T of B16-AGSS09 inside 0.8 R. The density is a fit to the same model, so only T, kappa and the envelope are independent.
  private static let interiorTemperature = 0.025
  /// 0.8 to 0.982 R: the adiabat lacks the superadiabatic layer's jump, about 0.4 eV, which is 6 % of T at 0.98 R.
  private static let envelopeTemperature = 0.08
  /// The density fit's largest deviation is 1.1 %.
  private static let interiorDensity = 0.012
  /// kappa^2 of the reference has degenerate electrons (4 % lower at the centre).
  private static let screening = 0.05

  @Test(.enabled(if: ReferenceData.isAvailable, Comment(rawValue: ReferenceData.absence))) func structureIsThatOfTheStandardSolarModel() throws {
    let model = try SolarModel.standard
    var worst = (inner: 0.0, outer: 0.0, plasma: 0.0)
    for row in try table("sun_profile_b16agss09.dat") {
      let layer = try #require(model.profile(at: [row[0]]).first)
      let temperature = abs(layer.temperature / keV / row[1] - 1)
      if row[0] < 0.8 {
        worst.inner = max(worst.inner, temperature)
        worst.plasma = max(worst.plasma, abs(layer.plasmaFrequency / keV / row[5] - 1))
        #expect(abs(layer.density / NaturalUnits.gramPerCubicCentimetre / row[2] - 1) < Self.interiorDensity)
        #expect(abs(layer.debyeWavenumber * layer.debyeWavenumber / (keV * keV) / row[4] - 1) < Self.screening)
      } else {
        worst.outer = max(worst.outer, temperature)
      }
    }
    print("Sun structure: largest deviation of T \(worst.inner) (r < 0.8 R), \(worst.outer) (0.8-0.982 R); of omega_p \(worst.plasma) (r < 0.8 R)")
    #expect(worst.inner < Self.interiorTemperature)
    #expect(worst.outer < Self.envelopeTemperature)
    #expect(worst.plasma < 0.015)
  }

  // MARK: Damping rates, through the solar axion flux

  /// Redondo's compact fits: bremsstrahlung within 2.5 % of 1310.0823 from 0.5 to 4 keV, Compton within 3 %; 5 % in all.
  private static let compactFit = 0.05
  /// Opacity tables contain lines (15-25 % of the flux near 1 keV) and 4 % more metals, neither computed here.
  private static let opacityFlux = 0.15

  @Test(.enabled(if: ReferenceData.isAvailable, Comment(rawValue: ReferenceData.absence))) func freeFreeAndThomsonRatesGiveTheSolarAxionFlux() throws {
    // Any electric dipole transition that absorbs a photon at the rate Gamma absorbs an axion at (1/2) g^2 omega^2/(e^2 m_e^2) Gamma; Compton at twice that.
    let model = try SolarModel.standard
    let g = 1e-13
    let astronomicalUnit = 1.495_978_707e13 * NaturalUnits.centimetre
    func flux(_ energyKeV: Double) -> (freeFree: Double, boundFree: Double, compton: Double) {
      let w = energyKeV * keV
      let ratio = 0.5 * g * g * w * w / (4 * .pi * NaturalUnits.alpha * NaturalUnits.electronMass * NaturalUnits.electronMass)
      var sum = (0.0, 0.0, 0.0)
      for (a, b) in zip(model.layers, model.layers.dropFirst()) where w < 60 * b.temperature && b.fraction < 0.9 {
        let rates = b.damping(energy: w)
        let volume = 4 * .pi * b.radius * b.radius * (b.radius - a.radius) * w * w / (2 * .pi * .pi) / expm1(w / b.temperature) * ratio
        sum = (sum.0 + volume * rates.freeFree, sum.1 + volume * rates.boundFree, sum.2 + 2 * volume * rates.thomson)
      }
      let unit = keV / (4 * .pi * astronomicalUnit * astronomicalUnit) * NaturalUnits.centimetre * NaturalUnits.centimetre * NaturalUnits.second
      return (sum.0 * unit, sum.1 * unit, sum.2 * unit)
    }
    for e in [0.5, 0.7, 1, 1.5, 2, 3, 4] {
      let computed = flux(e)
      let bremsstrahlung = 2.63e9 * e * exp(-0.77 * e) / (1 + 0.667 * pow(e, 1.278))
      let compton = 1.33e7 * pow(e, 2.987) * exp(-0.776 * e)
      print("Sun axion flux at \(e) keV: bremsstrahlung/fit \(computed.freeFree / bremsstrahlung), Compton/fit \(computed.compton / compton)")
      #expect(abs(computed.freeFree / bremsstrahlung - 1) < Self.compactFit)
      #expect(abs(computed.compton / compton - 1) < Self.compactFit)
    }
    // With atomic absorption: integral from 0.5 to 5 keV against the opacity-based flux.
    let opacity = try table("sun_axion_ABC_b16agss09.dat").filter { (0.5...5).contains($0[0]) }
    var (ours, theirs) = (0.0, 0.0)
    for (a, b) in zip(opacity, opacity.dropFirst()) {
      let computed = flux(0.5 * (a[0] + b[0]))
      ours += (computed.freeFree + computed.boundFree + computed.compton) * (b[0] - a[0])
      theirs += 0.5 * (a[1] + b[1]) * (b[0] - a[0])
    }
    print("Sun axion flux, all processes over opacity-based, 0.5-5 keV: \(ours / theirs)")
    #expect(abs(ours / theirs - 1) < Self.opacityFlux)
  }

  // MARK: Dark photon fluxes and limits

  /// Redondo's atlas (1501.07292) uses another solar model and opacities; on resonance only T(r*) and the slope of omega_p matter.
  private static let resonantFlux = 0.08

  @Test(.enabled(if: ReferenceData.isAvailable, Comment(rawValue: ReferenceData.absence)), arguments: [31.6228, 100.0])
  func resonantTransverseFluxIsThatOfTheAtlas(massEV: Double) throws {
    let rows = try table("sun_dp_T_flux_1501.07292.dat").filter { $0[0] == massEV && $0[1] > 2 * massEV && $0[1] < 3000 }
    let points = try SolarEmission(.darkPhoton).spectrum(mass: massEV * eV, coupling: 1, energies: rows.map { $0[1] * eV })
    let astronomicalUnit = 1.495_978_707e13
    // The table has eps^2 m^4 (m in eV) taken out; per eV.
    let ratios = zip(rows, points).map { row, point in
      point.transverse / (point.energy / NaturalUnits.erg) / 1000 / (4 * .pi * astronomicalUnit * astronomicalUnit) / pow(massEV, 4) / row[2]
    }
    print("Sun transverse flux at \(massEV) eV over 1501.07292: median \(median(ratios)), from \(ratios.min() ?? .nan) to \(ratios.max() ?? .nan)")
    #expect(abs(median(ratios) - 1) < Self.resonantFlux)
  }

  /// Published 4e-12 (1305.2920), 4.24e-12 from a standard solar model: the issue asks for 10 % of 4.2e-12.
  private static let lowMass = 0.10

  @Test func lowMassLimitIsAConstantTimesTheMass() throws {
    let emission = try SolarEmission(.darkPhoton)
    for mass in [1e-6, 1e-4, 1e-2] {
      let product = (0.1 / (try emission.luminosity(mass: mass * eV, coupling: 1)).overSolar).squareRoot() * mass
      print("Sun eps m = \(product) eV at m = \(mass) eV")
      #expect(abs(product / 4.2e-12 - 1) < Self.lowMass)
    }
    // 2 % of the luminosity against the global fit's 1.8e-12 eV (1501.01639): its data also constrain the shape, 10 %.
    let product = (0.02 / (try emission.luminosity(mass: 1e-3 * eV, coupling: 1)).overSolar).squareRoot() * 1e-3
    print("Sun eps m = \(product) eV for the global fit's 2 %")
    #expect(abs(product / 1.8e-12 - 1) < 0.10)
  }

  /// Asked for by the issue: median over 1-200 eV. Single points up to 0.15 dex between 5 and 7 eV, where the published curve is the larger of the two
  /// polarisations and ours is their sum (up to a factor sqrt2 at equality).
  private static let medianDistance = 0.08

  @Test(.enabled(if: ReferenceData.isAvailable, Comment(rawValue: ReferenceData.absence))) func limitFollowsRedondoAndRaffeltBelowTwoHundredElectronvolts()
    throws
  {
    let points = try deviations(from: "dp_sun_1305.2920.dat", masses: 1...200)
    let distance = median(points.map { abs($0.dex) })
    print("Sun limit over 1305.2920, 1-200 eV: median distance \(distance) dex; " + points.map { "\($0.mass): \($0.dex)" }.joined(separator: ", "))
    #expect(distance < Self.medianDistance)
    #expect(points.allSatisfy { abs($0.dex) < 0.16 })
  }

  /// 2304.12907 (full structure, both polarisations): 0.15 dex is a factor 2 in luminosity; lines and opacities differ by 10-30 % in rate, T by 1 % (a factor e^{-m/T}).
  private static let aboveResonance = 0.15

  @Test(.enabled(if: ReferenceData.isAvailable, Comment(rawValue: ReferenceData.absence))) func limitFollowsLiAndXuAboveTheResonance() throws {
    let points = try deviations(from: "dp_sun_2304.12907.dat", masses: 380...20_500)
    print("Sun limit over 2304.12907, 0.38-20.5 keV: " + points.map { "\($0.mass): \($0.dex)" }.joined(separator: ", "))
    #expect(points.allSatisfy { abs($0.dex) < Self.aboveResonance })
    // The older curve lies higher by up to a factor 2.5; shown, not asserted (docs/constraints/sun.md).
    let older = try deviations(from: "dp_sun_1305.2920.dat", masses: 250...20_000)
    print("Sun limit over 1305.2920, 0.25-20 keV: " + older.map { "\($0.mass): \($0.dex)" }.joined(separator: ", "))
  }
}
