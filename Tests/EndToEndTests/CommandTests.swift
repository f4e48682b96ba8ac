import Foundation
import Testing

/// The contract of commands and keys that other people script against.
struct CommandTests {
  @Test func decayHasItsKeysAndNumbers() throws {
    let json = try BoundsProgram.json("decay", "dark-photon", "--mass", "10MeV", "--coupling", "1e-4")
    let partial = try #require(json["partial_widths_GeV"] as? [String: Double])
    #expect(abs((partial["e+ e-"] ?? 0) / 2.432_350_996e-13 - 1) < 1e-6)
    #expect((json["branching_ratios"] as? [String: Double])?["e+ e-"] == 1)
    #expect(abs((json["ctau_m"] as? Double ?? 0) / 0.000_811_260_302_2 - 1) < 1e-6)
    #expect((json["lifetime_s"] as? Double ?? 0) > 0 && (json["width_GeV"] as? Double ?? 0) > 0)
    #expect((json["provenance"] as? [String: Any])?["model"] as? String == "dark-photon")
  }

  @Test func benchmarkNumberIsAnAlias() throws {
    let (a, b) = (
      try BoundsProgram.json("decay", "bc1", "--mass", "1GeV", "--coupling", "1e-4"),
      try BoundsProgram.json("decay", "dark-photon", "--mass", "1GeV", "--coupling", "1e-4")
    )
    #expect(a["width_GeV"] as? Double == b["width_GeV"] as? Double)
  }

  @Test func thresholdsAreExactlyZero() throws {
    let below = try BoundsProgram.json("decay", "dark-photon", "--mass", "0.2113GeV", "--coupling", "1e-3")
    #expect((below["partial_widths_GeV"] as? [String: Double])?["mu+ mu-"] == 0)
    let tiny = try BoundsProgram.json("decay", "dark-photon", "--mass", "1MeV", "--coupling", "1e-3")
    #expect((tiny["partial_widths_GeV"] as? [String: Double])?["e+ e-"] == 0)
  }

