/**
 * Tables of HTML and workbooks of XML, which systems name .xls, as CSV. Every table or sheet is looked at first, in one
 * go; those that make the log are written in another.
 */
import { UserError } from "../../errors.ts";
import { headRows } from "../head.ts";
import { CellLines, type SheetFacts } from "./lines.ts";
import { type MarkupHandler, readMarkup } from "./markup.ts";
import { PageReader } from "./page.ts";
import { type Named, nothingKnown, type SheetOptions, type SheetsRead, sheetHead, writeSheets } from "./sheets.ts";
import { XmlWorkbookReader } from "./spreadsheetml.ts";
import type { Head } from "./union.ts";

/** Letters of a cell in a head, which are those of a header at most, and of a cell of the log, where it is too long. */
const mostOfHeader = 400;
const mostOfCell = (1 << 20) + 8;
/** Tables of one page that are told apart. */
const mostTables = 20_000;

interface Looked extends Named {
  readonly index: number;
  readonly head: Head;
}

/** How many columns of a header are known among the tables at the head of a page. */
export function fieldsInMarkup(
  head: Uint8Array,
  isXml: boolean,
  options: Pick<SheetOptions, "headerIn" | "fieldsIn">,
): number {
  return Math.max(0, ...lookThrough([head], "", isXml, options, true).map((one) => one.head.header?.fields ?? 0));
}

/**
 * Writes the log of a page, or of a workbook as XML, as CSV.
 *
 * @param pieces the bytes of the file in UTF-8, from its begin each time
 * @throws UserError `page-without-table`, `no-sheet`, `all-hidden`, `too-many-tables`, `damaged-workbook`
 */
export async function writePage(
  pieces: () => Iterable<Uint8Array>,
  file: string,
  isXml: boolean,
  options: SheetOptions,
): Promise<SheetsRead> {
  const looked: Looked[] = lookThrough(pieces(), file, isXml, options);
  if (looked.length === 0) throw new UserError(isXml ? "bad-workbook" : "page-without-table", { file });
  return await writeSheets(
    file,
    {
      sheets: looked,
      isPage: !isXml,
      heads: async (sheets) => sheets.map(({ head }) => head),
      write: async (jobs, write, progress) => {
        const facts: SheetFacts[] = jobs.map(() => noFacts);
        const jobOf = new Map(jobs.map((job, i) => [job.sheet.index, i]));
        const sinkOf = (index: number) => {
          const i = jobOf.get(index);
          if (i === undefined) return { lines: null, mostOfCell: 0, end: () => {} };
          const lines = new CellLines(jobs[i].plan, write);
          const end = () => {
            facts[i] = lines.facts();
          };
          return { lines, mostOfCell, end };
        };
        readMarkup(counted(pieces(), progress), isXml, readerOf(isXml, file, sinkOf));
        return facts;
      },
    },
    options,
  );
}

const noFacts: SheetFacts = { rows: 0, hiddenRows: 0, merges: [], filled: 0, dates: new Map(), breaks: [] };

function* counted(pieces: Iterable<Uint8Array>, progress: (bytes: number) => void = () => {}): Generator<Uint8Array> {
  for (const piece of pieces) {
    yield piece;
    progress(piece.length);
  }
}

/** A sink of a table or a sheet; what it is told of at its end is the rows of the one, and whether the other is hidden. */
interface Sink {
  readonly lines: CellLines | null;
  readonly mostOfCell: number;
  readonly end: (rows: number, isHidden: boolean) => void;
}

/** @param isHead only the head of the file is read: it ends anywhere */
function readerOf(
  isXml: boolean,
  file: string,
  sinkOf: (index: number, name: string) => Sink,
  isHead = false,
): MarkupHandler {
  if (!isXml) {
    return new PageReader((index) => {
      const { end, ...sink } = sinkOf(index, `#${index + 1}`);
      return { ...sink, end: (rows) => end(rows, false) };
    });
  }
  let index = 0;
  return new XmlWorkbookReader(
    (name) => {
      const { end, ...sink } = sinkOf(index++, name);
      return { ...sink, end: (isHidden) => end(0, isHidden) };
    },
    isHead ? null : file,
  );
}

function lookThrough(
  pieces: Iterable<Uint8Array>,
  file: string,
  isXml: boolean,
  options: Pick<SheetOptions, "headerIn" | "fieldsIn">,
  isHead = false,
): Looked[] {
  const looked: Looked[] = [];
  const sinkOf = (index: number, name: string): Sink => {
    if (looked.length >= mostTables) throw new UserError("too-many-tables", { file, most: mostTables });
    let text = "";
    const decoder = new TextDecoder();
    const lines = new CellLines(
      { ...nothingKnown, header: Number.POSITIVE_INFINITY, rows: headRows },
      (bytes) => {
        text += decoder.decode(bytes, { stream: true });
      },
      1 << 10,
    );
    const end = (rows: number, isHidden: boolean) => {
      lines.facts();
      const isTable = isXml || rows > 0;
      looked.push({ name, index, isHidden, head: sheetHead(isTable ? text : "", lines.widest, rows, options) });
    };
    return { lines, mostOfCell: mostOfHeader, end };
  };
  readMarkup(pieces, isXml, readerOf(isXml, file, sinkOf, isHead));
  // A table within another ends before it.
  return looked.sort((a, b) => a.index - b.index);
}
