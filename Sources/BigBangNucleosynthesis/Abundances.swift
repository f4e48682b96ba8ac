import Units

/// What is left after nucleosynthesis, once neutrons, tritium, Be7 and the nuclei of A = 8 have decayed.
public struct Abundances: Sendable, Hashable {
  /// Yp = 4 n_He4/n_b: the fraction of baryons in He4.
  public let heliumFraction: Double
  /// n_D/n_H.
  public let deuterium: Double
  /// n_He3/n_H, tritium included.
  public let helium3: Double
  /// n_Li7/n_H, Be7 included.
  public let lithium7: Double
  /// n_Li6/n_H; `nil` in a network without Li6.
  public let lithium6: Double?
  /// Of the thermal history.
  public let effectiveNeutrinos: Double
  /// What was left when the integration ended, before decays: nuclei and their number per baryon.
  public let nuclides: [Nuclide]
  public let perBaryon: [Double]
  /// |sum A_i Y_i - 1| when the integration ended.
  public let baryonDefect: Double

  /// - Parameter y: nuclei per baryon, in the order of `nuclides`.
  init(_ nuclides: [Nuclide], _ y: [Double], effectiveNeutrinos: Double) {
    func amount(_ nuclide: Nuclide) -> Double { nuclides.firstIndex(of: nuclide).map { max(y[$0], 0) } ?? 0 }
    let hydrogen = amount(.neutron) + amount(.proton)
    heliumFraction = 4 * (amount(.helium4) + 2 * (amount(.lithium8) + amount(.boron8)))
    deuterium = amount(.deuteron) / hydrogen
    helium3 = (amount(.helium3) + amount(.triton)) / hydrogen
    lithium7 = (amount(.lithium7) + amount(.beryllium7)) / hydrogen
    lithium6 = nuclides.contains(.lithium6) ? amount(.lithium6) / hydrogen : nil
    self.effectiveNeutrinos = effectiveNeutrinos
    self.nuclides = nuclides
    perBaryon = y
    baryonDefect = abs(zip(nuclides, y).reduce(-1) { $0 + Double($1.0.massNumber) * $1.1 })
  }

  /// The mass fraction of He4 in neutral matter, what microwave-background codes call Y_He: Yp with nuclear masses in place of baryon counts.
  public var heliumMassFraction: Double {
    let u = PhysicalConstants.atomicMass.value * 1e3
    let (hydrogen, helium) = (u + Nuclide.proton.massExcess.value, u + Nuclide.helium4.massExcess.value / 4)
    return heliumFraction * helium / (heliumFraction * helium + (1 - heliumFraction) * hydrogen)
  }
}

/// Nuclei per baryon at one time.
public struct AbundanceEpoch: Sendable, Hashable {
  /// Seconds.
  public let time: Double
  /// MeV.
  public let photonTemperature: Double
  /// MeV.
  public let electronNeutrinoTemperature: Double
  /// n_i/n_b, in the order of the network's nuclides; zero for nuclei that are not yet followed.
  public let perBaryon: [Double]
}
