import Units

/// A light nucleus: its mass and its spin fix the reverse of every reaction and the abundances in equilibrium.
public struct Nuclide: Sendable, Hashable {
  /// In the field's notation: `n`, `p`, `d`, `t`, `He3`, ...
  public let name: String
  public let protons: Int
  public let neutrons: Int
  /// Atomic mass excess.
  public let massExcess: Input
  /// 2J + 1 of the ground state.
  public let spinStates: Double

  init(_ name: String, protons: Int, neutrons: Int, massExcess: Double, uncertainty: Double, spinStates: Double) {
    self.name = name
    self.protons = protons
    self.neutrons = neutrons
    self.massExcess = Input(
      "atomic mass excess of \(name)", massExcess, unit: "MeV", uncertainty: uncertainty,
      source: "AME 2020, Wang et al., Chin. Phys. C 45, 030003 (2021), table I", status: .twoSources)
    self.spinStates = spinStates
  }

  public var massNumber: Int { protons + neutrons }

  /// Mass of the bare nucleus in MeV: the electrons' masses are taken off, their binding (13.6 eV to 0.4 keV) is neglected.
  public var mass: Double {
    let atomic = Double(massNumber) * PhysicalConstants.atomicMass.value * 1e3 + massExcess.value
    return atomic - Double(protons) * PhysicalConstants.electronMass.value * 1e3
  }

  public static let neutron = Nuclide("n", protons: 0, neutrons: 1, massExcess: 8.071_318_06, uncertainty: 4.4e-7, spinStates: 2)
  public static let proton = Nuclide("p", protons: 1, neutrons: 0, massExcess: 7.288_971_06, uncertainty: 1.3e-8, spinStates: 2)
  public static let deuteron = Nuclide("d", protons: 1, neutrons: 1, massExcess: 13.135_721_75, uncertainty: 1.5e-8, spinStates: 3)
  public static let triton = Nuclide("t", protons: 1, neutrons: 2, massExcess: 14.949_810_9, uncertainty: 8e-8, spinStates: 2)
  public static let helium3 = Nuclide("He3", protons: 2, neutrons: 1, massExcess: 14.931_218_88, uncertainty: 6e-8, spinStates: 2)
  public static let helium4 = Nuclide("He4", protons: 2, neutrons: 2, massExcess: 2.424_915_87, uncertainty: 1.5e-7, spinStates: 1)
  public static let lithium6 = Nuclide("Li6", protons: 3, neutrons: 3, massExcess: 14.086_878_95, uncertainty: 1.4e-6, spinStates: 3)
  public static let lithium7 = Nuclide("Li7", protons: 3, neutrons: 4, massExcess: 14.907_104_63, uncertainty: 4.2e-6, spinStates: 4)
  public static let beryllium7 = Nuclide("Be7", protons: 4, neutrons: 3, massExcess: 15.768_99, uncertainty: 7e-5, spinStates: 4)
  public static let lithium8 = Nuclide("Li8", protons: 3, neutrons: 5, massExcess: 20.945_801, uncertainty: 5e-5, spinStates: 5)
  public static let boron8 = Nuclide("B8", protons: 5, neutrons: 3, massExcess: 22.921_56, uncertainty: 1e-3, spinStates: 5)

  /// All nuclei that a network may hold, in the order of mass.
  public static let all: [Nuclide] = [
    neutron, proton, deuteron, triton, helium3, helium4, lithium6, lithium7, beryllium7, lithium8, boron8,
  ]
}
