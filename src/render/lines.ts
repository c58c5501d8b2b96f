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

/** Rows in columns as wide as they must be, two spaces apart. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i].length))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i])))
      .join("  ")
      .trimEnd(),
  );
}
