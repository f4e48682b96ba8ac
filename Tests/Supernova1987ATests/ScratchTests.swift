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
    for p in [ProtoNeutronStarProfile.changEssigMcDermott] {
      for (n, o, d) in [
        ("default", EmissionOptions(), OpticalDepthRule.radial), ("angle", EmissionOptions(), .angleAveraged),
        ("absonly", EmissionOptions(blocking: .absorptionOnly, countsSemiCompton: false), .radial),
        ("protons", EmissionOptions(plasma: .electronsAndProtons), .radial), ("k1", EmissionOptions(soft: .besselK1), .radial),
      ] {
        var line = "\(p.name) \(n): "
        for m in [1e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.1, 1.0, 3, 8, 10, 12, 15, 20, 30, 60, 100, 150, 200, 250, 300] {
          let t0 = Date()
          let l = try DarkPhotonLuminosity(mass: m * 1e-3, profile: p, options: o, opticalDepth: d)
          if m == 12 { line += " [\(Int(Date().timeIntervalSince(t0) * 1000)) ms] " }
          line += "| \(m): " + edges(l)
        }
        print(line)
      }
    }
  }
  @Test func convergence() throws {
    for p in ProtoNeutronStarProfile.all {
      for (step, momenta) in [(0.4, 0.7), (0.2, 1.0), (0.2, 2.0), (0.1, 1.5), (0.05, 3.0), (0.025, 5.0)] {
        var line = "conv \(p.name) \(step) \(momenta): "
        for m in [0.001, 1.0, 3, 8, 12, 14, 15, 20, 60, 150] {
          let t0 = Date()
          let l = try DarkPhotonLuminosity(mass: m * 1e-3, profile: p, stepKilometres: step, refinement: momenta)
          if m == 12 { line += " [\(Int(Date().timeIntervalSince(t0) * 1000)) ms] " }
          line += "| \(m): " + edges(l)
        }
        print(line)
      }
    }
  }
}
