import Units

/// R of J/psi, psi and Upsilon states as Breit–Wigner peaks: 9 s Gamma_ee Gamma_h/(alpha^2 [(s - M^2)^2 + M^2 Gamma^2]), times (x_q/Q_q)^2.
///
/// States that decay into open charm get a p-wave width below their peak, so that nothing is left below the D Dbar threshold. The electron widths of PDG contain
/// vacuum polarisation (4 % in R). Within a few widths of a narrow state the leptonic widths of the boson change as well; that is not included.
struct QuarkoniumResonances: Sendable {
  private let alpha = PhysicalConstants.fineStructure.value
  private let openCharm = 2 * HeavyQuarkInputs.dZero.value

  func callAsFunction(_ s: Double, _ charges: FermionCharges) -> Double {
    var sum = 0.0
    for state in HeavyQuarkInputs.quarkonia {
      let relative = state.isBottom ? charges.bottom / (-1.0 / 3) : charges.charm / (2.0 / 3)
      let mass = state.mass.value
      let squared = mass * mass
      let isOpen = !state.isBottom && mass > openCharm
      let velocity = isOpen ? squaredVelocity(min(s, squared), openCharm / 2, openCharm / 2) / squaredVelocity(squared, openCharm / 2, openCharm / 2) : 1
      let width = state.width.value * velocity * velocity.squareRoot()
      let offShell = s - squared
      let denominator = offShell * offShell + squared * width * width
      guard width > 0 else { continue }
      sum += relative * relative * 9 * s * state.electronWidth.value * width * state.hadronicFraction.value / (alpha * alpha * denominator)
    }
    return sum
  }
}
