/**
 * Rows of a template that was filled down further than its cases go: check boxes that say FALSE, running numbers, the office,
 * "Không". They stand behind the last case, and nothing of them is of any case.
 */
import { type Field, fieldKinds } from "../records/case.ts";
import { isBlankSign, isNoDay, isNoId } from "./blanks.ts";
import { isDamaged, Scanner } from "./scan.ts";
import type { Source } from "./source.ts";

/** Of one row nobody can say what is the same in all. */
const fewestFillers = 2;
/** So many rows before them must have their ids. */
const rowsBefore = 20;
/** Read at once, from the end; a longer row is none that was filled down. */
const piece = 1 << 16;
const wholeNumber = /^\d{1,7}$/;
const decoder = new TextDecoder();

/** What must be known of a log. */
interface Columns {
  readonly delimiter: number;
  readonly start: number;
  readonly width: number;
  readonly columns: readonly { readonly field: Field; readonly index: number }[];
}

/** What a column says in all of these rows: the same, or a number that goes on by one. */
interface Filling {
  readonly below: string;
  readonly kind: "same" | "running" | null;
}

/** Whether a cell is an id as others are: words may stand in place of one. */
const isId = (text: string) => /\d/.test(text) && !isNoId(text);

/** The next row up in a column; null where it says another thing. */
function filledOn(text: string, { below, kind }: Filling): Filling | null {
  if (text === below) return kind === "running" ? null : { below, kind: "same" };
  const isNext = wholeNumber.test(text) && wholeNumber.test(below) && Number(below) - Number(text) === 1;
  return isNext && kind !== "same" ? { below: text, kind: "running" } : null;
}

/** The lines of a log from the last to the first, with their offsets; an unended quote is not looked into. */
function* linesUp(source: Source, start: number): Generator<{ at: number; bytes: Uint8Array }> {
  let end = source.size;
  while (end > start) {
    const from = Math.max(start, end - piece);
    const bytes = source.bytesOf(from, end);
    let to = bytes.length;
    for (;;) {
      // The line end of a line belongs to it.
      const lineEnd = to < 2 ? -1 : bytes.lastIndexOf(10, to - 2);
      if (lineEnd < 0) break;
      yield { at: from + lineEnd + 1, bytes: bytes.subarray(lineEnd + 1, to) };
      to = lineEnd + 1;
    }
    if (from === start) yield { at: start, bytes: bytes.subarray(0, to) };
    else if (to === bytes.length) return;
    end = from === start ? start : from + to;
  }
}

/**
 * The offset of the first of these rows: without an id where those before them have theirs, and without a day, each cell the
 * same in all of them or a running number. Undefined where there are none.
 */
export function fillersFrom(source: Source, { delimiter, start, width, columns }: Columns): number | undefined {
  const idAt = columns.find(({ field }) => field === "caseId")?.index;
  if (idAt === undefined) return undefined;
  const days = new Set(columns.filter(({ field }) => fieldKinds[field] === "time").map(({ index }) => index));
  // What a citizen said was not filled down.
  const ratingAt = columns.find(({ field }) => field === "rating")?.index;
  const scanner = new Scanner({ delimiter });
  const fillings = new Map<number, Filling>();
  let [rows, before] = [0, 0];
  let from: number | undefined;
  for (const { at, bytes } of linesUp(source, start)) {
    scanner.scan(bytes, 0, 1, bytes.length, true);
    if ((scanner.bits(0) & isDamaged) !== 0) return before > 0 ? from : undefined;
    const cells: string[] = [];
    for (let k = 0; k < scanner.endCell(0); k++) {
      const begin = k === 0 ? scanner.start(0) : (scanner.cells[k - 1] >>> 1) + 1;
      const text = decoder.decode(bytes.subarray(begin, scanner.cells[k] >>> 1)).trim();
      cells.push(text.replace(/^"(.*)"$/s, "$1").trim());
    }
    const filled = cells.flatMap((text, k) => (text === "" || isBlankSign(text) ? [] : [[k, text] as const]));
    if (filled.length === 0) continue;
    if (before === 0 && !filled.some(([k]) => k === idAt || k === ratingAt) && cells.length <= width) {
      const next = filled.map(([k, text]): [number, Filling | null] => {
        if (days.has(k)) return [k, isNoDay(text) ? { below: text, kind: null } : null];
        const filling = fillings.get(k);
        return [k, filling === undefined ? { below: text, kind: null } : filledOn(text, filling)];
      });
      // Numbers may have been filled down to another row than the words; a word more is of a case.
      const isWord = (text: string) => !wholeNumber.test(text);
      const words = [...fillings].filter(([, { below }]) => isWord(below)).map(([k]) => k);
      const isAlike =
        rows === 0 ||
        (words.every((k) => next.some(([other]) => other === k)) &&
          filled.every(([k, text]) => fillings.has(k) || !isWord(text)));
      if (isAlike && next.every((one): one is [number, Filling] => one[1] !== null)) {
        for (const [k, filling] of next) fillings.set(k, filling);
        rows++;
        from = at;
        continue;
      }
    }
    // The first row that is none, and those before it: where one of them has no id either, these may be cases too.
    if (rows < fewestFillers || !isId(cells[idAt] ?? "")) return undefined;
    if (++before === rowsBefore) break;
  }
  return before > 0 ? from : undefined;
}
