import Foundation
import Testing
import Units

@Suite struct QuantityParsingTests {
  @Test func acceptsTheNotationsOfTheContract() throws {
    #expect(try Energy.parse("100MeV").naturalValue == 100 * 1e-3)
    #expect(try Energy.parse("1e-3GeV").naturalValue == 1e-3)
    #expect(try Energy.parse("2eV").naturalValue == 2e-9)
    #expect(try Energy.parse("1 keV").naturalValue == 1e-6)
    #expect(try Energy.parse(".5GeV").naturalValue == 0.5 && Energy.parse("5.GeV").naturalValue == 5 && Energy.parse("+5GeV").naturalValue == 5)
    #expect(try Energy.parse("1eV").naturalValue == 1e-9)
    #expect(try InverseEnergy.parse("1e-10/GeV").naturalValue == 1e-10)
    #expect(abs(try InverseEnergy.parse("1/MeV").naturalValue - 1e3) < 1e-10)
    #expect(abs(try Lifetime.parse("1e5s").seconds - 1e5) < 1e-9)
    #expect(abs(try Length.parse("10m").metres - 10) < 1e-14)
    #expect(abs(try Temperature.parse("1.5e7K").kelvin / 1.5e7 - 1) < 1e-15)
    #expect(try Temperature.parse("1keV").naturalValue == 1e-6)
    // (hbar c)^2 c = 0.389 379 4 mb GeV^2 times c.
    #expect(abs(try RateCoefficient.parse("1.167330e-17cm^3/s").naturalValue - 1) < 1e-6)
    #expect(abs(try RateCoefficient.parse("1m3/s").cubicCentimetresPerSecond / 1e6 - 1) < 1e-14)
  }

  @Test(arguments: [
    "", " ", "1", "MeV", "1 ", "1  MeV", " 1MeV", "1MeV ", "1Mev", "1mev", "0MeV", "-1MeV", "nanMeV", "infMeV", "0x10MeV", "1e999MeV", "1e-999MeV", "1,5MeV",
    "1MeV2", "1e3e3MeV",
    "--1MeV", "1..2MeV", "1_000MeV", "\u{661}MeV", "1\u{3bc}eV", "1MeV\0", "e3MeV", ".MeV", "1/GeV",
  ])
  func refusesEverythingElse(_ text: String) {
    #expect(throws: QuantityError.self) { try Energy.parse(text) }
  }

  @Test func lookalikesOfLettersAreRefused() {
    #expect(throws: QuantityError.self) { try Temperature.parse("1\u{212a}") }
    #expect(throws: QuantityError.self) { try Energy.parse("1M\u{435}V") }
  }

  @Test func messagesAreOneLineAndListTheUnits() {
    for text in ["5", "5parsec", "\n\t", String(repeating: "9", count: 5000), "1" + String(repeating: "e\u{301}", count: 60)] {
      #expect {
        try Energy.parse(text)
      } throws: { error in
        let message = "\(error)"
        return !message.contains("\n") && message.count < 400
      }
    }
    #expect {
      try Energy.parse("5")
    } throws: { "\($0)".contains("MeV") }
    #expect {
      try Length.parse("5GeV")
    } throws: { "\($0)".contains("km") }
  }

  /// What is written reads back to the same number, to the rounding of one division and one multiplication.
  @Test func formattedTextReadsBack() throws {
    var generator = SplitMix(state: 11)
    for _ in 0..<2000 {
      let value = pow(10, 60 * generator.unit() - 30)
      for unit in Energy.acceptedUnits.map(\.name) {
        let text = try Energy(naturalValue: value).formatted(in: unit)
        #expect(abs(try Energy.parse(text).naturalValue / value - 1) < 5e-16)
      }
    }
    #expect(throws: QuantityError.self) { try Energy(naturalValue: 1).formatted(in: "furlong") }
  }

  /// Any bytes: never a crash, and whatever is accepted is finite, above zero and reads back after writing.
  @Test func randomTextNeverCrashes() throws {
    let alphabet = Array("0123456789+-.eE /:,MGkTnumpeVKsfmcinl\0\n\u{7f}xa")
    var generator = SplitMix(state: 5)
    var accepted = 0
    for round in 0..<60_000 {
      let length = Int(generator.next() % 12)
      let text: String
      if round % 3 == 0 {
        text = String(decoding: (0..<length).map { _ in UInt8(truncatingIfNeeded: generator.next()) }, as: UTF8.self)
      } else {
        text = String((0..<length).map { _ in alphabet[Int(generator.next() % UInt64(alphabet.count))] })
      }
      for parse in [Self.check(Energy.self), Self.check(Lifetime.self), Self.check(Length.self), Self.check(Temperature.self), Self.check(InverseEnergy.self)] {
        if try parse(text) { accepted += 1 }
      }
      _ = try? Grid<Energy>.parse(text)
      if let number = try? parseDimensionless(text, what: "number", in: -1e9...1e9) { #expect(abs(number) <= 1e9) }
    }
    #expect(accepted > 50)
  }

  private static func check<Q: Quantity>(_: Q.Type) -> (String) throws -> Bool {
    { text in
      guard let quantity = try? Q.parse(text) else { return false }
      let value = quantity.naturalValue
      #expect(value.isFinite && value > 0, "\(text)")
      guard let unit = Q.acceptedUnits.first(where: { (value / $0.factor).isNormal })?.name else { return true }
      let again = try Q.parse(quantity.formatted(in: unit)).naturalValue
      #expect(abs(again / value - 1) < 1e-15, "\(text)")
      return true
    }
  }

  @Test func signedQuantities() throws {
    #expect(try InverseEnergy.parseSigned("-2/GeV", in: -10...10) == -2)
    #expect(try Energy.parseSigned("0GeV", in: 0...1) == 0)
    for text in ["5", "20GeV", "-1GeV", "1/GeV", "1e-999GeV"] { #expect(throws: QuantityError.self) { try Energy.parseSigned(text, in: 1e-6...10) } }
  }

  @Test func dimensionlessNumbers() throws {
    #expect(try parseDimensionless("-2.5e-3", what: "x", in: -1...1) == -2.5e-3)
    #expect {
      try parseDimensionless("2", what: "confidence level", in: 0...1)
    } throws: { "\($0)" == "confidence level 2 is out of range; allowed: 0.0 to 1.0" }
    for text in ["", "1GeV", "nan", "inf", "1 "] { #expect(throws: QuantityError.self) { try parseDimensionless(text, what: "x", in: 0...1) } }
  }
}

/// A deterministic generator for property tests.
struct SplitMix {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
