/** Tables of a document by Nghị định 30: what an official can read on paper, at least 10 points, codes whole. */
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Table as FileTable,
  Paragraph,
  ShadingType,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  VerticalMergeType,
  WidthType,
} from "docx";
import { periodicSentence } from "../text/periodic.ts";
import type { Cell, Table } from "./document.ts";
import { line, run, type Style, size } from "./docx-text.ts";

/** A style of the paragraph sets the size of its end too, on which the height of a row depends. */
export const cellStyle = "KpiTable";

const grid = { style: BorderStyle.SINGLE, size: 4, color: "808080" };
/** Of a table as a whole: said for each cell they would be half of the document. */
const gridBorders = { top: grid, bottom: grid, left: grid, right: grid, insideHorizontal: grid, insideVertical: grid };
const cellMargins = { left: 30, right: 30, top: 20, bottom: 20 };

/** @param room millimetres between the margins */
export function tableOf(
  { caption, columns, rows, hasTotal = false, top }: Table,
  room: number,
): (Paragraph | FileTable)[] {
  const all = hasTotal ? rows.slice(0, -1) : rows;
  const shown = top === undefined ? all : all.slice(0, top);
  const hidden = all.length - shown.length;
  const text = size.table;
  const style = cellStyle;
  const widths = widthsOf(columns, [...shown, ...rows.slice(-1)], text, room);
  // A short table is not torn.
  const keepNext = shown.length <= mostKept;
  const cellOf = (content: string, i: number, own: Style, isLast: boolean) =>
    new TableCell({
      width: { size: widths[i], type: WidthType.DXA },
      children: [
        new Paragraph({
          style,
          ...(keepNext && !isLast && { keepNext }),
          ...(columns[i].isNumber && { alignment: AlignmentType.RIGHT }),
          children: content === "" ? [] : [run(content, own)],
        }),
      ],
    });
  const rowOf = (row: readonly Cell[], isTotal: boolean, isLast: boolean) =>
    new TableRow({
      cantSplit: true,
      children: row.map(({ text: content, tone }, i) => {
        // A document of the State is black; what is missed is set bold.
        return cellOf(content, i, { ...((isTotal || tone === "fail") && { bold: true }) }, isLast);
      }),
    });
  const table = new FileTable({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: gridBorders,
    margins: cellMargins,
    rows: [
      ...headRows(columns, widths, style),
      ...shown.map((row, i) => rowOf(row, false, !hasTotal && i === shown.length - 1)),
      ...(hasTotal ? rows.slice(-1).map((row) => rowOf(row, true, true)) : []),
    ],
  });
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
    table,
    ...(hidden > 0
      ? [line(periodicSentence("moreRows", { count: hidden }, "vi"), AlignmentType.LEFT, { italics: true, size: text })]
      : []),
    new Paragraph({ spacing: { after: 60 }, children: [] }),
  ];
}

/** One row of heads, or two where some stand over several columns. */
function headRows(columns: Table["columns"], widths: readonly number[], style: string): TableRow[] {
  const shading = { type: ShadingType.CLEAR, color: "auto", fill: "E8EDF4" };
  const head = (content: string, i: number, more: object = {}) =>
    new TableCell({
      shading,
      verticalAlign: VerticalAlign.CENTER,
      width: { size: widths[i], type: WidthType.DXA },
      margins: { left: 20, right: 20, top: 20, bottom: 20 },
      children: [
        new Paragraph({
          style,
          keepNext: true,
          alignment: AlignmentType.CENTER,
          children: [run(content, { bold: true })],
        }),
      ],
      ...more,
    });
  if (columns.every(({ over }) => over === undefined)) {
    return [
      new TableRow({ tableHeader: true, cantSplit: true, children: columns.map(({ title }, i) => head(title, i)) }),
    ];
  }
  const upper = columns.flatMap(({ title, over }, i) => {
    if (over === undefined) return [head(title, i, { verticalMerge: VerticalMergeType.RESTART })];
    if (columns[i - 1]?.over === over) return [];
    const columnSpan = columns.filter((column) => column.over === over).length;
    const width = columns.reduce((sum, column, at) => (column.over === over ? sum + widths[at] : sum), 0);
    return [head(over, i, { columnSpan, width: { size: width, type: WidthType.DXA } })];
  });
  const lower = columns.map(({ title, over }, i) =>
    over === undefined ? head("", i, { verticalMerge: VerticalMergeType.CONTINUE }) : head(title, i),
  );
  return [upper, lower].map((children) => new TableRow({ tableHeader: true, cantSplit: true, children }));
}

/** Letters that stand on one line: ≥ 100%. */
const leastBroken = 8;

/** Rows of a table that is kept on one page. */
const mostKept = 12;

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
  const twips = (letters: number) => Math.ceil(letters * letter * size * 10) + 70;
  const longest = columns.map(({ title, isNumber }, i) => ({
    word: Math.max(
      // Capitals are wider by a third.
      ...title.split(" ").map((word) => word.length * (/^\p{Lu}{2}/u.test(word) ? 1.6 : 1.15)),
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
