import Foundation
import Testing
import Units

@Suite struct GridTests {
  @Test func logarithmicGridIncludesItsEnds() throws {
    let grid = try Grid<Energy>.parse("1keV..10GeV:100")
    #expect(grid.values.count == 100 && grid.values.first == 1e-6 && grid.values.last == 10)
    let ratios = zip(grid.values.dropFirst(), grid.values).map { $0 / $1 }
    #expect(ratios.allSatisfy { abs($0 / ratios[0] - 1) < 1e-12 })
    #expect(try Grid<Energy>.logarithmic(from: .kiloElectronVolts(1), to: .gigaElectronVolts(10), count: 100) == grid)
  }

  @Test func linearGridAndLists() throws {
    #expect(try Grid<Energy>.parse("1GeV..3GeV:5lin").values == [1, 1.5, 2, 2.5, 3])
    #expect(try Grid<Energy>.parse("3GeV,1MeV,2GeV").values == [1e-3, 2, 3])
    #expect(try Grid<Energy>.parse("5GeV").values == [5])
    #expect(try Grid<Energy>.parse("5GeV..5GeV:1").values == [5])
  }

  @Test(arguments: [
    "", ",", "1GeV,", "1GeV..2GeV", "1GeV..2GeV:", "1GeV..2GeV:0", "1GeV..2GeV:1", "1GeV..2GeV:-3", "1GeV..2GeV:3.5", "1GeV..2GeV:3log", "2GeV..1GeV:5",
    "1GeV..1GeV:2", "1..2:3",
    "1GeV..2:3", "1GeV..2GeV:1000001", "1GeV..2GeV:99999999999999999999", "1GeV,1GeV", "nan..1GeV:3", "-1GeV..1GeV:3", "1GeV...2GeV:3", "1GeV..2GeV:+5",
    "1GeV..2GeV:\u{665}",
  ])
  func badGridsAreRefused(_ text: String) {
    #expect {
      try Grid<Energy>.parse(text)
    } throws: { error in error is QuantityError && !"\(error)".contains("\n") }
  }

  @Test func valuesAreChecked() {
    for values in [[], [0.0], [-1], [.nan], [.infinity], [2, 1], [1, 1]] { #expect(throws: QuantityError.self) { try Grid<Energy>(values: values) } }
  }
}
