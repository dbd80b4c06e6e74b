import Casework
import Testing

/// What holds in every state that a participant can come to, by whatever they say and hear.
@Suite struct ParticipantStateTests {
  static let starts: [ParticipantState] = [.vendor, .other, .reporter]

  private static let reachable: Set<ParticipantState> = {
    var seen = Set(starts)
    var open = starts
    while let state = open.popLast() {
      let next = CaseMessage.allCases.flatMap { message in
        [try? state.sending(message), state.receiving(message).state].compactMap(\.self)
      }
      for state in next where seen.insert(state).inserted { open.append(state) }
    }
    return seen
  }()

  @Test func `There are 28 messages in the order of the standard`() {
    #expect(CaseMessage.allCases.count == 28)
    #expect(CaseMessage.allCases.map(\.rawValue) == TextTable.list(VultronTables.messages, by: " "))
    let families: [Character: CaseMessage.Family] = ["R": .report, "E": .embargo, "C": .facts, "G": .general]
    for message in CaseMessage.allCases { #expect(message.family == message.rawValue.first.flatMap { families[$0] }) }
  }

  @Test func `Participants start where the standard puts them`() {
    #expect(Self.starts.map(\.description) == ["(S, N, vfdpxa)", "(S, N, pxa)", "(A, N, pxa)"])
  }

  @Test func `Nobody is bound by an embargo, or asked to be, once something is public or under attack`() {
    let bound = Self.reachable.filter { !$0.facts.pxa && $0.em != .none && $0.em != .exited }
    #expect(bound.isEmpty)
  }

  @Test func `Nobody has closed a report under an embargo in force`() {
    #expect(Self.reachable.filter { $0.rm == .closed && $0.em.inForce }.isEmpty)
  }

  @Test func `A vendor who has the report knows of it, and makes a fix only after accepting it`() {
    let vendors = Self.reachable.filter(\.isVendor)
    #expect(vendors.filter { $0.rm == .start && $0.facts.vendorAware }.isEmpty)
    #expect(vendors.filter { $0.rm != .start && !$0.facts.vendorAware }.isEmpty)
    #expect(vendors.filter { [.received, .invalid, .valid].contains($0.rm) && $0.facts.fixReady }.isEmpty)
  }

  @Test func `Those who are no vendor have none of the vendor's letters`() {
    #expect(Self.reachable.filter { !$0.isVendor && $0.facts.vendorAware }.isEmpty)
  }

  @Test func `Two participants who answer each other fall silent`() {
    var endless: [String] = []
    for state in Self.reachable {
      for message in CaseMessage.allCases {
        var (here, there) = (state, ParticipantState.reporter)
        var waiting = [message]
        var rounds = 0
        while !waiting.isEmpty && rounds < 8 {
          let answers = waiting.flatMap { message in
            let answer = here.receiving(message)
            here = answer.state
            return answer.replies
          }
          waiting = answers
          swap(&here, &there)
          rounds += 1
        }
        if !waiting.isEmpty { endless.append("\(state) \(message.rawValue)") }
      }
    }
    #expect(endless.first == nil, "one of \(endless.count)")
  }
}
