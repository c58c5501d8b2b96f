/** A plan from a file of the user's own, in JSON or YAML: every fault of it at once, each with its path and line. */
import { isMap, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type * as z from "zod/mini";
import { UserError } from "../errors.ts";
import type { About } from "../kpi.ts";
import { allKpis, catalogueKpis } from "../kpis/index.ts";
import { qualityCriteria } from "../kpis/quality-criteria-met.ts";
import { bounds, type Plan, planSchema, type Target, targetSchema } from "../plan.ts";
import { utf16Mark } from "../read/encodings.ts";
import { Source } from "../read/source.ts";
import { nearest } from "./logs.ts";

/** One fault: where it stands, and the code and data of its sentence (text/plan-faults.ts). */
export interface PlanFault {
  /** years.2025[3].atLeast */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly data: Readonly<Record<string, unknown>>;
}

type Path = readonly PropertyKey[];

interface Found {
  readonly path: Path;
  readonly code: string;
  readonly data?: Readonly<Record<string, unknown>>;
  /** The fault is the name of the last part of the path, not its value. */
  readonly isKey?: boolean;
}

/**
 * Reads a plan and says all that is wrong with it.
 *
 * @returns the plan, unless there are faults
 * @throws UserError `no-file`, `cannot-read`, `empty-file`
 */
export function readPlan(file: string): { plan: Plan | null; faults: readonly PlanFault[] } {
  const source = new Source(file);
  const bytes = new Uint8Array(source.size);
  try {
    source.read(bytes, 0, bytes.length, 0);
  } finally {
    source.close();
  }
  const text = textOf(bytes, file);
  if (text.trim() === "") throw new UserError("empty-file", { file });
  const lines = new LineCounter();
  // JSON is YAML too. The core schema leaves dates as they are written.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: "core" });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  if (document.errors.length > 0) {
    const faults = document.errors.map(({ code, pos }) => {
      return { path: "", ...at(pos[0]), code: code === "DUPLICATE_KEY" ? "same-key" : "bad-syntax", data: {} };
    });
    return { plan: null, faults };
  }
  let raw: unknown;
  try {
    raw = document.toJS();
  } catch {
    // An alias of nothing, or of far too much.
    return { plan: null, faults: [{ path: "", line: 1, column: 1, code: "bad-alias", data: {} }] };
  }
  // 2026 and "2026" are two keys to YAML and one year to a plan.
  const years = isMap(document.contents) ? document.contents.get("years", true) : null;
  if (isMap(years)) {
    const names = years.items.map(({ key }) => String((key as { value?: unknown }).value));
    const again = names.findIndex((name, i) => names.indexOf(name) !== i);
    if (again >= 0) {
      const offset = (years.items[again].key as Node).range?.[0] ?? 0;
      return { plan: null, faults: [{ path: `years.${names[again]}`, ...at(offset), code: "same-key", data: {} }] };
    }
  }
  const parsed = planSchema.safeParse(raw, { reportInput: true });
  // Targets whose form is sound are looked at though others are not: all faults at once.
  const found = [...(parsed.success ? [] : parsed.error.issues.flatMap(formFaults)), ...meaningFaults(raw)];
  const faults = found.map(({ path, code, data = {}, isKey = false }): PlanFault => {
    return { path: pathText(path), ...at(offsetOf(document.contents, path, isKey)), code, data };
  });
  faults.sort((a, b) => a.line - b.line || a.column - b.column);
  return { plan: parsed.success && faults.length === 0 ? parsed.data : null, faults };
}

/** UTF-8, or the UTF-16 that `>` of older PowerShells writes. */
function textOf(bytes: Uint8Array, file: string): string {
  const encoding = utf16Mark(bytes) ?? "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UserError("plan-not-utf-8", { file });
  }
}

/**
 * A plan to judge by.
 *
 * @throws UserError `plan-faults`, and what `readPlan` throws
 */
export function planFrom(file: string): Plan {
  const { plan, faults } = readPlan(file);
  if (plan === null) throw new UserError("plan-faults", { file, faults });
  return plan;
}

function pathText(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    return text === "" ? String(part) : `${text}.${String(part)}`;
  }, "");
}

/** Where in the text a path leads; as far as it goes. */
function offsetOf(root: unknown, path: Path, isKey: boolean): number {
  let node = root as Node | null;
  let offset = node?.range?.[0] ?? 0;
  path.forEach((part, i) => {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String((key as { value?: unknown }).value) === String(part));
      if (pair === undefined) {
        node = null;
        return;
      }
      const last = isKey && i === path.length - 1;
      offset = ((last ? pair.key : (pair.value ?? pair.key)) as Node).range?.[0] ?? offset;
      node = pair.value as Node | null;
    } else if (isSeq(node)) {
      node = (node.items[Number(part)] ?? null) as Node | null;
      offset = node?.range?.[0] ?? offset;
    }
  });
  return offset;
}

const planKeys = Object.keys(planSchema.shape);
const targetKeys = [
  ...bounds,
  ...["kpi", "deadline", "clause", "also", "quote", "section", "population", "each", "groups", "codes", "list"],
  ...["interpretation", "aspirational"],
];

