/** What a file that was dropped is, by what stands in it: its name decides only of partial results. */
import { give } from "../platform/browser/files.ts";
import { machine } from "../platform/index.ts";
import { fieldsFound } from "../read/head.ts";
import { logHeaders } from "../read/header.ts";
import { plainOf } from "../read/plain.ts";
import { Source } from "../read/source.ts";
import { calendarHeaders } from "../read/tables/calendar.ts";
import { figureHeaders } from "../read/tables/figures.ts";
import { petitionHeaders } from "../read/tables/petitions.ts";
import { catalogueHeaders } from "../read/tables/procedures.ts";
import { knownColumns } from "../read/tables/table.ts";
import { type Io, temporaryFile } from "../run/io.ts";
import { isPart } from "../run/logs.ts";
import type { Role } from "./messages.ts";

const headBytes = 1 << 16;

const tables = {
  procedures: catalogueHeaders,
  petitions: petitionHeaders,
  figures: figureHeaders,
  calendar: calendarHeaders,
} as const;

/** How many columns of each kind of table stand in a head; a log's come first where as many of both do. */
function columnsOf(head: Uint8Array): [Role, number][] {
  return [
    ["cases", fieldsFound(head, logHeaders(new Map()))],
    ...Object.entries(tables).map(([role, headers]): [Role, number] => [
      role as Role,
      knownColumns(headers).fieldsIn(head),
    ]),
  ];
}

function headOf(path: string): Uint8Array {
  const source = new Source(path);
  try {
    return source.bytesOf(0, Math.min(source.size, headBytes));
  } finally {
    source.close();
  }
}

/** YAML or JSON: a plan has years with targets, anything else is a configuration. */
function written(path: string): Role {
  const text = new TextDecoder().decode(headOf(path));
  return /^\s*["']?years["']?\s*:/m.test(text) || /"years"\s*:/.test(text) ? "plan" : "config";
}

/** @returns null where nothing says what it is */
async function roleOf(path: string, io: Io): Promise<Role | null> {
  if (isPart(path)) return "part";
  if (/\.(ya?ml|json)$/i.test(path)) return written(path);
  const fieldsIn = (head: Uint8Array) => Math.max(...columnsOf(head).map(([, count]) => count));
  try {
    const how = { given: null, sheet: null, fieldsIn };
    const plain = await plainOf({ path, name: path }, () => temporaryFile(io), how);
    const found = columnsOf(headOf(plain.path));
    const most = Math.max(...found.map(([, count]) => count));
    // What has no header that is known is read as a log, which says what is wrong with it.
    return most === 0 ? "cases" : (found.find(([, count]) => count === most)?.[0] ?? null);
  } catch {
    return "cases";
  }
}

/** Takes files and says what each is. */
export async function rolesOf(
  files: readonly { readonly path: string; readonly file: File }[],
  io: Io,
): Promise<{ path: string; role: Role | null }[]> {
  const found: { path: string; role: Role | null }[] = [];
  for (const { path, file } of files) {
    give(path, file);
    found.push({ path, role: await roleOf(path, io) });
    for (const one of io.temporary) machine.files.remove(one);
    io.temporary.clear();
  }
  return found;
}
