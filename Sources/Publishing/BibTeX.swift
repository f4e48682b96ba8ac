import Likelihoods

/// BibTeX of exactly the references that were used, each once, in the order of their keys.
public enum BibTeX {
  public static func entries(_ references: [Reference]) -> String {
    var seen = Set<String>()
    return references.filter { seen.insert($0.key).inserted }.sorted { $0.key < $1.key }.map(entry).joined(separator: "\n")
  }

  private static func entry(_ reference: Reference) -> String {
    var fields = [("author", reference.authors), ("title", "{\(reference.title)}"), ("year", "\(reference.year)")]
    if !reference.journal.isEmpty { fields.append(("journal", reference.journal)) }
    if let arXiv = reference.arXiv {
      fields.append(("eprint", arXiv))
      fields.append(("archivePrefix", "arXiv"))
    }
    let lines = fields.map { "  \($0.0) = {\($0.1)}" }.joined(separator: ",\n")
    return "@\(reference.journal.isEmpty ? "misc" : "article"){\(reference.key),\n\(lines)\n}\n"
  }
}
