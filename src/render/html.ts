/**
 * The report as one page: complete without its script, nothing fetched, charts drawn in it; for a screen of any width and
 * for A4.
 */
import type { Report } from "../report/report.ts";
import { firstLabel, firstSentence } from "../text/first.ts";
import { capital, clean, type Language } from "../text/language.ts";
import { periodicLabel, periodicSentence } from "../text/periodic.ts";
import type { Block, Card, Cell, Chart, Document, First, MissCard, Section, Table } from "./document.ts";
import { script } from "./html-script.ts";
import { style } from "./html-style.ts";
import type { RenderOptions } from "./options.ts";
import { documentOf } from "./sections/index.ts";

type Charts = typeof import("./charts.ts");

/** What the parts of a page are made with; ids are given once. */
interface Making {
  readonly language: Language;
  readonly charts: Charts;
  readonly id: () => string;
  /** Text as markup; what is Vietnamese in an English page is marked. */
  readonly words: (text: string) => string;
}

export async function html(report: Report, { language, ...of }: RenderOptions): Promise<string> {
  const charts = await import("./charts.ts");
  let ids = 0;
  const id = () => `t${++ids}`;
  return page(
    documentOf(report, language, of),
    report,
    { language, charts, id, words: wordsIn(language, report) },
    await hashOf(script),
  );
}

/** The one script that the page may run, by its hash: none that a name in a log would bring in. */
async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

