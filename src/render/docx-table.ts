/**
 * Tables of a document by Nghị định 30: what an official can read on paper, at least 10 points, codes whole. Their cells are
 * most of a document: they are written as WordprocessingML, since an object of the library for each takes half of its time.
 */
import { AlignmentType, convertMillimetersToTwip, Paragraph, TextRun } from "docx";
import { clean } from "../text/language.ts";
import { periodicSentence } from "../text/periodic.ts";
import type { Cell, Table } from "./document.ts";
import { line, run, size } from "./docx-text.ts";

/** A style of the paragraph sets the size of its end too, on which the height of a row depends. */
export const cellStyle = "KpiTable";

/** Signs of no script, between which a paragraph names the table that takes its place. */
const [open, close] = ["\ue0f0", "\ue0f1"];

/** The tables of one document, by the numbers in the paragraphs that stand for them. */
export class TablesInXml {
  readonly #made: string[] = [];

  /** @param room millimetres between the margins; keeps what follows stands on the page of the last rows */
  add(table: Table, room: number, keeps = false): Paragraph[] {
    const { caption, rows, hasTotal = false, top } = table;
    const all = hasTotal ? rows.slice(0, -1) : rows;
    const shown = top === undefined ? all : all.slice(0, top);
    const hidden = all.length - shown.length;
    const parts = onPaper(table);
    const begin = this.#made.length;
    for (const [i, { columns, at }] of parts.entries()) {
      const cut = (cells: readonly Cell[]) => at.map((own) => cells[own]);
      this.#made.push(
        tableXml({ ...table, columns, rows: rows.map(cut) }, shown.map(cut), room, keeps && i === parts.length - 1),
      );
    }
    const more = periodicSentence("moreRows", { count: hidden }, "vi");
    return [
      ...(caption === ""
        ? []
        : [
            new Paragraph({
              keepNext: true,
              spacing: { before: 120, after: 60 },
              children: [run(caption, { bold: true, size: 24 })],
            }),
          ]),
      ...parts.flatMap((_, i) => [
        ...(i > 0 ? [new Paragraph({ spacing: { after: 120 }, children: [] })] : []),
        new Paragraph({ children: [new TextRun(`${open}${begin + i}${close}`)] }),
      ]),
      ...(hidden > 0 ? [line(more, AlignmentType.LEFT, { italics: true, size: size.table }, 0, keeps)] : []),
      new Paragraph({ ...(keeps && { keepNext: true }), spacing: { after: 60 }, children: [] }),
    ];
  }

  /** The document with its tables in their places. */
  in(xml: string): string {
    const stands = new RegExp(`<w:p><w:r><w:t[^>]*>${open}(\\d+)${close}</w:t></w:r></w:p>`, "g");
    return xml.replace(stands, (whole, at: string) => this.#made[Number(at)] ?? whole);
  }
}

/** Columns for whose heads a page has room. */
const mostColumns = 16;

/** A table that is wider goes on below, each part with the columns that have no head over them; what one head spans stays together. */
function onPaper({ columns }: Table): { readonly columns: Table["columns"]; readonly at: readonly number[] }[] {
  const all = [...columns.keys()];
  const fixed = all.filter((i) => columns[i].over === undefined);
  const parts: number[][] = [];
  const overs = columns.length <= mostColumns ? [] : new Set(columns.flatMap(({ over }) => over ?? []));
  for (const over of overs) {
    const own = all.filter((i) => columns[i].over === over);
    const last = parts.at(-1);
    if (last !== undefined && last.length + own.length <= mostColumns) last.push(...own);
    else parts.push([...fixed, ...own]);
  }
  return (parts.length === 0 ? [all] : parts).map((at) => ({ columns: at.map((i) => columns[i]), at }));
}

