/** What of an id's text is the id, and which ids a spreadsheet has cut. */

/** An apostrophe, also as programs make it round while it is typed. */
const anApostrophe = /^['‘’]\s*(.*?)['’]?$/u;

/** The id without Excel's mark of a text, and without the quote behind of programs that write both. */
export function idText(text: string): string {
  const first = text.charCodeAt(0);
  return first === 39 || (first | 1) === 0x2019 ? text.replace(anApostrophe, "$1") : text;
}

/** 2.51008E+14; other programs write E14 and E+014. */
const inPowers = /^(?:\d+(?:[.,]\d+)?E\+|\d[.,]\d+E)\d{1,3}$/i;
/** Digits in threes: 251.008.000.000.012.000. */
const inThrees = /^\d{1,3}([., ])\d{3}(?:\1\d{3})+$/;

/** A number of more digits than a spreadsheet keeps. */
interface LongNumber {
  /** How many digits it has; 0 where it is written in powers of ten and shows them no more. */
  readonly digits: number;
  /** Nothing but zeros stands behind the fifteenth digit. */
  readonly endsInZeros: boolean;
}

/** Numbers of so many digits and no more are told apart by their number of digits. */
const mostDigits = 47;
const digitsKept = 15;

/** The number that an id is, where it has more digits than Excel keeps of any (15), or is written in powers of ten, as Excel writes one of more than eleven; else null. */
function longNumberIn(id: string): LongNumber | null {
  const text = id.replace(/^=/, "");
  if (inPowers.test(text)) return { digits: 0, endsInZeros: true };
  const number = /^(\d+)(?:[.,]0+)?$/.exec(inThrees.test(text) ? text.replace(/[., ]/g, "") : text)?.[1] ?? "";
  const { length: digits } = number;
  if (digits <= digitsKept || digits > mostDigits || !/[1-9]/.test(number)) return null;
  return { digits, endsInZeros: /^0+$/.test(number.slice(digitsKept)) };
}

/**
 * Numbers of more than fifteen digits in a stretch of a log. Of whole ones every tenth to thousandth ends in zeros by chance,
 * so that one number does not say whether a spreadsheet has cut it: all of its column with as many digits do.
 */
export interface LongIds {
  /** A bit for each number of digits, from 16, of which a number stands that is whole. */
  whole: number;
  /** A bit for each length in bytes at which such a one was found: the next is not looked at. */
  found: number;
  /** Row, line and number of digits of each that may be cut. */
  readonly inZeros: [row: number, line: number, digits: number][];
}

export function noLongIds(): LongIds {
  return { whole: 0, found: 0, inZeros: [] };
}

/** The bit of `LongIds.whole` for so many digits. */
export function bitOfDigits(digits: number): number {
  return 1 << (digits - digitsKept - 1);
}

/** The bit of `LongIds.found` for so many bytes. */
function bitOfBytes(bytes: number): number {
  return 1 << (bytes & 31);
}

/** Whether an id is known to be a number that was cut; one that may be is noted until the whole log is read. */
export function isCutId(
  id: string,
  bytes: number,
  seen: LongIds,
  { wholeIds, row, line }: { readonly wholeIds: number | null; readonly row: number; readonly line: number },
): boolean {
  const number = longNumberIn(id);
  if (number === null || number.digits === 0) return number !== null;
  const own = bitOfDigits(number.digits);
  if (wholeIds !== null) return number.endsInZeros && (wholeIds & own) === 0;
  if (!number.endsInZeros) {
    seen.whole |= own;
    seen.found |= bitOfBytes(bytes);
  } else if ((seen.whole & own) === 0) seen.inZeros.push([row, line, number.digits]);
  return false;
}

// Every row has an id: most are told by a few of their bytes.

/**
 * Whether the bytes of an id may be those of a long number: of one that does not end in a zero, and so is whole, only where
 * none of its length was found yet.
 */
export function mayBeLong(bytes: Uint8Array, start: number, end: number, found: number): boolean {
  let [from, to] = [start, end];
  while (to > from && isAround(bytes[to - 1])) to--;
  while (to > from && isAround(bytes[from])) from++;
  if (to - from < 4 || !isDigit(bytes[from]) || !isDigit(bytes[to - 1])) return false;
  for (let p = Math.max(from, to - 5); p < to - 1; p++) if ((bytes[p] | 32) === 101) return true;
  if (to - from <= digitsKept || (bytes[to - 1] !== 48 && (found & bitOfBytes(end - start)) !== 0)) return false;
  // Ids of letters and digits mostly end in a few digits behind a hyphen.
  for (let p = to - 2; p > from; p--) {
    if (!isDigit(bytes[p]) && bytes[p] !== 46 && bytes[p] !== 44 && bytes[p] !== 32 && bytes[p] < 128) return false;
  }
  return true;
}

/** Whether the bytes of an id may be those of a word for none: they have no digit but 0, are below 0, or are an error of LibreOffice (Err:508). */
export function mayBeNoId(bytes: Uint8Array, from: number, to: number): boolean {
  const first = bytes[from] === 39 ? bytes[from + 1] : bytes[from];
  if (first === 45 || (first === 69 && bytes[from + 3] === 58)) return true;
  for (let p = from; p < to; p++) if (bytes[p] > 48 && bytes[p] <= 57) return false;
  return true;
}

/** Whether the bytes of an id are words, without a digit or before the first. */
export function isWorded(bytes: Uint8Array, from: number, to: number): boolean {
  for (let p = from; p < to; p++) {
    if (isDigit(bytes[p])) return false;
    // A space behind a small letter, or one with marks: "HS 12" is an id.
    if (bytes[p] === 32 && bytes[p - 1] > 96) return true;
  }
  return true;
}

/** A space, a quote, the sign of a formula, or a part of a round quote. */
function isAround(byte: number): boolean {
  return byte === 32 || byte === 34 || byte === 39 || byte === 61 || byte >= 128;
}

export function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}
