/**
 * The report as an official document by Nghị định 30/2020/NĐ-CP (phụ lục I): what is found and the signature first, then
 * the long tables as appendices across the page. What the office is called and who signs comes from its configuration,
 * and is left to fill without one. It is in Vietnamese whatever the language of the run, since that is what the State
 * prescribes.
 */
import {
  AlignmentType,
  convertMillimetersToTwip,
  Document as File,
  Table as FileTable,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { Report } from "../report/report.ts";
import { clean } from "../text/language.ts";
import { draw } from "./charts.ts";
import type { Block, Chart, Document, Section, Table } from "./document.ts";
import { lastWords, letterhead, noBorder, noBorders, numberOf, opening, signature } from "./docx-letter.ts";
import { cellStyle, TablesInXml } from "./docx-table.ts";
import { body, font, line, run, size } from "./docx-text.ts";
import { emf } from "./emf.ts";
import type { Office, RenderOptions } from "./options.ts";
import { onPaper } from "./pictures.ts";
import { documentOf } from "./sections/index.ts";
import { assembled } from "./zip.ts";

/** Margins (mục I phụ lục I): top and bottom 20 to 25 mm, left 30 to 35, right 15 to 20. */
const margins = { top: 20, bottom: 20, left: 30, right: 15 } as const;
/** What is left of the 210 mm of A4, and of its 297 where it lies across. */
const room = { upright: 210 - margins.left - margins.right, across: 297 - 40 } as const;

/** Sections that are tables throughout: appendices. */
const appended: ReadonlySet<string> = new Set(["form", "open", "quality", "definitions"]);
/** Tables with more columns, or rows, are appendices too. */
const most = { columns: 8, rows: 12 } as const;

type Part = Paragraph | FileTable;

export async function docx(
  report: Report,
  { office = {}, only }: Pick<RenderOptions, "office" | "only"> = {},
): Promise<Uint8Array> {
  const made = documentOf(report, "vi", { office, ...(only !== undefined && { only }) });
  const bodies = made.sections.map(findings).filter(({ blocks }) => blocks.length > 0);
  const appendices = made.sections.map(tables).filter(({ blocks }) => blocks.length > 0);
  const inXml = new TablesInXml();
  const text: Part[] = [
    letterhead(office, room.upright),
    ...opening(made, office, room.upright),
    ...bodies.flatMap((section, i) => sectionOf(section, i, inXml, i === bodies.length - 1)),
    lastWords(made, office),
    signature(office, room.upright),
  ];
  const file = new File({
    title: `${made.subject} ${made.period}`,
    creator: office.name ?? "kpi",
    lastModifiedBy: "kpi",
    styles: {
      default: {
        document: { run: { font, size: size.body, language: { value: "vi-VN" } } },
        heading1: { run: { font, size: size.body, bold: true, color: "000000" } },
        heading2: { run: { font, size: size.body, bold: true, color: "000000" } },
      },
      paragraphStyles: [{ id: cellStyle, name: "Bảng", basedOn: "Normal", run: { size: size.table } }],
    },
    sections: [
      { properties: { titlePage: true, page: pageOf(false) }, headers: headers(), children: text },
      ...(appendices.length === 0
        ? []
        : [
            {
              properties: { page: pageOf(true) },
              headers: headers(),
              children: appendices.flatMap((section, i) =>
                appendixOf(section, i, appendices.length, made, office, inXml),
              ),
            },
          ]),
    ],
  });
  return assembled(
    partsOfFile(file),
    report.period?.to ?? report.options.asOf ?? "2000-01-01",
    (name, xml) => numbered(edited(name, xml, inXml)),
    (name) => name.replace(/^(word\/media\/.*)\.png$/, "$1.emf"),
  );
}

/** The library numbers the pictures of a process, whatever document they stand in; here those of the document. */
function numbered(xml: string): string {
  let id = 0;
  return xml.replace(/(<wp:docPr id=")\d+/g, (_, head: string) => `${head}${++id}`);
}

/** The library would pack the parts, and zip.ts unpack and pack them again: what its compiler makes is taken as it is. */
function partsOfFile(file: File): Record<string, Uint8Array> {
  const { compiler } = Packer as unknown as {
    compiler: { compile(of: File): ReadonlyMap<string, string | Uint8Array> };
  };
  return Object.fromEntries(
    [...compiler.compile(file)].map(([name, part]) => [
      name,
      typeof part === "string" ? new TextEncoder().encode(part) : part,
    ]),
  );
}

function pageOf(isAcross: boolean) {
  const [width, height] = [convertMillimetersToTwip(210), convertMillimetersToTwip(297)];
  const mm = (value: number) => convertMillimetersToTwip(value);
  return {
    // The library turns the page itself.
    size: { width, height, ...(isAcross && { orientation: PageOrientation.LANDSCAPE }) },
    margin: isAcross
      ? { top: mm(25), bottom: mm(20), left: mm(20), right: mm(20), header: mm(10) }
      : {
          top: mm(margins.top),
          bottom: mm(margins.bottom),
          left: mm(margins.left),
          right: mm(margins.right),
          header: mm(10),
        },
  };
}

/** The number of the page at its head, which the first page has not. */
function headers() {
  const number = new TextRun({ children: [PageNumber.CURRENT], font, size: size.body });
  return {
    first: new Header({ children: [new Paragraph({})] }),
    default: new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] }),
  };
}

