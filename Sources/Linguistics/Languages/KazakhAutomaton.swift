/// `KazakhSuffixTable` spelled out: for each state, harmony and preceding sound, a trie of the suffixes that may
/// follow, each with the place it leads to.
///
/// Built once per process (some milliseconds). A place in the automaton is a root of the trie.
struct KazakhAutomaton: Sendable {
  static let shared = KazakhAutomaton(rows: KazakhSuffixTable.rows)

  /// What a suffix says about the reading.
  struct Marks: OptionSet, Sendable {
    let rawValue: UInt8
    static let negative = Marks(rawValue: 1)
    static let voice = Marks(rawValue: 2)
    static let passive = Marks(rawValue: 4)
    /// A regular but rare suffix, which gives way to other readings.
    static let rare = Marks(rawValue: 8)
    /// A suffix that gives way to a rival of the same length.
    static let even = Marks(rawValue: 16)
    static let fallback: Marks = [.voice, .passive, .rare]
  }

  struct Arc: Sendable {
    var target: Int32
    var marks: Marks
    var gloss: Int32
  }

  /// A place: the state reached, and the sounds that the next suffix adapts to.
  struct Place: Hashable {
    var state: String
    var harmony: KazakhHarmony
    var sound: KazakhSound
  }

  /// What matching walks through.
  struct Graph: Sendable {
    var trie = KazakhTrie([])
    /// In the order of the trie's values.
    var arcs: [Arc] = []
    /// What a form that ends at a root adds to the reading; nil where none may end.
    var endMarks: [Marks?] = []
    /// The root of the same state after a hyphen, where any shape of a suffix goes; -1 for roots inside words.
    var afterHyphen: [Int32] = []

    /// The codes of the letters that go on from a root, the hyphen's where one may follow.
    func followers(of root: Int32) -> UInt64 {
      trie.letters(Int(root)) | (afterHyphen[Int(root)] >= 0 ? 1 << UInt64(KazakhAlphabet.hyphen) : 0)
    }
  }

  private(set) var graph = Graph()
  private(set) var glosses: [String] = []
  private var roots: [Place: Int32] = [:]

  /// The root for a stem's last sounds; nil for a place that no start state has.
  func root(_ state: String, _ harmony: KazakhHarmony, _ sound: KazakhSound) -> Int32? {
    roots[Place(state: state, harmony: harmony, sound: sound)]
  }

  init(rows: String) {
    var compiler = Compiler(KazakhSuffixRow.parse(rows))
    compiler.run()
    graph.trie = KazakhTrie(compiler.keys)
    (glosses, roots) = (compiler.glosses, compiler.roots)
    graph.arcs = graph.trie.values.map { compiler.arcs[Int($0)] }
    graph.endMarks = compiler.places.map { place in
      if KazakhSuffixTable.unfinished.contains(place.state) || !place.sound.endsWords { return nil }
      return KazakhSuffixTable.rarelyFinal.contains(place.state) ? .rare : []
    }
    graph.afterHyphen = compiler.places.map { place in
      compiler.roots[Place(state: place.state, harmony: .back, sound: .unknown)] ?? -1
    }
  }

  private struct Compiler {
    let rowsByState: [String: [KazakhSuffixRow]]
    var places: [Place] = []
    var roots: [Place: Int32] = [:]
    var keys: [[KazakhTrie.Key]] = []
    var arcs: [Arc] = []
    var glosses: [String] = []
    var glossIndex: [String: Int32] = [:]

    init(_ rows: [KazakhSuffixRow]) {
      var byState: [String: [KazakhSuffixRow]] = [:]
      for row in rows { for state in row.from { byState[state, default: []].append(row) } }
      rowsByState = byState
      let starts = Set(
        PartOfSpeech.allCases.flatMap { KazakhSuffixTable.states(for: $0) }
          + ["posture", "time"])
      for state in starts.sorted() {
        for harmony in KazakhHarmony.allCases {
          for sound in KazakhSound.allCases {
            _ = index(of: Place(state: state, harmony: harmony, sound: sound))
          }
        }
      }
    }

    mutating func run() {
      var next = 0
      while next < places.count {
        keys.append(expand(places[next]))
        next += 1
      }
    }

    private mutating func expand(_ place: Place) -> [KazakhTrie.Key] {
      var result: [KazakhTrie.Key] = []
      let own = rowsByState[place.state] ?? []
      let isFinished = !KazakhSuffixTable.unfinished.contains(place.state) && place.state != "particle"
      for row in own + (isFinished && place.sound.endsWords ? rowsByState["*"] ?? [] : []) {
        let harmonies = place.sound == .unknown ? KazakhHarmony.allCases : [place.harmony]
        var seen: Set<[Unicode.Scalar]> = []
        for harmony in harmonies {
          for surface in row.shape.surfaces(harmony, place.sound) {
            guard seen.insert(surface).inserted else { continue }
            let harmony = surface.reversed().lazy.compactMap(KazakhHarmony.init).first ?? harmony
            let marks = row.marks.union(row.rareFrom.contains(place.state) ? .rare : [])
            for (letters, sound) in KazakhStemAlternations.ends(of: surface) {
              let target = index(of: Place(state: row.to, harmony: harmony, sound: sound))
              arcs.append(Arc(target: target, marks: marks, gloss: gloss(row.gloss)))
              result.append((letters.map(KazakhAlphabet.code), Int32(arcs.count - 1)))
            }
          }
        }
      }
      return result
    }

    private mutating func index(of place: Place) -> Int32 {
      if let known = roots[place] { return known }
      let new = Int32(places.count)
      places.append(place)
      roots[place] = new
      return new
    }

    private mutating func gloss(_ text: String) -> Int32 {
      if let known = glossIndex[text] { return known }
      glosses.append(text)
      glossIndex[text] = Int32(glosses.count - 1)
      return Int32(glosses.count - 1)
    }
  }
}
