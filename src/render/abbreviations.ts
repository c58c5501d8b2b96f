/** Abbreviations are spelled out where a reader first meets them, whatever the output. */
import type { Document } from "./document.ts";

const spelled: readonly (readonly [short: string, long: string])[] = [
  ["DVCTT", "dịch vụ công trực tuyến"],
  ["DVC", "dịch vụ công"],
  ["PAKN", "phản ánh, kiến nghị"],
  ["CBCCVC", "cán bộ, công chức, viên chức"],
];

/** What holds words for a reader, of all that a document is made of. */
const read: ReadonlySet<string> = new Set(["title", "text", "items", "step", "opening", "notSupplied", "description"]);

/** The document in Vietnamese with each abbreviation spelled out once, in the order in which it is read. */
export function spelledOut(document: Document): Document {
  const open = new Map(spelled);
  const inWords = (text: string) => {
    let said = text;
    for (const [short, long] of open) {
      const at = new RegExp(`(?<![\\p{L}\\d])${short}(?![\\p{L}\\d])`, "u").exec(said)?.index;
      // The words of a plan are its own.
      if (at === undefined || isQuoted(said, at)) continue;
      open.delete(short);
      if (said.includes(`(${short})`)) continue;
      said = `${said.slice(0, at)}${at === 0 ? capitalised(long) : long} (${short})${said.slice(at + short.length)}`;
    }
    return said;
  };
  const walk = (value: unknown, key: string): unknown => {
    if (open.size === 0) return value;
    if (typeof value === "string") return read.has(key) ? inWords(value) : value;
    if (Array.isArray(value)) return value.map((one) => walk(one, key));
    if (typeof value !== "object" || value === null) return value;
    // Names of groups are what they are: of a table its captions and its drawings stay.
    if ("drawing" in value || "rows" in value) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one, name)]));
  };
  return {
    ...document,
    first: walk(document.first, "") as Document["first"],
    sections: walk(document.sections, "") as Document["sections"],
  };
}

function isQuoted(text: string, at: number): boolean {
  return text.lastIndexOf("“", at) > text.lastIndexOf("”", at);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
