/** What a workbook says beside its cells: its sheets, how numbers are shown, the texts that cells share. */
import { UserError } from "../../errors.ts";
import { cellString, inUtf8, type Tag, TagScanner } from "./xml.ts";
import { type Entry, inflated } from "./zip.ts";

/** A sheet by its name, in the order of its tabs. */
export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly entry: Entry;
}

/** What a number with this format is; leading zeros and percents are shown, and a log as CSV has them too. */
type NumberKind = "number" | "date" | "time" | "duration" | "percent" | "zeros";

/** A kind, with its decimals at least and at most, or its digits at least. */
export interface NumberFormat {
  readonly kind: NumberKind;
  readonly least: number;
  readonly most: number;
}

/** All that is known of a workbook before its cells are read. */
export interface Book {
  readonly sheets: readonly Sheet[];
  /** By the number of a cell's style. */
  readonly formats: readonly NumberFormat[];
  readonly strings: Strings;
  /** Days are counted from 1904, as old Macintoshes did. */
  readonly from1904: boolean;
  /** Excel is to calculate every formula when it opens the workbook: whoever wrote it may not have. */
  readonly isCalculatedOnLoad: boolean;
}

/** Texts of a workbook stand in memory: more than a gigabyte of them is no log. */
const mostStrings = 2 ** 30;

/** The texts that cells share, one behind the other, in one block of memory. */
export class Strings {
  private bytes = new Uint8Array(1 << 16);
  private used = 0;
  private readonly ends: number[] = [];
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  /** @throws UserError `workbook-too-large` */
  add(text: Uint8Array): void {
    if (this.used > mostStrings)
      throw new UserError("workbook-too-large", { file: this.file, most: mostStrings / 2 ** 30 });
    if (this.used + text.length > this.bytes.length) {
      const more = new Uint8Array(Math.max(2 * this.bytes.length, this.used + text.length));
      more.set(this.bytes.subarray(0, this.used));
      this.bytes = more;
    }
    this.bytes.set(text, this.used);
    this.used += text.length;
    this.ends.push(this.used);
  }

  /** The UTF-8 of a text; null where there is none of that number. */
  at(index: number): Uint8Array | null {
    const end = this.ends[index];
    if (end === undefined) return null;
    return this.bytes.subarray(index === 0 ? 0 : this.ends[index - 1], end);
  }
}

async function scanEntry(path: string, entry: Entry, hand: (tag: Tag) => void): Promise<void> {
  const scanner = new TagScanner(hand);
  for await (const piece of inUtf8(inflated(path, entry))) scanner.push(piece);
  scanner.end();
}

