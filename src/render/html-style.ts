/** The style sheet of the page: one accent, red and green never alone, figures in columns; light, dark, and on paper. */
export const style = `
:root{color-scheme:light dark;--paper:#fff;--raised:#f6f7f9;--ink:#1c2430;--quiet:#515b68;--muted:#8a94a2;--line:#d9dee5;--accent:#1f5fa8;--accent-soft:#c9dcf2;--pass:#1b7340;--fail:#b3261e;--fail-soft:#f6d3d0}
@media (prefers-color-scheme:dark){:root{--paper:#14181e;--raised:#1d232b;--ink:#e6eaf0;--quiet:#aab4c0;--muted:#7b8694;--line:#333c47;--accent:#7fb2ee;--accent-soft:#274566;--pass:#6fce97;--fail:#ff8f87;--fail-soft:#5a2724}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{overflow-wrap:break-word;margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Be Vietnam Pro","Noto Sans",Arial,sans-serif;font-variant-numeric:tabular-nums}
header,main,footer{max-width:1120px;margin:0 auto;padding:0 16px}
header{padding-top:28px}
.kicker{margin:0;font-size:.8rem;letter-spacing:.12em;color:var(--quiet);font-weight:600}
h1{margin:.15em 0 .1em;font-size:1.5rem;line-height:1.25;text-wrap:balance}
.period{margin:0;font-size:1.1rem;color:var(--quiet)}
.opening{margin:.9em 0 0;color:var(--quiet);max-width:75ch}
.skip{position:absolute;left:-9999px;top:0;background:var(--paper);color:var(--accent);padding:8px 14px;z-index:1}
.skip:focus{left:8px}
.first{margin-top:18px}
.first p{margin:.35em 0}
.counts{font-size:1.15rem;font-weight:650}
.service,.supplied,.compared,.first .more{color:var(--quiet);font-size:.92rem}
.first .label{margin:1.1em 0 .4em;font-weight:650}
.misses{list-style:none;margin:0;padding:0;display:grid;gap:10px;grid-template-columns:repeat(auto-fill,minmax(min(100%,520px),1fr))}
.miss{border:1px solid var(--line);border-left:4px solid var(--fail);border-radius:4px;padding:8px 12px;background:var(--paper);min-width:0}
.miss .name{margin:0;font-weight:650;line-height:1.3}
.miss .figure{margin:.15em 0;display:flex;flex-wrap:wrap;align-items:center;gap:2px 12px}
.miss .value{font-size:1.5rem;line-height:1.2}
.miss .target{color:var(--quiet);font-size:.9rem}
.miss .verdict{font-size:.9rem;font-weight:650}
.miss dl{margin:.3em 0 0;font-size:.9rem}
.miss dl div{display:flex;gap:8px;margin:1px 0}
.miss dt{flex:0 0 6.8em;color:var(--quiet)}
.miss dd{margin:0;min-width:0}
.undecided{margin:0;padding-left:1.2em}
.undecided li{margin:.25em 0;max-width:100ch}
.passes{margin:.8em 0}
.passes summary{color:var(--ink);font-weight:650;font-size:1rem}
.cards{list-style:none;margin:8px 0 0;padding:0;display:grid;gap:10px;grid-template-columns:repeat(auto-fill,minmax(min(100%,230px),1fr))}
.card{border:1px solid var(--line);border-left:4px solid var(--muted);border-radius:4px;padding:8px 12px;display:grid;grid-template-columns:1fr auto;grid-template-areas:"t t" "v s" "g s" "d s";column-gap:8px;grid-template-rows:1fr}
.card.pass{border-left-color:var(--pass)}.card.fail{border-left-color:var(--fail)}
.card p{margin:0}
.card .name{grid-area:t;font-size:.9rem;line-height:1.3;font-weight:600}
.card .value{grid-area:v;font-size:1.35rem;line-height:1.25;font-weight:650}
.card .target{grid-area:g;color:var(--quiet);font-size:.875rem}
.card .verdict{grid-area:d;font-size:.875rem;font-weight:650}
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
.charts{display:grid;gap:18px 24px;grid-template-columns:repeat(auto-fill,minmax(min(100%,330px),1fr));margin:14px 0}
figure{margin:0;padding:12px;border:1px solid var(--line);border-radius:4px;min-width:0;break-inside:avoid}
figcaption{font-weight:650;font-size:.95rem;line-height:1.3;margin-bottom:6px}
figcaption>span{display:block}
figcaption .sub{font-weight:400;color:var(--quiet);font-size:.875rem}
.source{margin:2px 0 0;color:var(--quiet);font-size:.8125rem}
.tip{margin:2px 0 0;min-height:1.4em;font-size:.875rem;font-weight:600}
.tools{display:flex;flex-wrap:wrap;gap:6px 12px;align-items:center;margin:10px 0 0;font-size:.875rem}
.tools+.table{margin-top:6px}
input,button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--muted);border-radius:3px;padding:4px 8px;min-height:32px}
button{cursor:pointer}
button.sort{border:0;padding:0;min-height:24px;background:none;font-weight:inherit;color:inherit;text-align:inherit}
th[aria-sort=ascending] .sort::after{content:" ▲"}
th[aria-sort=descending] .sort::after{content:" ▼"}
input:focus-visible,button:focus-visible,svg:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
svg.kpi-chart{display:block;width:100%;height:auto;max-width:420px;color:var(--ink);fill:currentColor}
.card svg.kpi-chart,.miss svg.kpi-chart{width:120px}
details{margin-top:6px;font-size:.875rem}
summary{cursor:pointer;color:var(--quiet)}
.table{overflow-x:auto;margin:12px 0}
table{border-collapse:collapse;font-size:.875rem;line-height:1.35;min-width:100%}
caption{text-align:left;font-weight:600;padding:0 0 6px;font-size:.95rem}
th,td{padding:6px 8px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
thead th{border-bottom:2px solid var(--muted);font-weight:600;color:var(--quiet);vertical-align:bottom}
th.over{text-align:center;border-bottom:1px solid var(--line)}
tbody th{font-weight:400;min-width:min(19ch,38vw)}
td.pass,td.fail{white-space:nowrap}
td.none{min-width:11ch}
tfoot th,tfoot td{font-weight:650;border-top:2px solid var(--muted)}
.number{text-align:right;white-space:nowrap}
thead .number{white-space:normal}
td.pass,td.fail{font-weight:600}
.more{color:var(--quiet);font-style:italic}
#definitions table{table-layout:auto}
#definitions td{overflow-wrap:anywhere;min-width:9ch}
footer{margin-top:40px;padding-bottom:24px;color:var(--quiet);font-size:.8125rem}
@media (max-width:600px){
#definitions .table :is(table,tbody,tr,th,td){display:block;min-width:0;border:0;padding:1px 0}
#definitions .table tbody tr{padding:8px 0;border-bottom:1px solid var(--line)}
#definitions .table tbody tr>:first-child{font-weight:650}
#definitions .table thead th{display:inline}
#definitions .table thead th+th::before{content:" · "}
nav ol{columns:1}.miss dt{flex-basis:5.4em}.miss svg.kpi-chart{display:none}}
@media (forced-colors:active){svg.kpi-chart{forced-color-adjust:none;background:#fff}.miss,.card{border-left-width:6px}}
@media print{
:root{color-scheme:light;--paper:#fff;--raised:#f4f5f7;--ink:#000;--quiet:#333;--muted:#777;--line:#bbb;--accent:#1f5fa8;--accent-soft:#c9dcf2;--pass:#14582f;--fail:#9c1c15;--fail-soft:#f6d3d0}
@page{size:A4;margin:16mm 13mm 18mm;@bottom-center{content:counter(page) "/" counter(pages);font:9pt system-ui,sans-serif}}
body{overflow-wrap:break-word;font-size:10pt}
header,main,footer{max-width:none;padding:0}
nav,.skip,.tools,.tip,footer{display:none}
h1{font-size:15pt}.kicker{font-size:9pt}
.first p{margin:.25em 0}.counts{font-size:11.5pt}
.service,.supplied,.compared,.first .more,.miss .target,.miss .verdict,.miss dl,.card .target,.card .verdict,.card .name{font-size:9pt}
.misses{grid-template-columns:1fr;gap:5px}.miss{padding:4px 9px}.miss .value{font-size:13pt}
section{margin-top:16px}
.charts{grid-template-columns:1fr 1fr;gap:8px}
.card,.miss,figure,tr,.warning{break-inside:avoid}
h2,h3,caption,figcaption,.label{break-after:avoid}
h2+*,h3+*{break-before:avoid}
#form{break-before:auto}
figure{padding:5px 8px}figcaption{font-size:10pt}figcaption .sub,.source{font-size:9pt}
svg.kpi-chart{max-width:none}
figure details{display:none}
.folded summary{font-weight:600}
.table{overflow:visible;margin:6px 0}
table,caption,details{font-size:9pt}
th,td{padding:2px 3px}
tbody th{min-width:0}
td.pass,td.fail,td.none{white-space:normal}
.number{white-space:normal;overflow-wrap:normal}
thead{display:table-header-group}
tfoot{display:table-row-group}
thead th{hyphens:auto}
#definitions td{min-width:0}
}
`
  .trim()
  .replaceAll("\n", "");
