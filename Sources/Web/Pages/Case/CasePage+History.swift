import Casework
import HTML

extension CasePage {
  /// The ledger: who did what, and when. Newest first, because that is what people come for.
  var history: HTML {
    let lines = entries.enumerated().reversed().map { index, entry -> HTML in
      """
      <li value="\(index + 1)">\(moment(entry.at)) <b>\(visible(names.name(of: entry.by)))</b> \
      \(visible(entry.event.words))</li>

      """
    }
    return """
      <details class="history"\(entries.count <= 12 ? " open" : "")><summary>\(entries.count == 1 ? "1 entry" : "\(entries.count) entries")</summary><ol reversed>
      \(lines)</ol></details>
      """
  }
}
