/** Texts without what nobody sees, so that two spellings of one text are one. */

import { machine } from "../platform/index.ts";
import { unseen } from "../records/spelling.ts";

/** The text of a cell: NFC, trimmed, runs of spaces (also the unbreaking one) to one. */
export function cellText(bytes: Uint8Array, from: number, to: number): string {
  return cleanText(machine.texts.textIn(bytes, from, to));
}

/** Letters as they are composed, without those that look like Đ and đ (U+00D0, U+00F0, U+0189). */
const letters = "\\u00c0-\\u00cf\\u00d1-\\u00ef\\u00f1-\\u0188\\u018a-\\u024f\\u1e00-\\u1eff";
/** These and visible ASCII, with single spaces within: there is nothing to clean. */
const isClean = new RegExp(`^(?:[!-&(-~${letters}][!-~${letters}]*(?: [!-~${letters}]+)*)?$`);

/** The same of a string; a quote put before a formula on the way out (`guardFormula`) is taken off again. */
export function cleanText(raw: string): string {
  // A formula that is a text: how exports keep Excel from making a number of it.
  if (raw.startsWith('="') && raw.endsWith('"') && raw.length > 2) return cleanText(raw.slice(2, -1));
  if (isClean.test(raw)) return raw;
  const clean = raw
    .normalize("NFC")
    .replace(unseen, "")
    // The line end of mainframes; behind other letters of Latin-1 it may be a byte of one that was encoded twice.
    .replace(/(?<![\u0080-\u00ff])\u0085/g, " ")
    // An old font's letters: Icelandic eth, and African d, which look the same.
    .replace(/[\u00d0\u0189]/g, "Đ")
    .replace(/[\u00f0\u0256]/g, "đ")
    .replace(/\s+/gu, " ")
    .trim();
  return /^'[=+\-@]/.test(clean) ? clean.slice(1) : clean;
}
