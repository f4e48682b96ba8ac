import Foundation
import Numerics
import Portals
import Testing
import Units

/// The hadronic band and the cost of a width.
@Suite struct VectorBandTests {
  private static let portals = [
    VectorPortal.darkPhoton, .bMinusL, .lMuMinusLTau, VectorPortal(name: "b", charges: .baryonNumber, gaugeCouplingPerAxis: 1),
  ]

  @Test(arguments: portals) func bandHoldsTheDefault(portal: VectorPortal) throws {
    for mass in logarithmicGrid(from: 0.136, to: 1000, count: 1500) {
      let width = try portal.widths(mass: mass, coupling: 1e-4).width("hadrons")
      let band = try #require(try portal.hadronicBand(mass: mass, coupling: 1e-4))
      #expect(band.lowerBound > 0 && band.lowerBound < width && width < band.upperBound && band.upperBound < 2 * width, "\(mass)")
    }
    #expect(try portal.hadronicBand(mass: 0.1, coupling: 1e-4) == nil)
  }

  /// The ends of the band move no faster than R itself outside narrow states: no jump where an alternative enters or leaves.
  @Test func bandIsContinuous() throws {
    let decay = VectorDecay(.darkPhoton)
    var previous = try #require(try decay.hadronicRatioBand(mass: 1.2))
    for mass in stride(from: 1.2005, through: 2.5, by: 0.0005) {
      let band = try #require(try decay.hadronicRatioBand(mass: mass))
      #expect(abs(band.lowerBound / previous.lowerBound - 1) < 0.01 && abs(band.upperBound / previous.upperBound - 1) < 0.01, "\(mass)")
      previous = band
    }
  }

  /// Departure from ideal omega-phi mixing: 12 % of the amplitude of B-L on the phi, none for the photon.
  @Test func omegaPhiMixingWidensOtherCharges() throws {
    func width(_ portal: VectorPortal) throws -> Double {
      let band = try #require(try VectorDecay(portal).hadronicRatioBand(mass: 1.0194))
      return band.upperBound / band.lowerBound
    }
    #expect(try width(.darkPhoton) < 1.1)
    #expect(try width(.bMinusL) > 1.4)
  }

  @Test func everyModelStaysInsideItsValidity() throws {
    let names = ["dark-photon", "b-minus-l", "baryon-number", "l-mu-minus-l-tau", "l-e-minus-l-mu", "l-e-minus-l-tau", "vector"]
    for model in Models.all where names.contains(model.name) {
      for mass in logarithmicGrid(from: 1e-21, to: 1000, count: 700) {
        let widths = try model.portal.physics.widths(mass: mass, coupling: 1e-4)
        #expect(widths.partials.allSatisfy { $0.width.isFinite && $0.width > 0 })
        for channel in try model.portal.physics.production(mass: mass, coupling: 1e-4) {
          #expect(channel.branchingRatio.isFinite && channel.branchingRatio > 0 && channel.branchingRatio < 1)
        }
        #expect(try model.portal.physics.derivedQuantities(mass: mass, coupling: 1e-4).allSatisfy { $0.value.isFinite })
      }
    }
  }

  /// Asked for: 20 microseconds; five times that leaves room for a busy machine.
  @Test func aWidthIsCheap() throws {
    for portal in Self.portals {
      _ = try portal.widths(mass: 1, coupling: 1)
      for mass in [0.05, 0.6, 1.5, 1.7, 3.0, 30] {
        let start = ContinuousClock.now
        for i in 0..<2000 { _ = try portal.widths(mass: mass * (1 + 1e-6 * Double(i)), coupling: 1e-3) }
        let each = (ContinuousClock.now - start) / 2000
        if portal.name == "l-mu-minus-l-tau" { print("width at \(mass) GeV: \(each)") }
        #expect(each < .microseconds(100))
      }
    }
  }
}
