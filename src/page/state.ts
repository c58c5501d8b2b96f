/** What the page knows: the files, what was said of them, what was found, and what is asked. */
import type { Language } from "../text/language.ts";
import { usualPeriod } from "../time/spelled-period.ts";
import { isReported } from "./command.ts";
import type { ConfigSaid, MadeReport, Options, PlanChoice, Role, Trouble, Understood } from "./messages.ts";

export interface Dropped {
  readonly path: string;
  readonly file: File;
  readonly role: Role | null;
}

export interface State {
  language: Language;
  files: readonly Dropped[];
  plans: readonly PlanChoice[];
  plan: string;
  year: string;
  /** What is chosen: "" for what a check takes by itself, `all`, a year, or the name of a period to report of. */
  period: string;
  /** How the logs are read, beside the columns and words. */
  reading: Readonly<Record<string, string>>;
  /** By column of the log: the field that it is. */
  map: ReadonlyMap<string, string>;
  /** By field and word: the code that it means; "" for a blank. */
  words: ReadonlyMap<string, { readonly field: string; readonly word: string; readonly code: string }>;
  /** What a configuration says. */
  config: ConfigSaid;
  found: Understood | null;
  made: MadeReport | null;
  /** What is being done; null while nothing is. */
  doing: string | null;
  trouble: Trouble | null;
}

export const logsOf = ({ files }: State): string[] =>
  files.filter(({ role }) => role === "cases" || role === "part").map(({ path }) => path);

/** The plan that is asked for. */
export function planIn({ plans, plan }: State): PlanChoice | undefined {
  return plans.find(({ id }) => id === plan);
}

/** How the logs are read: what a configuration says, and what was said here, which wins. */
function readingIn({ config: { options: config }, reading, map, words }: State): Options {
  const own = [config.map, config.mapValue].map((value) => (value ?? []) as readonly string[]);
  const [maps, values] = [
    [...own[0], ...[...map].map(([header, field]) => `${field}=${header}`)],
    [...own[1], ...[...words.values()].map(({ field, word, code }) => `${field}:${word}=${code}`)],
  ];
  const { map: _map, mapValue: _values, ...rest } = config;
  return {
    ...rest,
    ...(maps.length > 0 && { map: maps }),
    ...(values.length > 0 && { mapValue: values }),
    ...Object.fromEntries(Object.entries(reading).map(([k, v]) => [k, k === "dateFormat" ? [v] : v])),
  };
}

const small = ["procedures", "petitions", "figures", "calendar"] as const;

/** The period that a report is asked of; null where a check is asked for. */
export function reportedIn({ period }: State): string | null {
  return isReported(period) ? period : null;
}

/** What a check takes by itself: the period of a configuration, else that of the plan, else every case. */
export function usualPeriodIn(state: State): string {
  const { period } = state.config.options;
  if (period !== undefined) return usualPeriod(String(period));
  const ofPlan = planIn(state)?.period ?? null;
  return ofPlan?.startsWith(state.year) ? ofPlan : "all";
}

/**
 * The options of a run, by their names in the program.
 *
 * @param alone without what a saved configuration says
 */
export function askedOptions(state: State, alone = false): Options {
  const beside = small.flatMap((role) => {
    const file = state.files.find((one) => one.role === role);
    return file === undefined ? [] : [[role, file.path] as const];
  });
  const { year: _year, plan: _plan, period: ofConfig, statutory, ...reading } = readingIn(state);
  const period = reportedIn(state) !== null ? undefined : state.period === "" ? ofConfig : state.period;
  return {
    year: state.year,
    ...(state.plan !== "hai-phong-219" && { plan: state.plan }),
    ...(period !== undefined && { period }),
    ...(statutory !== undefined && { statutory }),
    ...(alone
      ? Object.fromEntries(small.flatMap((name) => (name in reading ? [[name, reading[name]]] : [])))
      : reading),
    ...Object.fromEntries(beside),
  };
}

/** What `inspect` is asked with. */
export function inspectionIn(state: State): Options {
  return { ...readingIn(state), plan: state.plan };
}