function page(made: Document, report: Report, making: Making, hash: string): string {
  const { language, sections } = made;
  const { words } = making;
  const title = `${made.subject} – ${made.period}`;
  const contents = sections.map(({ id, title: name }) => `<li><a href="#${id}">${words(name)}</a></li>`).join("");
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src '${hash}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="kpi ${escaped(report.tool.version)}">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#${sections[0]?.id ?? "first"}">${escaped(firstLabel("skip", language))}</a>
<header>
<p class="kicker">${escaped(made.title)}</p>
<h1>${escaped(made.subject)}</h1>
<p class="period">${escaped(made.period.includes(" · ") ? made.period : capital(made.period))}</p>
${made.issuer === null ? "" : `<p class="period">${words(made.issuer)}</p>\n`}<p class="opening">${words(made.opening)}</p>
</header>
<main>
${firstScreen(made.first, making)}
${
  sections.length < 2
    ? ""
    : `<nav aria-label="${escaped(periodicLabel("contents", language))}"><ol>${contents}</ol></nav>
`
}${sections.map((section, i) => sectionOf(section, i, making)).join("\n")}
</main>
<footer><p>kpi ${escaped(report.tool.version)}</p></footer>
<script>${script}</script>
</body>
</html>
`;
}

/** Names come from outside: nothing of them may become markup. */
function escaped(text: string): string {
  return clean(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** A word with a letter that only Vietnamese has, what stands between two such words, and the names behind the last: Hải An. */
const vietnamese =
  /(?:\p{Lu}+ )*[^\s<>&"“”(]*[ăâđêôơưĂÂĐÊÔƠƯà-ãè-êìíò-õùúýĩũạ-ỹ][^\s<>&"“”)]*(?: (?:[\p{L}\d]+ ){0,2}[^\s<>&"“”(]*[ăâđêôơưĂÂĐÊÔƠƯà-ãè-êìíò-õùúýĩũạ-ỹ][^\s<>&"“”)]*)*(?:(?<=[\p{L}\d]) \p{Lu}\p{Ll}+(?![\p{L}\d]))*/gu;

/** Names of groups and procedures that end, or begin, in words without marks: "Đăng ký kinh doanh" is one name. */
function namesIn({ results, periodic }: Report): string[] {
  const names = [
    ...results.flatMap(({ group }) => group?.name ?? []),
    ...(periodic?.procedures.map(({ name }) => name) ?? []),
  ].map(escaped);
  const isHalf = (name: string) => {
    const found = name.match(vietnamese);
    return found !== null && found[0] !== name;
  };
  return [...new Set(names)].filter(isHalf).slice(0, mostNames);
}

/** So many names are looked for as wholes; each text is held against all of them. */
const mostNames = 200;

/** Text of a language; what is Vietnamese in an English page says so, to be read aloud as it is. */
function wordsIn(language: Language, report: Report): (text: string) => string {
  if (language === "vi") return escaped;
  // The longest first: the name of one may begin with that of another.
  const names = namesIn(report)
    .sort((a, b) => b.length - a.length)
    .map((name) => `${name.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&")}(?![\\p{L}\\d])`);
  const pattern = new RegExp([...names, vietnamese.source].join("|"), "gu");
  return (text) => escaped(text).replace(pattern, '<span lang="vi">$&</span>');
}

function firstScreen(first: First, making: Making): string {
  const { language, words } = making;
  const say = (name: Parameters<typeof firstLabel>[0]) => escaped(firstLabel(name, language));
  const parts = [
    ...first.limits.map((line) => `<p class="warning">${words(line)}</p>`),
    ...(first.counts === "" ? [] : [`<p class="counts">${words(first.counts)}</p>`]),
    ...(first.service === null ? [] : [`<p class="service">${words(first.service)}</p>`]),
    ...(first.misses.length === 0
      ? []
      : [
          `<p class="label" id="misses">${say("misses")}</p>`,
          `<ol class="misses" aria-labelledby="misses">${first.misses.map((miss) => missOf(miss, making)).join("")}</ol>`,
        ]),
    ...(first.moreMisses === null ? [] : [`<p class="more">${words(first.moreMisses)}</p>`]),
    ...(first.undecided.length === 0
      ? []
      : [
          `<p class="label" id="undecided">${say("undecided")}</p>`,
          `<ul class="undecided" aria-labelledby="undecided">${first.undecided.map(({ title, text }) => `<li><b>${words(title)}</b>: ${words(text)}</li>`).join("")}</ul>`,
        ]),
    ...(first.notSupplied === null ? [] : [`<p class="supplied">${words(first.notSupplied)}</p>`]),
    ...(first.passes.length === 0
      ? []
      : [
          `<details class="passes"><summary>${escaped(firstSentence("passesLine", { count: first.passes.length }, language))}</summary><ul class="cards">${first.passes.map((card) => cardOf(card, making)).join("")}</ul></details>`,
        ]),
    ...first.compared.map((line) => `<p class="compared">${words(line)}</p>`),
  ];
  return `<div id="first" class="first">\n${parts.join("\n")}\n</div>`;
}

function missOf(miss: MissCard, { language, charts, words }: Making): string {
  const facts = (["gap", "since", "agency", "owner", "step"] as const)
    .filter((name) => miss[name] !== "")
    .map((name) => `<div><dt>${escaped(firstLabel(name, language))}</dt><dd>${words(miss[name])}</dd></div>`);
  const spark = miss.trend === null ? "" : charts.sparkline(miss.trend);
  return `<li class="miss"><p class="name">${words(miss.title)}</p><p class="figure"><b class="value">${escaped(miss.value)}</b> <span class="target">${escaped(`${firstLabel("target", language)} ${miss.target}`)}</span> <span class="verdict fail">${escaped(miss.verdict)}</span>${spark}</p><dl>${facts.join("")}</dl></li>`;
}

function cardOf({ title, value, target, verdict, tone, trend }: Card, { charts, words }: Making): string {
  const spark = trend === null ? "" : charts.sparkline(trend);
  return `<li class="card ${tone}"><p class="name">${words(title)}</p><p class="value">${escaped(value)}</p><p class="target">${escaped(target)}</p><p class="verdict ${tone}">${escaped(verdict)}</p>${spark}</li>`;
}

const numerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

function sectionOf({ id, title, blocks }: Section, i: number, making: Making): string {
  const { words } = making;
  const parts: string[] = [];
  // Charts that follow one another stand beside each other where there is room.
  let run: string[] = [];
  // What names a table that has no caption: the heading that it stands under.
  let over = `${id}-title`;
  const endRun = () => {
    if (run.length > 0) parts.push(`<div class="charts">${run.join("")}</div>`);
    run = [];
  };
  for (const block of blocks) {
    if (block.kind === "chart") {
      run.push(chartOf(block, making));
      continue;
    }
    endRun();
    if (block.kind === "heading") {
      over = making.id();
      parts.push(`<h3 id="${over}">${words(block.text)}</h3>`);
    } else parts.push(blockOf(block, over, making));
  }
  endRun();
  return `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${numerals[i]}. ${words(title)}</h2>${parts.join("\n")}</section>`;
}

function blockOf(block: Exclude<Block, Chart | { readonly kind: "heading" }>, over: string, making: Making): string {
  const { words } = making;
  switch (block.kind) {
    case "text":
      return `<p${block.isWarning === true ? ' class="warning"' : ""}>${words(block.text)}</p>`;
    case "list":
      return block.items.length === 0
        ? ""
        : `<ul class="notes">${block.items.map((item) => `<li>${words(item)}</li>`).join("")}</ul>`;
    case "table":
      return tableOf(block, over, making);
  }
}

function chartOf({ title, subtitle, source, description, drawing, table }: Chart, making: Making): string {
  const { language, charts, words } = making;
  const svg = charts.draw(drawing, { title: clean(title), description: clean(description) });
  const name = making.id();
  const below = source === "" ? "" : `<p class="source">${words(source)}</p>`;
  return `<figure class="chart ${drawing.type}"><figcaption><span id="${name}">${words(title)}</span><span class="sub">${words(subtitle)}</span></figcaption>${svg}${below}<details><summary>${escaped(periodicLabel("table", language))}</summary>${tableOf({ ...table, caption: "" }, name, making)}</details></figure>`;
}

/** Rows that a page holds of one table: the workbook and the JSON have all. */
const mostRows = 400;

/** Fewer rows need no search. */
const leastSorted = 6;

/** @param over the id of what names the table where it has no caption of its own */
function tableOf(table: Table, over: string, making: Making): string {
  if (table.only === "sheet") return "";
  const { language, words } = making;
  const { columns, rows, caption, hasTotal = false, top, isFolded = false } = table;
  const total = hasTotal ? rows.slice(-1) : [];
  const all = hasTotal ? rows.slice(0, -1) : rows;
  // With the script the first of them are shown, and the others on demand; without it all that are there.
  const shown = top === undefined ? all : all.slice(0, mostRows);
  const hidden = all.length - shown.length;
  const body = shown.map((row) => rowOf(row, table, words)).join("");
  const foot = total.map((row) => rowOf(row, table, words)).join("");
  const more =
    hidden > 0
      ? `<tr><td colspan="${columns.length}" class="more">${escaped(periodicSentence("moreRows", { count: hidden }, language))}</td></tr>`
      : "";
  // What the heading names is no landmark of its own: the section is.
  const hasCaption = caption !== "" && !isFolded;
  const name = hasCaption || isFolded ? making.id() : over;
  const title = hasCaption ? `<caption id="${name}">${words(caption)}</caption>` : "";
  const data =
    top === undefined || shown.length < leastSorted
      ? ""
      : ` data-top="${top}" data-all="${escaped(periodicSentence("showAll", { count: shown.length }, language))}" data-few="${escaped(periodicSentence("showFew", { count: top }, language))}" data-filter="${escaped(periodicLabel("filter", language))}"`;
  const made = `<div class="table" role="${name === over ? "group" : "region"}" tabindex="0" aria-labelledby="${name}"><table${data}>${title}<thead>${headOf(table, words)}</thead><tbody>${body}${more}</tbody>${foot === "" ? "" : `<tfoot>${foot}</tfoot>`}</table></div>`;
  return isFolded ? `<details class="folded"><summary id="${name}">${words(caption)}</summary>${made}</details>` : made;
}

/** One row of headings, or two where some stand over several columns. */
function headOf({ columns }: Table, words: (text: string) => string): string {
  const cellOf = ({ title, isNumber }: Table["columns"][number], more = "") =>
    title === ""
      ? `<td${more}></td>`
      : `<th scope="col"${isNumber ? ' class="number"' : ""}${more}>${words(title)}</th>`;
  if (columns.every(({ over }) => over === undefined))
    return `<tr>${columns.map((column) => cellOf(column)).join("")}</tr>`;
  const upper: string[] = [];
  columns.forEach((column, i) => {
    if (column.over === undefined) upper.push(cellOf(column, ' rowspan="2"'));
    else if (columns[i - 1]?.over !== column.over) {
      const span = columns.filter(({ over }) => over === column.over).length;
      upper.push(`<th scope="colgroup" class="over" colspan="${span}">${words(column.over)}</th>`);
    }
  });
  const lower = columns.filter(({ over }) => over !== undefined).map((column) => cellOf(column));
  return `<tr>${upper.join("")}</tr><tr>${lower.join("")}</tr>`;
}

function rowOf(row: readonly Cell[], { columns }: Table, words: (text: string) => string): string {
  const first = columns.findIndex(({ isNumber }) => !isNumber);
  const cells = row.map(({ text, tone, value }, i) => {
    const names = [...(columns[i].isNumber ? ["number"] : []), ...(tone === undefined ? [] : [tone])];
    const name = names.length === 0 ? "" : ` class="${names.join(" ")}"`;
    // What is sorted by, where the text has more than the number.
    const sorted = columns[i].isNumber && value != null ? ` data-value="${Math.round(value * 1e6) / 1e6}"` : "";
    return i === first && text !== ""
      ? `<th scope="row"${name}>${words(text)}</th>`
      : `<td${name}${sorted}>${words(text)}</td>`;
  });
  return `<tr>${cells.join("")}</tr>`;
}
