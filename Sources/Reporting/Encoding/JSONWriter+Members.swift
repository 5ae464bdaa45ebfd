import Tabulation

extension JSONWriter {
  public mutating func member(_ name: StaticString, _ value: String) {
    key(name)
    self.value(value)
  }

  public mutating func member(_ name: StaticString, _ value: Int) {
    key(name)
    self.value(value)
  }

  public mutating func member(_ name: StaticString, _ value: Bool) {
    key(name)
    self.value(value)
  }

  /// null where there is no value, or none that JSON can write.
  public mutating func member(_ name: StaticString, _ value: String?) {
    key(name)
    if let value { self.value(value) } else { null() }
  }

  public mutating func member(_ name: StaticString, _ value: Int?) {
    key(name)
    if let value { self.value(value) } else { null() }
  }

  public mutating func member(_ name: StaticString, _ value: Double?) {
    key(name)
    if let value { self.value(value) } else { null() }
  }

  /// `{"kk": …, "ru": …, "en": …}`
  public mutating func member(_ name: StaticString, _ label: TrilingualLabel) {
    key(name)
    value(label)
  }

  public mutating func value(_ label: TrilingualLabel) {
    beginObject()
    member("kk", label.kk)
    member("ru", label.ru)
    member("en", label.en)
    endObject()
  }
}
