import Glibc

/// Files that nobody but their owner may read.
enum PrivateFiles {
  /// From now on the program makes files with the rights 0600 and folders with 0700; a folder that exists gets 0700, which
  /// keeps others from all in it.
  static func begin(_ folder: String) {
    umask(0o077)
    // Where it does not exist it is made later; where its rights cannot be changed it is another's, and writing tells.
    _ = chmod(folder, 0o700)
  }
}
