/** The options by which logs are read, the same for every command that reads one. */

import { UserError } from "../errors.ts";
import { machine } from "../platform/index.ts";
import type { DateOrder, Decimal } from "../read/decode.ts";
import { type Encoding, encodings } from "../read/encodings.ts";
import { withoutFilters } from "../read/filters-below.ts";
import { fieldsFound } from "../read/head.ts";
import { fieldsOfProcedures, type HeaderMap, headerIn, logHeaders } from "../read/header.ts";
import { layoutOf } from "../read/layout.ts";
import { isTime, mapName } from "../read/near.ts";
import { type Origin, plainOf } from "../read/plain.ts";
import type { Reading } from "../read/reading.ts";
import { Source } from "../read/source.ts";
import { blankMeaning, codesOf, headerTable, meaningOfCode, type Value, wordKey } from "../read/words.ts";
import { placeIn } from "../read/workbook/place.ts";
import { type Basis, basisOf } from "../records/basis.ts";
import { allFields, type Field, type FieldOf, fieldKinds, fieldOf, snake, timesAsTexts } from "../records/case.ts";
import type { TimesAsWritten } from "../tally/handled.ts";
import type { Log } from "../tally/job.ts";
import { dayOfDate } from "../time/period.ts";
import { offsetOf } from "../time/zone.ts";
import { choiceOf, nearest, wholeNumber } from "./choices.ts";
import { refuseContrary } from "./contrary.ts";
import { copyInOrder } from "./copies.ts";
import { type Io, orCannotRead, spool, standardInput, temporaryFile } from "./io.ts";
import { lowOnAnother, onSheet } from "./sheet-faults.ts";

/** As the command line gives them. */
export interface LogOptions {
  readonly map: readonly string[];
  readonly mapValue: readonly string[];
  readonly dateFormat: readonly string[];
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly sheet?: string;
  readonly decimal?: string;
  /** The highest number of a rating. */
  readonly ratingScale?: string;
  readonly timeZone: string;
  readonly asOf?: string;
  /** The configuration that says some of them. */
  readonly config?: string;
  /** Which of the options a configuration alone has given. */
  readonly ofConfig?: readonly string[];
}

export interface OpenLogs {
  readonly logs: readonly Log[];
  readonly basis: Basis;
  /** Everything about reading but for what a command itself needs. */
  readonly reading: Omit<Reading, "texts" | "hasPeriod">;
}

/**
 * Finds out what each log is, and how all of them are to be read.
 *
 * @throws UserError for options that cannot be meant and files that cannot be read
 */
export async function openLogs(files: readonly string[], options: LogOptions, io: Io): Promise<OpenLogs> {
  return (await openSides([files], options, io))[0];
}

/**
 * The same of logs that are held against each other: each side is read by its own columns, as if the others were not there,
 * and an option that names a header speaks of the sides that have it.
 *
 * @throws UserError for options that cannot be meant and files that cannot be read
 */
