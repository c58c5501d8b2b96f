/** What is read at a terminal fits it: tables of inspect and validate, and every message of what is wrong. */
import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { widthOfTerminal } from "../../src/cli/process.ts";
import { kpi } from "../run.ts";

const faults = readdirSync("fixtures/faults").filter((name) => !name.endsWith(".xlsx"));

it.each([
  ["inspect", "vi"],
  ["inspect", "en"],
  ["validate", "vi"],
  ["validate", "en"],
])(
  "no line of %s of any fault file in %s is wider than 80 columns, but for one word that is",
  async (command, lang) => {
    for (const name of faults) {
      const { out, err } = await kpi([command, `fixtures/faults/${name}`, "--lang", lang], {
        columns: 80,
        errIsTerminal: true,
      });
      const wide = `${out}\n${err}`.split("\n").filter((line) => line.length > 80 && line.trim().includes(" "));
      expect(wide.filter((line) => !line.trim().startsWith("--"))).toEqual([]);
    }
  },
  60_000,
);

it.each([["plans"], ["calendar", "2026"]])(
  "no line of kpi %s %s is wider than 80 columns, in both languages",
  async (...args) => {
    for (const lang of ["vi", "en"]) {
      const { out } = await kpi([...args, "--lang", lang], { columns: 80 });
      expect(out.split("\n").length).toBeGreaterThan(7);
      expect(out.split("\n").filter((line) => [...line].length > 80)).toEqual([]);
    }
  },
);

it.each([
  [120, undefined, 120],
  [0, undefined, 80],
  [undefined, undefined, 80],
  [0, "100", 100],
  [120, "60", 60],
  [120, "", 120],
  [120, "0", 120],
  [120, "wide", 120],
])("a terminal that says %s columns, with COLUMNS=%s, is %d wide", (columns, asked, width) => {
  expect(widthOfTerminal(columns, asked)).toBe(width);
});
