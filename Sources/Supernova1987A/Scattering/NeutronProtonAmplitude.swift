import Foundation
import Numerics
import Units

/// Unpolarised neutron–proton scattering from phase shifts, with the full spin sum and coupled triplet waves.
///
/// M_{m'm}(theta) = (sqrt(4 pi)/2ik) sum i^(L-L') sqrt(2L+1) <L 0 s m|J m> <L' m-m' s m'|J m> (S_J - 1)_{L'L} Y_{L'}^{m-m'}(theta),
/// d sigma/d Omega = (1/4) sum |M|^2 over the singlet and the triplet. Stapp's S: diagonal cos(2 eps) e^(2i delta), off the diagonal
/// i sin(2 eps) e^(i(delta_- + delta_+)) (Stapp, Ypsilantis, Metropolis, Phys. Rev. 105, 302, 1957).
struct NeutronProtonAmplitude {
  /// One element (S - 1)_{L'L} of a channel (s, J).
  private struct Element {
    let spin: Int
    let total: Int
    let outgoing: Int
    let incoming: Int
    let real: Double
    let imaginary: Double
  }

  private let elements: [Element]
  /// Centre-of-mass momentum in 1/fm.
  private let momentum: Double

  static let highestTotalAngularMomentum = 4
  private static let letters = ["S", "P", "D", "F", "G", "H"]

  init(_ waves: PartialWaves, laboratoryEnergyMeV energy: Double) {
    momentum = PartialWaves.squaredMomentumPerFm2(laboratoryEnergyMeV: energy).squareRoot()
    func delta(_ wave: String) -> Double { waves.radians(wave, laboratoryEnergyMeV: energy) }
    func uncoupled(_ spin: Int, _ total: Int, _ l: Int) -> Element {
      let phase = 2 * delta("\(2 * spin + 1)\(Self.letters[l])\(total)")
      return Element(spin: spin, total: total, outgoing: l, incoming: l, real: cos(phase) - 1, imaginary: sin(phase))
    }
    var elements = [uncoupled(1, 0, 1)]
    for j in 0...Self.highestTotalAngularMomentum {
      elements.append(uncoupled(0, j, j))
      guard j > 0 else { continue }
      elements.append(uncoupled(1, j, j))
      let (lower, upper, mixing) = (delta("3\(Self.letters[j - 1])\(j)"), delta("3\(Self.letters[j + 1])\(j)"), delta("eps\(j)"))
      let (diagonal, coupling) = (cos(2 * mixing), sin(2 * mixing))
      elements.append(Element(spin: 1, total: j, outgoing: j - 1, incoming: j - 1, real: diagonal * cos(2 * lower) - 1, imaginary: diagonal * sin(2 * lower)))
      elements.append(Element(spin: 1, total: j, outgoing: j + 1, incoming: j + 1, real: diagonal * cos(2 * upper) - 1, imaginary: diagonal * sin(2 * upper)))
      for (out, into) in [(j - 1, j + 1), (j + 1, j - 1)] {
        elements.append(
          Element(spin: 1, total: j, outgoing: out, incoming: into, real: -coupling * sin(lower + upper), imaginary: coupling * cos(lower + upper)))
      }
    }
    self.elements = elements
  }

  /// d sigma/d Omega in fm^2/sr at the cosine of the centre-of-mass angle of the neutron.
  func differential(cosine: Double) -> Double {
    var sum = 0.0
    for spin in 0...1 {
      for m in -spin...spin {
        for mOut in -spin...spin { sum += squaredAmplitude(spin: spin, from: m, to: mOut, cosine: cosine) }
      }
    }
    return sum / 4
  }

  private func squaredAmplitude(spin: Int, from m: Int, to mOut: Int, cosine: Double) -> Double {
    var (real, imaginary) = (0.0, 0.0)
    for element in elements where element.spin == spin && element.total >= abs(m) {
      let l = element.incoming
      // i^(L-L') is real: coupled waves differ by two units.
      let sign = (l - element.outgoing) % 4 == 0 ? 1.0 : -1.0
      let geometry =
        sign * Double(2 * l + 1).squareRoot() * ClebschGordan.coefficient(l, 0, spin, m, element.total)
        * ClebschGordan.coefficient(element.outgoing, m - mOut, spin, mOut, element.total)
        * ClebschGordan.sphericalHarmonic(element.outgoing, m - mOut, cosine: cosine)
      real += geometry * element.real
      imaginary += geometry * element.imaginary
    }
    let norm = Double.pi / (momentum * momentum)
    return norm * (real * real + imaginary * imaginary)
  }

  /// Coefficients a_l in mb of d sigma/d cos = sum a_l P_l(cos), l = 0 to `highest`.
  func legendreCoefficientsMillibarn(upTo highest: Int) -> [Double] {
    // |M|^2 is a polynomial of degree 2(J+1) in the cosine: 16 nodes integrate it times P_l exactly for l <= 21.
    let rule = GaussLegendre(order: 16)
    var coefficients = [Double](repeating: 0, count: highest + 1)
    for (cosine, weight) in zip(rule.nodes, rule.weights) {
      let value = 2 * Double.pi * differential(cosine: cosine) * 10  // 1 fm^2 = 10 mb
      for l in 0...highest {
        let legendre = ClebschGordan.sphericalHarmonic(l, 0, cosine: cosine) * (4 * .pi / Double(2 * l + 1)).squareRoot()
        coefficients[l] += weight * value * legendre * Double(2 * l + 1) / 2
      }
    }
    return coefficients
  }
}
