import Tabulation
import Yams

/// Declarations of summaries.
extension PipelineLoader {
  mutating func summary(_ node: Node) -> Pipeline.Summary? {
    guard let mapping = node.mapping else {
      problem("a summary needs keys: id, label, rows, columns", at: node)
      return nil
    }
    checkKeys(mapping, ["id", "label", "rows", "group", "columns"], "key of a summary")
    guard let id = string(mapping, "id", at: node), let rows = string(mapping, "rows", at: node) else {
      return nil
    }
    guard namesFiles(id, "summary", at: node) else { return nil }
    let group = mapping["group"]?.string
    if rows == "region", group != nil {
      problem("'group' chooses codes, but the rows are regions", at: mapping["group"])
    }
    guard let columns = mapping["columns"]?.sequence, !columns.isEmpty else {
      problem("a summary needs 'columns', a list of {label, show}", at: mapping["columns"] ?? node)
      return nil
    }
    return Pipeline.Summary(
      id: id, label: mapping["label"].map { label($0) } ?? TrilingualLabel(untranslated: id),
      rows: rows == "region"
        ? .regions
        : .codes(
          dimension: rows == "criterion" ? "indicator" : rows, groups: rows == "criterion", of: group),
      columns: columns.compactMap { column($0) }, line: node.mark?.line ?? 1)
  }

  private mutating func column(_ node: Node) -> Pipeline.Summary.Column? {
    guard let mapping = node.mapping, let name = mapping["label"], let show = mapping["show"] else {
      problem("a column needs keys: label, show", at: node)
      return nil
    }
    checkKeys(mapping, ["label", "show"], "key of a column")
    return Pipeline.Summary.Column(
      label: label(name),
      parts: (show.sequence.map(Array.init) ?? [show]).compactMap { part($0) })
  }

  private mutating func part(_ node: Node) -> Pipeline.Summary.Part? {
    let kinds = Pipeline.Summary.Part.Kind.allCases.map(\.rawValue)
    guard let mapping = node.mapping else {
      problem("a column shows one of \(kinds.joined(separator: ", ")), such as {number: this}", at: node)
      return nil
    }
    let found = mapping.keys.compactMap(\.string).filter(kinds.contains)
    guard found.count == 1, let name = found.first, let kind = Pipeline.Summary.Part.Kind(rawValue: name),
      let subject = mapping[name]?.string
    else {
      if found.isEmpty {
        let key = mapping.keys.first
        unknown(key?.string ?? "", among: kinds, "content of a summary", at: key ?? node)
      } else {
        problem("'\(found.joined(separator: "', '"))': name one, with a code, a table or 'this'", at: node)
      }
      return nil
    }
    checkKeys(mapping, [name, "in", "most"], "key of '\(name)'")
    var most: Int?
    if let node = mapping["most"] {
      most = node.int.flatMap { (1...100).contains($0) ? $0 : nil }
      if most == nil { problem("'most' is a whole number from 1 to 100", at: node) }
    }
    return Pipeline.Summary.Part(
      kind: kind, subject: subject == "this" ? nil : subject, table: mapping["in"]?.string, most: most,
      line: node.mark?.line ?? 1)
  }
}
