import Numerics

/// R of pi+ pi- pi0, hep-ph/0512180: F = [A omega + B phi + C omega' + D omega''] H_rho + E phi H_rho' + F omega'' H_rho'', H the sum of p-wave
/// propagators over the three pairs. The isovector part (omega pi-like isospin breaking, below 1 % of R) is left out.
enum ThreePionChannel {
  static func channel() throws -> HadronicChannel {
    let fit = HadronInputs.threePion
    let (charged, neutral) = (HadronInputs.chargedPion.value, HadronInputs.neutralPion.value)
    let isoscalar = Array(fit.resonances[0..<4])
    let pairs = fit.resonances[4..<7].map { (mass: $0.mass.value, width: $0.width.value) }
    let (viaRhoPrime, viaRhoSecond) = (fit.value(0), fit.value(1))
    let integrals = try ThreeBodyIntegrals(
      "three pions", masses: (charged, charged, neutral), functions: 3, highest: ExclusiveHadrons.highestSquaredMass.squareRoot(), nodes: 40
    ) { s12, s23, s13 in
      pairs.map { pair in
        pWavePropagator(s12, mass: pair.mass, width: pair.width, charged, charged) + pWavePropagator(s23, mass: pair.mass, width: pair.width, charged, neutral)
          + pWavePropagator(s13, mass: pair.mass, width: pair.width, charged, neutral)
      }
    }
    return HadronicChannel(finalState: "pi+ pi- pi0", threshold: 2 * charged + neutral) { s, factors in
      let propagators = isoscalar.map { fixedWidthPropagator(s, mass: $0.mass.value, width: $0.width.value) }
      let strengths = [factors.omega, factors.phi, factors.omega, factors.omega]
      var throughRho = Complex.zero
      for index in 0..<4 { throughRho += (strengths[index] * isoscalar[index].amplitude.value) * propagators[index] }
      return integrals.ratio(s, [throughRho, (factors.phi * viaRhoPrime) * propagators[1], (factors.omega * viaRhoSecond) * propagators[3]])
    }
  }
}
