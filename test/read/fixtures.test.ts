/** Every small file of fixtures/faults: its exit code, its ledger, what was found and what was passed over. */
import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { kpi, report } from "../run.ts";

const folder = "fixtures/faults";

/**
 * By the name of the file, which says its fault: the exit code; read = counted + duplicates + rejected, or what the message
 * says; the faults with their first lines, and behind + the rows passed over. Worked by hand from the rows of each file.
 * An exit of 3 is that of a few cases with nothing to compare with.
 */
const expected: Readonly<Record<string, readonly [code: number, ledger: string, found?: string]>> = {
  "all-quoted": [3, "2 = 2 + 0 + 0", ""],
  "ambiguous-decimal": [3, "2 = 2 + 0 + 0", "ambiguous-number ×2 from line 2"],
  "api-names": [3, "2 = 2 + 0 + 0", ""],
  "backslash-quote": [3, "2 = 1 + 0 + 1", "bad-quote ×1 from line 2"],
  "bad-byte": [3, "3 = 2 + 0 + 1", "bad-encoding ×1 from line 3"],
  "bad-quote": [3, "3 = 2 + 0 + 1", "bad-quote ×1 from line 3"],
  "bad-rating": [2, "their scale is in doubt"],
  bars: [3, "2 = 2 + 0 + 0", ""],
  binary: [2, "NUL bytes"],
  "blank-case-id": [3, "3 = 3 + 0 + 0", ""],
  "blank-first-columns": [3, "2 = 2 + 0 + 0", "+title 1"],
  "blank-lines": [3, "2 = 2 + 0 + 0", "+blank 4"],
  "channel-numbers": [2, "the channel is written as a number"],
  "control-z": [3, "2 = 2 + 0 + 0", ""],
  "crlf-in-cell": [3, "2 = 2 + 0 + 0", ""],
  "cut-codes": [3, "2 = 2 + 0 + 0", ""],
  "cut-id": [3, "2 = 1 + 0 + 1", "truncated ×1 from line 3"],
  "cut-ids": [1, "3 = 3 + 0 + 0", "cut-id ×3 from line 2"],
  "dates-only": [0, "2 = 2 + 0 + 0", ""],
  "decided-decimal": [1, "2 = 2 + 0 + 0", ""],
  decomposed: [3, "2 = 2 + 0 + 0", ""],
  "delimiter-in-cell": [3, "2 = 2 + 0 + 0", ""],
  "delimiter-in-doubt": [2, "no header row was found"],
  "doubled-quotes": [3, "2 = 2 + 0 + 0", ""],
  duplicates: [1, "5 = 3 + 2 + 0", ""],
  "empty-quoted": [3, "2 = 2 + 0 + 0", ""],
  empty: [2, "is empty"],
  "excel-serials": [3, "2 = 2 + 0 + 0", ""],
  "finished-before-received": [3, "1 = 1 + 0 + 0", "finished-before-received ×1 from line 2"],
  "formula-cells": [3, "2 = 2 + 0 + 0", ""],
  "half-swapped": [3, "40 = 40 + 0 + 0", ""],
  "header-only": [2, "has a header row but no case"],
  hostile: [3, "2 = 2 + 0 + 0", "unknown-word ×1 from line 3"],
  "impossible-date": [3, "3 = 3 + 0 + 0", "bad-time ×1 from line 3"],
  "iso-offsets": [3, "2 = 2 + 0 + 0", ""],
  "joined-exports": [3, "2 = 2 + 0 + 0", "+header 1"],
  "joined-without-header": [3, "2 = 1 + 1 + 0", ""],
  "login-page": [2, "page without a table of cases"],
  "login-after-submission": [3, "2 = 2 + 0 + 0", "login-after-submission ×1 from line 2"],
  "lone-surrogate": [3, "3 = 2 + 0 + 1", "bad-encoding ×1 from line 3"],
  "mid-row": [3, "2 = 1 + 0 + 1", "truncated ×1 from line 3"],
  misencoded: [3, "2 = 2 + 0 + 0", "unknown-word ×3 from line 3"],
  "mixed-date-forms": [3, "3 = 3 + 0 + 0", ""],
  "mixed-line-ends": [3, "3 = 3 + 0 + 0", ""],
  "month-first": [2, "these dates are month first"],
  "negative-duration": [3, "3 = 3 + 0 + 0", "negative-duration ×1 from line 3"],
  "newline-in-cell": [3, "2 = 2 + 0 + 0", ""],
  "no-column": [2, "no header row was found"],
  "no-event-time": [3, "3 = 2 + 0 + 1", "no-event-time ×1 from line 3"],
  "no-header": [2, "no header row was found"],
  "no-last-line-end": [3, "2 = 2 + 0 + 0", ""],
  "no-tones": [3, "2 = 2 + 0 + 0", ""],
  "no-unit": [3, "2 = 2 + 0 + 0", ""],
  "nul-in-cell": [3, "7 = 7 + 0 + 0", "unknown-word ×1 from line 7"],
  "numbering-row": [3, "1 = 1 + 0 + 0", "+numbering 1"],
  "old-mac": [3, "2 = 2 + 0 + 0", ""],
  "quote-in-cell": [3, "2 = 2 + 0 + 0", ""],
  "received-before-submitted": [3, "1 = 1 + 0 + 0", "received-before-submitted ×1 from line 2"],
  "repeated-header": [3, "3 = 3 + 0 + 0", "+header 2"],
  "returned-before-received": [3, "3 = 3 + 0 + 0", "returned-before-received ×1 from line 3"],
  "same-header": [2, "stands in columns 2 and 4"],
  semicolons: [3, "2 = 2 + 0 + 0", ""],
  "rows-in-cell": [3, "5 = 2 + 0 + 3", "rows-in-cell ×3 from line 3"],
  "newline-in-id": [3, "2 = 2 + 0 + 0", ""],
  "sep-line": [3, "1 = 1 + 0 + 0", "+separator 1"],
  signatories: [3, "2 = 2 + 0 + 0", "+note 3"],
  "space-before-quote": [3, "2 = 2 + 0 + 0", ""],
  "stt-column": [3, "2 = 2 + 0 + 0", ""],
  tabs: [3, "2 = 2 + 0 + 0", ""],
  "text-after-quote": [3, "2 = 1 + 0 + 1", "bad-quote ×1 from line 2"],
  "titles-and-totals": [3, "2 = 2 + 0 + 0", "+title 2; +numbering 1; +blank 1; +total 1"],
  "too-long": [3, "4 = 3 + 0 + 1", "too-many-cells ×1 from line 3"],
  "too-short": [3, "3 = 2 + 0 + 1", "too-few-cells ×1 from line 3"],
  "trailing-delimiters": [3, "2 = 2 + 0 + 0", ""],
  "two-digit-years": [3, "2 = 2 + 0 + 0", "bad-time ×1 from line 2"],
  "two-headers-one-field": [3, "1 = 1 + 0 + 0", ""],
  "two-row-header": [3, "2 = 2 + 0 + 0", ""],
  "two-row-header-again": [3, "2 = 2 + 0 + 0", "+numbering 1; +header 3"],
  "unbreaking-spaces": [3, "2 = 2 + 0 + 0", ""],
  "unclosed-quote": [3, "4 = 3 + 0 + 1", "unclosed-quote ×1 from line 3"],
  "unknown-word": [1, "4 = 4 + 0 + 0", "unknown-word ×2 from line 3"],
  "utf-16be": [3, "2 = 2 + 0 + 0", ""],
  "utf-16le": [3, "2 = 2 + 0 + 0", ""],
};

