extension Stylesheet {
  /// The severity page: two versions beside each other, their verdicts always in sight.
  static let severity = """
    :root { --none: #5c6270; --none-wash: #eef0f3; --low: #1c5fa0; --low-wash: #e6f0fa; --medium: #7a5200;
      --medium-wash: #fdf1d3; --high: #ab3d00; --high-wash: #fde9dd; --critical: #9b1127; --critical-wash: #fbe3e7; }
    @media (prefers-color-scheme: dark) {
      :root { --none: #a0a6b2; --none-wash: #23262d; --low: #86bdf0; --low-wash: #15283b; --medium: #f0c064;
        --medium-wash: #33280f; --high: #ffa472; --high-wash: #3a2113; --critical: #ff8fa0; --critical-wash: #3d1820; }
    }
    .tone-none, .none { --tone: var(--none); --tone-wash: var(--none-wash); }
    .low { --tone: var(--low); --tone-wash: var(--low-wash); }
    .medium { --tone: var(--medium); --tone-wash: var(--medium-wash); }
    .high { --tone: var(--high); --tone-wash: var(--high-wash); }
    .critical { --tone: var(--critical); --tone-wash: var(--critical-wash); }
    .unknown { --tone: var(--dim); --tone-wash: var(--wash); }
    .chip { display: inline-block; color: var(--tone); background: var(--tone-wash); border: 1px solid; border-radius: 3px;
      padding: 0 .45rem; font-weight: 600; font-size: .88rem; white-space: nowrap; font-variant-numeric: tabular-nums; }
    .chip.quiet { color: var(--dim); background: transparent; font-weight: 400; }

    .desk main.broad { max-width: 86rem; }
    html:has(.severity-form) { scroll-padding-top: 8rem; }
    .crumbs { margin: 1rem 0 0; font-size: .92rem; }
    .crumbs + h1 { margin-top: .2rem; }
    .sides { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1.2rem 1.6rem; align-items: start; }
    .panel { border: 1px solid var(--line); border-radius: 4px; padding: 0 1rem 1rem; min-width: 0; }
    .panel h3 { margin: 1.1rem 0 .3rem; font-size: .82rem; text-transform: uppercase; letter-spacing: .05em;
      color: var(--dim); font-weight: 600; }
    .panel h3.group { border-bottom: 1px solid var(--line); padding-bottom: .15rem; }
    .panel > p, .panel > div > p { margin-bottom: .5rem; }
    .verdict { position: sticky; top: 2.3rem; z-index: 1; margin: 0 -1rem .7rem; padding: .35rem 1rem; min-height: 4.1rem;
      display: grid; grid-template-columns: 1fr auto; align-items: center; column-gap: 1rem; color: var(--tone);
      background: var(--tone-wash); border-bottom: 2px solid var(--tone); border-radius: 3px 3px 0 0; }
    .verdict h2 { margin: 0; padding: 0; border: 0; color: var(--ink); font-size: 1.05rem; }
    .verdict .number { grid-row: 1 / span 2; grid-column: 2; margin: 0; font-size: 2.6rem; line-height: 1; font-weight: 700;
      font-variant-numeric: tabular-nums; letter-spacing: -.02em; }
    .verdict .band { margin: 0; font-size: .95rem; }
    .verdict .kind { color: var(--dim); font-size: .88rem; white-space: nowrap; margin-left: .4rem; }
    #ssvc-verdict .kind { display: block; margin: 0; }
    .quick { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 1.5rem; }
    #ssvc-verdict .number { font-size: 1.5rem; letter-spacing: 0; }
    .vector { display: grid; grid-template-columns: 1fr auto; align-items: end; gap: .25rem .6rem; margin: 0 0 .6rem; }
    .vector input[type=text] { grid-row: 2; grid-column: 1 / -1; padding: .4rem .35rem; margin: 0; font-family: ui-monospace, "Cascadia Mono", Menlo, "DejaVu Sans Mono", monospace;
      font-size: .8rem; letter-spacing: -.02em; }
    .vector .tools { margin: 0; }
    .tools { display: flex; flex-wrap: wrap; gap: .4rem .6rem; align-items: center; }
    button.small { min-height: 0; padding: .15rem .7rem; font-size: .9rem; }
    .still { color: var(--warn); background: var(--warn-wash); padding: .35rem .7rem; border-left: 4px solid; }
    .trouble p { margin: 0 0 .3rem; }
    .place code { overflow-wrap: anywhere; }
    mark { background: var(--bad); color: var(--paper); border-radius: 2px; padding: 0 .15rem; }
    .key-hint { font-size: .92rem; color: var(--dim); }
    kbd { font: inherit; font-size: .86em; border: 1px solid var(--line); border-bottom-width: 2px; border-radius: 3px;
      padding: 0 .35rem; background: var(--wash); }

    .metric { border: 0; margin: 0; padding: .42rem 0; min-width: 0; }
    .metric legend { float: left; padding: 0; font-size: .94rem; }
    .metric legend code { color: var(--dim); display: inline-block; min-width: 1.9rem; font-size: .86rem; }
    .metric small { display: block; text-align: right; line-height: 1.4rem; font-size: .82rem; }
    .metric.known small { display: inline; margin-left: .5rem; }
    .metric.known p { margin: .1rem 0 0; }
    .segments { clear: both; display: flex; flex-wrap: wrap; gap: 1px; background: var(--line); border: 1px solid var(--line);
      border-radius: 4px; overflow: hidden; margin-top: .15rem; }
    .segments label { position: relative; flex: 1 1 0; min-width: max-content; font-weight: 400; cursor: pointer; }
    .segments input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
    .segments span { display: block; text-align: center; background: var(--field); padding: .28rem .5rem; font-size: .9rem;
      height: 100%; }
    .segments b { color: var(--dim); font-weight: 600; margin-right: .15rem; }
    .segments.words b { margin-right: 0; text-decoration: underline; text-underline-offset: .15em; color: inherit;
      font-weight: inherit; }
    .segments label:hover span { background: var(--accent-wash); }
    .segments input:checked + span { background: var(--accent); color: var(--paper); font-weight: 600; }
    .segments input:checked + span b { color: inherit; }
    .segments input:focus-visible + span { outline: 3px solid var(--ink); outline-offset: -3px; }
    @media (forced-colors: active) { .segments input:checked + span { outline: 3px solid; outline-offset: -3px; } }
    details.group { border: 1px solid var(--line); border-radius: 3px; margin: .6rem 0; }
    details.group > summary { padding: .3rem .7rem; font-size: .92rem; color: var(--dim); }
    details.group[open] { padding: 0 .7rem .4rem; }
    details.group[open] > summary { margin: 0 -.7rem; }

    .says .part { margin: .5rem 0 0; font-size: .88rem; font-weight: 600; }
    .says ul { margin: 0; }
    .says li { display: grid; grid-template-columns: 3.6rem 1fr; gap: .6rem; padding: .08rem 0; font-size: .88rem; border: 0; }
    .says code { color: var(--dim); }
    .changes { list-style: none; padding: 0; margin: 0; display: grid; gap: 2px;
      grid-template-columns: repeat(auto-fill, minmax(15.5rem, 1fr)); column-gap: .8rem; }
    button.change { display: flex; width: 100%; justify-content: space-between; align-items: center; gap: .6rem;
      background: transparent; color: var(--ink); border: 0; border-bottom: 1px solid var(--line); border-radius: 0;
      min-height: 1.9rem; padding: .2rem 0; font-weight: 400; font-size: .92rem; text-align: left; }
    button.change:hover { background: var(--accent-wash); }

    .withdraw summary { padding: 0; font-weight: 400; color: var(--accent); font-size: .9rem; white-space: nowrap; }
    .withdraw[open] { min-width: 14rem; }
    table.scores td, table.scores th { vertical-align: baseline; }
    table.scores td:last-child { width: 1%; }
    table.scores code { letter-spacing: -.02em; font-size: .86em; }
    table.scores small { white-space: nowrap; }
    .history li { overflow-wrap: anywhere; }
    .facts .plain { margin: 0; }
    .facts .plain li { border: 0; padding: 0 0 .3rem; }
    .lines { margin-top: 1rem; display: flex; flex-wrap: wrap; gap: .1rem 1.4rem; align-items: baseline; }
    .lines small { flex-basis: 100%; }
    .groups { display: flex; flex-wrap: wrap; gap: .3rem 1rem; margin: .6rem 0 .8rem; padding: 0; list-style: none; }
    .groups [aria-current] { font-weight: 650; color: inherit; text-decoration: none; border-bottom: 3px solid var(--accent); }
    .side { display: grid; gap: 1.2rem; min-width: 0; align-content: start; }
    .saving { margin-top: 1.2rem; }
    .saving h2 { margin: .7rem 0 .2rem; padding: 0; border: 0; }
    .saving .side { gap: 0; }
    .plain small.kind { display: inline; }
    .team-only.field { border: 1px dashed var(--team); border-left: 5px double var(--team); background: var(--team-wash);
      padding: .5rem .9rem .6rem; margin: .8rem 0; }
    .field.shared { border: 1px solid var(--accent); border-left: 5px solid var(--accent); background: var(--accent-wash);
      padding: .5rem .9rem .6rem; margin: .8rem 0; }
    .field > b:first-child { display: block; text-transform: uppercase; letter-spacing: .04em; font-size: .86rem; }
    .field.shared > b:first-child { color: var(--accent); }
    .field.team-only > b:first-child { color: var(--team); }
    .buttons { display: flex; flex-wrap: wrap; align-items: center; gap: .6rem; margin: 1rem 0 0; }
    .priority { font-size: 1.05rem; }
    .priority b { font-size: 1.5rem; margin-right: .3rem; }
    .out-of-sight { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
      padding: 0; border: 0; min-height: 0; }
    #live-notice { position: sticky; bottom: 0; z-index: 2; }

    @media (max-width: 62rem) { .sides { grid-template-columns: minmax(0, 1fr); } }
    @media (max-width: 40rem) {
      table.scores thead { display: none; }
      table.scores tr { display: block; padding: .4rem 0; border-bottom: 1px solid var(--line); }
      table.scores td, table.scores th { display: inline-block; border: 0; padding: .1rem .7rem .1rem 0;
        overflow-wrap: normal; }
      .verdict { top: 0; }
      .panel { padding: 0 .7rem .7rem; }
      .verdict { margin: 0 -.7rem .6rem; padding: .3rem .7rem; }
      .metric legend { float: none; }
      .metric small { text-align: left; line-height: 1.3; margin-bottom: .2rem; }
      .segments span { padding: .5rem .35rem; }
    }
    /* On paper: what stands, what it says, and how it came about. What is for choosing stays on the screen. */
    @media print {
      .severity-form { display: block; }
      .severity-form :is(#v4, #v3) .metric, .severity-form :is(.group, .vector, .tools, .lines, .quick, .saving, .field, .buttons),
      .severity-form .segments label:not(:has(:checked)), .severity-form [id$="-changes"],
      .severity-form [id$="-changes-title"], .withdraw { display: none; }
      .severity-form .verdict { position: static; color: #000; background: #fff; border: 1px solid #000; }
      .severity-form .segments { border: 0; background: none; }
      .severity-form .segments input:checked + span { color: #000; background: none; text-align: left; }
    }

    """
}
