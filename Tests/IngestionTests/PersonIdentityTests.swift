import Testing

@testable import Ingestion

struct PersonIdentityTests {
  @Test(
    "one person",
    arguments: [
      ("Мукушева Айгуль Кабдуловна", "Мукушева А.К."), ("Мукушева А.К.", "А. МУКУШЕВА"),
      ("Сейтжанова Р.К.", "Р. К. Сейтжанова"), ("Марат Тлеугабылович Байсов", "БАЙСОВ М.Т."),
      ("Қ. Жәкеев", "К. Жакеев"), ("Сәуле Итемген", "С. Итемген"), ("Смагулова", "Смагулова Д.Е."),
      ("Бекет Төлегенұлы", "Бекет Төлегенұлы"), ("Иванова-Петрова А.А.", "Петрова А.А."),
      ("Ли Д.В.", "Ли Д."),
    ])
  func same(one: String, other: String) {
    #expect(PersonIdentity(one).isSame(as: PersonIdentity(other)))
    #expect(PersonIdentity(other).isSame(as: PersonIdentity(one)))
  }

  @Test(
    "two persons",
    arguments: [
      ("Ахметов К.Ж.", "Ахметов Б.С."), ("Болат Ахметов", "Болат Касымов"), ("Ахметов К.", "Ахметова К."),
      ("Айгуль Сериковна Ким", "Дина Сериковна Цой"), ("", "Ким Л.А."),
    ])
  func different(one: String, other: String) {
    #expect(!PersonIdentity(one).isSame(as: PersonIdentity(other)))
    #expect(!PersonIdentity(other).isSame(as: PersonIdentity(one)))
  }

  @Test func peopleAreCountedOnce() {
    var people = People()
    let names = ["Мукушева Айгуль Кабдуловна", "Мукушева А.К.", "Ким Л.А."]
    let areNew = names.map { people.insert($0) }
    #expect(areNew == [true, false, true])
    let asked = ["А. Мукушева", "Мукушев А.К.", "Ким Л.А."].map { people.contains($0) }
    #expect(asked == [true, false, true])
  }
}
