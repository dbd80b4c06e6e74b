/// The one style sheet of the public tree: a page of a newspaper, in light and dark, on a phone and on paper.
enum StyleSheet {
  static let text = """
    :root {
      color-scheme: light dark;
      --paper: #fdfcf9; --ink: #1c1b19; --quiet: #66625a; --rule: #d9d4c8; --accent: #9b2915;
      --bad: #9b2915; --good: #2c6e49; --open: #7a5c00;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #171614; --ink: #e8e4da; --quiet: #a39d90; --rule: #3a3731; --accent: #f0907c;
        --bad: #f0907c; --good: #7fc8a0; --open: #e0bd5a;
      }
    }
    * { box-sizing: border-box; }
    html { font: 100%/1.55 "Iowan Old Style", "Charter", "Bitstream Charter", "Source Serif Pro", Georgia, serif; }
    body { margin: 0 auto; padding: 0 1.25rem 3rem; max-width: 52rem; background: var(--paper); color: var(--ink); }
    a { color: var(--accent); text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
    a:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { left: 1rem; top: 0.5rem; padding: 0.25rem 0.75rem; background: var(--paper); }
    header {
      display: flex; flex-wrap: wrap; gap: 0.25rem 2rem; align-items: baseline; justify-content: space-between;
      padding: 1.1rem 0 0.6rem; border-bottom: 3px double var(--rule);
    }
    .masthead { margin: 0; font-size: 1.15rem; font-weight: 700; }
    .masthead a { color: inherit; text-decoration: none; }
    nav { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
    nav, footer, .kicker, .formats, dt, thead, .state, .severity, .quiet, time, .button {
      font-family: system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif; font-size: 0.875rem;
    }
    h1 { margin: 0 0 0.6rem; font-size: clamp(1.6rem, 1.2rem + 2vw, 2.3rem); line-height: 1.15; text-wrap: balance; }
    main > h1 { margin-top: 1.75rem; }
    h2 {
      margin: 2.2rem 0 0.6rem; padding-top: 0.5rem; border-top: 1px solid var(--rule); font-size: 1.15rem; line-height: 1.3;
    }
    h3, h4, h5, h6 { margin: 1.4rem 0 0.4rem; font-size: 1rem; }
    p, ul, ol, dl { margin: 0 0 0.9rem; }
    ul, ol { padding-left: 1.3rem; }
    li { margin-bottom: 0.25rem; overflow-wrap: anywhere; }
    .kicker { margin: 1.75rem 0 0.4rem; color: var(--accent); font-weight: 600; letter-spacing: 0.02em; }
    .lede { font-size: 1.2rem; line-height: 1.45; }
    dl.facts {
      display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 0.6rem 2rem;
      margin: 1.2rem 0; padding: 0.8rem 0; border: solid var(--rule); border-width: 1px 0;
    }
    dl.facts .scores { grid-column: 1 / -1; }
    .scores dd + dd { margin-top: 0.4rem; }
    .scores code { display: block; color: var(--quiet); }
    dt { color: var(--quiet); }
    dd { margin: 0; overflow-wrap: anywhere; }
    .mitigations dl { display: grid; gap: 0.3rem; }
    .mitigations dl > div { display: grid; grid-template-columns: 7rem 1fr; gap: 0 1rem; align-items: baseline; }
    .mitigations > li { margin-bottom: 1.2rem; }
    .wide { overflow-x: auto; }
    table { width: 100%; border-collapse: collapse; font-size: 0.95rem; font-variant-numeric: tabular-nums lining-nums; }
    th, td { padding: 0.45rem 1rem 0.45rem 0; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; }
    thead th { color: var(--quiet); font-weight: 500; }
    tbody td:first-child, tbody td:nth-child(2) a, tbody th { white-space: nowrap; }
    .state, .severity { font-weight: 650; white-space: nowrap; }
    .state.bad, .severity.critical, .severity.high { color: var(--bad); }
    .state.good { color: var(--good); }
    .state.open, .severity.medium { color: var(--open); }
    .quiet, footer, .formats { color: var(--quiet); }
    code, pre { font-family: ui-monospace, "SF Mono", "DejaVu Sans Mono", monospace; font-size: 0.85em; overflow-wrap: anywhere; }
    pre { overflow-x: auto; padding: 0.8rem 1rem; border-left: 3px solid var(--rule); overflow-wrap: normal; }
    blockquote { margin: 0 0 0.9rem; padding-left: 1rem; border-left: 3px solid var(--rule); color: var(--quiet); }
    .button { display: inline-block; padding: 0.5rem 1rem; border: 1px solid var(--accent); text-decoration: none; }
    .formats { margin-top: 2.5rem; padding-top: 0.6rem; border-top: 1px solid var(--rule); }
    footer { margin-top: 2.5rem; padding-top: 0.6rem; border-top: 3px double var(--rule); }
    @media (max-width: 34rem) {
      .mitigations dl > div { grid-template-columns: 1fr; }
      th, td { padding-right: 0.6rem; overflow-wrap: anywhere; }
      tbody td:first-child, tbody td:nth-child(2) a, tbody th { white-space: normal; }
    }
    @media print {
      :root { --paper: #fff; --ink: #000; --quiet: #444; --rule: #999; --accent: #000; --bad: #000; --good: #000; --open: #000; }
      nav, .skip, .formats, .button { display: none; }
      body { max-width: none; padding: 0; font-size: 10.5pt; }
      section, tr { break-inside: avoid; }
    }

    """
}
