/** What is supplied beside the case log: read here, once each, and told of in the report. */
import { UserError } from "../errors.ts";
import type { Rows, Supplied } from "../judge/tables.ts";
import { allKpis } from "../kpis/index.ts";
import { ownKpis } from "../kpis/own.ts";
import type { Plan } from "../plans/plan.ts";
import { machine } from "../platform/index.ts";
import { type Origin, plainOf } from "../read/plain.ts";
import { Source } from "../read/source.ts";
import type { Table } from "../read/tables/table.ts";
import { snake } from "../records/case.ts";
import type { Note, ReportInput } from "../report/report.ts";
import { type Calendar, calendarOf, shippedCalendar } from "../time/calendar.ts";
import { exceptionalDays } from "../time/holidays.ts";

import { type Io, spool, temporaryFile } from "./io.ts";
import { isPart } from "./logs.ts";

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
 * @param own KPIs of the plan's own, of which figures may be stated too
 * @throws UserError for a file that cannot be read, with all its faults
 */
export async function readSupplied(
  options: SuppliedOptions,
  io: Io,
  own?: Plan["kpis"],
): Promise<{ supplied: Supplied; inputs: ReportInput[]; notes: Note[]; calendar: Calendar }> {
  const inputs: ReportInput[] = [];
  const notes: Note[] = [];
  /** Reads a small log, whatever it is packed in. */
  const open = async <Row>(
    kind: ReportInput["kind"],
    file: string,
    headers: Readonly<Record<string, readonly string[]>>,
    read: (path: string, name: string) => Table<Row>,
  ): Promise<Table<Row>> => {
    const name = machine.paths.basename(file);
    if (isPart(file)) throw new UserError("part-not-input", { file, option: `--${kind}` });
    // A pipe cannot be read twice; a file can.
    const isPipe = machine.files.facts(file)?.kind === "other";
    const at = isPipe ? await spool(machine.files.stream(file), io) : file;
    const { size } = new Source(at, name).closed();
    const { columnsFound } = await import("../read/tables/table.ts");
    const how = { given: null, sheet: null, fieldsIn: (head: Uint8Array) => columnsFound(head, headers) };
    const { path, origin } = await plainOf({ path: at, name }, () => temporaryFile(io), how);
    const table = read(path, name);
    inputs.push(inputOf(kind, table, origin, size));
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
    const known = {
      units: new Map(mayBeStated.map(({ id, unit }) => [id, unit])),
      titles: new Map(mayBeStated.flatMap(({ id, title }) => [title.vi, title.en].map((text) => [text, id]))),
      mayBeNone: new Set(mayBeStated.flatMap((one) => ("mayBeNone" in one && one.mayBeNone === true ? [one.id] : []))),
      workedOut: new Set(all.filter((one) => !mayBeStated.includes(one)).map(({ id }) => id)),
    };
    const read = (path: string, name: string) => readFigures(path, name, known);
    supplied.figures = (await open("figures", options.figures, figureHeaders, read)).rows;
  }
  return { supplied, inputs, notes, calendar };
}

function rowsOf<Row>({ rows, columns }: Table<Row>): Rows<Row> {
  return { rows, columns: new Set(Object.keys(columns)) };
}

function inputOf(
  kind: ReportInput["kind"],
  table: Table<unknown>,
  { container, encoding }: Origin,
  bytes: number,
): ReportInput {
  const { name, bom, delimiter, headerLine, columns, unread, passedOver, rows } = table;
  return {
    kind,
    name,
    bytes,
    encoding: encoding === "utf-8" && bom ? "utf-8-bom" : encoding,
    container,
    delimiter,
    headerLine,
    columns: Object.fromEntries(Object.entries(columns).map(([field, header]) => [snake(field), header])),
    unread,
    passedOver,
    ledger: { read: rows.length, counted: rows.length, outOfPeriod: 0, duplicates: 0, rejected: 0 },
  };
}
