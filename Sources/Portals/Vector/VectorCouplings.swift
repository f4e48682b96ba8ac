import Numerics
import Units

/// The couplings of a vector boson to every fermion at its mass, in units of g: tree charges, mixing with the Z, loops of leptons.
struct VectorCouplings: Sendable {
  /// Above this mass in GeV the mixing of a kinetically mixed boson with the Z counts for charged fermions. Below, where hadrons are resonances, L = epsilon e A' J_em is
  /// the definition; what is left out there is at most 1.5e-4 of a leptonic and 0.4 % of a quark width. Neutrinos have nothing else, so they get it at every mass.
  static let weakMixingStart = 5.0
  /// A loop smaller than this fraction of a fermion's tree charge is left out with the other radiative corrections, unless the loops are coherent; for charges of
  /// order one it is at most 1.5 %. A larger one is added to the charge, so the width has a step of twice this fraction at most.
  static let negligibleLoop = 0.02

  private let charges: FermionCharges
  private let hasRightHandedNeutrinos: Bool
  private let isCoherent: Bool
  private let kineticPart: Double
  /// e epsilon/g of the loops: the multiple of the electric charge that they add.
  let loop: Complex
  /// `kineticPart` k with k = m^2/(m^2 - m_Z^2 + i m_Z Gamma_Z)/cos^2 theta_W: X f f = g kineticPart [Q - k (T3 P_L - Q sin^2 theta_W)].
  let weak: Complex
  /// The same at every mass.
  private let neutrinoWeak: Complex

  /// - Throws: ``ModelError/outsideValidity(quantity:value:allowed:reason:)`` when the loops do not add up to a finite number.
  init(_ portal: VectorPortal, mass: Double) throws {
    charges = portal.charges
    hasRightHandedNeutrinos = portal.hasRightHandedNeutrinos
    isCoherent = portal.leptonLoops == .coherent
    kineticPart = portal.kineticPart
    let direct = portal.directCharges
    switch portal.leptonLoops {
    case .none: loop = .zero
    case .zeroMomentum: loop = NaturalUnits.electricCharge * (try LeptonLoopMixing.mixing(direct, squaredMomentum: 0))
    case .running, .coherent: loop = NaturalUnits.electricCharge * (try LeptonLoopMixing.mixing(direct, squaredMomentum: mass * mass))
    }
    neutrinoWeak = kineticPart != 0 ? kineticPart * Self.zAdmixture(mass: mass) : .zero
    weak = mass > Self.weakMixingStart ? neutrinoWeak : .zero
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
    let added = countsLoop(charge, electric: electric) ? electric * loop : .zero
    let sineSquared = ElectroweakInputs.weakMixing.value
    let vector = Complex(charge) + added - (0.5 * isospin - electric * sineSquared) * weak
    return (vector, 0.25 * isospin * isospin * weak.squaredMagnitude)
  }

  /// Whether the loop matters beside the tree charge, with or without its kinetic part, of a fermion of charge `electric`.
  private func countsLoop(_ charge: Double, electric: Double) -> Bool {
    let direct = charge - electric * kineticPart
    return isCoherent || abs(electric) * loop.squaredMagnitude.squareRoot() > Self.negligibleLoop * min(abs(charge), abs(direct))
  }

  /// Of a charged lepton with this tree charge.
  func charged(_ charge: Double) -> (vector: Double, axial: Double) {
    let (vector, axial) = coupling(charge, electric: -1, isospin: -0.5)
    return (vector.squaredMagnitude, axial)
  }

  /// Sum over neutrino helicity states of |coupling|^2, each with the width g^2 m/(24 pi).
  var neutrinos: Double {
    [charges.electronNeutrino, charges.muonNeutrino, charges.tauNeutrino].reduce(0) { sum, charge in
      let leftHanded = (Complex(charge) - 0.5 * neutrinoWeak).squaredMagnitude
      return sum + leftHanded + (hasRightHandedNeutrinos ? charge * charge : 0)
    }
  }

  /// Of the top quark.
  var top: (vector: Double, axial: Double) {
    let (vector, axial) = coupling(charges.top, electric: 2.0 / 3, isospin: 0.5)
    return (vector.squaredMagnitude, axial)
  }

  /// The hadronic width as a sum of widths with real charges: tree charges with the real part of the mixing, and its imaginary part, each for the quarks for which
  /// the loop counts. The interference of an imaginary mixing with complex hadronic amplitudes is left out.
  var hadronicTerms: [(charges: FermionCharges, weight: Double)] {
    if loop == .zero { return charges.areQuarksNeutral ? [] : [(charges, 1)] }
    if charges.areQuarksNeutral { return [(.electric, loop.squaredMagnitude)] }
    let added = charges.map(.electric) { countsLoop($0, electric: $1) ? $1 : 0 }
    if added.areQuarksNeutral { return [(charges, 1)] }
    return [(charges.map(added) { $0 + loop.real * $1 }, 1), (added, loop.imaginary * loop.imaginary)]
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
