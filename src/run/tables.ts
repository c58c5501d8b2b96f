/** What is supplied beside the case log: read here, once each, and told of in the report. */
import { UserError } from "../errors.ts";
import type { Rows, Supplied } from "../judge/tables.ts";
import { allKpis } from "../kpis/index.ts";
import { ownKpis } from "../kpis/own.ts";
import type { Plan } from "../plans/plan.ts";
import { machine } from "../platform/index.ts";
import { fieldsFound } from "../read/head.ts";
import { logHeaders } from "../read/header.ts";
import { type Origin, plainOf } from "../read/plain.ts";
import { Source } from "../read/source.ts";
import type { SmallTable } from "../read/tables/table.ts";
import { snake } from "../records/case.ts";
import { fileNotes } from "../report/file-notes.ts";
import type { Note, ReportInput } from "../report/report.ts";
import { type Calendar, calendarOf, shippedCalendar } from "../time/calendar.ts";
import { exceptionalDays } from "../time/holidays.ts";
import { type Io, orCannotRead, spool, standardInput, temporaryFile } from "./io.ts";
import { isPart } from "./logs.ts";
import { onSheet } from "./sheet-faults.ts";

/** The options that name the small logs. */
export interface SuppliedOptions {
  readonly procedures?: string;
  readonly petitions?: string;
  readonly figures?: string;
  readonly calendar?: string;
}

/**
 * Reads the small logs that were given. Nothing is loaded for one that was not.
 *
 * @returns with the files that hold what came by pipes
 * @param own KPIs of the plan's own, of which figures may be stated too
 * @throws UserError for a file that cannot be read, with all its faults
 */
export async function readSupplied(
  options: SuppliedOptions,
  io: Io,
  own?: Plan["kpis"],
): Promise<{ supplied: Supplied; inputs: ReportInput[]; notes: Note[]; calendar: Calendar; copies: SuppliedOptions }> {
  const inputs: ReportInput[] = [];
  const notes: Note[] = [];
  const copies: Partial<Record<ReportInput["kind"], string>> = {};
  /** Reads a small log, whatever it is packed in. */
  const open = async <Row>(
    kind: ReportInput["kind"],
    file: string,
    headers: Readonly<Record<string, readonly string[]>>,
    read: (path: string, name: string) => SmallTable<Row>,
  ): Promise<SmallTable<Row>> => {
    const name = machine.paths.basename(file);
    if (isPart(file)) throw new UserError("part-not-input", { file, option: `--${kind}` });
    // A pipe cannot be read twice; a file can.
    const isPipe = file !== "-" && machine.files.facts(file)?.kind === "other";
    const stream = file === "-" ? standardInput(io) : isPipe ? machine.files.stream(file) : null;
    const at = stream === null ? file : await spool(stream, io, file);
    if (stream !== null) copies[kind] = at;
    const { knownColumns } = await import("../read/tables/table.ts");
    const columns = knownColumns(headers);
    // What is not there is told with its folder.
    const { size } = new Source(at, file).closed();
    const how = { given: null, sheet: null, ...columns };
    const { path, origin } = await orCannotRead(name, () => plainOf({ path: at, name }, () => temporaryFile(io), how));
    const isLog = (head: Uint8Array) => fieldsFound(head, logHeaders(new Map())) > columns.fieldsIn(head) + 2;
    const table = readAs(kind, { path, name, origin, isLog }, read);
    inputs.push(inputOf(kind, table, origin, size));
    // No option chooses a sheet of these.
    notes.push(...fileNotes(name, origin).map(({ code, data }) => ({ code, data: { ...data, supplied: 1 } })));
    // A misspelt header would leave a column out without a word.
    if (table.others.length > 0) {
      notes.push({ code: "columns-not-read", data: { input: name, headers: table.others.join(", ") } });
    }
    if (table.rows.length === 0) notes.push({ code: "no-petitions", data: { input: name } });
    if (table.padded > 0) notes.push({ code: "padded-table-codes", data: { input: name, count: table.padded } });
    return table;
  };
  let calendar = shippedCalendar();
  if (options.calendar !== undefined) {
    const { calendarHeaders, readCalendarFile } = await import("../read/tables/calendar.ts");
    const { rows } = await open("calendar", options.calendar, calendarHeaders, readCalendarFile);
    calendar = calendarOf(exceptionalDays, rows);
  }
  const supplied: { -readonly [K in keyof Supplied]: Supplied[K] } = {
    procedures: null,
    petitions: null,
    figures: null,
  };
  if (options.procedures !== undefined) {
    const { catalogueHeaders, readCatalogue } = await import("../read/tables/procedures.ts");
    const read = (path: string, name: string) => readCatalogue(path, name, calendar);
    supplied.procedures = rowsOf(await open("procedures", options.procedures, catalogueHeaders, read));
  }
  if (options.petitions !== undefined) {
    const { petitionHeaders, readPetitions } = await import("../read/tables/petitions.ts");
    const read = (path: string, name: string) => readPetitions(path, name, calendar);
    supplied.petitions = rowsOf(await open("petitions", options.petitions, petitionHeaders, read));
  }
  if (options.figures !== undefined) {
    const { figureHeaders, readFigures } = await import("../read/tables/figures.ts");
    // Any KPI but those that count verdicts: a survey or another system may be its source.
    const all = [...allKpis, ...ownKpis(own)];
    const mayBeStated = all.filter(({ input }) => input !== "verdicts");
    const idsThat = (may: "mayBeNone" | "mayExceed") =>
      new Set(mayBeStated.flatMap((one) => (may in one && one[may as never] === true ? [one.id] : [])));
    const known = {
      units: new Map(mayBeStated.map(({ id, unit }) => [id, unit])),
      titles: new Map(mayBeStated.flatMap(({ id, title }) => [title.vi, title.en].map((text) => [text, id]))),
      mayBeNone: idsThat("mayBeNone"),
      mayExceed: idsThat("mayExceed"),
      workedOut: new Set(all.filter((one) => !mayBeStated.includes(one)).map(({ id }) => id)),
    };
    const read = (path: string, name: string) => readFigures(path, name, known);
    supplied.figures = (await open("figures", options.figures, figureHeaders, read)).rows;
  }
  return { supplied, inputs, notes, calendar, copies };
}

