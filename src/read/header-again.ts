/** The header of a file where it stands again among its rows: months that were pasted together. */
import { type Field, type FieldOf, fieldKinds } from "../records/case.ts";
import type { FileHead } from "./head.ts";
import { orderIn } from "./header-forms.ts";
import { headerMeaning, unitIn, withoutMarks, wordKey, wordTable } from "./words.ts";

/** What a header says, whatever its letters; copy /b and the like leave a Ctrl-Z between two files. */
export const headerKey = (text: string) => wordKey(withoutMarks(text.replaceAll("\u001a", "")));

/** A column that is known, as a log's layout or a table has it. */
interface Named {
  readonly field: string;
  readonly header: string;
  readonly unit?: number;
}

/** The rows of a header, and its columns. */
interface Header extends Pick<FileHead, "headers"> {
  readonly columns: readonly Named[];
}

/** What two headers of one column of a log have in common: the field, the unit of a duration, the order of its days. */
export function columnSaid({ field, header, unit }: Named): string {
  const months = orderIn(header) === "mdy" ? "mdy" : "";
  return `${field} ${unit ?? (field.endsWith("Duration") ? (unitIn(header) ?? "") : "")} ${months}`;
}

/** The same of a text that may be a header; null where it is none that is known. */
export function columnIn(text: string): string | null {
  const meaning = text === "" ? undefined : headerMeaning(text);
  return meaning === undefined ? null : columnSaid({ ...meaning, header: text });
}

/** Whether a text is a word that cases have in a field's column. */
export function isWordOf(field: string, text: string): boolean {
  const kind = field in fieldKinds ? fieldKinds[field as Field] : null;
  return (kind === "word" || kind === "yesNo") && wordTable(field as FieldOf<"word" | "yesNo">).has(wordKey(text));
}

/** Knows a row that says the names of the columns. */
export class HeaderAgain {
  private readonly rows: readonly Uint8Array[];
  private readonly texts: ReadonlySet<string>;
  private readonly names: ReadonlyMap<string, string>;
  private readonly said: ReadonlyMap<string, string>;

  constructor({ headers, columns }: Header) {
    this.rows = headers;
    this.texts = new Set(columns.map(({ header }) => header));
    this.said = new Map(columns.map((column) => [column.field, columnSaid(column)]));
    this.names = new Map(columns.map(({ field, header }) => [field, headerKey(header)]));
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

  /**
   * Whether a row says the names of its own columns, in other letters (capitals, a space more, without marks) or, of a log, other
   * words, or those of others in their places: then all rows below would be read by the wrong ones. Null for any other row.
   */
  saidBy(cells: readonly (readonly [field: string, text: string])[]): "own" | "partly" | "other" | null {
    let [own, others, unknown] = [0, 0, 0];
    for (const [field, text] of cells) {
      if (text === "") continue;
      const name = this.names.get(field) ?? "";
      // A year, a time, the number of a case.
      if (/\d\d/.test(text) && !/\d\d/.test(name)) return null;
      // A word of the column is what a case says there, though some header is called so too: Office, Received.
      if (headerKey(text) !== name && isWordOf(field, text)) return null;
      const said = this.says(headerKey(text), name) ? this.said.get(field) : (columnIn(text) ?? this.endingIn(text));
      if (said === null) unknown++;
      else if (said === this.said.get(field)) own++;
      else others++;
    }
    if (own + others < 2 || unknown > own + others) return null;
    // Of a name that is not known nobody knows whether it is the column's.
    return others > 0 ? "other" : unknown > 0 ? "partly" : "own";
  }

  /** Whether a text is a name, or what the lower of two rows of a header has of it: "tiếp nhận" of "Ngày tiếp nhận". */
  private says(key: string, name: string): boolean {
    return key === name || (this.rows.length > 1 && name.endsWith(` ${key}`));
  }

  /** The column of whose name a text is what the lower row has; null where there is none. */
  private endingIn(text: string): string | null {
    const key = headerKey(text);
    const found = [...this.names].find(([, name]) => this.says(key, name));
    return (found && this.said.get(found[0])) ?? null;
  }

  /** Whether one of the cells is the name of a column: of another order, where the row as a whole is not the header. */
  hasNameIn(texts: readonly string[]): boolean {
    return texts.some((text) => this.texts.has(text));
  }
}
