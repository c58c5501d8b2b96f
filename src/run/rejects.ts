/**
 * What was rejected, for `kpi check`, `kpi report` and `kpi validate`: a list of the faults, and the rows themselves, to
 * be mended and read again.
 */

import { UserError } from "../errors.ts";
import { areSame, concatenated, utf8 } from "../read/bytes.ts";
import { placeIn } from "../read/workbook/place.ts";
import { csvCell } from "../render/delimited.ts";
import type { Log } from "../tally/job.ts";
import type { PassOptions } from "../tally/pass.ts";
import type { Fault } from "../tally/retell.ts";
import { checkMessages, issueMessages } from "../text/issues.ts";
import type { Language } from "../text/language.ts";
import { type Io, Output } from "./io.ts";

const rejectColumns = ["file", "line", "record", "column", "code", "message", "value", "superseded"];
/** The same of workbooks and pages, whose lines are not those that anybody sees. */
const rejectColumnsOfSheets = [...rejectColumns, "sheet", "cell"];

/** A fault as it is written: of a check of several cells there is no value. */
export interface RejectedCell {
  readonly log: string;
  readonly line: number;
  readonly record: number;
  readonly column: string | null;
  readonly code: string;
  readonly value: string | null;
  readonly superseded: boolean;
}

function rejectRow(fault: RejectedCell, place: readonly (string | null)[], language: Language): string {
  const { log, line, record, column, code, value, superseded } = fault;
  const known: Readonly<Record<string, { vi: string; en: string }>> = { ...issueMessages, ...checkMessages };
  const message = known[code]?.[language] ?? code;
  const cells = [log, line, record === 0 ? null : record, column, code, message, value, superseded, ...place];
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/** Where they are to go; `-` is standard output. */
export interface RejectsOptions {
  readonly rejects?: string;
  readonly rejectsRaw?: string;
}

/** The files of the options, `-` among them. @throws UserError `not-csv` */
export function rejectsFiles({ rejects, rejectsRaw }: RejectsOptions): string[] {
  refuseOtherThanCsv("--rejects", rejects);
  refuseOtherThanCsv("--rejects-raw", rejectsRaw);
  return [rejects, rejectsRaw].filter((file) => file !== undefined);
}

/** Names by which a program takes a file for what it is not. */
const ofOthers = /\.(xls[xmb]?|ods|docx?|pdf|json|ya?ml|html?|xml|gz|zip|md)$/i;

/** What is written as CSV has no name of something else, which Excel would refuse to open. @throws UserError `not-csv` */
export function refuseOtherThanCsv(option: string, file: string | undefined): void {
  if (file !== undefined && ofOthers.test(file)) throw new UserError("not-csv", { option, file });
}

/** A file that is written while the logs are read; what goes to standard output is held until all has been read. */
class Beside {
  private readonly output: Output | null;
  private readonly held: (string | Uint8Array)[] = [];
  private readonly io: Io;

  constructor(file: string, io: Io) {
    this.output = file === "-" ? null : new Output(file, io);
    this.io = io;
  }

  write(content: string | Uint8Array): void {
    if (this.output === null) this.held.push(content);
    else this.output.write(content);
  }

  keep(): void {
    this.output?.keep();
    for (const content of this.held) this.io.out(content);
  }
}

/** The faults and the rejected rows of one pass, as far as they are wanted. */
export class Rejects {
  /** What a pass is to tell. */
  readonly hears: Pick<PassOptions, "hear" | "hearRejected">;
  private readonly faults: Beside | null;
  private readonly rows: Beside | null;
  private readonly language: Language;
  private readonly logs: ReadonlyMap<string, Log>;
  /** One of the logs has sheets. */
  private readonly hasSheets: boolean;

  /**
   * @throws UserError `headers-differ`: the rows of logs whose headers differ do not fit below one; `cannot-write`
   */
  constructor({ rejects, rejectsRaw }: RejectsOptions, logs: readonly Log[], language: Language, io: Io) {
    this.language = language;
    this.logs = new Map(logs.map((log) => [log.name, log]));
    this.hasSheets = logs.some(({ origin }) => origin.book !== undefined);
    const head = rejectsRaw === undefined ? null : headOf(logs);
    this.faults = rejects === undefined ? null : new Beside(rejects, io);
    this.rows = rejectsRaw === undefined ? null : new Beside(rejectsRaw, io);
    this.faults?.write(`\ufeff${(this.hasSheets ? rejectColumnsOfSheets : rejectColumns).join(",")}\r\n`);
    if (head !== null) this.rows?.write(head);
    this.hears = {
      ...(rejects !== undefined && { hear: (fault: Fault) => this.add(fault) }),
      ...(rejectsRaw !== undefined && { hearRejected: (bytes: Uint8Array) => this.addRow(bytes) }),
    };
  }

  add(fault: RejectedCell): void {
    this.faults?.write(rejectRow(fault, this.hasSheets ? this.placeOf(fault) : [], this.language));
  }

  private placeOf({ log, line, column }: RejectedCell): (string | null)[] {
    const own = this.logs.get(log);
    const index = own?.layout.columns.find(({ header }) => header === column)?.index ?? null;
    const place = own === undefined ? null : placeIn(own.origin, line, index);
    return [place?.sheet ?? null, place?.cell ?? null];
  }

  private addRow(bytes: Uint8Array): void {
    this.rows?.write(bytes);
    // The last of a log may have no line end.
    if (bytes[bytes.length - 1] !== 10 && bytes[bytes.length - 1] !== 13) this.rows?.write("\n");
  }

  /** All has been read. */
  keep(): void {
    this.faults?.keep();
    this.rows?.keep();
  }
}

/** What stands above the rows: the mark of UTF-8 and Excel's line where a log has them, and the rows of the header. */
function headOf(logs: readonly Log[]): Uint8Array {
  const heads = logs.map(({ layout, origin }) => {
    // What was read is a copy in UTF-8, of which Excel is told by the mark.
    const isCopy = origin.encoding !== "utf-8" || origin.book !== undefined;
    const delimiter = String.fromCharCode(layout.delimiter);
    const separator = layout.passedOver.separator === undefined ? "" : `sep=${delimiter}\r\n`;
    const rows = layout.headers.flatMap((header) => [header, utf8("\r\n")]);
    return concatenated([utf8(`${layout.bom || isCopy ? "\ufeff" : ""}${separator}`), ...rows]);
  });
  const other = logs.findIndex(({ layout }) => !sameHeader(layout.headers, logs[0].layout.headers));
  if (other > 0) throw new UserError("headers-differ", { file: logs[0].name, other: logs[other].name });
  return heads[0];
}

function sameHeader(a: readonly Uint8Array[], b: readonly Uint8Array[]): boolean {
  return a.length === b.length && a.every((row, i) => areSame(row, b[i]));
}
