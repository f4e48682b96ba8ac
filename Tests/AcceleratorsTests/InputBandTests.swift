import Accelerators
import Likelihoods
import Portals
import Testing

struct InputBandTests {
  private func signal(_ id: String, _ band: String, mass: Double, coupling: Double) throws -> Double {
    let constraint = try #require(try ElectronBeamDumpConstraint.all().first { $0.identity.id == id })
    return try constraint.beamDumpSlice(of: .darkPhoton, at: mass, choosing: VariantChoices(["electron-dump.inputs": band])).events(at: coupling).signal
  }

  @Test(arguments: ["e137", "kek"])
  func bandOfTheRecalledInputsEnclosesTheNominalYield(id: String) throws {
    for mass in [0.002, 0.01] {
      let (weak, nominal, strong) = (
        try signal(id, "weakest", mass: mass, coupling: 1e-7), try signal(id, "nominal", mass: mass, coupling: 1e-7),
        try signal(id, "strongest", mass: mass, coupling: 1e-7)
      )
      #expect(weak < nominal && nominal <= strong, "\(id) at \(mass): \(weak) \(nominal) \(strong)")
    }
  }

  @Test func experimentsWithoutARangeDoNotMove() throws {
    #expect(try signal("orsay", "weakest", mass: 0.01, coupling: 1e-6) == signal("orsay", "nominal", mass: 0.01, coupling: 1e-6))
  }
}
