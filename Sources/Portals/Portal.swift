/// What a model computes with.
public enum Portal: Sendable, Hashable {
  case vector(VectorPortal)
  case darkMatter(DarkMatterPortal)
  case inelastic(InelasticPortal)
  case millicharged(MillichargedPortal)
  case scalar(ScalarPortal)
  case darkHiggs(DarkHiggsPortal)
  case heavyNeutralLepton(HeavyNeutralLeptonPortal)
  case dipole(DipolePortal)
  case neutron(NeutronPortal)
  case pseudoscalar(PseudoscalarPortal)
}

extension Portal {
  /// The answers of the portal: widths, production, other conventions.
  public var physics: any ParticlePhysics {
    switch self {
    case .vector(let portal): portal
    case .darkMatter(let portal): portal
    case .inelastic(let portal): portal
    case .millicharged(let portal): portal
    case .scalar(let portal): portal
    case .darkHiggs(let portal): portal
    case .heavyNeutralLepton(let portal): portal
    case .dipole(let portal): portal
    case .neutron(let portal): portal
    case .pseudoscalar(let portal): portal
    }
  }
}
