import CXLSXWriter
import Foundation
import Glibc

/// A spreadsheet file (Office Open XML, `.xlsx`) being written with libxlsxwriter.
///
/// Texts are only ever strings: whatever a text starts with, it is no formula and no link. Nothing in the file depends
/// on the clock: the same calls give the same bytes.
final class Workbook {
  /// How a cell looks, and how its number is written.
  enum Style: Int, CaseIterable {
    case title, note, head, group, label, text, code, count, countLink, share, rate, decimal, total,
      totalCount
    case totalShare, totalRate, link
    /// Cells that stay text whatever a person types into them, and their header and remarks.
    case typed, typedHead, typedNote
  }

  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private let folder: String
  private let formats: [UnsafeMutablePointer<lxw_format>?]
  private var names: [String] = []
  private var isClosed = false

  private var path: String { folder + "/book.xlsx" }

  /// The bytes of the file that `build` fills.
  ///
  /// - Throws: `OutputError` where no temporary file can be written.
  static func bytes(
    title: String, _ build: (Workbook) -> Void
  ) throws(OutputError) -> [UInt8] {
    let workbook = try Workbook(title: title)
    build(workbook)
    return try workbook.finish()
  }

  private init(title: String) throws(OutputError) {
    var template = Array((NSTemporaryDirectory() + "/hattama-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw OutputFolder.failure(NSTemporaryDirectory(), "cannot make a temporary folder", errno)
    }
    folder = template.withUnsafeBufferPointer { buffer in buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
    let path = folder + "/book.xlsx"
    guard let workbook = workbook_new(path) else {
      try? FileManager.default.removeItem(atPath: folder)
      throw OutputError(path: path, message: "the spreadsheet library cannot begin a file")
    }
    self.workbook = workbook
    formats = Style.allCases.map { Workbook.format($0, workbook) }
    var properties = lxw_doc_properties()
    // Midnight of 1 January 1980, the first moment that a zip archive can name.
    properties.created = 315_532_800
    title.withCString { text in
      properties.title = UnsafeMutablePointer(mutating: text)
      workbook_set_properties(workbook, &properties)
    }
  }

  deinit {
    // A workbook that was begun has to be closed to be freed.
    if !isClosed { workbook_close(workbook) }
    try? FileManager.default.removeItem(atPath: folder)
  }

  private func finish() throws(OutputError) -> [UInt8] {
    isClosed = true
    let code = workbook_close(workbook)
    guard code == LXW_NO_ERROR else {
      let reason = lxw_strerror(code).map { String(cString: $0) } ?? "error \(code.rawValue)"
      throw OutputError(path: path, message: "the spreadsheet cannot be written: \(reason)")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw OutputError(path: path, message: "the spreadsheet cannot be read back")
    }
    return [UInt8](data)
  }

  /// Adds a sheet under the wanted name, or one like it where that is taken or not allowed.
  func sheet(_ wanted: String) -> Sheet {
    let name = SpreadsheetText.sheetName(wanted, taken: names)
    names.append(name)
    return Sheet(name: name, sheet: workbook_add_worksheet(workbook, name), formats: formats)
  }

  private static func format(
    _ style: Style, _ workbook: UnsafeMutablePointer<lxw_workbook>
  ) -> UnsafeMutablePointer<lxw_format>? {
    let format = workbook_add_format(workbook)
    let (rule, muted, blue) = (lxw_color_t(0x1B2225), lxw_color_t(0x586266), lxw_color_t(0x0B5A66))
    switch style {
    case .title:
      format_set_bold(format)
      format_set_font_size(format, 14)
    case .note:
      format_set_font_color(format, muted)
    case .head, .group:
      format_set_bold(format)
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_BOTTOM.rawValue))
      format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_bottom_color(format, rule)
      if style == .group { format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue)) }
    case .label, .text, .code:
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      if style != .code { format_set_text_wrap(format) }
    case .count: format_set_num_format(format, "#,##0")
    case .share: format_set_num_format(format, "0.0%")
    case .rate: format_set_num_format(format, "0.00")
    case .decimal: format_set_num_format(format, "0.000")
    case .typed, .typedHead, .typedNote:
      format_set_num_format(format, "@")
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      if style == .typedHead { format_set_bold(format) }
      if style == .typedNote { format_set_font_color(format, muted) }
    case .countLink, .link:
      if style == .countLink { format_set_num_format(format, "#,##0") }
      format_set_font_color(format, blue)
      format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    case .total, .totalCount, .totalShare, .totalRate:
      format_set_bold(format)
      format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue))
      if style == .totalCount { format_set_num_format(format, "#,##0") }
      if style == .totalShare { format_set_num_format(format, "0.0%") }
      if style == .totalRate { format_set_num_format(format, "0.00") }
    }
    return format
  }
}

extension Workbook {
  /// One sheet. Rows and columns count from 0.
  struct Sheet {
    /// As it stands on the tab.
    let name: String
    fileprivate let sheet: UnsafeMutablePointer<lxw_worksheet>?
    fileprivate let formats: [UnsafeMutablePointer<lxw_format>?]

