/** The style sheet of the page: one accent, red and green never alone, figures in columns; light, dark, and on paper. */
export const style = `
:root{color-scheme:light dark;--paper:#fff;--raised:#f6f7f9;--ink:#1c2430;--quiet:#515b68;--muted:#8a94a2;--line:#d9dee5;--accent:#1f5fa8;--accent-soft:#c9dcf2;--pass:#1b7340;--fail:#b3261e;--fail-soft:#f6d3d0}
@media (prefers-color-scheme:dark){:root{--paper:#14181e;--raised:#1d232b;--ink:#e6eaf0;--quiet:#aab4c0;--muted:#7b8694;--line:#333c47;--accent:#7fb2ee;--accent-soft:#274566;--pass:#6fce97;--fail:#ff8f87;--fail-soft:#5a2724}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Be Vietnam Pro","Noto Sans",Arial,sans-serif;font-variant-numeric:tabular-nums}
header,main,footer{max-width:1120px;margin:0 auto;padding:0 16px}
header{padding-top:28px}
.kicker{margin:0;font-size:.8rem;letter-spacing:.12em;color:var(--quiet);font-weight:600}
h1{margin:.15em 0 .1em;font-size:1.5rem;line-height:1.25;text-wrap:balance}
.period{margin:0;font-size:1.1rem;color:var(--quiet)}
.opening{margin:.9em 0 0;color:var(--quiet);max-width:75ch}
.lead{margin:1em 0 0;padding:14px 18px;background:var(--raised);border-left:4px solid var(--accent);max-width:90ch}
.lead p{margin:.25em 0}
.cards{list-style:none;margin:20px 0 0;padding:0;display:grid;gap:12px;grid-template-columns:repeat(auto-fill,minmax(min(100%,212px),1fr))}
.card{position:relative;border:1px solid var(--line);border-top:3px solid var(--muted);border-radius:4px;padding:10px 12px 8px;background:var(--paper);display:grid;grid-template-columns:1fr auto;grid-template-areas:"t t" "v v" "g s" "d s" "n s";column-gap:8px;grid-template-rows:1fr}
.card.pass{border-top-color:var(--pass)}.card.fail{border-top-color:var(--fail)}
.card h2{grid-area:t;margin:0;font-size:.875rem;line-height:1.3;font-weight:600}
.card p{margin:0}
.card .value{grid-area:v;font-size:1.6rem;line-height:1.25;font-weight:650;margin-top:4px}
.card .target{grid-area:g;color:var(--quiet);font-size:.875rem}
.card .verdict{grid-area:d;font-size:.875rem;font-weight:650}
.card .n{grid-area:n;color:var(--quiet);font-size:.8125rem}
.card svg{grid-area:s;align-self:end}
.pass{color:var(--pass)}.fail{color:var(--fail)}
.card.pass,.card.fail{color:inherit}
nav{margin:24px 0 0}
nav ol{margin:0;padding:10px 16px 10px 36px;border:1px solid var(--line);border-radius:4px;columns:2;column-gap:32px;list-style:upper-roman}
nav a{color:var(--accent)}
a:focus-visible,[tabindex]:focus-visible,summary:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
section{margin-top:34px}
section>h2{margin:0 0 .5em;padding-bottom:.25em;border-bottom:2px solid var(--line);font-size:1.2rem;line-height:1.3}
h3{margin:1.5em 0 .4em;font-size:1.02rem}
p{margin:.6em 0;max-width:95ch}
.warning{border-left:4px solid var(--fail);background:var(--raised);padding:8px 12px}
.notes{padding-left:1.2em;max-width:100ch}
.notes li{margin:.25em 0}
.charts{display:grid;gap:18px 24px;grid-template-columns:repeat(auto-fill,minmax(min(100%,320px),1fr));margin:14px 0}
figure{margin:0;padding:12px;border:1px solid var(--line);border-radius:4px;min-width:0;break-inside:avoid}
figcaption{font-weight:600;font-size:.92rem;line-height:1.3;margin-bottom:6px}
svg.kpi-chart{display:block;width:100%;height:auto;max-width:460px;color:var(--ink);fill:currentColor}
.card svg.kpi-chart{width:120px}
details{margin-top:6px;font-size:.875rem}
summary{cursor:pointer;color:var(--quiet)}
.table{overflow-x:auto;margin:12px 0}
table{border-collapse:collapse;font-size:.875rem;line-height:1.35;min-width:100%}
caption{text-align:left;font-weight:600;padding:0 0 6px;font-size:.95rem}
th,td{padding:6px 8px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
thead th{border-bottom:2px solid var(--muted);font-weight:600;color:var(--quiet);vertical-align:bottom}
th.over{text-align:center;border-bottom:1px solid var(--line)}
tbody th{font-weight:400;min-width:13ch}
td.pass,td.fail,td.none{white-space:nowrap}
tfoot th,tfoot td{font-weight:650;border-top:2px solid var(--muted)}
.number{text-align:right;white-space:nowrap}
thead .number{white-space:normal}
td.pass,td.fail{font-weight:600}
.more{color:var(--quiet);font-style:italic}
#definitions table{table-layout:auto}
#definitions td{overflow-wrap:anywhere;min-width:9ch}
footer{margin-top:40px;padding-bottom:24px;color:var(--quiet);font-size:.8125rem}
@media (max-width:600px){nav ol{columns:1}.cards{grid-template-columns:1fr 1fr}.card{grid-template-areas:"t t" "v v" "g g" "d d" "n n" "s s"}.card .value{font-size:1.35rem}}
@media print{
:root{color-scheme:light;--paper:#fff;--raised:#f4f5f7;--ink:#000;--quiet:#333;--muted:#777;--line:#bbb;--accent:#1f5fa8;--accent-soft:#c9dcf2;--pass:#14582f;--fail:#9c1c15;--fail-soft:#f6d3d0}
@page{size:A4;margin:18mm 14mm}
body{font-size:10pt}
header,main,footer{max-width:none;padding:0}
nav{display:none}
.cards{grid-template-columns:repeat(4,1fr);gap:6px;margin-top:10px}
.card{grid-template-areas:"t" "v" "g" "d" "n" "s";grid-template-columns:1fr;padding:6px 8px 4px}
.card h2{font-size:8pt}.card .value{font-size:14pt}.card .target,.card .verdict,.card .n{font-size:8pt}
h1{font-size:15pt}.lead{margin-top:8px;padding:8px 12px}section{margin-top:18px}
.charts{grid-template-columns:1fr 1fr;gap:10px}
.card,figure,tr,.lead,.warning{break-inside:avoid}
section>h2,h3,caption{break-after:avoid}
#form{break-before:page}
figure{padding:6px 8px}figcaption{font-size:8.5pt}
svg.kpi-chart{max-width:none}
#definitions table{font-size:7pt}
details{display:none}
.table{overflow:visible}
table{font-size:7.6pt}
th,td{padding:3px 4px}
thead{display:table-header-group}
}
`
  .trim()
  .replaceAll("\n", "");