export async function openSides(
  sides: readonly (readonly string[])[],
  options: LogOptions,
  io: Io,
): Promise<OpenLogs[]> {
  refuseContrary("map", options.map);
  refuseContrary("map-value", options.mapValue);
  refuseContrary("date-format", options.dateFormat);
  const map = headerMap(options.map);
  const delimiter = delimiterOf(options.delimiter);
  const given = encodingOf(options.encoding);
  const asOf = asOfDay(options);
  const words = wordMap(options.mapValue);
  const dateOrders = dateOrderMap(options.dateFormat);
  offsetOf(options.timeZone);
  if (sides.flat().filter((file) => file === "-").length > 1) throw new UserError("stdin-twice");
  const named: string[][] = [];
  for (const files of sides) named.push(differing(await expanded(files)));
  const logs: Log[] = [];
  for (const file of named.flat()) {
    if (isPart(file)) throw new UserError("part-not-log", { file });
    const stat = file === "-" ? null : machine.files.facts(file);
    // A pipe cannot be read twice; a file can.
    const isPipe = stat?.kind === "other";
    const stream = file === "-" ? standardInput(io) : isPipe ? machine.files.stream(file) : null;
    const at = stream === null ? file : await spool(stream, io, file);
    // Says what is wrong with a name before anything is made of its bytes.
    const { size: bytes } = new Source(at, file).closed();
    const fieldsIn = (head: Uint8Array) => fieldsFound(head, logHeaders(map), delimiter);
    const sheets = { sheet: options.sheet ?? null, headerIn: (head: Uint8Array) => headerIn(head, map) };
    const how = { given, ...sheets, fieldsIn, ...(io.unpacking && { progress: io.unpacking }) };
    // The cells of a workbook or a page are known, whatever sign stands between those of the other logs.
    const signIn = ({ book }: Origin) => (book === undefined ? delimiter : ",");
    const openSheet = async (sheet: string | null) => {
      const { path, origin } = await orCannotRead(file, () =>
        plainOf({ path: at, name: file }, () => temporaryFile(io), { ...how, sheet }),
      );
      io.unpacking?.(null);
      try {
        const found = layoutIn(path, file, map, signIn(origin));
        const { timesApart } = found.layout;
        return { path, origin: { ...origin, ...(timesApart.length > 0 && { timesApart }) }, ...found };
      } catch (error) {
        throw onSheet(error, origin);
      }
    };
    const found = await openSheet(how.sheet).catch(async (error) => {
      throw how.sheet === null ? await lowOnAnother(error, openSheet) : error;
    });
    const writtenAt = stream === null && stat !== null ? stat.writtenAt : null;
    const own = { name: nameOf(file, logs), bytes, file: at, writtenAt };
    const copy = copyInOrder(found, file, io);
    if (copy === null) {
      logs.push({ ...own, ...found });
      continue;
    }
    const ofCopy = layoutIn(copy.path, file, map, signIn(found.origin));
    // The time of a day that was put together is read, though in the column of its day.
    const { timesJoined = [] } = copy.origin;
    const isJoined = (...headers: readonly string[]) =>
      timesJoined.some((pair) => headers.every((header) => [pair.dayHeader, pair.timeHeader].includes(header)));
    const layout = {
      ...ofCopy.layout,
      unread: ofCopy.layout.unread.filter((header) => !isJoined(header)),
      secondary: ofCopy.layout.secondary.filter(({ header, taken }) => !isJoined(header, taken)),
    };
    logs.push({ ...own, ...found, ...copy, ...ofCopy, layout });
  }
  for (const { name, layout } of logs) {
    if (layout.columns.every(({ field }) => fieldsOfProcedures.includes(field))) {
      throw new UserError("not-a-case-log", { file: name, headers: layout.columns.map(({ header }) => header) });
    }
  }
  for (const [id, header] of map) {
    if (!hasHeader(logs, header)) {
      const headers = logs.flatMap(({ layout }) => layout.columns.map((column) => column.header));
      throw new UserError("map-without-column", { field: id, header, headers });
    }
  }
  for (const { name, bytes, origin, layout } of logs) {
    io.tell?.("opened", {
      file: name,
      bytes,
      encoding: origin.encoding,
      container: origin.container,
      delimiter: String.fromCharCode(layout.delimiter),
      line: layout.headerLine,
      ...placeIn(origin, layout.headerLine, null),
      columns: layout.columns.length,
      unread: layout.unread.length,
    });
  }
  let at = 0;
  return named.map((files) => {
    const own = logs.slice(at, at + files.length);
    at += files.length;
    const basis = basisOf(new Set(own.flatMap(({ layout }) => layout.columns.map(({ field }) => field))));
    const reading = {
      words,
      dateOrders,
      decimals: decimalsOf(options.decimal),
      ratingScale: options.ratingScale === undefined ? null : wholeNumber("--rating-scale", options.ratingScale, 2),
      timeZone: options.timeZone,
      asOf: asOf === null ? null : (asOf + 1) * 86_400 - 1,
      basis,
      working: null,
    };
    return { logs: own, basis, reading };
  });
}

function hasHeader(logs: readonly Log[], header: string): boolean {
  return logs.some(({ layout }) => layout.columns.some((column) => wordKey(column.header) === wordKey(header)));
}

/** What `--map` says of headers that these logs have. */
export function mapsOf(logs: readonly Log[], maps: readonly string[]): string[] {
  return maps.filter((pair) => hasHeader(logs, pair.slice(pair.indexOf("=") + 1)));
}

/**
 * The day that `--as-of` gave, however it is written; null where it is not given.
 *
 * @throws UserError `bad-date`
 */
export function asOfDay({ asOf }: Pick<LogOptions, "asOf">): number | null {
  if (asOf === undefined) return null;
  const day = dayOfDate(asOf);
  if (day === null) throw new UserError("bad-date", { option: "--as-of", value: asOf });
  return day;
}

/** What the head of a plain file says of the rest, and its size. */
function layoutIn(path: string, file: string, map: HeaderMap, delimiter: string | null): Pick<Log, "layout" | "size"> {
  const source = new Source(path, file);
  try {
    const layout = layoutOf(source, map, delimiter);
    const { size, rows } = withoutFilters(source, source.sizeOfText(), layout);
    if (rows === 0) return { layout, size };
    // As those above the header.
    const passedOver = { ...layout.passedOver, title: (layout.passedOver.title ?? 0) + rows };
    return { layout: { ...layout, passedOver }, size };
  } finally {
    source.close();
  }
}

