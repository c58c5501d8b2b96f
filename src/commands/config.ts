/** A configuration file (`--config`, else KPI_CONFIG): the options by their long names, in YAML or JSON. Flags win. */
import type { Command } from "commander";
import { Document, isMap, stringify } from "yaml";
import * as z from "zod/mini";
import { UserError } from "../errors.ts";
import { machine } from "../platform/index.ts";
import { codesOf } from "../read/words.ts";
import { type Field, type FieldOf, fieldKinds, fieldOf, snake } from "../records/case.ts";
import { columns } from "../render/lines.ts";
import { escapedName, usual } from "../run/choices.ts";
import { isRepeated, overridden, refuseContrary } from "../run/contrary.ts";
import { type Context, spool, standardInput } from "../run/io.ts";
import { type LogOptions, wordPair } from "../run/logs.ts";
import { type Path, readYaml } from "../run/yaml-file.ts";
import type { Log } from "../tally/job.ts";
import { clean, type Language } from "../text/language.ts";
import { sentence } from "../text/sentences.ts";
import { label } from "../text/titles.ts";
import { type ConfigForm, longName, type OptionSaid, ofConfiguration } from "./options.ts";

const text = z.string().check(z.minLength(1));
/** A number may stand without quotes. */
const textOrNumber = z.union([text, z.number()]);
const textOrList = z.union([text, z.array(text)]);

/** What a configuration may say in each form, and the same as the command line would give it. */
const forms: Readonly<
  Record<ConfigForm, { accepts: z.ZodMiniType; given: (value: unknown, folder: string) => unknown }>
> = {
  flag: { accepts: z.boolean(), given: (value) => value },
  text: { accepts: text, given: String },
  number: { accepts: textOrNumber, given: String },
  /** Files beside the configuration are named from its folder, wherever the program is started. */
  file: { accepts: text, given: (value, folder) => inFolder(String(value), folder) },
  plan: { accepts: text, given: (value, folder) => (isFile(String(value)) ? inFolder(String(value), folder) : value) },
  list: { accepts: textOrList, given: (value) => [value].flat().map(String) },
  commas: { accepts: textOrList, given: (value) => [value].flat().join(",") },
  /** Clause to the names of its groups. */
  groups: {
    accepts: z.record(text, z.array(text)),
    given: (value) =>
      pairs(value).map(([clause, names]) => `${clause}=${(names as string[]).map(escapedName).join(";")}`),
  },
  /** Field to header. */
  headers: { accepts: z.record(text, text), given: (value) => pairs(value).map((pair) => pair.join("=")) },
  /** Field to word to code; nothing for a word that is as a blank. */
  words: {
    accepts: z.record(text, z.record(text, z.union([z.string(), z.number(), z.null()]))),
    given: (value) =>
      pairs(value).flatMap(([field, words]) => pairs(words).map(([word, code]) => `${field}:"${word}"=${code ?? ""}`)),
  },
  /** One order for all, or field to order. */
  orders: {
    accepts: z.union([text, z.record(text, text)]),
    given: (value) => (typeof value === "string" ? [value] : pairs(value).map((pair) => pair.join("="))),
  },
};

const said = new Map(Object.values<OptionSaid>(ofConfiguration).map((one) => [longName(one), one]));

/** The keys are the long names of the options; one that has few words takes these. */
export const configSchema = z.strictObject({
  $schema: z.optional(text),
  ...Object.fromEntries(
    [...said].map(([key, { form, choices }]) => {
      return [key, z.optional(Array.isArray(choices) ? z.enum(choices) : forms[form].accepts)];
    }),
  ),
  /** Whose report it is: what an official document names. */
  office: z.optional(
    z.strictObject({
      parent: z.optional(text),
      name: z.optional(text),
      place: z.optional(text),
      recipients: z.optional(z.array(text)),
      signer: z.optional(z.strictObject({ title: z.optional(text), name: z.optional(text) })),
      letters: z.optional(text),
    }),
  ),
});

type Config = Readonly<Record<string, unknown>>;

/** What the command line says of these is added: of one field or word the command line's wins. */
const added: readonly string[] = ["map", "map-value"];

/** Reads a configuration. @throws UserError `config-faults`, and those of a file that cannot be read */
function configIn(file: string, name = file): { readonly value: Config; readonly lineOf: (path: Path) => number } {
  const { value, faults, lineOf } = readYaml(file, configSchema, Object.keys(configSchema.shape), () => [], name);
  if (value === null) throw new UserError("config-faults", { file: name, faults });
  return { value, lineOf };
}

