/** What results and groups are called. */

import type { Result } from "../../judge/verdict.ts";
import type { Periodic, Report } from "../../report/report.ts";
import { clean, type Language } from "../../text/language.ts";
import { groupLabel, label } from "../../text/titles.ts";

/** The name of a group as a table shows it: a procedure's code with its name, where a catalogue was given. */
export function fullName(by: string, name: string, { periodic }: Pick<Report, "periodic">, language: Language): string {
  if (clean(name) === "") return label(by === "channel" ? "noChannel" : "noName", language);
  const known = by === "procedure" && periodic !== undefined ? namesIn(periodic).get(name) : undefined;
  return known === undefined ? groupLabel(by, name, language) : `${clean(name)} ${clean(known)}`;
}

/** Looked up for every row of a table. */
const namesByReport = new WeakMap<Periodic, ReadonlyMap<string, string>>();

function namesIn(periodic: Periodic): ReadonlyMap<string, string> {
  let names = namesByReport.get(periodic);
  if (names === undefined) {
    names = new Map(periodic.procedures.map(({ code, name }) => [code, name]));
    namesByReport.set(periodic, names);
  }
  return names;
}

/** The name of a group as it is shown; a blank one is said to be so. */
export function groupName(result: Result, language: Language): string {
  const { by = "", name } = result.group ?? {};
  return name === null || name === undefined || name === ""
    ? label(by === "channel" ? "noChannel" : "noName", language)
    : groupLabel(by, name, language);
}

/** Beside a title: what the target means was read into the plan's words; a line below says what. */
export const interpretationMark = "†";

/** The title; with the group that the plan sets the target for. */
export function named(result: Result, language: Language): string {
  return result.each ? `${result.title[language]}: ${groupName(result, language)}` : result.title[language];
}

/** The title with what must be known of the target. */
export function title(result: Result, language: Language): string {
  const mark = result.interpretation === null ? "" : ` ${interpretationMark}`;
  return named(result, language) + mark + (result.aspirational ? ` (${label("aspirational", language)})` : "");
}
