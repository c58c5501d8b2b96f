/** What cells look like, without what they say: the form in which a time is written, the shape of a name or an id. */

/** How a day is written, and how the time of day behind it; where none is there, the day alone. */
type Day = "dd/MM/yyyy" | "d/M/yyyy" | "yyyy-MM-dd" | "yyyyMMdd";
type Clock = "" | " HH:mm" | " HH:mm:ss";
export type TimeForm = `${Day}${Clock}` | "yyyyMMddHHmmss" | "Excel" | "other";

/** The form of a time, by its look alone: separators are as good as slashes, and a T as good as a space. */
export function timeFormOf(text: string): TimeForm {
  if (/^\d{4}[-/.]\d\d?[-/.]\d\d?/.test(text)) return `yyyy-MM-dd${clockOf(text)}`;
  if (/^\d{8}T?\d{6}/.test(text)) return "yyyyMMddHHmmss";
  if (/^(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d(?!\d)/.test(text)) return `yyyyMMdd${clockOf(text)}`;
  if (/^[2-8]\d{4}([.,]\d+)?$/.test(text)) return "Excel";
  const day = /(?:^|\s)(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}/.exec(text);
  if (day === null) return "other";
  return `${day[1].length === 1 || day[2].length === 1 ? "d/M/yyyy" : "dd/MM/yyyy"}${clockOf(text)}`;
}

function clockOf(text: string): Clock {
  const local = text.replace(/[+-]\d\d:\d\d$/, "");
  if (/\d\d?:\d\d:\d\d/.test(local)) return " HH:mm:ss";
  return /\d\d?:\d\d/.test(local) ? " HH:mm" : "";
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
