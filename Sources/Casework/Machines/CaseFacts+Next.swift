/// The steps between the facts (table V-CS: 58 of them, which make 70 complete histories).
extension CaseFacts {
  /// The facts after the event, or nil where it cannot come next: it has happened already, something that it needs
  /// has not, or another event is forced.
  public func after(_ event: Event) -> CaseFacts? {
    if let forced, forced != event { return nil }
    let next = recording(event)
    return next == self ? nil : next
  }

  /// The one event that must come next in a transient state; nil elsewhere.
  ///
  /// A public exploit is public knowledge (`pX` becomes `PX`), and a vendor reads what the public knows
  /// (`vP` becomes `VP`). Attacks force nothing: they are often seen by few.
  public var forced: Event? {
    if exploitPublic && !publicAware { return .publicAware }
    if publicAware && !vendorAware { return .vendorAware }
    return nil
  }
}