/** The logs that were written to since they were opened: an export that is not at its end yet. */
export function grownLogs(
  logs: readonly Log[],
): { readonly file: string; readonly before: number; readonly after: number }[] {
  return logs.flatMap(({ name, file, bytes, writtenAt }) => {
    if (writtenAt === null) return [];
    const stat = machine.files.facts(file);
    const isSame = stat !== null && stat.size === bytes && stat.writtenAt === writtenAt;
    return isSame ? [] : [{ file: name, before: bytes, after: stat?.size ?? 0 }];
  });
}

/**
 * Nothing may be made of logs that were written to since they were opened.
 *
 * @param canGoOn the command has --allow-growing
 * @throws UserError `log-grew`
 */
export function refuseGrown(logs: readonly Log[], canGoOn = false): void {
  const [grown] = grownLogs(logs);
  // What there was of a log that was cut is no more.
  if (grown !== undefined)
    throw new UserError("log-grew", { ...grown, canGoOn: canGoOn && grown.after > grown.before });
}

/** Whether a name is that of a file of partial results. */
export function isPartName(file: string): boolean {
  return file.toLowerCase().endsWith(".kpi.json");
}

/** Whether a file is one of partial results: by its name, or by how it begins, since mail and browsers rename what they save. */
export function isPart(file: string): boolean {
  if (isPartName(file)) return true;
  if (isPartName(file.replace(/\.gz$/i, "")) && machine.files.facts(file)?.kind === "file") {
    throw new UserError("part-compressed", { file });
  }
  if (file === "-" || machine.files.facts(file)?.kind !== "file") return false;
  const source = new Source(file);
  try {
    return /^\s*\{\s*"schema"\s*:\s*"kpi-tally\//.test(new TextDecoder().decode(source.bytesOf(0, 64)));
  } finally {
    source.close();
  }
}

/** The options that say how a log is read: a part is read already. */
const readingOptions = {
  map: "--map",
  mapValue: "--map-value",
  dateFormat: "--date-format",
  ratingScale: "--rating-scale",
  decimal: "--decimal",
  encoding: "--encoding",
  sheet: "--sheet",
  delimiter: "--delimiter",
} as const satisfies Partial<Record<keyof LogOptions, string>>;

/**
 * Of parts alone, options that say how logs are read would do nothing; a configuration serves every command, and may have them.
 *
 * @throws UserError `part-is-read`
 */
export function refuseReading(options: LogOptions): void {
  const given = (Object.keys(readingOptions) as (keyof typeof readingOptions)[]).filter((name) => {
    const value = options[name];
    if (options.ofConfig?.includes(name) === true) return false;
    return Array.isArray(value) ? value.length > 0 : value !== undefined;
  });
  if (given.length > 0) throw new UserError("part-is-read", { options: given.map((name) => readingOptions[name]) });
}

/** The options for parts beside logs, of which they speak. */
export function withoutReading<O extends LogOptions>(options: O): O {
  return { ...options, ofConfig: Object.keys(readingOptions) };
}

/** Cases of a file that is named twice would count twice. @throws UserError `file-twice` */
function differing(files: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const file of files) {
    const identity = file === "-" ? undefined : machine.files.facts(file)?.identity;
    if (identity === undefined) continue;
    const other = seen.get(identity);
    if (other !== undefined) throw new UserError("file-twice", { file, other });
    seen.set(identity, file);
  }
  return [...files];
}

/** Patterns such as logs/*.csv, which Windows shells leave as they are; a file of that very name comes first. */
export async function expanded(files: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const file of files) {
    if (!/[*?[\]{}]/.test(file) || machine.files.facts(file) !== null) {
      found.push(file);
      continue;
    }
    const matches = await machine.files.matching(file);
    if (matches.length === 0) throw new UserError("no-match", { pattern: file });
    found.push(...matches);
  }
  return found;
}

/** @throws UserError `bad-choice` */
export function encodingOf(value: string | undefined): Encoding | null {
  if (value === undefined) return null;
  const wanted = value.toLowerCase();
  const other: Readonly<Record<string, Encoding>> = {
    utf8: "utf-8",
    "utf-16": "utf-16le",
    cp1258: "windows-1258",
    abc: "tcvn3",
  };
  return other[wanted] ?? choiceOf("--encoding", wanted, encodings);
}

/** The name of a log in reports: without its folder, which says nothing of the figures, but told apart. */
function nameOf(file: string, before: readonly Log[]): string {
  const name = machine.paths.basename(file);
  const same = before.filter((log) => log.name === name || log.name.startsWith(`${name} (`)).length;
  return same === 0 ? name : `${name} (${same + 1})`;
}

