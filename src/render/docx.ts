/**
 * The report as an official document by Nghị định 30/2020/NĐ-CP (phụ lục I): quốc hiệu and tiêu ngữ, issuer, number and
 * date left to fill, margins, Times New Roman, "Nơi nhận" and the block of the signature. It is in Vietnamese whatever
 * the language of the run, since that is what the State prescribes.
 */
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document as File,
  Table as FileTable,
  Header,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  VerticalMergeType,
  WidthType,
} from "docx";
import type { Report } from "../report/report.ts";
import { clean } from "../text/language.ts";
import { periodicSentence } from "../text/periodic.ts";
import { draw } from "./charts.ts";
import type { Block, Cell, Chart, Document, Section, Table } from "./document.ts";
import { onPaper, pngOf } from "./pictures.ts";
import { documentOf } from "./sections/index.ts";
import { steady } from "./zip.ts";

const font = "Times New Roman";
/** Half points: the text of a document is 13 or 14 (mục IV phụ lục I); tables may be smaller. */
const size = { body: 26, strong: 28, table: 20, wide: 15, places: 24, list: 22 } as const;

/** Margins (mục I phụ lục I): top and bottom 20 to 25 mm, left 30 to 35, right 15 to 20. */
const margins = { top: 20, bottom: 20, left: 30, right: 15 } as const;
/** What is left of the 210 mm of A4. */
const textWidth = 210 - margins.left - margins.right;

/** More columns than this are set smaller. */
const wideTable = 8;
const cellStyles = { table: "KpiTable", wide: "KpiWideTable" } as const;

/** Pixels of a picture's width: two stand side by side, 80 mm wide, at some 230 a inch. */
const pictureWidth = 720;

export async function docx(report: Report): Promise<Uint8Array> {
  const made = documentOf(report, "vi");
  const parts: (Paragraph | FileTable)[] = [letterhead(), ...titleOf(made)];
  for (const [i, section] of made.sections.entries()) parts.push(...(await sectionOf(section, i)));
  parts.push(closingBlock());
  const file = new File({
    title: `${made.subject} ${made.period}`,
    creator: "kpi",
    lastModifiedBy: "kpi",
    styles: {
      default: {
        document: { run: { font, size: size.body, language: { value: "vi-VN" } } },
        heading1: { run: { font, size: size.strong, bold: true, color: "000000" } },
        heading2: { run: { font, size: size.body, bold: true, color: "000000" } },
      },
      // A style of the paragraph sets the size of its end too, on which the height of a row depends.
      paragraphStyles: [
        { id: cellStyles.table, name: "Bảng", basedOn: "Normal", run: { size: size.table } },
        { id: cellStyles.wide, name: "Bảng nhiều cột", basedOn: "Normal", run: { size: size.wide } },
      ],
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
            margin: {
              top: convertMillimetersToTwip(margins.top),
              bottom: convertMillimetersToTwip(margins.bottom),
              left: convertMillimetersToTwip(margins.left),
              right: convertMillimetersToTwip(margins.right),
              header: convertMillimetersToTwip(10),
            },
          },
        },
        headers: {
          // The first page has no number.
          first: new Header({ children: [new Paragraph({})] }),
          default: new Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT], font, size: size.body })],
              }),
            ],
          }),
        },
        children: parts,
      },
    ],
  });
  const bytes = await Packer.toArrayBuffer(file);
  return steady(new Uint8Array(bytes), report.period?.to ?? report.options.asOf ?? "2000-01-01", numbered);
}

