/**
 * Files that are no plain UTF-8 become it: packed ones are unpacked, workbooks and pages written as CSV, other encodings decoded,
 * each into a private temporary file that is read like any log. What cannot be decoded becomes a byte that is not
 * UTF-8, so that the reader rejects its row and no other.
 */
import { UserError } from "../errors.ts";
import { machine } from "../platform/index.ts";
import { systemCode } from "../platform/platform.ts";
import { holds, utf8 } from "./bytes.ts";
import type { DayAndTime } from "./day-and-time.ts";
import { Decoder, type Encoding, encodings, marked, utf16Mark, utf16Unmarked } from "./encodings.ts";
import { refuseBinary } from "./head.ts";
import { areWrapped, withoutQuotes, withoutZeros } from "./quoted-lines.ts";
import { markupOf, namedEncoding } from "./workbook/markup-kind.ts";
import type { SheetOptions, SheetsRead } from "./workbook/sheets.ts";

/** What a file may be that is no plain text: packed, a workbook, a page or a workbook of XML. */
type Container = "gzip" | "xlsx" | "html" | "xml";

/** What a file was before it became plain. */
export interface Origin {
  readonly container: Container | null;
  readonly encoding: Encoding;
  /** Of a workbook. */
  readonly book?: SheetsRead;
  /** Exports of several orders of columns were joined in it, and put into one. */
  readonly isReordered?: boolean;
  /** Days and times of day stood in two columns, and were put together. */
  readonly timesJoined?: readonly DayAndTime[];
  /** Headers of times of day that were put together with no day. */
  readonly timesApart?: readonly string[];
  /** Each line stood in one pair of quotes, which were taken off. */
  readonly isUnwrapped?: boolean;
}

/** How a file is made plain. */
interface PlainOptions {
  readonly given: Encoding | null;
  readonly sheet: string | null;
  /** How many columns of a header in this head are known. */
  readonly fieldsIn: (head: Uint8Array) => number;
  /** The header at the head of a sheet. */
  readonly headerIn?: SheetOptions["headerIn"];
  /** Hears of the bytes of a workbook as they are unpacked. */
  readonly progress?: (bytes: number) => void;
}

const pieceBytes = 1 << 20;
const headBytes = 1 << 16;

/** More than this no sheet of a million rows comes to: what does was made to fill a disk. */
const mostText = 8 * 2 ** 30;

/** Text of a page is less than the page, but for cells that reach over many rows. */
const mostGrowth = 20;
const leastMost = 1 << 28;

/** Something that is unpacked to more than this many times its size is no export. */
const mostExpansion = 1000;

function readHead(path: string): Uint8Array {
  const fd = machine.files.open(path, "reading");
  try {
    const bytes = new Uint8Array(headBytes);
    return bytes.subarray(0, machine.files.read(fd, bytes, 0, headBytes, 0));
  } finally {
    machine.files.close(fd);
  }
}

function sizeOf(path: string): number {
  return machine.files.facts(path)?.size ?? 0;
}

/** What the first bytes say that a file is. */
export function containerOf(head: Uint8Array): "gzip" | "zip" | "ole" | null {
  const [a, b, c, d] = head;
  if (a === 0x1f && b === 0x8b) return "gzip";
  if (a === 0x50 && b === 0x4b && c === 3 && d === 4) return "zip";
  return a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0 ? "ole" : null;
}

/**
 * Makes a plain file of one that may be packed or in another encoding.
 *
 * @param temporary gives the path of a new private temporary file
 * @param given the encoding that the user named; null to find it
 * @returns the path to read, which is the given one when it is plain already
 * @throws UserError `bad-gzip`, whatever a workbook's reader throws, `old-workbook`, `encoding-in-doubt`, `unpacked-too-large`,
 *   `page-without-table`, `page-of-frames`, `web-archive`, `unknown-xml`
 */
