import Foundation
import Testing

/// Bad input of every kind: one clear line that names what was found and what is allowed, the documented exit code, nothing half-written.
struct BadInputTests {
  @Test(
    arguments: [
      (["compute", "dark-photn"], 64, "dark-photon"),
      (["compute", "dark-photon", "--mass", "10"], 64, "MeV"),
      (["compute", "dark-photon", "--mass", "-1MeV"], 64, "above zero"),
      (["compute", "dark-photon", "--mass", "nanMeV"], 64, "nanMeV"),
      (["compute", "dark-photon", "--mass", "1keV..10GeV:0"], 64, "grid points"),
      (["compute", "dark-photon", "--mass", ""], 64, "--mass"),
      (["compute", "dark-photon", "--mass", "10GeV..1keV:5"], 64, "ascend"),
      (["compute", "dark-photon", "--mass", "1MeV", "--cl", "1.5"], 64, "--cl"),
      (["compute", "dark-photon", "--mass", "1MeV", "--constraint", "e138"], 64, "e137"),
      (["compute", "dark-photon", "--mass", "1MeV", "--variant", "sun.criterion=x"], 64, "luminosity-10-percent"),
      (["compute", "dark-photon", "--mass", "1MeV", "--threads", "0"], 64, "--threads"),
      (["compute", "dark-photon", "--set", "x_e=1"], 64, "x_e"),
      (["decay", "dark-photon", "--mass", "1MeV", "--coupling", "1e-4GeV"], 64, "--coupling"),
      (["decay", "dark-photon", "--mass", "1MeV", "--coupling", "-1"], 64, "--coupling"),
      (["decay", "dark-photon", "--mass", "1MeV"], 64, "--coupling"),
      (["decay", "alp-photon", "--mass", "1MeV", "--coupling", "1e21/GeV"], 64, "1e+20"),
      (["decay", "alp-gluon", "--mass", "1MeV", "--coupling", "1e-3/GeV", "--set", "lambda_uv=1000"], 64, "TeV"),
      (["decay", "dark-photon", "--mass", "1", "--coupling", "1e-3"], 64, "an energy"),
      (["decay", "dark-photon", "--mass", "2000GeV", "--coupling", "1e-4"], 64, "validity"),
      (["events", "e999", "dark-photon", "--mass", "10MeV", "--coupling", "1e-5"], 64, "e137"),
      (["star", "sun", "--model", "dark-photon", "--mass", "1GeV", "--coupling", "1e-5"], 64, "validity"),
      (["supernova", "--profile", "nobody"], 64, "chang-essig-mcdermott"),
      (["limit", "counting", "--observed", "0", "--background", "-1"], 64, "--background"),
      (["limit", "counting", "--observed", "0", "--background", "0", "--method", "guess"], 64, "feldman-cousins"),
      (["limit", "counting", "--observed", "3.5", "--background", "1"], 64, "whole number"),
      (["limit", "abundance", "--inject", "gamma-gamma", "--mass", "10MeV", "--lifetime", "1e-9s"], 64, "lifetime in s"),
      (["limit", "abundance", "--inject", "gamma-gamma", "--mass", "10MeV", "--lifetime", "1e7s", "--largest", "0"], 64, "particles per photon"),
      (["limit", "abundance", "--inject", "gamma-gamma", "--mass", "10MeV", "--lifetime", "1e7s", "--cl", "0.3"], 64, "confidence level"),
      (["plot-bbn", "evolution", "--omega-b", "0.02,0.022", "-o", "picture.svg"], 64, "one point"),
      (["plot-bbn", "abundance", "--inject", "e+e-", "--mass", "10MeV", "--lifetime", "1e7s", "-o", "picture.svg"], 64, "2 lifetimes"),
      (["plot-bbn", "-o", "picture.gif"], 64, ".svg"),
      (["plot", "dark-photon", "-o", "picture.gif"], 64, ".svg"),
      (["plot", "dark-photon", "--mass", "10MeV", "-o", "picture.svg"], 64, "2 masses"),
      (["tables", "verify", "no-such-table"], 64, "dark-photon-exclusion"),
      (["tables", "verify", "--folder", "/nonexistent", "sun-profile"], 66, "manifest.json"),
      (["compute", "dark-photon", "--mass", "10MeV", "-o", "/nonexistent/file.csv"], 74, "/nonexistent/file.csv"),
      (["decay", "--mass", "1MeV", "--coupling", "1e-3"], 64, "dark-photon"),
      (["decay", "--model-file", "/nonexistent/model.yaml", "--mass", "1MeV", "--coupling", "1e-3"], 66, "model.yaml"),
      (["decay", "--model-file", "README.md", "--mass", "1MeV", "--coupling", "1e-3"], 65, "README.md"),
      (["cite", "nothing"], 64, "nothing"),
      (["unknown-command"], 64, "unknown-command"),
      ([], 0, ""),
    ] as [([String], Int32, String)])
  func isOneLineWithItsExitCode(arguments: [String], status: Int32, mention: String) throws {
    let outcome = try BoundsProgram.run(arguments)
    #expect(outcome.status == status, "\(arguments): \(outcome.errors)")
    guard status != 0 else { return }
    #expect(outcome.output.isEmpty)
    let first = outcome.errorLines.first ?? ""
    #expect(first.hasPrefix("bounds: error: ") && first.contains(mention), "\(arguments): \(first)")
    #expect(outcome.errorLines.count <= 2)
  }

