import { UserError } from "../errors.ts";
import { machine } from "../platform/index.ts";
import { type FileFacts, systemCode } from "../platform/platform.ts";
import { utf8 } from "../read/bytes.ts";
import type { Data, Language } from "../text/language.ts";
import type { Sentence } from "../text/sentences.ts";

const { paths } = machine;

/** What a command sees of the process: streams are passed in, so that it is tested without one. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array | string>;
  /** Results, which an output for other programs may have as bytes; text for everything else. */
  readonly out: (text: string | Uint8Array) => void;
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Columns of the terminal on standard output; undefined when it is none. */
  readonly columns: number | undefined;
  readonly errIsTerminal: boolean;
  /** Where the threads' program is; without it everything runs in one. */
  readonly worker?: URL;
  /** This process as others of the machine know it. */
  readonly self: { readonly pid: number; readonly host: string; readonly isAlive: (pid: number) => boolean };
  /** What must be removed when the program is interrupted. */
  readonly temporary: Set<string>;
  /** Shows how many bytes of a workbook have been unpacked; null when it is done. */
  readonly unpacking?: (bytes: number | null) => void;
  /** Says what has been done, on standard error; there with `--verbose` only. */
  readonly tell?: (step: Step, data: Data) => void;
}

/** Steps of which `--verbose` tells. */
export type Step = Extract<Sentence, "opened" | "partTaken" | "threads" | "rowsIn" | "written">;

/** What every command knows of how to speak. */
export interface Context {
  readonly io: Io;
  readonly language: Language;
  readonly colour: boolean;
  readonly quiet: boolean;
}

/** Standard inputs that are being read. */
const taken = new WeakSet<Io["stdin"]>();

/** Standard input, for the one file of a run that is named `-`. @throws UserError `stdin-twice` */
export function standardInput({ stdin }: Io): Io["stdin"] {
  if (taken.has(stdin)) throw new UserError("stdin-twice");
  taken.add(stdin);
  return stdin;
}

/**
 * Copies standard input, or a pipe, to a private temporary file, since superseded rows are read again.
 *
 * @param name what the user calls it
 * @throws UserError `cannot-read`
 */
export async function spool(stream: Io["stdin"], io: Io, name = "-"): Promise<string> {
  const file = temporaryFile(io, "stdin");
  const written = machine.files.open(file, "private");
  try {
    await orCannotRead(name, async () => {
      for await (const bytes of stream) machine.files.write(written, typeof bytes === "string" ? utf8(bytes) : bytes);
    });
  } finally {
    machine.files.close(written);
  }
  return file;
}

/**
 * Does what reads a file: a disk that fails then is no fault of the program's.
 *
 * @param name what the user calls the file
 * @throws UserError `cannot-read`
 */
export async function orCannotRead<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if ((error as { syscall?: unknown } | null)?.syscall !== "read") throw error;
    throw new UserError("cannot-read", { file: name, reason: systemCode(error) });
  }
}

/** The path of a new file in a private folder of this run; the folder goes when the run ends. */
export function temporaryFile(io: Io, name = "plain"): string {
  const folder = machine.files.temporaryFolder();
  io.temporary.add(folder);
  return machine.paths.join(folder, name);
}

/** What the system does for a temporary file alone: outputs tell their own faults. */
const forTemporary: ReadonlySet<unknown> = new Set(["mkdtemp", "write", "ftruncate"]);

/**
 * What the system would not do, which is for the user to mend: a temporary file that could not be written, a file that
 * could not be opened. Null for any other error.
 *
 * @param temporary the folders of this run
 */
export function systemFault(error: unknown, temporary: ReadonlySet<string>): UserError | null {
  const { syscall, path } = (error ?? {}) as { syscall?: unknown; path?: unknown };
  if (!(error instanceof Error)) return null;
  const reason = systemCode(error);
  const folder = typeof path === "string" ? machine.paths.dirname(path) : null;
  const isOpen = syscall === "open" && folder !== null;
  if (forTemporary.has(syscall) || (isOpen && temporary.has(folder))) {
    return new UserError("cannot-write-temporary", { folder, reason });
  }
  return isOpen ? new UserError("cannot-read", { file: path, reason }) : null;
}

/** Removes the temporary files of a run. */
export function sweep(temporary: Set<string>): void {
  for (const path of temporary) machine.files.remove(path);
  temporary.clear();
}

/**
 * Adds to a file that others add to as well.
 *
 * @throws UserError `cannot-write`
 */
