// swift-tools-version: 6.2
// Timings of the hot paths, in a package of their own so that the library does not depend on the benchmark harness.
import PackageDescription

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "bounds", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.27.0", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "BoundsBenchmarks",
      dependencies: [
        // The benchmark harness brings swift-numerics, whose module has the same name. SwiftPM finds the alias only when the checkout's folder is called `bounds`.
        .product(name: "Bounds", package: "bounds", moduleAliases: ["Numerics": "BoundsNumerics"]),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/BoundsBenchmarks",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ]
)
