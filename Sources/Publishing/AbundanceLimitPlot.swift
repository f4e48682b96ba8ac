import BigBangNucleosynthesis
import Foundation
import Likelihoods

/// What the light elements exclude in the plane of lifetime and abundance: the region of all observations together, and what each excludes by itself as lines.
public struct AbundanceLimitPlot: Sendable {
  private let title: String
  private let entry: AbundanceLimitScan.Mass
  private let confidenceLevel: Double

  /// - Parameters:
  ///   - title: in gnuplot's enhanced text.
  ///   - entry: one mass, at two lifetimes at least, ascending.
  public init(title: String, entry: AbundanceLimitScan.Mass, confidenceLevel: Double) {
    self.title = title
    self.entry = entry
    self.confidenceLevel = confidenceLevel
  }

  /// Colour-blind-safe (Okabe & Ito).
  private static let colours: [LightElementQuantity: String] = [
    .helium4: "#CC79A7", .deuterium: "#D55E00", .helium3: "#E69F00", .helium3OverDeuterium: "#009E73",
  ]

  /// Script and data for gnuplot.
  public func figure(provenance: Provenance) throws -> GnuplotFigure {
    let header = GnuplotFigure.comments(provenance)
    let range = abundanceRange
    let file = "'\(GnuplotFigure.dataPlaceholder)'"
    var (blocks, curves): ([String], [String]) = ([], [])
    func add(_ name: String, _ text: String, _ style: String) {
      curves.append("\(file) index \(blocks.count) using 1:2 with \(style)")
      blocks.append("# \(name): lifetime_s abundance\n" + text)
    }
    let regions = Region.joining(rows(of: entry.findings.map { ($0.lifetime, $0.combined) }))
    if !regions.isEmpty {
      let percent = try formatted(100 * confidenceLevel)
      add(
        "combined, filled", try regions.map(contour).joined(separator: "\n"),
        "filledcurves closed fc rgb '#0072B2' fs transparent solid 0.18 noborder title 'excluded at \(percent) %'")
    }
    if let boundary = try boundary(entry.findings.map { ($0.lifetime, $0.combined) }) {
      add("combined, edges", boundary, "lines lc rgb '#0072B2' lw 6 title 'all observations'")
    }
    for (index, quantity) in (entry.findings.first?.alone ?? []).map(\.quantity).enumerated() {
      guard let lines = try boundary(entry.findings.map { ($0.lifetime, $0.alone[index].intervals) }) else { continue }
      add("\(quantity.rawValue) alone", lines, "lines lc rgb '\(Self.colours[quantity] ?? "#808080")' lw 2 title '\(Self.label(quantity)) alone'")
    }
    if curves.isEmpty { curves.append("NaN title 'nothing is excluded'") }
    let factor = 1e-3 * entry.mass * AbundanceLimit.entropyYield(perPhoton: 1)
    let (first, last) = (try formatted(entry.findings.first?.lifetime ?? 1), try formatted(entry.findings.last?.lifetime ?? 10))
    let (low, high) = (try formatted(range.lowerBound), try formatted(range.upperBound))
    let (lowEnergy, highEnergy) = (try formatted(factor * range.lowerBound), try formatted(factor * range.upperBound))
    let script =
      header + """
        set encoding utf8
        set logscale xyy2
        set xrange [\(first):\(last)]
        set yrange [\(low):\(high)]
        set y2range [\(lowEnergy):\(highEnergy)]
        set format x '10^{%L}'
        set format y '10^{%L}'
        set format y2 '10^{%L}'
        set xlabel 'lifetime [s]'
        set ylabel 'abundance n_X/n_γ at 10 MeV, before decay'
        set y2label 'm_X n_X/s [GeV]'
        set ytics nomirror
        set y2tics
        set title \(GnuplotFigure.quoted(title))
        set grid x y lc rgb '#d0d0d0' lw 0.5
        set border lw 1.2
        set bmargin at screen 0.2
        set key at screen 0.5,0.02 center bottom horizontal maxrows 2 samplen 2
        set tics front
        plot \(curves.joined(separator: ", \\\n     "))

        """
    return GnuplotFigure(script: script, data: header + blocks.joined(separator: "\n\n\n") + "\n")
  }

  /// From a decade below the lowest edge that is drawn to three above the highest lower edge of the region, at most to the end of the search.
  private var abundanceRange: ClosedRange<Double> {
    let lows = entry.findings.flatMap { ($0.combined + $0.alone.flatMap(\.intervals)).map(\.excluded.low) }
    let end = entry.findings.map(\.searchedTo).max() ?? 1
    let low = pow(10, log10((lows.min() ?? 1e-10 * end) / 3).rounded(.down))
    let high = pow(10, log10((entry.findings.compactMap(\.largestAllowed).max() ?? end) * 1e3).rounded(.up))
    return low...max(min(high, end), 10 * low)
  }

  private func rows(of list: [(lifetime: Double, intervals: [AbundanceLimit.Interval])]) -> [(mass: Double, intervals: [ExcludedInterval])] {
    list.map { ($0.lifetime, Self.joined($0.intervals.map(\.excluded))) }
  }

  /// Without gaps of less than a quarter of a decade, such as where an element passes through what is observed on its way from excess to nothing: the table has them.
  private static func joined(_ intervals: [ExcludedInterval]) -> [ExcludedInterval] {
    intervals.reduce(into: []) { result, next in
      if let last = result.last, next.low < 1.78 * last.high {
        result[result.count - 1] = ExcludedInterval(low: last.low, high: next.high, endsAtValidity: next.endsAtValidity)
      } else {
        result.append(next)
      }
    }
  }

  /// The closed contour: along the lower edge, back along the upper edge.
  private func contour(_ region: Region) throws -> String {
    try (region.points.map { ($0.mass, $0.low) } + region.points.reversed().map { ($0.mass, $0.high) }).map(line).joined()
  }

  private func boundary(_ list: [(lifetime: Double, intervals: [AbundanceLimit.Interval])]) throws -> String? {
    let segments = RegionBoundary.segments(rows(of: list))
    return segments.isEmpty
      ? nil : try segments.map { try line($0.0.mass, $0.0.coupling) + line($0.1.mass, $0.1.coupling) }.joined(separator: "\n")
  }

  private func line(_ lifetime: Double, _ abundance: Double) throws -> String { "\(try formatted(lifetime)) \(try formatted(abundance))\n" }

  private func formatted(_ value: Double) throws -> String { try Table.formatted(value, in: "limit") }

  /// `He3/D` with the mass number raised.
  private static func label(_ quantity: LightElementQuantity) -> String {
    switch quantity {
    case .helium4: "Y_p"
    case .deuterium: "D/H"
    case .helium3: "^3He/H"
    case .helium3OverDeuterium: "^3He/D"
    case .lithium7: "^7Li/H"
    }
  }
}
