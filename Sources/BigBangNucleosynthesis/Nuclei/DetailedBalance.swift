import Foundation
import Units

/// Reverse rates and abundances in equilibrium from masses and spins alone.
///
/// With q_i = g_i (m_i T/2 pi)^(3/2), the density of species i in equilibrium is q_i exp((mu_i - m_i)/T). The flux of a reaction per baryon,
/// f = N_A^(n-1)<sigma v> rho^(n-1)/S prod Y_r (rho in mol of baryons per cm^3, S = product of factorials of identical reactants), is balanced when
/// prod Y_p/prod Y_r has its value in equilibrium: so the reverse flux is f with prod Y_p in place of prod Y_r, times
/// K rho^(n_p - n_r), K = prod q_r/prod q_p exp(-Q/T), q in mol/cm^3. This holds for any number of reactants and products.
package struct DetailedBalance: Sendable {
  /// ln of prod q_r/prod q_p at T = 1 MeV, q in mol/cm^3.
  package let logarithmOfPrefactor: Double
  /// Power of T in the prefactor: 3/2 (n_r - n_p).
  package let temperaturePower: Double
  /// Energy release in MeV.
  package let energyRelease: Double

  package init(_ reaction: Reaction) {
    let sum = { (nuclides: [Nuclide]) in nuclides.reduce(0.0) { $0 + Self.logarithmOfStateDensity($1) } }
    logarithmOfPrefactor = sum(reaction.reactants) - sum(reaction.products)
    temperaturePower = 1.5 * Double(reaction.reactants.count - reaction.products.count)
    energyRelease = reaction.energyRelease
  }

  /// ln K at a temperature in MeV.
  package func logarithm(atTemperatureMeV temperature: Double, logarithmOfTemperature: Double) -> Double {
    logarithmOfPrefactor + temperaturePower * logarithmOfTemperature - energyRelease / temperature
  }

  /// ln of g (m T/2 pi)^(3/2) in mol/cm^3 at T = 1 MeV.
  static func logarithmOfStateDensity(_ nuclide: Nuclide) -> Double {
    log(nuclide.spinStates) + 1.5 * log(nuclide.mass / (2 * Double.pi)) - log(NuclearUnits.molePerCubicCentimetre)
  }
}

/// Units of nuclear rates.
package enum NuclearUnits {
  /// One MeV in GK.
  package static let t9PerMeV = 1e-3 / PhysicalConstants.boltzmann.value * 1e-9
  /// One mol/cm^3 in MeV^3.
  package static let molePerCubicCentimetre = PhysicalConstants.avogadro.value * NaturalUnits.perCubicCentimetre * 1e9
}

/// Nuclear statistical equilibrium.
package enum StatisticalEquilibrium {
  /// ln of the number of `nuclide` per baryon in equilibrium with free nucleons.
  ///
  /// Y_A = rho^(A-1) q_A/(q_p^Z q_n^N) Y_p^Z Y_n^N exp(B/T), q = g (m T/2 pi)^(3/2) in mol/cm^3.
  /// - Parameters:
  ///   - temperature: in MeV.
  ///   - density: baryons in mol/cm^3.
  package static func logarithmOfAbundance(of nuclide: Nuclide, temperature: Double, density: Double, protons: Double, neutrons: Double) -> Double {
    let (z, n) = (Double(nuclide.protons), Double(nuclide.neutrons))
    let binding = z * Nuclide.proton.massExcess.value + n * Nuclide.neutron.massExcess.value - nuclide.massExcess.value
    let states =
      DetailedBalance.logarithmOfStateDensity(nuclide) - z * DetailedBalance.logarithmOfStateDensity(.proton)
      - n * DetailedBalance.logarithmOfStateDensity(.neutron) + 1.5 * (1 - z - n) * log(temperature)
    return (z + n - 1) * log(density) + states + z * log(protons) + n * log(neutrons) + binding / temperature
  }
}
