extension Case {
  /// The priority that counts: attacks, and a public exploit without a fix, come before everything (P0).
  public var priority: Priority? {
    let state = facts.state
    if state.attacksObserved || (state.exploitPublic && !state.fixReady) { return .p0 }
    return assessment.priority
  }
}