  @Test func aWrongValueInAModelFileNamesFileAndKey() throws {
    try BoundsProgram.withFolder { folder in
      let file = folder.appendingPathComponent("mine.yaml")
      try Data("name: mine\nbase: vector\nparameters: {x_e: 99}\n".utf8).write(to: file)
      let outcome = try BoundsProgram.run("decay", "--model-file", file.path, "--mass", "1MeV", "--coupling", "1e-3")
      #expect(outcome.status == 65 && outcome.errorLines.first?.contains("mine.yaml: key 'x_e'") == true, "\(outcome.errors)")
    }
  }

  @Test func nothingHalfWrittenWhenTheFileCannotBeMade() throws {
    try BoundsProgram.withFolder { folder in
      try FileManager.default.createDirectory(at: folder.appendingPathComponent("taken.csv"), withIntermediateDirectories: true)
      let outcome = try BoundsProgram.run("compute", "dark-photon", "--mass", "10MeV", "-o", folder.appendingPathComponent("taken.csv").path)
      #expect(outcome.status == 74)
      let left = try BoundsProgram.files(in: folder)
      #expect(left == ["taken.csv"])
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "no /dev/full on this system"))
  func aFullDiskOnStdoutIsReported() throws {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", "'\(BoundsProgram.executable.path)' models > /dev/full"]
    let errors = Pipe()
    shell.standardError = errors
    try shell.run()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 74 && text.contains("cannot write"))
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "no /dev/full on this system"))
  func aFullDiskUnderTheOutputFileIsReported() throws {
    let outcome = try BoundsProgram.run("compute", "dark-photon", "--mass", "10MeV", "--constraint", "kek", "-o", "/dev/full")
    #expect(outcome.status == 74 && outcome.errorLines.count == 1)
  }

  @Test func withoutGnuplotScriptAndDataAreWrittenAndSaid() throws {
    try BoundsProgram.withFolder { folder in
      let picture = folder.appendingPathComponent("dp.svg").path
      let outcome = try BoundsProgram.run(
        "plot", "dark-photon", "--mass", "5MeV..20MeV:3", "--constraint", "kek", "-o", picture, environment: ["PATH": "/nonexistent"])
      #expect(outcome.status == 69)
      #expect(outcome.errorLines.first?.contains("gnuplot") == true)
      let left = try BoundsProgram.files(in: folder)
      #expect(left == ["dp.dat", "dp.gp"])
    }
  }
}
