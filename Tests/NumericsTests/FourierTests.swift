import Foundation
import Numerics
import Testing

@Suite struct FourierTests {
  private static func noise(_ count: Int, seed: UInt64) -> [Double] {
    var generator = SplitMix(state: seed)
    return (0..<count).map { _ in 2 * generator.unit() - 1 }
  }

  @Test(arguments: [1, 2, 3, 8, 17, 100]) func forwardIsTheSum(_ count: Int) throws {
    let values = Self.noise(count, seed: 1)
    let spectrum = try RealFourierTransform(count: count).forward(values)
    #expect(spectrum.count == count / 2 + 1)
    for (k, coefficient) in spectrum.enumerated() {
      var sum = Complex.zero
      for (j, value) in values.enumerated() { sum += value * Complex.polar(1, phase: -2 * .pi * Double(j * k) / Double(count)) }
      #expect((coefficient - sum).squaredMagnitude < 1e-24)
    }
  }

  @Test(arguments: [1, 2, 7, 64, 1000]) func inverseUndoesForward(_ count: Int) throws {
    let values = Self.noise(count, seed: 2)
    let fourier = try RealFourierTransform(count: count)
    for (a, b) in zip(values, try fourier.inverse(fourier.forward(values))) { #expect(abs(a - b) < 1e-14) }
    for kind in [CosineTransform.Kind.one, .two] where count > 1 {
      let cosine = try CosineTransform(count: count, kind: kind)
      for (a, b) in zip(values, try cosine.inverse(cosine.forward(values))) { #expect(abs(a - b) < 1e-13) }
    }
  }

  @Test func cosineTransformsAreTheSums() throws {
    let values = Self.noise(9, seed: 3)
    let one = try CosineTransform(count: 9, kind: .one).forward(values)
    let two = try CosineTransform(count: 9, kind: .two).forward(values)
    for k in 0..<9 {
      var sum1 = values[0] + (k % 2 == 0 ? 1 : -1) * values[8]
      for j in 1..<8 { sum1 += 2 * values[j] * cos(.pi * Double(j * k) / 8) }
      let sum2 = values.enumerated().reduce(0) { $0 + 2 * $1.element * cos(.pi * (Double($1.offset) + 0.5) * Double(k) / 9) }
      #expect(abs(one[k] - sum1) < 1e-13 && abs(two[k] - sum2) < 1e-13)
    }
  }

  @Test func parsevalHolds() throws {
    let values = Self.noise(64, seed: 4)
    let spectrum = try RealFourierTransform(count: 64).forward(values)
    let power = spectrum.enumerated().reduce(0) { $0 + ($1.offset == 0 || $1.offset == 32 ? 1 : 2) * $1.element.squaredMagnitude }
    #expect(abs(power / 64 - values.reduce(0) { $0 + $1 * $1 }) < 1e-12)
  }

  @Test(arguments: [(1, 1), (1, 5), (4, 7), (100, 33), (513, 511)]) func convolutionIsTheSum(_ sizes: (Int, Int)) throws {
    let (a, b) = (Self.noise(sizes.0, seed: 5), Self.noise(sizes.1, seed: 6))
    let result = try convolve(a, b)
    #expect(result.count == a.count + b.count - 1)
    var direct = [Double](repeating: 0, count: result.count)
    for (i, x) in a.enumerated() { for (j, y) in b.enumerated() { direct[i + j] += x * y } }
    for (x, y) in zip(result, direct) { #expect(abs(x - y) < 1e-13) }
    let swapped = try convolve(b, a)
    for (x, y) in zip(result, swapped) { #expect(abs(x - y) < 1e-13) }
  }

  @Test func sizesAreChecked() throws {
    #expect(try convolve([], [1]).isEmpty)
    #expect(throws: NumericsError.self) { try RealFourierTransform(count: 0) }
    #expect(throws: NumericsError.self) { try CosineTransform(count: 1, kind: .one) }
    let fourier = try RealFourierTransform(count: 4)
    #expect(throws: NumericsError.self) { try fourier.forward([1, 2, 3]) }
    #expect(throws: NumericsError.self) { try fourier.inverse([.zero]) }
    #expect(throws: NumericsError.self) { try CosineTransform(count: 4, kind: .two).forward([]) }
  }

  /// Plans are shared and made at the same time by many tasks; every result is the same to the last bit.
  @Test func plansAreSafeToShareAndToMake() async throws {
    let shared = try RealFourierTransform(count: 240)
    let values = Self.noise(240, seed: 7)
    let expected = try shared.forward(values)
    let results = try await withThrowingTaskGroup(of: [[Complex]].self) { group in
      for task in 0..<32 {
        group.addTask {
          _ = try CosineTransform(count: 100 + task, kind: .two).forward([Double](repeating: 1, count: 100 + task))
          return [try shared.forward(values), try RealFourierTransform(count: 240).forward(values)]
        }
      }
      return try await group.reduce(into: [[Complex]]()) { $0 += $1 }
    }
    #expect(results.allSatisfy { $0 == expected })
  }
}
