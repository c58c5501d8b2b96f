/** The report as a workbook: a sheet a section, numbers as numbers, heads that stay, verdicts in colour and in words. */
import writeWorkbook, { type Row as SheetRow } from "write-excel-file/universal";
import type { Report } from "../report/report.ts";
import { clean, type Language } from "../text/language.ts";
import { type PeriodicLabel, periodicLabel } from "../text/periodic.ts";
import type { Block, Cell, Chart, Document, Section, Table, Tone } from "./document.ts";
import { leadLines } from "./lead.ts";
import type { RenderOptions } from "./options.ts";
import { documentOf } from "./sections/index.ts";
import { steady } from "./zip.ts";

type SheetCell = NonNullable<SheetRow[number]>;

/**
 * A number's format, with as many decimals as its text has: the text keeps to the side of the target, and so must the cell.
 * What its column's head does not name, its unit, stands in the format, so that the cell stays a number.
 */
function formatOf({ format, text, unit, before, places: own }: Cell, isNamed: boolean, language: Language): string {
  const behind = unit === undefined || isNamed ? "" : `" ${unit}"`;
  const ahead = before === undefined ? "" : `"${before} "`;
  if (format === "whole") return `${ahead}#,##0${behind}`;
  const decimals = own ?? new RegExp(`\\d${language === "vi" ? "," : "\\."}(\\d+)`).exec(text)?.[1].length ?? 0;
  const places = decimals === 0 ? "" : `.${"0".repeat(decimals)}`;
  return format === "percent" ? `${ahead}0${places}%` : `${ahead}#,##0${places}${behind}`;
}

/** The unit of every number of a column, where it is one; null where they differ, or have none. */
function unitOfColumn(rows: Table["rows"], at: number): string | null {
  const numbers = rows.flatMap((row) => (isNumber(row[at]) ? [row[at]] : []));
  const units = new Set(numbers.map(({ unit, format }) => (format === "percent" ? "%" : unit)));
  const [unit] = units;
  return units.size === 1 && unit !== undefined && unit !== "%" ? unit : null;
}

function isNumber(cell: Cell | undefined): cell is Cell {
  return cell?.value != null && cell.format !== undefined;
}

const fills: Readonly<Record<Tone, string | null>> = { pass: "#e2f2e8", fail: "#fbe3e1", none: null };
const inks: Readonly<Record<Tone, string | null>> = { pass: "#1b7340", fail: "#b3261e", none: null };

/** The most that a column is made as wide as. */
const widest = 60;

export async function xlsx(report: Report, { language, ...of }: RenderOptions): Promise<Uint8Array> {
  const made = documentOf(report, language, of);
  const summary = of.only === "form" && made.first.limits.length === 0 ? [] : [summarySheet(made)];
  const sheets = [...summary, ...made.sections.map((section) => sheetOf(section, language))];
  const options = { fontFamily: "Times New Roman", fontSize: 12 };
  const blob = await writeWorkbook(sheets, options).toBlob();
  const day = report.period?.to ?? report.options.asOf ?? "2000-01-01";
  return steady(new Uint8Array(await blob.arrayBuffer()), day, (name, xml) => onPages(name, xml, sheets));
}

/** What the library does not write: sheets as wide as a page, their heads on each, and filters on the groups. */
interface Printed {
  readonly sheet: string;
  /** A1:H20; null of a sheet of sentences. */
  readonly area: string | null;
  readonly filter: string | null;
  /** Rows of heads that each page repeats. */
  readonly heads: number;
}

function onPages(name: string, xml: string, sheets: readonly Printed[]): string {
  if (name === "xl/workbook.xml") {
    const names = sheets.flatMap(({ sheet, area, filter, heads }, i) => {
      const at = `'${sheet.replaceAll("'", "''")}'!`;
      const absolute = (range: string) => range.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
      const defined = (which: string, ref: string, more = "") =>
        `<definedName name="_xlnm.${which}" localSheetId="${i}"${more}>${at}${ref}</definedName>`;
      return [
        ...(filter === null ? [] : [defined("_FilterDatabase", absolute(filter), ' hidden="1"')]),
        ...(area === null ? [] : [defined("Print_Area", absolute(area))]),
        ...(heads === 0 ? [] : [defined("Print_Titles", `$1:$${heads}`)]),
      ];
    });
    return xml.replace("<definedNames/>", `<definedNames>${names.join("")}</definedNames>`);
  }
  const own = sheets[Number(/^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1]) - 1];
  if (own === undefined) return xml;
  return xml
    .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace(/<pageSetup /, '<pageSetup fitToWidth="1" fitToHeight="0" ')
    .replace("</sheetData>", own.filter === null ? "</sheetData>" : `</sheetData><autoFilter ref="${own.filter}"/>`);
}

