/** The report as one page: no script, nothing fetched, charts drawn in it; for a screen of any width and for A4. */
import type { Report } from "../report/report.ts";
import { capital, clean, type Language } from "../text/language.ts";
import { periodicLabel, periodicSentence } from "../text/periodic.ts";
import type { Block, Card, Cell, Chart, Document, Section, Table } from "./document.ts";
import { style } from "./html-style.ts";
import type { RenderOptions } from "./options.ts";
import { documentOf } from "./sections/index.ts";

type Charts = typeof import("./charts.ts");

export async function html(report: Report, { language }: RenderOptions): Promise<string> {
  const charts = await import("./charts.ts");
  return page(documentOf(report, language), report, charts);
}

function page(made: Document, report: Report, charts: Charts): string {
  const { language, sections } = made;
  const title = `${made.subject} – ${made.period}`;
  const contents = sections.map(({ id, title: name }) => `<li><a href="#${id}">${escaped(name)}</a></li>`).join("");
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="kpi ${escaped(report.tool.version)}">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<p class="kicker">${escaped(made.title)}</p>
<h1>${escaped(made.subject)}</h1>
<p class="period">${escaped(capital(made.period))}</p>
<p class="opening">${escaped(made.opening)}</p>
${made.lead.length === 0 ? "" : `<div class="lead">${made.lead.map((text) => `<p>${escaped(text)}</p>`).join("")}</div>`}
</header>
<main>
${made.cards.length === 0 ? "" : `<ul class="cards" aria-label="${escaped(periodicLabel("results", language))}">${made.cards.map((card) => cardOf(card, charts)).join("")}</ul>`}
<nav aria-label="${escaped(periodicLabel("contents", language))}"><ol>${contents}</ol></nav>
${sections.map((section, i) => sectionOf(section, i, language, charts)).join("\n")}
</main>
<footer><p>kpi ${escaped(report.tool.version)}</p></footer>
</body>
</html>
`;
}

/** Names come from outside: nothing of them may become markup. */
function escaped(text: string): string {
  return clean(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function cardOf({ title, value, target, verdict, tone, cases, trend }: Card, charts: Charts): string {
  const spark = trend === null ? "" : charts.sparkline(trend);
  return `<li class="card ${tone}"><h2>${escaped(title)}</h2><p class="value">${escaped(value)}</p><p class="target">${escaped(target)}</p><p class="verdict ${tone}">${escaped(verdict)}</p><p class="n">n = ${escaped(cases)}</p>${spark}</li>`;
}

const numerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

function sectionOf({ id, title, blocks }: Section, i: number, language: Language, charts: Charts): string {
  const parts: string[] = [];
  // Charts that follow one another stand beside each other where there is room.
  let run: string[] = [];
  const endRun = () => {
    if (run.length > 0) parts.push(`<div class="charts">${run.join("")}</div>`);
    run = [];
  };
  for (const block of blocks) {
    if (block.kind === "chart") run.push(chartOf(block, language, charts));
    else {
      endRun();
      parts.push(blockOf(block, language));
    }
  }
  endRun();
  return `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${numerals[i]}. ${escaped(title)}</h2>${parts.join("\n")}</section>`;
}

function blockOf(block: Exclude<Block, Chart>, language: Language): string {
  switch (block.kind) {
    case "text":
      return `<p${block.isWarning === true ? ' class="warning"' : ""}>${escaped(block.text)}</p>`;
    case "heading":
      return `<h3>${escaped(block.text)}</h3>`;
    case "list":
      return block.items.length === 0
        ? ""
        : `<ul class="notes">${block.items.map((item) => `<li>${escaped(item)}</li>`).join("")}</ul>`;
    case "table":
      return tableOf(block, language);
  }
}

function chartOf({ title, description, drawing, table }: Chart, language: Language, charts: Charts): string {
  const svg = charts.draw(drawing, { title: clean(title), description: clean(description) });
  return `<figure><figcaption>${escaped(title)}</figcaption>${svg}<details><summary>${escaped(periodicLabel("table", language))}</summary>${tableOf(table, language, false)}</details></figure>`;
}

function tableOf(table: Table, language: Language, hasCaption = true): string {
  if (table.only === "sheet") return "";
  const { columns, rows, caption, hasTotal = false, top } = table;
  const total = hasTotal ? rows.slice(-1) : [];
  const all = hasTotal ? rows.slice(0, -1) : rows;
  const shown = top === undefined ? all : all.slice(0, top);
  const hidden = all.length - shown.length;
  const body = shown.map((row) => rowOf(row, table)).join("");
  const foot = total.map((row) => rowOf(row, table)).join("");
  const more =
    hidden > 0
      ? `<tr><td colspan="${columns.length}" class="more">${escaped(periodicSentence("moreRows", { count: hidden }, language))}</td></tr>`
      : "";
  const title = hasCaption ? `<caption>${escaped(caption)}</caption>` : "";
  return `<div class="table" role="region" tabindex="0" aria-label="${escaped(caption)}"><table>${title}<thead>${headOf(table)}</thead><tbody>${body}${more}</tbody>${foot === "" ? "" : `<tfoot>${foot}</tfoot>`}</table></div>`;
}

/** One row of headings, or two where some stand over several columns. */
function headOf({ columns }: Table): string {
  const cellOf = ({ title, isNumber }: Table["columns"][number], more = "") =>
    `<th scope="col"${isNumber ? ' class="number"' : ""}${more}>${escaped(title)}</th>`;
  if (columns.every(({ over }) => over === undefined))
    return `<tr>${columns.map((column) => cellOf(column)).join("")}</tr>`;
  const upper: string[] = [];
  columns.forEach((column, i) => {
    if (column.over === undefined) upper.push(cellOf(column, ' rowspan="2"'));
    else if (columns[i - 1]?.over !== column.over) {
      const span = columns.filter(({ over }) => over === column.over).length;
      upper.push(`<th scope="colgroup" class="over" colspan="${span}">${escaped(column.over)}</th>`);
    }
  });
  const lower = columns.filter(({ over }) => over !== undefined).map((column) => cellOf(column));
  return `<tr>${upper.join("")}</tr><tr>${lower.join("")}</tr>`;
}

function rowOf(row: readonly Cell[], { columns }: Table): string {
  const first = columns.findIndex(({ isNumber }) => !isNumber);
  const cells = row.map(({ text, tone }, i) => {
    const names = [...(columns[i].isNumber ? ["number"] : []), ...(tone === undefined ? [] : [tone])];
    const name = names.length === 0 ? "" : ` class="${names.join(" ")}"`;
    return i === first && text !== ""
      ? `<th scope="row"${name}>${escaped(text)}</th>`
      : `<td${name}>${escaped(text)}</td>`;
  });
  return `<tr>${cells.join("")}</tr>`;
}
