/** cli-table3's characters for a table without lines. */
export const noLines = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: " ",
};

/** Neither colour codes nor padding: colour is chalk's, and cells are cleaned before they come here. */
export const plainStyle = { head: [], border: [], "padding-left": 0, "padding-right": 0 };

/** Breaks a line between words; the lines after the first are indented. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  const indent = /^ */.exec(text)?.[0] ?? "";
  let line = indent;
  // A percent sign stays with its number.
  for (const word of text.trimStart().split(/ (?!%)/)) {
    if (line !== indent && line.length + 1 + word.length > width) {
      lines.push(line);
      line = `${indent}  ${word}`;
    } else {
      line = line === indent ? indent + word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** The last column of a table is not made narrower than this, nor another than that. */
const leastLast = 16;
const leastOther = 8;

/**
 * Rows in columns as wide as they must be, two spaces apart. Where they are wider than `width` the last column wraps, and
 * of the others the widest are cut.
 */
export function columns(rows: readonly (readonly string[])[], width = Number.POSITIVE_INFINITY): string[] {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i].length))) ?? [];
  const last = widths.length - 1;
  const room = () => width - widths.slice(0, last).reduce((sum, one) => sum + one + 2, 0);
  while (room() < Math.min(leastLast, widths[last])) {
    const widest = widths.slice(0, last).reduce((at, one, i, all) => (one > all[at] ? i : at), 0);
    if (widths[widest] <= leastOther) break;
    widths[widest]--;
  }
  const cut = (cell: string, most: number) => (cell.length > most ? `${cell.slice(0, most - 1)}…` : cell);
  return rows.flatMap((row) => {
    const head = row.slice(0, last).map((cell, i) => cut(cell, widths[i]).padEnd(widths[i]));
    const tail = width === Number.POSITIVE_INFINITY ? [row[last]] : wrap(row[last] ?? "", Math.max(room(), leastOther));
    return tail.map((line, i) =>
      [...(i === 0 ? head : head.map((cell) => " ".repeat(cell.length))), line].join("  ").trimEnd(),
    );
  });
}
