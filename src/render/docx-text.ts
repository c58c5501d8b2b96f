/** Words of a document by Nghị định 30/2020/NĐ-CP: its font and its sizes. */
import { AlignmentType, convertMillimetersToTwip, Paragraph, TextRun } from "docx";
import { clean } from "../text/language.ts";

export const font = "Times New Roman";
/** Half points: the text of a document is 13 or 14 (mục IV phụ lục I); tables may be smaller, and are 10. */
export const size = { body: 26, strong: 28, table: 20, places: 24, list: 22 } as const;

export interface Style {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly size?: number;
}

/** What the document's own style says, the font and the size of its body, is not said again for every run. */
export function run(text: string, { size: own = size.body, ...style }: Style = {}): TextRun {
  return new TextRun({ text: clean(text), ...style, ...(own !== size.body && { size: own }) });
}

type Alignment = (typeof AlignmentType)[keyof typeof AlignmentType];

export function line(text: string, alignment: Alignment, style: Style = {}, after = 0, keepNext = false): Paragraph {
  return new Paragraph({ alignment, ...(keepNext && { keepNext }), spacing: { after }, children: [run(text, style)] });
}

/** A paragraph of the text: justified, its first line 10 mm in (mục II phụ lục I). */
export function body(text: string, style: Style = {}, keepNext = false): Paragraph {
  return new Paragraph({
    ...(keepNext && { keepNext }),
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: convertMillimetersToTwip(10) },
    spacing: { before: 60, after: 60, line: 276 },
    children: [run(text, style)],
  });
}