/** The library numbers the pictures of a process, whatever document they stand in; here those of the document. */
function numbered(_: string, xml: string): string {
  let id = 0;
  return xml.replace(/(<wp:docPr id=")\d+/g, (_whole, head: string) => `${head}${++id}`);
}

interface Style {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly size?: number;
  readonly color?: string;
  readonly underline?: boolean;
}

/** What the document's own style says, the font and the size of its body, is not said again for every run. */
function run(text: string, { underline = false, size: own = size.body, ...style }: Style = {}): TextRun {
  return new TextRun({
    text: clean(text),
    ...style,
    ...(own !== size.body && { size: own }),
    ...(underline && { underline: {} }),
  });
}

type Alignment = (typeof AlignmentType)[keyof typeof AlignmentType];

function line(text: string, alignment: Alignment, style: Style = {}, after = 0): Paragraph {
  return new Paragraph({ alignment, spacing: { after }, children: [run(text, style)] });
}

const noBorder = { style: BorderStyle.NONE, size: 0, color: "auto" };
const noBorders = { top: noBorder, bottom: noBorder, left: noBorder, right: noBorder };

/** Two columns without lines: the issuer on the left, the State's name on the right. */
function pair(left: readonly Paragraph[], right: readonly Paragraph[], share: number): FileTable {
  const width = convertMillimetersToTwip(textWidth);
  const widths = [Math.round(width * share), width - Math.round(width * share)];
  const cell = (children: readonly Paragraph[], i: number) =>
    new TableCell({
      borders: noBorders,
      width: { size: widths[i], type: WidthType.DXA },
      margins: { left: 0, right: 0 },
      children: [...children],
    });
  return new FileTable({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    borders: { ...noBorders, insideHorizontal: noBorder, insideVertical: noBorder },
    rows: [new TableRow({ children: [cell(left, 0), cell(right, 1)] })],
  });
}

const blank = "…………………";

function letterhead(): FileTable {
  const { CENTER } = AlignmentType;
  return pair(
    [
      line("TÊN CƠ QUAN CHỦ QUẢN", CENTER, { size: 24 }),
      line("TÊN CƠ QUAN BAN HÀNH", CENTER, { size: 24, bold: true }),
      line("————", CENTER, { size: 16 }, 60),
      line("Số: ……/BC-……", CENTER),
    ],
    [
      line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", CENTER, { size: 24, bold: true }),
      line("Độc lập - Tự do - Hạnh phúc", CENTER, { size: 26, bold: true }),
      line("———————————", CENTER, { size: 16 }, 60),
      line(`${blank}, ngày …… tháng …… năm ………`, CENTER, { italics: true, size: 26 }),
    ],
    0.36,
  );
}

function titleOf({ title, subject, period, opening, lead }: Document): Paragraph[] {
  const { CENTER } = AlignmentType;
  return [
    line("", CENTER),
    line(title, CENTER, { bold: true, size: size.strong }),
    line(subject, CENTER, { bold: true, size: size.strong }),
    line(period, CENTER, { bold: true, size: size.strong }),
    line("————————", CENTER, { size: 16 }, 200),
    body(opening),
    ...lead.map((text) => body(text)),
  ];
}

/** A paragraph of the text: justified, its first line 10 mm in (mục II phụ lục I). */
function body(text: string, style: Style = {}): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: convertMillimetersToTwip(10) },
    spacing: { before: 60, after: 60, line: 276 },
    children: [run(text, style)],
  });
}

const numerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

async function sectionOf({ title, blocks }: Section, i: number): Promise<(Paragraph | FileTable)[]> {
  const parts: (Paragraph | FileTable)[] = [
    new Paragraph({
      keepNext: true,
      spacing: { before: 240, after: 80 },
      children: [run(`${numerals[i]}. ${title.toLocaleUpperCase("vi")}`, { bold: true })],
    }),
  ];
  let charts: Chart[] = [];
  const endCharts = async () => {
    if (charts.length > 0) parts.push(await picturesOf(charts));
    charts = [];
  };
  for (const block of blocks) {
    if (block.kind === "chart") {
      if (block.isMain) charts.push(block);
      continue;
    }
    await endCharts();
    parts.push(...blockOf(block));
  }
  await endCharts();
  return parts;
}

function blockOf(block: Exclude<Block, Chart>): (Paragraph | FileTable)[] {
  switch (block.kind) {
    case "text":
      return [body(block.text, block.isWarning === true ? { italics: true } : {})];
    case "heading":
      return [
        new Paragraph({
          keepNext: true,
          spacing: { before: 120, after: 60 },
          children: [run(block.text, { bold: true })],
        }),
      ];
    case "list":
      return block.items.map((item) => body(`- ${item}`));
    case "table":
      return block.only === "sheet" ? [] : tableOf(block);
  }
}

