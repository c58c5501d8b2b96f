/**
 * A cell of text that a spreadsheet must not take for a formula: one that begins like a formula gets an apostrophe
 * before it, which spreadsheets hide, and which reading a log takes off again.
 */
export function guardFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** A cell of a comma-separated table: quoted where RFC 4180 asks for it. */
export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return "";
  const text = typeof value === "string" ? guardFormula(value) : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
