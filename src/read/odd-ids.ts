/** Ids that are of another kind than the others of their log: in their place stands what begins a note, a group or a row of sums. */
import { isNoId } from "./blanks.ts";
import { wordKey, wordTable } from "./words.ts";

/** What the ids of a log have in common: digits, and more than a short number. */
export type KindOfIds = "numbered" | "long";

/** One in so many may be of another kind: a note, a word for none. */
const oneOfOthers = 3;
const shortNumber = /^\d{1,3}$/;
/** A sign before words, the letter or the number of a group. */
const aSign = /^[*#%†•+]/u;
const aLabel = /^(?:\p{L}|\d{1,3}|[IVX]{1,5})[.)]?$/u;
const aNumber = /^[\d.,% ]+$/;

/** The kind of the ids of some rows; undefined where they have none in common. */
export function kindOfIds(ids: readonly string[]): KindOfIds | undefined {
  const filled = ids.filter((id) => id !== "");
  const areMost = (some: readonly string[]) =>
    some.length > 1 && oneOfOthers * some.length >= (oneOfOthers - 1) * filled.length;
  const numbered = filled.filter((id) => /\d/.test(id));
  const long = numbered.filter((id) => !shortNumber.test(id));
  if (areMost(long) && numbered.length - long.length < 2) return "long";
  return areMost(numbered) ? "numbered" : undefined;
}

/**
 * Whether a row without a time is none of a case by its id, which is of another kind than the others, and begins as a note, a
 * group or a row of sums does. What words the row says of a case is asked elsewhere.
 *
 * @param beside its other cells that are filled
 * @param hasNumberForWord a number stands where words do
 */
export function isOddId(id: string, kind: KindOfIds, beside: readonly string[], hasNumberForWord: boolean): boolean {
  const isShort = shortNumber.test(id);
  if (/\d/.test(id) && !(kind === "long" && isShort)) return false;
  const areNumbers = beside.length > 0 && beside.every((cell) => aNumber.test(cell));
  const areTicks = beside.every((cell) => /^[01]$/.test(cell));
  if (isShort) return beside.length === 0 || !areNumbers || hasNumberForWord;
  const isAnswer = wordTable("recordDigitised").has(wordKey(id));
  // "Chưa cấp" and "NULL" are cases whose number was not given.
  if (isNoId(id) && !isAnswer) return beside.length === 0;
  if (aSign.test(id) || aLabel.test(id)) return !areTicks || beside.length === 0;
  return areNumbers && (isAnswer || !areTicks);
}

/**
 * Whether a row without an id, of a log without times, holds numbers alone, one of them in a column of yes and no that is neither:
 * how many said yes.
 *
 * @param isIndexed the first cell stands where the number of the row does: "All" may be there
 */
export function areCounts(
  texts: readonly string[],
  idAt: number,
  ticksAt: readonly number[],
  isIndexed: boolean,
): boolean {
  if (idAt < 0 || texts[idAt] !== "") return false;
  const own = texts.slice(isIndexed ? 1 : 0);
  const isCount = (text = "") => /^(?:[2-9]|[1-9]\d+)$/.test(text);
  return own.every((text) => text === "" || aNumber.test(text)) && ticksAt.some((i) => isCount(texts[i]));
}
