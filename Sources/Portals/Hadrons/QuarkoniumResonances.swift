import Numerics
import Units

/// R of J/psi, psi and Upsilon states, times (x_q/Q_q)^2.
///
/// J/psi, psi(2S), psi(3770) and Upsilon(1S-3S) are single Breit–Wigner peaks, 9 s Gamma_ee Gamma_h/(alpha^2 [(s - M^2)^2 + M^2 Gamma^2]).
/// psi(4040), psi(4160), psi(4415) decay into the same states and are added as amplitudes with the phases of arXiv:1007.0084; that fit adds them incoherently to
/// the continuum, as here.
///
/// States that decay into open charm get a p-wave width below their peak, so that nothing is left below the D Dbar threshold. The electron widths contain
/// vacuum polarisation (4 % in R). Within a few widths of a narrow state the leptonic widths of the boson change as well; that is not included.
struct QuarkoniumResonances: Sendable {
  private struct Peak: Sendable {
    let mass, width, electronWidth, hadronicFraction: Double
    let isBottom: Bool
    let opensCharm: Bool
    let phase: Complex
  }

  private let alpha = PhysicalConstants.fineStructure.value
  private let heavyMeson = HeavyQuarkInputs.dZero.value
  private let single: [Peak]
  private let interfering: [Peak]

  init() {
    let openCharm = 2 * HeavyQuarkInputs.dZero.value
    single = HeavyQuarkInputs.quarkonia.map { state in
      Peak(
        mass: state.mass.value, width: state.width.value, electronWidth: state.electronWidth.value, hadronicFraction: state.hadronicFraction.value,
        isBottom: state.isBottom, opensCharm: !state.isBottom && state.mass.value > openCharm, phase: Complex(1))
    }
    interfering = HeavyQuarkInputs.interferingPsi.resonances.map { state in
      Peak(
        mass: state.mass.value, width: state.width.value, electronWidth: state.amplitude.value, hadronicFraction: 1, isBottom: false, opensCharm: true,
        phase: .polar(1, phase: state.phase.value))
    }
  }

  func callAsFunction(_ s: Double, _ charges: FermionCharges) -> Double {
    let charm = charges.charm / (2.0 / 3)
    let bottom = charges.bottom / (-1.0 / 3)
    var sum = 0.0
    for peak in single {
      let relative = peak.isBottom ? bottom : charm
      sum += relative * relative * amplitude(peak, s).squaredMagnitude
    }
    let coherent = interfering.reduce(Complex.zero) { $0 + $1.phase * amplitude($1, s) }
    return (sum + charm * charm * coherent.squaredMagnitude) / (alpha * alpha)
  }

  /// sqrt(9 s Gamma_ee Gamma_h)/(s - M^2 + i M Gamma).
  private func amplitude(_ peak: Peak, _ s: Double) -> Complex {
    let squared = peak.mass * peak.mass
    var width = peak.width
    if peak.opensCharm {
      let velocity = squaredVelocity(min(s, squared), heavyMeson, heavyMeson) / squaredVelocity(squared, heavyMeson, heavyMeson)
      width *= velocity * velocity.squareRoot()
    }
    guard width > 0 else { return .zero }
    return (9 * s * peak.electronWidth * width * peak.hadronicFraction).squareRoot() / Complex(s - squared, peak.mass * width)
  }
}
