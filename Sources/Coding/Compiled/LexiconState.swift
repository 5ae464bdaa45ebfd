import Linguistics

/// A lexicon as a run used it, without what bears on no coding: texts for people and places in files.
package struct LexiconState: Sendable, Equatable {
  let scheme: CodingScheme

  package init(_ lexicon: CompiledLexicon) {
    var scheme = lexicon.schemes[0]
    for i in scheme.layers.indices {
      scheme.layers[i].entries = scheme.layers[i].entries.map(Self.bare)
      // Terms have all that they refer to in them.
      scheme.layers[i].definitions = []
      scheme.layers[i].referredTo = []
      for k in scheme.layers[i].changes.indices {
        scheme.layers[i].changes[k].reason = ""
        scheme.layers[i].changes[k].file = ""
        scheme.layers[i].changes[k].line = 0
      }
    }
    self.scheme = scheme
  }

  private static func bare(_ entry: LexiconEntry) -> LexiconEntry {
    var entry = entry
    (entry.source, entry.note, entry.file, entry.line, entry.codesColumn) = ("", "", "", 0, 0)
    for i in entry.kazakh.indices { entry.kazakh[i].column = 0 }
    for i in entry.russian.indices { entry.russian[i].column = 0 }
    return entry
  }

  package var bytes: [UInt8] {
    var out = EntryWriter(CompiledWriter())
    out.write(scheme)
    return out.writer.finish()
  }

  /// What gave `bytes`.
  package init(from reader: inout CompiledReader) throws(CompiledReader.Damage) {
    var input = EntryReader(reader)
    scheme = try input.scheme()
    reader = input.reader
  }
}
