/** Texts without what nobody sees, so that two spellings of one text are one. */
import { machine } from "../platform/index.ts";

/** The text of a cell: NFC, trimmed, runs of spaces (also the unbreaking one) to one. */
export function cellText(bytes: Uint8Array, from: number, to: number): string {
  return cleanText(machine.texts.textIn(bytes, from, to));
}

/** Signs that nobody sees: they break lines, turn directions, or mark a file. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** Letters as they are composed, without those that look like Đ and đ (U+00D0, U+00F0). */
const letters = "\\u00c0-\\u00cf\\u00d1-\\u00ef\\u00f1-\\u024f\\u1e00-\\u1eff";
/** These and visible ASCII, with single spaces within: there is nothing to clean. */
const isClean = new RegExp(`^(?:[!-&(-~${letters}][!-~${letters}]*(?: [!-~${letters}]+)*)?$`);

/** The same of a string; a quote put before a formula on the way out (`guardFormula`) is taken off again. */
export function cleanText(raw: string): string {
  // A formula that is a text: how exports keep Excel from making a number of it.
  if (raw.startsWith('="') && raw.endsWith('"') && raw.length > 2) return cleanText(raw.slice(2, -1));
  if (isClean.test(raw)) return raw;
  const clean = raw
    .normalize("NFC")
    .replace(invisible, "")
    // An old font's capital: Icelandic eth, which looks the same.
    .replaceAll("\u00d0", "Đ")
    .replaceAll("\u00f0", "đ")
    .replace(/\s+/gu, " ")
    .trim();
  return /^'[=+\-@]/.test(clean) ? clean.slice(1) : clean;
}
