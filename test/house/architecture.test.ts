import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { allKpis } from "../../src/kpis/index.ts";
import { faults } from "./exceptions.ts";

/**
 * Who may import whom: a part is a folder of `src`, or a file that stands there. `(types)` behind a part: only
 * `import type`. What is not listed may not be imported; a part may import itself.
 */
const rows: Readonly<Record<string, { readonly may: string; readonly because: string }>> = {
  errors: { may: "", because: "everything may throw" },
  text: { may: "", because: "sentences are made of codes and data" },
  measures: { may: "", because: "a measure knows of no field, plan or file" },
  platform: { may: "errors, tinyglobby, fflate, brotli", because: "the machine is what it is, whoever asks" },
  time: { may: "errors, text (types), date-fns, @date-fns/utc", because: "days know of no KPI" },
  records: { may: "", because: "a row is what it is, whoever reads or folds it" },
  kpis: {
    may: "measures, records, time, text (types)",
    because: "a KPI knows of no plan, other KPI, file, language or clock",
  },
  plans: { may: "measures (types), text (types), time, zod", because: "a plan is data, and its duties fall on days" },
  read: {
    may: "records, time, errors, measures (types), platform, csv-parse, zod, iconv-lite, fastest-levenshtein, htmlparser2",
    because: "reading knows of no KPI",
  },
  methods: {
    may: "measures, records, time, pure-rand",
    because: "what an analyst adds knows of no KPI, plan or language",
  },
  sample: { may: "records, time, pure-rand", because: "known answers owe nothing to the folds" },
  tally: {
    may: "read, kpis, methods, records, measures, time, errors, platform, zod",
    because: "counting knows of no plan and no language",
  },
  judge: {
    may: "tally, kpis, plans (types), records, measures, text (types), errors",
    because: "judging touches no file and no output",
  },
  report: {
    may: "judge, tally, kpis, methods, plans, records, measures, time, read (types), text (types), errors, zod",
    because: "the contract and its schema: nothing of a terminal",
  },
  render: {
    may: "report (types), judge (types), measures, records, platform, text, chalk, cli-table3, docx, fflate, @observablehq/plot, linkedom, write-excel-file",
    because: "an output is a function of the Report, or of a KPI's page; the columns of forms are data",
  },
  run: {
    may: "errors, text, measures, platform, time, records, kpis, plans, read, tally, methods, judge, report, render, yaml, tinyglobby, zod, fastest-levenshtein",
    because: "what command line and library share; with cli the only place that opens files for writing",
  },
  commands: {
    may: "errors, text, measures, platform, time, records, kpis, plans, read, sample, tally, judge, report, render, run, commander, yaml, zod, fastest-levenshtein, @bomb.sh/tab",
    because: "options in, a Report or text out, an exit code back",
  },
  index: {
    may: "run, errors, platform, *(types), render, kpis, plans, text, records, time",
    because: "the library is not a command",
  },
  cli: {
    may: "commands, run, index, platform, errors, text, commander",
    because: "where the bundle begins: argv and the machine in, an exit code out",
  },
  page: {
    may: "commands, run, errors, text, platform, plans, read, records, render, report (types), time",
    because: "a window in place of a terminal",
  },
};

/** What commands may know of each other. */
const sharedByCommands = ["options", "parse", "outputs", "config", "command"];

interface Import {
  readonly from: string;
  readonly to: string;
  /** `import type`, or a type asked for by `typeof import(…)`. */
  readonly isType: boolean;
}

const src = resolve("src");

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.ts$/.test(entry.name) && !/\.(generated|d)\.ts$/.test(entry.name) ? [path] : [];
  });
}

const files = sources(src).map((path) => ({ name: relative(src, path), text: readFileSync(path, "utf8") }));

