import Foundation
import HTML
import Storage

/// Mail that became no case and waits for a person's eye.
struct TrayPage {
  var items: [IntakeTable.Item]

  var html: HTML {
    guard !items.isEmpty else {
      return "<h1>Tray</h1>\n<p>Empty. Mail that nobody and nothing could read would lie here.</p>"
    }
    return """
      <h1>Tray</h1>
      <p>Mail that could not be read. The raw mail is complete; look at it with care.</p>
      <div class="wide"><table>
      <thead><tr><th scope="col">Came in</th><th scope="col">From</th><th scope="col">Why it is here</th>\
      <th scope="col">Copies</th><th scope="col">Raw mail</th></tr></thead>
      <tbody>
      \(items.map(line))</tbody>
      </table></div>
      """
  }

  private func line(_ item: IntakeTable.Item) -> HTML {
    """
    <tr><td>\(moment(item.receivedAt))</td><td>\(visible(String(decoding: item.envelope ?? [], as: UTF8.self)))</td>\
    <td class="prose">\(visible(item.note ?? ""))</td><td>\(item.copies)</td>\
    <td><a href="/desk/tray/\(item.id)">\(size(item.size))</a></td></tr>

    """
  }
}
