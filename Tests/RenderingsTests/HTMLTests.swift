import HTML
import Testing

@Suite struct `Markup` {
  @Test func `escapes what is interpolated and keeps what is markup`() {
    let text = "<script>\"&'\u{0}"
    let inner: HTML = "<b>\(text)</b>"
    let none: HTML? = nil
    let page: HTML = "<p title=\"\(text)\">\(inner)\([inner, inner])\(none)\(7)</p>"
    let bold = "<b>&lt;script&gt;&quot;&amp;&#39;\u{FFFD}</b>"
    #expect(page.description == "<p title=\"&lt;script&gt;&quot;&amp;&#39;\u{FFFD}\">\(bold)\(bold)\(bold)7</p>")
    #expect(["a", "b"].map { "<i>\($0)</i>" as HTML }.joined(separator: ", ").description == "<i>a</i>, <i>b</i>")
    #expect(HTML.raw(unescaped: "<hr>").description == "<hr>")
  }
}

@Suite struct `Markdown` {
  @Test(arguments: [
    ("one\ntwo\n\nthree", "<p>one\ntwo</p>\n<p>three</p>\n"),
    ("# A\n## B", "<h3>A</h3>\n<h4>B</h4>\n"),
    ("- a\n- b\n  c\n\n1. d\n2. e", "<ul>\n<li>a</li>\n<li>b\nc</li>\n</ul>\n<ol>\n<li>d</li>\n<li>e</li>\n</ol>\n"),
    (
      "```sql\nSELECT <1>;\n\n# no heading\n```\nafter",
      "<pre><code>SELECT &lt;1&gt;;\n\n# no heading\n</code></pre>\n<p>after</p>\n"
    ),
    ("> a\n> b", "<blockquote><p>a\nb</p></blockquote>\n"),
    (
      "*a* **b *c* d** `e*f*` snake_case_name _g_",
      "<p><em>a</em> <strong>b <em>c</em> d</strong> <code>e*f*</code> snake_case_name <em>g</em></p>\n"
    ),
    (
      "[x](https://a.example/?b=1&c=2)",
      "<p><a href=\"https://a.example/?b=1&amp;c=2\" rel=\"noreferrer nofollow\">x</a></p>\n"
    ),
    ("<https://a.example>", "<p><a href=\"https://a.example\" rel=\"noreferrer nofollow\">https://a.example</a></p>\n"),
    ("2 * 3 * 4 \\*x\\*", "<p>2 * 3 * 4 *x*</p>\n"),
    ("``` not closed\ncode", "<pre><code>code\n</code></pre>\n"),
    ("", ""),
  ]) func `becomes markup`(text: String, expected: String) {
    #expect(HTML.markdown(text).description == expected)
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "[x](javascript:alert(1))", "[x](https://a\"onclick=alert(1))",
    "<img src=x onerror=alert(1)>",
    "[<b>](https://a.example)", "`<b>`", "# <b>", "- <b>", "> <b>", "[x](https://a.example/<b>)",
    "<https://a.example/\"<b>>", "&lt;b&gt;",
    "**<b>**", "[x](http://a.example)", "[x](https://a.example/'onmouseover='x)", "\\<b>",
  ]) func `never passes on markup of its own`(text: String) {
    let markup = HTML.markdown(text).description
    for part in ["<b>", "<script", "<img", "javascript:alert(1)\"", "onclick=alert(1)\"", "href=\"http:", "'"] {
      #expect(!markup.contains(part), "\(markup)")
    }
  }

  @Test(arguments: ["[", "*", "**a ", "_a ", "`", "<", "[a](", "> ", "- a\n", "[[](", "<a>", "](", "# a\n", "a\n"])
  func `of any kind takes time in proportion to its length`(piece: String) {
    func duration(_ count: Int) -> Duration {
      let text = String(repeating: piece, count: count) + "](https://x"
      // The best of several: what else the machine does must not count.
      return (0..<4).map { _ in ContinuousClock().measure { _ = HTML.markdown(text) } }.min() ?? .zero
    }
    // Ten times the text may take some more than ten times as long; the square would be a hundred.
    let short = duration(2_000)
    #expect(duration(20_000) < max(short, .milliseconds(5)) * 45)
  }
}
