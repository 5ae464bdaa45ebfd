import Foundation
import Tabulation

/// The layout of the tile map: `Data/tile-grid.tsv`.
enum TileGrid {
  struct Tile: Sendable {
    /// ISO 3166-2.
    var code: String
    var column: Int
    var row: Int
    var name: TrilingualLabel
  }

  /// Every region, in the order of the file.
  static let tiles: [Tile] = {
    let path = Bundle.module.bundlePath + "/Data/tile-grid.tsv"
    guard let data = FileManager.default.contents(atPath: path) else {
      preconditionFailure("\(path) is missing: install the program's resource folders beside it")
    }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "\t").map(String.init)
      guard !line.hasPrefix("#"), cells.count == 6, let column = Int(cells[1]), let row = Int(cells[2])
      else { return nil }
      return Tile(
        code: cells[0], column: column, row: row,
        name: TrilingualLabel(kk: cells[3], ru: cells[4], en: cells[5]))
    }
  }()

  static func name(of code: String) -> TrilingualLabel? { tiles.first { $0.code == code }?.name }
}
