/** kpi sample: a made-up case log, and beside it what every KPI must come to. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../errors.ts";
import { cell } from "../render/delimited.ts";
import { type Answers, newAnswers } from "../sample/answers.ts";
import { type Form, forms } from "../sample/forms.ts";
import { madeUpCases, type Profile, profiles } from "../sample/made-up.ts";
import { wholeNumber } from "./check.ts";
import { type Context, Output } from "./io.ts";
import { nearest } from "./logs.ts";

export interface SampleOptions {
  readonly cases: string;
  readonly seed: string;
  readonly form: string;
  readonly profile: string;
  readonly duplicates: string;
  readonly out: string;
}

/** Rows are written in pieces of about this many characters. */
const pieceLength = 1 << 20;

/** Writes cases.csv and answers.json; returns the exit code. */
export async function sampleCommand(options: SampleOptions, { io, quiet }: Context): Promise<number> {
  const cases = wholeNumber("--cases", options.cases, 1);
  const seed = wholeNumber("--seed", options.seed, 0);
  const form = choice("--form", options.form, Object.keys(forms) as Form[]);
  const profile = choice("--profile", options.profile, Object.keys(profiles) as Profile[]);
  const duplicates = wholeNumber("--duplicates", options.duplicates, 0);
  try {
    mkdirSync(options.out, { recursive: true });
  } catch (error) {
    throw new UserError("cannot-write", { file: options.out, reason: (error as NodeJS.ErrnoException).code ?? "?" });
  }
  const log = new Output(join(options.out, "cases.csv"), io);
  const answers = new Output(join(options.out, "answers.json"), io);
  answers.write(`${JSON.stringify(writeLog(log, { cases, seed, form, profile, duplicates }), null, 2)}\n`);
  log.keep();
  answers.keep();
  if (!quiet) io.err(`${join(options.out, "cases.csv")}, ${join(options.out, "answers.json")}\n`);
  return 0;
}

interface Wanted {
  readonly cases: number;
  readonly seed: number;
  readonly form: Form;
  readonly profile: Profile;
  /** Of 1000. */
  readonly duplicates: number;
}

function writeLog(log: Output, { cases, seed, form, profile, duplicates }: Wanted): Answers {
  const columns = Object.entries(forms[form].columns);
  const tally = newAnswers(form);
  let piece = `${forms[form].mark}${columns.map(([header]) => cell(header)).join(",")}\r\n`;
  for (const made of madeUpCases(cases, seed, profile, duplicates)) {
    if (made.isLast) tally.add(made);
    else tally.addSuperseded(made);
    piece += `${columns.map(([, value]) => cell(value(made))).join(",")}\r\n`;
    if (piece.length > pieceLength) {
      log.write(piece);
      piece = "";
    }
  }
  log.write(piece);
  return tally.finish();
}

function choice<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const known = choices.find((one) => one === value);
  if (known === undefined)
    throw new UserError("bad-choice", { option, value, choices, nearest: nearest(value, choices) });
  return known;
}
