extension AbundanceLimit {
  /// What is excluded at each lifetime in seconds, computed on `workers` threads; the result does not depend on their number.
  ///
  /// - Parameter progress: called with the number of lifetimes that are done.
  /// - Throws: the error of the first lifetime, in the order of the list, that failed.
  public func findings(lifetimes: [Double], workers: Int, progress: @escaping @Sendable (Int) -> Void = { _ in }) async throws -> [Finding] {
    var results = [Result<Finding, any Error>?](repeating: nil, count: lifetimes.count)
    await withTaskGroup(of: (Int, Result<Finding, any Error>).self) { group in
      var (next, finished) = (0, 0)
      func add() {
        guard next < lifetimes.count else { return }
        let index = next
        next += 1
        group.addTask { (index, Result { try finding(lifetime: lifetimes[index]) }) }
      }
      for _ in 0..<max(1, workers) { add() }
      for await (index, result) in group {
        results[index] = result
        finished += 1
        progress(finished)
        add()
      }
    }
    return try results.compactMap { try $0?.get() }
  }
}