/**
 * What a configuration says, as the options of a command have it.
 *
 * @throws UserError `config-faults`, and those of a file that cannot be read
 */
export function optionsIn(file: string): Record<string, unknown> {
  const folder = machine.paths.dirname(file);
  const camel = (key: string) => key.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const given = Object.entries(configIn(file).value).filter(([key, value]) => key !== "$schema" && value !== undefined);
  // An office is as long as a letterhead, and no option of the command line.
  const own = (key: string, value: unknown) => (key === "office" ? value : asOption(key, value, folder));
  return Object.fromEntries(given.map(([key, value]) => [camel(key), own(key, value)]));
}

/** What every run is told by itself, and what `configText` writes. */
const writtenAnew: readonly string[] = [
  ...["$schema", "plan", "year", "period", "statutory", "procedures", "petitions", "figures", "calendar"],
  ...["encoding", "delimiter", "sheet", "decimal", "rating-scale", "date-format", "time-zone", "map", "map-value"],
];

/**
 * What a configuration says beyond how the logs are read, to stand below what `configText` writes.
 *
 * @throws UserError `config-faults`, and those of a file that cannot be read
 */
export function restIn(file: string): string {
  const rest = Object.entries(configIn(file).value).filter(([key]) => !writtenAnew.includes(key));
  return rest.length === 0 ? "" : stringify(Object.fromEntries(rest), { lineWidth: 0 });
}

/**
 * The options of a command with what the configuration says where the command line does not.
 *
 * @returns null when `--show-config` was all that was asked for
 * @throws UserError `config-faults`, and those of a file that cannot be read
 */
export async function configured(command: Command, { io, language }: Context): Promise<object | null> {
  const options: Record<string, unknown> = command.opts();
  const file = (options.config as string | undefined) ?? io.env.KPI_CONFIG;
  const origins = new Map<string, string>();
  const ofConfig: string[] = [];
  const known = new Map(command.options.map((option) => [option.long?.slice(2) ?? "", option.attributeName()]));
  if (file !== undefined && file !== "") {
    const at = file === "-" ? await spool(standardInput(io), io) : file;
    const { value, lineOf } = configIn(at, file);
    // Also where the environment names it: nothing is written over it.
    options.config = file;
    // No option of the command line, which would be as long as the block.
    if (value.office !== undefined) options.office = value.office;
    for (const [key, given] of Object.entries(value)) {
      const name = known.get(key);
      // A configuration serves every command: what this one does not take is another's.
      if (name === undefined || given === undefined) continue;
      const origin = `${file}:${lineOf([key])}`;
      const own = asOption(key, given, machine.paths.dirname(file));
      if (isRepeated(key)) refuseContrary(key, own as string[], file);
      if (command.getOptionValueSource(name) === "cli") {
        if (!added.includes(key) || !isRepeated(key)) continue;
        refuseContrary(key, options[name] as string[]);
        options[name] = overridden(key, own as string[], options[name] as string[]);
        origins.set(name, `${origin}, --${key}`);
        continue;
      }
      options[name] = own;
      origins.set(name, origin);
      ofConfig.push(name);
    }
    if (ofConfig.length > 0) options.ofConfig = ofConfig;
  }
  if (options.showConfig !== true) return options;
  const rows = [...known]
    .filter(([key]) => !["help", "config", "show-config"].includes(key))
    .map(([key, name]) => {
      const fromCli = command.getOptionValueSource(name) === "cli";
      const origin = origins.get(name) ?? (fromCli ? `--${key}` : label("byDefault", language));
      return [`--${key}`, clean(shown(options[name])), origin];
    });
  io.out(`${columns(rows).join("\n")}\n`);
  return null;
}

/** Whether a plan is told by its file, and not by its id. */
function isFile(plan: string): boolean {
  return /[/\\]|\.(json|ya?ml)$/i.test(plan);
}

function inFolder(file: string, folder: string): string {
  return machine.paths.isAbsolute(file) ? file : machine.paths.join(folder, file);
}

function shown(value: unknown): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return "–";
  return Array.isArray(value) ? value.join(" · ") : String(value);
}

/** A value as the command line would give it. */
function asOption(key: string, value: unknown, folder: string): unknown {
  return forms[said.get(key)?.form ?? "text"].given(value, folder);
}

/** What a log has that nobody has given a meaning: a header with fields that it comes near, a word with its codes. */
export type Stub =
  | { readonly kind: "header"; readonly header: string; readonly fields: readonly string[] }
  | { readonly kind: "word"; readonly field: string; readonly word: string; readonly codes: readonly string[] };

