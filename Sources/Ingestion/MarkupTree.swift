/// The elements and character data of one parsed HTML or XML file, in flat arrays: what is needed to find
/// the main text and to say where each piece of it stands, without libxml2's tree.
struct MarkupTree: Sendable {
  func xpath(of node: Int) -> String { "" }
}
