/** What is supplied beside the case log: read here, once each, and told of in the report. */
import { basename } from "node:path";
import { snake } from "../case.ts";
import { stated } from "../kpis/stated.ts";
import type { Table } from "../read/tables.ts";
import type { ReportInput } from "../report.ts";
import type { Rows, Supplied } from "../supplied.ts";
import { type Calendar, calendarOf, shippedCalendar } from "../time/calendar.ts";
import { exceptionalDays } from "../time/holidays.ts";

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
 * @throws UserError for a file that cannot be read, with all its faults
 */
export async function readSupplied(
  options: SuppliedOptions,
): Promise<{ supplied: Supplied; inputs: ReportInput[]; calendar: Calendar }> {
  const inputs: ReportInput[] = [];
  const tell = <Row>(kind: ReportInput["kind"], table: Table<Row>): Table<Row> => {
    inputs.push(inputOf(kind, table));
    return table;
  };
  let calendar = shippedCalendar();
  if (options.calendar !== undefined) {
    const { readCalendarFile } = await import("../read/calendar-file.ts");
    const { rows } = tell("calendar", readCalendarFile(options.calendar, basename(options.calendar)));
    calendar = calendarOf(exceptionalDays, rows);
  }
  const supplied: { -readonly [K in keyof Supplied]: Supplied[K] } = {
    procedures: null,
    petitions: null,
    figures: null,
  };
  if (options.procedures !== undefined) {
    const { readCatalogue } = await import("../read/catalogue.ts");
    supplied.procedures = rowsOf(
      tell("procedures", readCatalogue(options.procedures, basename(options.procedures), calendar)),
    );
  }
  if (options.petitions !== undefined) {
    const { readPetitions } = await import("../read/petitions.ts");
    supplied.petitions = rowsOf(
      tell("petitions", readPetitions(options.petitions, basename(options.petitions), calendar)),
    );
  }
  if (options.figures !== undefined) {
    const { readFigures } = await import("../read/figures.ts");
    const known = new Map(stated.map(({ id, unit }) => [id, unit]));
    supplied.figures = tell("figures", readFigures(options.figures, basename(options.figures), known)).rows;
  }
  return { supplied, inputs, calendar };
}

function rowsOf<Row>({ rows, columns }: Table<Row>): Rows<Row> {
  return { rows, columns: new Set(Object.keys(columns)) };
}

function inputOf(kind: ReportInput["kind"], table: Table<unknown>): ReportInput {
  const { name, bytes, bom, delimiter, headerLine, columns, unread, passedOver, rows } = table;
  return {
    kind,
    name,
    bytes,
    encoding: bom ? "utf-8-bom" : "utf-8",
    delimiter,
    headerLine,
    columns: Object.fromEntries(Object.entries(columns).map(([field, header]) => [snake(field), header])),
    unread,
    passedOver,
    ledger: { read: rows.length, counted: rows.length, outOfPeriod: 0, duplicates: 0, rejected: 0 },
  };
}
