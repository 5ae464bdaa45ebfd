import Analysis
import ArgumentParser
import Foundation
import Ingestion

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
    let (dictionary, sums) = try Setup.orStop {
      let dictionary = try CountDictionary(lexicon, unit: by)
      return (
        dictionary, try groups.map { try GroupSums($0, folders: paths, columns: dictionary.columns) }
      )
    }
    for remark in dictionary.remarks { Output.message("\(remark)") }
    let problems = ProblemCount(dictionary.remarks.count)
    let limits = limits.applied()
    let reader = InputReader(try lists.joined(to: paths), limits: limits)
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
          Output.message("\(error)")
        case .success(let row):
          if let sums { sums.add(row) } else { Output.write(rows.bytes(of: row).span) }
        }
      })
    if let sums {
      Output.write(sums.text)
      if sums.strangers > 0 {
        problems.add(1)
        Output.message("\(sums.strangers) documents are in no group and were left out")
      }
    }
    if problems.value > 0 { throw ExitCode(1) }
  }
}

extension CountDictionary.Unit: ExpressibleByArgument {}
