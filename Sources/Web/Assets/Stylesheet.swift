/// The one style sheet, in the binary. Calm and dense; one accent for each audience; light, dark and on paper.
enum Stylesheet {
  static let text = """
    :root { color-scheme: light dark; --paper: #fff; --ink: #1b1d21; --dim: #5c6270; --line: #d9dce2; --field: #fff;
      --wash: #f4f5f7; --bad: #a4161a; --bad-wash: #fdeeee; --good: #1d6b41; --warn: #8a5200; --warn-wash: #fff6e3;
      --team: #6b4a00; --team-wash: #fdf4dc; --accent: #1f5f8b; --accent-wash: #eaf3f9; }
    :root.room { --accent: #1d6b41; --accent-wash: #e9f5ee; }
    :root.desk { --accent: #54439b; --accent-wash: #f0eefa; }
    @media (prefers-color-scheme: dark) {
      :root { --paper: #16181c; --ink: #e4e6ea; --dim: #a0a6b2; --line: #363a43; --field: #1d2026; --wash: #1f2229;
        --bad: #ff8f8f; --bad-wash: #3a1d20; --good: #7fd1a3; --warn: #f0b95a; --warn-wash: #35290f; --team: #f0c860;
        --team-wash: #332a10; --accent: #7fbde6; --accent-wash: #172a38; }
      :root.room { --accent: #7fd1a3; --accent-wash: #15301f; }
      :root.desk { --accent: #b3a6f0; --accent-wash: #262142; }
    }
    * { box-sizing: border-box; }
    html { font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; background: var(--paper);
      color: var(--ink); scroll-padding-top: 4.5rem; }
    body { margin: 0; }
    main { max-width: 48rem; margin: 0 auto; padding: 1rem 1.25rem 4rem; }
    .desk main { max-width: 72rem; }
    h1 { font-size: 1.55rem; line-height: 1.25; margin: 1rem 0 .75rem; overflow-wrap: anywhere; }
    h2 { font-size: 1.15rem; margin: 2rem 0 .6rem; padding-top: .5rem; border-top: 1px solid var(--line); }
    h3 { font-size: 1rem; margin: 1.2rem 0 .4rem; }
    p, ul, ol, dl { margin: 0 0 .8rem; }
    a { color: var(--accent); text-underline-offset: .15em; }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
    code, time { font-variant-numeric: tabular-nums; }
    code { font-family: ui-monospace, "Cascadia Mono", Menlo, "DejaVu Sans Mono", monospace; font-size: .92em; }
    small, .explanation, .letterhead, th { color: var(--dim); }
    .lead { font-size: 1.07rem; }
    .plain { list-style: none; padding: 0; }
    .plain li { padding: .45rem 0; border-bottom: 1px solid var(--line); }
    .plain small { display: block; }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { left: .5rem; top: .5rem; background: var(--paper); padding: .5rem; z-index: 3; }

    .top { background: var(--accent-wash); border-bottom: 3px solid var(--accent); padding: .5rem 1.25rem; }
    .top nav { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; align-items: center; max-width: 72rem; margin: 0 auto; }
    .top .home { font-weight: 650; margin-right: auto; color: inherit; text-decoration: none; }
    .top form { margin: 0; }
    .who { color: var(--dim); }
    .contents { display: flex; flex-wrap: wrap; gap: .2rem .9rem; font-size: .92rem; }

    .embargo { position: sticky; top: 0; z-index: 2; padding: .45rem 1.25rem; text-align: center; font-weight: 600; }
    .embargo.closed { background: var(--bad); color: var(--paper); }
    .embargo.proposed { background: var(--warn-wash); color: var(--warn); border-bottom: 1px solid; }
    .embargo.open { background: var(--wash); color: var(--dim); border-bottom: 1px solid var(--line); }
    .strip { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: .5rem 1.5rem;
      background: var(--wash); padding: .7rem 1rem; border-left: 4px solid var(--accent); }
    .facts > div { display: grid; grid-template-columns: 11rem 1fr; gap: 1rem; padding: .2rem 0; }
    dt { color: var(--dim); font-size: .9rem; }
    dd { margin: 0; overflow-wrap: anywhere; }
    .keys { font-size: 1.3rem; background: var(--accent-wash); border: 2px solid var(--accent); padding: 1rem 1.25rem; }
    .keys code { overflow-wrap: anywhere; user-select: all; }
    .not-now > div { padding: .3rem 0; border-bottom: 1px solid var(--line); }
    .prose { white-space: pre-wrap; overflow-wrap: anywhere; }
    .hidden-character { background: var(--bad-wash); color: var(--bad); font-size: .75em; border: 1px solid; padding: 0 .2em; }

    .thread { list-style: none; padding: 0; }
    .letter { border: 1px solid var(--line); border-left: 5px solid var(--line); padding: .5rem .9rem; margin: .6rem 0; }
    .letter.shared { border-left-color: var(--accent); background: var(--accent-wash); }
    .letter.theirs { margin-right: 8%; }
    .letter.ours { margin-left: 8%; }
    .letter.team-only { border: 1px dashed var(--team); border-left: 5px double var(--team); background: var(--team-wash); }
    .letter.team-only .letterhead b { color: var(--team); text-transform: uppercase; letter-spacing: .04em; }
    .letterhead { margin: 0 0 .3rem; font-size: .9rem; }
    .files { font-size: .92rem; margin-top: .5rem; }
    .claims { background: var(--warn-wash); border-left: 4px solid var(--warn); padding: .5rem 1rem; margin-bottom: .8rem; }
    .preview { border: 1px solid var(--line); padding: .2rem 1.1rem .6rem; }
    .preview > summary { margin: 0 -1.1rem; color: var(--dim); }
    .preview h3 { font-size: 1.3rem; margin-top: .2rem; }
    .preview h4 { font-size: 1rem; margin-top: 1.2rem; }
    .preview .kicker, .preview thead th { color: var(--dim); margin: .6rem 0 0; }
    .preview .lede { font-size: 1.07rem; }
    .state.bad, .severity.critical, .severity.high { color: var(--bad); }
    .state.good { color: var(--good); }

    .wide { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-size: .94rem; }
    th, td { text-align: left; vertical-align: top; padding: .4rem .7rem .4rem 0; border-bottom: 1px solid var(--line); }
    th { font-weight: 600; white-space: nowrap; }
    tbody th a { font-variant-numeric: tabular-nums; }
    .late, .late td { color: var(--bad); font-weight: 600; }
    tr.final td { color: var(--good); }
    .score b { font-size: 1.5rem; }
    .score.critical b, .score.high b { color: var(--bad); }
    .score.medium b { color: var(--warn); }

    form { margin: 0; }
    fieldset { border: 1px solid var(--line); margin: 0 0 1rem; padding: .6rem 1rem .3rem; }
    legend { font-weight: 600; padding: 0 .4rem; }
    label { font-weight: 600; }
    .choice label, label.choice { font-weight: 400; }
    label.choice { display: block; padding: .15rem 0; }
    input, textarea, select, button { font: inherit; color: inherit; }
    input:not([type=checkbox], [type=radio], [type=file], [type=hidden]), textarea, select { display: block; width: 100%;
      background: var(--field); border: 1px solid var(--dim); border-radius: 3px; padding: .4rem .5rem; margin-top: .2rem; }
    textarea { resize: vertical; }
    .date { display: flex; align-items: center; gap: .5rem; max-width: 18rem; }
    button, .button { display: inline-block; background: var(--accent); color: var(--paper); border: 1px solid var(--accent);
      border-radius: 3px; padding: .45rem 1.1rem; font-weight: 600; text-decoration: none; cursor: pointer; min-height: 2.4rem; }
    button.quiet, .button.quiet { background: transparent; color: var(--accent); }
    .top button { min-height: 0; padding: .1rem .7rem; }
    details.command { border: 1px solid var(--line); border-radius: 3px; margin: .4rem 0; }
    details.command[open] { border-color: var(--accent); }
    details.command > form { padding: .3rem 1rem .6rem; max-width: 48rem; }
    summary { cursor: pointer; padding: .4rem .8rem; font-weight: 600; }
    details.command > summary { color: var(--accent); }
    .composer { padding: .8rem 1rem; background: var(--accent-wash); border: 1px solid var(--accent); }
    .trouble { color: var(--bad); background: var(--bad-wash); border-left: 4px solid var(--bad); padding: .4rem .8rem; }
    span.trouble { display: inline-block; padding: 0 .4rem; }

    @media (max-width: 40rem) {
      .facts > div { grid-template-columns: 1fr; gap: 0; }
      th, td { padding-right: .5rem; overflow-wrap: anywhere; }
      th { white-space: normal; }
      .letter.theirs, .letter.ours { margin-left: 0; margin-right: 0; }
      main { padding: .5rem .9rem 3rem; }
      .embargo { position: static; }
    }
    @media print {
      .top, .contents, .skip, form, details.command, #not-now { display: none; }
      html { background: #fff; color: #000; font-size: 11pt; }
      .embargo { position: static; border: 2px solid #000; color: #000; background: #fff; }
    }

    """
}
