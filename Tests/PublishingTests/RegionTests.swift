import Combination
import Publishing
import Testing

struct RegionTests {
  private func interval(_ low: Double, _ high: Double) -> ExcludedInterval { ExcludedInterval(low: low, high: high, endsAtValidity: false) }

  @Test func overlappingIntervalsJoinAndGapsSeparate() {
    let regions = Region.joining([
      (1, [interval(1, 2)]), (2, [interval(1.5, 3), interval(10, 20)]), (3, [interval(12, 30)]), (4, []), (5, [interval(1, 2)]), (6, [interval(1, 2)]),
    ])
    #expect(regions.map { $0.points.map(\.mass) }.sorted { $0[0] < $1[0] } == [[1, 2], [2, 3], [5, 6]])
  }

  @Test func labelSitsInsideTheRegion() {
    let regions = Region.joining((1...9).map { (Double($0), [interval(1e-6, 1e-3)]) })
    let label = regions[0].labelPoint(within: 1e-5...1)
    #expect(label.mass > 1 && label.mass < 9 && label.coupling > 1e-5 && label.coupling < 1e-3)
  }
}
