/// How the elements of one XML vocabulary become blocks; what `XMLBlockReader` asks at every element.
protocol XMLVocabulary {
  /// What the element at `node` is, given its parent's context, which becomes its own and may be changed.
  mutating func enter(_ node: Int, in tree: MarkupTree, context: inout XMLContext) -> XMLTreatment
}

/// What holds for an element and its descendants.
struct XMLContext: Sendable {
  var kind: SourceText.Block.Kind = .paragraph
  var role: Role?
  var speaker: String?
  var section = 0
  /// The element is a paragraph: a note inside of it does not cut its text.
  var isText = false
}

enum XMLTreatment {
  /// Begins and ends a block; its own text is a block between the blocks inside of it.
  case block
  /// A number or label: its text begins the next block, after a space.
  case label
  /// All of its text is one block, the blocks inside of it set off by a space: a table's row.
  case row
  /// Text flows through it.
  case inline
  /// A line break: its neighbours are set off by a space.
  case lineBreak
  /// A block of its own; inside of a paragraph it comes after it.
  case note
  /// Counted as lost.
  case skip(LossReason)
}

/// Makes blocks of an XML tree in document order, without recursion.
struct XMLBlockReader<Vocabulary: XMLVocabulary> {
  private let tree: MarkupTree
  private var vocabulary: Vocabulary
  private var builder: BlockBuilder
  private var open: [Frame] = []
  /// Context of the block under way: that of the element whose text came first.
  private var current = XMLContext()
  private var labelIsOpen = false
  /// Notes inside of the paragraph under way.
  private var deferred: [(node: Int, context: XMLContext)] = []

  private struct Frame {
    var node: Int
    /// The element whose text the segments count in.
    var blockNode: Int
    var context: XMLContext
    var beginsBlock: Bool
    var isLabel: Bool
    /// Inside of a row: nothing begins a block.
    var isFlat: Bool
  }

  init(_ tree: MarkupTree, _ vocabulary: Vocabulary) {
    self.tree = tree
    self.vocabulary = vocabulary
    builder = BlockBuilder(tree)
  }

  /// Cost: one pass over elements and text.
  mutating func read() -> SourceText {
    var position = 0
    var next = 0
    while next < tree.elements.count || !open.isEmpty {
      if let top = open.last, next >= Int(tree.elements[top.node].end) {
        append(position..<Int(tree.elements[top.node].textEnd), top)
        position = Int(tree.elements[top.node].textEnd)
        leave(top)
        open.removeLast()
        continue
      }
      let element = tree.elements[next]
      if let top = open.last { append(position..<Int(element.textStart), top) }
      position = Int(element.textStart)
      if enter(next) {
        next += 1
      } else {
        position = Int(element.textEnd)
        next = Int(element.end)
      }
    }
    finishBlock()
    var source = builder.result(Places(.markup(tree)))
    source.issues = XMLComplaints.issues(of: tree) + source.issues
    source.removeUnreadableBlocks()
    return source
  }

  /// Whether the element's content is to be walked.
  private mutating func enter(_ node: Int) -> Bool {
    let parent = open.last
    let inherited = parent?.context ?? XMLContext()
    let isFlat = parent?.isFlat ?? false
    var context = inherited
    var frame = Frame(
      node: node, blockNode: parent?.blockNode ?? node, context: inherited, beginsBlock: false,
      isLabel: false,
      isFlat: isFlat)
    switch vocabulary.enter(node, in: tree, context: &context) {
    case .skip(let reason):
      builder.lose(tree.elements[node].text, reason)
      return false
    case .note where inherited.isText && !isFlat:
      deferred.append((node, context))
      return false
    case .lineBreak:
      builder.separate()
    case .inline:
      break
    case .block, .note:
      begin(&frame, context)
    case .label:
      begin(&frame, context)
      frame.isLabel = !isFlat
    case .row:
      begin(&frame, context)
      frame.isFlat = true
    }
    open.append(frame)
    return true
  }

  private mutating func begin(_ frame: inout Frame, _ context: XMLContext) {
    if frame.isFlat || labelIsOpen { builder.separate() } else { finishBlock() }
    if !frame.isFlat { frame.context = context }
    frame.blockNode = frame.node
    frame.beginsBlock = true
  }

  private mutating func leave(_ frame: Frame) {
    guard frame.beginsBlock else { return }
    if open.dropLast().last?.isFlat ?? false {
      builder.separate()
    } else if frame.isLabel {
      labelIsOpen = !builder.isEmpty
    } else {
      finishBlock()
    }
  }

  private mutating func append(_ text: Range<Int>, _ frame: Frame) {
    guard !text.isEmpty else { return }
    let before = builder.pointCount
    builder.append(text, node: frame.blockNode)
    guard builder.pointCount > before else { return }
    if before == 0 || labelIsOpen && !frame.isLabel {
      current = frame.context
      labelIsOpen = false
    }
  }

  private mutating func finishBlock() {
    labelIsOpen = false
    let context = current
    builder.finishUnlessOrnament(context.kind) {
      $0.role = context.role
      $0.speaker = context.speaker
      $0.section = context.section
    }
    let notes = deferred
    deferred.removeAll(keepingCapacity: true)
    for note in notes {
      builder.append(tree.elements[note.node].text, node: note.node)
      builder.finishUnlessOrnament(.paragraph) {
        $0.role = note.context.role
        $0.section = note.context.section
      }
    }
  }
}