    /// What a sheet can hold.
    static let rowLimit = Int(LXW_ROW_MAX)
    static let columnLimit = Int(LXW_COL_MAX)

    /// A column's number. The library leaves out what stands beyond the last column that a sheet can hold.
    private static func column(_ column: Int) -> UInt16 { UInt16(clamping: column) }

    func text(_ row: Int, _ column: Int, _ text: String, _ style: Style = .text) {
      if text.isEmpty {
        worksheet_write_blank(sheet, UInt32(row), Self.column(column), formats[style.rawValue])
      } else {
        worksheet_write_string(
          sheet, UInt32(row), Self.column(column), SpreadsheetText.cell(text), formats[style.rawValue])
      }
    }

    /// A number; nothing where it is not defined.
    func number(_ row: Int, _ column: Int, _ value: Double?, _ style: Style) {
      guard let value, value.isFinite else {
        worksheet_write_blank(sheet, UInt32(row), Self.column(column), formats[style.rawValue])
        return
      }
      worksheet_write_number(sheet, UInt32(row), Self.column(column), value, formats[style.rawValue])
    }

    /// Makes a cell lead to the first cell of a row of a sheet. What the cell shows is written after it.
    func link(_ row: Int, _ column: Int, to sheetName: String, row target: Int) {
      let url = "internal:'\(sheetName)'!A\(target + 1)"
      worksheet_write_url(sheet, UInt32(row), Self.column(column), url, formats[Style.link.rawValue])
    }

    func merge(_ row: Int, _ columns: Range<Int>, _ text: String, _ style: Style) {
      guard columns.count > 1 else { return self.text(row, columns.lowerBound, text, style) }
      worksheet_merge_range(
        sheet, UInt32(row), Self.column(columns.lowerBound), UInt32(row), Self.column(columns.upperBound - 1),
        SpreadsheetText.cell(text), formats[style.rawValue])
    }

    /// - Parameter width: in characters of the standard font.
    func width(_ columns: Range<Int>, _ width: Double) {
      let columns = columns.clamped(to: 0..<Self.columnLimit)
      guard !columns.isEmpty else { return }
      worksheet_set_column(
        sheet, Self.column(columns.lowerBound), Self.column(columns.upperBound - 1), width, nil)
    }

    /// Makes whole columns text, so that what is typed below the last row is not taken for a formula or a date.
    func typed(_ column: Int, _ width: Double) {
      worksheet_set_column(
        sheet, Self.column(column), Self.column(column), width, formats[Style.typed.rawValue])
    }

    /// - Parameter height: in points.
    func height(_ row: Int, _ height: Double) { worksheet_set_row(sheet, UInt32(row), height, nil) }

    /// Makes a row as high as its wrapped texts need, as not every program does when it opens a file.
    ///
    /// - Parameter cells: texts with the widths of their columns.
    func fit(_ row: Int, _ cells: [(text: String, width: Double)]) {
      let lines = cells.map { cell in
        cell.text.split(separator: "\n", omittingEmptySubsequences: false)
          .reduce(0) { $0 + max(1, Int((Double($1.count) * 1.1 / cell.width).rounded(.up))) }
      }
      // Excel's own line and its highest row, in points.
      if let most = lines.max(), most > 1 { height(row, min(409, 15 * Double(most) + 1)) }
    }

    /// Keeps the rows above and the columns left of a cell in sight, and repeats those rows on each printed page.
    func freeze(row: Int, column: Int) {
      worksheet_freeze_panes(sheet, UInt32(row), Self.column(column))
      if row > 0 { worksheet_repeat_rows(sheet, UInt32(row - 1), UInt32(row - 1)) }
    }

    func filter(row: Int, columns: Int, lastRow: Int) {
      worksheet_autofilter(sheet, UInt32(row), 0, UInt32(lastRow), Self.column(columns - 1))
    }

    /// Landscape, a page for each block of columns, with the first column and the head on every page.
    ///
    /// - Parameters:
    ///   - starts: first columns of the blocks after the first.
    ///   - width: of the widest block with the first column, in characters.
    func printsBlocks(_ starts: [Int], width: Double) {
      worksheet_set_landscape(sheet)
      worksheet_set_paper(sheet, 9)
      // A landscape page of A4 takes about 130 characters; below 40 % nobody can read it.
      worksheet_set_print_scale(sheet, UInt16(max(40, min(100, 13_000 / max(1, width)))))
      worksheet_repeat_columns(sheet, 0, 0)
      // The list ends with 0; Excel takes 1,023 breaks.
      var breaks = starts.filter { $0 < Self.columnLimit }.prefix(1023).map(Self.column) + [0]
      worksheet_set_v_pagebreaks(sheet, &breaks)
    }

    /// Landscape, one page wide.
    func printsWide() {
      worksheet_set_landscape(sheet)
      worksheet_set_paper(sheet, 9)
      worksheet_fit_to_pages(sheet, 1, 0)
    }
  }
}
