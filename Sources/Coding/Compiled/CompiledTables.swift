import Linguistics

/// What coding needs, as it is kept from one start of the program to the next.
package struct CompiledTables {
  package var lexicon: CompiledLexicon
  package var packs: [RegionPack]
  package var learned: LearnedModel?
  /// Problems of lexicon files.
  package var issues: [LexiconIssue]

  package init(
    lexicon: CompiledLexicon, packs: [RegionPack], learned: LearnedModel?, issues: [LexiconIssue]
  ) {
    (self.lexicon, self.packs, self.learned, self.issues) = (lexicon, packs, learned, issues)
  }

  package func write(to writer: inout CompiledWriter) {
    var out = EntryWriter(writer)
    lexicon.write(to: &out)
    out.writer.int(packs.count)
    for pack in packs { out.write(pack) }
    writer = out.writer
    writer.array(issues)
    writer.optional(learned)
  }

  package init(from reader: inout CompiledReader) throws(CompiledReader.Damage) {
    var input = EntryReader(reader)
    lexicon = try CompiledLexicon(from: &input)
    packs = []
    for _ in 0..<(try input.reader.index(below: 1 << 16)) { packs.append(try input.pack()) }
    reader = input.reader
    issues = try reader.array()
    learned = try reader.optional()
  }
}
