// swift-tools-version: 6.2
// The layers of `bounds`, bottom to top. A target may depend only on targets above it in this list;
// Tests/ArchitectureTests checks that no source file imports upward or sideways.
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

func layer(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let modules: [Target.Dependency] = ["StellarCooling", "Supernova1987A", "BigBangNucleosynthesis", "EarlyUniverse", "Accelerators"]

let package = Package(
  name: "bounds",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "bounds", targets: ["bounds"]),
    .library(
      name: "Bounds",
      targets: [
        "Units", "Numerics", "Likelihoods", "Portals", "Plasma", "EarlyUniverse", "StellarCooling", "Supernova1987A", "BigBangNucleosynthesis",
        "Accelerators", "Combination", "Publishing",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
  ],
  targets: [
    .systemLibrary(name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"]), .brew(["gsl"])]),
    .systemLibrary(name: "CFFTW3", pkgConfig: "fftw3", providers: [.apt(["libfftw3-dev"]), .brew(["fftw"])]),
    layer("Units", []),
    layer("Numerics", ["CGSL", "CFFTW3", "Units"]),
    layer("Likelihoods", ["Numerics", "Units"]),
    layer("Portals", ["Likelihoods", "Numerics", "Units", "Yams"]),
    layer("Plasma", ["Portals", "Numerics", "Units"]),
    layer("EarlyUniverse", ["Plasma", "Portals", "Likelihoods", "Numerics", "Units"]),
    layer("BigBangNucleosynthesis", ["EarlyUniverse", "Plasma", "Portals", "Likelihoods", "Numerics", "Units", "Yams"], resources: [.copy("Observations")]),
    layer("StellarCooling", ["Plasma", "Portals", "Likelihoods", "Numerics", "Units"]),
    layer("Supernova1987A", ["Plasma", "Portals", "Likelihoods", "Numerics", "Units"]),
    layer("Accelerators", ["Portals", "Likelihoods", "Numerics", "Units", "Yams"], resources: [.copy("Experiments")]),
    layer("Combination", modules + ["Portals", "Likelihoods", "Numerics", "Units"]),
    layer("Publishing", modules + ["Combination", "Portals", "Likelihoods", "Numerics", "Units", "Yams", .product(name: "Crypto", package: "swift-crypto")]),
    .executableTarget(
      name: "bounds",
      dependencies: [
        "Publishing", "Combination", "Numerics", "Portals", "Likelihoods", "Units", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
        + modules,
      swiftSettings: strict),
    tests("UnitsTests", ["Units"]),
    tests("NumericsTests", ["Numerics", "Units"]),
    tests("LikelihoodsTests", ["Likelihoods", "Numerics"]),
    tests("PortalsTests", ["Portals", "Units", "Numerics"]),
    tests("EarlyUniverseTests", ["EarlyUniverse", "Portals", "Numerics", "Units"]),
    tests("BigBangNucleosynthesisTests", ["BigBangNucleosynthesis", "EarlyUniverse", "Likelihoods", "Numerics", "Portals", "Units"]),
    tests("StellarCoolingTests", ["StellarCooling", "Plasma", "Portals", "Likelihoods", "Numerics", "Units"]),
    tests("Supernova1987ATests", ["Supernova1987A", "Plasma", "Portals", "Likelihoods", "Numerics", "Units"]),
    tests("AcceleratorsTests", ["Accelerators", "Portals", "Likelihoods", "Numerics", "Units"]),
    tests("CombinationTests", ["Combination", "Portals", "Likelihoods", "Numerics", "Units"]),
    tests("PublishingTests", ["Publishing", "Combination", "Portals", "Likelihoods", "Units"]),
    tests("ArchitectureTests", []),
    tests("EndToEndTests", ["bounds"]),
    tests(
      "ValidationTests",
      [
        "Combination", "BigBangNucleosynthesis", "EarlyUniverse", "StellarCooling", "Supernova1987A", "Accelerators", "Portals", "Likelihoods", "Numerics",
        "Units",
      ]),
  ]
)
