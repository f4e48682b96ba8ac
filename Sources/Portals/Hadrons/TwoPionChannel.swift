import Numerics

/// R of pi+ pi-: beta^3 |F_pi|^2/4, with the pion form factor as a sum of Gounaris–Sakurai rho mesons and rho–omega mixing.
///
/// The rho terms scale with r, the mixing term (boson to omega, omega to rho by isospin breaking) with w; so a boson without rho coupling keeps the
/// isospin-breaking omega peak alone.
enum TwoPionChannel {
  /// Default: the dual-resonance tower of arXiv:1002.0279, 2000 terms.
  static func dualTower() throws -> HadronicChannel {
    let fit = HadronInputs.twoPionTower
    let pion = HadronInputs.chargedPion.value
    let tower = dualTowerCouplings(exponent: fit.value(0), count: 2000)
    let rows = Array(fit.resonances.dropLast())
    let propagators = rows.map { GounarisSakurai(mass: $0.mass.value, width: $0.width.value, daughter: pion) }
    // Rows 1 to 5 share the weight that the tower gives to n = 1...5.
    let weights = rows.map(\.complexAmplitude)
    let shared = tower[1..<rows.count].reduce(0, +) / weights[1...].reduce(Complex.zero, +)
    let coefficients = [weights[0]] + weights[1...].map { shared * $0 }
    let (mass0, width0) = (rows[0].mass.value, rows[0].width.value)
    let tail = (rows.count..<tower.count).map { n in
      let mass = mass0 * Double(1 + 2 * n).squareRoot()
      return (tower[n], GounarisSakurai(mass: mass, width: width0 / mass0 * mass, daughter: pion))
    }
    let smoothTail = try ComplexSpline("tail of the pion form factor", from: 0.05, to: ExclusiveHadrons.highestSquaredMass, count: 80) { s in
      tail.reduce(Complex.zero) { $0 + $1.0 * $1.1(s) }
    }
    return channel(pion, omega: fit.resonances[rows.count]) { s in
      (coefficients[0] * propagators[0](s), zip(coefficients, propagators).dropFirst().reduce(smoothTail(s)) { $0 + $1.0 * $1.1(s) })
    }
  }

  /// Variant: the fit of BaBar, arXiv:1205.2228; it keeps vacuum polarisation, 2 to 6 % above the bare R.
  static func babar() -> HadronicChannel {
    let fit = HadronInputs.twoPionBaBar
    let pion = HadronInputs.chargedPion.value
    let rows = Array(fit.resonances.dropLast())
    let propagators = rows.map { GounarisSakurai(mass: $0.mass.value, width: $0.width.value, daughter: pion) }
    let weights = rows.map(\.complexAmplitude)
    let normalisation = weights.reduce(Complex.zero, +).reciprocal
    let coefficients = weights.map { normalisation * $0 }
    return channel(pion, omega: fit.resonances[rows.count]) { s in
      (coefficients[0] * propagators[0](s), zip(coefficients, propagators).dropFirst().reduce(Complex.zero) { $0 + $1.0 * $1.1(s) })
    }
  }

  /// - Parameter parts: the rho(770) term, and all the others.
  private static func channel(_ pion: Double, omega: FittedResonance, parts: @escaping @Sendable (Double) -> (rho: Complex, others: Complex)) -> HadronicChannel
  {
    let mixing = omega.complexAmplitude
    let normalisation = (Complex(1) + mixing).reciprocal
    let (mass, width) = (omega.mass.value, omega.width.value)
    return HadronicChannel(finalState: "pi+ pi-", threshold: 2 * pion) { s, factors in
      let velocitySquared = squaredVelocity(s, pion, pion)
      let (rho, others) = parts(s)
      let mixed = Complex(factors.rho) + factors.omega * (mixing * fixedWidthPropagator(s, mass: mass, width: width))
      let formFactor = rho * mixed * normalisation + factors.rho * others
      return 0.25 * velocitySquared * velocitySquared.squareRoot() * formFactor.squaredMagnitude
    }
  }
}
