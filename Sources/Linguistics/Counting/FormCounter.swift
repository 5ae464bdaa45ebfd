/// Counts the forms of a dictionary in texts. One per worker.
///
/// Of forms that overlap the one that begins first counts, and of those the longest, for all its categories.
public final class FormCounter {
  private let lexicon: FormLexicon
  private let scanner = WordScanner()
  private let folding = CaseFolding.shared.table
  // One thread owns a counter and none of its methods re-enters another: exclusivity checks would only cost time.
  /// Symbols of the passage under way: a number of `lexicon.words`, or -1; with wildcards an index into `sets`.
  @exclusivity(unchecked) private var symbols: [Int32] = []
  @exclusivity(unchecked) private var scalars = [UInt32](repeating: 0, count: FormCounter.longest)
  /// Symbols that a word has, where words with wildcards match it too; the first set is empty.
  @exclusivity(unchecked) private var sets: [[Int32]] = [[]]
  @exclusivity(unchecked) private var setOfWord = WordTable()
  @exclusivity(unchecked) private var setNumbers: [Int32] = []

  /// Words with more code points are folded without the short way.
  private static let longest = 64
  /// Distinct words that are remembered where there are wildcards.
  private static let wordLimit = 1 << 17

  public init(_ lexicon: FormLexicon) { self.lexicon = lexicon }

  /// Counts the forms in a text whose passages end with a zero byte; no form goes over such an end.
  ///
  /// - Parameter counts: takes the hits of each category.
  /// - Returns: the number of words.
  ///
  /// Cost: about two nanoseconds a byte; nothing is allocated per word.
  public func count(_ text: Span<UInt8>, into counts: inout [Int]) -> Int {
    var words = 0
    var i = 0
    let end = text.count
    let folding = folding
    let parts = scanner.parts
    var scalars: [UInt32] = []
    swap(&scalars, &self.scalars)
    defer { swap(&scalars, &self.scalars) }
    let hasPatterns = !lexicon.patterns.isEmpty
    let limit = Self.longest
    while i < end {
      let start = i
      var hash: UInt32 = 0
      var length = 0
      // A word of letters and digits of the tables, which nearly all are.
      while i < end, length < limit {
        let b = UInt32(text[i])
        var c = b
        var n = 1
        if b >= 0x80 {
          guard b >= 0xC2, b <= 0xD4, i + 1 < end, text[i + 1] & 0xC0 == 0x80 else { break }
          c = (b & 0x1F) << 6 | UInt32(text[i + 1] & 0x3F)
          n = 2
        }
        guard c < UInt32(CharacterTable.foldLimit) else { break }
        let entry = folding[Int(c)]
        guard entry != 0 else { break }
        let folded = entry & ~CaseFolding.word
        scalars[length] = folded
        length += 1
        hash = WordTable.hash(hash, folded)
        i += n
      }
      // What stands behind decides whether the word ends here.
      if i < end {
        let (c, n) = text.scalar(at: i, end: end)
        let part = c < UInt32(CharacterTable.limit) ? parts[Int(c)] : scanner.part(c)
        let isOver =
          part == WordScanner.Part.other || part == WordScanner.Part.end
          || length > 0 && part >= WordScanner.Part.betweenLetters && !joinsOn(text, i, part, start)
        if !isOver || length == limit {
          let wordEnd = scanner.endOfWord(text, start)
          if wordEnd > start {
            i = wordEnd
            words += 1
            symbols.append(slowSymbol(text, start, i))
          } else {
            i = start + max(n, 1)
          }
          continue
        }
        if length == 0 {
          i += n
          if part == WordScanner.Part.end { finishPassage(&counts) }
          continue
        }
      }
      guard length > 0 else { continue }
      words += 1
      symbols.append(
        hasPatterns ? set(of: scalars, length, hash) : lexicon.words.find(scalars, length, hash))
    }
    finishPassage(&counts)
    return words
  }

  /// Whether the joiner at `i` goes on with the word before it.
  private func joinsOn(_ text: Span<UInt8>, _ i: Int, _ part: UInt8, _ start: Int) -> Bool {
    var last = i - 1
    while last > start, text[last] & 0xC0 == 0x80 { last -= 1 }
    return scanner.joins(text, i, part, after: scanner.part(text.scalar(at: last, end: i).scalar))
  }

