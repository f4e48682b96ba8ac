import Numerics
import Units

/// R of J/psi, psi and Upsilon states, times (x_q/Q_q)^2.
///
/// J/psi, psi(2S), psi(3770) and Upsilon(1S-4S), (10860), (11020) are single Breit–Wigner peaks, 9 s Gamma_ee Gamma_h/(alpha^2 [(s - M^2)^2 + M^2 Gamma^2]).
/// psi(4040), psi(4160), psi(4415) decay into the same states and are added as amplitudes with the phases of arXiv:1007.0084; that fit adds them incoherently to
/// the continuum, as here.
///
/// States that decay into open charm or bottom get a p-wave width below their peak, so that nothing is left below the D Dbar or B Bbar threshold. The electron widths contain
/// vacuum polarisation (4 % in R). Within a few widths of a narrow state the leptonic widths of the boson change as well; that is not included.
struct QuarkoniumResonances: Sendable {
  private struct Peak: Sendable {
    let mass, width, electronWidth, hadronicFraction: Double
    let isBottom: Bool
    /// Mass of the meson into whose pairs it decays; zero below their threshold.
    let openMeson: Double
    let phase: Complex
  }

  private let alpha = PhysicalConstants.fineStructure.value
  private let single: [Peak]
  private let interfering: [Peak]

  init() {
    let (charmed, bottom) = (HeavyQuarkInputs.dZero.value, MesonInputs.bPlus.value)
    single = HeavyQuarkInputs.quarkonia.map { state in
      let meson = state.isBottom ? bottom : charmed
      return Peak(
        mass: state.mass.value, width: state.width.value, electronWidth: state.electronWidth.value, hadronicFraction: state.hadronicFraction.value,
        isBottom: state.isBottom, openMeson: state.mass.value > 2 * meson ? meson : 0, phase: Complex(1))
    }
    interfering = HeavyQuarkInputs.interferingPsi.resonances.map { state in
      Peak(
        mass: state.mass.value, width: state.width.value, electronWidth: state.amplitude.value, hadronicFraction: 1, isBottom: false, openMeson: charmed,
        phase: .polar(1, phase: state.phase.value))
    }
  }

  /// - Parameter incoherent: the three wide psi states as separate peaks, without their interference.
  func callAsFunction(_ s: Double, _ couplings: QuarkCouplings, incoherent: Bool = false) -> Double {
    let charm = couplings.vector[3].squaredMagnitude / (4.0 / 9)
    let bottom = couplings.vector[4].squaredMagnitude / (1.0 / 9)
    var sum = 0.0
    for peak in single { sum += (peak.isBottom ? bottom : charm) * amplitude(peak, s).squaredMagnitude }
    let wide =
      incoherent
      ? interfering.reduce(0) { $0 + amplitude($1, s).squaredMagnitude }
      : interfering.reduce(Complex.zero) { $0 + $1.phase * amplitude($1, s) }.squaredMagnitude
    return (sum + charm * wide) / (alpha * alpha)
  }

  /// sqrt(9 s Gamma_ee Gamma_h)/(s - M^2 + i M Gamma).
  private func amplitude(_ peak: Peak, _ s: Double) -> Complex {
    let squared = peak.mass * peak.mass
    var width = peak.width
    if peak.openMeson > 0 {
      let velocity = squaredVelocity(min(s, squared), peak.openMeson, peak.openMeson) / squaredVelocity(squared, peak.openMeson, peak.openMeson)
      width *= velocity * velocity.squareRoot()
    }
    guard width > 0 else { return .zero }
    return (9 * s * peak.electronWidth * width * peak.hadronicFraction).squareRoot() / Complex(s - squared, peak.mass * width)
  }
}
