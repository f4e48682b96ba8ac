import Foundation
import Numerics

/// How far a straight path from a shell's middle runs through every shell, for directions over the whole sphere: the geometry of the angle-averaged optical depth.
struct ChordLengths: Sendable {
  /// Directions and their weight in the average over the sphere.
  let weights: [Double]
  /// lengths[shell][direction][crossed shell] in km, counted outward with both crossings of inner shells added.
  let lengths: [[[Double]]]

  init(boundariesKilometres r: [Double], emittingShells: Int, directions: Int = 6) {
    let rule = GaussLegendre(order: directions)
    weights = rule.weights.map { 0.5 * $0 }
    lengths = (0..<emittingShells).map { shell in
      let start = 0.5 * (r[shell] + r[shell + 1])
      return rule.nodes.map { cosine in
        let impact2 = start * start * (1 - cosine * cosine)
        // Distance from the point of closest approach to radius x.
        func reach(_ x: Double) -> Double { max(0, x * x - impact2).squareRoot() }
        return (0..<(r.count - 1)).map { crossed in
          let (inner, outer) = (r[crossed], r[crossed + 1])
          var length = max(0, reach(outer) - reach(max(inner, start)))
          if outer <= start { length = 0 }
          // An inward path first crosses what lies inside its start, down to closest approach and out again.
          if cosine < 0 { length += 2 * max(0, reach(min(outer, start)) - reach(min(inner, start))) }
          return length
        }
      }
    }
  }
}
