/** Head and foot of a document by Nghị định 30/2020/NĐ-CP (phụ lục I): who issues it, to whom it goes, who signs it. */
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Table as FileTable,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from "docx";
import type { Document } from "./document.ts";
import { body, line, run, type Style, size } from "./docx-text.ts";
import { leadLines } from "./lead.ts";
import { addresseesOf, keptLines, numberLetters } from "./office.ts";
import type { Office } from "./options.ts";

export const noBorder = { style: BorderStyle.NONE, size: 0, color: "auto" };
export const noBorders = { top: noBorder, bottom: noBorder, left: noBorder, right: noBorder };

/** Two columns without lines: the issuer on the left, the State's name on the right. */
function pair(left: readonly Paragraph[], right: readonly Paragraph[], room: number, share: number): FileTable {
  const width = convertMillimetersToTwip(room);
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
    rows: [new TableRow({ cantSplit: true, children: [cell(left, 0), cell(right, 1)] })],
  });
}

/** The width of a text in bold Times New Roman, in points: by what its letters take of their size. */
function widthOf(text: string, points: number): number {
  const ems = [...text.normalize("NFD")].reduce((sum, sign) => {
    if (/\p{M}/u.test(sign)) return sum;
    if (sign === " " || /[.,;:'-]/.test(sign)) return sum + 0.27;
    if (/[ilj]/.test(sign)) return sum + 0.29;
    return sum + (/\p{Lu}/u.test(sign) ? 0.72 : 0.51);
  }, 0);
  return ems * points;
}

/** A text with a line below it, so long a part of it; in the middle of so many millimetres. */
function ruled(text: string, style: Style, room: number, part: number): Paragraph[] {
  const points = (room / 25.4) * 72;
  const length = Math.min(points, widthOf(text, (style.size ?? size.body) / 2) * part);
  const indent = Math.round(((points - length) / 2) * 20);
  return [
    line(text, AlignmentType.CENTER, style),
    new Paragraph({
      indent: { left: indent, right: indent },
      spacing: { after: 60, line: 60, lineRule: "exact" },
      border: { top: { style: BorderStyle.SINGLE, size: 6, color: "000000", space: 1 } },
      children: [],
    }),
  ];
}

const blank = "…………………";

/** The letters of the number, as 12/BC-UBND; what nobody configured is left to fill. */
export function numberOf(office: Office): string {
  return `……/BC-${numberLetters(office)}`;
}

export function letterhead(office: Office, room: number): FileTable {
  const { CENTER } = AlignmentType;
  const share = 0.4;
  return pair(
    [
      line((office.parent ?? "TÊN CƠ QUAN CHỦ QUẢN").toLocaleUpperCase("vi"), CENTER, { size: 24 }),
      // A third to a half of the name's length.
      ...ruled(
        (office.name ?? "TÊN CƠ QUAN BAN HÀNH").toLocaleUpperCase("vi"),
        { size: 24, bold: true },
        room * share,
        0.4,
      ),
      line(`Số: ${numberOf(office)}`, CENTER),
    ],
    [
      line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", CENTER, { size: 24, bold: true }),
      ...ruled("Độc lập - Tự do - Hạnh phúc", { size: 26, bold: true }, room * (1 - share), 1),
      line(`${office.place ?? blank}, ngày …… tháng …… năm ………`, CENTER, { italics: true, size: 26 }),
    ],
    room,
    share,
  );
}

/** The name of the document, whom it is for, and what it comes to. */
export function opening(
  { title, subject, period, opening: first, first: screen, language }: Document,
  office: Office,
  room: number,
): Paragraph[] {
  const { CENTER } = AlignmentType;
  const strong = { bold: true, size: size.strong };
  return [
    line("", CENTER),
    line(title, CENTER, strong),
    line(subject, CENTER, strong),
    ...ruled(period, strong, room, 0.4),
    ...addressees(office),
    body(first),
    ...leadLines(screen, language).map((text) => body(text)),
  ];
}

/** Kính gửi: one on the line, more below each other. */
function addressees(office: Office): Paragraph[] {
  const recipients = addresseesOf(office);
  const one = recipients.length < 2;
  const spacing = { before: 120, after: 120 };
  const first = new Paragraph({
    alignment: one ? AlignmentType.CENTER : AlignmentType.LEFT,
    ...(!one && { indent: { left: convertMillimetersToTwip(35) } }),
    spacing: one ? spacing : { before: 120, after: 0 },
    children: [run(one ? `Kính gửi: ${recipients[0] ?? `${blank}${blank}`}` : "Kính gửi:")],
  });
  const rest = recipients.map((name, i) => {
    const end = i === recipients.length - 1 ? "." : ";";
    return new Paragraph({
      indent: { left: convertMillimetersToTwip(50) },
      spacing: { after: i === recipients.length - 1 ? 120 : 0 },
      children: [run(`- ${name}${end}`)],
    });
  });
  return one ? [first] : [first, ...rest];
}

/** The last words, which end with ./. (mục II phụ lục I). */
export function lastWords({ period, result }: Document, { name }: Office): Paragraph {
  const who = name === undefined ? "" : `; ${name} kính báo cáo`;
  return body(`Trên đây là ${result} ${period}${who}./.`, {}, true);
}

export function signature(office: Office, room: number): FileTable {
  const { signer = {} } = office;
  const { CENTER, LEFT } = AlignmentType;
  return pair(
    [
      line("Nơi nhận:", LEFT, { bold: true, italics: true, size: size.places }),
      ...keptLines(office).map((place) => line(place, LEFT, { size: size.list })),
    ],
    [
      line((signer.title ?? "QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ").toLocaleUpperCase("vi"), CENTER, { bold: true }),
      line("(Chữ ký của người có thẩm quyền, dấu của cơ quan)", CENTER, { italics: true, size: size.list }, 1200),
      line(signer.name ?? "Họ và tên", CENTER, { bold: true }),
    ],
    room,
    0.45,
  );
}
