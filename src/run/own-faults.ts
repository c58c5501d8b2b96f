/** What is wrong with the KPIs that a plan writes itself, beyond their form: all of it, each with its path. */

import { allKpis, foldable } from "../kpis/index.ts";
import { exampleMoment, isGiven, ownKpis } from "../kpis/own.ts";
import { codesOfField, type FieldUse, useOf, yesOrNo } from "../kpis/own-conditions.ts";
import { exactValue } from "../measures/kinds.ts";
import type { CellWord, OwnKpi } from "../measures/rule.ts";
import { stretchOf } from "../measures/rule.ts";
import { ownKpiSchema, ownShapes, periodEnds, periodUnits } from "../plans/own-schema.ts";
import { allFields, snake } from "../records/case.ts";
import { nearest } from "./choices.ts";
import type { Found, Path } from "./yaml-file.ts";

const limits = ["below", "atMost", "atLeast", "above"] as const;
type Key = "is" | "in" | (typeof limits)[number];

/** How the cells of a field can be held against something. */
const comparisons: Readonly<Record<FieldUse, readonly Key[]>> = {
  word: ["is", "in"],
  yesNo: ["is"],
  name: ["is", "in"],
  rating: ["is", "in", ...limits],
  money: ["is", ...limits],
  time: [],
};

const fieldNames: readonly string[] = [...allFields.map(snake), "procedure"].filter((name) => useOf(name) !== null);

