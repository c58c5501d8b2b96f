/** Lines that stand in one pair of quotes as a whole, and are rows only without them. */
import { isQuoted, Scanner } from "./scan.ts";

/** Cells of a row that may stand in one pair of quotes: two are as well a sentence with a comma. */
const fewestWrapped = 3;

/** What a row of the log may have. */
interface Row {
  readonly delimiter: number;
  readonly least: number;
  readonly width: number;
}

/**
 * Takes the quotes off a record that stands in one pair of them as a whole, where it has the cells of a row without them. It
 * stays where it is: behind its last cell stand delimiters in place of what was taken off. Behind the commas of a sentence
 * stands a space.
 *
 * @param scanner has the record
 */
export function unwrapRecord(
  view: Uint8Array,
  at: number,
  scanner: Scanner,
  { delimiter, least, width }: Row,
): boolean {
  if (scanner.endCell(0) !== 1 || (scanner.cells[0] & isQuoted) === 0 || scanner.bits(0) !== 0) return false;
  const length = (scanner.cells[0] >>> 1) - at;
  const bare = new Uint8Array(length).fill(delimiter);
  let n = 0;
  for (let p = at + 1; p < at + length - 1; p++) {
    bare[n++] = view[p];
    if (view[p] === 34) p++;
  }
  const own = new Scanner({ delimiter });
  own.scan(bare, 0, 1, n, true);
  const cells = own.endCell(0);
  if (own.bits(0) !== 0 || cells < Math.max(least, fewestWrapped) || cells > width) return false;
  for (let k = 1; k < cells; k++) if (bare[(own.cells[k - 1] >>> 1) + 1] === 32) return false;
  view.set(bare, at);
  return true;
}

/** A line that is one cell in quotes, as a whole. A mark of UTF-8 before it is a space. */
const wrappedLine = /^\s*"((?:[^"]|"")*)"[,;\t\s]*$/;

/** A text without the zeros, and the mark of an end (0x1A), behind its last line. */
export function withoutZeros(text: string): string {
  let to = text.length;
  while (to > 0 && (text.charCodeAt(to - 1) === 0 || text.charCodeAt(to - 1) === 26)) to--;
  return text.slice(0, to);
}

/** A line without the one pair of quotes in which it stands; undefined for any other. */
export function withoutQuotes(line: string): string | undefined {
  return wrappedLine.exec(line)?.[1].replaceAll('""', '"');
}

/**
 * Whether the lines of a head stand in one pair of quotes each, and are rows only without them: the header among them, whatever
 * lines are bare (a title, a total, sep=), where it has its columns only so; or all but the header.
 */
export function areWrapped(head: Uint8Array, fieldsIn: (head: Uint8Array) => number): boolean {
  const lines = withoutZeros(new TextDecoder().decode(head))
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");
  if (lines.length < 2 || !lines.some((line) => wrappedLine.test(line))) return false;
  const known = fieldsIn(head);
  if (known < 2)
    return fieldsIn(new TextEncoder().encode(lines.map((line) => withoutQuotes(line) ?? line).join("\n"))) > 1;
  const [header, ...rows] = lines;
  const cells = (line: string, sign: string) => line.split(sign).length;
  const sign = [",", ";", "\t", "|"].reduce((a, b) => (cells(header, b) > cells(header, a) ? b : a));
  const width = cells(header, sign);
  return width > 2 && rows.every((line) => cells(withoutQuotes(line) ?? "", sign) >= width);
}