/** AA of 27. */
function letters(column: number): string {
  const [rest, last] = [Math.floor((column - 1) / 26), (column - 1) % 26];
  return (rest === 0 ? "" : letters(rest)) + String.fromCharCode(65 + last);
}

/** Names come from outside; a cell of text stays one, whatever it begins with. */
function textCell(value: string, more: Partial<SheetCell> = {}): SheetCell {
  return { value: clean(value), type: String, wrap: true, alignVertical: "top", ...more } as SheetCell;
}

function summarySheet({ title, subject, period, issuer, opening, first, language }: Document) {
  const lines = [title, subject, period, ...(issuer === null ? [] : [issuer]), opening, ...leadLines(first, language)];
  return {
    sheet: periodicLabel("summarySheet", language),
    columns: [{ width: 100 }],
    area: null,
    filter: null,
    heads: 0,
    orientation: "landscape" as const,
    data: lines.map(
      (line, i): SheetRow => [
        textCell(line, {
          ...(i < 2 && { fontWeight: "bold" as const }),
          height: heightOf(line, 100),
        } as Partial<SheetCell>),
      ],
    ),
    showGridLines: false,
  };
}

function sheetOf({ id, sheet, blocks }: Section, language: Language) {
  const tables = tablesOf(blocks);
  const [first] = tables;
  const data: SheetRow[] = [];
  const columns = widths(tables);
  tables.forEach((table, i) => {
    // The first table's heads are the sheet's first row, which stays; the others have their captions above them.
    if (i > 0) data.push([], [textCell(table.caption, { fontWeight: "bold", wrap: false })]);
    const units = table.columns.map((_, at) => unitOfColumn(table.rows, at));
    data.push(
      ...headOf(withUnits(table, units)).map((row) => highEnough(row, columns)),
      ...table.rows.map((row, at) => rowOf(row, { ...table, units }, at, language)),
    );
  });
  const notes = blocks.flatMap((block) =>
    block.kind === "text" ? [block.text] : block.kind === "list" ? block.items : [],
  );
  const wide = columns.reduce((sum, { width }) => sum + width, 0);
  // A note stands across the table; of cells that are joined a spreadsheet finds no height.
  const noteRow = (note: string): SheetRow => [
    textCell(note, { columnSpan: columns.length, height: heightOf(note, wide) }),
    ...columns.slice(1).map(() => null),
  ];
  if (notes.length > 0) data.push([], ...notes.map(noteRow));
  const last = letters(columns.length);
  const heads = first === undefined ? 0 : headOf(first).length;
  const isFiltered = first?.only === "sheet";
  return {
    sheet: sheet ?? periodicLabel(`${id}Sheet` as PeriodicLabel, language),
    data,
    columns,
    area: `A1:${last}${Math.max(1, data.length)}`,
    filter: isFiltered ? `A${heads}:${letters(first.columns.length)}${heads + first.rows.length}` : null,
    heads,
    stickyRowsCount: heads,
    orientation: "landscape" as const,
  };
}

/** What a sheet holds: the tables that are for one, and those of the charts, one below the other where they are alike. */
function tablesOf(blocks: readonly Block[]): Table[] {
  const all = blocks.flatMap((block) => (block.kind === "table" && block.only !== "page" ? [block] : []));
  const charts = blocks.filter((block): block is Chart => block.kind === "chart");
  const headsOf = (table: Table) => table.columns.map(({ title }) => title).join("\n");
  const byHeads = new Map<string, Chart[]>();
  for (const chart of charts) {
    const heads = headsOf(chart.table);
    byHeads.set(heads, [...(byHeads.get(heads) ?? []), chart]);
  }
  const ofCharts = [...byHeads.values()].map((alike): Table => {
    const [{ table }] = alike;
    return {
      kind: "table",
      caption: table.caption,
      columns: [{ title: "", isNumber: false }, ...table.columns],
      rows: alike.flatMap((chart) => chart.table.rows.map((row) => [{ text: chart.subtitle }, ...row])),
    };
  });
  // Charts of groups repeat what the table of all groups says.
  return all.some(({ only }) => only === "sheet") ? all : [...all, ...ofCharts];
}

