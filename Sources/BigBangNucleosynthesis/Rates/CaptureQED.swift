import Foundation
import Units

/// QED corrections to radiative captures that the measured or calculated S-factors do not contain: the virtual photon's conversion into e+e- and vacuum polarisation.
///
/// Pitrou and Pospelov, arXiv:1904.07795. They move D/H by -0.08 % and He3/H by +0.09 %.
enum CaptureQED {
  /// The factor on the rate of `reaction`, `nil` where none is known.
  static func factor(for reaction: Reaction) -> Reaction.Rate? {
    switch KeyReaction(rawValue: reaction.name) {
    case .protonNeutron: magneticDipole
    case .deuteronProton, .tritonProton, .tritonAlpha, .heliumAlpha: electricDipole(reaction)
    default: nil
    }
  }

  /// p(n,g)d: fit of PRIMAT to the integrated correction, T9 up to 10 (held beyond).
  private static let magneticDipole: Reaction.Rate = { t9 in
    let t = min(t9, 10)
    return min(
      RateForms.polynomial([1.0003328617393168, 1.0013475534938917e-4, 4.089993260910648e-5, -1.1824673537229535e-5, 1.0522377796855455e-6], t),
      1.0009003934476768)
  }

  /// Electric dipole captures with the energy released at the Gamow peak, in electron masses:
  /// 1 - 10 alpha/(9 pi) + 2 alpha ln 64/(9 pi) - alpha ln(4/e^2)/(3 pi) + 3 alpha (1 + ln 4 e^2)/(4 pi e^4), e = (E_0 + Q)/m_e.
  private static func electricDipole(_ reaction: Reaction) -> Reaction.Rate {
    let (first, second) = (reaction.reactants[0], reaction.reactants[1])
    let reducedMassNumber = Double(first.massNumber * second.massNumber) / Double(first.massNumber + second.massNumber)
    let peak = 0.1220 * cbrt(pow(Double(first.protons * second.protons), 2) * reducedMassNumber)
    let (release, electron) = (reaction.energyRelease, PhysicalConstants.electronMass.value * 1e3)
    return { t9 in
      let e = (peak * pow(cbrt(t9), 2) + release) / electron
      let alpha = PhysicalConstants.fineStructure.value / Double.pi
      return 1 + alpha * (-10.0 / 9 + 2 * log(64.0) / 9 - log(4 / (e * e)) / 3 + 3 * (1 + log(4 * e * e)) / (4 * pow(e, 4)))
    }
  }
}
