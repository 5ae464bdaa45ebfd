import Testing

@testable import Ingestion

@Suite struct DateParserTests {
  @Test(arguments: [
    ("2023 жылғы 27 желтоқсан", "2023-12-27"), ("2019 жылдың 9 сәуірінде", "2019-04-09"),
    ("2017 жылғы 22 желтоқсандағы № 5", "2017-12-22"), ("22 қыркүйек 2023 жыл", "2023-09-22"),
    ("28 маусым 2024 жыл. Басталуы", "2024-06-28"), ("9 апреля 2019 года", "2019-04-09"),
    ("«27» декабря 2023 г.", "2023-12-27"), ("22.12.2017", "2017-12-22"), ("22/11/2019", "2019-11-22"),
    ("09.09.2016ж.", "2016-09-09"), ("12 december 2018", "2018-12-12"), ("December 12, 2018", "2018-12-12"),
    ("2020 жылғы 17 шiлде", "2020-07-17"), ("2022-12-14", "2022-12-14"), ("3 МАЯ 2021 ГОДА", "2021-05-03"),
    ("2021 жылғы 12 қазандағы", "2021-10-12"), ("28-29 мамыр 2024 жыл", "2024-05-28"),
    ("29 февраля 2024 года", "2024-02-29"), ("2024 жылғы 5 караша", "2024-11-05"),
    ("1 июня 2022", "2022-06-01"),
    ("2024 ж. 5 наурыз", "2024-03-05"), ("АСТАНА, 26 июня 2024, 18:42", "2024-06-26"),
    ("13.12.2023, 17:42", "2023-12-13"), ("22.12.17 г.", "2017-12-22"),
    ("2019 жылдың 9-шы сәуірінде", "2019-04-09"),
    ("2019 жылдың қараша айының 12-сі күні", "2019-11-12"), ("20 де\u{AD}кабря 2023 года", "2023-12-20"),
  ])
  func fullDate(text: String, iso: String) {
    #expect(DateParser().dates(in: text).map(\.iso) == [iso])
  }

  @Test(arguments: [
    ("27 ақпанында", "--02-27"), ("28-29 мамыр", "--05-28"), ("14-го июня", "--06-14"),
    ("к 1 декабря", "--12-01"),
  ])
  func partialDate(text: String, partial: String) throws {
    let date = try #require(DateParser().date(in: text))
    #expect(date.iso == nil)
    #expect(date.partial == partial)
  }

  @Test(arguments: [
    "", "31.02.2020", "29 февраля 2023 года", "32 мая", "0 июня", "«__» ______ 2023 года",
    "«  » декабря 2023 года", "11:00", "22.12.17",
    "10 августовских", "3 қазандық", "18,0", "1.22.12.2017", "№ 22-149",
    "2021-2023 жылдарға арналған", "00.00.0000", "99999999999999999999.12.2020", "2023 год", "май 2023",
  ])
  func noDate(text: String) {
    #expect(DateParser().dates(in: text).isEmpty)
  }

  @Test func spansCoverTheWrittenDate() throws {
    let text = "Решение от 9 апреля 2019 года, затем 22.12.2020 г. и всё"
    let bytes = Array(text.utf8)
    let written = DateParser().dates(in: text).map { String(decoding: bytes[$0.span], as: UTF8.self) }
    #expect(written == ["9 апреля 2019 года", "22.12.2020 г."])
  }

  /// Each day of four years, in six forms, is read back.
  @Test func everyDayIsReadBack() {
    let kazakh = [
      "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан",
      "қараша", "желтоқсан",
    ]
    let russian = [
      "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
      "ноября", "декабря",
    ]
    let parser = DateParser()
    for year in 2020...2023 {
      for month in 1...12 {
        for day in 1...31 {
          let iso = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
          let expected = ParsedDate.isValid(year: year, month: month, day: day) ? [iso] : []
          for text in [
            "\(year) жылғы \(day) \(kazakh[month - 1])", "\(day) \(russian[month - 1]) \(year) года",
            "\(day).\(month).\(year)", iso,
          ] { #expect(parser.dates(in: text).compactMap(\.iso) == expected, "\(text)") }
        }
      }
    }
  }
}