/** Two pictures a row, each with its title below. */
async function picturesOf(charts: readonly Chart[]): Promise<FileTable> {
  const cells: TableCell[] = [];
  const width = convertMillimetersToTwip(textWidth) / 2;
  for (const { title, description, drawing } of charts) {
    const svg = onPaper(draw(drawing, { title: clean(title), description: clean(description) }));
    const [, w, h] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
    // 80 mm at 96 pixels an inch.
    const shown = Math.round((80 / 25.4) * 96);
    const altText = { title: clean(title), description: clean(description), name: clean(title) };
    const picture = new ImageRun({
      type: "png",
      data: await pngOf(svg, pictureWidth),
      transformation: { width: shown, height: Math.round((shown * Number(h)) / Number(w)) },
      altText,
    });
    cells.push(
      new TableCell({
        borders: noBorders,
        width: { size: width, type: WidthType.DXA },
        margins: { left: 0, right: 0 },
        children: [
          new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, children: [picture] }),
          line(title, AlignmentType.CENTER, { italics: true, size: size.list }, 120),
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

const grid = { style: BorderStyle.SINGLE, size: 4, color: "808080" };
/** Of a table as a whole: said for each cell they would be half of the document. */
const gridBorders = { top: grid, bottom: grid, left: grid, right: grid, insideHorizontal: grid, insideVertical: grid };
const cellMargins = { left: 30, right: 30, top: 20, bottom: 20 };

function tableOf({ caption, columns, rows, hasTotal = false, top }: Table): (Paragraph | FileTable)[] {
  const all = hasTotal ? rows.slice(0, -1) : rows;
  const shown = top === undefined ? all : all.slice(0, top);
  const hidden = all.length - shown.length;
  const kind = columns.length > wideTable ? "wide" : "table";
  const text = size[kind];
  const style = cellStyles[kind];
  const widths = widthsOf(columns, rows, text);
  const cellOf = (content: string, i: number, own: Style) =>
    new TableCell({
      width: { size: widths[i], type: WidthType.DXA },
      children: [
        new Paragraph({
          style,
          ...(columns[i].isNumber && { alignment: AlignmentType.RIGHT }),
          children: content === "" ? [] : [run(content, own)],
        }),
      ],
    });
  const rowOf = (row: readonly Cell[], isTotal: boolean) =>
    new TableRow({
      cantSplit: true,
      children: row.map(({ text: content, tone }, i) => {
        const color = tone === "fail" ? "9C1C15" : tone === "pass" ? "14582F" : null;
        return cellOf(content, i, { ...(isTotal && { bold: true }), ...(color !== null && { color }) });
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
      ...shown.map((row) => rowOf(row, false)),
      ...(hasTotal ? rows.slice(-1).map((row) => rowOf(row, true)) : []),
    ],
  });
  return [
    new Paragraph({
      keepNext: true,
      spacing: { before: 120, after: 60 },
      children: [run(caption, { bold: true, size: 24 })],
    }),
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
      children: [new Paragraph({ style, alignment: AlignmentType.CENTER, children: [run(content, { bold: true })] })],
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

/** The width of a letter of Times New Roman, on average, in sizes of the letters. */
const letter = 0.5;

/**
 * Numbers are not broken and get what they need; columns of words share the rest by what they hold.
 *
 * @param size of the letters, half points
 */
function widthsOf(columns: Table["columns"], rows: Table["rows"], size: number): number[] {
  const whole = convertMillimetersToTwip(textWidth);
  // Ten twips a half point; the margins of a cell beside it.
  const twips = (letters: number) => Math.ceil(letters * letter * size * 10) + 70;
  const longest = columns.map(({ title, isNumber }, i) => ({
    word: Math.max(
      ...title.split(" ").map((word) => word.length * 1.15),
      // What has no space is not to be broken either: a code, a percentage. A sign takes the room of two letters.
      ...(isNumber
        ? []
        : rows.flatMap((row) => (row[i]?.text ?? "").split(" ").map(({ length }) => Math.min(length, 12)))),
    ),
    held: Math.max(0, ...rows.map((row) => (row[i]?.text ?? "").replace(/[%✓✗†*]/g, "xx").length)),
  }));
  const wants = columns.map(({ isNumber }, i) => {
    const { word, held } = longest[i];
    return isNumber
      ? twips(Math.max(word, Math.min(held, 16)))
      : twips(Math.max(word, held <= 20 ? held * 0.65 : Math.min(40, Math.sqrt(held) * 4)));
  });
  const sum = (of: (i: number) => boolean) => wants.reduce((total, want, i) => (of(i) ? total + want : total), 0);
  const ofNumbers = sum((i) => columns[i].isNumber);
  const ofWords = sum((i) => !columns[i].isNumber);
  // Where the numbers alone would fill the page, all columns give way alike.
  const scale =
    ofNumbers > whole * 0.6
      ? [whole / (ofNumbers + ofWords), whole / (ofNumbers + ofWords)]
      : [1, (whole - ofNumbers) / ofWords];
  const widths = wants.map((want, i) => Math.floor(want * scale[columns[i].isNumber ? 0 : 1]));
  widths[0] += whole - widths.reduce((a, b) => a + b, 0);
  return widths;
}

function closingBlock(): FileTable {
  const { CENTER, LEFT } = AlignmentType;
  return pair(
    [
      line("Nơi nhận:", LEFT, { bold: true, italics: true, size: size.places }),
      line(`- ${blank};`, LEFT, { size: size.list }),
      line(`- ${blank};`, LEFT, { size: size.list }),
      line("- Lưu: VT, ……", LEFT, { size: size.list }),
    ],
    [
      line("QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ", CENTER, { bold: true }),
      line("(Chữ ký của người có thẩm quyền, dấu của cơ quan)", CENTER, { italics: true, size: size.list }, 1400),
      line("Họ và tên", CENTER, { bold: true }),
    ],
    0.45,
  );
}
