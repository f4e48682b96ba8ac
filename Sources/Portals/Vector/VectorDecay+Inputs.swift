import Units

extension VectorDecay {
  /// Every number from outside that enters the widths: hadronic resonances, quark masses, the strong coupling.
  public static var inputs: [Input] { HadronInputs.all }
}
