import Foundation
import Testing

struct AnnihilationTests {
  @Test func aRelicChangesTheLightElements() throws {
    func deuterium(_ arguments: [String]) throws -> Double {
      let outcome = try BoundsProgram.run(["bbn", "--format", "json"] + arguments)
      let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
      return json?["D/H"] as? Double ?? 0
    }
    let standard = try deuterium([])
    func change(_ arguments: String...) throws -> Double { try deuterium(["--annihilate", "gamma-gamma", "--mass", "30MeV"] + arguments) / standard - 1 }
    let all = try change("--cross-section", "1e-26cm^3/s")
    #expect(abs(all) > 1e-3)
    // The square of half the number; half of the pairs; nothing to speak of when the relic is cold.
    #expect(abs(try change("--cross-section", "1e-26cm^3/s", "--density", "0.06") / all - 0.25) < 0.01)
    #expect(abs(try change("--cross-section", "1e-26cm^3/s", "--distinct-antiparticle") / all - 0.5) < 0.01)
    #expect(abs(try change("--p-wave", "1e-26cm^3/s", "--kinetic-decoupling", "1MeV", "--without", "expansion") / all) < 0.01)
  }

  @Test func gridsHaveTheirColumns() throws {
    let outcome = try BoundsProgram.run(
      "bbn", "--annihilate", "e+e-", "--mass", "30MeV", "--cross-section", "1e-26..1e-25cm^3/s:2", "--density", "0.06,0.12", "--format", "csv")
    #expect(outcome.status != 0, "the unit belongs to both ends of a grid")
    let grid = try BoundsProgram.run(
      "bbn", "--annihilate", "e+e-", "--mass", "30MeV", "--cross-section", "1e-26cm^3/s..1e-25cm^3/s:2", "--density", "0.06,0.12", "--format", "csv")
    let rows = grid.output.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(grid.status == 0 && rows.count == 5, "\(grid.errors)")
    for column in ["mass_MeV", "cross_section_cm3_s", "p_wave_cm3_s", "density"] { #expect(rows.first?.contains(column) == true) }
  }

  @Test(arguments: [
    (["--annihilate", "e+e-", "--mass", "30MeV"], 64), (["--annihilate", "e+e-", "--cross-section", "1e-26cm^3/s"], 64),
    (["--cross-section", "1e-26cm^3/s"], 64), (["--annihilate", "e+e-", "--mass", "30MeV", "--cross-section", "1e-26"], 64),
    (["--annihilate", "e+e-", "--mass", "30MeV", "--p-wave", "1e-26cm^3/s"], 64),
    (["--annihilate", "e+e-", "--inject", "e+e-", "--mass", "30MeV", "--cross-section", "1e-26cm^3/s"], 64),
    (["--annihilate", "e+e-", "--mass", "30MeV", "--cross-section", "1e-26cm^3/s", "--without", "early-decays"], 64),
    (["--annihilate", "e+e-", "--mass", "30MeV", "--cross-section", "1e-26cm^3/s", "--density", "2"], 64),
  ])
  func mistakesAreNamed(arguments: [String], status: Int) throws {
    let outcome = try BoundsProgram.run(["bbn"] + arguments)
    #expect(Int(outcome.status) == status && outcome.output.isEmpty && outcome.errorLines.count == 1, "\(arguments): \(outcome.status) \(outcome.errors)")
  }

  @Test func aRelicNearEquilibriumIsRefused() throws {
    for arguments in [["--mass", "30MeV", "--annihilate", "e+e-"], ["--mass", "10MeV", "--annihilate", "mu+mu-"]] {
      let outcome = try BoundsProgram.run(["bbn", "--cross-section", "1e-20cm^3/s"] + arguments)
      #expect(outcome.status == 64 && outcome.output.isEmpty && outcome.errorLines.count == 1, "\(outcome.errors)")
    }
  }
}