  /// The symbol of a word that needs all of folding.
  @inline(never)
  private func slowSymbol(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int32 {
    let folded = CaseFolding.scalars(of: text.extracting(start..<end))
    let hash = folded.reduce(0, WordTable.hash)
    return lexicon.patterns.isEmpty
      ? lexicon.words.find(folded, folded.count, hash) : set(of: folded, folded.count, hash)
  }

  // MARK: Wildcards

  @inline(never)
  private func set(of word: [UInt32], _ length: Int, _ hash: UInt32) -> Int32 {
    let known = setOfWord.find(word, length, hash)
    if known >= 0 { return setNumbers[Int(known)] }
    if setOfWord.count > Self.wordLimit {
      setOfWord = WordTable()
      setNumbers.removeAll(keepingCapacity: true)
    }
    let exact = lexicon.words.find(word, length, hash)
    var members = exact < 0 ? [] : [exact]
    for pattern in lexicon.patterns where Self.matches(word, length, pattern.scalars) {
      members.append(pattern.symbol)
    }
    var number: Int32 = 0
    if !members.isEmpty {
      number = Int32(truncatingIfNeeded: sets.firstIndex(of: members) ?? sets.count)
      if Int(number) == sets.count { sets.append(members) }
    }
    _ = setOfWord.insert(Array(word[..<length]))
    setNumbers.append(number)
    return number
  }

  /// Whether a word matches a pattern with `*` and `?`.
  static func matches(_ word: [UInt32], _ length: Int, _ pattern: [UInt32]) -> Bool {
    var (n, p) = (0, 0)
    var star: (pattern: Int, word: Int)?
    while n < length {
      if p < pattern.count, pattern[p] == FormCutter.star {
        star = (p, n)
        p += 1
      } else if p < pattern.count, pattern[p] == word[n] || pattern[p] == FormCutter.question {
        n += 1
        p += 1
      } else if let (place, taken) = star {
        star = (place, taken + 1)
        p = place + 1
        n = taken + 1
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == FormCutter.star }
  }

  // MARK: Forms

  private func finishPassage(_ counts: inout [Int]) {
    if !symbols.isEmpty {
      lexicon.patterns.isEmpty ? countForms(&counts) : countPatterns(&counts)
      symbols.removeAll(keepingCapacity: true)
    }
  }

  private func countForms(_ counts: inout [Int]) {
    let (starts, ends) = (lexicon.starts, lexicon.ends)
    let symbols = symbols
    var i = 0
    while i < symbols.count {
      guard symbols[i] >= 0, starts[Int(symbols[i])] >= 0 else {
        i += 1
        continue
      }
      var node = starts[Int(symbols[i])]
      var (best, last, j) = (Int32(-1), i, i)
      while true {
        if ends[Int(node)] >= 0 { (best, last) = (ends[Int(node)], j) }
        j += 1
        guard j < symbols.count, symbols[j] >= 0 else { break }
        node = lexicon.step(node, symbols[j])
        if node < 0 { break }
      }
      if best >= 0 {
        for category in lexicon.categories[Int(best)] { counts[Int(category)] += 1 }
        i = last
      }
      i += 1
    }
  }

  /// The same where a word may have several symbols: all ways are gone at once.
  private func countPatterns(_ counts: inout [Int]) {
    var i = 0
    while i < symbols.count {
      var nodes = sets[Int(symbols[i])].map { lexicon.starts[Int($0)] }.filter { $0 >= 0 }
      var found: Set<Int32> = []
      var (last, j) = (i, i)
      while !nodes.isEmpty {
        let ending = nodes.map { lexicon.ends[Int($0)] }.filter { $0 >= 0 }
        if !ending.isEmpty {
          found = Set(ending.flatMap { lexicon.categories[Int($0)] })
          last = j
        }
        j += 1
        guard j < symbols.count else { break }
        let following = sets[Int(symbols[j])]
        nodes = nodes.flatMap { node in following.map { lexicon.step(node, $0) } }.filter { $0 >= 0 }
      }
      for category in found { counts[Int(category)] += 1 }
      i = found.isEmpty ? i + 1 : last + 1
    }
  }
}
