import Foundation
import Portals

/// Branching ratios and c tau against mass, in two panels.
public struct WidthsPlot: Sendable {
  private let title: String
  private let widths: [DecayWidths]
  private let couplingText: String

  /// - Parameters:
  ///   - widths: at ascending masses, at one coupling.
  ///   - couplingText: the coupling for the title, for example `epsilon = 1e-4`.
  public init(title: String, widths: [DecayWidths], couplingText: String) {
    self.title = title
    self.widths = widths
    self.couplingText = couplingText
  }

  /// Final states below this branching ratio everywhere are not drawn.
  private static let smallest = 1e-4

  /// Script and data for gnuplot; the data hold every final state.
  public func figure(provenance: Provenance) throws -> GnuplotFigure {
    var states: [String] = []
    for state in widths.flatMap(\.partials).map(\.finalState) where !states.contains(state) { states.append(state) }
    let header = provenance.lines.map { "# \($0.key): \($0.text)\n" }.joined()
    let columns = (["mass_GeV", "ctau_m"] + states).map { "'\($0)'" }.joined(separator: " ")
    let rows = try widths.map { point -> String in
      let cells = [point.mass, point.decayLengthMetres ?? 0] + states.map { point.branchingRatio($0) }
      return try cells.map { try Table.formatted($0, in: "widths") }.joined(separator: " ")
    }
    let drawn = states.enumerated().filter { item in widths.contains { $0.branchingRatio(item.element) > Self.smallest } }
    let file = "'\(GnuplotFigure.dataPlaceholder)'"
    let curves = drawn.map {
      "\(file) using 1:(column(\($0.offset + 3)) > 0 ? column(\($0.offset + 3)) : NaN) with lines lw 2 dt \($0.offset / 8 + 1) title '\(Self.label($0.element))'"
    }
    let script =
      header + """
        set multiplot layout 2,1 title '\(title), \(couplingText)'
        set lmargin at screen 0.1
        set rmargin at screen 0.68
        set logscale xy
        set format x '10^{%L}'
        set format y '10^{%L}'
        set xlabel 'mass [GeV]'
        set xrange [\(widths.first?.mass ?? 1):\(widths.last?.mass ?? 10)]
        set grid lc rgb '#d0d0d0' lw 0.5
        set key outside right top samplen 1
        set ylabel 'branching ratio'
        set yrange [\(Self.smallest):2]
        plot \(curves.isEmpty ? "NaN notitle" : curves.joined(separator: ", \\\n     "))
        set autoscale y
        set ylabel 'c tau [m]'
        plot \(file) using 1:($2 > 0 ? $2 : NaN) with lines lw 2 lc rgb 'black' title 'c tau'
        unset multiplot

        """
    return GnuplotFigure(script: script, data: header + "# \(columns)\n" + rows.joined(separator: "\n") + "\n")
  }

  private static let symbols = ["gamma": "g", "mu": "m", "tau": "t", "nu": "n", "pi": "p", "eta": "h", "rho": "r", "omega": "w", "phi": "f", "chi": "c"]

  /// A final state as gnuplot's enhanced text shows it: Greek letters, charges raised.
  private static func label(_ state: String) -> String {
    state.split(separator: " ").map { word in
      let charge = String(word.reversed().prefix { "+-0".contains($0) }.reversed())
      let name = String(word.dropLast(charge.count))
      return (symbols[name].map { "{/Symbol \($0)}" } ?? name) + (charge.isEmpty ? "" : "^{\(charge)}")
    }.joined(separator: " ")
  }
}
