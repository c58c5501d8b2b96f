/** kpi words: the headers and cell words that the program knows, from the tables by which it reads. */
import { UserError } from "../errors.ts";
import { type FieldWords, fieldNamed, glossary, knownNames, wordsForNothing } from "../read/glossary.ts";
import { wordKey } from "../read/words.ts";
import { csvCell } from "../render/delimited.ts";
import { columns, wrap } from "../render/lines.ts";
import { choiceOf, formatsOf, nearest } from "../run/choices.ts";
import type { Context } from "../run/io.ts";
import type { Language } from "../text/language.ts";
import { fieldTitle } from "../text/titles.ts";
import { kindTitle, meaningTitle, wordsText } from "../text/words.ts";
import type { OptionsOf } from "./options.ts";

/** Runs the command; without a name it tells of all fields. @throws UserError `unknown-words-field` */
export function wordsCommand(
  name: string | undefined,
  options: OptionsOf<"formatOfWords">,
  { io, language }: Context,
): number {
  const format = choiceOf("--format", options.format, formatsOf.words);
  const all = glossary();
  const shown = name === undefined ? all : [fieldOfName(name, all)];
  const blanks = name === undefined ? wordsForNothing : [];
  if (format === "json") {
    const fields = shown.map((one) => ({
      ...one,
      title: fieldTitle(one.field, language),
      words: one.words.map(({ means, words }) => ({
        means,
        title: meaningTitle(one.field, String(means), language),
        words,
      })),
    }));
    io.out(`${JSON.stringify(name === undefined ? { fields, blanks } : fields[0], null, 2)}\n`);
  } else if (format === "csv") {
    io.out(`\ufeff${csvLines(shown, blanks).join("\r\n")}\r\n`);
  } else if (format === "markdown") {
    io.out(name === undefined ? wordsMarkdown(language) : fieldMarkdown(shown[0], language, 1));
  } else {
    const width = io.columns ?? 100;
    io.out(
      `${(name === undefined ? overview(all, language, width) : fieldLines(shown[0], language, width)).join("\n")}\n`,
    );
  }
  return 0;
}

function fieldOfName(name: string, all: readonly FieldWords[]): FieldWords {
  const found = fieldNamed(name);
  const field = all.find((one) => one.field === found);
  if (field !== undefined) return field;
  const known = knownNames();
  const near = nearest(wordKey(name), [...known.keys()]);
  throw new UserError("unknown-words-field", {
    field: name,
    fields: all.map((one) => one.field),
    nearest: near === null ? null : known.get(near),
  });
}

function overview(all: readonly FieldWords[], language: Language, width: number): string[] {
  const say = (key: Parameters<typeof wordsText>[0]) => wordsText(key, language);
  const rows = all.map(({ field, kind, headers, words }) => [
    field,
    fieldTitle(field, language),
    kindTitle(kind, language),
    String(headers.length),
    words.length === 0 ? "" : String(words.reduce((sum, one) => sum + one.words.length, 0)),
  ]);
  return [
    say("heading"),
    "",
    ...wrap(say("rule"), width),
    ...wrap(say("fillings"), width),
    "",
    ...columns([[say("field"), say("title"), say("kind"), say("headerCount"), say("wordCount")], ...rows]),
    "",
    say("blanks"),
    ...wrap(`  ${wordsForNothing.join(" · ")}`, width),
    "",
    ...wrap(say("more"), width),
  ];
}

function fieldLines(one: FieldWords, language: Language, width: number): string[] {
  const { field, kind, headers, units, words, nothing } = one;
  return [
    `${fieldTitle(field, language)} (${field}): ${kindTitle(kind, language)}`,
    "",
    wordsText("headers", language),
    ...wrap(`  ${[...(units.length === 0 ? [field] : []), ...headers].join(" · ")}`, width),
    ...(units.length === 0 ? [] : wrap(`  ${wordsText("units", language, { units })}`, width)),
    ...(words.length === 0 ? [] : ["", wordsText("words", language)]),
    ...words.flatMap(({ means, words: own }) => [
      `  ${means}: ${meaningTitle(field, String(means), language)}`,
      ...wrap(`    ${own.join(" · ")}`, width),
    ]),
    ...(nothing.length === 0
      ? []
      : [`  ${wordsText("nothing", language)}`, ...wrap(`    ${nothing.join(" · ")}`, width)]),
  ];
}

/** What docs/words.md is made of, and `--format markdown`. */
export function wordsMarkdown(language: Language): string {
  const say = (key: Parameters<typeof wordsText>[0]) => wordsText(key, language);
  return [
    `## ${say("heading")}`,
    "",
    say("rule"),
    say("fillings"),
    "",
    ...withoutRepeats(glossary()).map((one) => fieldMarkdown(one, language, 3)),
    `### ${say("blanks")}`,
    "",
    wordsForNothing.map(code).join(" · "),
    "",
  ].join("\n");
}

/** Of the columns that have the same words the first has them, and the others its name. */
function withoutRepeats(all: readonly FieldWords[]): (FieldWords & { readonly like?: string })[] {
  const first = all.find(({ kind }) => kind === "yesNo")?.field;
  return all.map((one) => (one.kind === "yesNo" && one.field !== first ? { ...one, words: [], like: first } : one));
}

function fieldMarkdown(
  { field, kind, headers, units, words, nothing, like }: FieldWords & { readonly like?: string },
  language: Language,
  level: number,
): string {
  const means = [
    ...words.map(({ means: value, words: own }) => [
      `\`${value}\` ${meaningTitle(field, String(value), language)}`,
      own.map(code).join(" · "),
    ]),
    ...(nothing.length === 0 ? [] : [[wordsText("nothing", language), nothing.map(code).join(" · ")]]),
  ];
  return `${[
    `${"#".repeat(level)} ${fieldTitle(field, language)} (\`${field}\`): ${kindTitle(kind, language)}`,
    "",
    `${wordsText("headers", language)}: ${headers.join(" · ")}`,
    ...(units.length === 0 ? [] : ["", wordsText("units", language, { units })]),
    ...(like === undefined ? [] : ["", wordsText("same", language, { field: like })]),
    ...(means.length === 0
      ? []
      : ["", `| | ${wordsText("words", language)} |`, "|---|---|", ...means.map(([a, b]) => `| ${a} | ${b} |`)]),
  ].join("\n")}\n`;
}

/** A word as Markdown shows it letter by letter. */
function code(word: string): string {
  const own = word.replaceAll("|", "\\|");
  return `\`${own}\``;
}

function csvLines(shown: readonly FieldWords[], blanks: readonly string[]): string[] {
  const rows = shown.flatMap(({ field, headers, units, words, nothing }) => [
    ...headers.flatMap((header) =>
      units.length === 0
        ? [[field, "header", "", header]]
        : units.map((unit) => [field, "header", unit, `${header} (${unit})`]),
    ),
    ...words.flatMap(({ means, words: own }) => own.map((word) => [field, "word", String(means), word])),
    ...nothing.map((word) => [field, "blank", "", word]),
  ]);
  const all = [...rows, ...blanks.map((word) => ["", "blank", "", word])];
  return ["field,kind,means,word", ...all.map((row) => row.map(csvCell).join(","))];
}
