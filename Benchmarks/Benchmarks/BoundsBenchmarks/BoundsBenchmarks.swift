import Benchmark
import Combination
import Likelihoods
import Portals

/// The expensive steps of a scan: one mass slice of every constraint, one joint test, one width; and the early Universe.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(metrics: [.cpuTotal, .wallClock], maxDuration: .seconds(3))
  nucleosynthesisBenchmarks()

  for (id, mass) in [("sun", 1e-7), ("sn1987a.cooling", 0.01), ("e137", 0.01), ("e141", 0.01), ("e774", 0.005), ("kek", 0.01), ("orsay", 0.01)] {
    Benchmark("slice \(id)") { benchmark in
      guard let constraint = try Catalogue(for: .vector(.darkPhoton)).constraints.first(where: { $0.identity.id == id }) else { return }
      _ = try constraint.slice(at: mass, choosing: .defaults)
      benchmark.startMeasurement()
      for _ in benchmark.scaledIterations { blackHole(try constraint.slice(at: mass, choosing: .defaults)) }
    }
  }

  Benchmark("scan of one mass, all constraints") { benchmark in
    let model = Models.darkPhoton
    let scan = ExclusionScan(constraints: try Catalogue(for: model.portal).constraints, settings: try TestSettings(), couplingRange: model.coupling.range)
    _ = try scan.result(at: 0.01)
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { blackHole(try scan.result(at: 0.01)) }
  }

  // Every model, at the first of these masses in GeV where its widths are computed; the first call builds the shared tables outside the measurement.
  for model in Models.all {
    Benchmark("width of \(model.name)", configuration: .init(scalingFactor: .kilo)) { benchmark in
      let physics = model.portal.physics
      guard let mass = [1.3, 0.3, 0.9379, 0.01].first(where: { (try? physics.widths(mass: $0, coupling: 1e-4)) != nil }) else { return }
      benchmark.startMeasurement()
      for i in benchmark.scaledIterations { blackHole(try physics.widths(mass: mass * (1 + 1e-9 * Double(i)), coupling: 1e-4)) }
    }
  }

  Benchmark("joint test of counts and a criterion", configuration: .init(scalingFactor: .kilo)) { benchmark in
    let evidence: [Evidence] = [
      .counts(PoissonCount(signal: 2, background: 0, observed: 0)), .counts(PoissonCount(signal: 3, background: 81, observed: 81)),
      .criterion(SmearedCriterion(ratio: 0.7, sigmaLn: 0.5)),
    ]
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { blackHole(HypothesisTest().evaluate(evidence)) }
  }
}