export async function plainOf(
  file: { readonly path: string; readonly name: string },
  temporary: () => string,
  options: PlainOptions,
): Promise<{ path: string; origin: Origin }> {
  let { path } = file;
  let container: Origin["container"] = null;
  let head = readHead(path);
  if (containerOf(head) === "gzip") {
    const unpacked = temporary();
    await gunzip(path, unpacked, file.name);
    path = unpacked;
    container = "gzip";
    head = readHead(path);
  }
  switch (containerOf(head)) {
    case "zip": {
      const written = temporary();
      // Loaded here: most runs read plain files.
      const { writeWorkbook } = await import("./workbook/workbook.ts");
      const packed = path;
      const book = await sheetsAsText(file.name, written, options, mostText, (how) =>
        writeWorkbook(packed, file.name, how),
      );
      return { path: written, origin: { container: "xlsx", encoding: "utf-8", book } };
    }
    case "ole":
      // A workbook with a password is packed, encrypted, into the form that old workbooks have.
      throw new UserError(isEncrypted(path) ? "encrypted-workbook" : "old-workbook", { file: file.name });
  }
  let encoding = options.given ?? utf16Mark(head) ?? utf16Unmarked(head);
  const start = textOf(head, encoding);
  const markup = markupOf(start);
  if (markup !== null && options.fieldsIn(head) < 2) {
    if (markup === "xml") throw new UserError("unknown-xml", { file: file.name });
    const frames = framesOf(start);
    if (frames !== null) throw new UserError("page-of-frames", { file: file.name, frames });
    const { fieldsInMarkup, writePage } = await import("./workbook/pages.ts");
    const isXml = markup === "spreadsheetml";
    encoding ??= encodingOfMarkup(head, start, file.name, (some) => fieldsInMarkup(some, isXml, options));
    if (encoding !== "utf-8") {
      const decoded = temporary();
      decode(path, decoded, encoding);
      path = decoded;
    }
    const [plain, written] = [path, temporary()];
    const most = Math.max(mostGrowth * sizeOf(plain), leastMost);
    const book = await sheetsAsText(file.name, written, options, most, (how) =>
      writePage(() => piecesOf(plain), file.name, isXml, how),
    );
    return { path: written, origin: { container: isXml ? "xml" : "html", encoding, book } };
  }
  if (isWebArchive(start)) throw new UserError("web-archive", { file: file.name });
  if (encoding === null) {
    refuseBinary(file.name, head);
    encoding = eightBit(head, file.name, options.fieldsIn);
  }
  if (encoding !== "utf-8") {
    const decoded = temporary();
    decode(path, decoded, encoding);
    path = decoded;
  }
  if (!areWrapped(wholeLines(readHead(path)), options.fieldsIn)) return { path, origin: { container, encoding } };
  const bare = temporary();
  unwrap(path, bare);
  return { path: bare, origin: { container, encoding, isUnwrapped: true } };
}

/** A page of one file (.mht): a message of a page and its pictures, of which the letters are packed. */
function isWebArchive(start: string): boolean {
  const head = start.slice(0, 2048);
  return /^MIME-Version:/im.test(head) && /^Content-Type:\s*multipart\/related/im.test(head);
}