/** Bytes of a head. */
const headBytes = 1 << 16;

/** Reads a table; a case log in its place has faults without end, and is told as what it is. */
function readAs<Row>(
  kind: ReportInput["kind"],
  file: {
    readonly path: string;
    readonly name: string;
    readonly origin: Origin;
    readonly isLog: (head: Uint8Array) => boolean;
  },
  read: (path: string, name: string) => SmallTable<Row>,
): SmallTable<Row> {
  const { path, name, origin, isLog } = file;
  try {
    return read(path, name);
  } catch (thrown) {
    const error = onSheet(thrown, origin);
    if (!(error instanceof UserError)) throw error;
    // A log has a row a case, so that of what the table has once it has many.
    const faults = (error.data.faults ?? []) as readonly { code: string }[];
    const mayBe = error.code === "table-columns" || faults.some(({ code }) => code === "same-row");
    if (!mayBe) throw error;
    const source = new Source(path, name);
    const head = source.bytesOf(0, Math.min(source.size, headBytes));
    source.close();
    if (!isLog(head)) throw error;
    throw new UserError("table-is-case-log", { file: name, option: `--${kind}` });
  }
}

function rowsOf<Row>({ rows, columns }: SmallTable<Row>): Rows<Row> {
  return { rows, columns: new Set(Object.keys(columns)) };
}

function inputOf(
  kind: ReportInput["kind"],
  table: SmallTable<unknown>,
  { container, encoding }: Origin,
  bytes: number,
): ReportInput {
  const { name, bom, delimiter, headerLine, columns, others, passedOver, rows } = table;
  return {
    kind,
    name,
    bytes,
    encoding: encoding === "utf-8" && bom ? "utf-8-bom" : encoding,
    container,
    delimiter: String.fromCharCode(delimiter),
    headerLine,
    columns: Object.fromEntries(Object.entries(columns).map(([field, header]) => [snake(field), header])),
    unread: others.length,
    passedOver,
    ledger: { read: rows.length, counted: rows.length, outOfPeriod: 0, duplicates: 0, rejected: 0 },
  };
}
