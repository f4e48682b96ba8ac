import Foundation
import Testing

struct PictureTests {
  private static let hasGnuplot = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
    FileManager.default.isExecutableFile(atPath: "\($0)/gnuplot")
  }

  @Test(.enabled(if: hasGnuplot, "gnuplot is not installed"))
  func plotIsDrawnWithScriptAndDataBesideIt() throws {
    try BoundsProgram.withFolder { folder in
      let arguments = ["plot", "dark-photon", "--mass", "1eV..1GeV:16", "--quiet", "-o"]
      for name in ["one.svg", "two.svg", "three.png"] {
        let outcome = try BoundsProgram.run(arguments + [folder.appendingPathComponent(name).path])
        #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome.errors)")
      }
      func text(_ name: String) throws -> String { try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8) }
      let (first, second) = (try text("one.dat"), try text("two.dat"))
      // Data differ only in the command that the provenance records.
      #expect(first.replacingOccurrences(of: "one.svg", with: "") == second.replacingOccurrences(of: "two.svg", with: ""))
      let script = try text("one.gp")
      #expect(script.contains("set output 'one.svg'") && script.contains("'one.dat'") && script.contains("set label 'E137'"))
      let svg = try text("one.svg")
      #expect(svg.contains("<path") && svg.count > 10_000)
      let png = try Data(contentsOf: folder.appendingPathComponent("three.png"))
      #expect(png.count > 20_000)
      let left = try BoundsProgram.files(in: folder)
      #expect(left == ["one.dat", "one.gp", "one.svg", "three.dat", "three.gp", "three.png", "two.dat", "two.gp", "two.svg"])
    }
  }

  @Test(.enabled(if: hasGnuplot, "gnuplot is not installed"))
  func reportWritesTableAndPictureAndPrintsASummary() throws {
    try BoundsProgram.withFolder { folder in
      let outcome = try BoundsProgram.run("report", "dark-photon", "--mass", "1eV..1GeV:10", "--quiet", "-o", folder.appendingPathComponent("new/out").path)
      #expect(outcome.status == 0 && outcome.output.contains("combined"), "\(outcome.errors)")
      let left = try BoundsProgram.files(in: folder.appendingPathComponent("new/out"))
      #expect(left == ["dark-photon.csv", "dark-photon.dat", "dark-photon.gp", "dark-photon.svg"])
    }
  }

  @Test(.enabled(if: hasGnuplot, "gnuplot is not installed"))
  func widthsAreDrawn() throws {
    try BoundsProgram.withFolder { folder in
      let outcome = try BoundsProgram.run(
        "plot-widths", "dark-photon", "--mass", "1MeV..10GeV:30", "--quiet", "-o", folder.appendingPathComponent("w.svg").path)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let data = try String(contentsOf: folder.appendingPathComponent("w.dat"), encoding: .utf8)
      #expect(data.contains("'mass_GeV' 'ctau_m' ") && data.contains("'hadrons'"))
    }
  }

  @Test(.enabled(if: hasGnuplot, "gnuplot is not installed"))
  func lightElementsAreDrawn() throws {
    try BoundsProgram.withFolder { folder in
      func draw(_ name: String, _ arguments: String...) throws -> (script: String, data: String, picture: String) {
        let outcome = try BoundsProgram.run(["plot-bbn"] + arguments + ["--quiet", "-o", folder.appendingPathComponent("\(name).svg").path])
        #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome.errors)")
        func text(_ type: String) throws -> String { try String(contentsOf: folder.appendingPathComponent("\(name).\(type)"), encoding: .utf8) }
        return (try text("gp"), try text("dat"), try text("svg"))
      }
      let evolution = try draw("e", "evolution", "--omega-b", "0.0224")
      #expect(evolution.script.contains("0.0224") && evolution.script.contains("'^{4}He'") && evolution.data.contains("# T_MeV t_s T_nue_MeV n p d"))
      #expect(evolution.picture.contains("<path") && evolution.picture.count > 10_000)
      let limit = try draw("l", "abundance", "--inject", "gamma-gamma", "--mass", "100MeV", "--lifetime", "1e6s..1e8s:3")
      #expect(limit.script.contains("excluded at 95 %") && limit.script.contains("^3He/D alone") && limit.data.contains("# D/H alone: lifetime_s abundance"))
      #expect(limit.picture.contains("<path") && limit.picture.count > 10_000)
    }
  }

  @Test func theCommittedNotebookIsWhatTheProgramWrites() throws {
    try BoundsProgram.withFolder { folder in
      let path = folder.appendingPathComponent("dark-photon.ipynb")
      #expect(try BoundsProgram.run("export", "notebook", "dark-photon", "-o", path.path).status == 0)
      let committed = BoundsProgram.package.appendingPathComponent("Notebooks-export/dark-photon.ipynb")
      let (fresh, old) = (try Data(contentsOf: path), try Data(contentsOf: committed))
      #expect(fresh == old, "run: make tables")
    }
  }

  private static let canExecuteNotebooks: Bool = {
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = ["python3", "-c", "import nbclient, nbformat, matplotlib, ipykernel"]
    python.standardError = FileHandle.nullDevice
    do { try python.run() } catch { return false }
    python.waitUntilExit()
    return python.terminationStatus == 0
  }()

  @Test(.enabled(if: canExecuteNotebooks, "Jupyter (nbclient, ipykernel, matplotlib) is not installed: the notebook is not executed"))
  func theNotebookRuns() throws {
    let script = """
      import nbformat, nbclient
      notebook = nbformat.read("Notebooks-export/dark-photon.ipynb", as_version=4)
      nbformat.validate(notebook)
      nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": "Notebooks-export"}}).execute()
      outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
      assert any("image/png" in output.get("data", {}) for output in outputs), "no picture"
      """
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = ["python3", "-c", script]
    python.currentDirectoryURL = BoundsProgram.package
    try python.run()
    python.waitUntilExit()
    #expect(python.terminationStatus == 0)
  }
}
