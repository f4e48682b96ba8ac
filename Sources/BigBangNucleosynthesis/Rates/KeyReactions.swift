import Units

/// The twelve reactions that decide the abundances up to lithium, named and balanced once; a rate set gives each its rate.
enum KeyReaction: String, CaseIterable {
  case protonNeutron = "p(n,g)d"
  case deuteronProton = "d(p,g)He3"
  case deuteronDeuteronNeutron = "d(d,n)He3"
  case deuteronDeuteronProton = "d(d,p)t"
  case tritonProton = "t(p,g)He4"
  case tritonDeuteron = "t(d,n)He4"
  case tritonAlpha = "t(a,g)Li7"
  case heliumNeutron = "He3(n,p)t"
  case heliumDeuteron = "He3(d,p)He4"
  case heliumAlpha = "He3(a,g)Be7"
  case berylliumNeutron = "Be7(n,p)Li7"
  case lithiumProton = "Li7(p,a)He4"

  var reactants: [Nuclide] {
    switch self {
    case .protonNeutron: [.proton, .neutron]
    case .deuteronProton: [.deuteron, .proton]
    case .deuteronDeuteronNeutron, .deuteronDeuteronProton: [.deuteron, .deuteron]
    case .tritonProton: [.triton, .proton]
    case .tritonDeuteron: [.triton, .deuteron]
    case .tritonAlpha: [.triton, .helium4]
    case .heliumNeutron: [.helium3, .neutron]
    case .heliumDeuteron: [.helium3, .deuteron]
    case .heliumAlpha: [.helium3, .helium4]
    case .berylliumNeutron: [.beryllium7, .neutron]
    case .lithiumProton: [.lithium7, .proton]
    }
  }

  var products: [Nuclide] {
    switch self {
    case .protonNeutron: [.deuteron]
    case .deuteronProton: [.helium3]
    case .deuteronDeuteronNeutron: [.helium3, .neutron]
    case .deuteronDeuteronProton: [.triton, .proton]
    case .tritonProton: [.helium4]
    case .tritonDeuteron: [.helium4, .neutron]
    case .tritonAlpha: [.lithium7]
    case .heliumNeutron: [.triton, .proton]
    case .heliumDeuteron: [.helium4, .proton]
    case .heliumAlpha: [.beryllium7]
    case .berylliumNeutron: [.lithium7, .proton]
    case .lithiumProton: [.helium4, .helium4]
    }
  }

  func reaction(error: Double, source: String, status: SourceStatus, rate: @escaping Reaction.Rate) -> Reaction {
    Reaction(rawValue, reactants, products, uncertaintyFactor: error, source: source, status: status, rate: rate)
  }
}