/** Every import of a file: `import`, `export … from`, `import()`, `typeof import()`. */
function importsOf({ name, text }: (typeof files)[number]): Import[] {
  const code = text.replace(/\/\*.*?\*\//gs, "").replace(/^\s*\/\/.*$/gm, "");
  const found: Import[] = [];
  const add = (to: string, isType: boolean) =>
    found.push({
      from: name,
      to: to.startsWith(".") ? relative(src, resolve(src, dirname(name), to)) : to,
      isType,
    });
  for (const [, what, to] of code.matchAll(/\b(?:import|export)\s+([^"';()]*?)\s*from\s+"([^"]+)"/g)) {
    const names = /\{([^}]*)\}/
      .exec(what)?.[1]
      .split(",")
      .filter((one) => one.trim() !== "");
    const isType = /^type\b/.test(what) || (names?.every((one) => one.trim().startsWith("type ")) ?? false);
    add(to, isType);
  }
  for (const [, to] of code.matchAll(/\bimport\s+"([^"]+)"/g)) add(to, false);
  for (const [, before, to] of code.matchAll(/(typeof\s+)?\bimport\(\s*"([^"]+)"\s*\)/g)) add(to, before !== undefined);
  return found;
}

const imports = files.flatMap(importsOf);
const isOwn = (to: string) => to.endsWith(".ts");
const partOf = (file: string) => (file.includes("/") ? file.split("/")[0] : file.replace(/\.ts$/, ""));
const packageOf = (to: string) =>
  to
    .split("/")
    .slice(0, to.startsWith("@") ? 2 : 1)
    .join("/");

/** Whether a row allows an import. */
function isAllowed({ from, to, isType }: Import): boolean {
  const part = partOf(from);
  if (to.startsWith("node:")) return from === "platform/node.ts" || from.startsWith("platform/node/");
  const target = isOwn(to) ? partOf(to) : packageOf(to);
  if (target === part) {
    if (part !== "commands") return true;
    const [own, other] = [from, to].map((file) => file.slice("commands/".length, -".ts".length));
    return sharedByCommands.includes(own) ? sharedByCommands.includes(other) : sharedByCommands.includes(other);
  }
  const may = (rows[part]?.may ?? "").split(", ");
  return may.includes(target) || (isType && (may.includes(`${target} (types)`) || may.includes("*(types)")));
}

/** Files that import each other in a circle, types counted: each strongly connected set of more than one. */
function circles(): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) if (isOwn(to)) next.set(from, [...(next.get(from) ?? []), to]);
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[] = [];
  const visit = (file: string) => {
    index.set(file, index.size);
    low.set(file, index.get(file) as number);
    stack.push(file);
    for (const to of next.get(file) ?? []) {
      if (!index.has(to)) visit(to);
      if (stack.includes(to)) low.set(file, Math.min(low.get(file) as number, low.get(to) as number));
    }
    if (low.get(file) !== index.get(file)) return;
    const members = stack.splice(stack.indexOf(file));
    if (members.length > 1) found.push(members.sort().join(" ↔ "));
  };
  for (const { name } of files) if (!index.has(name)) visit(name);
  return found.sort();
}

const mostLines = 450;

/** Exported names that two files define. */
function namesOfTwo(): string[] {
  const homes = new Map<string, string[]>();
  for (const { name, text } of files) {
    if (name.endsWith(".as.ts")) continue;
    const exported = text.matchAll(
      /^export (?:declare )?(?:abstract )?(?:async )?(?:const|let|function\*?|class|interface|type) (\w+)/gm,
    );
    for (const one of new Set([...exported].map(([, own]) => own))) homes.set(one, [...(homes.get(one) ?? []), name]);
  }
  return [...homes]
    .filter(([, where]) => where.length > 1)
    .map(([one, where]) => `${one}: ${where.join(" ")}`)
    .sort();
}

/** Ids of KPIs outside the rooms that may speak of a KPI by name. */
function idsOutside(): string[] {
  const ids = new Set(allKpis.map(({ id }) => id).filter((id) => id.includes("-")));
  return files.flatMap(({ name, text }) => {
    // The examples of messages are text as their sentences are: they show what a user would have typed.
    if (["kpis", "plans", "sample"].includes(partOf(name)) || name === "text/code-examples.ts") return [];
    const code = text.replace(/\/\*.*?\*\//gs, "").replace(/^\s*\/\/.*$/gm, "");
    const said = [...code.matchAll(/["'`]([a-z0-9]+(?:-[a-z0-9]+)+)["'`]/g)].map(([, id]) => id);
    return [...new Set(said.filter((id) => ids.has(id)))].map((id) => `${name}: ${id}`);
  });
}

/** Holds what was found to the faults that are known: a new one fails, and so does one that is mended and still listed. */
function hold(found: readonly string[], known: readonly string[]): void {
  expect([...found].sort()).toEqual([...known].sort());
}

describe("the house", () => {
  it("has every part in a row, and at most 20 things at the top of src", () => {
    const top = readdirSync(src);
    expect(top.length).toBeLessThanOrEqual(20);
    expect([...new Set(files.map(({ name }) => partOf(name)))].filter((part) => rows[part] === undefined)).toEqual([]);
  });

  it("each part imports only what its row allows, import() and import type counted", () => {
    const wrong = imports.filter((one) => !isAllowed(one));
    hold(
      [...new Set(wrong.map(({ from, to, isType }) => `${from} → ${to}${isType ? " (type)" : ""}`))],
      faults.imports,
    );
  });

  it("has no circle of files, types counted", () => {
    hold(circles(), faults.circles);
  });

  it(`has no file over ${mostLines} lines but those listed with a reason`, () => {
    const long = files.filter(({ text }) => text.split("\n").length - 1 > mostLines).map(({ name }) => name);
    hold(long, [...Object.keys(faults.longWithReason), ...faults.long]);
    expect(Object.keys(faults.longWithReason).length).toBeLessThanOrEqual(4);
  });

  it("exports no name from two files", () => {
    hold(namesOfTwo(), faults.names);
  });

  it("speaks of no KPI by its id outside kpis, plans and sample", () => {
    hold(idsOutside(), faults.ids);
  });

  it("speaks of the process in cli and platform alone, and makes no Date of a string", () => {
    const speak = files.filter(({ text }) => /\bprocess\.(exit|env|argv|stdout|stderr|stdin)\b/.test(text));
    hold(
      speak.map(({ name }) => name).filter((name) => !["cli", "platform"].includes(partOf(name))),
      [],
    );
    for (const { name, text } of files) expect(text, name).not.toMatch(/new Date\(["'`]/);
  });

  it("has as many lines as are listed at most", () => {
    const lines = files.reduce((sum, { text }) => sum + text.split("\n").length - 1, 0);
    expect(lines).toBeLessThanOrEqual(faults.mostLinesOfAll);
  });

  it("is what docs/architecture.md says of it (renewed with npx vitest run -u)", () => {
    const lines = Object.entries(rows).map(([part, { may, because }]) => {
      return `| ${part} | ${may === "" ? "nothing" : may.replace("*(types)", "all (types)")} | ${because} |`;
    });
    const page = readFileSync("docs/architecture.md", "utf8");
    const table = `| room | may import | because |\n|---|---|---|\n${lines.join("\n")}\n`;
    const made = page.replace(/(<!-- rooms -->\n)(\|.*\n)*/, (_, mark: string) => mark + table);
    const state = expect.getState().snapshotState as unknown as { _updateSnapshot?: string };
    if (state._updateSnapshot === "all") writeFileSync("docs/architecture.md", made);
    else expect(page).toBe(made);
    const folders = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const { name } of folders) expect(page, name).toMatch(new RegExp(`^\\*\\*${name}/`, "m"));
  });
});