/**
 * The mapping that a run used, as a configuration to edit: the plan, how the files are read, the columns and the words.
 * A column that logs name differently stands as a comment, since a configuration has one header for a field.
 */
export function configText(
  { file, plan, options, stubs }: { file: string; plan: string; options: LogOptions; stubs: readonly Stub[] },
  logs: readonly Log[],
  language: Language,
): string {
  const headers = new Map<string, Set<string>>();
  for (const { field, header, unit } of logs.flatMap(({ layout }) => layout.columns)) {
    const name =
      fieldKinds[field] === "duration" ? snake(field).replace("duration", unitNames[unit ?? 3600]) : snake(field);
    headers.set(name, (headers.get(name) ?? new Set()).add(header));
  }
  const words: Record<string, Record<string, string>> = {};
  for (const { id, word, code } of options.mapValue.map(wordPair)) words[id] = { ...words[id], [word]: code };
  const orders = options.dateFormat.map((order) => /^(?:([a-z_]+)=)?(.+)$/.exec(order) ?? []);
  const forAll = orders.findLast(([, field]) => field === undefined)?.[2];
  const own = orders.filter(([, field]) => field !== undefined).map(([, field, order]) => [field, order]);
  // One order for all cannot stand beside one for a field: then each field has its own.
  const times = [...headers.keys()].filter((name) => fieldKinds[fieldOf(name) as Field] === "time");
  const each = forAll === undefined ? own : [...times.map((name) => [name, forAll]), ...own];
  const config: Config = {
    plan:
      isFile(plan) && !machine.paths.isAbsolute(plan)
        ? machine.paths.relative(machine.paths.dirname(file), plan)
        : plan,
    ...given("encoding", options.encoding),
    ...given("delimiter", options.delimiter),
    ...given("sheet", options.sheet),
    ...given("decimal", options.decimal),
    ...given("rating-scale", options.ratingScale),
    ...given("date-format", own.length === 0 ? forAll : Object.fromEntries(each)),
    ...given("time-zone", options.timeZone === usual.timeZone ? undefined : options.timeZone),
    map: Object.fromEntries(
      [...headers].flatMap(([name, [header, other]]) => (other === undefined ? [[name, header]] : [])),
    ),
    ...given("map-value", Object.keys(words).length === 0 ? undefined : words),
  };
  const several = [...headers].filter(([, { size }]) => size > 1);
  const comment = several.map(
    ([name, of]) => `# ${sentence("severalHeaders", { name, headers: [...of] }, language)}\n`,
  );
  const document = new Document(config);
  addStubs(document, stubs, language);
  return document.toString({ lineWidth: 0 }) + comment.join("");
}

/**
 * Headers and words without a meaning stand as comments where they belong, each with its candidates: a line counts once
 * its sign is taken away. A word whose code is still open is refused then, and not taken as a blank.
 */
function addStubs(document: Document, stubs: readonly Stub[], language: Language): void {
  const line = (key: string, value: string) => stringify({ [key]: value }, { lineWidth: 0 }).trimEnd();
  const headers = stubs.flatMap((stub) => (stub.kind === "header" ? [stub] : []));
  const map = document.get("map");
  if (headers.length > 0 && isMap(map)) {
    map.comment = [
      ` ${sentence("stubHeaders", {}, language)}`,
      ...headers.flatMap(({ header, fields }) => fields.map((field) => ` ${line(field, header)}`)),
    ].join("\n");
  }
  const words = stubs.flatMap((stub) => (stub.kind === "word" ? [stub] : []));
  if (words.length === 0) return;
  const lines = [...new Set(words.map(({ field }) => field))].flatMap((field) => [
    `   ${field}:`,
    ...words.flatMap(({ field: of, word, codes }) => {
      if (of !== field) return [];
      const others = codesOf(fieldOf(field) as FieldOf<"word" | "yesNo">)
        .map(String)
        .filter((code) => !codes.includes(code));
      const [first = "?", ...rest] = codes;
      return [`     ${line(word, first)}   # ${[...rest, ...others].join(", ")}`];
    }),
  ]);
  document.comment = [` ${sentence("stubWords", {}, language)}`, " map-value:", ...lines].join("\n");
}

const unitNames: Readonly<Record<number, string>> = { 1: "seconds", 60: "minutes", 3600: "hours", 86400: "days" };

function given<K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [key in K]: V });
}

function pairs(value: unknown): [string, unknown][] {
  return Object.entries(value as object);
}
