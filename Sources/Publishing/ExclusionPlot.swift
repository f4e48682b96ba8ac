import Combination
import Foundation
import Likelihoods

/// The exclusion plot: filled regions coloured by module, labels on the regions, the combined boundary as a line.
public struct ExclusionPlot: Sendable {
  /// Axis texts and ranges.
  public struct Axes: Sendable {
    public let title: String
    public let couplingLabel: String
    public let massRange: ClosedRange<Double>
    public let couplingRange: ClosedRange<Double>
    public init(title: String, couplingLabel: String, massRange: ClosedRange<Double>, couplingRange: ClosedRange<Double>) {
      self.title = title
      self.couplingLabel = couplingLabel
      self.massRange = massRange
      self.couplingRange = couplingRange
    }
  }

  private let results: [ExclusionScan.MassResult]
  private let constraints: [BoundConstraint]
  private let axes: Axes
  private let highlighted: Set<String>

  public init(_ results: [ExclusionScan.MassResult], constraints: [BoundConstraint], axes: Axes, highlighted: Set<String> = []) {
    self.results = results
    self.constraints = constraints
    self.axes = axes
    self.highlighted = highlighted
  }

  /// Script and data for gnuplot.
  public func figure(provenance: Provenance) throws -> GnuplotFigure {
    let drawn = constraints.indices.map { i in
      (constraint: constraints[i], regions: Region.joining(results.map { ($0.mass, Table.intervals(of: $0.findings[i])) }))
    }.filter { !$0.regions.isEmpty }
    let boundary = RegionBoundary.segments(results.map { ($0.mass, $0.combined) })

    var blocks: [String] = []
    var curves: [String] = []
    func index(_ name: String, _ block: String) -> Int {
      blocks.append("# \(name)\n" + block)
      return blocks.count - 1
    }
    let file = "'\(GnuplotFigure.dataPlaceholder)'"
    for item in drawn {
      let block = index(item.constraint.identity.id, try item.regions.map(contour).joined(separator: "\n"))
      let colour = ModuleColours.colour(of: item.constraint.identity.module)
      let solid = highlighted.contains(item.constraint.identity.id) ? 0.85 : 0.35
      let width = highlighted.contains(item.constraint.identity.id) ? 3 : 1
      curves.append("\(file) index \(block) using 1:2 with filledcurves closed fc rgb '\(colour)' fs transparent solid \(solid) noborder notitle")
      curves.append("\(file) index \(block) using 1:2 with lines lc rgb '\(colour)' lw \(width) notitle")
    }
    if !boundary.isEmpty {
      let block = index("combined", try boundary.map { try line($0.0.mass, $0.0.coupling) + line($0.1.mass, $0.1.coupling) }.joined(separator: "\n"))
      curves.append("\(file) index \(block) using 1:2 with lines lc rgb 'black' lw 2.5 title 'combined'")
    }
    for entry in ModuleColours.all where drawn.contains(where: { $0.constraint.identity.module == entry.module }) {
      curves.append("keyentry with boxes fc rgb '\(entry.colour)' fs transparent solid 0.35 title \(GnuplotFigure.quoted(entry.title))")
    }
    if curves.isEmpty { curves.append("NaN notitle") }
    // Small regions first: they have the least choice.
    var placement = LabelPlacement(massRange: axes.massRange, couplingRange: axes.couplingRange)
    let largest = drawn.compactMap { item in item.regions.max { $0.area < $1.area }.map { (item.constraint.identity, $0) } }
    let labels = try largest.sorted { $0.1.area < $1.1.area }.map { identity, region -> String in
      let at = placement.place(on: region)
      return
        "set label \(GnuplotFigure.quoted(identity.object)) at \(try Table.formatted(at.mass, in: "label")),\(try Table.formatted(at.coupling, in: "label")) center front tc rgb '#202020'"
    }
    let header = GnuplotFigure.comments(provenance)
    let script =
      header
        + """
        set logscale xy
        set format x '10^{%L}'
        set format y '10^{%L}'
        set xrange [\(axes.massRange.lowerBound):\(axes.massRange.upperBound)]
        set yrange [\(axes.couplingRange.lowerBound):\(axes.couplingRange.upperBound)]
        set xlabel 'mass [GeV]'
        set ylabel \(GnuplotFigure.quoted(axes.couplingLabel))
        set title \(GnuplotFigure.quoted(axes.title)) noenhanced
        set key bottom right opaque samplen 2
        set grid lc rgb '#d0d0d0' lw 0.5
        set border lw 1.2
        set tics front

        """ + labels.joined(separator: "\n") + "\nplot " + curves.joined(separator: ", \\\n     ") + "\n"
    return GnuplotFigure(script: script, data: header + blocks.joined(separator: "\n\n\n") + "\n")
  }

  /// The closed contour: along the lower edge, back along the upper edge, to the start.
  private func contour(_ region: Region) throws -> String {
    let lower = region.points.map { ($0.mass, $0.low) }
    let upper = region.points.reversed().map { ($0.mass, $0.high) }
    return try (lower + upper + lower.prefix(1)).map { try line($0.0, $0.1) }.joined()
  }

  private func line(_ mass: Double, _ coupling: Double) throws -> String {
    "\(try Table.formatted(mass, in: "mass")) \(try Table.formatted(coupling, in: "coupling"))\n"
  }
}
