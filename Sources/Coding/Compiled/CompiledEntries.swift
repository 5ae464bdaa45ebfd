import Linguistics

// Codebooks and entries as compiled tables.

typealias Damage = CompiledReader.Damage

extension Codebook.Label {
  func write(to writer: inout CompiledWriter) { for text in [en, ru, kk] { writer.text(text) } }

  init(from reader: inout CompiledReader) throws(Damage) {
    self.init(en: try reader.text(), ru: try reader.text(), kk: try reader.text())
  }
}

extension Codebook {
  func write(to writer: inout CompiledWriter) {
    writer.text(id)
    writer.int(version)
    title.write(to: &writer)
    writer.text(source)
    writer.array(dimensions) { dimension, writer in
      writer.text(dimension.id)
      dimension.label.write(to: &writer)
      writer.int(dimension.codes.lowerBound)
      writer.int(dimension.codes.count)
    }
    writer.array(codes) { code, writer in
      writer.text(code.id)
      code.label.write(to: &writer)
      writer.int(code.dimension)
      writer.int(code.group ?? -1)
      writer.bool(code.isGroup)
      writer.text(code.definition)
      writer.texts(code.include)
      writer.texts(code.exclude)
      writer.double(code.threshold)
      writer.bool(code.isTakenByRows)
      writer.int(code.line)
    }
  }

  init(from reader: inout CompiledReader) throws(Damage) {
    let id = try reader.text()
    let version = try reader.int()
    let title = try Label(from: &reader)
    let source = try reader.text()
    let dimensions = try reader.array { reader throws(Damage) in
      let id = try reader.text()
      let label = try Label(from: &reader)
      let first = try reader.index(below: 1 << 32)
      return Dimension(id: id, label: label, codes: first..<(first + (try reader.index(below: 1 << 32))))
    }
    let codes = try reader.array { reader throws(Damage) in
      let id = try reader.text()
      let label = try Label(from: &reader)
      let dimension = try reader.index(below: dimensions.count)
      let group = try reader.int()
      var code = Code(
        id: id, label: label, dimension: dimension, group: group < 0 ? nil : group,
        isGroup: try reader.bool(), definition: try reader.text(), include: try reader.texts(),
        exclude: try reader.texts(), threshold: try reader.double(), line: 0)
      code.isTakenByRows = try reader.bool()
      code.line = try reader.int()
      return code
    }
    self.init(id: id, version: version, title: title, source: source, dimensions: dimensions, codes: codes)
  }
}

extension LexiconIssue: CompiledValue {
  package func write(to writer: inout CompiledWriter) {
    for text in [severity.rawValue, id, file, message] { writer.text(text) }
    writer.int(line)
    writer.int(column)
  }

  package init(from reader: inout CompiledReader) throws(CompiledReader.Damage) {
    let severity = try reader.value(Severity.self)
    let (id, file, message) = (try reader.text(), try reader.text(), try reader.text())
    self.init(severity, id, file: file, line: try reader.int(), column: try reader.int(), message)
  }
}

extension WordTest: CompiledValue {
  func write(to writer: inout CompiledWriter) {
    switch kind {
    case .exact: writer.byte(0)
    case .prefix: writer.byte(1)
    case .lexeme(let partOfSpeech):
      writer.byte(2)
      writer.optional(partOfSpeech?.rawValue)
    }
    writer.text(text)
    writer.byte(language.rawValue)
    writer.int(layer)
  }

  init(from reader: inout CompiledReader) throws(Damage) {
    let kind: Kind
    switch try reader.byte() {
    case 0: kind = .exact
    case 1: kind = .prefix
    default: kind = .lexeme(try reader.optionalValue())
    }
    self.init(
      kind: kind, text: try reader.text(), language: try Language(from: &reader), layer: try reader.int())
  }
}

extension Language {
  init(from reader: inout CompiledReader) throws(Damage) {
    guard let language = Language(rawValue: try reader.byte()) else { throw Damage() }
    self = language
  }
}

extension Condition.Fact {
  func write(to writer: inout CompiledWriter) {
    switch self {
    case .role(let names):
      writer.byte(0)
      writer.texts(names)
    case .kind(let names):
      writer.byte(1)
      writer.texts(names)
    case .region(let names):
      writer.byte(2)
      writer.texts(names)
    case .period(let period):
      writer.byte(3)
      writer.optional(period.from)
      writer.optional(period.to)
    case .negated: writer.byte(4)
    }
  }

  init(from reader: inout CompiledReader) throws(Damage) {
    switch try reader.byte() {
    case 0: self = .role(try reader.texts())
    case 1: self = .kind(try reader.texts())
    case 2: self = .region(try reader.texts())
    case 3: self = .period(Period(from: try reader.optional(), to: try reader.optional()))
    default: self = .negated
    }
  }
}

extension Condition.Place {
  func write(to writer: inout CompiledWriter) {
    switch self {
    case .sentence: writer.int(-1)
    case .passage: writer.int(-2)
    case .item: writer.int(-3)
    case .near(let words): writer.int(words)
    }
  }

  init(from reader: inout CompiledReader) throws(Damage) {
    switch try reader.int() {
    case -1: self = .sentence
    case -2: self = .passage
    case -3: self = .item
    case let words: self = .near(words)
    }
  }
}