it("every one of the files, sixty at the least, has its line", () => {
  const files = readdirSync(folder).map((file) => file.replace(".csv", ""));
  expect(Object.keys(expected).sort()).toEqual(files.sort());
  expect(files.length).toBeGreaterThan(60);
});

it.each(Object.entries(expected))("%s: exit %j", async (name, [code, ledger, found = ""]) => {
  const args = ["check", `${folder}/${name}.csv`, "--year", "2025"];
  const run = await kpi([...args, "--kpi", "processing-time-reduction,satisfaction-online", "--format", "json"]);
  expect(run.code).toBe(code);
  if (code === 2) {
    expect(run.err).toContain(ledger);
    return;
  }
  const { ledger: kept, inputs } = JSON.parse(run.out) as Awaited<ReturnType<typeof report>>;
  expect(`${kept.read} = ${kept.counted} + ${kept.duplicates} + ${kept.rejected}`).toBe(ledger);
  const codes = [...new Set(kept.issues.map((issue) => issue.code))].map((issueCode) => {
    const all = kept.issues.filter((issue) => issue.code === issueCode);
    const count = all.reduce((sum, issue) => sum + issue.count, 0);
    return `${issueCode} ×${count} from line ${Math.min(...all.map(({ firstLine }) => firstLine))}`;
  });
  const passedOver = Object.entries(inputs[0].passedOver).map(([kind, count]) => `+${kind} ${count}`);
  expect([...codes, ...passedOver].join("; ")).toBe(found);
});

it.each([
  ["newline-in-cell", ["UBND xã A", "UBND xã B"]],
  ["crlf-in-cell", ["UBND xã A", "UBND xã B"]],
  ["doubled-quotes", ['"', 'UBND "xã" A']],
  ["delimiter-in-cell", [",,,", "UBND xã A, huyện B"]],
  ["quote-in-cell", ['UBND "xã" A', "UBND xã B"]],
  ["space-before-quote", ['"UBND xã A"', "UBND xã B"]],
  ["formula-cells", ["+84912345678", "=cmd|' /C calc'!A0"]],
])("the agencies of %s are %j", async (name, agencies) => {
  const { results } = await report([
    ...[`${folder}/${name}.csv`, "--year", "2025"],
    ...["--kpi", "satisfaction-online", "--by", "agency"],
  ]);
  expect(results.flatMap(({ group }) => (group === null ? [] : [group.name])).sort()).toEqual(agencies);
});
