import Testing
import Units

@Suite struct ConstantsTests {
  @Test func everyConstantIsUsable() {
    let all = PhysicalConstants.all
    #expect(Set(all.map(\.name)).count == all.count)
    for input in all {
      #expect(input.value.isFinite && input.value > 0 && !input.source.isEmpty && input.status == .published)
      if let uncertainty = input.uncertainty { #expect(uncertainty > 0 && uncertainty < 0.01 * input.value, "\(input.name)") }
    }
  }

  /// Relations that the definitions of the SI fix exactly, independent of the stored digits.
  @Test func relationsBetweenConstants() {
    let (hbar, charge) = (PhysicalConstants.hbar.value, PhysicalConstants.elementaryCharge.value)
    #expect(abs(PhysicalConstants.hbarC.value / (hbar * 299_792_458) - 1) < 1e-11)
    #expect(abs(hbar * charge * 1e9 / (6.626_070_15e-34 / (2 * .pi)) - 1) < 1e-11)
    #expect(abs(PhysicalConstants.boltzmann.value * charge * 1e9 / 1.380_649e-23 - 1) < 1e-11)
    #expect(abs(1 / PhysicalConstants.fineStructure.value - 137.035_999_177) < 1e-7)
    // Rydberg energy m_e alpha^2/2 = 13.605693 eV.
    #expect(abs(PhysicalConstants.electronMass.value * NaturalUnits.alpha * NaturalUnits.alpha / 2 * 1e9 - 13.605_693_123) < 1e-7)
    #expect(PhysicalConstants.neutronMass.value > PhysicalConstants.protonMass.value + PhysicalConstants.electronMass.value)
  }

  @Test func conversionFactors() {
    // hbar c = 0.1973269804 GeV fm, (hbar c)^2 = 0.3893793721 GeV^2 mb.
    #expect(abs(1 / (NaturalUnits.metre * 1e-15) - 0.197_326_980_4) < 1e-10)
    #expect(abs(1 / NaturalUnits.millibarn - 0.389_379_372_1) < 1e-9)
    // 1 K = 8.617e-5 eV; 1 erg = 624.15 GeV; 1 g = 5.6096e23 GeV.
    #expect(abs(NaturalUnits.kelvin / 8.617_333e-14 - 1) < 1e-6)
    #expect(abs(NaturalUnits.erg / 624.150_907 - 1) < 1e-8)
    #expect(abs(NaturalUnits.gram / 5.609_588_603e23 - 1) < 1e-8)
    #expect(
      abs(NaturalUnits.gramPerCubicCentimetre / (NaturalUnits.gram / (NaturalUnits.centimetre * NaturalUnits.centimetre * NaturalUnits.centimetre)) - 1) < 1e-14
    )
    #expect(abs(NaturalUnits.electricCharge - 0.302_822_121) < 1e-8)
    #expect(Lifetime.seconds(2).seconds == 2 && abs(Length.metres(3).metres - 3) < 1e-15)
  }

  @Test func quantitiesCompare() {
    #expect(Energy.megaElectronVolts(1) < .gigaElectronVolts(1) && Energy.electronVolts(1) < .kiloElectronVolts(1))
    #expect(Lifetime.seconds(1) < .seconds(2))
  }
}
