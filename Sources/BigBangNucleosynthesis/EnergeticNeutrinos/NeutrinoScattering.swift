import EarlyUniverse
import Foundation

/// Collisions of energetic neutrinos (E >> T) with the bath of neutrinos, electrons and positrons at one time, by flavour e, mu, tau.
///
/// Cross sections kappa G_F^2 s/pi on massless targets, s >> m_e^2, y the share of the energy that a product takes (U: flat, A: 3 y^2, B: 3 (1 - y)^2), from the squared matrix elements of
/// S. Hannestad and J. Madsen (astro-ph/9506015, table 1), G_a = g_L^2 + g_R^2:
///
///     nu_a nu_a -> nu_a nu_a          1           U U            nu_a nubar_a -> nu_a nubar_a     2/3         A B
///     nu_a nu_b -> nu_a nu_b          1/2         U U            nu_a nubar_b -> nu_a nubar_b     1/6         A B
///     nu_a nubar_a -> nu_b nubar_b    1/6         A B            nu_a nubar_a -> e- e+            2 G_a/3
///     nu_a e- -> nu_a e-              g_L^2, g_R^2/3   U, A      nu_a e+ -> nu_a e+               g_R^2, g_L^2/3   U, A
///
/// Averaged over directions of an isotropic target, s -> 4/3 times 2 E rho: nothing but energy densities enters (rho + p in place of 4/3 rho for electrons). Without e+- mass in all,
/// Gamma = (7 pi/27) (1 + G_a) G_F^2 E T^4. Occupation of the products' states is left out: they are far above T.
package struct NeutrinoScattering {
  /// Products per collision as polynomials in y: dN/dy = constant + linear y + square y^2.
  package struct Products {
    package var constant: SIMD3<Double>
    package var linear: SIMD3<Double>
    package var square: SIMD3<Double>

    static let zero = Products(constant: .zero, linear: .zero, square: .zero)

    /// The number between two values of the variable.
    @inline(__always) package func number(from low: Double, to high: Double) -> SIMD3<Double> {
      let first = high - low
      let second = first * (high + low) / 2
      let third = first * (high * high + high * low + low * low) / 3
      return constant * first + linear * second + square * third
    }

    /// Adds the products of a parent of this energy: from here on the variable is the energy.
    @inline(__always) mutating func add(_ other: Products, parent energy: Double) {
      let inverse = 1 / energy
      constant += other.constant * inverse
      linear += other.linear * (inverse * inverse)
      square += other.square * (inverse * inverse * inverse)
    }
  }

  /// Collisions per second and MeV of energy, by flavour.
  package let perEnergy: SIMD3<Double>
  /// Of those the parts with neutrinos, and with electrons divided by G_a, each over its number in the table above.
  private let onNeutrinos: SIMD3<Double>
  private let onElectrons: SIMD3<Double>

  private static let couplings: SIMD3<Double> = {
    typealias Inputs = EarlyUniverseInputs
    let electron = pow(Inputs.leftCouplingElectron.value, 2) + pow(Inputs.rightCouplingElectron.value, 2)
    let other = pow(Inputs.leftCouplingMuon.value, 2) + pow(Inputs.rightCouplingMuon.value, 2)
    return SIMD3(electron, other, other)
  }()

  /// - Parameters:
  ///   - photonTemperature: of electrons, in MeV.
  ///   - neutrinoTemperature: of all flavours, in MeV.
  package init(photonTemperature: Double, neutrinoTemperature: Double) {
    let fermi = EarlyUniverseInputs.fermiConstant.value
    let unit = 2 * fermi * fermi / (Double.pi * EarlyUniverseInputs.hbar)
    // One flavour, one helicity: 7 pi^2/240 T^4, times 4/3. Electrons of one charge: two spins.
    let neutrinos = unit * 4.0 / 3 * 7 * Double.pi * Double.pi / 240 * pow(neutrinoTemperature, 4)
    let gas = IdealGas.of(.fermion).values(logRatio: log(EarlyUniverseInputs.electronMass / photonTemperature))
    let electrons = unit * 2 * gas.entropy * pow(photonTemperature, 4)
    let g = Self.couplings
    perEnergy = neutrinos * (10.0 / 3 + 2.0 / 3 * g) + electrons * (4.0 / 3 * g)
    onNeutrinos = neutrinos / perEnergy
    onElectrons = electrons * g / perEnergy
  }

  /// What comes out of so many collisions of each flavour.
  @inline(__always) package func products(of collisions: SIMD3<Double>) -> Products {
    let (own, electron) = (collisions * onNeutrinos, collisions * onElectrons)
    let others = SIMD3(repeating: own.sum()) - own
    let flat = 3 * own + 0.5 * others + electron
    let forward = own + others / 6 + electron / 3
    let backward = own * (2.0 / 3) + others / 3
    return Products(constant: flat + 3 * backward, linear: -6 * backward, square: 3 * (forward + backward))
  }
}