const headStyle = { fontWeight: "bold", backgroundColor: "#e8edf4", wrap: true, alignVertical: "center" } as const;

function headOf({ columns }: Table): SheetRow[] {
  const lower = columns.map(({ title }) => textCell(title, headStyle as Partial<SheetCell>));
  if (columns.every(({ over }) => over === undefined)) return [lower];
  const upper = columns.map(({ over = "" }, i) => {
    if (over === "") return textCell("", headStyle as Partial<SheetCell>);
    if (columns[i - 1]?.over === over) return null;
    const columnSpan = columns.filter((column) => column.over === over).length;
    return textCell(over, { ...headStyle, align: "center", columnSpan } as Partial<SheetCell>);
  });
  return [upper, lower];
}

/** With the unit of each column of numbers in its head. */
function withUnits(table: Table, units: readonly (string | null)[]): Table {
  const columns = table.columns.map((column, i) => {
    return units[i] === null ? column : { ...column, title: `${column.title} (${units[i]})` };
  });
  return { ...table, columns };
}

function rowOf(
  row: readonly Cell[],
  { columns, rows, units, hasTotal = false }: Table & { readonly units: readonly (string | null)[] },
  at: number,
  language: Language,
): SheetRow {
  const isTotal = hasTotal && at === rows.length - 1;
  return row.map((cell, i) => {
    const { text, value, format, tone } = cell;
    const style = {
      ...(isTotal && { fontWeight: "bold" as const }),
      ...(tone !== undefined && fills[tone] !== null && { backgroundColor: fills[tone], textColor: inks[tone] }),
    } as Partial<SheetCell>;
    if (!isNumber(cell)) {
      return textCell(text, { ...(columns[i].isNumber && { align: "right" }), ...style } as Partial<SheetCell>);
    }
    return {
      value: format === "percent" ? (value as number) / 100 : value,
      type: Number,
      format: formatOf(cell, units[i] !== null, language),
      alignVertical: "top",
      ...style,
    } as SheetCell;
  });
}

/** Points of a row whose text stands in so many digits' width; a spreadsheet does not find them for what it has not drawn. */
function heightOf(text: string, width: number): number {
  return 16.5 * Math.max(1, Math.ceil((room(text) * 1.02) / width));
}

/** A row of heads, as high as the longest of them takes. */
function highEnough(row: SheetRow, widths: readonly { width: number }[]): SheetRow {
  const lines = row.map((cell, i) => {
    const { value, columnSpan = 1 } = (cell ?? {}) as { value?: unknown; columnSpan?: number };
    const width = widths.slice(i, i + columnSpan).reduce((sum, one) => sum + one.width, 0);
    return typeof value === "string" && width > 0 ? heightOf(value, width * 0.85) : 0;
  });
  const height = Math.max(16.5, ...lines);
  return row.map((cell, i) => (i === 0 && cell !== null ? ({ ...(cell as object), height } as SheetCell) : cell));
}

/** What a text takes, in digits: capitals, of which verdicts are, a third more. */
function room(text: string): number {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  return text.length + capitals / 3;
}

function widths(tables: readonly Table[]): { width: number }[] {
  const count = Math.max(1, ...tables.map(({ columns }) => columns.length));
  return Array.from({ length: count }, (_, i) => {
    const longest = tables.flatMap(({ columns, rows }) => [
      // A head may stand on two lines, and is bold.
      ...(columns[i]?.title ?? "").split(" ").map((word) => room(word) * 1.15),
      Math.ceil((columns[i]?.title.length ?? 0) / 2),
      ...rows.map((row) => room(row[i]?.text ?? "")),
    ]);
    return { width: Math.min(widest, Math.ceil(Math.max(10, ...longest)) + 2) };
  });
}
