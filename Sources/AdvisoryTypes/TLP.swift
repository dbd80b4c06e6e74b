/// A label of the Traffic Light Protocol 2.0 (FIRST): who may be told.
public enum TLP: String, Hashable, Sendable, CaseIterable {
  case clear = "CLEAR"
  case green = "GREEN"
  case amber = "AMBER"
  case amberStrict = "AMBER+STRICT"
  case red = "RED"

  /// As people write it: `TLP:AMBER+STRICT`.
  public var label: String { "TLP:\(rawValue)" }
}
