/** The page's engine in Chromium gives what the command line gives: every fixture, byte for byte. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { kpi } from "../run.ts";
import { chromiumPath, makePage, opened, startChromium } from "./browser.ts";

interface Told {
  readonly json?: string;
  readonly text?: string;
}

/** The logs of the fixtures, and what stands beside the sample. */
const faults = readdirSync("fixtures/faults").map((name) => join("fixtures/faults", name));
const beside = ["procedures", "petitions", "figures"];

describe.skipIf(chromiumPath === undefined)("the page's JSON", () => {
  let browser: Browser;
  let tab: Page;

  beforeAll(async () => {
    makePage();
    browser = await startChromium();
    ({ tab } = await opened(browser));
    // The worker as the page starts it, asked without the page's hands.
    await tab.evaluate(async () => {
      const text = document.getElementById("part-engine")?.textContent ?? "";
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
      const worker = new Worker(URL.createObjectURL(await new Response(stream).blob()));
      let id = 0;
      const ask = (asked: object) =>
        new Promise<{ answer?: unknown; trouble?: { text: string } }>((resolve) => {
          const own = ++id;
          worker.addEventListener("message", function hear({ data }) {
            if (data.id !== own) return;
            worker.removeEventListener("message", hear);
            resolve(data);
          });
          worker.postMessage({ id: own, ask: asked });
        });
      worker.addEventListener("message", async ({ data }) => {
        if (data.part === undefined) return;
        const packed = document.getElementById(`part-${data.part}`)?.textContent ?? "";
        const part = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
        const inner = new Blob([part]).stream().pipeThrough(new DecompressionStream("gzip"));
        worker.postMessage({ part: data.part, blob: await new Response(inner).blob() });
      });
      Object.assign(window, { ask });
    });
  }, 60_000);
  afterAll(() => browser?.close());

  async function ofPage(
    logs: readonly string[],
    more: Readonly<Record<string, string>>,
    options: Readonly<Record<string, unknown>>,
    period: string | null,
    language: string,
  ): Promise<Told> {
    const files = [...logs, ...Object.values(more)].map((file) => ({
      path: basename(file),
      base64: readFileSync(file).toString("base64"),
    }));
    const given = Object.fromEntries(Object.entries(more).map(([role, file]) => [role, basename(file)]));
    const asked = { logs: logs.map((file) => basename(file)), options: { ...options, ...given }, period, language };
    return await tab.evaluate(
      async ({ files: all, asked: what }) => {
        const { ask } = window as unknown as {
          ask: (asked: object) => Promise<{ answer?: unknown; trouble?: { text: string } }>;
        };
        const made = all.map(({ path, base64 }) => {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
          return { path, file: new File([bytes], path) };
        });
        await ask({ ask: "files", files: made, language: what.language });
        const { trouble } = await ask({ ask: "report", ...what });
        if (trouble !== undefined) return { text: trouble.text };
        const { answer } = await ask({ ask: "output", format: "json", language: what.language });
        return { json: await (answer as Blob).text() };
      },
      { files, asked },
    );
  }

  async function ofProgram(args: readonly string[], language: string): Promise<Told> {
    const { out, err } = await kpi([...args, "--format", "json", "--lang", language]);
    return out === "" ? { text: err.replace(/^kpi: /, "").trimEnd() } : { json: out };
  }

  const plans = [
    ["hai-phong-219", "2025", "vi"],
    ["tan-an", "2026", "en"],
  ] as const;

  it.each(plans)(
    "of every log with faults is that of the command line: %s, %s, %s",
    async (plan, year, language) => {
      const other: string[] = [];
      for (const file of faults) {
        const program = await ofProgram(["check", file, "--plan", plan, "--year", year], language);
        const page = await ofPage([file], {}, { plan, year }, null, language);
        const text = program.text?.replaceAll("fixtures/faults/", "");
        if (program.json !== page.json || text !== page.text) other.push(file);
      }
      expect(other).toEqual([]);
    },
    120_000,
  );

  const forms = ["durations.csv", "english.csv", "register.csv", "page.xls"].map((name) =>
    join("fixtures/sample", name),
  );
  it.each(plans)(
    "of every other form of the sample is that of the command line: %s, %s, %s",
    async (plan, year, language) => {
      for (const file of forms) {
        const program = await ofProgram(["check", file, "--plan", plan, "--year", year], language);
        expect(program.json).toBeDefined();
        expect(await ofPage([file], {}, { plan, year }, null, language)).toEqual(program);
      }
    },
    60_000,
  );

  const sample = "fixtures/sample/cases.csv";
  const small = Object.fromEntries(beside.map((role) => [role, `fixtures/sample/${role}.csv`]));
  it.each(plans.flatMap((own) => [[...own, null] as const, [...own, "month"] as const]))(
    "of the sample with what stands beside it: %s, %s, %s, %s",
    async (plan, year, language, length) => {
      const options = Object.entries(small).flatMap(([role, file]) => [`--${role}`, file]);
      const own = length === null ? ["check"] : ["report", "--month", "2025-09"];
      const program = await ofProgram([...own, sample, "--plan", plan, "--year", year, ...options], language);
      const page = await ofPage([sample], small, { plan, year }, length === null ? null : "2025-09", language);
      expect(page).toEqual(program);
      expect(page.json).toBeDefined();
    },
    60_000,
  );

  it.each([null, "2025-09"])("of a plan with KPIs of its own, of every case and of a month: %s", async (month) => {
    const plan = "examples/own-kpis.yaml";
    const own = month === null ? ["check"] : ["report", "--month", month];
    const program = await ofProgram([...own, sample, "--plan", plan, "--year", "2025"], "vi");
    expect(program.json).toContain('"key": "processing-p90@I.3"');
    expect(await ofPage([sample], { plan }, { year: "2025" }, month, "vi")).toEqual(program);
  });
});
