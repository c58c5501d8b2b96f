/** kpi tally: the sums of logs, without their cases, in a file that can be added to others. */

import { UserError } from "../errors.ts";
import { machine } from "../platform/index.ts";
import { utf8 } from "../read/bytes.ts";
import { Source } from "../read/source.ts";
import { choiceOf, choicesOf, clocks, wholeNumber } from "../run/choices.ts";
import { type Context, lockAll, Output } from "../run/io.ts";
import { isPartName, type LogOptions, openLogs } from "../run/logs.ts";
import { refuseOverwriting } from "../run/overwriting.ts";
import { planOf } from "../run/plan.ts";
import { readSupplied } from "../run/tables.ts";
import { partOfLogs } from "../run/tally-logs.ts";
import { tellFiles } from "../run/tell-files.ts";
import { withCrew } from "../run/threads.ts";
import { partText } from "../tally/part-file.ts";
import { caseGroupings } from "../tally/tally.ts";
import { sentence } from "../text/sentences.ts";
import type { OptionsOf } from "./options.ts";
import { filesBeside } from "./outputs.ts";

/** The options of `kpi tally`. */
type TallyOptions = LogOptions &
  OptionsOf<"outOfTally" | "byOfTally" | "planOfOwn" | "clockOfTally" | "calendar" | "minCell" | "caseHashes"> &
  OptionsOf<"keyFile" | "allowGrowing" | "threads">;

/** A shorter key could be found by trying. */
const leastKeyBytes = 16;

/** Runs the command; returns its exit code. */
export async function tallyCommand(files: readonly string[], options: TallyOptions, context: Context): Promise<number> {
  const { io, language, quiet } = context;
  const { out } = options;
  if (out !== "-" && !isPartName(out)) throw new UserError("part-name", { file: out });
  const by = choicesOf("--by", options.by, caseGroupings);
  const clock = choiceOf("--clock", options.clock, clocks);
  const minCell = wholeNumber("--min-cell", options.minCell, 0);
  const threads = options.threads === undefined ? undefined : wholeNumber("--threads", options.threads, 1);
  if (options.caseHashes !== (options.keyFile !== undefined)) throw new UserError("key-and-hashes", {});
  const key = options.keyFile === undefined ? null : keyOf(options.keyFile);
  await refuseOverwriting({ logs: files, beside: [...filesBeside(options), options.keyFile], outputs: [out] });
  const release = out === "-" ? () => {} : lockAll([out], io);
  try {
    const own = options.plan === undefined ? [] : ((await planOf(options.plan)).plan.kpis ?? []);
    const part = await withCrew(files, threads, io, async (crewFor) => {
      const { calendar } = await readSupplied(
        { ...(options.calendar !== undefined && { calendar: options.calendar }) },
        io,
      );
      const open = await openLogs(files, options, io);
      tellFiles(open.logs, context);
      return partOfLogs(out, open, { by, clock, calendar, minCell, own, key, options }, crewFor, context);
    });
    const text = partText(part);
    if (out === "-") io.out(text);
    else {
      const output = new Output(out, io);
      output.write(text);
      output.keep();
      const cases = part.logs.reduce((sum, { hits }) => sum + hits.timed.cases + hits.timeless.cases, 0);
      if (!quiet) io.err(`${sentence("tallied", { cases, file: out, bytes: utf8(text).length, minCell }, language)}\n`);
    }
    return 0;
  } finally {
    release();
  }
}

/** The bytes of the key's file. @throws UserError `no-file`, `is-directory`, `cannot-read`, `key-too-short` */
function keyOf(file: string): Uint8Array {
  new Source(file).close();
  const bytes = machine.files.whole(file);
  if (bytes.length < leastKeyBytes) throw new UserError("key-too-short", { file, least: leastKeyBytes });
  return bytes;
}
