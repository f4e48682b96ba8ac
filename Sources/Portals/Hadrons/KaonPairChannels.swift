import Numerics

/// R of K+ K- and K0 K0bar: beta^3 |F_K|^2/4, F_K+ = rho/2 + omega/6 + phi/3, F_K0 = -rho/2 + omega/6 + eta_phi phi/3, each a dual-resonance tower
/// (form of arXiv:1002.0279, fit of arXiv:1911.11147, 200 terms), with r, w, p before squaring.
enum KaonPairChannels {
  static func channels() throws -> [HadronicChannel] {
    let high = ExclusiveHadrons.highestSquaredMass
    let (charged, neutral) = (HadronInputs.chargedKaon.value, HadronInputs.neutralKaon.value)
    let pion = HadronInputs.chargedPion.value

    let rhoTerms = terms(HadronInputs.kaonRho, widthOverMass: HadronInputs.kaonRho.resonances[0].width.value / HadronInputs.kaonRho.resonances[0].mass.value)
    let rhoPropagators = rhoTerms.map { GounarisSakurai(mass: $0.mass, width: $0.width, daughter: pion) }
    let rho = try ComplexSpline("kaon form factor, rho tower", from: 0.9, to: high, count: 200) { s in
      zip(rhoTerms, rhoPropagators).reduce(Complex.zero) { $0 + $1.0.coupling * $1.1(s) }
    }
    // The omega(782) lies below the threshold; above it the sum is smooth.
    let omegaTerms = terms(HadronInputs.kaonOmega, widthOverMass: HadronInputs.kaonOmega.value(1))
    let omega = try ComplexSpline("kaon form factor, omega tower", from: 0.9, to: high, count: 200) { s in
      omegaTerms.reduce(Complex.zero) { $0 + $1.coupling * fixedWidthPropagator(s, mass: $1.mass, width: $1.width) }
    }
    let phiTerms = terms(HadronInputs.kaonPhi, widthOverMass: HadronInputs.kaonPhi.value(1))
    let enhancement = HadronInputs.kaonPhi.value(2)

    func channel(_ name: String, kaon: Double, isospinSign: Double, phiScale: Double) throws -> HadronicChannel {
      // The two narrow states are evaluated exactly, the wide ones from a table that starts at this channel's threshold.
      let wide = try ComplexSpline("kaon form factor, phi tower", from: 4 * kaon * kaon, to: high, count: 200) { s in
        phiTerms.dropFirst(2).reduce(Complex.zero) { $0 + $1.coupling * pWavePropagator(s, mass: $1.mass, width: $1.width, kaon, kaon) }
      }
      let narrow = Array(phiTerms.prefix(2))
      return HadronicChannel(finalState: name, threshold: 2 * kaon) { s, factors in
        let first = narrow[0].coupling * phiScale * pWavePropagator(s, mass: narrow[0].mass, width: narrow[0].width, kaon, kaon)
        let phi = first + narrow[1].coupling * pWavePropagator(s, mass: narrow[1].mass, width: narrow[1].width, kaon, kaon) + wide(s)
        let formFactor = 0.5 * isospinSign * factors.rho * rho(s) + factors.omega / 6 * omega(s) + factors.phi / 3 * phi
        let velocitySquared = squaredVelocity(s, kaon, kaon)
        return 0.25 * velocitySquared * velocitySquared.squareRoot() * formFactor.squaredMagnitude
      }
    }
    return [
      try channel("K+ K-", kaon: charged, isospinSign: 1, phiScale: 1), try channel("K0 K0bar", kaon: neutral, isospinSign: -1, phiScale: enhancement),
    ]
  }

  /// Tower couplings with the fitted ones in front; the first unfitted term absorbs 1 - sum. Fitted rows without a mass sit on the tower.
  private static func terms(_ fit: ResonanceFit, widthOverMass: Double) -> [(coupling: Double, mass: Double, width: Double)] {
    var couplings = dualTowerCouplings(exponent: fit.value(0), count: 200)
    for (index, resonance) in fit.resonances.enumerated() { couplings[index] = resonance.amplitude.value }
    couplings[fit.resonances.count] += 1 - couplings.reduce(0, +)
    return couplings.enumerated().map { n, coupling in
      if n < fit.resonances.count, fit.resonances[n].mass.value > 0 {
        return (coupling, fit.resonances[n].mass.value, fit.resonances[n].width.value)
      }
      let mass = fit.resonances[0].mass.value * Double(1 + 2 * n).squareRoot()
      return (coupling, mass, widthOverMass * mass)
    }
  }
}
