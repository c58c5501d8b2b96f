/** Workbooks made by hand, as XML in a zip archive: what other programs write is not always what one library reads. */
import { strToU8, zipSync } from "fflate";

export interface SheetXml {
  readonly name: string;
  /** The rows: what stands in sheetData. */
  readonly xml: string;
  /** What stands behind sheetData, such as mergeCells. */
  readonly behind?: string;
  readonly state?: "hidden" | "veryHidden";
}

export interface BookXml {
  /** Attributes of workbookPr. */
  readonly properties?: string;
  /** Formats of styles 1, 2 …; a number is one of Excel's own. */
  readonly formats?: readonly (number | string)[];
  /** The shared strings, as XML of each si. */
  readonly strings?: readonly string[];
  /** What stands behind the sheets in the workbook, such as calcPr. */
  readonly behind?: string;
  /** A prefix of every name of the sheets. */
  readonly prefix?: string;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006/relationships";

/** The files of a workbook. */
export function bookOf(
  sheets: readonly SheetXml[],
  { properties = "", formats = [22], strings = [], behind: behindSheets = "", prefix = "" }: BookXml = {},
): Record<string, Uint8Array> {
  const p = prefix === "" ? "" : `${prefix}:`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const own = formats.flatMap((format, i) =>
    typeof format === "string"
      ? [`<numFmt numFmtId="${200 + i}" formatCode="${format.replaceAll('"', "&quot;")}"/>`]
      : [],
  );
  const files: Record<string, string> = {
    "_rels/.rels": `${head}<Relationships xmlns="${packages}">${relation("r1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `${head}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr ${properties}/><sheets>${sheets
      .map(
        ({ name, state }, i) =>
          `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ""} r:id="s${i + 1}"/>`,
      )
      .join("")}</sheets>${behindSheets}</workbook>`,
    "xl/_rels/workbook.xml.rels": `${head}<Relationships xmlns="${packages}">${sheets
      .map((_, i) => relation(`s${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`))
      .join(
        "",
      )}${relation("st", "styles", "styles.xml")}${relation("ss", "sharedStrings", "/xl/sharedStrings.xml")}</Relationships>`,
    "xl/styles.xml": `${head}<styleSheet xmlns="${main}"><numFmts>${own.join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
      .map((format, i) => `<xf numFmtId="${typeof format === "number" ? format : 200 + i}"/>`)
      .join("")}</cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `${head}<sst xmlns="${main}">${strings.map((one) => `<si>${one}</si>`).join("")}</sst>`,
  };
  sheets.forEach(({ xml, behind = "" }, i) => {
    const space = prefix === "" ? `xmlns="${main}"` : `xmlns:${prefix}="${main}"`;
    files[`xl/worksheets/sheet${i + 1}.xml`] =
      `${head}<${p}worksheet ${space}><${p}sheetData>${xml}</${p}sheetData>${behind}</${p}worksheet>`;
  });
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
}

/** A workbook's bytes. */
export function xlsxOf(sheets: readonly SheetXml[], book: BookXml = {}): Uint8Array {
  return zipSync(bookOf(sheets, book));
}

/** A row of texts as inline strings, from column A on; null leaves a cell out. */
export function rowOf(number: number, ...cells: (string | number | null)[]): string {
  const written = cells.map((cell, i) => {
    const at = `${String.fromCharCode(65 + i)}${number}`;
    if (cell === null) return "";
    if (typeof cell === "number") return `<c r="${at}" s="1"><v>${cell}</v></c>`;
    return cell.startsWith("<c") ? cell : `<c r="${at}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  });
  return `<row r="${number}">${written.join("")}</row>`;
}