/** Where a relation of a part leads, as a name in the archive. */
function targetOf(from: string, written: string): string {
  // Some writers put a backslash where the format has a slash, in the names of entries too.
  const target = written.replaceAll("\\", "/");
  if (target.startsWith("/")) return target.slice(1);
  const parts = from.split("/").slice(0, -1);
  for (const part of target.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

interface Relation {
  /** The last part of its type: worksheet, styles, sharedStrings … */
  readonly type: string;
  readonly target: string;
}

async function relationsOf(path: string, byName: ReadonlyMap<string, Entry>, of: string) {
  const relations = new Map<string, Relation>();
  const at = of.lastIndexOf("/") + 1;
  const entry = byName.get(`${of.slice(0, at)}_rels/${of.slice(at)}.rels`.toLowerCase());
  if (entry === undefined) return relations;
  await scanEntry(path, entry, (tag) => {
    if (tag.isEnd || !tag.is("Relationship")) return;
    const type = tag.attribute("Type")?.split("/").at(-1) ?? "";
    relations.set(tag.attribute("Id") ?? "", { type, target: targetOf(of, tag.attribute("Target") ?? "") });
  });
  return relations;
}

/**
 * Reads what stands beside the cells.
 *
 * @returns null where this archive is no workbook
 * @throws whatever the unpacker says of damaged bytes
 */
export async function bookOf(path: string, file: string, entries: readonly Entry[]): Promise<Book | null> {
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const roots = await relationsOf(path, byName, "");
  const root = [...roots.values()].find(({ type }) => type === "officeDocument")?.target ?? "xl/workbook.xml";
  const workbook = byName.get(root.toLowerCase());
  if (workbook === undefined) return null;
  const relations = await relationsOf(path, byName, root);
  const sheets: Sheet[] = [];
  let from1904 = false;
  let isCalculatedOnLoad = false;
  const isOn = (value: string | null) => /^(1|true|on)$/i.test(value ?? "");
  await scanEntry(path, workbook, (tag) => {
    if (tag.isEnd) return;
    if (tag.is("workbookPr")) from1904 = isOn(tag.attribute("date1904"));
    if (tag.is("calcPr")) isCalculatedOnLoad = isOn(tag.attribute("fullCalcOnLoad"));
    if (!tag.is("sheet")) return;
    const relation = relations.get(tag.attribute("id") ?? "");
    const entry = byName.get(relation?.target.toLowerCase() ?? "");
    // A sheet of a chart has no cells.
    if (relation?.type !== "worksheet" || entry === undefined) return;
    sheets.push({ name: tag.attribute("name") ?? "", isHidden: /hidden/i.test(tag.attribute("state") ?? ""), entry });
  });
  const entryOf = (type: string) => {
    const relation = [...relations.values()].find((one) => one.type === type);
    return relation && byName.get(relation.target.toLowerCase());
  };
  return {
    sheets,
    formats: await formatsOf(path, entryOf("styles")),
    // Some writers forget to say where the texts are.
    strings: await stringsOf(path, file, entryOf("sharedStrings") ?? byName.get("xl/sharedstrings.xml")),
    from1904,
    isCalculatedOnLoad,
  };
}

async function stringsOf(path: string, file: string, entry: Entry | undefined): Promise<Strings> {
  const strings = new Strings(file);
  if (entry === undefined) return strings;
  const encoder = new TextEncoder();
  let text = "";
  let isPhonetic = false;
  await scanEntry(path, entry, (tag) => {
    if (tag.is("t")) {
      // A text in runs, but not how its signs are read aloud.
      if (!tag.isEnd && !tag.isEmpty && !isPhonetic) text += cellString(tag.bytes, tag.text, tag.textEnd);
    } else if (tag.is("rPh")) {
      isPhonetic = !tag.isEnd && !tag.isEmpty;
    } else if (tag.is("si")) {
      if (!tag.isEnd) text = "";
      if (tag.isEnd || tag.isEmpty) strings.add(encoder.encode(text));
    }
  });
  return strings;
}

/** The formats of Excel's own that show days or times, by their numbers (ECMA-376, 18.8.30). */
const ownFormats: Readonly<Record<number, NumberKind>> = {
  ...Object.fromEntries(
    [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((n) => [n, "date"]),
  ),
  ...Object.fromEntries([18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56].map((n) => [n, "time"])),
  46: "duration",
};

/** What a format of the user's own shows. */
export function kindOfFormat(format: string): NumberKind {
  return formatOf(format).kind;
}

const plainFormat = (kind: NumberKind): NumberFormat => ({ kind, least: 0, most: 0 });

/** Names of SpreadsheetML whose letters would be taken for those of days and hours. */
const namedFormats: Readonly<Record<string, NumberKind>> = {
  "general date": "date",
  ...{ "long time": "time", "medium time": "time", "short time": "time" },
  ...{ currency: "number", "euro currency": "number", fixed: "number", standard: "number", scientific: "number" },
  ...{ "yes/no": "number", "true/false": "number", "on/off": "number" },
};

/** The same, with how many digits it shows; those of SpreadsheetML have names as well. */
export function formatOf(format: string): NumberFormat {
  // Of a format for positive and negative numbers the first part says what it is.
  const [first] = format.replace(/"[^"]*"|\\.|_.|\*./g, "").split(";");
  if (/\[(h+|m+|s+)\]/i.test(first)) return plainFormat("duration");
  const bare = first.replace(/\[[^\]]*\]/g, "");
  const [, fixed, free] = /^[#0,]*[#0](?:\.(0*)(#*))?\s*%$/.exec(bare) ?? [null, "", ""];
  if (/%$/.test(bare) && fixed !== null) return percentOf(fixed?.length ?? 0, free?.length ?? 0);
  if (/^percent$/i.test(bare)) return percentOf(2, 0);
  const named = namedFormats[bare.trim().toLowerCase()];
  if (named !== undefined) return plainFormat(named);
  // Letters in quotes among the zeros are shown as well.
  if (/^(?:\[[^\]]*\])*0{2,}(?:;|$)/.test(format)) return { kind: "zeros", least: bare.length, most: bare.length };
  const letters = bare.replace(/general|am\/pm|a\/p/gi, "");
  if (/[dy]/i.test(letters) || (/m/i.test(letters) && !/[hs]/i.test(letters))) return plainFormat("date");
  return plainFormat(/[hs]/i.test(letters) ? "time" : "number");
}

const percentOf = (fixed: number, free: number): NumberFormat => ({
  kind: "percent",
  least: fixed,
  most: fixed + free,
});

async function formatsOf(path: string, entry: Entry | undefined): Promise<NumberFormat[]> {
  const formats: NumberFormat[] = [];
  if (entry === undefined) return formats;
  const own = new Map<number, NumberFormat>([
    [9, percentOf(0, 0)],
    [10, percentOf(2, 0)],
  ]);
  let isOfCells = false;
  await scanEntry(path, entry, (tag) => {
    if (tag.is("cellXfs")) isOfCells = !tag.isEnd;
    if (tag.isEnd) return;
    if (tag.is("numFmt")) own.set(Number(tag.attribute("numFmtId")), formatOf(tag.attribute("formatCode") ?? ""));
    if (isOfCells && tag.is("xf")) {
      const id = Number(tag.attribute("numFmtId") ?? 0);
      formats.push(own.get(id) ?? plainFormat(ownFormats[id] ?? "number"));
    }
  });
  return formats;
}
