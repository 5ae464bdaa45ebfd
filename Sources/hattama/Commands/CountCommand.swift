import Analysis
import ArgumentParser
import Foundation
import Ingestion
import Reporting
import Synchronization

/// `hattama count`: the plain dictionary count.
struct CountCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case tsv, csv, jsonl }

  static let configuration = CommandConfiguration(
    commandName: "count",
    abstract: "Count the words of a dictionary in documents, as quanteda and LIWC do.",
    discussion: """
      One line a document: its path, its number of words, and how often each category's words stand in it. Case does not \
      matter; of forms that overlap the longest counts; navigation, heads and feet of pages are left out, as far as \
      their elements say so. Nothing is coded: conditions and thresholds do not count.

      A dictionary is a table of category, term and form parted by tabs, a dictionary of quanteda (.yml), LIWC (.dic, .dicx), \
      WordStat (.cat) or Yoshikoder (.ykd), all of them of exact forms and * wildcards, or a codebook folder, whose terms \
      are found in all their inflected forms.

      Examples:
        hattama count --lexicon welfare.dic pages > counts.tsv
        hattama count --lexicon welfare.yml --format csv archive.warc.gz
        hattama count --lexicon Lexicons/socially-oriented-state --by term Corpus/documents
        hattama count --lexicon forms.tsv --groups regions.tsv pages    sums: group, category, hits
      """)

  @Option(help: "Dictionary file or codebook folder.")
  var lexicon: String

  @Argument(help: "Files, folders, archives and 'quoted patterns'; - is a document on standard input.")
  var paths: [String] = []

  @OptionGroup var lists: FileList

  @Option(help: "Columns: category (or code), or term (or entry).")
  var by = CountDictionary.Unit.category

  @Option(help: "tsv, csv or jsonl.")
  var format = Format.tsv

  @Option(help: "A table of path and group parted by tabs: print sums of the groups in place of documents.")
  var groups: String?

  @Option(help: "Number of documents counted at a time.")
  var jobs = 1

  @OptionGroup(title: "Limits") var limits: LimitOptions

  func run() async throws {
    let (dictionary, sums): (CountDictionary, GroupSums?)
    do {
      dictionary = try CountDictionary(lexicon, unit: by)
      sums = try groups.map { try GroupSums($0, folders: paths, columns: dictionary.columns) }
    } catch { throw Setup.stop("\(error)") }
    for remark in dictionary.remarks { Output.message("hattama: \(remark)") }
    let problems = ProblemCount(dictionary.remarks.count)
    let reader = InputReader(try lists.joined(to: paths), limits: limits.applied())
    let limits = limits.applied()
    let rows = CountRows(format, dictionary.columns)
    if sums == nil { Output.write(rows.header.span) }
    try await OrderedWork.run(
      workers: jobs, next: { reader.next() }, state: { DictionaryCounter(dictionary, limits: limits) },
      job: { counter, input in
        Result { () throws(IngestionError) in try counter.count(input) }
      },
      emit: { _, result in
        switch result {
        case .failure(let error):
          problems.add(1)
          Output.message("hattama: \(error)")
        case .success(let row):
          if let sums { sums.add(row) } else { Output.write(rows.bytes(of: row).span) }
        }
      })
    if let sums {
      Output.write(sums.text)
      if sums.strangers > 0 {
        problems.add(1)
        Output.message("hattama: \(sums.strangers) documents are in no group and were left out")
      }
    }
    if problems.value > 0 { throw ExitCode(1) }
  }
}

extension CountDictionary.Unit: ExpressibleByArgument {}

/// Lines of a table of counts.
struct CountRows: Sendable {
  private let format: CountCommand.Format
  private let columns: [String]

  init(_ format: CountCommand.Format, _ columns: [String]) {
    self.format = format
    self.columns = columns
  }

  var header: [UInt8] {
    format == .jsonl ? [] : line(["document", "words"] + columns)
  }

  func bytes(of row: DictionaryCounter.Row) -> [UInt8] {
    guard format == .jsonl else { return line([row.path, "\(row.words)"] + row.counts.map { "\($0)" }) }
    var json = JSONWriter()
    json.beginObject()
    json.key(text: "document")
    json.value(row.path)
    json.key(text: "words")
    json.value(row.words)
    json.key(text: "counts")
    json.beginObject()
    for (column, count) in zip(columns, row.counts) where count > 0 {
      json.key(text: column)
      json.value(count)
    }
    json.endObject()
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private func line(_ cells: [String]) -> [UInt8] {
    let separator = format == .csv ? "," : "\t"
    return Array((cells.map(cell).joined(separator: separator) + "\n").utf8)
  }

  /// CSV as RFC 4180 has it; in a table of tabs, tabs and line ends become spaces.
  private func cell(_ text: String) -> String {
    switch format {
    case .csv where text.utf8.contains(where: { ",\"\n\r".utf8.contains($0) }):
      "\"" + text.replacing("\"", with: "\"\"") + "\""
    case .tsv where text.utf8.contains(where: { "\t\n\r".utf8.contains($0) }):
      String(text.map { "\t\n\r\r\n".contains($0) ? " " : $0 })
    default: text
    }
  }
}

/// Sums of counts by group.
final class GroupSums: Sendable {
  private let groups: [String: String]
  /// Folders that the user named: paths in the table may count from them.
  private let folders: [String]
  private let columns: [String]
  private let state = Mutex((sums: [String: [Int]](), strangers: 0))

  init(_ file: String, folders: [String], columns: [String]) throws(IngestionError) {
    var groups: [String: String] = [:]
    for line in String(decoding: try SourceFile.bytes(of: file), as: UTF8.self).split(
      whereSeparator: \.isNewline)
    {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      if line.hasPrefix("#") || cells.count < 2 { continue }
      groups[String(cells[0])] = String(cells[1])
    }
    guard !groups.isEmpty else {
      throw IngestionError(
        path: file, id: "no-groups", message: "has no rows of path and group parted by a tab")
    }
    self.groups = groups
    self.folders = folders.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    self.columns = columns
  }

  func add(_ row: DictionaryCounter.Row) {
    let names = [row.path] + folders.filter(row.path.hasPrefix).map { String(row.path.dropFirst($0.count)) }
    let group = names.lazy.compactMap { self.groups[$0] }.first
    state.withLock { state in
      guard let group else {
        state.strangers += 1
        return
      }
      var sums = state.sums[group] ?? Array(repeating: 0, count: columns.count)
      for (column, count) in row.counts.enumerated() { sums[column] += count }
      state.sums[group] = sums
    }
  }

  /// Documents of no group.
  var strangers: Int { state.withLock(\.strangers) }

  /// Group, category and hits, sorted; without those that were not found.
  var text: String {
    let sums = state.withLock(\.sums)
    return sums.keys.sorted().map { group in
      zip(columns, sums[group] ?? []).filter { $0.1 > 0 }.map { "\(group)\t\($0.0)\t\($0.1)\n" }.joined()
    }.joined()
  }
}
