import Linguistics

// Region packs as compiled tables.

extension EntryWriter {
  mutating func write(_ pack: RegionPack) {
    for text in [pack.code, pack.folder, pack.kato, pack.author, pack.licence] { writer.text(text) }
    writer.int(pack.version)
    pack.names.write(to: &writer)
    for text in [pack.from, pack.to, pack.parent] { writer.optional(text) }
    writer.array(pack.formerNames) { name, writer in
      writer.text(name.kazakh)
      writer.text(name.russian)
      writer.optional(name.from)
      writer.optional(name.to)
    }
    write(pack.lexicon.entries)
    write(pack.lexicon.changes)
    writer.array(pack.lexicon.issues)
    writer.array(pack.named)
    writer.array(pack.tests)
  }
}

extension EntryReader {
  mutating func pack() throws(Damage) -> RegionPack {
    let (code, folder) = (try reader.text(), try reader.text())
    let (kato, author, licence) = (try reader.text(), try reader.text(), try reader.text())
    let version = try reader.int()
    var pack = RegionPack(
      code: code, folder: folder, version: version, names: try Codebook.Label(from: &reader), kato: kato,
      author: author, licence: licence)
    pack.from = try reader.optional()
    pack.to = try reader.optional()
    pack.parent = try reader.optional()
    pack.formerNames = try reader.array { reader throws(Damage) in
      RegionPack.FormerName(
        kazakh: try reader.text(), russian: try reader.text(), from: try reader.optional(),
        to: try reader.optional())
    }
    let entries = try entries()
    let changes = try changes()
    pack.lexicon = PackLexicon(
      entries: entries, changes: changes,
      issues: try reader.array())
    pack.named = try reader.array()
    pack.tests = try reader.array()
    return pack
  }
}

extension GazetteerRow: CompiledValue {
  package func write(to writer: inout CompiledWriter) {
    writer.text(kind.rawValue)
    writer.text(kato)
    for names in [kazakh, russian, codes] { writer.texts(names) }
    writer.optional(from)
    writer.optional(to)
    writer.text(note)
    writer.int(line)
    writer.int(codesColumn)
  }

  package init(from reader: inout CompiledReader) throws(CompiledReader.Damage) {
    let kind = try reader.value(Kind.self)
    let kato = try reader.text()
    let (kazakh, russian, codes) = (try reader.texts(), try reader.texts(), try reader.texts())
    let (from, to) = (try reader.optional(), try reader.optional())
    self.init(
      kind: kind, kato: kato, kazakh: kazakh, russian: russian, codes: codes, from: from, to: to,
      note: try reader.text(), line: try reader.int(), codesColumn: try reader.int())
  }
}

extension PackTest: CompiledValue {
  package func write(to writer: inout CompiledWriter) {
    writer.text(text)
    for list in [codes, notCodes, places, notPlaces] { writer.texts(list) }
    writer.text(note)
    writer.text(file)
    writer.int(line)
  }

  package init(from reader: inout CompiledReader) throws(CompiledReader.Damage) {
    self.init(
      text: try reader.text(), codes: try reader.texts(), notCodes: try reader.texts(),
      places: try reader.texts(), notPlaces: try reader.texts(), note: try reader.text(),
      file: try reader.text(), line: try reader.int())
  }
}
