/** kpi help CODE: every code of a message, an issue, an exclusion or a note, with an example and the mend. */

import { UserError } from "../errors.ts";
import { petitionHeaders } from "../read/tables/petitions.ts";
import { catalogueHeaders } from "../read/tables/procedures.ts";
import { allFields, type Field, snake } from "../records/case.ts";
import { wrap } from "../render/lines.ts";
import { nearest } from "../run/choices.ts";
import type { Context } from "../run/io.ts";
import { type CodePage, checkPages, codeWords, exampleData, issuePages, noteMends } from "../text/codes.ts";
import { errorMessages, errorText } from "../text/errors.ts";
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
  const lacks = code === "stated-later" ? ["2025-12-20", "2025-09-30"] : (exampleData.lacks as string[]);
  const reason = () => reasonText(code, lacks, language);
  told("reason", reasonCodes, reason, codeWords.reasonMend);
  told("note", noteCodes, () => noteText(code, exampleData, language), noteMends[code] ?? codeWords.errorMend);
  told("error", Object.keys(errorMessages), () => errorText(code, errorData(code), language), codeWords.errorMend);
  told("table", tableFaultCodes, () => tableFaultText(code, exampleData, language), codeWords.tableMend);
  const own = {
    keys: ["share", "mean"],
    found: ["share", "mean"],
    isShare: true,
    numerator: 1,
    denominator: 3,
    excluded: {},
  };
  const fault = { path: "years.2025[0]", line: 12, column: 5, code, data: { ...exampleData, unit: "hours", ...own } };
  told("plan", planFaultCodes, () => planFaultText(fault, language), codeWords.planMend);
  return parts;
}

/** Lists that are of something else than words, by the code of the error. */
export function errorData(code: string): Readonly<Record<string, unknown>> {
  const table = { line: 12, column: "Mã TTHC", code: "blank-cell", data: {} };
  const plan = { line: 12, column: 5, path: "years.2025[0]", code: "empty", data: {} };
  const lists: Readonly<Record<string, object>> = {
    "no-columns": { nearest: ['channel="Nguồn hồ sơ"'] },
    "table-columns": {
      nearest: [{ header: "Mã thủ tục HC", means: "procedure_code" }],
      wanted: [{ field: "procedure_code", header: "Mã TTHC" }],
    },
    "table-faults": { faults: [table], count: 1 },
    "plan-faults": { faults: [plan] },
    "config-faults": { faults: [plan] },
    "record-faults": { faults: [plan] },
    "part-missing": { files: ["01.kpi.json"] },
    "parts-overlap": { pairs: [{ file: "01.kpi.json", other: "02.kpi.json", count: 3 }] },
    "report-period": { given: ["--month", "--quarter"] },
    "portal-unit": { file: "portal.json", unit: null, count: 2, names: ["A", "B"], more: false },
    "forms-differ": { file: "a.xlsx", form: "II.06a/VPCP/KSTT", other: "b.xlsx", otherForm: "07a/BTP" },
    "bad-portal-number": { file: "portal.json", member: "TDGQ" },
    "bad-portal": { file: "portal.json", members: ["TEN", "TONG_SCORE"] },
    "bad-report-period": { option: "--month", value: "9" },
    "binary-output": { format: "docx" },
  };
  return { ...exampleData, ...lists[code] };
}
