/// The page's style. Shades are one hue in steps of lightness, so that they read the same with any colour vision; text
/// on the strongest keeps a contrast above 7 : 1 on paper and above 5 : 1 in the dark.
enum ReportStyle {
  static let text = #"""
    :root {
      color-scheme: light dark;
      --paper: #faf8f3; --sheet: #fffefb; --ink: #1b2225; --muted: #586266; --line: #ddd7ca; --rule: #1b2225;
      --accent: #0b5a66; --soft: #e9efec; --warn: #f5e6c4; --warn-ink: #4a3608;
      --own: #ffdf87; --own-ink: #2b2105; --other: #b9aa86;
      --h0: #f5f3ec; --h1: #edf4f2; --h2: #dcebe9; --h3: #c8e0de; --h4: #b1d3d2; --h5: #99c6c7; --h6: #80b8bb;
      --text: system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
      --display: "Source Serif 4", "PT Serif", "Noto Serif", Charter, Georgia, "DejaVu Serif", serif;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #13181a; --sheet: #191f21; --ink: #e8e5dc; --muted: #a0abae; --line: #2f393c; --rule: #8b9699;
        --accent: #84ccd3; --soft: #20292b; --warn: #3a2f14; --warn-ink: #f0dca8;
        --own: #7a5c0c; --own-ink: #fff4d1; --other: #8d7f5c;
        --h0: #171c1e; --h1: #182426; --h2: #1a2e31; --h3: #1b393d; --h4: #1c444a; --h5: #1d5057; --h6: #1e5c65;
      }
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body {
      margin: 0 auto; max-width: 92rem; padding: 2.5rem clamp(1rem, 4vw, 3.5rem) 5rem;
      background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--text);
    }
    h1, h2 { font-family: var(--display); font-weight: 600; text-wrap: balance; }
    h1 { font-size: clamp(1.6rem, 1.1rem + 2vw, 2.5rem); line-height: 1.15; letter-spacing: -.012em; margin: 0; max-width: 32ch; }
    h2 { font-size: 1.35rem; line-height: 1.25; margin: 0 0 .35rem; }
    p { margin: 0 0 .75rem; }
    a { color: var(--accent); text-underline-offset: .18em; }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }

    :root:has(#lang-kk:checked) .t > :not([lang=kk]),
    :root:has(#lang-ru:checked) .t > :not([lang=ru]),
    :root:has(#lang-en:checked) .t > :not([lang=en]),
    :root:has(#lang-en:checked) .kr,
    :root:not(:has(#lang-en:checked)) .en,
    :root:has(#show-counts:checked) .s,
    :root:has(#show-counts:checked) .only-shares,
    :root:has(#show-shares:checked) .n,
    :root:not(.js) .js-only { display: none; }

    .masthead { display: grid; gap: 1.25rem 2rem; border-bottom: 3px double var(--rule); padding-bottom: 1.5rem; margin-bottom: 1.5rem; }
    .brand { margin: 0; color: var(--accent); font: 600 .95rem/1 var(--display); letter-spacing: .06em; }
    .switches { display: flex; flex-wrap: wrap; gap: .75rem 2.5rem; }
    fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 1rem; }
    legend { float: left; padding: 0; color: var(--muted); font-size: .85rem; margin-right: .25rem; }
    fieldset input { position: absolute; opacity: 0; width: 1px; height: 1px; }
    fieldset label { cursor: pointer; padding: .3rem 0; font-size: .95rem; border-bottom: 2px solid transparent; color: var(--muted); }
    fieldset input:checked + label { color: var(--ink); border-color: var(--accent); font-weight: 600; }
    fieldset input:focus-visible + label { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
    .banner { background: var(--warn); color: var(--warn-ink); border-left: 4px solid currentColor; padding: .7rem 1rem; max-width: 70rem; }
    .hint, .note, .legend { color: var(--muted); font-size: .875rem; }
    nav { margin: 1.5rem 0 0; }
    nav h2 { font-size: 1rem; }
    nav ol { margin: 0; padding-left: 1.6rem; columns: 22rem; column-gap: 3rem; }
    nav li { padding-left: .2rem; break-inside: avoid; }

    .table { margin-top: 3rem; }
    .scroll { width: fit-content; max-width: 100%; overflow-x: auto; overscroll-behavior-x: contain; border-top: 2px solid var(--rule); border-bottom: 2px solid var(--rule); }
    table { border-collapse: separate; border-spacing: 0; font-variant-numeric: tabular-nums lining-nums; }
    th { font-weight: 500; text-align: left; }
    thead th {
      vertical-align: bottom; text-align: right; min-width: 5.6rem; max-width: 8.5rem; padding: .7rem .65rem .55rem;
      font-size: .78rem; line-height: 1.28; hyphens: auto; border-bottom: 1px solid var(--rule);
    }
    thead .base { min-width: 5.4rem; color: var(--muted); }
    thead .group {
      text-align: left; max-width: none; border-bottom-color: var(--line); border-left: 1px solid var(--line);
      font: 600 .875rem/1.3 var(--display);
    }
    .first { border-left: 1px solid var(--line); }
    .key, tbody th, tfoot th { position: sticky; left: 0; z-index: 1; background: var(--paper); text-align: left; }
    .key { min-width: 9.5rem; }
    tbody th, tfoot th { padding: .55rem 1.25rem .55rem 0; font-size: .95rem; line-height: 1.35; min-width: 12rem; max-width: 17rem; }
    thead .key { padding-left: 0; }
    td { text-align: right; padding: 0; font-size: .95rem; }
    td.base { padding: .55rem .65rem; color: var(--muted); }
    tbody tr + tr > * { border-top: 1px solid var(--line); }
    tfoot tr > * { border-top: 1px solid var(--rule); font-weight: 600; }
    tfoot .tests > * { border-top: 0; font-weight: 400; font-size: .8rem; color: var(--muted); }
    tbody tr:hover th { color: var(--accent); }
    .cell {
      display: block; width: 100%; min-height: 2.75rem; padding: .55rem .65rem; margin: 0; border: 0; background: none;
      color: inherit; font: inherit; font-variant-numeric: inherit; text-align: right; line-height: 1.5;
    }
    span.cell { color: var(--muted); }
    button.cell { cursor: default; }
    .js button.cell { cursor: pointer; }
    .js button.cell:hover { box-shadow: inset 0 0 0 2px var(--accent); }
    button.cell:focus-visible { outline-offset: -3px; }
    small { display: block; color: var(--muted); font-size: .74rem; line-height: 1.25; font-weight: 400; white-space: nowrap; }
    td small { color: inherit; }
    .cell sup { color: var(--accent); font-size: .72em; line-height: 0; margin-left: .15em; }
    .level { display: block; font-size: .74rem; line-height: 1.25; font-weight: 400; }
    .h1 { background: var(--h1); } .h2 { background: var(--h2); } .h3 { background: var(--h3); }
    .h4 { background: var(--h4); } .h5 { background: var(--h5); } .h6 { background: var(--h6); }
    .legend { display: flex; flex-wrap: wrap; gap: .25rem 2rem; margin-top: .6rem; }
    .legend p { margin: 0; }
    .scale { white-space: nowrap; margin-left: .4rem; }
    .scale > span::before {
      content: ""; display: inline-block; width: 8.4rem; height: .8rem; margin: 0 .4rem; vertical-align: -.06rem;
      background: linear-gradient(90deg, var(--h1) 16.67%, var(--h2) 0 33.33%, var(--h3) 0 50%, var(--h4) 0 66.67%,
        var(--h5) 0 83.33%, var(--h6) 0);
      print-color-adjust: exact; -webkit-print-color-adjust: exact;
    }

    .skip { position: absolute; left: -99rem; background: var(--sheet); padding: .6rem 1rem; z-index: 3; }
    .skip:focus { left: 1rem; top: .5rem; }
    main:focus { outline: none; }
    .key-figures { display: flex; flex-wrap: wrap; gap: .9rem 3rem; margin: 1.75rem 0 0; padding: 0; list-style: none; color: var(--muted); font-size: .85rem; }
    .key-figures strong { display: block; color: var(--ink); font: 600 1.6rem/1.25 var(--display); font-variant-numeric: lining-nums tabular-nums; }

    .figure { margin-top: 3rem; }
    .figure .scroll { border: 0; padding-top: .5rem; }
    .figure h3 { font: 600 .9rem/1.3 var(--text); margin: 0 0 .4rem; }
    svg { display: block; max-width: 100%; height: auto; font-family: var(--text); font-variant-numeric: tabular-nums lining-nums; }
    svg text { fill: var(--ink); }
    .heat, .diagram { width: 61rem; }
    .diagram.alone { width: 41.75rem; }
    .tiles { width: 45rem; }
    .label { font-size: 14px; }
    .head { font-size: 12.5px; }
    .tiles .label, .tiles .muted { font-size: 13px; }
    .strong { font-weight: 600; }
    .outcome { font: 600 17px var(--display); }
    svg .muted, svg .tick { fill: var(--muted); }
    .tick { font-size: 11px; }
    .value { font-size: 14px; }
    .value.small { font-size: 12px; }
    .value.large { font: 600 21px var(--text); }
    .f { stroke: none; }
    .f.h0 { fill: var(--h0); } .f.h1 { fill: var(--h1); } .f.h2 { fill: var(--h2); } .f.h3 { fill: var(--h3); }
    .f.h4 { fill: var(--h4); } .f.h5 { fill: var(--h5); } .f.h6 { fill: var(--h6); }
    rect.none { fill: none; stroke: var(--line); stroke-dasharray: 3 3; }
    .box { fill: var(--sheet); stroke: var(--line); }
    .link { fill: none; stroke: var(--muted); stroke-width: 1.25; }
    .grid { stroke: var(--line); }
    .band { fill: var(--h4); opacity: .55; }
    .curve { fill: none; stroke: var(--accent); stroke-width: 2.25; stroke-linejoin: round; }
    .point { fill: var(--accent); }
    .target { fill: transparent; }
    .end { font-size: 13px; font-weight: 600; }
    .whisker { stroke: var(--ink); stroke-width: 1.5; }
    .js .tile { cursor: pointer; }
    .js .tile:hover rect { stroke: var(--accent); stroke-width: 2; }
    .js .tile:hover .point { stroke: var(--accent); stroke-width: 4; }
    .choice { margin-bottom: 1rem; }
    select { font: inherit; color: inherit; background: var(--sheet); border: 1px solid var(--muted); border-radius: 3px; padding: .45rem .6rem; max-width: 100%; min-height: 2.75rem; }
    .map + .map { margin-top: 2rem; }
    .js .map h3 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    .figure:has(.panels) .scroll { width: auto; }
    .panels { display: grid; grid-template-columns: repeat(auto-fill, minmax(15.5rem, 1fr)); gap: 1.75rem 1.5rem; }
    .panel { display: flex; flex-direction: column; justify-content: space-between; min-width: 0; }
    .trend { width: 100%; max-width: 24rem; }
    .bars { width: min(100%, 62rem); }
    .bars thead th { max-width: none; padding: .4rem .65rem .4rem 0; text-align: left; }
    .bars thead .number { text-align: right; min-width: 5rem; }
    .bars tbody th { position: static; max-width: 24rem; padding-top: .35rem; padding-bottom: .35rem; }
    .bars .bar { width: 60%; padding-left: .5rem; text-align: left; vertical-align: middle; }
    .bars svg { width: 100%; height: 1.4rem; }
    .ends { color: var(--muted); font-size: .74rem; }
    .plain { width: min(100%, 46rem); }
    .plain thead th { max-width: none; padding: .4rem .65rem .4rem 0; text-align: left; }
    .plain thead .number { text-align: right; }
    .plain tbody th { position: static; max-width: none; padding: .35rem 1rem .35rem 0; font-size: .9rem; }
    .plain td { padding: .35rem 0 .35rem .65rem; white-space: nowrap; }
    .part .scroll { margin: .5rem 0 1rem; }
    .part { margin-top: 3.5rem; }
    .part h3 { font: 600 1rem/1.35 var(--text); margin: 1.25rem 0 .25rem; }
    .prose p { max-width: 70ch; overflow-wrap: anywhere; }

    .about { margin-top: 3.5rem; border-top: 1px solid var(--line); padding-top: 1.5rem; }
    .about table { margin-top: .75rem; }
    .about th, .about td { position: static; padding: .3rem 0; text-align: left; vertical-align: top; border: 0; font-size: .95rem; }
    .about th { color: var(--muted); padding-right: 2rem; max-width: none; }
    .about td { overflow-wrap: anywhere; }

    dialog {
      position: fixed; inset: 0 0 0 auto; margin: 0; width: min(44rem, 100vw); max-width: none; height: 100%; max-height: none;
      border: 0; border-left: 1px solid var(--line); padding: 0 clamp(1rem, 3vw, 2rem) 3rem; overflow-y: auto;
      overscroll-behavior: contain; background: var(--sheet); color: var(--ink);
    }
    dialog::backdrop { background: rgb(10 16 18 / .45); }
    dialog > header {
      position: sticky; top: 0; z-index: 2; display: flex; gap: 1rem; justify-content: space-between; align-items: start;
      background: var(--sheet); border-bottom: 2px solid var(--rule); padding: 1.25rem 0 .8rem;
    }
    dialog h2 { font-size: 1.25rem; }
    #panel-title:focus { outline: none; }
    #panel-count { margin: 0; color: var(--muted); font-size: .9rem; }
    dialog button {
      flex: none; border: 1px solid var(--muted); border-radius: 3px; background: none; color: inherit; font: inherit;
      min-height: 2.75rem; padding: .35rem 1rem; cursor: pointer;
    }
    dialog button:hover { background: var(--soft); }
    #panel-facts { display: grid; grid-template-columns: fit-content(45%) minmax(0, 1fr); gap: .2rem 1.25rem; margin: .9rem 0 0; font-size: .875rem; font-variant-numeric: tabular-nums lining-nums; }
    #panel-facts dt { color: var(--muted); }
    #panel-facts dd { margin: 0; overflow-wrap: anywhere; }
    article { padding: 1.35rem 0 1.2rem; border-bottom: 1px solid var(--line); }
    .facts { display: flex; flex-wrap: wrap; gap: 0 .9rem; margin: 0 0 .4rem; color: var(--muted); font-size: .875rem; }
    .facts > :first-child { color: var(--ink); font-weight: 600; }
    blockquote {
      margin: 0 0 .8rem; font: 1.075rem/1.6 var(--display); unicode-bidi: isolate; overflow-wrap: anywhere; white-space: pre-wrap;
    }
    mark { color: inherit; background: none; padding: .06em 0; }
    mark.own { background: var(--own); color: var(--own-ink); border-radius: 2px; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
    mark.other { text-decoration: underline dotted var(--other) 2px; text-underline-offset: .22em; }
    .title { margin: 0 0 .4rem; font: .95rem/1.45 var(--display); overflow-wrap: anywhere; }
    .title .kind { margin-right: .6rem; color: var(--muted); font: .8rem/1.45 var(--text); }
    .codes { margin: 0 0 .6rem; font-size: .875rem; }
    .codes dt { color: var(--ink); margin-top: .25rem; }
    .codes dt.own { font-weight: 600; }
    .codes dd { margin: 0 0 0 1rem; overflow-wrap: anywhere; color: var(--muted); }
    .codes q { font-family: var(--display); color: var(--ink); quotes: "«" "»"; }
    .source::before { content: " · "; }
    code { font: .92em ui-monospace, "Noto Sans Mono", "DejaVu Sans Mono", monospace; color: var(--ink); }
    .path { margin: 0; color: var(--muted); font-size: .8rem; overflow-wrap: anywhere; }
    .path cite { font-style: normal; }
    .control { border: 1px solid currentColor; border-radius: 2px; font: .65em/1 var(--text); padding: 0 .25em; margin: 0 .1em; }
    .empty { padding: 1.5rem 0; color: var(--muted); }
    #panel-more { margin-top: 1.25rem; }

    @media (max-width: 40rem) {
      body { padding-top: 1.25rem; }
      .about th, .about td { display: block; padding-bottom: 0; }
      .key, tbody th, tfoot th { min-width: 7rem; max-width: 8.5rem; font-size: .85rem; }
      tbody th, tfoot th { padding-right: .6rem; hyphens: auto; overflow-wrap: break-word; }
      thead .base, td.base { min-width: 0; padding-left: .3rem; padding-right: .3rem; font-size: .75rem; }
      dialog { border-left: 0; padding-left: 1rem; padding-right: 1rem; }
      .heat, .diagram { width: 46rem; max-width: none; }
      .diagram.alone { width: 31.5rem; }
      .tiles { width: 34rem; max-width: none; }
      .key-figures { gap: .75rem 2rem; }
      .key-figures strong { font-size: 1.25rem; }
      .bars .bar { width: 38%; }
      .bars tbody th { max-width: 11rem; }
    }
    """#
}