/** What Excel saves of several sheets as a page is a frame alone, and names the files with the cells; null for any other page. */
function framesOf(start: string): string[] | null {
  if (!/<frameset[\s>]/i.test(start) || /<table[\s>]/i.test(start)) return null;
  const named = [...start.matchAll(/<(?:frame|link)\s[^>]*?(?:src|href)\s*=\s*["']?([^"'\s>]+)/gi)];
  return [...new Set(named.map(([, name]) => name).filter((name) => /sheet\d+\.html?$/i.test(name)))];
}

/** Takes the quotes around each line off; a line without them stays. */
function unwrap(from: string, to: string): void {
  const input = machine.files.open(from, "reading");
  const output = machine.files.open(to, "private");
  const decoder = new TextDecoder();
  let rest = "";
  const bareOf = (line: string) => `${withoutQuotes(line) ?? line}\n`;
  const write = (lines: readonly string[]) => machine.files.write(output, utf8(lines.map(bareOf).join("")));
  try {
    const bytes = new Uint8Array(pieceBytes);
    for (let position = 0; ; ) {
      const n = machine.files.read(input, bytes, 0, pieceBytes, position);
      position += n;
      const lines = (rest + decoder.decode(bytes.subarray(0, n), { stream: n > 0 })).split(/\r?\n/);
      rest = lines.pop() ?? "";
      if (lines.length > 0) write(lines);
      if (n > 0) continue;
      rest = withoutZeros(rest);
      if (rest !== "") write([rest]);
      return;
    }
  } finally {
    machine.files.close(input);
    machine.files.close(output);
  }
}

/** Bytes of its begin that say what a file is, as text. */
function textOf(head: Uint8Array, encoding: Encoding | null): string {
  const text =
    encoding === "utf-16le" || encoding === "utf-16be"
      ? new Decoder(encoding).push(head, true)
      : new TextDecoder("latin1").decode(head);
  return text.replace(/^(?:\ufeff|\u00ef\u00bb\u00bf)/, "");
}

/** What is UTF-8 is that, whatever a page says of itself; else what it says, or what its header shows. */
function encodingOfMarkup(
  head: Uint8Array,
  start: string,
  file: string,
  fieldsIn: (head: Uint8Array) => number,
): Encoding {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return "utf-8";
  } catch {
    const named = namedEncoding(start);
    if (named === "windows-1258") return named;
    // Excel says windows-1252 of pages whose other letters are entities; and so do pages whose letters are a font's.
    if (/^(?:windows-1252|cp1252|iso-?8859-1|latin-?1|us-ascii)$/.test(named ?? "")) {
      const western = fieldsUnder("windows-1252", head, fieldsIn);
      const isBest = encodings.every((other) => western >= fieldsUnder(other, head, fieldsIn));
      if (western > 0 && isBest) return "windows-1252";
    }
    return eightBit(head, file, fieldsIn);
  }
}

function* piecesOf(path: string): Generator<Uint8Array> {
  const fd = machine.files.open(path, "reading");
  try {
    const bytes = new Uint8Array(1 << 18);
    for (let position = 0; ; ) {
      const n = machine.files.read(fd, bytes, 0, bytes.length, position);
      if (n === 0) return;
      position += n;
      yield bytes.subarray(0, n);
    }
  } finally {
    machine.files.close(fd);
  }
}

/** Writes the log of a file with sheets as CSV, a megabyte at a time. */
async function sheetsAsText(
  file: string,
  written: string,
  { sheet, fieldsIn, headerIn, progress }: Pick<PlainOptions, "sheet" | "fieldsIn" | "headerIn" | "progress">,
  most: number,
  make: (how: SheetOptions) => Promise<SheetsRead>,
): Promise<SheetsRead> {
  const fd = machine.files.open(written, "private");
  const held = new Uint8Array(pieceBytes);
  let [used, position] = [0, 0];
  const keep = (bytes: Uint8Array, length: number) => {
    machine.files.write(fd, bytes.subarray(0, length), position);
    position += length;
    if (position > mostText) throw new UserError("workbook-too-large", { file, most: mostText / 2 ** 30 });
    if (position > most) throw new UserError("unpacked-too-large", { file, times: mostGrowth });
  };
  const flush = () => {
    keep(held, used);
    used = 0;
  };
  try {
    const read = await make({
      sheet,
      fieldsIn,
      ...(headerIn !== undefined && { headerIn }),
      rewind: () => {
        [used, position] = [0, 0];
        machine.files.empty(fd);
      },
      write: (bytes) => {
        if (used + bytes.length > held.length) flush();
        if (bytes.length > held.length) {
          keep(bytes, bytes.length);
          return;
        }
        held.set(bytes, used);
        used += bytes.length;
      },
      ...(progress !== undefined && { progress }),
    });
    flush();
    return read;
  } finally {
    machine.files.close(fd);
  }
}

/** The directory of such a file names its parts in UTF-16. */
function isEncrypted(path: string): boolean {
  const fd = machine.files.open(path, "reading");
  try {
    const bytes = new Uint8Array(headBytes);
    const marks = ["EncryptedPackage", "EncryptionInfo"].map((name) => utf8([...name].join("\0")));
    for (let position = 0; ; position += headBytes / 2) {
      const n = machine.files.read(fd, bytes, 0, headBytes, position);
      if (n === 0) return false;
      if (marks.some((mark) => holds(bytes.subarray(0, n), mark))) return true;
    }
  } finally {
    machine.files.close(fd);
  }
}

async function gunzip(from: string, to: string, name: string): Promise<void> {
  const most = Math.max(sizeOf(from) * mostExpansion, 1 << 30);
  const output = machine.files.open(to, "private");
  let size = 0;
  try {
    for await (const bytes of machine.packing.gunzipped(from)) {
      size += bytes.length;
      if (size > most) throw new UserError("unpacked-too-large", { file: name, times: mostExpansion });
      machine.files.write(output, bytes);
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    const reason = systemCode(error);
    // A disk that is full is no fault of the file.
    throw reason.startsWith("E") ? error : new UserError("bad-gzip", { file: name, reason });
  } finally {
    machine.files.close(output);
  }
}

/** Writes the text of a file as UTF-8. */
function decode(from: string, to: string, encoding: Encoding): void {
  const decoder = new Decoder(encoding);
  const input = machine.files.open(from, "reading");
  const output = machine.files.open(to, "private");
  try {
    const bytes = new Uint8Array(pieceBytes);
    for (let position = 0; ; ) {
      const n = machine.files.read(input, bytes, 0, pieceBytes, position);
      position += n;
      const text = decoder.push(bytes.subarray(0, n), n === 0);
      if (text !== "") machine.files.write(output, marked(text));
      if (n === 0) return;
    }
  } finally {
    machine.files.close(input);
    machine.files.close(output);
  }
}

/**
 * UTF-8 or an encoding of one byte a letter. A header that only windows-1258 makes out decides; where the header has no
 * such letter, and most of the lines that have are no UTF-8, nothing does.
 */
function eightBit(head: Uint8Array, file: string, fieldsIn: (head: Uint8Array) => number): Encoding {
  if (machine.texts.isUtf8(wholeLines(head))) return "utf-8";
  const byEncoding = encodings.map((encoding) => ({ encoding, fields: fieldsUnder(encoding, head, fieldsIn) }));
  const of = (encoding: Encoding) => byEncoding.find((one) => one.encoding === encoding)?.fields ?? 0;
  if (of("windows-1258") > of("utf-8") && of("windows-1258") >= Math.max(of("tcvn3"), of("vni"))) return "windows-1258";
  const named = (["tcvn3", "vni"] as const).find((encoding) => of(encoding) > of("utf-8"));
  if (named !== undefined) throw new UserError("encoding-in-doubt", { file, encodings: [named] });
  const lines = linesWithLetters(wholeLines(head));
  const broken = lines.filter((line) => !machine.texts.isUtf8(line)).length;
  if (lines.length >= 4 && broken * 2 > lines.length) {
    throw new UserError("encoding-in-doubt", { file, encodings: ["windows-1258", "tcvn3", "vni"] });
  }
  return "utf-8";
}

/** How many columns are known where a head is in this encoding. */
function fieldsUnder(encoding: Encoding, head: Uint8Array, fieldsIn: (head: Uint8Array) => number): number {
  const text = new Decoder(encoding).push(wholeLines(head), true).normalize("NFC");
  return fieldsIn(encoding === "utf-8" ? head : new TextEncoder().encode(text));
}

/** The head up to its last line end, so that no letter is cut in two. */
function wholeLines(head: Uint8Array): Uint8Array {
  const end = head.lastIndexOf(10);
  return head.length < headBytes || end < 0 ? head : head.subarray(0, end + 1);
}

function linesWithLetters(head: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < head.length; ) {
    const end = head.indexOf(10, start);
    const next = end < 0 ? head.length : end + 1;
    const line = head.subarray(start, next);
    if (line.some((byte) => byte > 127)) lines.push(line);
    start = next;
  }
  return lines;
}
