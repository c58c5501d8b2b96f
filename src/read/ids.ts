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
const ofFifteenDigits = /^\d{15}0+(?:[.,]0+)?$/;

/**
 * Whether an id is a number that was cut: Excel writes one of more than eleven digits in powers of ten, and keeps fifteen
 * digits of any. Many cases would have one id.
 */
export function isCutNumber(id: string): boolean {
  const text = id.replace(/^=/, "");
  return inPowers.test(text) || ofFifteenDigits.test(inThrees.test(text) ? text.replace(/[., ]/g, "") : text);
}

// Every row has an id: most are told by a few of their bytes.

/** Whether the bytes of an id may be those of a number that was cut. */
export function mayBeCut(bytes: Uint8Array, start: number, end: number): boolean {
  let [from, to] = [start, end];
  while (to > from && isAround(bytes[to - 1])) to--;
  while (to > from && isAround(bytes[from])) from++;
  if (to - from < 4 || !isDigit(bytes[from]) || !isDigit(bytes[to - 1])) return false;
  for (let p = Math.max(from, to - 5); p < to - 1; p++) if ((bytes[p] | 32) === 101) return true;
  if (bytes[to - 1] !== 48 || to - from < 16) return false;
  for (let p = from; p < from + 15; p++) {
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
