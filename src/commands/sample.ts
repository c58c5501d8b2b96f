/** kpi sample: made-up logs of every kind, and beside them what every KPI must come to. */
import { UserError } from "../errors.ts";
import { machine } from "../platform/index.ts";
import { systemCode } from "../platform/platform.ts";
import { csvCell } from "../render/delimited.ts";
import { choiceOf, wholeNumber } from "../run/choices.ts";
import { type Context, Output } from "../run/io.ts";
import { type Answers, newAnswers } from "../sample/answers.ts";
import {
  figureAnswers,
  figureColumns,
  type MadeUpPetition,
  madeUpFigures,
  madeUpPetitions,
  petitionAnswers,
  petitionColumns,
} from "../sample/beside.ts";
import { type Form, forms } from "../sample/forms.ts";
import { type MadeUp, madeUpCases, type Profile, profiles } from "../sample/made-up.ts";
import { catalogueAnswers, type MadeUpProcedure, madeUpProcedures, procedureColumns } from "../sample/procedures.ts";
import type { OptionsOf } from "./options.ts";

type SampleOptions = OptionsOf<"cases" | "seed" | "form" | "profile" | "duplicates" | "outOfSample" | "force">;

/** Rows are written in pieces of about this many characters. */
const pieceLength = 1 << 20;

/** Writes cases.csv, the small logs that go with it, and answers.json; returns the exit code. */
export async function sampleCommand(options: SampleOptions, { io, quiet }: Context): Promise<number> {
  const cases = wholeNumber("--cases", options.cases, 1);
  const seed = wholeNumber("--seed", options.seed, 0);
  const form = choiceOf("--form", options.form, Object.keys(forms) as Form[]);
  const profile = choiceOf("--profile", options.profile, Object.keys(profiles) as Profile[]);
  const duplicates = wholeNumber("--duplicates", options.duplicates, 0);
  try {
    machine.files.makeFolder(options.out);
  } catch (error) {
    throw new UserError("cannot-write", { file: options.out, reason: systemCode(error) });
  }
  const names = ["cases.csv", "procedures.csv", "petitions.csv", "figures.csv", "answers.json"];
  const there = names.find((name) => machine.files.facts(machine.paths.join(options.out, name)) !== null);
  // Offices start from these files: what they have made of them is not to be lost.
  if (there !== undefined && !options.force)
    throw new UserError("would-overwrite", { file: machine.paths.join(options.out, there) });
  const wanted: Wanted = { cases, seed, form, profile, duplicates };
  const procedures = madeUpProcedures(seed, profile);
  const petitions = madeUpPetitions(seed, profile);
  const out = (name: string) => ({ name, output: new Output(machine.paths.join(options.out, name), io) });
  const log = out("cases.csv");
  const found = writeLog(log.output, wanted);
  const beside = besideAnswers(found, procedures, petitions, wanted);
  const texts = [
    [out("procedures.csv"), procedureTable(procedures, form)],
    [out("petitions.csv"), petitionTable(petitions, form)],
    [out("figures.csv"), figureTable(wanted)],
    [out("answers.json"), `${JSON.stringify({ ...found.answers, ...beside }, null, 2)}\n`],
  ] as const;
  for (const [{ output }, text] of texts) output.write(text);
  const made = [log, ...texts.map(([file]) => file)];
  for (const { output } of made) output.keep();
  if (!quiet) io.err(`${made.map(({ name }) => machine.paths.join(options.out, name)).join(", ")}\n`);
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

/** The answers for the case log, and the online cases received of each procedure in 2025. */
interface Found {
  readonly answers: Answers;
  readonly online: ReadonlyMap<string, number>;
}

function writeLog(log: Output, { cases, seed, form, profile, duplicates }: Wanted): Found {
  const columns = Object.entries(forms[form].columns);
  const tally = newAnswers(form);
  const online = new Map<string, number>();
  let piece = `${forms[form].mark}${columns.map(([header]) => csvCell(header)).join(",")}\r\n`;
  for (const made of madeUpCases(cases, seed, profile, duplicates)) {
    if (made.isLast) {
      tally.add(made);
      if (countsAsOnline(made)) online.set(made.procedureCode, (online.get(made.procedureCode) ?? 0) + 1);
    } else tally.addSuperseded(made);
    piece += `${columns.map(([, value]) => csvCell(value(made))).join(",")}\r\n`;
    if (piece.length > pieceLength) {
      log.write(piece);
      piece = "";
    }
  }
  log.write(piece);
  return { answers: tally.finish(), online };
}

/** Received online: what cases-per-service counts; every made-up case is of 2025. */
function countsAsOnline({ channel, status, receivedAt }: MadeUp): boolean {
  return channel === "online" && receivedAt !== null && status !== "registered" && status !== "refused";
}

/** The answers for what goes with the log: by KPI, as `kpis` has those of the log. */
function besideAnswers(
  { online }: Found,
  procedures: readonly MadeUpProcedure[],
  petitions: readonly MadeUpPetition[],
  { form, profile }: Wanted,
) {
  return {
    // A register has no channel, a log of durations no time: neither can say how many cases a service had in the year.
    procedures: catalogueAnswers(procedures, form === "full" || form === "english" ? online : null),
    petitions: petitionAnswers(petitions),
    figures: figureAnswers(profile),
  };
}

/** English ids and codes for the form `english`, Vietnamese for the others. */
function tableOf(
  form: Form,
  headers: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  return forms[form].mark + [headers, ...rows].map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}

function procedureTable(procedures: readonly MadeUpProcedure[], form: Form): string {
  const isEnglish = form === "english";
  return tableOf(
    form,
    procedureColumns.map(([vi, id]) => (isEnglish ? id : vi)),
    procedures.map((p) => procedureColumns.map(([, , vi, code = vi]) => (isEnglish ? code(p) : vi(p)))),
  );
}

function petitionTable(petitions: readonly MadeUpPetition[], form: Form): string {
  const isEnglish = form === "english";
  return tableOf(
    form,
    petitionColumns.map(([vi, id]) => (isEnglish ? id : vi)),
    petitions.map((p) => petitionColumns.map(([, , vi, code]) => (isEnglish ? code(p) : vi(p)))),
  );
}

function figureTable({ form, profile }: Wanted): string {
  return tableOf(form, form === "english" ? figureColumns.id : figureColumns.vi, madeUpFigures(profile));
}
