import Foundation
import Likelihoods
import Numerics
import Portals
@testable import Supernova1987A
import Testing
import Units

func edges(_ l: DarkPhotonLuminosity, _ crit: Double = 3e52) -> String {
  let grid = logarithmicGrid(from: 1e-12, to: 0.1, count: 271)
  let values = grid.map { l.luminosity(mixing: $0) / crit }
  var s = ""
  for i in 1..<grid.count where (values[i] > 1) != (values[i - 1] > 1) {
    if let e = try? RootFinding.brentLog("edge", in: grid[i - 1], grid[i], { l.luminosity(mixing: $0) / crit - 1 }) { s += String(format: "%.3e ", e) }
  }
  return s.isEmpty ? String(format: "none(max %.3f)", values.max()!) : s
}
@Suite(.serialized) struct ScratchTests {
  @Test func variants() throws {
    for p in ProtoNeutronStarProfile.all {
      for (n, o, d) in [
        ("default", EmissionOptions(), OpticalDepthRule.radial), ("angle", EmissionOptions(), .angleAveraged),
        ("absonly", EmissionOptions(blocking: .absorptionOnly, countsSemiCompton: false), .radial),
        ("b", EmissionOptions(soft: .besselK1, countsSemiCompton: false), .radial),
        ("a", EmissionOptions(countsSemiCompton: false), .radial),
        ("babsonly", EmissionOptions(soft: .besselK1, blocking: .absorptionOnly, countsSemiCompton: false), .radial),
        ("protons", EmissionOptions(plasma: .electronsAndProtons), .radial), ("k1", EmissionOptions(soft: .besselK1), .radial),
      ] {
        var line = "\(p.name) \(n): "
        for m in [1.0, 3, 8, 10, 12, 15, 20, 30, 60, 100] {
          let t0 = Date()
          let l = try DarkPhotonLuminosity(mass: m * 1e-3, profile: p, options: o, opticalDepth: d)
          if m == 12 { line += " [\(Int(Date().timeIntervalSince(t0) * 1000)) ms] " }
          line += "| \(m): " + edges(l)
        }
        print(line)
      }
    }
  }
  @Test func profiles() throws {
    for p in ProtoNeutronStarProfile.all {
      print("prof", p.name, try p.neutrinosphereRadiusKilometres())
      for r in [0.0, 4, 6, 8, 10, 12, 15, 18, 20, 25, 30, 39, 99] {
        let l = try p.layer(atKilometres: r)
        print("prof", r, String(format: "%.3e %.2f %.3f mu %.1f wp %.2f m %.2f wpp %.2f", l.densityGramPerCubicCentimetre, l.temperature * 1e3, l.electronFraction, l.electronChemicalPotential * 1e3, l.plasmaFrequency * 1e3, l.plasmaFrequency * 1e3 * 1.5.squareRoot(), l.squaredProtonPlasmaFrequency.squareRoot() * 1e3))
      }
    }
  }
}
