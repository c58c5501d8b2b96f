/** The header of a file where it stands again among its rows: months that were pasted together. */
import type { FileHead } from "./head.ts";
import { withoutMarks, wordKey } from "./words.ts";

/** What a header says, whatever its letters. */
const nameOf = (text: string) => wordKey(withoutMarks(text));

/** The rows of a header, and its columns. */
interface Header extends Pick<FileHead, "headers"> {
  readonly columns: readonly { readonly field: string; readonly header: string }[];
}

/** Knows a row that says the names of the columns. */
export class HeaderAgain {
  private readonly rows: readonly Uint8Array[];
  private readonly texts: ReadonlySet<string>;
  private readonly names: ReadonlyMap<string, string>;

  constructor({ headers, columns }: Header) {
    this.rows = headers;
    this.texts = new Set(columns.map(({ header }) => header));
    this.names = new Map(columns.map(({ field, header }) => [field, nameOf(header)]));
  }

  /** Whether a record is the header, byte for byte. */
  is(bytes: Uint8Array, start: number, to: number): boolean {
    // Exports that were joined keep the mark that each file began with.
    const from = bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf ? start + 3 : start;
    // Line ends are one byte or two; most rows are of another length, and need no further look.
    const length = to - from;
    for (const header of this.rows) {
      if (length < header.length || length > header.length + 2 || bytes[from] !== header[0]) continue;
      let i = 1;
      while (i < header.length && bytes[from + i] === header[i]) i++;
      if (i === header.length) return true;
    }
    return false;
  }

  /** Whether a row says the names of its columns in other letters than the header: capitals, a space more, without marks. */
  isSpelledBy(cells: readonly (readonly [field: string, text: string])[]): boolean {
    let alike = 0;
    for (const [field, text] of cells) {
      const name = nameOf(text);
      if (name === "") continue;
      if (name !== this.names.get(field)) return false;
      alike++;
    }
    return alike > 1;
  }

  /** Whether one of the cells is the name of a column: of another order, where the row as a whole is not the header. */
  hasNameIn(texts: readonly string[]): boolean {
    return texts.some((text) => this.texts.has(text));
  }
}
