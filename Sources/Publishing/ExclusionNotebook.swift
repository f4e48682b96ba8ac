import Combination
import Foundation

/// The notebook that loads a model's exclusion table and redraws the plot in matplotlib.
public enum ExclusionNotebook {
  /// - Parameters:
  ///   - model: model name, for example `dark-photon`.
  ///   - title: of the plot.
  ///   - couplingLabel: text of the vertical axis.
  ///   - table: the table's path relative to the notebook.
  ///   - constraints: drawn in this order, coloured by module.
  public static func make(model: String, title: String, couplingLabel: String, table: String, constraints: [BoundConstraint]) -> Notebook {
    let palette = constraints.map { "    \"\($0.identity.id)\": \"\(ModuleColours.colour(of: $0.identity.module))\"," }.joined(separator: "\n")
    return Notebook(
      name: model,
      cells: [
        .markdown(
          "# \(title)\n\nExcluded couplings as computed by `bounds`; regenerate the table with `bounds tables regenerate`.\nEvery region keeps its floor and its ceiling."
        ),
        .python(
          """
          import csv
          from collections import defaultdict

          with open("\(table)") as stream:
              lines = stream.readlines()
          provenance = [line[2:].strip() for line in lines if line.startswith("#")]
          rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
          print("\\n".join(provenance[:8]))
          """),
        .python(
          """
          # At each mass a constraint may exclude several disjoint intervals; an empty upper end means "to the end of the validity".
          regions = defaultdict(list)
          for row in rows:
              if row["status"] == "excluded":
                  high = float(row["coupling_high"]) if row["coupling_high"] else float("inf")
                  regions[row["constraint"]].append((float(row["mass_GeV"]), float(row["coupling_low"]), high))
          {name: len(points) for name, points in regions.items()}
          """),
        .python(
          """
          import matplotlib.pyplot as plt

          colours = {
          \(palette)
          }
          masses = sorted({float(row["mass_GeV"]) for row in rows})
          figure, axes = plt.subplots(figsize=(9, 6.5))
          top = 1.0
          for name, colour in colours.items():
              by_mass = defaultdict(list)
              for mass, low, high in regions[name]:
                  by_mass[mass].append((low, min(high, top)))
              first = True
              for left, right in zip(masses, masses[1:]):
                  for low, high in by_mass[left]:
                      for next_low, next_high in by_mass[right]:
                          if low <= next_high and next_low <= high:
                              axes.fill_between([left, right], [low, next_low], [high, next_high], color=colour, alpha=0.4, lw=0, label=name if first else None)
                              first = False
          by_mass = defaultdict(list)
          for mass, low, high in regions["combined"]:
              by_mass[mass].append((low, min(high, top)))
          for edge in (0, 1):
              axes.scatter([m for m in masses for _ in by_mass[m]], [pair[edge] for m in masses for pair in by_mass[m]], s=3, color="black")
          axes.set(xscale="log", yscale="log", xlabel="mass [GeV]", ylabel=\(literal(couplingLabel)), title=\(literal(title)))
          axes.legend(loc="lower right", fontsize=8)
          axes.grid(alpha=0.3)
          figure.tight_layout()
          """),
      ])
  }

  /// Text as a Python string, whatever it contains.
  private static func literal(_ text: String) -> String {
    "\"\(text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\""))\""
  }
}