export function appendTo(file: string, text: string): void {
  try {
    machine.files.append(file, text);
  } catch (error) {
    throw new UserError("cannot-write", { file, reason: systemCode(error) });
  }
}

/**
 * Holds files against other runs that would write them too, until it is released. A lock of a run that is no more is
 * taken over; one of another machine, as on a shared drive, is not.
 *
 * @throws UserError `locked`, `cannot-write`
 */
export function lockAll(files: readonly string[], { self, temporary }: Io): () => void {
  const held: string[] = [];
  const release = () => {
    for (const lock of held.splice(0)) {
      machine.files.remove(lock);
      temporary.delete(lock);
    }
  };
  try {
    for (const file of files) {
      // A device, or a pipe, keeps nothing that two runs could mix up.
      if (isNoFile(file)) continue;
      const lock = paths.join(paths.dirname(file), `.${paths.basename(file)}.kpi-lock`);
      if (!tookLock(lock, file, self)) throw new UserError("locked", { file, lock });
      held.push(lock);
      temporary.add(lock);
    }
  } catch (error) {
    release();
    throw error;
  }
  return release;
}

function tookLock(lock: string, file: string, { pid, host, isAlive }: Io["self"]): boolean {
  for (const isLast of [false, true]) {
    try {
      const taken = machine.files.open(lock, "new");
      try {
        machine.files.write(taken, utf8(`${pid} ${host}\n`));
      } finally {
        machine.files.close(taken);
      }
      return true;
    } catch (error) {
      const code = systemCode(error);
      if (code !== "EEXIST") throw new UserError("cannot-write", { file, reason: code });
    }
    const [owner, on] = new TextDecoder().decode(machine.files.whole(lock)).trim().split(" ");
    if (isLast || on !== host || isAlive(Number(owner))) return false;
    machine.files.remove(lock);
  }
  return false;
}

/**
 * Where the bytes of an output go: a link stays a link, and what is no file (/dev/null, a named pipe) is written to.
 *
 * @returns the file that takes the new content, or null where the bytes go straight to it
 */
function fileBehind(file: string): string | null {
  return isNoFile(file) ? null : machine.files.behind(file);
}

/** Whether something is there that is neither file nor folder. */
function isNoFile(file: string): boolean {
  return kindOf(file) === "other";
}

/** Whether a name is that of a folder, or can be no other's. */
function isFolder(file: string): boolean {
  const kind = kindOf(file);
  return kind === "folder" || (kind === null && file.endsWith("/"));
}

function kindOf(file: string): FileFacts["kind"] | null {
  try {
    return machine.files.facts(file)?.kind ?? null;
  } catch {
    // Nothing is there, or nothing that may be looked at: writing says why.
    return null;
  }
}

/** A file that appears whole, under its own name, or not at all. */
export class Output {
  /** Null where the bytes go straight to what is no file. */
  private readonly temporary: string | null;
  private readonly fd: number;
  private bytes = 0;
  private readonly file: string;
  private readonly behind: string;
  private readonly io: Io;

  /** @throws UserError `cannot-write` */
  constructor(file: string, io: Io) {
    this.file = file;
    this.io = io;
    if (isFolder(file)) throw new UserError("cannot-write", { file, reason: "EISDIR" });
    const behind = this.tried(() => fileBehind(file));
    this.behind = behind ?? file;
    this.temporary = behind && paths.join(paths.dirname(behind), `.kpi-${Math.random().toString(36).slice(2)}.tmp`);
    const { temporary } = this;
    this.fd = this.tried(() => machine.files.open(temporary ?? file, temporary === null ? "writing" : "new"));
    if (temporary !== null) io.temporary.add(temporary);
  }

  write(content: string | Uint8Array): void {
    const bytes = typeof content === "string" ? utf8(content) : content;
    this.bytes += bytes.length;
    this.tried(() => machine.files.write(this.fd, bytes));
  }

  /** The file takes its name. */
  keep(): void {
    const { temporary } = this;
    this.tried(() => {
      machine.files.close(this.fd);
      if (temporary !== null) machine.files.rename(temporary, this.behind);
    });
    if (temporary !== null) this.io.temporary.delete(temporary);
    this.io.tell?.("written", { file: this.file, bytes: this.bytes });
  }

  private tried<T>(action: () => T): T {
    try {
      return action();
    } catch (error) {
      throw new UserError("cannot-write", { file: this.file, reason: systemCode(error) });
    }
  }
}