type Raw = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Raw {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Every fault of the meaning of a plan's own KPIs; of what has not the form of one the form's faults are told. */
export function ownFaults(raw: unknown): Found[] {
  if (!Array.isArray(raw)) return [];
  const ids = raw.map((kpi) => (isObject(kpi) ? kpi.id : undefined));
  return raw.flatMap((kpi: unknown, i) => {
    if (!isObject(kpi)) return [];
    const faults: Found[] = [];
    const path: Path = ["kpis", i];
    const fault = (at: Path, code: string, data: Found["data"] = {}) =>
      faults.push({ path: [...path, ...at], code, data });
    if ([...allKpis, ...foldable].some(({ id }) => id === kpi.id)) fault(["id"], "own-id-taken", { kpi: kpi.id });
    else if (typeof kpi.id === "string" && ids.indexOf(kpi.id) !== i) fault(["id"], "repeated");
    if (isObject(kpi.title) && String(kpi.title.vi).length > longestTitle) {
      fault(["title", "vi"], "title-too-long", { most: longestTitle });
    }
    const shapes = ownShapes.filter((shape) => kpi[shape] !== undefined);
    if (shapes.length !== 1) fault([], "one-of-keys", { keys: ownShapes, found: shapes });
    if (kpi.where !== undefined && kpi.share !== undefined) fault(["where"], "where-of-share");
    const { share, percentile } = kpi;
    if (isObject(share)) {
      for (const key of ["of", "is"] as const) faults.push(...conditionFaults(share[key], [...path, "share", key]));
    }
    faults.push(...conditionFaults(kpi.where, [...path, "where"]));
    for (const shape of ["mean", "median", "percentile"] as const) {
      const stretch = kpi[shape];
      if (!isObject(stretch)) continue;
      if (stretch.from !== undefined && stretch.from === stretch.to) fault([shape, "to"], "same-end");
      // A sum of times, and a rank, have no place for one that runs backwards.
      const due = (["from", "to"] as const).find((end) => stretch[end] === "due");
      const unit = periodUnits.find((one) => one === stretch.in) ?? "days";
      if (due !== undefined) fault([shape, due], "due-of-time", { unit });
    }
    if (isObject(percentile) && typeof percentile.p === "number") {
      const { p } = percentile;
      if (!Number.isInteger(p) || p < 1 || p > 99) fault(["percentile", "p"], "not-one-of", { values: ["1 – 99"] });
    }
    if (isObject(kpi.example)) faults.push(...exampleFaults(kpi, kpi.example, [...path, "example"]));
    if (faults.length === 0) {
      const sound = ownKpiSchema.safeParse(kpi);
      if (sound.success) faults.push(...outcomeFaults(sound.data, [...path, "example", "gives"]));
    }
    return faults;
  });
}

/** The widest that a title may be for the table to hold it. */
const longestTitle = 45;

/** What stands where a condition should. */
function conditionFaults(raw: unknown, path: Path): Found[] {
  if (!isObject(raw)) return [];
  const fault = (key: string | null, code: string, data: Found["data"] = {}): Found => {
    return { path: key === null ? path : [...path, key], code, data };
  };
  const forms = ["field", "known", "blank", "from", "and", "or", "not"].filter((key) => raw[key] !== undefined);
  if (forms.length !== 1) return [fault(null, "one-of-keys", { keys: conditionForms, found: forms })];
  const [form] = forms;
  const more = Object.keys(raw).filter((key) => !(goWith[form] ?? []).includes(key) && key !== form);
  const beside = more.map((key) => fault(key, "not-beside", { key, form }));
  if (form === "and" || form === "or") {
    const parts = raw[form];
    return [
      ...beside,
      ...(Array.isArray(parts) ? parts.flatMap((part, i) => conditionFaults(part, [...path, form, i])) : []),
    ];
  }
  if (form === "not") return [...beside, ...conditionFaults(raw.not, [...path, "not"])];
  if (form === "known" || form === "blank") {
    const name = raw[form];
    if (typeof name !== "string" || useOf(name) !== null || periodEnds.some((end) => end === name)) return beside;
    return [
      ...beside,
      fault(form, "unknown-field", { field: name, nearest: nearest(name, [...fieldNames, ...periodEnds]) }),
    ];
  }
  return [...beside, ...(form === "from" ? stretchFaults(raw, fault) : fieldFaults(raw, fault))];
}

const conditionForms = ["field", "known", "blank", "from … to", "and", "or", "not"];
const goWith: Readonly<Record<string, readonly string[]>> = {
  field: ["is", "in", ...limits],
  from: ["to", "in", ...limits],
};

type Fault = (key: string | null, code: string, data?: Found["data"]) => Found;

function stretchFaults(raw: Raw, fault: Fault): Found[] {
  const lacking = ["to", "in"].filter((key) => raw[key] === undefined);
  const bounds = limits.filter((key) => raw[key] !== undefined);
  return [
    ...lacking.map((key) => fault(null, "missing", { key })),
    ...(Array.isArray(raw.in) ? [fault("in", "wrong-type", { expected: "string" })] : []),
    ...(bounds.length === 1 ? [] : [fault(null, "one-of-keys", { keys: limits, found: bounds })]),
    ...(raw.from === raw.to ? [fault("to", "same-end")] : []),
  ];
}

function fieldFaults(raw: Raw, fault: Fault): Found[] {
  const { field } = raw;
  if (typeof field !== "string") return [];
  const use = useOf(field);
  if (use === null) return [fault("field", "unknown-field", { field, nearest: nearest(field, fieldNames) })];
  const possible = comparisons[use];
  if (possible.length === 0) return [fault("field", "time-field", { field })];
  const asked = (["is", "in", ...limits] as const).filter((key) => raw[key] !== undefined);
  if (asked.length !== 1) return [fault(null, "one-of-keys", { keys: possible, found: asked })];
  const [key] = asked;
  if (!possible.includes(key)) return [fault(key, "not-for-field", { key, field, possible })];
  if (key !== "is" && key !== "in") return [];
  if (key === "in" && !Array.isArray(raw.in)) return [fault("in", "wrong-type", { expected: "array" })];
  const values = (key === "is" ? [raw.is] : raw.in) as readonly CellWord[];
  const wrong = values.filter((value) => !isWordOf(field, use, value));
  return wrong.length === 0 ? [] : [fault(key, "not-a-word", { field, value: wrong[0], words: wordsOf(field, use) })];
}

/** Whether a value is one that a cell of the field can have. */
function isWordOf(field: string, use: FieldUse, value: CellWord): boolean {
  switch (use) {
    case "word":
      return codesOfField(field).some((code) => code === value);
    case "yesNo":
      return yesOrNo(value) !== undefined;
    case "rating":
      return [1, 2, 3, 4, 5].some((rating) => rating === value);
    case "money":
      return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
    case "name":
      return typeof value === "string" && value.trim() !== "";
    case "time":
      return exampleMoment(value) !== null;
  }
}

function wordsOf(field: string, use: FieldUse): readonly string[] {
  if (use === "word") return codesOfField(field);
  const words = {
    yesNo: ["yes", "no"],
    rating: ["1", "2", "3", "4", "5"],
    money: ["0, 1, 2 …"],
    name: ['"Sở Y tế"', '"1.004616"'],
  };
  return use === "time" ? ["2025-09-01 08:00", "2025-09-01"] : words[use];
}

/** The cells of an example, and whether it says what its shape can give. */
function exampleFaults(kpi: Raw, { cases, gives }: Raw, path: Path): Found[] {
  const faults: Found[] = [];
  (Array.isArray(cases) ? cases : []).forEach((row: unknown, i) => {
    if (!isObject(row)) return;
    for (const [name, value] of Object.entries(row)) {
      const at = [...path, "cases", i, name];
      const use = useOf(name);
      if (use === null) {
        const data = { field: name, nearest: nearest(name, fieldNames) };
        faults.push({ path: at, isKey: true, code: "unknown-field", data });
      } else if (value !== null && !isWordOf(name, use, value as CellWord)) {
        faults.push({ path: at, code: "not-a-word", data: { field: name, value, words: wordsOf(name, use) } });
      }
    }
  });
  if (!isObject(gives)) return faults;
  const keys = kpi.share === undefined ? ["value", "cases"] : ["numerator", "denominator"];
  const others = kpi.share === undefined ? ["numerator", "denominator"] : ["value", "cases"];
  // Of no case there is no value.
  const needed = keys.filter((key) => gives[key] === undefined && !(key === "value" && gives.cases === 0));
  for (const key of needed) faults.push({ path: [...path, "gives"], code: "missing", data: { key } });
  for (const key of others.filter((one) => gives[one] !== undefined)) {
    faults.push({
      path: [...path, "gives", key],
      isKey: true,
      code: "not-beside",
      data: { key, form: keys.join(", ") },
    });
  }
  return faults;
}

/** Runs the example: what came out is told where it is not what the plan says. */
function outcomeFaults(definition: OwnKpi, path: Path): Found[] {
  const [kpi] = ownKpis([definition]);
  const { gives } = kpi.example;
  if (isGiven(gives, definition.example.gives)) return [];
  const excluded = "excluded" in gives ? (gives.excluded ?? {}) : {};
  const value = exactValue(gives);
  const came =
    gives.kind === "ratio"
      ? { numerator: gives.numerator, denominator: gives.denominator }
      : { value: value === null ? null : Number(value.num) / Number(value.den), cases: "n" in gives ? gives.n : 0 };
  return [{ path, code: "example-gives", data: { ...came, excluded, isShare: stretchOf(definition) === null } }];
}

/** The keys that a fault may have meant, at a path below `kpis`. */
export function ownKeysAt(path: Path, condition: readonly string[]): readonly string[] {
  const last = path.at(-1);
  if (path.length === 2) return Object.keys(ownKpiSchema.shape);
  if (last === "share") return ["of", "is"];
  if (last === "example") return ["cases", "gives"];
  if (last === "gives") return ["numerator", "denominator", "value", "cases", "excluded"];
  if (last === "mean" || last === "median" || last === "percentile") return ["from", "to", "in", "p"];
  if (last === "title" || last === "definition" || last === "formula") return ["vi", "en"];
  return condition;
}
