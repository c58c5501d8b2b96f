/** YAML and JSON files of the user's own, held against a schema: every fault at once, each with its path and line. */

import { isMap, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type * as z from "zod/mini";
import { UserError } from "../errors.ts";
import onlineReceiptShare from "../kpis/online-receipt-share.ts";
import { utf16Mark } from "../read/encodings.ts";
import { Source } from "../read/source.ts";
import { nearest } from "./choices.ts";

/** One fault: where it stands, and the code and data of its sentence (text/plan-faults.ts). */
export interface YamlFault {
  /** years.2025[3].atLeast */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Where in a document something stands: keys and places in lists. */
export type Path = readonly PropertyKey[];

/** A fault before its line is known. */
export interface Found {
  readonly path: Path;
  readonly code: string;
  readonly data?: Readonly<Record<string, unknown>>;
  /** The fault is the name of the last part of the path, not its value. */
  readonly isKey?: boolean;
}

/** The keys that may stand at a path, for the nearest right word. */
type KeysAt = (path: Path) => readonly string[];

/** What was read. */
export interface YamlFile<T> {
  /** Null where there are faults. */
  readonly value: T | null;
  readonly faults: readonly YamlFault[];
  /** The file as it is written. */
  readonly text: string;
  /** The line on which the value of a path stands. */
  readonly lineOf: (path: Path) => number;
}

/**
 * Reads a file and says all that is wrong with it.
 *
 * @param name what messages call the file
 * @param meaning faults that the form does not show, of the document as it was written
 * @throws UserError `no-file`, `cannot-read`, `empty-yaml`, `yaml-not-utf-8`
 */
export function readYaml<T>(
  file: string,
  schema: z.ZodMiniType<T>,
  keysAt: KeysAt | readonly string[],
  meaning: (raw: unknown) => readonly Found[],
  name = file,
): YamlFile<T> {
  const source = new Source(file, name);
  const bytes = new Uint8Array(source.size);
  try {
    source.read(bytes, 0, bytes.length, 0);
  } finally {
    source.close();
  }
  const text = textOf(bytes, name);
  if (text.trim() === "") throw new UserError("empty-yaml", { file: name });
  const lines = new LineCounter();
  // JSON is YAML too. The core schema leaves dates as they are written.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: "core" });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const lineOf = (path: Path) => at(offsetOf(document.contents, path, true)).line;
  const broken = (fault: Omit<YamlFault, "path" | "data"> & { path?: string }): YamlFile<T> => {
    return { value: null, faults: [{ path: "", data: {}, ...fault }], text, lineOf };
  };
  if (document.errors.length > 0) {
    // What follows the first is mostly of its making.
    const [{ code, pos }] = document.errors;
    return broken({ ...at(pos[0]), code: syntaxCodes[code] ?? "bad-syntax" });
  }
  let raw: unknown;
  try {
    raw = document.toJS();
    JSON.stringify(raw);
  } catch {
    // An alias of nothing, of itself, or of far too much.
    return broken({ line: 1, column: 1, code: "bad-alias" });
  }
  const twice = keyTwice(document.contents);
  if (twice !== null) return broken({ ...at(twice.offset), path: twice.name, code: "same-key" });
  const parsed = schema.safeParse(raw, { reportInput: true });
  const known: KeysAt = typeof keysAt === "function" ? keysAt : (path) => (path.length === 0 ? keysAt : []);
  const form = parsed.success ? [] : parsed.error.issues.flatMap((issue) => formFaults(issue, known));
  const faults = [...form, ...meaning(raw)].map(({ path, code, data = {}, isKey = false }): YamlFault => {
    return { path: pathText(path), ...at(offsetOf(document.contents, path, isKey)), code, data };
  });
  faults.sort((a, b) => a.line - b.line || a.column - b.column);
  return { value: parsed.success && faults.length === 0 ? parsed.data : null, faults, text, lineOf };
}

/** What is wrong with a text that is no YAML, where it can be said. */
const syntaxCodes: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: "same-key",
  BAD_DQ_ESCAPE: "bad-escape",
  TAB_AS_INDENT: "bad-tab",
};

/** A key that stands twice in one map when it is written as text: 2026 and "2026" are two to YAML and one here. */
function keyTwice(node: unknown): { name: string; offset: number } | null {
  if (isSeq(node)) return node.items.map(keyTwice).find((found) => found !== null) ?? null;
  if (!isMap(node)) return null;
  const seen = new Set<string>();
  for (const { key, value } of node.items) {
    const name = String((key as { value?: unknown }).value);
    if (seen.has(name)) return { name, offset: (key as Node).range?.[0] ?? 0 };
    seen.add(name);
    const inner = keyTwice(value);
    if (inner !== null) return inner;
  }
  return null;
}

/** UTF-8, or the UTF-16 that `>` of older PowerShells writes. */
function textOf(bytes: Uint8Array, file: string): string {
  const encoding = utf16Mark(bytes) ?? "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UserError("yaml-not-utf-8", { file });
  }
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

/** What zod says of the form, in our codes. */
function formFaults(issue: z.core.$ZodIssue, keysAt: KeysAt): Found[] {
  const { path } = issue;
  switch (issue.code) {
    case "unrecognized_keys": {
      const known = keysAt(path);
      return issue.keys.map((key) => {
        return { path: [...path, key], isKey: true, code: "unknown-key", data: { key, nearest: nearest(key, known) } };
      });
    }
    case "invalid_type":
      if (issue.input === undefined) return [{ path, code: "missing", data: { key: String(path.at(-1)) } }];
      if (["title", "interpretation", "says", "definition", "formula"].includes(String(path.at(-1))))
        return [{ path, code: "two-languages" }];
      return [{ path, code: "wrong-type", data: { expected: issue.expected } }];
    case "invalid_value":
      if (issue.input === undefined) return [{ path, code: "missing", data: { key: String(path.at(-1)) } }];
      return [{ path, code: "not-one-of", data: { values: issue.values } }];
    case "invalid_union": {
      // Of a list in which something is wrong that is told, and not that a list is wanted.
      const within = issue.errors.find((errors) => errors.length > 0 && errors.every((one) => one.path.length > 0));
      if (within !== undefined)
        return within.flatMap((one) => formFaults({ ...one, path: [...path, ...one.path] } as typeof issue, keysAt));
      const wanted = issue.errors.map(([one]) => (one?.code === "invalid_type" ? one.expected : null));
      const expected = wanted.includes(null) ? "string or number or array" : [...new Set(wanted)].join(" or ");
      return [{ path, code: "wrong-type", data: { expected } }];
    }
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
  if (path.at(-1) === "at") return '"16:30"';
  if (path.at(-1) === "id" && path[0] !== "kpis") return "xa-tan-an-2026";
  return onlineReceiptShare.id;
}
