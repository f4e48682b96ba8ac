extension FinalState {
  /// The products of a final state of the portals' decay widths.
  ///
  /// - Parameters:
  ///   - name: as `bounds decay` prints it.
  ///   - mass: of the parent in MeV.
  /// - Returns: `nil` for what is not made of known particles (quarks, gluons, heavy mesons): hadrons of that energy.
  static func named(_ name: String, mass: Double) -> FinalState? {
    switch name {
    case "invisible": return FinalState([.particle(.dark), .particle(.dark)])
    case "6 pi": return FinalState([.pions(6)])
    default: break
    }
    let tokens = name.split(separator: " ").map(String.init)
    // Beside a single charged lepton a meson is charged.
    let besideLepton = tokens.count == 2 && ["e", "mu", "tau"].contains(tokens[0])
    var slots: [Slot] = []
    for token in tokens {
      guard let slot = besideLepton ? charged[token] ?? single[token] : single[token] else { return nil }
      slots.append(slot)
    }
    let state = FinalState(slots)
    return slots.count >= 2 && state.isOpen(mass) ? state : nil
  }

  private static let single: [String: Slot] = {
    var table: [String: Slot] = ["nu": .neutrino, "nubar": .neutrino, "pi": .pion, "K": .kaon, "Kbar": .kaon, "rho": .rho]
    let particles: [(InjectedParticle, [String])] = [
      (.photon, ["gamma"]), (.electron, ["e", "e+", "e-"]), (.muon, ["mu", "mu+", "mu-"]), (.tau, ["tau", "tau+", "tau-"]), (.dark, ["chi", "chibar"]),
      (.chargedPion, ["pi+", "pi-", "pi-+"]), (.neutralPion, ["pi0"]), (.chargedKaon, ["K+", "K-", "K+-"]), (.longKaon, ["K_L"]), (.shortKaon, ["K_S"]),
      (.eta, ["eta"]), (.etaPrime, ["eta'"]), (.neutralRho, ["rho0"]), (.omega, ["omega"]), (.phi, ["phi"]), (.chargedKStar, ["K*+", "K*-"]),
      (.neutralKStar, ["K*0", "K*0bar"]),
    ]
    for (particle, names) in particles { for name in names { table[name] = .particle(particle) } }
    for name in ["K0", "K0bar"] { table[name] = .neutralKaon }
    return table
  }()

  private static let charged: [String: Slot] = [
    "pi": .particle(.chargedPion), "K": .particle(.chargedKaon), "rho": .particle(.chargedRho), "K*": .particle(.chargedKStar),
  ]
}
