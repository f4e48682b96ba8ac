import Foundation

/// The electromagnetic cascade of one electron in an infinite target, integrated over depth: how far (in radiation lengths) electrons, positrons and photons of each
/// energy travel, at what angle and at what depth. Universal in y = ln(E0/E).
///
/// The integrated cascade equations of approximation A (Rossi 1952) are solved as Volterra equations in y. For the electrons it is the flux through an energy that is
/// balanced, not the rate at it: every primary electron, and every electron born above E, passes E downward exactly once, so
///   integral_0^y F(y') Phi(y - y') dy' = 1 + (electrons born above E),
/// where F(y) = E dT/dE is the track length per unit of ln E and Phi(u) the rate of losing more than 1 - e^-u of the energy at once. Soft photons enter only through the
/// logarithm in Phi, so nothing is cut off. Solved by product integration (F constant in each cell).
///
/// Angles: the direction is kept in bremsstrahlung and pair creation (their own angles are of order m_e/E, against E_s/E from multiple scattering), and the square of the
/// angle in space has a Gaussian distribution whose variance s = integral (E_s/E)^2 dt along the history; the moments of s obey the same equations with source n (E_s/E)^2.
///
/// Domain: E above about ten critical energies (Al 43 MeV, W 8 MeV), below which ionisation stops the cascade; the target taken thicker than the shower.
public struct ElectromagneticShower: Sendable {
  /// One kind of particle, per cell of ``edges``.
  public struct Component: Sendable {
    /// Track length per unit of ln E, in radiation lengths, mean over the cell.
    public let trackLength: [Double]
    /// The track length times the depth, in radiation lengths squared per unit of ln E.
    public let depthMoment: [Double]
    /// The track length times s, s^2, s^3, where s is the mean square angle in space in units of (E_s/E0)^2.
    public let angularMoments: [[Double]]
  }

  /// Cell edges in y = ln(E0/E), from 0: geometric near 0, where the track length is singular, then even.
  public let edges: [Double]
  /// The beam electron alone.
  public let primary: Component
  /// The beam electron and all secondaries of both charges.
  public let electrons: Component
  public let positrons: Component
  public let photons: Component

  /// The largest y of the solution: energies from e^-8 = 0.03 % of the beam energy.
  public static let maximumDepthInLogEnergy = 8.0

  /// The solution on the standard grid; computed once.
  public static let standard = ElectromagneticShower(step: 0.04, firstEdge: 1e-5)

  /// - Parameters:
  ///   - step: cell width in y away from the beam energy.
  ///   - firstEdge: width of the cell at the beam energy.
  public init(step: Double, firstEdge: Double) {
    edges = Self.grid(step: step, firstEdge: firstEdge)
    let system = CascadeSystem(edges: edges)
    let count = edges.count - 1
    let one = [Double](repeating: 1, count: count)
    let heating = system.middles.map { exp(2 * $0) }

    let primaryTrack = system.solveElectrons(bornAbove: one)
    let allTrack = system.solveCascade(bornAbove: one)
    let photonTrack = system.photons(of: allTrack)
    let positronTrack = system.solveElectrons(bornAbove: system.cumulated(system.pairs(of: photonTrack)))

    // Angles: M_n with source n (E_s/E)^2 M_(n-1).
    func moments(_ track: [Double], _ solve: ([Double], Int) -> [Double]) -> [[Double]] {
      var list: [[Double]] = []
      var previous = track
      for n in 1...3 {
        let source = zip(previous, heating).map { Double(n) * $0 * $1 }
        previous = solve(system.cumulated(source), n)
        list.append(previous)
      }
      return list
    }
    let primaryMoments = moments(primaryTrack) { source, _ in system.solveElectrons(bornAbove: source) }
    let allMoments = moments(allTrack) { source, _ in system.solveCascade(bornAbove: source) }
    let photonMoments = allMoments.map { system.photons(of: $0) }
    let positronMoments = moments(positronTrack) { source, n in
      let born = system.cumulated(system.pairs(of: photonMoments[n - 1]))
      return system.solveElectrons(bornAbove: zip(source, born).map { $0 + $1 })
    }

    // Depth: every particle's clock runs while it travels.
    let photonTime = photonTrack.map { $0 / ShowerKernels.pairRate }
    let bornOlder = system.cumulated(system.pairs(of: photonTime)).map { 2 * $0 }
    let allDepth = system.solveCascade(bornAbove: zip(system.cumulated(allTrack), bornOlder).map { $0 + $1 })
    let photonDepth = zip(system.photons(of: allDepth), photonTime).map { $0 + $1 }
    let positronBirth = zip(system.pairs(of: photonDepth), positronTrack).map { $0 + $1 }

    primary = Component(
      trackLength: primaryTrack, depthMoment: system.solveElectrons(bornAbove: system.cumulated(primaryTrack)), angularMoments: primaryMoments)
    electrons = Component(trackLength: allTrack, depthMoment: allDepth, angularMoments: allMoments)
    photons = Component(trackLength: photonTrack, depthMoment: photonDepth, angularMoments: photonMoments)
    positrons = Component(
      trackLength: positronTrack, depthMoment: system.solveElectrons(bornAbove: system.cumulated(positronBirth)), angularMoments: positronMoments)
  }

  private static func grid(step: Double, firstEdge: Double) -> [Double] {
    let geometricEnd = 5 * step
    let count = 32
    var edges = [0.0]
    for i in 0..<count { edges.append(firstEdge * pow(geometricEnd / firstEdge, Double(i) / Double(count - 1))) }
    let even = Int(((maximumDepthInLogEnergy - geometricEnd) / step).rounded(.up))
    for i in 1...max(1, even) { edges.append(geometricEnd + Double(i) * step) }
    return edges
  }
}