  @Test func computeHasTheColumnsOfTheContract() throws {
    let outcome = try BoundsProgram.run("compute", "dark-photon", "--mass", "100eV,10MeV", "--format", "csv")
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.first?.hasPrefix("# bounds_version") == true)
    let body = lines.filter { !$0.hasPrefix("#") }
    #expect(body.first == "mass_GeV,constraint,kind,coupling_low,coupling_high,status")
    let rows = body.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    #expect(rows.allSatisfy { $0.count == 6 })
    let first = rows.filter { $0[0] == "1e-07" }
    #expect(first.contains { $0[1] == "sun" && $0[5] == "excluded" } && first.contains { $0[1] == "e137" && $0[5] == "outside-validity" })
    #expect(first.last?[1] == "combined" && first.contains { $0[1] == "union" && $0[2] == "combination" })
    let second = rows.filter { $0[0] == "0.01" }
    #expect(second.contains { $0[1] == "sn1987a.cooling" && $0[5] == "excluded" && !$0[4].isEmpty })
    #expect(second.contains { $0[1] == "sun" && $0[5] == "outside-validity" })
  }

  @Test func sameBytesWhateverTheThreads() throws {
    let arguments = ["compute", "dark-photon", "--mass", "1keV..10GeV:12", "--format", "csv"]
    let one = try BoundsProgram.run(arguments + ["--threads", "1"])
    let four = try BoundsProgram.run(arguments + ["--threads", "4"])
    let again = try BoundsProgram.run(
      arguments + ["--threads", "4"], environment: ["LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Tokyo", "SWIFT_DETERMINISTIC_HASHING": "1"])
    #expect(one.status == 0 && one.output == four.output && four.output == again.output)
  }

  @Test(arguments: [("1e-3", 0), ("1e-6", 2), ("3e-9", 2)] as [(String, Int32)])
  func pointTellsByItsExitCode(coupling: String, status: Int32) throws {
    // 50 MeV: 3e-9 lies inside the SN1987A island, 1e-6 inside E137, 1e-3 above every dump.
    let outcome = try BoundsProgram.run("point", "dark-photon", "--mass", "50MeV", "--coupling", coupling)
    #expect(outcome.status == status, "\(outcome.output)")
  }

  @Test func pointSaysWhyAConstraintIsSilent() throws {
    let json = try BoundsProgram.json("point", "dark-photon", "--mass", "1keV", "--coupling", "1e-14")
    let constraints = try #require(json["constraints"] as? [[String: Any]])
    let e137 = try #require(constraints.first { $0["id"] as? String == "e137" })
    #expect(e137["status"] as? String == "outside-validity" && (e137["reason"] as? String)?.contains("GeV") == true)
    let silent = try BoundsProgram.run("point", "b-minus-l", "--mass", "1eV", "--coupling", "1e-10")
    #expect(silent.status == 3)
  }

  @Test func explainListsStepsAndSources() throws {
    for constraint in ["sun", "sn1987a.cooling", "e137"] {
      let mass = constraint == "sun" ? "100eV" : "10MeV"
      let json = try BoundsProgram.json("explain", constraint, "dark-photon", "--mass", mass, "--coupling", constraint == "sun" ? "1e-14" : "1e-8")
      #expect((json["steps"] as? [Any])?.isEmpty == false && (json["inputs"] as? [Any])?.isEmpty == false, "\(constraint)")
    }
  }

  @Test func eventsHaveTheirKeys() throws {
    let json = try BoundsProgram.json("events", "e137", "dark-photon", "--mass", "10MeV", "--coupling", "1e-6")
    for key in ["signal", "background", "acceptance"] { #expect(json[key] is Double, "\(key)") }
    #expect(json["observed"] as? Double == 0 && (json["by_production"] as? [String: Double])?.count == 2)
  }

  @Test func starAndSupernovaHaveTheirKeys() throws {
    let sun = try BoundsProgram.json("star", "sun", "--model", "dark-photon", "--mass", "1eV", "--coupling", "1e-12")
    for key in ["luminosity_erg_s", "luminosity_over_reference", "criterion"] { #expect(sun[key] is Double, "\(key)") }
    let supernova = try BoundsProgram.json("supernova", "--model", "dark-photon", "--mass", "10MeV", "--coupling", "1e-9")
    for key in ["luminosity_erg_s", "luminosity_over_criterion", "optical_depth"] { #expect(supernova[key] is Double, "\(key)") }
    for arguments in [["star", "sun", "--profile"], ["supernova", "--profile", "fischer-2018"]] {
      let outcome = try BoundsProgram.run(arguments)
      #expect(outcome.status == 0 && outcome.output.split(separator: "\n").count > 40)
    }
    let spectrum = try BoundsProgram.run("star", "sun", "--spectrum", "--model", "dark-photon", "--mass", "1eV", "--coupling", "1e-12")
    #expect(spectrum.status == 0 && spectrum.output.contains("dL_domega_erg_s_keV"))
  }

  @Test func countingLimitHasItsKeys() throws {
    let json = try BoundsProgram.json("limit", "counting", "--observed", "0", "--background", "0", "--cl", "0.9", "--method", "feldman-cousins")
    #expect(abs((json["upper_limit"] as? Double ?? 0) - 2.436) < 2e-3 && json["lower_limit"] as? Double == 0)
  }

  @Test func abundanceLimitsAreATable() throws {
    let arguments = ["limit", "abundance", "--inject", "gamma-gamma", "--mass", "10MeV,100MeV", "--lifetime", "1e7s", "--format", "json"]
    func rows(_ extra: String...) throws -> [[String: Any]] { try #require(try BoundsProgram.json(arguments + extra)["rows"] as? [[String: Any]]) }
    let combined = try rows()
    #expect(combined.count == 2 && combined.allSatisfy { $0["status"] as? String == "excluded" && $0["abundance_low"] is Double })
    #expect(combined[0]["decided_by"] as? String == "D/H low" && combined[1]["decided_by"] as? String == "He3/D high")
    #expect(Set(try rows("--each").compactMap { $0["observation"] as? String }) == ["Yp", "D/H", "He3/D", "combined"])
    let stricter = try rows("--cl", "0.99")
    #expect((stricter[0]["abundance_low"] as? Double ?? 0) > (combined[0]["abundance_low"] as? Double ?? 1))
  }

  @Test func theEvolutionFollowsADecay() throws {
    let arguments = ["bbn", "--evolution", "--inject", "gamma-gamma", "--mass", "10MeV", "--lifetime", "1e6s", "--abundance", "1e-8", "--format", "json"]
    let rows = try #require(try BoundsProgram.json(arguments)["rows"] as? [[String: Any]])
    let final = try BoundsProgram.json(arguments.filter { $0 != "--evolution" })
    func value(_ row: [String: Any]?, _ key: String) -> Double { row?[key] as? Double ?? .nan }
    #expect(abs(value(rows.last, "d") / value(rows.last, "p") / (final["D/H"] as? Double ?? 0) - 1) < 1e-3)
    #expect(zip(rows, rows.dropFirst()).allSatisfy { value($0, "T_MeV") > value($1, "T_MeV") && value($0, "t_s") < value($1, "t_s") })
  }

  @Test(arguments: [
    ["models"], ["models", "dark-photon"], ["constraints"], ["experiments"], ["experiments", "e137"], ["cite", "dark-photon"], ["cite", "e137"],
    ["tables", "list"], ["check"],
  ])
  func listsAnswer(arguments: [String]) throws {
    let outcome = try BoundsProgram.run(arguments)
    #expect(outcome.status == 0 && !outcome.output.isEmpty && outcome.errors.isEmpty, "\(arguments): \(outcome.errors)")
  }

  @Test(arguments: ["table", "csv", "json", "yaml"])
  func everyFormatIsWritten(format: String) throws {
    for arguments in [["compute", "dark-photon", "--mass", "10MeV"], ["decay", "dark-photon", "--mass", "10MeV", "--coupling", "1e-4"]] {
      let outcome = try BoundsProgram.run(arguments + ["--format", format])
      #expect(outcome.status == 0 && outcome.output.count > 100, "\(arguments) \(format): \(outcome.errors)")
    }
  }

  @Test func outputGoesToTheFileAlone() throws {
    try BoundsProgram.withFolder { folder in
      let file = folder.appendingPathComponent("out.json")
      let outcome = try BoundsProgram.run("compute", "dark-photon", "--mass", "10MeV", "-o", file.path)
      #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty)
      let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
      #expect(object?["rows"] is [Any])
    }
  }

  @Test func nucleosynthesisHasItsKeysAndGrids() throws {
    let json = try BoundsProgram.json("bbn", "--omega-b", "0.0224", "--neutron-lifetime", "878.4s")
    #expect(abs((json["Yp"] as? Double ?? 0) / 0.246990 - 1) < 3e-4 && abs((json["D/H"] as? Double ?? 0) / 2.43946e-5 - 1) < 3e-3)
    #expect(json["Neff"] as? Double ?? 0 > 3.04 && (json["uncertainty"] as? [String: Double])?["D/H"] ?? 0 > 0)
    let grid = try BoundsProgram.run("bbn", "--omega-b", "0.021,0.023", "--delta-neff", "-0.5..0.5:3lin", "--format", "csv")
    #expect(grid.status == 0 && grid.output.split(separator: "\n").filter { !$0.hasPrefix("#") }.count == 7)
    let lonely = try BoundsProgram.run("bbn", "--mass", "3MeV")
    #expect(lonely.status == 64 && lonely.errorLines.count == 1)
    let decay = try BoundsProgram.json("bbn", "--inject", "gamma-gamma", "--mass", "30MeV", "--lifetime", "1e6s", "--abundance", "1e-8")
    let (fewer, standard) = (decay["D/H"] as? Double ?? 0, json["D/H"] as? Double ?? 0)
    #expect(fewer > 0 && fewer < standard)
    func slow(_ effect: String) throws -> Double {
      let json = try BoundsProgram.json(
        "bbn", "--inject", "gamma-gamma", "--mass", "30MeV", "--lifetime", "1e8s", "--abundance", "1e-9", "--without", "expansion", "--without", effect)
      return json["D/H"] as? Double ?? 0
    }
    let (all, late) = (try slow("expansion"), try slow("early-decays"))
    #expect(all > 0 && late > all && late < standard)
  }

  @Test func abundanceFollowsTheCoupling() throws {
    func yield(_ coupling: String) throws -> Double {
      try BoundsProgram.json("abundance", "dark-photon", "--mass", "10MeV", "--coupling", coupling)["yield_n_over_s"] as? Double ?? 0
    }
    let (low, high) = (try yield("1e-13"), try yield("1e-12"))
    #expect(low > 0 && abs(high / low / 100 - 1) < 0.01)
  }
}