function headerMap(values: readonly string[]): HeaderMap {
  const map = new Map<string, string>();
  for (const value of values) {
    const [, id, header] = /^([^=]+)=(.+)$/s.exec(value) ?? [];
    if (id === undefined) throw new UserError("bad-map", { value });
    // A duration is mapped with its unit: processing_hours.
    if (fieldOf(id) === undefined && headerTable().get(wordKey(id))?.rank !== 0) throw unknownField(id, header);
    const twice = [...map].find(([, mapped]) => wordKey(mapped) === wordKey(header));
    if (twice !== undefined && twice[0] !== id) throw new UserError("map-twice", { header, fields: [twice[0], id] });
    map.set(id, header);
  }
  return map;
}

/** @param header that it was to be: one that is known says which field is meant */
function unknownField(field: string, header?: string): UserError {
  const fields = allFields.map((known) => {
    return fieldKinds[known] === "duration" ? snake(known).replace("duration", "hours") : snake(known);
  });
  const meant = header === undefined ? undefined : headerTable().get(wordKey(header));
  const near = meant === undefined ? nearest(field, fields) : mapName(meant);
  return new UserError("unknown-field", { field, fields, nearest: near });
}

function delimiterOf(value: string | undefined): string | null {
  if (value === undefined) return null;
  if (value === "tab" || value === "\\t") return "\t";
  if (value.length !== 1 || value === '"' || value.charCodeAt(0) > 126) throw new UserError("bad-delimiter", { value });
  return value;
}

function decimalsOf(value: string | undefined): Map<Field, Decimal> {
  if (value === undefined) return new Map();
  const decimal = choiceOf("--decimal", value, ["comma", "point"]);
  return new Map(allFields.filter((field) => fieldKinds[field] === "duration").map((field) => [field, decimal]));
}

/** What `--map-value field:"Word"=code` says, by the field and the key of the word. */
export function wordMap(values: readonly string[]): Map<Field, Map<string, Value>> {
  const words = new Map<Field, Map<string, Value>>();
  for (const value of values) {
    const { id, word, code } = wordPair(value);
    const field = fieldOf(id);
    if (field === undefined) throw unknownField(id);
    if (fieldKinds[field] !== "word" && fieldKinds[field] !== "yesNo") throw new UserError("bad-map-value", { value });
    const coded = field as FieldOf<"word" | "yesNo">;
    const meaning = code === "" ? blankMeaning : meaningOfCode(coded, code);
    if (meaning === undefined) throw new UserError("unknown-code", { field: id, code, codes: codesOf(coded) });
    const ofField = words.get(field) ?? new Map<string, Value>();
    ofField.set(wordKey(word), meaning);
    words.set(field, ofField);
  }
  return words;
}

/** The parts of `field:"Word"=code`. */
export function wordPair(value: string): { id: string; word: string; code: string } {
  const [, id, word, code] = /^([^:=]+):"?(.+?)"?=([^=]*)$/s.exec(value) ?? [];
  if (id === undefined) throw new UserError("bad-map-value", { value });
  return { id, word, code };
}

/** dd/MM/yyyy for every column of times, or field=MM/dd/yyyy for one. The order is what matters; separators are known. */
function dateOrderMap(values: readonly string[]): Map<Field, DateOrder> {
  const times = allFields.filter(isTime);
  const orders = new Map<Field, DateOrder>();
  // What is said of one field wins over what is said of all, in whatever order the two are given.
  for (const value of values.toSorted((a, b) => Number(a.includes("=")) - Number(b.includes("=")))) {
    const [, id, format] = /^(?:([a-z_]+)=)?(.+)$/.exec(value) ?? [];
    const parts = /^(d{1,2}|M{1,2}|yyyy)[/.-](d{1,2}|M{1,2})[/.-](d{1,2}|M{1,2}|yyyy)(?: HH?:mm(?::ss)?)?$/.exec(
      format ?? "",
    );
    const order = parts
      ?.slice(1, 4)
      .map((part) => part[0].toLowerCase())
      .join("");
    if (order !== "dmy" && order !== "mdy" && order !== "ymd") throw new UserError("bad-date-format", { value });
    const field = id === undefined ? null : fieldOf(id);
    if (field === undefined || (field !== null && !times.includes(field))) throw unknownField(id);
    for (const one of field === null ? times : [field]) orders.set(one, order);
  }
  return orders;
}

/** How the times are written that are read as texts: as somebody has said, else as those of receipt. What headers say is done. */
export function writingOf({ dateOrders, timeZone }: OpenLogs["reading"]): TimesAsWritten {
  const usual = dateOrders.get("receivedAt") ?? dateOrders.get("submittedAt") ?? "dmy";
  return { orders: Object.fromEntries(timesAsTexts.map((field) => [field, dateOrders.get(field) ?? usual])), timeZone };
}
