/**
 * kpi convert: the cases as understood, under standard headers and with standard codes. A cell that cannot be read is
 * written as it stands, so that reading the result finds the same fault and comes to the same figures.
 */

import { UserError } from "../errors.ts";
import type { RowReader } from "../read/rows.ts";
import { bit, type Field, type FieldOf, fieldKinds, snake } from "../records/case.ts";
import { csvCell } from "../render/delimited.ts";
import { showCases } from "../run/cases.ts";
import { type Context, Output } from "../run/io.ts";
import { type LogOptions, openLogs } from "../run/logs.ts";
import { refuseOverwriting } from "../run/overwriting.ts";
import { progressLine } from "../run/progress.ts";
import { refuseOtherThanCsv } from "../run/rejects.ts";
import { tellFiles } from "../run/tell-files.ts";
import { sentence } from "../text/sentences.ts";
import { isoDate, isoTime, secondsADay } from "../time/civil.ts";
import type { OptionsOf } from "./options.ts";

type ConvertOptions = LogOptions & OptionsOf<"outOfConvert">;

/** Rows are written in pieces of about this many characters. */
const pieceLength = 1 << 20;

/** Runs the command; returns its exit code. */
export async function convertCommand(
  files: readonly string[],
  options: ConvertOptions,
  context: Context,
): Promise<number> {
  const { io, language } = context;
  refuseOtherThanCsv("--out", options.out);
  await refuseOverwriting({ logs: files, beside: [options.config], outputs: [options.out] });
  const open = await openLogs(files, options, io);
  const { fields } = open.basis;
  // A blank yes/no cell means no: a column that one log lacks could only be written as if every case of it said no.
  const flags = fields.filter((field) => fieldKinds[field] === "yesNo");
  const lacking = open.logs.find(({ layout }) =>
    flags.some((flag) => !layout.columns.some(({ field }) => field === flag)),
  );
  if (lacking !== undefined) throw new UserError("different-columns", { file: lacking.name });
  const progress = progressLine(context);
  try {
    let output: Output | null = null;
    let piece = `${fields.map(headerOf).join(",")}\r\n`;
    const flush = () => {
      if (output === null) io.out(piece);
      else output.write(piece);
      piece = "";
    };
    const retell = (reader: RowReader) => {
      piece += `${fields.map((field) => csvCell(cellOf(reader, field))).join(",")}\r\n`;
      if (piece.length > pieceLength) flush();
    };
    const ledger = await showCases(open, retell, {
      progress: progress.show,
      begin: () => {
        if (options.out !== "-") output = new Output(options.out, io);
      },
    });
    flush();
    progress.done(ledger.read);
    (output as Output | null)?.keep();
    tellFiles(open.logs, context);
    if (!context.quiet) io.err(`${sentence("ledger", { ...ledger }, language)}\n`);
    return 0;
  } finally {
    progress.clear();
  }
}

/** A duration is written in seconds, so that none is rounded. */
function headerOf(field: Field): string {
  return fieldKinds[field] === "duration" ? snake(field).replace("_duration", "_seconds") : snake(field);
}

function cellOf(reader: RowReader, field: Field): string | number | null {
  const c = reader.case;
  const kind = fieldKinds[field];
  if (kind === "text") return field === "procedureCode" ? c.procedureCode : reader.textOf(field);
  const mask = bit[field as Exclude<Field, FieldOf<"text">>];
  if ((c.fault & mask) !== 0) {
    // Alone among ISO dates, a month-first one would look as if the whole column were.
    return kind === "time" ? `? ${reader.textOf(field)}` : reader.textOf(field);
  }
  if ((c.blank & mask) !== 0) return null;
  const value = c[field];
  if (value === null) return null;
  if (kind === "time") {
    const time = value as number;
    return (c.dateOnly & mask) === 0 ? isoTime(time) : isoDate(Math.floor(time / secondsADay));
  }
  return typeof value === "number" ? value : String(value);
}