function escaped(text: string): string {
  return clean(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

const borders = ["top", "left", "bottom", "right", "insideH", "insideV"]
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`)
  .join("");
const margins = [
  ["top", 20],
  ["left", 30],
  ["bottom", 20],
  ["right", 30],
]
  .map(([side, width]) => `<w:${side} w:w="${width}" w:type="dxa"/>`)
  .join("");

/** A paragraph of a cell; its place in the row, and how it hangs together with the next. */
function paragraph(text: string, { bold = false, keepNext = false, side = "" }): string {
  const style = `<w:pPr><w:pStyle w:val="${cellStyle}"/>${keepNext ? "<w:keepNext/>" : ""}${side === "" ? "" : `<w:jc w:val="${side}"/>`}</w:pPr>`;
  if (text === "") return `<w:p>${style}</w:p>`;
  return `<w:p>${style}<w:r>${bold ? "<w:rPr><w:b/><w:bCs/></w:rPr>" : ""}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
}

function tableXml(
  { columns, rows, hasTotal = false }: Table,
  shown: Table["rows"],
  room: number,
  keeps: boolean,
): string {
  const widths = widthsOf(columns, [...shown, ...rows.slice(-1)], size.table, room);
  // A short table is not torn; one of few rows that are long would leave the page before it empty.
  const isKept = shown.length <= mostKept && linesOf(shown, widths) <= mostLines;
  const rowOf = (row: readonly Cell[], isTotal: boolean, isLast: boolean) => {
    const cells = row.map(({ text, tone }, i) => {
      // A document of the State is black; what is missed is set bold.
      const style = {
        bold: isTotal || tone === "fail",
        keepNext: isLast ? keeps : isKept,
        side: columns[i].isNumber ? "right" : "",
      };
      return `<w:tc><w:tcPr><w:tcW w:w="${widths[i]}" w:type="dxa"/></w:tcPr>${paragraph(text, style)}</w:tc>`;
    });
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join("")}</w:tr>`;
  };
  const body = shown.map((row, i) => rowOf(row, false, !hasTotal && i === shown.length - 1));
  const total = hasTotal ? rows.slice(-1).map((row) => rowOf(row, true, true)) : [];
  const whole = widths.reduce((a, b) => a + b, 0);
  return `<w:tbl><w:tblPr><w:tblW w:w="${whole}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>${margins}</w:tblCellMar></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>${headRows(columns, widths)}${body.join("")}${total.join("")}</w:tbl>`;
}

/** One row of heads, or two where some stand over several columns. */
function headRows(columns: Table["columns"], widths: readonly number[]): string {
  const head = (text: string, width: number, more = "") =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${more}<w:shd w:val="clear" w:color="auto" w:fill="E8EDF4"/><w:vAlign w:val="center"/></w:tcPr>${paragraph(text, { bold: true, keepNext: true, side: "center" })}</w:tc>`;
  const rowOf = (cells: readonly string[]) =>
    `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells.join("")}</w:tr>`;
  if (columns.every(({ over }) => over === undefined)) {
    return rowOf(columns.map(({ title }, i) => head(title, widths[i])));
  }
  const upper = columns.flatMap(({ title, over }, i) => {
    if (over === undefined) return [head(title, widths[i], '<w:vMerge w:val="restart"/>')];
    if (columns[i - 1]?.over === over) return [];
    const span = columns.filter((column) => column.over === over).length;
    const width = columns.reduce((sum, column, at) => (column.over === over ? sum + widths[at] : sum), 0);
    return [head(over, width, `<w:gridSpan w:val="${span}"/>`)];
  });
  const lower = columns.map(({ title, over }, i) =>
    over === undefined ? head("", widths[i], "<w:vMerge/>") : head(title, widths[i]),
  );
  return rowOf(upper) + rowOf(lower);
}

/** Rows, and lines, of a table that is kept on one page. */
const mostKept = 12;
const mostLines = 20;

/** About how many lines rows take: those of the longest cell of each. */
function linesOf(rows: Table["rows"], widths: readonly number[]): number {
  const inLine = widths.map((width) => Math.max(1, (width - 80) / (letter * size.table * 10)));
  const lines = rows.map((row) => Math.max(...row.map(({ text }, i) => Math.ceil(text.length / inLine[i]))));
  return lines.reduce((sum, own) => sum + Math.max(1, own), 0);
}

/** Letters that stand on one line: ≥ 100%. */
const leastBroken = 8;

/** Letters of a code that is kept on one line. */
const longestCode = 26;

/** The width of a letter of Times New Roman, on average, in sizes of the letters. */
const letter = 0.5;

/**
 * Numbers are not broken and get what they need; columns of words share the rest by what they hold.
 *
 * @param size of the letters, half points
 */
function widthsOf(columns: Table["columns"], rows: Table["rows"], size: number, room: number): number[] {
  const whole = convertMillimetersToTwip(room);
  // Ten twips a half point; the margins of a cell beside it.
  const twips = (letters: number) => Math.ceil(letters * letter * size * 10) + 80;
  const longest = columns.map(({ title, isNumber }, i) => ({
    word: Math.max(
      // Capitals are wider by a third.
      ...title.split(" ").map((word) => word.length * (/^\p{Lu}{2}/u.test(word) ? 1.6 : 1.3)),
      // What has no space is not to be broken either: a code, a percentage. A sign takes the room of two letters.
      ...(isNumber
        ? []
        : rows.flatMap((row) =>
            (row[i]?.text ?? "").split(" ").map((word) => Math.min(word.length, /\d/.test(word) ? longestCode : 12)),
          )),
    ),
    held: Math.max(0, ...rows.map((row) => (row[i]?.text ?? "").replace(/[%✓✗†*]/g, "xx").length)),
  }));
  // Where the numbers would leave no room for words, they stand on more lines, and break at their spaces only.
  const lines = columns.map((_, i) =>
    Math.max(
      0,
      ...rows.flatMap((row) => {
        const text = row[i]?.text ?? "";
        return text.length <= leastBroken ? [text.length] : text.split(/[ \u00a0]/).map(({ length }) => length);
      }),
    ),
  );
  const inOneLine = columns.map(({ isNumber }, i) => (isNumber ? twips(Math.min(longest[i].held, 16)) : 0));
  const isTight = inOneLine.reduce((a, b) => a + b, 0) > whole * 0.5;
  const wants = columns.map(({ isNumber }, i) => {
    const { word, held } = longest[i];
    return isNumber
      ? twips(Math.max(isTight ? Math.min(word + 1, 8) : word, isTight ? lines[i] * 1.08 : Math.min(held, 16)))
      : twips(Math.max(word, held <= 20 ? held * 0.65 : Math.min(40, Math.sqrt(held) * 4)));
  });
  const sum = (of: (i: number) => boolean) => wants.reduce((total, want, i) => (of(i) ? total + want : total), 0);
  const ofNumbers = sum((i) => columns[i].isNumber);
  const ofWords = sum((i) => !columns[i].isNumber);
  // Where the numbers alone would fill the page, all columns give way, or share what is left, alike.
  const scale =
    isTight || ofNumbers > whole * 0.6
      ? [whole / (ofNumbers + ofWords), whole / (ofNumbers + ofWords)]
      : [1, (whole - ofNumbers) / ofWords];
  const widths = wants.map((want, i) => Math.floor(want * scale[columns[i].isNumber ? 0 : 1]));
  widths[0] += whole - widths.reduce((a, b) => a + b, 0);
  return widths;
}