/** What zod says of the form, in our codes. */
function formFaults(issue: z.core.$ZodIssue): Found[] {
  const { path } = issue;
  switch (issue.code) {
    case "unrecognized_keys": {
      const known = path.length === 0 ? planKeys : path[0] === "years" && path.length === 3 ? targetKeys : [];
      return issue.keys.map((key) => {
        return { path: [...path, key], isKey: true, code: "unknown-key", data: { key, nearest: nearest(key, known) } };
      });
    }
    case "invalid_type":
      if (issue.input === undefined) return [{ path, code: "missing", data: { key: String(path.at(-1)) } }];
      if (path.at(-1) === "title" || path.at(-1) === "interpretation") return [{ path, code: "two-languages" }];
      return [{ path, code: "wrong-type", data: { expected: issue.expected } }];
    case "invalid_value":
      if (issue.input === undefined) return [{ path, code: "missing", data: { key: String(path.at(-1)) } }];
      return [{ path, code: "not-one-of", data: { values: issue.values } }];
    case "invalid_key":
      return [{ path, isKey: true, code: "bad-year-key", data: { key: String(path.at(-1)) } }];
    case "invalid_format":
      return [{ path, code: issue.format === "date" ? "bad-date" : "bad-form", data: { form: formOf(path) } }];
    case "too_small":
      return [{ path, code: "empty" }];
    case "custom": {
      const { code, ...data } = issue.params ?? {};
      return [{ path, code: String(code), data }];
    }
    default:
      return [{ path, code: "bad-value" }];
  }
}

/** What a text must look like. */
function formOf(path: Path): string {
  if (path.includes("codes")) return "1.004616";
  if (path.at(-1) === "id") return "xa-tan-an-2026";
  return "online-receipt-share";
}

/** Targets that keep to the form and mean nothing, or not what they say. */
function meaningFaults(raw: unknown): Found[] {
  const years = (raw as { years?: unknown } | null)?.years;
  if (typeof years !== "object" || years === null) return [];
  return Object.entries(years).flatMap(([year, all]) => {
    if (!Array.isArray(all)) return [];
    const sound = all.map((target) => targetSchema.safeParse(target).data);
    const targets = sound.filter((target) => target !== undefined);
    const seen = new Set<string>();
    return all.flatMap((target: unknown, i): Found[] => {
      const path = ["years", year, i];
      const kpi = (target as { kpi?: unknown } | null)?.kpi;
      const about = allKpis.find(({ id }) => id === kpi);
      if (about === undefined) {
        if (typeof kpi !== "string") return [];
        const known = allKpis.map(({ id }) => id);
        return [{ path: [...path, "kpi"], code: "unknown-kpi", data: { kpi, nearest: nearest(kpi, known) } }];
      }
      const own = sound[i];
      if (own === undefined) return [];
      const { kpi: id, clause, below, atMost, atLeast, above, by, list, each, population, codes } = own;
      const same = JSON.stringify([id, clause, below, atMost, atLeast, above, by, list, each, population, codes]);
      const twice: Found[] = seen.has(same) ? [{ path, code: "same-target" }] : [];
      seen.add(same);
      return [
        ...twice,
        ...targetFaults(own, about, targets).map((fault) => ({ ...fault, path: [...path, ...fault.path] })),
      ];
    });
  });
}

function targetFaults(target: Target, about: About, targets: readonly Target[]): Found[] {
  const faults: Found[] = [];
  const fault = (path: Path, code: string, data: Found["data"] = {}) => faults.push({ path, code, data });
  const bound = bounds.find((key) => target[key] !== undefined) ?? "by";
  if (about.unit === "date" && bound !== "by") fault([bound], "milestone-needs-by");
  if (about.unit !== "date" && bound === "by") fault(["by"], "by-without-milestone");
  const limit = bound === "by" ? null : (target[bound] ?? null);
  if (limit !== null && limit < 0) fault([bound], "negative");
  if (limit !== null && limit > 100 && about.unit === "percent" && about.id !== "stations-5g-share") {
    fault([bound], "over-hundred");
  }
  if (limit === 0 && bound === "below") fault([bound], "never-met");
  if (bound === "above" && limit === 100 && about.unit === "percent") fault([bound], "never-met");
  for (const key of ["codes", "groups"] as const) {
    const names = target[key] ?? [];
    const twice = names.findIndex((name, i) => names.indexOf(name) !== i);
    if (twice >= 0) fault([key, twice], "repeated");
  }
  if (target.codes !== undefined && limit !== null && limit > target.codes.length && about.unit === "count") {
    fault([bound], "more-than-codes", { count: target.codes.length });
  }
  const selects = catalogueKpis.find(({ id }) => id === about.id)?.selects;
  if (selects !== undefined && target[selects] === undefined) fault([], "needs-selection", { key: selects });
  if (about.input !== "procedures") {
    // Over the case log a population is told of in the report: every case of the log given counts.
    if (target.population !== undefined && about.input !== "cases")
      fault(["population"], "only-for-catalogue", { key: "population" });
    if (target.list !== undefined) fault(["list"], "only-for-catalogue", { key: "list" });
    if (target.codes !== undefined && about.input !== "figures")
      fault(["codes"], "only-for-catalogue", { key: "codes" });
  }
  if (target.each !== undefined) {
    const possible =
      about.input === "cases"
        ? // A KPI that compares channels says nothing of one of them.
          ["agency", "procedure", "field", ...(about.id === "processing-time-reduction" ? [] : ["channel"])]
        : catalogueKpis.some(({ id }) => id === about.id)
          ? ["field"]
          : [];
    if (!possible.includes(target.each)) fault(["each"], "bad-each", { possible });
  }
  if (about.input === "verdicts" && target.atLeast !== undefined) {
    const own = qualityCriteria.filter((id) => targets.some(({ kpi }) => kpi === id));
    const lacks = qualityCriteria.filter((id) => !own.some((one) => one === id));
    if (target.atLeast > own.length) fault(["atLeast"], "criteria-lacking", { have: own.length, lacks });
  }
  return faults;
}
