/** Charts as they stand in a document: drawings with their colours written out, which Word 2016 and later show as they are. */
/** On paper the variables of the page's style sheet are these. */
const inks: Readonly<Record<string, string>> = {
  paper: "#ffffff",
  ink: "#000000",
  muted: "#777777",
  line: "#bbbbbb",
  accent: "#1f5fa8",
  "accent-soft": "#c9dcf2",
  pass: "#14582f",
  fail: "#9c1c15",
  "fail-soft": "#f6d3d0",
};

/** A chart for whom no style sheet speaks. */
export function onPaper(svg: string): string {
  return svg
    .replace(/var\(--([a-z-]+)\)/g, (_, name: string) => inks[name] ?? "#000000")
    .replace(/ style="[^"]*"/, "")
    .replace(/ font-family="[^"]*"/, ' font-family="Times New Roman, Liberation Serif, serif"')
    .replace(/ font-size="10"/, ' font-size="13"')
    .replaceAll("currentColor", "#000000")
    .replaceAll("✗", "×");
}
