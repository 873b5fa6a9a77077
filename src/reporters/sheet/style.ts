/**
 * Contrast of text is at least 4.5:1 in both schemes, of marks and borders 3:1. Severity is said in words, and by the
 * kind of line under the words; colour only repeats it.
 */
export const style = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1c1b19; --quiet: #57534e; --line: #8a857d; --soft: #f5f2ec; --mark: #fdf0c8; --link: #0b4f8a; --strong: #8a2c52; }
@media (prefers-color-scheme: dark) { :root { --paper: #17181a; --ink: #eceae6; --quiet: #b3aea6; --line: #817c74; --soft: #222427; --mark: #45391a; --link: #8fc1f2; --strong: #f0a3c1; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 Georgia, 'Liberation Serif', 'Times New Roman', serif; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; padding: .5rem 1rem; background: var(--paper); }
.skip:focus { left: 0; top: 0; z-index: 1; }
header, main, footer { max-width: 76rem; margin: 0 auto; padding: 1rem 1.25rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: .5rem 0; }
h2 { font-size: 1.35rem; margin: 1rem 0 .75rem; overflow-wrap: anywhere; }
h3 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
h4 { font-size: 1.1rem; } h5, h6 { font-size: 1rem; }
article + article { border-top: 2px solid var(--line); margin-top: 3rem; }
p, dd, li, blockquote { overflow-wrap: anywhere; }
.sans, nav, .note, .label, dl, footer { font-family: system-ui, -apple-system, 'Segoe UI', 'Liberation Sans', sans-serif; }
.quiet, .label { color: var(--quiet); font-size: .85rem; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 0 0 1rem; font-size: .95rem; }
.facts dt { font-weight: 600; } .facts dd { margin: 0; }
nav ul { margin: .25rem 0 1rem; padding: 0; list-style: none; } nav li { margin: .2rem 0; }
nav a, .note a { display: inline-block; min-height: 1.5rem; }
.row { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 0 2rem; align-items: start; }
.text > *, .cells > * { white-space: pre-wrap; margin-top: 0; }
.cells { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0 0 .5rem 1.25rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
.text .cells p { margin: 0; flex: 1 1 6rem; }
.text h3, .text h4, .text h5, .text h6 { margin: 1.5rem 0 .5rem; }
.text p, .text blockquote { margin: 0 0 .75rem; max-width: 42rem; }
.text blockquote { margin-left: 1.25rem; padding-left: 1rem; border-left: 3px solid var(--line); }
.text > .item { margin-left: 1.25rem; }
.label { margin-right: .6em; }
mark { background: var(--mark); color: inherit; padding: 0 .1em; }
mark a { color: inherit; text-decoration: underline solid var(--strong) 2px; text-underline-offset: .2em; display: inline; }
mark.warning a { text-decoration-style: dashed; } mark.question a { text-decoration: underline dotted var(--ink) 2px; } mark.info a { text-decoration: underline double var(--quiet) 1px; }
mark sup { font: 600 .75rem/1 system-ui, sans-serif; padding-left: .15em; color: var(--link); }
.notes { padding-top: .1rem; }
.note { background: var(--soft); border-left: 4px solid var(--line); padding: .6rem .8rem; margin: 0 0 .75rem; font-size: .9rem; line-height: 1.45; }
.note:target { outline: 2px solid var(--link); }
.note.error { border-left-color: var(--strong); }
.note.warning { border-left-style: dashed; border-left-color: var(--strong); } .note.question { border-left-style: dotted; border-left-color: var(--ink); }
.note p { margin: 0 0 .35rem; } .note .head { font-weight: 600; } .note .rule { color: var(--quiet); font-weight: 400; }
.note strong { font-weight: 600; }
@media (max-width: 52rem) { .row { grid-template-columns: minmax(0, 1fr); } .note { margin-left: 0; } .facts { grid-template-columns: 1fr; gap: 0; } .facts dd { margin-bottom: .5rem; } }
@media (forced-colors: active) { mark { background: Mark; color: MarkText; } .note { border: 1px solid; border-left-width: 4px; } }
@media print {
  :root { --paper: #fff; --ink: #000; --quiet: #444; --line: #777; --soft: #fff; --mark: #f3ead0; --link: #000; --strong: #000; }
  @page { margin: 18mm 15mm; }
  body { font-size: 10.5pt; } header, main, footer { max-width: none; padding: 0; }
  .skip, nav { display: none; } a { color: inherit; } .note a { text-decoration: none; }
  .row { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 0 6mm; }
  .note { font-size: 8.5pt; border: 0.5pt solid var(--line); border-left-width: 3pt; break-inside: avoid; } h2, h3, h4, h5, h6 { break-after: avoid; }
}
`