const metafile = '<Default ContentType="image/x-emf" Extension="emf"/>';

/** The library numbers the pictures of a process, whatever document they stand in; here those of the document. */
function edited(name: string, xml: string, inXml: TablesInXml): string {
  let id = 0;
  if (name !== "word/document.xml" && !/\.rels$|^\[/.test(name)) return xml;
  if (name === "[Content_Types].xml") return xml.replace(/<Default ContentType="image\/png"[^>]*>/, metafile);
  if (name.endsWith(".rels")) return xml.replace(/(media\/[^"]+)\.png"/g, '$1.emf"');
  return inXml.in(xml).replace(/(<wp:docPr id=")\d+/g, (_whole, head: string) => `${head}${++id}`);
}

/** What of a section is read before the signature: sentences, the main charts, short tables. */
function findings({ id, title, blocks }: Section): Section {
  if (appended.has(id)) return { id, title, blocks: [] };
  const read = blocks.flatMap((block): Block[] => {
    if (block.kind === "chart") return block.isMain ? [block] : [];
    if (block.kind !== "table") return [block];
    if (isLong(block)) return block.columns.some(({ over }) => over !== undefined) ? [shortened(block)] : [];
    return block.only === "sheet" ? [] : [block];
  });
  return { id, title, blocks: withoutIdle(read) };
}

/** A heading of which nothing is left goes with what it stood over, and a note with what it is on. */
function withoutIdle(blocks: readonly Block[]): Block[] {
  const has = { stars: blocks.some(hasStar), changes: blocks.some(hasChanges) };
  const noted = blocks.filter((block) => block.kind !== "text" || block.on === undefined || has[block.on]);
  return noted.filter((block, i) => block.kind !== "heading" || (noted[i + 1]?.kind ?? "heading") !== "heading");
}

const isStarred = (text: string) => text.endsWith("*");

function hasStar(block: Block): boolean {
  if (block.kind === "table") return block.rows.some((row) => row.some(({ text }) => isStarred(text)));
  if (block.kind !== "chart") return false;
  const { drawing } = withFewBars(block);
  const notes = drawing.type === "bars" ? drawing.bars.map(({ note }) => note) : [];
  return notes.some(isStarred);
}

function hasChanges(block: Block): boolean {
  return block.kind === "table" && block.columns.some(({ over }) => over !== undefined);
}

/** What of a section is an appendix. */
function tables({ id, title, blocks }: Section): Section {
  if (appended.has(id)) return { id, title, blocks: blocks.filter((block) => block.kind !== "chart") };
  const long = blocks.filter(
    (block) =>
      block.kind === "heading" ||
      (block.kind === "table" && isLong(block)) ||
      (block.kind === "text" && block.on !== undefined),
  );
  return { id, title, blocks: withoutIdle(long) };
}

function isLong(table: Table): boolean {
  // The groups of a page: their names and every target.
  if (table.only !== undefined) return table.only === "page";
  return table.columns.length > most.columns || table.rows.length > most.rows;
}

/** Without the columns of other periods, which the appendix has. */
function shortened(table: Table): Table {
  const own = table.columns.flatMap(({ over }, i) => (over === undefined ? [i] : []));
  return { ...table, columns: own.map((i) => table.columns[i]), rows: table.rows.map((row) => own.map((i) => row[i])) };
}

const numerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

function heading(text: string, level: "HEADING_1" | "HEADING_2", alignment?: "center"): Paragraph {
  return new Paragraph({
    heading: HeadingLevel[level],
    keepNext: true,
    ...(alignment !== undefined && { alignment }),
    spacing: { before: level === "HEADING_1" ? 200 : 120, after: 60 },
    children: [run(text, { bold: true })],
  });
}

function sectionOf({ title, blocks }: Section, i: number, inXml: TablesInXml, isLast: boolean): Part[] {
  return [
    heading(`${numerals[i]}. ${title.toLocaleUpperCase("vi")}`, "HEADING_1"),
    ...partsOf(blocks, room.upright, inXml, isLast),
  ];
}

function appendixOf(
  { title, blocks }: Section,
  i: number,
  count: number,
  { period }: Document,
  office: Office,
  inXml: TablesInXml,
): Part[] {
  const name = count === 1 ? "Phụ lục" : `Phụ lục ${numerals[i]}`;
  const of = office.name === undefined ? "" : ` của ${office.name}`;
  return [
    heading(`${name}. ${title.toLocaleUpperCase("vi")}`, "HEADING_1", "center"),
    ...(i === 0
      ? [
          line(
            `(Kèm theo Báo cáo số ${numberOf(office)} ngày …… tháng …… năm ………${of}; ${period})`,
            AlignmentType.CENTER,
            { italics: true },
            80,
          ),
        ]
      : []),
    ...partsOf(blocks, room.across, inXml),
  ];
}

/** @param isLast the signature follows, which does not stand on a page of its own */
function partsOf(blocks: readonly Block[], width: number, inXml: TablesInXml, isLast = false): Part[] {
  const parts: Part[] = [];
  let charts: Chart[] = [];
  const isNote = (block: Block | undefined) => block?.kind === "text" && block.on !== undefined;
  const endCharts = (keeps: boolean) => {
    if (charts.length > 0) parts.push(picturesOf(charts, keeps));
    charts = [];
  };
  for (const [i, block] of blocks.entries()) {
    if (block.kind === "chart") {
      charts.push(block);
      continue;
    }
    endCharts(isNote(block));
    const isAbove = block.kind === "text" && blocks[i + 1]?.kind === "table";
    const keeps = isAbove || isNote(blocks[i + 1]) || (isLast && i === blocks.length - 1);
    parts.push(...blockOf(block, width, inXml, keeps));
  }
  endCharts(isLast);
  return parts;
}

/** @param keeps what follows stands on the same page */
function blockOf(block: Exclude<Block, Chart>, width: number, inXml: TablesInXml, keeps: boolean): Part[] {
  switch (block.kind) {
    case "text":
      return [body(block.text, block.isWarning === true ? { italics: true } : {}, keeps)];
    case "heading":
      return [heading(block.text, "HEADING_2")];
    case "list":
      return block.items.map((item, i) => body(`- ${item}`, {}, keeps && i === block.items.length - 1));
    case "table":
      return block.only === "sheet" ? [] : inXml.add(block, width, keeps);
  }
}

/** A chart as there is room for it on paper. */
function withFewBars({ drawing, source }: Chart): Pick<Chart, "drawing" | "source"> {
  if (drawing.type !== "bars") return { drawing, source };
  const { bars, onPaper: own } = drawing;
  return { drawing: { ...drawing, bars: own.bars.map((at) => bars[at]) }, source: own.source };
}

/** Two pictures a row, each with its message above and what it is of below. @param keeps the last row stands with what follows */
function picturesOf(charts: readonly Chart[], keeps: boolean): FileTable {
  const cells: TableCell[] = [];
  const width = convertMillimetersToTwip(room.upright) / 2;
  const firstOfLast = charts.length - (charts.length % 2 === 0 ? 2 : 1);
  for (const [i, chart] of charts.entries()) {
    const keepNext = keeps && i >= firstOfLast;
    const { title, subtitle, description } = chart;
    const { drawing, source } = withFewBars(chart);
    const svg = onPaper(draw(drawing, { title: clean(title), description: clean(description) }));
    const [, w, h] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
    // 80 mm at 96 pixels an inch.
    const shown = Math.round((80 / 25.4) * 96);
    const altText = { title: clean(title), description: clean(description), name: clean(subtitle) };
    const picture = new ImageRun({
      type: "svg",
      data: new TextEncoder().encode(svg),
      // The library has no name for a metafile: it is given back its own when the file is put together.
      fallback: { type: "png", data: emf(svg) },
      transformation: { width: shown, height: Math.round((shown * Number(h)) / Number(w)) },
      altText,
    });
    const { CENTER } = AlignmentType;
    cells.push(
      new TableCell({
        borders: noBorders,
        width: { size: width, type: WidthType.DXA },
        margins: { left: 0, right: 0 },
        children: [
          // A row is not torn; kept with the next all rows would go to one page, and leave that before it half empty.
          new Paragraph({ alignment: CENTER, keepNext, children: [run(title, { bold: true, size: size.list })] }),
          new Paragraph({ alignment: CENTER, keepNext, children: [picture] }),
          line(`${subtitle}. ${source}`, CENTER, { italics: true, size: size.table }, 120, keepNext),
        ],
      }),
    );
  }
  if (cells.length % 2 === 1) {
    cells.push(
      new TableCell({ borders: noBorders, width: { size: width, type: WidthType.DXA }, children: [new Paragraph({})] }),
    );
  }
  const rows = Array.from({ length: cells.length / 2 }, (_, i) => {
    return new TableRow({ cantSplit: true, children: cells.slice(2 * i, 2 * i + 2) });
  });
  return new FileTable({
    layout: TableLayoutType.FIXED,
    width: { size: 2 * width, type: WidthType.DXA },
    columnWidths: [width, width],
    borders: { ...noBorders, insideHorizontal: noBorder, insideVertical: noBorder },
    rows,
  });
}
