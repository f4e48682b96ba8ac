import Foundation
import Numerics

/// Electrons of a dump grouped by energy: how far they travel, at what depth and at what angles.
struct TrackGroup: Sendable {
  /// Mean energy in GeV.
  let energy: Double
  /// Track length in radiation lengths.
  let length: Double
  /// Mean depth in radiation lengths.
  let depth: Double
  /// The mean square angle in space in rad^2 and the share of the track length that has it.
  let angles: [(variance: Double, share: Double)]
}

/// The track length of electrons and positrons above an energy in a thick target.
struct TrackLength: Sendable {
  /// How the track length is found.
  enum Model: String, CaseIterable {
    /// The cascade with its secondaries: ``ElectromagneticShower``.
    case shower
    /// Tsai's primary electron alone, straight ahead and at the front of the target.
    case primaryTsai = "primary-tsai"
  }

  let beamEnergy: Double
  let model: Model
  private let shower: ElectromagneticShower

  init(beamEnergy: Double, model: Model, shower: ElectromagneticShower = .standard) {
    self.beamEnergy = beamEnergy
    self.model = model
    self.shower = shower
  }

  /// Electrons and positrons between `energy` and the beam energy, in groups at least 0.02 wide in ln E.
  func electrons(above energy: Double) -> [TrackGroup] {
    let deepest = log(beamEnergy / energy)
    var groups: [TrackGroup] = []
    var first = 0
    let edges = shower.edges
    while first + 1 < edges.count, edges[first] < deepest {
      var last = first
      while last + 2 < edges.count, edges[last + 1] - edges[first] < 0.02 { last += 1 }
      // The last group keeps the share of its cells above the energy.
      let share = min(1, (deepest - edges[first]) / (edges[last + 1] - edges[first]))
      groups.append(model == .shower ? showerGroup(first...last, share) : tsaiGroup(edges[first], min(deepest, edges[last + 1])))
      first = last + 1
    }
    return groups
  }

  /// Positrons at an energy in GeV: their track length per unit energy (radiation lengths per GeV), depth and angles. `nil` outside the cascade.
  func positrons(at energy: Double) -> (perEnergy: Double, group: TrackGroup)? {
    guard model == .shower, energy > 0, energy < beamEnergy else { return nil }
    let y = log(beamEnergy / energy)
    let edges = shower.edges
    guard let last = edges.last, y < last, let cell = edges.indices.dropLast().last(where: { edges[$0] <= y }) else { return nil }
    let component = shower.positrons
    // Linear between the middles of the cells.
    func middle(_ i: Int) -> Double { 0.5 * (edges[i] + edges[i + 1]) }
    let left = y < middle(cell) ? max(0, cell - 1) : min(cell, edges.count - 3)
    let weight = min(1, max(0, (y - middle(left)) / (middle(left + 1) - middle(left))))
    func at(_ values: [Double]) -> Double { (1 - weight) * values[left] + weight * values[left + 1] }
    let density = at(component.trackLength)
    guard density > 0 else { return nil }
    let group = TrackGroup(
      energy: energy, length: density, depth: at(component.depthMoment) / density, angles: angles(track: density, moments: component.angularMoments.map(at)))
    return (density / energy, group)
  }

  private func showerGroup(_ cells: ClosedRange<Int>, _ share: Double) -> TrackGroup {
    let component = shower.electrons
    let edges = shower.edges
    func sum(_ values: [Double], _ factor: (Double) -> Double = { _ in 1 }) -> Double {
      cells.reduce(0) { $0 + values[$1] * (edges[$1 + 1] - edges[$1]) * factor(0.5 * (edges[$1] + edges[$1 + 1])) }
    }
    let length = sum(component.trackLength)
    return TrackGroup(
      energy: beamEnergy * sum(component.trackLength) { exp(-$0) } / length, length: share * length, depth: sum(component.depthMoment) / length,
      angles: angles(track: length, moments: component.angularMoments.map { sum($0) }))
  }

  /// Tsai's track length of the primary electron: integral over depth of I = (1/E0) ln(E0/E)^(b-1)/Gamma(b), b = 4t/3 (Rev. Mod. Phys. 46, 815).
  private func tsaiGroup(_ low: Double, _ high: Double) -> TrackGroup {
    let middle = 0.5 * (low + high)
    var integral = 0.0
    for (from, to) in [(0.0, 1.0), (1.0, 5.0), (5.0, 40.0)] {
      integral += Self.rule.integrate(from: from, to: to) { b in (pow(high, b) - pow(low, b)) / tgamma(b + 1) }
    }
    return TrackGroup(energy: beamEnergy * exp(-middle), length: 0.75 * exp(-middle) * integral, depth: 0, angles: [(0, 1)])
  }

  private static let rule = GaussLegendre(order: 16)

  /// The Gauss rule with two nodes for the distribution of the angular variance, from its moments up to the third.
  private func angles(track: Double, moments: [Double]) -> [(variance: Double, share: Double)] {
    let unit = ShowerInputs.scatteringEnergy.value / beamEnergy
    let (m1, m2, m3) = (moments[0] / track, moments[1] / track, moments[2] / track)
    let scale = unit * unit
    let determinant = m2 - m1 * m1
    // A distribution without width has one node.
    guard determinant > 1e-6 * m1 * m1 else { return [(m1 * scale, 1)] }
    let p = (m1 * m2 - m3) / determinant
    let q = (m1 * m3 - m2 * m2) / determinant
    let root = (p * p / 4 - q).squareRoot()
    let (low, high) = (-p / 2 - root, -p / 2 + root)
    guard low > 0, high > low else { return [(m1 * scale, 1)] }
    let share = (m1 - low) / (high - low)
    return [(low * scale, 1 - share), (high * scale, share)]
  }
}
