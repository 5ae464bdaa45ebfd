extension SourceText {
  /// Takes out blocks of mojibake, so that they are never coded: their code points are counted as lost,
  /// unreadable, and one issue of severity error says how many there were and shows the first.
  ///
  /// Readers of every format end with this. Cost: one pass over the text.
  mutating func removeUnreadableBlocks() {
    guard let start = blocks.firstIndex(where: { Mojibake.cause(in: text[$0.text]) != nil }) else { return }
    var first: (cause: String, excerpt: String)?
    var removed = 0
    var readable = Array(blocks[..<start])
    for block in blocks[start...] {
      guard let cause = Mojibake.cause(in: text[block.text]) else {
        readable.append(block)
        continue
      }
      removed += 1
      let visible = WhiteSpace.visibleCount(text[block.text].span)
      losses.kept -= visible
      losses.lost[.unreadable, default: 0] += visible
      if first == nil {
        first = (cause, String(String(decoding: text[block.text].prefix(240), as: UTF8.self).prefix(40)))
      }
    }
    guard let first else { return }
    blocks = readable
    let cause =
      first.cause == "?"
      ? "letters were replaced by question marks" : "the text was once read as \(first.cause) by mistake"
    issues.append(
      Issue(
        .error, "mojibake",
        "\(removed) paragraphs are unreadable («\(first.excerpt)»): \(cause); "
          + "take the document from its source again"
      ))
  }
}
