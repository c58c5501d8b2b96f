import {
  appendFileSync,
  closeSync,
  createWriteStream,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Readable as ReadStream } from "node:stream";
import { UserError } from "../errors.ts";
import type { Language } from "../text.ts";

/** What a command sees of the process: streams are passed in, so that it is tested without one. */
export interface Io {
  readonly stdin: ReadStream;
  /** Text for results; text for everything else. */
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Columns of the terminal on standard output; undefined when it is none. */
  readonly columns: number | undefined;
  readonly errIsTerminal: boolean;
  /** Where the threads' program is; without it everything runs in one. */
  readonly worker?: URL;
  /** What must be removed when the program is interrupted. */
  readonly temporary: Set<string>;
}

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
  const fileOf = (path: string) => statSync(path, { throwIfNoEntry: false });
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

/** A file that appears whole, under its own name, or not at all. */
export class Output {
  private readonly temporary: string;
  private readonly fd: number;
  private readonly file: string;
  private readonly io: Io;

  /** @throws UserError `cannot-write` */
  constructor(file: string, io: Io) {
    this.file = file;
    this.io = io;
    this.temporary = join(dirname(file), `.kpi-${Math.random().toString(36).slice(2)}.tmp`);
    this.fd = this.tried(() => openSync(this.temporary, "wx"));
    io.temporary.add(this.temporary);
  }

  write(text: string): void {
    const bytes = Buffer.from(text);
    let at = 0;
    while (at < bytes.length) at += this.tried(() => writeSync(this.fd, bytes, at));
  }

  /** The file takes its name. */
  keep(): void {
    this.tried(() => {
      closeSync(this.fd);
      renameSync(this.temporary, this.file);
    });
    this.io.temporary.delete(this.temporary);
  }

  private tried<T>(action: () => T): T {
    try {
      return action();
    } catch (error) {
      throw new UserError("cannot-write", { file: this.file, reason: (error as NodeJS.ErrnoException).code ?? "?" });
    }
  }
}
