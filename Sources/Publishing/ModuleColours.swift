/// Module to colour: a colour-blind-safe set (Okabe & Ito), fixed so that pictures of different models agree.
enum ModuleColours {
  static let all: [(module: String, title: String, colour: String)] = [
    ("StellarCooling", "stars", "#E69F00"), ("Supernova1987A", "SN1987A", "#D55E00"), ("Accelerators", "accelerators", "#0072B2"),
    ("BigBangNucleosynthesis", "light elements", "#009E73"),
  ]

  static func colour(of module: String) -> String { all.first { $0.module == module }?.colour ?? "#888888" }
}
