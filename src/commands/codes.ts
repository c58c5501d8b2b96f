/** kpi help CODE: every code of a message, an issue, an exclusion or a note, with an example and the mend. */

import { UserError } from "../errors.ts";
import { petitionHeaders } from "../read/tables/petitions.ts";
import { catalogueHeaders } from "../read/tables/procedures.ts";
import { allFields, type Field, snake } from "../records/case.ts";
import { wrap } from "../render/lines.ts";
import { nearest } from "../run/choices.ts";
import type { Context } from "../run/io.ts";
import { exampleOf } from "../text/code-examples.ts";
import { type CodePage, checkPages, codeWords, issuePages, noteMends, reasonMends } from "../text/codes.ts";
import { errorMessages, sentenceOfError } from "../text/errors.ts";
import { exclusionText, ownReasons } from "../text/exclusions.ts";
import { checkMessages, issueMessages } from "../text/issues.ts";
import type { Bilingual, Language } from "../text/language.ts";
import { noteCodes, noteText } from "../text/notes.ts";
import { planFaultCodes, planFaultText } from "../text/plan-faults.ts";
import { reasonCodes, reasonText } from "../text/reasons.ts";
import { tableFaultCodes, tableFaultText } from "../text/table-faults.ts";

/** Why a case or a row may be left out: mostly a cell that a KPI needs is blank, or cannot be read. */
const exclusionCodes = [
  ...ownReasons,
  ...[...allFields, ...Object.keys(catalogueHeaders), ...Object.keys(petitionHeaders)].flatMap((field) =>
    ["no", "bad"].map((kind) => `${kind}-${snake(field as Field).replaceAll("_", "-")}`),
  ),
];

/** Every code that `kpi help` explains. */
export const explainedCodes: readonly string[] = [
  ...new Set(
    [issueMessages, checkMessages, errorMessages]
      .flatMap((messages) => Object.keys(messages))
      .concat(noteCodes, tableFaultCodes, planFaultCodes, exclusionCodes, reasonCodes),
  ),
].sort();

/** Prints the page of a code. @throws UserError `unknown-topic` */
export function helpCode(code: string, commands: readonly string[], { io, language }: Context): number {
  const parts = partsOf(code, language);
  if (parts.length === 0) {
    throw new UserError("unknown-topic", { name: code, nearest: nearest(code, [...commands, ...explainedCodes]) });
  }
  const width = io.columns ?? 100;
  const lines = parts.flatMap(({ kind, sentence, rest }) => [
    "",
    codeWords[kind][language],
    ...sentence.split("\n").flatMap((line) => wrap(`  ${line}`, width)),
    ...rest.flatMap(([word, text]) => {
      const [first, ...more] = text.split("\n");
      return [...wrap(`  ${codeWords[word][language]}: ${first}`, width), ...more.map((line) => `    ${line}`)];
    }),
  ]);
  io.out(`${[code, ...lines].join("\n")}\n`);
  return 0;
}

type Word = keyof typeof codeWords;

/** What a code means in one place: the same code may be of a cell, of a small table and of an option. */
interface Part {
  readonly kind: Word;
  readonly sentence: string;
  readonly rest: readonly (readonly [word: Word, text: string])[];
}

function partsOf(code: string, language: Language): Part[] {
  const parts: Part[] = [];
  const paged = (
    kind: Word,
    messages: Readonly<Record<string, Bilingual>>,
    pages: Readonly<Record<string, CodePage>>,
  ) => {
    if (!Object.hasOwn(messages, code)) return;
    const { example, follows, mend } = pages[code];
    const rest = [["example", example[language]] as const, ["follows", follows[language]] as const];
    parts.push({ kind, sentence: messages[code][language], rest: [...rest, ["mend", mend[language]]] });
  };
  /** Of a message whose own words say what is wanted, the message itself is the example. */
  const told = (kind: Word, codes: readonly string[], example: () => string, mend: Bilingual) => {
    if (codes.includes(code)) parts.push({ kind, sentence: example(), rest: [["mend", mend[language]]] });
  };
  paged("issue", issueMessages, issuePages);
  paged("check", checkMessages, checkPages);
  told("exclusion", exclusionCodes, () => exclusionText(code, language), codeWords.exclusionMend);
  const lacks = exampleOf("reason", code).lacks as string[];
  const note = exampleOf("note", code);
  told("reason", reasonCodes, () => reasonText(code, lacks, language), reasonMends[code] ?? codeWords.reasonMend);
  told("note", noteCodes, () => noteText(code, note, language), noteMends[code] ?? codeWords.errorMend);
  const error = exampleOf("error", code);
  told("error", Object.keys(errorMessages), () => sentenceOfError(code, error, language), codeWords.errorMend);
  told("table", tableFaultCodes, () => tableFaultText(code, exampleOf("table", code), language), codeWords.tableMend);
  const fault = { path: "years.2025[0]", line: 12, column: 5, code, data: exampleOf("plan", code) };
  told("plan", planFaultCodes, () => planFaultText(fault, language), codeWords.planMend);
  return parts;
}
