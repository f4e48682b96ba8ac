import Benchmark
import BigBangNucleosynthesis
import EarlyUniverse
import Portals

/// The early Universe and the light elements; shared tables are built outside the measurement.
@Sendable func nucleosynthesisBenchmarks() {
  Benchmark("thermal history") { benchmark in
    _ = try ThermalHistory.compute()
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { blackHole(try ThermalHistory.compute()) }
  }

  Benchmark("standard nucleosynthesis, history included") { benchmark in
    _ = try Nucleosynthesis(ThermalHistory.compute()).abundances()
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { blackHole(try Nucleosynthesis(ThermalHistory.compute()).abundances()) }
  }

  for size in [NuclearNetwork.Size.small, .full] {
    Benchmark("network alone, \(size)") { benchmark in
      let calculation = try Nucleosynthesis(ThermalHistory.compute(), network: NuclearNetwork(size))
      benchmark.startMeasurement()
      for _ in benchmark.scaledIterations { blackHole(try calculation.abundances()) }
    }
  }

  // MeV and seconds.
  for (mass, lifetime) in [(10.0, 1e5), (30, 1e6), (100, 1e7), (1000, 1e7)] {
    for channel in [InjectionChannel.photons, .electrons] {
      Benchmark("particle of \(mass) MeV and \(lifetime) s that decays into \(channel.rawValue)") { benchmark in
        let particle = DecayingParticle(mass: mass, lifetime: lifetime, perPhoton: 1e-11, modes: [.init(channel)])
        _ = try particle.abundances()
        benchmark.startMeasurement()
        for _ in benchmark.scaledIterations { blackHole(try particle.abundances()) }
      }
    }
  }

  // GeV.
  for reheating in [0.0041, 1e4] {
    Benchmark("abundance of a dark photon at one coupling, reheating at \(reheating) GeV") { benchmark in
      var settings = AbundanceCalculation.Settings()
      settings.reheatingTemperature = reheating
      let calculation = try AbundanceCalculation(.vector(.darkPhoton), mass: 0.02, settings: settings)
      benchmark.startMeasurement()
      for _ in benchmark.scaledIterations { blackHole(try calculation.abundance(coupling: 1e-11)) }
    }
  }
}
