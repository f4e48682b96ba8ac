import Foundation
import Portals
import Units

/// Branching ratios and c tau against mass, in two panels.
public struct WidthsPlot: Sendable {
  /// The widths at one mass; without them where the calculation does not hold, which leaves a gap.
  public struct Point: Sendable {
    let mass: Double
    public let widths: DecayWidths?
    /// The hadronic width in GeV between the named treatments.
    let hadronicBand: ClosedRange<Double>?
    /// Why there are no widths here.
    public let reasonForGap: ModelError?

    /// - Parameter physics: asked at `mass` in GeV; ``Portals/ModelError`` is a gap, any other error is thrown.
    public init(mass: Double, coupling: Double, of physics: any ParticlePhysics) throws {
      self.mass = mass
      do {
        let widths = try physics.widths(mass: mass, coupling: coupling)
        let band = try physics.hadronicBand(mass: mass, coupling: coupling)
        (self.widths, hadronicBand, reasonForGap) = (widths, band, nil)
      } catch let error as ModelError {
        (widths, hadronicBand, reasonForGap) = (nil, nil, error)
      }
    }

    /// c tau in metres at the largest and the smallest hadronic width of the band.
    fileprivate var decayLengths: (short: Double, long: Double)? {
      guard let widths, let band = hadronicBand else { return nil }
      let others = widths.total - widths.width("hadrons")
      guard others + band.lowerBound > 0 else { return nil }
      let hbarC = PhysicalConstants.hbarC.value
      return (hbarC / (others + band.upperBound), hbarC / (others + band.lowerBound))
    }
  }

  private let title: String
  private let points: [Point]
  private let couplingText: String

  /// - Parameters:
  ///   - points: at ascending masses, at one coupling.
  ///   - couplingText: the coupling for the title, for example `epsilon = 1e-4`.
  public init(title: String, points: [Point], couplingText: String) {
    self.title = title
    self.points = points
    self.couplingText = couplingText
  }

  /// Final states below this branching ratio everywhere are not drawn.
  private static let smallest = 1e-4
  /// As many curves as the legend can hold.
  private static let largestCount = 18
  /// Columns before the branching ratios: mass, c tau, its shortest and longest value.
  private static let leading = 4

  /// Script and data for gnuplot; the data hold every final state.
  public func figure(provenance: Provenance) throws -> GnuplotFigure {
    let widths = points.compactMap(\.widths)
    var states: [String] = []
    for state in widths.flatMap(\.partials).map(\.finalState) where !states.contains(state) { states.append(state) }
    let header = GnuplotFigure.comments(provenance)
    let columns = (["mass_GeV", "ctau_m", "ctau_short_m", "ctau_long_m"] + states).map { "'\($0)'" }.joined(separator: " ")
    let rows = try points.map { point -> String in
      guard let widths = point.widths else { return "" }
      let (length, range) = (widths.decayLengthMetres ?? 0, point.decayLengths)
      let cells = [point.mass, length, range?.short ?? length, range?.long ?? length] + states.map { widths.branchingRatio($0) }
      return try cells.map { try Table.formatted($0, in: "widths") }.joined(separator: " ")
    }
    let drawn = Self.mostFrequent(states, in: widths)
    let file = "'\(GnuplotFigure.dataPlaceholder)'"
    let curves = drawn.map { item -> String in
      let column = "column(\(item.offset + Self.leading + 1))"
      let name = GnuplotFigure.quoted(Self.label(item.element))
      return "\(file) using 1:(\(column) > 0 ? \(column) : NaN) with lines lw 2 dt \(item.offset / 8 + 1) title \(name)"
    }
    let script =
      header + """
        set encoding utf8
        set multiplot layout 2,1 title \(GnuplotFigure.quoted("\(title), \(couplingText)")) noenhanced
        set lmargin at screen 0.1
        set rmargin at screen 0.68
        set logscale xy
        set format x '10^{%L}'
        set format y '10^{%L}'
        set xlabel 'mass [GeV]'
        set xrange [\(points.first?.mass ?? 1):\(points.last?.mass ?? 10)]
        set grid lc rgb '#d0d0d0' lw 0.5
        set key outside right top samplen 1
        set ylabel 'branching ratio'
        set yrange [\(Self.smallest):2]
        plot \(curves.isEmpty ? "NaN notitle" : curves.joined(separator: ", \\\n     "))
        set autoscale y
        set ylabel 'c tau [m]'
        plot \(file) using 1:($3 > 0 ? $3 : NaN):4 with filledcurves lc rgb '#bbbbbb' title 'over the treatments of hadrons', \
             \(file) using 1:($2 > 0 ? $2 : NaN) with lines lw 2 lc rgb 'black' title 'c tau'
        unset multiplot

        """
    return GnuplotFigure(script: script, data: header + "# \(columns)\n" + rows.joined(separator: "\n") + "\n")
  }

  /// The states to draw with their place among `states`: those with the largest branching ratio anywhere, in the order of `states`.
  private static func mostFrequent(_ states: [String], in widths: [DecayWidths]) -> [(offset: Int, element: String)] {
    let ranked = states.enumerated().map { item in (item: item, peak: widths.map { $0.branchingRatio(item.element) }.max() ?? 0) }
      .filter { $0.peak > smallest }
      .sorted { ($1.peak, $0.item.offset) < ($0.peak, $1.item.offset) }
    return ranked.prefix(largestCount).map(\.item).sorted { $0.offset < $1.offset }
  }

  private static let symbols = [
    "gamma": "γ", "mu": "μ", "tau": "τ", "nu": "ν", "pi": "π", "eta": "η", "rho": "ρ", "omega": "ω", "phi": "φ", "chi": "χ", "J/psi": "J/ψ",
  ]

  /// A final state as gnuplot's enhanced text shows it: Greek letters, charges raised, antiparticles with a bar.
  private static func label(_ state: String) -> String {
    state.split(separator: " ").map { word in
      let isAntiparticle = word.hasSuffix("bar") && word.count > 3
      let particle = isAntiparticle ? word.dropLast(3) : word
      let name = particle.prefix { !"+-0123456789'_*".contains($0) }
      guard !name.isEmpty else { return String(particle) }
      let mark = particle.dropFirst(name.count)
      let letter = (symbols[String(name)] ?? String(name)) + (isAntiparticle ? "\u{304}" : "")
      if mark.isEmpty || mark.hasPrefix("_") { return letter + mark }
      return mark.allSatisfy(\.isNumber) && mark != "0" ? "\(letter)_{\(mark)}" : "\(letter)^{\(mark)}"
    }.joined(separator: " ")
  }
}
