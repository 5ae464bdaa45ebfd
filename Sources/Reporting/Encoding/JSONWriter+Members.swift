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

  /// An array of texts.
  public mutating func member(_ name: StaticString, _ texts: some Sequence<String>) {
    key(name)
    beginArray()
    for text in texts { value(text) }
    endArray()
  }

  /// An array of labels.
  public mutating func member(_ name: StaticString, _ labels: some Sequence<TrilingualLabel>) {
    key(name)
    beginArray()
    for label in labels { value(label) }
    endArray()
  }

  /// An object whose members `write` adds.
  public mutating func object(_ name: StaticString, _ write: (inout JSONWriter) -> Void) {
    key(name)
    beginObject()
    write(&self)
    endObject()
  }

  /// An array of objects, one an item, whose members `write` adds.
  public mutating func objects<Item>(
    _ name: StaticString, _ items: some Sequence<Item>, _ write: (inout JSONWriter, Item) -> Void
  ) {
    key(name)
    beginArray()
    for item in items {
      beginObject()
      write(&self, item)
      endObject()
    }
    endArray()
  }

  public mutating func value(_ label: TrilingualLabel) {
    beginObject()
    member("kk", label.kk)
    member("ru", label.ru)
    member("en", label.en)
    endObject()
  }
}
