/** A part as the bytes of a file, which end with the hash of what stands before it. */
import { UserError } from "../errors.ts";
import { machine } from "../platform/index.ts";
import { lastAt, utf8 } from "../read/bytes.ts";
import { type Part, writtenPart } from "./file.ts";
import { type PartFile, partSchema } from "./file-schema.ts";

const seal = ',"sha256":"';

/** The text of a file. */
export function partText(part: Part): string {
  const text = JSON.stringify(writtenPart(part)).slice(0, -1);
  return `${text}${seal}${machine.sha256().update(text).digest()}"}\n`;
}

/**
 * @returns what the file says, and whether its bytes are those that were written: what packs its pieces does not notice
 *   every change
 * @throws UserError `no-file`, `part-not-json`, `part-version`, `part-form`
 */
export function readPart(file: string): { file: PartFile; isWhole: boolean } {
  let bytes: Uint8Array;
  let value: unknown;
  try {
    bytes = machine.files.whole(file);
  } catch {
    throw new UserError("no-file", { file });
  }
  try {
    value = JSON.parse(machine.texts.textIn(bytes, 0, bytes.length));
  } catch {
    throw new UserError("part-not-json", { file });
  }
  const schema = typeof value === "object" && value !== null && "schema" in value ? value.schema : null;
  if (schema !== "kpi-tally/1") {
    throw new UserError("part-version", { file, schema: typeof schema === "string" ? schema : null });
  }
  const checked = partSchema.safeParse(value);
  if (!checked.success) {
    throw new UserError("part-form", { file, path: checked.error.issues[0].path.map(String).join(".") });
  }
  const end = lastAt(bytes, utf8(seal));
  const hash = machine.sha256().update(bytes.subarray(0, Math.max(0, end)));
  return { file: checked.data, isWhole: hash.digest() === checked.data.sha256 };
}
