import Foundation
import Numerics
import Testing

@Suite struct SplineTests {
  private static func grid(_ count: Int) -> [Double] { (0..<count).map { 3 * Double($0) / Double(count - 1) } }

  /// A natural cubic spline converges like h^4 away from the ends; Steffen's like h^2 to h^3.
  @Test func convergenceOrder() throws {
    func error(_ count: Int, _ kind: Spline.Kind) throws -> Double {
      let x = Self.grid(count)
      let spline = try Spline("sin", x: x, y: x.map { sin(2 * $0) }, kind: kind)
      return stride(from: 1.0, through: 2.0, by: 0.003).map { abs(spline($0) - sin(2 * $0)) }.max() ?? 0
    }
    let cubic = log2(try error(41, .cubic) / error(81, .cubic))
    #expect(abs(cubic - 4) < 0.3)
    #expect(log2(try error(41, .monotone) / error(81, .monotone)) > 1.8)
  }

  @Test func pointsAreReproduced() throws {
    let x = [0.0, 0.1, 1, 5, 7]
    let y = [3.0, -1, 4, 4, 9]
    for kind in [Spline.Kind.cubic, .monotone] {
      let spline = try Spline("points", x: x, y: y, kind: kind)
      for (a, b) in zip(x, y) { #expect(abs(spline(a) - b) < 1e-14) }
      #expect(abs(spline(-1) - y[0]) < 1e-14 && abs(spline(8) - y[4]) < 1e-14)
      #expect(throws: NumericsError.self) { try spline.checked(8) }
    }
  }

  @Test func monotoneKindHasNoNewExtrema() throws {
    var generator = SplitMix(state: 7)
    for _ in 0..<50 {
      var x = 0.0
      var y = 0.0
      var (xs, ys) = ([Double](), [Double]())
      for _ in 0..<12 {
        x += 0.01 + generator.unit()
        y += pow(generator.unit(), 6) * 100
        xs.append(x)
        ys.append(y)
      }
      let spline = try Spline("steps", x: xs, y: ys, kind: .monotone)
      var previous = spline(xs[0])
      for step in 1...1000 {
        let value = spline(xs[0] + (xs[11] - xs[0]) * Double(step) / 1000)
        #expect(value >= previous - 1e-12)
        previous = value
      }
    }
  }

  @Test func logLogIsExactForPowers() throws {
    let x = logarithmicGrid(from: 1e-6, to: 1e3, count: 20)
    let spline = try LogLogSpline("power", x: x, y: x.map { 3 * pow($0, -2.5) })
    for point in logarithmicGrid(from: 1e-6, to: 1e3, count: 77) {
      #expect(abs(spline(point) / (3 * pow(point, -2.5)) - 1) < 1e-11)
      #expect(abs(spline.logarithmicSlope(point) + 2.5) < 1e-10)
    }
    #expect(throws: NumericsError.self) { try LogLogSpline("negative", x: [1, 2, 3], y: [1, 0, 1]) }
  }

  @Test func unusablePointsAreRefused() {
    for (x, y) in [([0.0, 1], [0.0, 1]), ([0, 1, 1], [0, 1, 2]), ([0, 2, 1], [0, 1, 2]), ([0, 1, 2], [0, 1]), ([0, 1, 2], [0, .nan, 1])] {
      #expect {
        try Spline("bad", x: x, y: y)
      } throws: { error in
        guard case NumericsError.interpolation("bad", _) = error else { return false }
        return true
      }
    }
  }

  @Test func oneSplineServesManyTasks() async throws {
    let x = Self.grid(200)
    let spline = try Spline("shared", x: x, y: x.map { sin(5 * $0) })
    let points = (0..<2000).map { 3 * Double($0 * 7919 % 2000) / 2000 }
    let expected = points.map { spline($0) }
    let results = await withTaskGroup(of: [Double].self) { group in
      for _ in 0..<32 { group.addTask { points.map { spline($0) } } }
      return await group.reduce(into: [[Double]]()) { $0.append($1) }
    }
    #expect(results.allSatisfy { $0 == expected })
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
