import Foundation
import Numerics
import Supernova1987A
import Testing
import Units

@Suite struct ScratchTests {
  func edges(_ l: DarkPhotonLuminosity, _ crit: Double = 3e52) -> String {
    let grid = logarithmicGrid(from: 1e-12, to: 1e-3, count: 271)
    let values = grid.map { l.luminosity(mixing: $0) / crit }
    var s = ""
    for i in 1..<grid.count where (values[i] > 1) != (values[i - 1] > 1) {
      if let e = try? RootFinding.brentLog("edge", in: grid[i - 1], grid[i], { l.luminosity(mixing: $0) / crit - 1 }) { s += String(format: "%.2e ", e) }
    }
    return s.isEmpty ? "none" : s
  }
  @Test func dump() throws {
    for p in ProtoNeutronStarProfile.all {
      print(p.name, try p.neutrinosphereRadiusKilometres())
      for soft in SoftFactor.allCases {
        for (b, c) in [(PairBlocking.unblocked, false), (.fermiDirac, false), (.fermiDirac, true)] {
          var line = "\(p.name) \(soft) \(b) \(c): "
          for m in [1.0, 3, 8, 10, 12, 15, 20, 30, 60, 100] {
            let t0 = Date()
            let l = try DarkPhotonLuminosity(mass: m * 1e-3, profile: p, options: EmissionOptions(soft: soft, blocking: b, countsSemiCompton: c))
            if m == 12 { line += " [\(Int(Date().timeIntervalSince(t0) * 1000)) ms] " }
            line += "| \(Int(m)): " + edges(l)
          }
          print(line)
        }
      }
    }
  }
}
