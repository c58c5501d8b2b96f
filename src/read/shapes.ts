/** What cells look like, without what they say: the form in which a time is written, the shape of a name or an id. */

/** The ways in which a time is written. */
export const timeForms = [
  "dd/MM/yyyy HH:mm:ss",
  "dd/MM/yyyy HH:mm",
  "dd/MM/yyyy",
  "d/M/yyyy",
  "yyyy-MM-dd",
  "yyyyMMddHHmmss",
  "Excel",
  "other",
] as const;
export type TimeForm = (typeof timeForms)[number];

/** The form of a time, by its look alone: separators are as good as slashes. */
export function timeFormOf(text: string): TimeForm {
  if (/^\d{4}[-/.]\d\d?[-/.]\d\d?/.test(text)) return "yyyy-MM-dd";
  if (/^\d{8}T?\d{6}/.test(text)) return "yyyyMMddHHmmss";
  if (/^[2-8]\d{4}([.,]\d+)?$/.test(text)) return "Excel";
  const day = /(?:^|\s)(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}/.exec(text);
  if (day === null) return "other";
  if (day[1].length === 1 || day[2].length === 1) return "d/M/yyyy";
  if (/\d\d:\d\d:\d\d/.test(text)) return "dd/MM/yyyy HH:mm:ss";
  return /\d\d?:\d\d/.test(text) ? "dd/MM/yyyy HH:mm" : "dd/MM/yyyy";
}

const isAscii = /^[ -~]*$/;

/** The shape of a text without what it says: letters become A and a, digits 9, anything else stays. */
export function masked(text: string): string {
  // Codes and ids are ASCII, and most cells: letter by letter each would take ten times as long.
  const shape = isAscii.test(text)
    ? text.replace(/[A-Z]/g, "A").replace(/[a-z]/g, "a").replace(/[0-9]/g, "9")
    : text
        .normalize("NFC")
        .replace(/[\p{L}\p{M}\p{N}]/gu, (c) => (/\p{N}/u.test(c) ? "9" : /\p{Lu}/u.test(c) ? "A" : "a"));
  return shape.length > 40 ? `${shape.slice(0, 39)}…` : shape;
}
