import Combination
import Foundation
import Likelihoods
import Testing

struct ExclusionFinderTests {
  private let finder = ExclusionFinder()

  @Test func floorWithoutCeilingEndsAtTheValidity() throws {
    let found = finder.intervals(in: 1e-12...1) { log(1e-7 / $0) }
    #expect(found.count == 1 && found[0].endsAtValidity && found[0].high == 1)
    #expect(abs(found[0].low / 1e-7 - 1) < 2e-5)
  }

  @Test func everyIslandIsFoundWithBothEdges() throws {
    // Three islands of width 0.5, 0.05 and 0.02 dex: the last two are narrower than the grid step and found through their minima.
    let islands = [(-9.0, 0.25), (-6.0, 0.025), (-3.3, 0.01)]
    let found = finder.intervals(in: 1e-12...1) { x in islands.map { abs(log10(x) - $0.0) - $0.1 }.min() ?? 1 }
    #expect(found.count == 3)
    for (interval, (centre, half)) in zip(found, islands) {
      #expect(abs(log10(interval.low) - (centre - half)) < 1e-4 && abs(log10(interval.high) - (centre + half)) < 1e-4)
      #expect(!interval.endsAtValidity)
    }
  }

  @Test func jumpsAndInfinitiesAreBracketed() throws {
    let found = finder.intervals(in: 1e-6...1) { $0 > 2e-4 && $0 < 3e-2 ? -.infinity : .infinity }
    #expect(found.count == 1)
    #expect(abs(found[0].low / 2e-4 - 1) < 2e-5 && abs(found[0].high / 3e-2 - 1) < 2e-5)
  }

  @Test func nothingExcludedGivesNothing() throws {
    #expect(finder.intervals(in: 1e-6...1) { _ in 1 }.isEmpty)
    #expect(finder.intervals(in: 1e-6...1) { _ in 0 }.isEmpty)
  }

  @Test func unionMergesOverlapsAndKeepsGaps() {
    func interval(_ low: Double, _ high: Double, open: Bool = false) -> ExcludedInterval { ExcludedInterval(low: low, high: high, endsAtValidity: open) }
    let merged = union(of: [interval(5, 6), interval(1, 2), interval(1.5, 3), interval(5.5, 9, open: true)])
    #expect(merged == [interval(1, 3), interval(5, 9, open: true)])
    #expect(union(of: []).isEmpty)
  }
}
