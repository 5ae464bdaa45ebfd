import Tabulation

/// The parts of the page around its tables.
extension HTMLReport {
  static func writeHead(_ content: Content, to html: inout HTMLWriter) {
    let styles =
      ReportStyle.text + (content.validity == nil ? "" : "\n" + ValidityPage.style)
      + (content.statements.isEmpty ? "" : "\n" + StatementPart.style) + "\n" + ReportStyle.print
    let style = SHA256.base64(of: Array(styles.utf8))
    let script = SHA256.base64(of: Array(ReportScript.text.utf8))
    html.raw("<head>\n<meta charset=\"utf-8\">\n")
    html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
    html.raw("style-src 'sha256-\(style)'; script-src 'sha256-\(script)'; ")
    html.raw("base-uri 'none'; form-action 'none'\">\n")
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.raw(
      "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
    )
    html.raw("<title>")
    html.text(content.title[content.language])
    html.raw("</title>\n<style>\(styles)</style>\n</head>\n")
  }

  static func writeMasthead(_ content: Content, to html: inout HTMLWriter) {
    html.raw("<a class=\"skip\" href=\"#content\">")
    html.word(.skip)
    html.raw("</a>\n<header class=\"masthead\">\n<p class=\"brand\">Hattama</p>\n<h1>")
    html.label(content.title)
    html.raw("</h1>\n<div class=\"switches\">\n")
    html.raw("<fieldset><legend>")
    html.word(.language)
    html.raw("</legend>")
    for (language, name) in [(LabelLanguage.kk, "Қазақша"), (.ru, "Русский"), (.en, "English")] {
      let code = language.rawValue
      let checked = language == content.language ? " checked" : ""
      html.raw("<input type=\"radio\" name=\"language\" id=\"lang-\(code)\" value=\"\(code)\"\(checked)>")
      html.raw("<label for=\"lang-\(code)\" lang=\"\(code)\">\(name)</label>")
    }
    html.raw("</fieldset>\n<fieldset><legend>")
    html.word(.show)
    html.raw(
      "</legend><input type=\"radio\" name=\"show\" id=\"show-counts\" checked><label for=\"show-counts\">")
    html.word(.counts)
    html.raw("</label><input type=\"radio\" name=\"show\" id=\"show-shares\"><label for=\"show-shares\">")
    html.word(.shares)
    html.raw("</label></fieldset>\n</div>\n</header>\n")
    if content.isDemonstration {
      html.raw("<p class=\"banner\" role=\"note\">")
      html.word(.demonstration)
      html.raw("</p>\n")
    }
    html.raw("<p class=\"hint js-only\">")
    html.word(.printNote)
    html.raw("</p>\n<noscript><p class=\"hint\">")
    html.word(.withoutScript)
    html.raw("</p></noscript>\n")
  }

  /// The first things to read, and where everything is.
  static func writeContents(_ content: Content, to html: inout HTMLWriter) {
    if !content.keyFigures.isEmpty {
      html.raw("<ul class=\"key-figures\">\n")
      for fact in content.keyFigures {
        html.raw("<li>")
        html.label(fact.label)
        html.raw(" <strong>")
        html.label(fact.value)
        html.raw("</strong></li>\n")
      }
      html.raw("</ul>\n")
    }
    var entries = ReportFigures.figures(of: content).map { ($0.id, $0.title) }
    entries += content.tables.enumerated().map { ("table-\($0)", $1.label) }
    if ReportSensitivity.isShown(content.tables) {
      entries.append((ReportSensitivity.id, ReportWording.sensitivity.label))
    }
    entries += content.statements.map { (StatementPart.id(of: $0), $0.label) }
    if content.validity != nil { entries.append(("validity", ValidityPage.title)) }
    if !content.methods.isEmpty { entries.append(("methods", ReportWording.methods.label)) }
    if !content.facts.isEmpty { entries.append(("about", ReportWording.about.label)) }
    if entries.count < 2 { return }
    html.raw("<nav aria-labelledby=\"contents\"><h2 id=\"contents\">")
    html.word(.contents)
    html.raw("</h2><ol>\n")
    for (id, title) in entries {
      html.raw("<li><a href=\"#\(id)\">")
      html.label(title)
      html.raw("</a></li>\n")
    }
    html.raw("</ol></nav>\n")
  }

  static func writeMethods(_ methods: [Paragraph], to html: inout HTMLWriter) {
    if methods.isEmpty { return }
    html.raw("<section class=\"part prose\" aria-labelledby=\"methods\">\n<h2 id=\"methods\">")
    html.word(.methods)
    html.raw("</h2>\n")
    for paragraph in methods {
      html.raw("<h3>")
      html.label(paragraph.title)
      html.raw("</h3>\n<p>")
      html.label(paragraph.text)
      html.raw("</p>\n")
    }
    html.raw("</section>\n")
  }

  static func writeFacts(_ facts: [Fact], to html: inout HTMLWriter) {
    if facts.isEmpty { return }
    html.raw("<section class=\"about\" aria-labelledby=\"about\">\n<h2 id=\"about\">")
    html.word(.about)
    html.raw("</h2>\n<table>\n")
    for fact in facts {
      html.raw("<tr><th scope=\"row\">")
      html.label(fact.label)
      html.raw("</th><td>")
      html.label(fact.value)
      html.raw("</td></tr>\n")
    }
    html.raw("</table>\n</section>\n")
  }

  /// The side panel that the script fills.
  static func writePanel(to html: inout HTMLWriter) {
    html.raw("<dialog id=\"panel\" aria-labelledby=\"panel-title\">\n<header><div>")
    html.raw("<h2 id=\"panel-title\" tabindex=\"-1\">")
    html.word(.passages)
    html.raw("</h2><p id=\"panel-count\"></p></div>")
    html.raw("<button type=\"button\" id=\"panel-close\">")
    html.word(.close)
    html.raw(
      "</button></header>\n<dl id=\"panel-facts\"></dl>\n<div id=\"panel-list\"></div>\n<button type=\"button\" id=\"panel-more\" hidden>"
    )
    html.word(.more)
    html.raw("</button>\n</dialog>\n")
  }
}
