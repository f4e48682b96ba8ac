import BigBangNucleosynthesis
import Foundation

/// Nuclei per baryon against the falling temperature, with the time on the upper axis.
public struct EvolutionPlot: Sendable {
  private let title: String
  private let epochs: [AbundanceEpoch]
  private let nuclides: [Nuclide]

  /// - Parameters:
  ///   - title: in gnuplot's enhanced text.
  ///   - epochs: in the order of time, at least two.
  public init(title: String, epochs: [AbundanceEpoch], nuclides: [Nuclide]) {
    self.title = title
    self.epochs = epochs
    self.nuclides = nuclides
  }

  /// What is rarer everywhere is not drawn.
  private static let rarest = 1e-16

  /// Colour-blind-safe (Okabe & Ito), the same nucleus always in the same colour.
  private static let colours = [
    "n": "#808080", "p": "#000000", "d": "#D55E00", "t": "#CC79A7", "He3": "#009E73", "He4": "#0072B2", "Li6": "#8A5A00", "Li7": "#E69F00", "Be7": "#56B4E9",
  ]

  /// Script and data for gnuplot; the legend stands in the order in which the curves end, most abundant first.
  public func figure(provenance: Provenance) throws -> GnuplotFigure {
    let header = GnuplotFigure.comments(provenance)
    let table = NucleosynthesisTables.evolution(epochs, nuclides: nuclides)
    let leading = table.columns.count - nuclides.count
    let data = header + (try table.gnuplotData())
    let drawn = nuclides.indices.filter { i in epochs.contains { $0.perBaryon[i] > Self.rarest } }
      .sorted { (last($0), peak($0)) > (last($1), peak($1)) }
    let file = "'\(GnuplotFigure.dataPlaceholder)'"
    let curves = drawn.map { i -> String in
      let column = "column(\(leading + i + 1))"
      let colour = Self.colours[nuclides[i].name].map { "lc rgb '\($0)'" } ?? "lc rgb '#B0B0B0' dt 2"
      return "\(file) using 1:(\(column) > \(Self.rarest / 10) ? \(column) : NaN) with lines lw 2.5 \(colour) title '\(Self.label(nuclides[i]))'"
    }
    let temperatures = epochs.map(\.photonTemperature)
    let range = "[\(try formatted(temperatures.max() ?? 10)):\(try formatted(temperatures.min() ?? 1e-3))]"
    let marks = try timeMarks()
    let script =
      header + """
        set encoding utf8
        set logscale xyx2
        set xrange \(range)
        set x2range \(range)
        set yrange [\(Self.rarest):3]
        set format x '10^{%L}'
        set format y '10^{%L}'
        set xlabel 'photon temperature [MeV]'
        set ylabel 'nuclei per baryon n_i/n_b'
        set x2label 'time [s]'
        set xtics nomirror
        set x2tics (\(marks))
        set title \(GnuplotFigure.quoted(title))
        set grid x y lc rgb '#d0d0d0' lw 0.5
        set border lw 1.2
        set key outside right top samplen 2 spacing 1.3
        plot \(curves.joined(separator: ", \\\n     "))

        """
    return GnuplotFigure(script: script, data: data)
  }

  /// Whole powers of ten of the time in seconds at the temperatures at which they pass, interpolated in the logarithms.
  private func timeMarks() throws -> String {
    var marks: [String] = []
    for (a, b) in zip(epochs, epochs.dropFirst()) where a.time > 0 && b.time > a.time {
      let (low, high) = (log10(a.time), log10(b.time))
      var power = low.rounded(.up)
      while power < high {
        let temperature = a.photonTemperature * pow(b.photonTemperature / a.photonTemperature, (power - low) / (high - low))
        marks.append("'10^{\(Int(power))}' \(try formatted(temperature))")
        power += 1
      }
    }
    return marks.joined(separator: ", ")
  }

  private func last(_ nuclide: Int) -> Double { max(epochs.last?.perBaryon[nuclide] ?? 0, Self.rarest / 10) }
  private func peak(_ nuclide: Int) -> Double { epochs.map { $0.perBaryon[nuclide] }.max() ?? 0 }

  private func formatted(_ value: Double) throws -> String { try Table.formatted(value, in: "evolution") }

  /// `He3` as gnuplot's enhanced text writes it: the mass number raised in front.
  private static func label(_ nuclide: Nuclide) -> String {
    let letters = nuclide.name.prefix { $0.isLetter }
    let number = nuclide.name.dropFirst(letters.count)
    return number.isEmpty ? String(letters) : "^{\(number)}\(letters)"
  }
}

extension Table {
  /// Columns separated by blanks for gnuplot, their names in a comment.
  func gnuplotData() throws -> String {
    let lines = try rows.map { row in
      try zip(row, columns).map { cell, column -> String in
        switch cell {
        case .number(let value): try Self.formatted(value, in: column.name)
        case .text(let text): GnuplotFigure.quoted(text)
        case .empty: "NaN"
        }
      }.joined(separator: " ")
    }
    return "# \(columns.map(\.name).joined(separator: " "))\n" + lines.joined(separator: "\n") + "\n"
  }
}
