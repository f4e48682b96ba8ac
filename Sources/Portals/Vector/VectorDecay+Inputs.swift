import Units

extension VectorDecay {
  /// Every number from outside that enters widths and production: hadronic resonances, quark masses, the strong coupling, the Z, radiative decays.
  public static var inputs: [Input] { HadronInputs.all + VectorInputs.all }
}
