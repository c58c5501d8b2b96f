/** What the page knows: the files, what was said of them, what was found, and what is asked. */
import type { Language } from "../text/language.ts";
import type { MadeReport, Options, PlanChoice, Role, Trouble, Understood } from "./messages.ts";

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
  /** Null for a check of every case. */
  period: string | null;
  /** How the logs are read, beside the columns and words. */
  reading: Readonly<Record<string, string>>;
  /** By column of the log: the field that it is. */
  map: ReadonlyMap<string, string>;
  /** By field and word: the code that it means; "" for a blank. */
  words: ReadonlyMap<string, { readonly field: string; readonly word: string; readonly code: string }>;
  /** What a configuration says. */
  config: Options;
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
function readingIn({ config, reading, map, words }: State): Options {
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

/** The options of a run, by their names in the program. */
export function askedOptions(state: State, alone = false): Options {
  const beside = small.flatMap((role) => {
    const file = state.files.find((one) => one.role === role);
    return file === undefined ? [] : [[role, file.path] as const];
  });
  const { year: _year, plan: _plan, period: _period, ...reading } = readingIn(state);
  return {
    year: state.year,
    ...(state.plan !== "hai-phong-219" && { plan: state.plan }),
    ...(alone ? {} : reading),
    ...Object.fromEntries(beside),
  };
}

/** What `inspect` is asked with. */
export function inspectionIn(state: State): Options {
  return { ...readingIn(state), plan: state.plan };
}
