/** The manifest of a run: of what its outputs were made, so that somebody can say later whether they can be had again. */
import * as z from "zod/mini";
import { machine } from "../platform/index.ts";
import { renderers } from "../render/index.ts";
import type { ReportInput } from "../report/report.ts";
import type { Log } from "../tally/job.ts";
import type { Made, ReportOptions } from "./ask.ts";

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** The commands that write manifests. */
export const manifestCommands = ["check", "report", "index", "form write"] as const;

export type ManifestCommand = (typeof manifestCommands)[number];

export const manifestSchema = z.strictObject({
  schema: z.literal("kpi-manifest/1"),
  tool: z.strictObject({ name: z.literal("kpi"), version: z.string() }),
  /** By which the report was made; absent of those made before it was told. */
  command: z.optional(z.enum(manifestCommands)),
  plan: z.strictObject({ id: z.string(), year: z.int(), sha256 }),
  /** Of the working calendar's exceptional days. */
  calendar: z.strictObject({ sha256 }),
  /** What the report says of its options and period. */
  options: z.record(z.string(), z.unknown()),
  period: z.unknown(),
  inputs: z.array(z.strictObject({ kind: z.string(), name: z.string(), bytes: z.int(), sha256 })),
  outputs: z.array(z.strictObject({ format: z.string(), name: z.string(), sha256 })),
  /** Of the JSON report, whatever the outputs were. */
  report: z.strictObject({ sha256 }),
  /** How many of the files were parts, whose logs the inputs name; absent where none was. */
  parts: z.optional(z.int()),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** The inputs with the hash of each file's bytes. */
export function withHashes(
  inputs: readonly ReportInput[],
  logs: readonly Log[],
  options: ReportOptions,
): ReportInput[] {
  const files = [
    ...logs.map(({ file }) => file),
    // In the order in which the inputs beside the logs are told.
    ...inputs.flatMap(({ kind }) => (kind === "cases" ? [] : [options[kind] as string])),
  ];
  return inputs.map((input, i) => ({ ...input, sha256: hashOfFile(files[i]) }));
}

/** In large pieces and at once: a stream would wait for the disk at every 64 KiB. */
export function hashOfFile(file: string): string {
  const hash = machine.sha256();
  const bytes = new Uint8Array(1 << 20);
  const opened = machine.files.open(file, "reading");
  try {
    for (let position = 0; ; ) {
      const read = machine.files.read(opened, bytes, 0, bytes.length, position);
      if (read === 0) return hash.digest();
      hash.update(bytes.subarray(0, read));
      position += read;
    }
  } finally {
    machine.files.close(opened);
  }
}

/** The portal's answer is no input of the figures: it stands beside them. */
function portalInput(file: string): Manifest["inputs"][number] {
  const bytes = machine.files.facts(file)?.size ?? 0;
  return { kind: "portal", name: machine.paths.basename(file), bytes, sha256: hashOfFile(file) };
}

function hashOf(text: string | Uint8Array): string {
  return machine.sha256().update(text).digest();
}

/**
 * @param outputs what was written into files, standard output aside
 * @param portal the answers of the portal that the index was held against
 */
export function manifestOf(
  { report, plan, calendar, parts }: Made,
  command: ManifestCommand,
  outputs: readonly { readonly format: string; readonly file: string; readonly text: string | Uint8Array }[],
  portal: readonly string[] = [],
): Manifest {
  return {
    schema: "kpi-manifest/1",
    tool: report.tool,
    command,
    plan: { id: plan.id, year: report.plan.year, sha256: hashOf(JSON.stringify(plan)) },
    calendar: { sha256: hashOf(JSON.stringify(calendar.days)) },
    options: report.options,
    period: report.period,
    inputs: [
      ...report.inputs.map(({ kind, name, bytes, sha256: hash = "" }) => ({ kind, name, bytes, sha256: hash })),
      ...portal.map(portalInput),
    ],
    outputs: outputs.map(({ format, file, text }) => ({
      format,
      name: machine.paths.basename(file),
      sha256: hashOf(text),
    })),
    report: { sha256: hashOf(renderers.json(report)) },
    ...(parts > 0 && { parts }),
  };
}
