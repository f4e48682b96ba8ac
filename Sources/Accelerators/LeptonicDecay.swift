import Portals
import Units

/// Widths in GeV of a vector boson at a coupling: to electrons, and in all leptonic and neutrino channels together.
///
/// Neutrinos are left-handed: each flavour has half the width of a massless charged lepton.
struct LeptonicDecay {
  let electrons: Double
  let total: Double

  init(portal: VectorPortal, mass: Double, coupling: Double) {
    let gauge = portal.gaugeCouplingPerAxis * coupling
    func width(_ charge: Double, _ leptonMass: Double) -> Double {
      VectorDecay.leptonicWidth(mass: mass, leptonMass: leptonMass, gaugeCoupling: gauge * charge)
    }
    let charges = portal.charges
    electrons = width(charges.electron, NaturalUnits.electronMass)
    let charged = electrons + width(charges.muon, PhysicalConstants.muonMass.value) + width(charges.tau, PhysicalConstants.tauMass.value)
    let neutrinos = [charges.electronNeutrino, charges.muonNeutrino, charges.tauNeutrino].map { 0.5 * width($0, 0) }
    total = charged + neutrinos.reduce(0, +)
  }
}
