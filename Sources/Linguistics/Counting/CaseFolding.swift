/// Unicode's case folding in Normalization Form C, invisible characters left out.
struct CaseFolding: Sendable {
  /// Stands above the folding of a letter or digit.
  static let word: UInt32 = 1 << 31

  /// For each code point below `CharacterTable.foldLimit` its folding with `word`; 0 where it is no letter or digit, or folding
  /// needs a look at what stands around it.
  let table: [UInt32]

  static let shared = CaseFolding()

  private init() {
    let characters = CharacterTable.shared
    table = (0..<CharacterTable.foldLimit).map { c in
      let kind = characters.classes[c]
      let isWord = kind == CharacterClass.letter.rawValue || kind == CharacterClass.digit.rawValue
      let fold = UInt32(characters.folds[c])
      return isWord && fold != 0 && !Folder.isInvisible(UInt32(c)) ? fold | Self.word : 0
    }
  }

  /// The folded code points of any word.
  static func scalars(of word: Span<UInt8>) -> [UInt32] {
    var scalars: [UInt32] = []
    appendScalars(ICU.folded(word.withUnsafeBufferPointer { Array($0) }).span, to: &scalars)
    scalars.removeAll(where: Folder.isInvisible)
    return scalars
  }
}
