/** Runs the command line without a process, and makes the small logs that tests read. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { main } from "../src/cli/main.ts";
import type { Report } from "../src/report/report.ts";
import type { Io } from "../src/run/io.ts";
import { folder } from "./folders.ts";

export { folder };

/** What a run left: its exit code and what it printed. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** What it wrote of files that are no text. */
  readonly bytes: Uint8Array;
}

/** Runs `kpi` with these arguments, as from a script: no terminal, no language set. */
export async function kpi(args: readonly string[], io: Partial<Io> & { input?: string } = {}): Promise<Run> {
  let out = "";
  let err = "";
  const bytes: Uint8Array[] = [];
  const code = await main(args, {
    stdin: Readable.from([io.input ?? ""]),
    out: (text) => {
      if (typeof text === "string") out += text;
      else bytes.push(text);
    },
    err: (text) => {
      err += text;
    },
    env: { LANG: "en_US.UTF-8" },
    columns: undefined,
    errIsTerminal: false,
    self: { pid: 1, host: "test", isAlive: () => true },
    temporary: new Set(),
    ...io,
  });
  return { code, out, err, bytes: Buffer.concat(bytes) };
}

/** The JSON report of a check. */
export async function report(args: readonly string[], io: Parameters<typeof kpi>[1] = {}): Promise<Report> {
  const { out, err } = await kpi(["check", ...args, "--format", "json"], io);
  if (out === "") throw new Error(err);
  return JSON.parse(out) as Report;
}

/** Writes a log and returns its path. */
export function log(text: string | Uint8Array, name = "cases.csv"): string {
  const file = join(folder(), name);
  writeFileSync(file, text);
  return file;
}

/** A log of rows under the given headers. */
export function table(headers: string, ...rows: string[]): string {
  return log(`${[headers, ...rows].join("\n")}\n`);
}

/** A plan of the user's own with these targets for 2025, each in clause I unless it names another. */
export function planFile(...targets: Record<string, unknown>[]): string {
  return ownPlanFile([], ...targets);
}

/** The same of a plan that writes KPIs itself; their titles and definitions say nothing. */
export function ownPlanFile(
  kpis: readonly ({ readonly id: string } & Record<string, unknown>)[],
  ...targets: Record<string, unknown>[]
): string {
  const named = (kpi: (typeof kpis)[number]) => {
    return { title: { vi: kpi.id, en: kpi.id }, definition: { vi: kpi.id, en: kpi.id }, ...kpi };
  };
  const plan = {
    id: "own",
    title: { vi: "Kế hoạch", en: "Plan" },
    issuer: "UBND xã",
    place: "xã",
    sources: ["own"],
    ...(kpis.length > 0 && { kpis: kpis.map(named) }),
    years: { "2025": targets.map((target) => ({ quote: "…", section: "quality", clause: "I", ...target })) },
  };
  const file = join(folder(), "plan.yaml");
  writeFileSync(file, JSON.stringify(plan));
  return file;
}
