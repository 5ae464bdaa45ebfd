/// Versions of the libraries that this module stands on.
public enum Libraries {
  /// Version of libxml2, such as `"2.9.14"`.
  public static let libxml2 = MarkupParser.libraryVersion
}
