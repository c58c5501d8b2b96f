/** What of an id's text is the id, and which ids a spreadsheet has cut. */

/** The id without Excel's mark of a text, and without the quote behind of programs that write both. */
export function idText(text: string): string {
  return text.charCodeAt(0) === 39 ? text.replace(/^'\s*(.*?)'?$/u, "$1") : text;
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
