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
