/**
 * kpi convert: the cases as understood, under standard headers and with standard codes. A cell that cannot be read is
 * written as it stands, so that reading the result finds the same fault and comes to the same figures.
 */

import { UserError } from "../errors.ts";
import { signOf } from "../read/meaning.ts";
import type { RowReader } from "../read/rows.ts";
import { bit, type Field, type FieldOf, fieldKinds, type Rating, snake } from "../records/case.ts";
import { csvCell } from "../render/delimited.ts";
import { showCases } from "../run/cases.ts";
import { type Context, Output } from "../run/io.ts";
import { type LogOptions, type OpenLogs, openLogs } from "../run/logs.ts";
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
      piece += `${fields.map((field) => csvCell(cellOf(reader, field, open.reading))).join(",")}\r\n`;
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

/** Ratings in words: bare numbers of which none is above 3 would be on a scale in doubt. */
const ratingWords: Readonly<Record<Rating, string>> = {
  5: "Very satisfied",
  4: "Satisfied",
  3: "Neutral",
  2: "Dissatisfied",
  1: "Very dissatisfied",
};

/** A rating as a word, but for a bare number on a scale that nobody has named: a word would decide what is in doubt. */
function ratingCell(rating: Rating, text: string | null, reading: OpenLogs["reading"]): string | number {
  const sign = signOf("rating", text ?? "", reading);
  return sign === "low-rating" || sign === "plain-rating" ? rating : ratingWords[rating];
}

function cellOf(reader: RowReader, field: Field, reading: OpenLogs["reading"]): string | number | null {
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
  if (field === "rating") return ratingCell(value as Rating, reader.textOf(field), reading);
  return typeof value === "number" ? value : String(value);
}
