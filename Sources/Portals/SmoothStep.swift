/// How every join of two regimes is made: 3 t^2 - 2 t^3 for t between 0 and 1, held at 0 and 1 outside.
func smoothStep(_ t: Double) -> Double {
  let x = min(1, max(0, t))
  return x * x * (3 - 2 * x)
}
