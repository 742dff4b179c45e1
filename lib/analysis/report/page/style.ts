/** The page's whole style. Nothing is loaded: fonts are those of the reader's system. */
export const style = `
:root {
  color-scheme: light dark;
  --page: #fbfbfa; --panel: #ffffff; --ink: #1d2129; --soft: #5b6470; --line: #e2e4e8;
  --code: #f3f4f6; --link: #0b5c8a; --mark: #e8eef3; --markink: #2f4657; --good: #1e7145;
  --bad: #a4262c; --focus: #0b6bcb; --shape: #f6f3ea;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171b; --panel: #1b1f25; --ink: #e4e7eb; --soft: #a0a9b4; --line: #2f353d;
    --code: #22272e; --link: #7cc0ea; --mark: #28333d; --markink: #b9cbd9; --good: #74cf9b;
    --bad: #f2918e; --focus: #7cc0ea; --shape: #26241d;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { scroll-padding-top: 5.5rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--page); color: var(--ink); overflow-wrap: anywhere;
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
code, pre { font: 0.875em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }
a { color: var(--link); text-underline-offset: 0.15em; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
h1, h2, h3, h4, p, ul, ol, dl, dd { margin: 0; padding: 0; }
ul, ol { list-style: none; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -99rem; top: 0; background: var(--panel); padding: 0.5rem 1rem; z-index: 3; }
.skip:focus { left: 0; }
body > header {
  position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: 0.4rem 1.5rem; align-items: center;
  padding: 0.8rem 1.5rem; background: var(--panel); border-bottom: 1px solid var(--line);
}
h1 { font-size: 1.2rem; letter-spacing: -0.01em; }
body > header p { color: var(--soft); font-size: 0.9rem; }
[role="search"] { margin-left: auto; display: flex; align-items: center; gap: 0.75rem; }
[role="search"] output { color: var(--soft); font-size: 0.85rem; }
input {
  font: inherit; color: inherit; background: var(--page); border: 1px solid var(--soft); border-radius: 6px;
  padding: 0.35rem 0.7rem; width: 18rem; max-width: 100%;
}
.frame { display: grid; grid-template-columns: 18rem minmax(0, 1fr); max-width: 92rem; margin: 0 auto; }
nav {
  position: sticky; top: 4.2rem; align-self: start; max-height: calc(100vh - 4.2rem); overflow: auto;
  padding: 1.5rem 0.5rem 2rem 1.5rem; font-size: 0.9rem;
}
nav summary { display: none; }
nav h2 { font-size: 0.78rem; color: var(--soft); font-weight: 600; margin: 1.1rem 0 0.3rem; }
nav section:first-of-type h2 { margin-top: 0; }
nav a { display: block; padding: 0.2rem 0.5rem; margin-left: -0.5rem; border-radius: 5px; text-decoration: none; color: var(--ink); }
nav a:hover { background: var(--mark); }
nav small { color: var(--soft); font-size: 0.78rem; }
main { padding: 1.5rem; }
main:focus { outline: none; }
article {
  background: var(--panel); border: 1px solid var(--line); border-radius: 10px; padding: 1.5rem 1.75rem 1.75rem;
  margin-bottom: 1.75rem;
}
article:target { border-color: var(--focus); box-shadow: 0 0 0 1px var(--focus); }
.source { color: var(--soft); font-size: 0.9rem; }
h2 { font-size: 1.45rem; line-height: 1.25; letter-spacing: -0.015em; }
h2 a { color: inherit; text-decoration: none; }
h2 a:hover { text-decoration: underline; }
.summary { margin-top: 0.5rem; max-width: 46rem; }
dl { display: flex; flex-wrap: wrap; gap: 0.6rem 2rem; margin-top: 1rem; font-size: 0.9rem; }
dt { color: var(--soft); font-size: 0.78rem; }
.parts { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); gap: 0 2.25rem; }
.parts > section { margin-top: 1.75rem; min-width: 0; }
.wide { grid-column: 1 / -1; }
h3 { font-size: 1rem; margin-bottom: 0.6rem; }
h4 { font-size: 0.95rem; font-weight: 600; }
.none { color: var(--soft); font-size: 0.92rem; }
table { width: 100%; border-collapse: collapse; font-size: 0.92rem; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 0.75rem 0.5rem 0; font-weight: normal; }
th:first-child { width: 36%; }
pre code { font-size: inherit; }
thead th { color: var(--soft); font-size: 0.78rem; padding-top: 0; }
tr { border-bottom: 1px solid var(--line); }
tbody tr:last-child { border-bottom: 0; }
tbody th code { font-weight: 600; }
.type { color: var(--markink); font-size: 0.88rem; }
.shape { background: var(--shape); }
.shape th { padding-left: 0.6rem; }
.d1 { padding-left: 1.1rem; } .d2 { padding-left: 2.2rem; } .d3 { padding-left: 3.3rem; } .d4 { padding-left: 4.4rem; }
.d5 { padding-left: 5.2rem; } .d6 { padding-left: 6rem; } .d7 { padding-left: 6.8rem; } .d8 { padding-left: 7.6rem; }
.constraints { color: var(--soft); font-size: 0.85rem; }
.constraints li { display: inline; }
.constraints li + li::before { content: " \\b7  "; }
.mark {
  display: inline-block; font-size: 0.74rem; line-height: 1.5; padding: 0 0.45rem; border-radius: 4px;
  background: var(--mark); color: var(--markink); vertical-align: 0.08em;
}
.required { background: none; padding: 0; color: var(--good); }
.people li { padding: 0.65rem 0; border-top: 1px solid var(--line); font-size: 0.92rem; }
.people li:first-child { border-top: 0; padding-top: 0; }
.who { font-weight: 600; font-size: 0.95rem; }
.people p + p, .people pre + p { color: var(--soft); }
.people .who .mark { font-weight: normal; }
.people p code { color: var(--ink); }
.people .problem, .problem { color: var(--bad); }
pre {
  margin: 0; padding: 0.8rem 1rem; background: var(--code); border-radius: 7px; overflow: auto; max-height: 30rem;
  font-size: 0.8rem; white-space: pre; overflow-wrap: normal; tab-size: 2;
}
.people pre { margin-top: 0.35rem; padding: 0.5rem 0.75rem; max-height: 14rem; }
.code { position: relative; margin-bottom: 0.75rem; }
.copy {
  position: absolute; top: 0.4rem; right: 0.4rem; font: inherit; font-size: 0.78rem; color: var(--ink);
  background: var(--panel); border: 1px solid var(--line); border-radius: 5px; padding: 0.1rem 0.6rem; cursor: pointer;
}
.copy:hover { border-color: var(--soft); }
summary { cursor: pointer; color: var(--link); font-size: 0.92rem; margin-bottom: 0.4rem; }
.versions > li { padding: 0.5rem 0; }
.versions ul { font-size: 0.92rem; margin-top: 0.25rem; }
.versions ul li { display: flex; gap: 0.6rem; }
.sign { font: 0.9rem/1.6 ui-monospace, Menlo, Consolas, monospace; color: var(--soft); }
.added .sign { color: var(--good); } .removed .sign { color: var(--bad); }
@media (max-width: 70rem) { .parts { grid-template-columns: minmax(0, 1fr); } }
@media (max-width: 56rem) {
  html { scroll-padding-top: 1rem; }
  body > header { position: static; padding: 0.8rem 1rem; }
  [role="search"] { margin-left: 0; width: 100%; flex-wrap: wrap; }
  [role="search"] label { flex: 1 1 14rem; }
  input { width: 100%; }
  .frame { display: block; }
  nav { position: static; max-height: none; padding: 1rem 1rem 0; }
  nav summary { display: list-item; }
  main { padding: 1rem; }
  .copy { position: static; display: block; margin: 0.3rem 0 0 auto; }
  article { padding: 1.1rem 1rem 1.25rem; }
  .d1 { padding-left: 0.6rem; } .d2 { padding-left: 1.2rem; } .d3 { padding-left: 1.8rem; } .d4 { padding-left: 2.4rem; }
  .d5, .d6, .d7, .d8 { padding-left: 3rem; }
}
@media print { body > header, nav, .copy { display: none; } .frame { display: block; } article { break-inside: avoid; } }
`;
