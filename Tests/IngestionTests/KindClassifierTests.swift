import Testing

@testable import Ingestion

/// The kind of a document by what it calls itself.
struct KindClassifierTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var html: String
    var kind: Metadata.Kind
    var testDescription: String { name }
  }

  static let rows = [
    Row(name: "minutes", html: "<h2>ПРОТОКОЛ XII сессии областного маслихата</h2>", kind: .protocol),
    Row(name: "minutes, kk", html: "<h2>Аудандық мәслихат сессиясының хаттамасы</h2>", kind: .protocol),
    Row(
      name: "minutes by their course",
      html: "<h2>Сессия районного маслихата</h2><p>г. Абай</p><p>СЛУШАЛИ: отчёт.</p><p>РЕШИЛИ: принять.</p>",
      kind: .protocol),
    Row(
      name: "minutes of a hearing", html: "<h2>ПРОТОКОЛ публичных слушаний по тарифу на воду</h2>",
      kind: .hearing),
    Row(name: "hearing, kk", html: "<h2>Қоғамдық тыңдау хаттамасы</h2>", kind: .hearing),
    Row(
      name: "meeting with residents", html: "<h3>Протокол встречи с населением села Урджар</h3>",
      kind: .hearing),
    Row(name: "reception", html: "<h2>Запись о приёме граждан депутатами маслихата</h2>", kind: .hearing),
    Row(name: "reception, kk", html: "<h2>Депутаттардың азаматтарды қабылдау хаттамасы</h2>", kind: .hearing),
    Row(
      name: "decision by its requisites",
      html: """
        <h2>О бюджете района</h2><p>Решение Зерендинского районного маслихата Акмолинской области от 24 декабря 2021 года \
        № 15-3</p>
        """, kind: .decision),
    Row(
      name: "decision by its verb",
      html: "<h2>О бюджете района</h2><p>В соответствии с Бюджетным кодексом районный маслихат РЕШИЛ:</p>",
      kind: .decision),
    Row(
      name: "decision, the verb on a line of its own",
      html:
        "<h2>О бюджете</h2><p>Зерендинский районный маслихат</p><p align=\"center\">РЕШИЛ:</p><p>1. Утвердить.</p>",
      kind: .decision),
    Row(name: "draft", html: "<h2>Шешім жобасы</h2><p>Тұрғын үй көмегі туралы</p>", kind: .decision),
    Row(name: "report", html: "<h2>ОТЧЁТ секретаря районного маслихата за 2021 год</h2>", kind: .report),
    Row(
      name: "report, kk", html: "<h2>Қалалық мәслихаттың 2022 жылғы қызметі туралы есебі</h2>", kind: .report),
    Row(
      name: "news with a report in its headline",
      html: "<h1>Отчёт акима заслушали на сессии маслихата</h1><p>Вчера прошла сессия маслихата.</p>",
      kind: .news),
    Row(
      name: "news", html: "<h1>Депутаты приняли бюджет</h1><p>Прошла сессия облмаслихата.</p>", kind: .news),
    Row(
      name: "rules", html: "<h2>Регламент районного маслихата</h2><p>1. Общие положения</p>",
      kind: .regulation),
    Row(
      name: "report, kk, its title a plain division",
      html: "<div>Қала мәслихаты депутаты Д. Бөрібаевтың 2024 жылғы есебі</div><p>Биыл 23 қабылдау өтті.</p>",
      kind: .report),
    Row(
      name: "news, kk, of a report",
      html: "<div>Мәслихат сессиясында әкімнің есебі тыңдалды</div><p>Бүгін сессия өтті.</p>", kind: .news),
    Row(
      name: "questions and answers",
      html: "<h1>Вопросы и ответы</h1><p>На вопросы жителей отвечают депутаты маслихата.</p>", kind: .other),
    Row(
      name: "questions and answers, kk",
      html: "<h1>Жиі қойылатын сұрақтар</h1><p>Мәслихат депутаттары жауап береді.</p>", kind: .other),
    Row(
      name: "news of questions",
      html: "<h1>Депутаты маслихата задали акиму вопросы и получили ответы</h1><p>Прошла сессия.</p>",
      kind: .news),
    Row(name: "something else", html: "<h1>Погода на выходные</h1><p>Ожидается снег.</p>", kind: .other),
  ]

  @Test(arguments: rows)
  func kind(_ row: Row) throws {
    let documents = try Ingester().documents(of: Array(row.html.utf8), path: "page.html")
    #expect(documents.first?.metadata.kind == row.kind)
  }
}
