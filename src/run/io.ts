import {
  appendFileSync,
  closeSync,
  createWriteStream,
  lstatSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import type { Readable as ReadStream } from "node:stream";
import { UserError } from "../errors.ts";
import type { Data, Language } from "../text/language.ts";
import type { Sentence } from "../text/sentences.ts";

/** What a command sees of the process: streams are passed in, so that it is tested without one. */
export interface Io {
  readonly stdin: ReadStream;
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

/**
 * No output may take the place of a log that is read, by whatever name.
 *
 * @throws UserError `same-output`
 */
export function refuseOverwriting(inputs: readonly string[], outputs: readonly string[]): void {
  const fileOf = (path: string) => {
    try {
      return statSync(path);
    } catch {
      // What cannot be looked at is told where it is read or written.
      return undefined;
    }
  };
  for (const output of outputs.filter((path) => path !== "-")) {
    const there = fileOf(output);
    if (there === undefined) continue;
    const isInput = inputs.some((path) => {
      const input = path === "-" ? undefined : fileOf(path);
      return input !== undefined && input.ino === there.ino && input.dev === there.dev;
    });
    if (isInput) throw new UserError("same-output", { file: output });
  }
}

/** Copies standard input, or a pipe, to a private temporary file, since superseded rows are read again. */
export async function spool(stream: ReadStream, io: Io): Promise<string> {
  // Loaded here: most runs read files, and every module that is loaded at the start delays it.
  const { pipeline } = await import("node:stream/promises");
  const folder = mkdtempSync(join(tmpdir(), "kpi-"));
  io.temporary.add(folder);
  const file = join(folder, "stdin");
  await pipeline(stream, createWriteStream(file, { mode: 0o600 }));
  return file;
}

/** The path of a new file in a private folder of this run; the folder goes when the run ends. */
export function temporaryFile(io: Io): string {
  const folder = mkdtempSync(join(tmpdir(), "kpi-"));
  io.temporary.add(folder);
  return join(folder, "plain");
}

/** Removes the temporary files of a run. */
export function sweep(temporary: Set<string>): void {
  for (const path of temporary) rmSync(path, { recursive: true, force: true });
  temporary.clear();
}

/**
 * Adds to a file that others add to as well.
 *
 * @throws UserError `cannot-write`
 */
export function appendTo(file: string, text: string): void {
  try {
    appendFileSync(file, text);
  } catch (error) {
    throw new UserError("cannot-write", { file, reason: (error as NodeJS.ErrnoException).code ?? "?" });
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
      rmSync(lock, { force: true });
      temporary.delete(lock);
    }
  };
  try {
    for (const file of files) {
      // A device, or a pipe, keeps nothing that two runs could mix up.
      if (isNoFile(file)) continue;
      const lock = join(dirname(file), `.${basename(file)}.kpi-lock`);
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
      writeFileSync(lock, `${pid} ${host}\n`, { flag: "wx" });
      return true;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? "?";
      if (code !== "EEXIST") throw new UserError("cannot-write", { file, reason: code });
    }
    const [owner, on] = readFileSync(lock, "utf8").trim().split(" ");
    if (isLast || on !== host || isAlive(Number(owner))) return false;
    rmSync(lock, { force: true });
  }
  return false;
}

/**
 * Where the bytes of an output go: a link stays a link, and what is no file (/dev/null, a named pipe) is written to.
 *
 * @returns the file that takes the new content, or null where the bytes go straight to it
 */
function fileBehind(file: string): string | null {
  if (isNoFile(file)) return null;
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true ? realpathSync(file) : file;
}

/** Whether something is there that is neither file nor folder. */
function isNoFile(file: string): boolean {
  try {
    const stat = statSync(file);
    return !stat.isFile() && !stat.isDirectory();
  } catch {
    // Nothing is there, or nothing that may be looked at: writing says why.
    return false;
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
    const behind = this.tried(() => fileBehind(file));
    this.behind = behind ?? file;
    this.temporary = behind && join(dirname(behind), `.kpi-${Math.random().toString(36).slice(2)}.tmp`);
    const { temporary } = this;
    this.fd = this.tried(() => (temporary === null ? openSync(file, "w") : openSync(temporary, "wx")));
    if (temporary !== null) io.temporary.add(temporary);
  }

  write(content: string | Uint8Array): void {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    this.bytes += bytes.length;
    let at = 0;
    while (at < bytes.length) at += this.tried(() => writeSync(this.fd, bytes, at));
  }

  /** The file takes its name. */
  keep(): void {
    const { temporary } = this;
    this.tried(() => {
      closeSync(this.fd);
      if (temporary !== null) renameSync(temporary, this.behind);
    });
    if (temporary !== null) this.io.temporary.delete(temporary);
    this.io.tell?.("written", { file: this.file, bytes: this.bytes });
  }

  private tried<T>(action: () => T): T {
    try {
      return action();
    } catch (error) {
      throw new UserError("cannot-write", { file: this.file, reason: (error as NodeJS.ErrnoException).code ?? "?" });
    }
  }
}
