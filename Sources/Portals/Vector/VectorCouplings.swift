import Numerics
import Units

/// The couplings of a vector boson to every fermion at its mass, in units of g: tree charges, mixing with the Z, loops of leptons.
struct VectorCouplings: Sendable {
  /// Above this mass in GeV a kinetically mixed boson mixes with the Z as well. Below, where hadrons are resonances, L = epsilon e A' J_em is the definition;
  /// what is left out there is at most 1.5e-4 of a leptonic and 0.4 % of a quark width.
  static let weakMixingStart = 5.0

  private let charges: FermionCharges
  private let hasRightHandedNeutrinos: Bool
  private let isCoherent: Bool
  /// e epsilon/g of the loops: the multiple of the electric charge that they add.
  let loop: Complex
  /// `kineticPart` k with k = m^2/(m^2 - m_Z^2 + i m_Z Gamma_Z)/cos^2 theta_W: X f f = g kineticPart [Q - k (T3 P_L - Q sin^2 theta_W)].
  let weak: Complex

  /// - Throws: ``ModelError/outsideValidity(quantity:value:allowed:reason:)`` when the loops do not add up to a finite number.
  init(_ portal: VectorPortal, mass: Double) throws {
    charges = portal.charges
    hasRightHandedNeutrinos = portal.hasRightHandedNeutrinos
    isCoherent = portal.leptonLoops == .coherent
    switch portal.leptonLoops {
    case .none: loop = .zero
    case .zeroMomentum: loop = NaturalUnits.electricCharge * (try LeptonLoopMixing.mixing(charges, squaredMomentum: 0))
    case .running, .coherent: loop = NaturalUnits.electricCharge * (try LeptonLoopMixing.mixing(charges, squaredMomentum: mass * mass))
    }
    weak = portal.kineticPart != 0 && mass > Self.weakMixingStart ? portal.kineticPart * Self.zAdmixture(mass: mass) : .zero
  }

  /// k = m^2/(m^2 - m_Z^2 + i m_Z Gamma_Z)/cos^2 theta_W, tree level, first order in the kinetic mixing. The width of the Z is constant: one that grows with m^2 would spoil the
  /// cancellation between photon and Z in W+ W-.
  static func zAdmixture(mass: Double) -> Complex {
    let squared = mass * mass
    let (zMass, zWidth) = (ElectroweakInputs.zMass.value, ElectroweakInputs.zWidth.value)
    let cosineSquared = 1 - ElectroweakInputs.weakMixing.value
    return squared / (cosineSquared * Complex(squared - zMass * zMass, zMass * zWidth))
  }

  /// |vector|^2 and |axial|^2 of a fermion of tree charge `charge`, electric charge `electric` and weak isospin `isospin` of its left-handed part.
  private func coupling(_ charge: Double, electric: Double, isospin: Double) -> (vector: Complex, axialSquared: Double) {
    let added = charge == 0 || isCoherent ? electric * loop : .zero
    let sineSquared = ElectroweakInputs.weakMixing.value
    let vector = Complex(charge) + added - (0.5 * isospin - electric * sineSquared) * weak
    return (vector, 0.25 * isospin * isospin * weak.squaredMagnitude)
  }

  /// Of a charged lepton with this tree charge.
  func charged(_ charge: Double) -> (vector: Double, axial: Double) {
    let (vector, axial) = coupling(charge, electric: -1, isospin: -0.5)
    return (vector.squaredMagnitude, axial)
  }

  /// Sum over neutrino helicity states of |coupling|^2, each with the width g^2 m/(24 pi).
  var neutrinos: Double {
    [charges.electronNeutrino, charges.muonNeutrino, charges.tauNeutrino].reduce(0) { sum, charge in
      let leftHanded = (Complex(charge) - 0.5 * weak).squaredMagnitude
      return sum + leftHanded + (hasRightHandedNeutrinos ? charge * charge : 0)
    }
  }

  /// Of the top quark.
  var top: (vector: Double, axial: Double) {
    let (vector, axial) = coupling(areQuarksLoopOnly ? 0 : charges.top, electric: 2.0 / 3, isospin: 0.5)
    return (vector.squaredMagnitude, axial)
  }

  private var areQuarksLoopOnly: Bool { charges.areQuarksNeutral }

  /// The hadronic width as a sum of widths with real charges: tree charges with the real part of the mixing, and its imaginary part. Quarks count as one: the loop
  /// enters at leading order when all of them are neutral. The interference of an imaginary mixing with complex hadronic amplitudes is left out.
  var hadronicTerms: [(charges: FermionCharges, weight: Double)] {
    if loop == .zero { return charges.areQuarksNeutral ? [] : [(charges, 1)] }
    if areQuarksLoopOnly { return [(.electric, loop.squaredMagnitude)] }
    return isCoherent ? [(charges.adding(electric: loop.real), 1), (.electric, loop.imaginary * loop.imaginary)] : [(charges, 1)]
  }
}

/// Couplings of the quarks u, d, s, c, b in units of g.
struct QuarkCouplings: Sendable {
  let vector: [Complex]
  let axialSquared: [Double]

  /// - Parameter weak: see ``VectorCouplings/weak``.
  init(_ charges: FermionCharges, weak: Complex) {
    let sineSquared = ElectroweakInputs.weakMixing.value
    let electric = FermionCharges.electric
    let rows = [
      (charges.up, electric.up), (charges.down, electric.down), (charges.strange, electric.strange), (charges.charm, electric.charm),
      (charges.bottom, electric.bottom),
    ]
    vector = rows.map { Complex($0.0) - (($0.1 > 0 ? 0.25 : -0.25) - $0.1 * sineSquared) * weak }
    axialSquared = rows.map { _ in weak.squaredMagnitude / 16 }
  }
}
