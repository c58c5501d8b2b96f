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
    const unitsOf = new Map(
      open.logs.map(({ name, layout }) => [name, new Map(layout.columns.map(({ field, unit }) => [field, unit]))]),
    );
    const retell = (reader: RowReader, { log }: { readonly log: string }) => {
      const units = unitsOf.get(log);
      piece += `${fields.map((field) => csvCell(cellOf(reader, field, units?.get(field), open.reading))).join(",")}\r\n`;
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

/** A duration is written in seconds, so that none is rounded, but for one in days: by the working clock these are of eight hours. */
function headerOf(field: Field): string {
  return fieldKinds[field] === "duration" ? snake(field).replace("_duration", "_seconds") : snake(field);
}

/** A number without a unit; below seconds it would be read. */
const bare = /^[^\p{L}\-−]*\d[^\p{L}]*$/u;
const namesDays = /\d ?(?:ng|d)|^P\d/iu;

/** What is written of days, which are not the same time by both clocks; null of any other duration, and of parts of days that have no such form. */
function daysOf(text: string, seconds: number, unit: number | undefined): string | null {
  if (namesDays.test(text)) return text;
  if (unit !== secondsADay || !bare.test(text) || text.includes(":")) return null;
  const days = seconds / secondsADay;
  return Number(days.toFixed(2)) === days ? `${days} days` : null;
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

/** @param unit of a duration's column: its seconds; 0 where each cell names its own */
function cellOf(
  reader: RowReader,
  field: Field,
  unit: number | undefined,
  reading: OpenLogs["reading"],
): string | number | null {
  const c = reader.case;
  const kind = fieldKinds[field];
  if (kind === "text") return field === "procedureCode" ? c.procedureCode : reader.textOf(field);
  const mask = bit[field as Exclude<Field, FieldOf<"text">>];
  if ((c.fault & mask) !== 0) {
    // Alone among ISO dates, a month-first one would look as if the whole column were.
    const text = reader.textOf(field);
    const wouldBeRead = kind === "time" || (kind === "duration" && bare.test(text ?? ""));
    return wouldBeRead ? `? ${text}` : text;
  }
  if ((c.blank & mask) !== 0) return null;
  const value = c[field];
  if (value === null) return null;
  if (kind === "time") {
    // As it stands in its cell: a due time at midnight is the end of its day, and must be a midnight again.
    const time = c.words[c.at + c.slot[field]];
    return (c.dateOnly & mask) === 0 ? isoTime(time) : isoDate(Math.floor(time / secondsADay));
  }
  if (field === "rating") return ratingCell(value as Rating, reader.textOf(field), reading);
  if (kind === "duration") return daysOf(reader.textOf(field) ?? "", value as number, unit) ?? (value as number);
  return typeof value === "number" ? value : String(value);
}
