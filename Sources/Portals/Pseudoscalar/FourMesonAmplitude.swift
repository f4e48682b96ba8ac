import Numerics

/// The amplitude a -> P1 P2 P3 for a in u ubar, d dbar, s sbar (field amplitudes of one) and for phases of one in the masses of u, d, s.
///
/// U = exp(2 i phi/F). Kinetic: (1/48 F^2) Tr([Phi, dPhi][Phi, dPhi]), Phi = 2 phi. Masses: (B/24 F^2) Tr(M Phi^4). A phase c_q a/f in the masses adds
/// -(4 B/(3 F f)) a Tr(M c phi^3). Scalars: g g' (p1 p2)(p p3)/(m_S^2 - s - i m_S Gamma_S) in each pair.
struct FourMesonAmplitude: Sendable {
  /// Coefficients of p_i . p_j (all momenta incoming, a first) in the order 12, 23, 13, 01, 02, 03, for each field.
  private var kinetic: [[Double]] = []
  /// Constant of the mass term for each field, then for each phase.
  private var constant: [Double] = []
  /// For each pair 12, 23, 13 and each pole: products of couplings for each field.
  private var exchange: [[(pole: ScalarExchange.Pole, couplings: [Double])]] = []
  private static let pairs = [(1, 2), (2, 3), (1, 3), (0, 1), (0, 2), (0, 3)]
  private static let spectators = [3, 1, 2]

  init(_ mesons: [FlavourMatrix], scalars: Bool, mixing: LightMesonMixing, nonet: ScalarExchange) {
    let f = mixing.lightDecayConstant
    // 2 B m_q: u and d from the pion and the isospin breaking, s from the unmixed s sbar state.
    let (pion, breaking) = (mixing.pionSquaredMass, LightMesonMixing.isospinBreaking)
    let quarkMasses = FlavourMatrix.diagonal([pion * (1 - breaking), pion * (1 + breaking), mixing.strangeSquaredMass])
    let permutations = Self.permutations(4)
    for flavour in 0..<3 {
      let fields = [FlavourMatrix.unit(flavour, flavour)] + mesons
      var matrix = [[Double]](repeating: [0, 0, 0, 0], count: 4)
      var mass = 0.0
      for order in permutations {
        let (a, b, c, d) = (2 * fields[order[0]], 2 * fields[order[1]], 2 * fields[order[2]], 2 * fields[order[3]])
        matrix[order[1]][order[3]] -= ((a * b - b * a) * (c * d - d * c)).trace / (48 * f * f)
        mass += (quarkMasses * a * b * c * d).trace / (48 * f * f)
      }
      kinetic.append(Self.pairs.map { matrix[$0.0][$0.1] + matrix[$0.1][$0.0] })
      constant.append(mass)
    }
    for flavour in 0..<3 {
      var sum = 0.0
      for order in Self.permutations(3) {
        sum -= (quarkMasses * .unit(flavour, flavour) * mesons[order[0]] * mesons[order[1]] * mesons[order[2]]).trace * 2 / (3 * f)
      }
      constant.append(sum)
    }
    guard scalars else { return }
    for pair in 0..<3 {
      let (i, j) = Self.pairs[pair]
      var byPole = [ScalarExchange.Pole: [Double]]()
      for member in nonet.members {
        let outgoing = nonet.coupling(member.field, mesons[i - 1], mesons[j - 1])
        guard outgoing != 0 else { continue }
        for flavour in 0..<3 {
          let incoming = nonet.coupling(member.conjugate, .unit(flavour, flavour), mesons[Self.spectators[pair] - 1])
          byPole[member.pole, default: [0, 0, 0]][flavour] += outgoing * incoming
        }
      }
      exchange.append(ScalarExchange.Pole.allCases.compactMap { pole in byPole[pole].map { (pole, $0) } })
    }
  }

  /// The six amplitudes at a point of the Dalitz plot; `squares` are the squared masses of the final state.
  func callAsFunction(_ s: Double, _ squares: [Double], s12: Double, s23: Double, s13: Double) -> [Complex] {
    let dots = [
      (s12 - squares[0] - squares[1]) / 2, (s23 - squares[1] - squares[2]) / 2, (s13 - squares[0] - squares[2]) / 2, -(s + squares[0] - s23) / 2,
      -(s + squares[1] - s13) / 2, -(s + squares[2] - s12) / 2,
    ]
    var values = constant.map { Complex($0) }
    for flavour in 0..<3 {
      for (index, dot) in dots.enumerated() { values[flavour].real += kinetic[flavour][index] * dot }
    }
    let invariants = [s12, s23, s13]
    let against = [5, 3, 4]
    for (pair, terms) in exchange.enumerated() {
      let momenta = dots[pair] * dots[against[pair]]
      for term in terms {
        let propagator = momenta * ScalarExchange.propagator(term.pole, invariants[pair])
        for flavour in 0..<3 { values[flavour] += term.couplings[flavour] * propagator }
      }
    }
    return values
  }

  private static func permutations(_ count: Int) -> [[Int]] {
    guard count > 1 else { return [[0]] }
    return permutations(count - 1).flatMap { shorter in
      (0..<count).map { position in shorter[..<position] + [count - 1] + shorter[position...] }.map(Array.init)
    }
  }
}
