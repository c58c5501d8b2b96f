/**
 * A page's files: those that a person gave it, of which a piece is read when it is wanted, and those that the program
 * writes, which are the browser's to keep (a Blob may lie on its disk) and gone with the page.
 */
import { UserError } from "../../errors.ts";
import type { FileFacts, Platform } from "../platform.ts";
import { paths } from "./paths.ts";

/** Only a worker has it. */
declare class FileReaderSync {
  readAsArrayBuffer(blob: Blob): ArrayBuffer;
}

/** Written bytes are handed to the browser in pieces of this size. */
const pieceBytes = 4 << 20;

/** As much is read at least. */
const windowBytes = 4 << 20;
const longWindowBytes = 16 << 20;
const nothing = new Uint8Array(0);

/** Where a file lies, and what was written behind it and is not the browser's yet. */
class Held {
  readonly identity = String(++count);
  blob: Blob;
  readonly writtenAt: number;
  private pieces: Uint8Array<ArrayBuffer>[] = [];
  private bytes = 0;
  /** What was read last: every reading waits for the browser's other process, and the next is mostly of the same place. */
  private window: Uint8Array = nothing;
  private windowAt = 0;

  constructor(blob: Blob) {
    this.blob = blob;
    this.writtenAt = "lastModified" in blob ? (blob as File).lastModified : 0;
  }

  get size(): number {
    return this.blob.size + this.bytes;
  }

  write(bytes: Uint8Array): void {
    // The caller writes its next bytes into the same place.
    this.pieces.push(bytes.slice() as Uint8Array<ArrayBuffer>);
    this.bytes += bytes.length;
    if (this.bytes >= pieceBytes) this.hand();
  }

  empty(): void {
    [this.blob, this.pieces, this.bytes] = [new Blob([]), [], 0];
    this.window = nothing;
  }

  read(into: Uint8Array, at: number, length: number, position: number): number {
    this.hand();
    const wanted = Math.min(length, this.blob.size - position);
    if (wanted <= 0) return 0;
    if (position < this.windowAt || position + wanted > this.windowAt + this.window.length) {
      // Who reads on where the last piece ended reads the whole: large pieces take half the time.
      const readsOn = position > this.windowAt && position <= this.windowAt + this.window.length;
      const least = readsOn ? longWindowBytes : windowBytes;
      const part = this.blob.slice(position, position + Math.max(wanted, least));
      this.window = new Uint8Array(new FileReaderSync().readAsArrayBuffer(part));
      this.windowAt = position;
    }
    const from = position - this.windowAt;
    const bytes = this.window.subarray(from, from + wanted);
    into.set(bytes, at);
    return bytes.length;
  }

  whole(): Blob {
    this.hand();
    return this.blob;
  }

  private hand(): void {
    if (this.bytes === 0) return;
    this.blob = new Blob([this.blob, ...this.pieces]);
    this.window = nothing;
    [this.pieces, this.bytes] = [[], 0];
  }
}

let count = 0;

/** The files that there are, by path; and the folders. */
const there = new Map<string, Held>();
const folders = new Set<string>();
const opened = new Map<number, { readonly held: Held; readonly path: string }>();

/** A fault as the system has it. */
class SystemError extends Error {
  readonly code: string;

  constructor(code: string, path: string) {
    super(`${code}: ${path}`);
    this.code = code;
  }
}

function heldAt(path: string): Held {
  const held = there.get(path);
  if (held === undefined) throw new SystemError("ENOENT", path);
  return held;
}

/** Puts a file that a person gave where the program finds it. */
export function give(path: string, file: Blob): void {
  there.set(path, new Held(file));
}

/** The files that there are, for another thread. */
export function allFiles(): [path: string, blob: Blob][] {
  return [...there].map(([path, held]) => [path, held.whole()]);
}

/** Takes a file that the program has written; null where it has written none. */
export function taken(path: string): Blob | null {
  const held = there.get(path);
  if (held === undefined) return null;
  there.delete(path);
  return held.whole();
}

export const files: Platform["files"] = {
  open(path, as) {
    if (as === "writing") there.delete(path);
    if ((as === "new" || as === "private") && there.has(path)) throw new SystemError("EEXIST", path);
    if (as !== "reading") there.set(path, new Held(new Blob([])));
    const file = ++count;
    opened.set(file, { held: heldAt(path), path });
    return file;
  },
  read(file, bytes, at, length, position) {
    const { held, path } = opened.get(file) as { held: Held; path: string };
    try {
      return held.read(bytes, at, length, position);
    } catch (error) {
      // Browsers refuse a file that was changed, moved or closed to them after it was given.
      throw new UserError("cannot-read", { file: path, reason: (error as Error).name });
    }
  },
  write: (file, bytes) => opened.get(file)?.held.write(bytes),
  empty: (file) => opened.get(file)?.held.empty(),
  close: (file) => void opened.delete(file),
  facts(of): FileFacts | null {
    if (typeof of === "string" && folders.has(of)) return { kind: "folder", size: 0, writtenAt: 0, identity: of };
    const held = typeof of === "number" ? opened.get(of)?.held : there.get(of);
    if (held === undefined) return null;
    const { size, writtenAt, identity } = held;
    return { kind: "file", size, writtenAt, identity };
  },
  whole(path) {
    const held = heldAt(path);
    const bytes = new Uint8Array(held.size);
    held.read(bytes, 0, bytes.length, 0);
    return bytes;
  },
  async *stream(path) {
    yield files.whole(path);
  },
  append(path, text) {
    if (!there.has(path)) there.set(path, new Held(new Blob([])));
    heldAt(path).write(new TextEncoder().encode(text));
  },
  rename(from, to) {
    there.set(to, heldAt(from));
    there.delete(from);
  },
  remove(path) {
    folders.delete(path);
    for (const one of there.keys()) if (one === path || one.startsWith(`${path}/`)) there.delete(one);
  },
  makeFolder: (path) => void folders.add(path),
  temporaryFolder() {
    const folder = paths.join("temporary", String(++count));
    folders.add(folder);
    return folder;
  },
  behind: (path) => path,
  // A name may have an asterisk; a page has no patterns.
  matching: async () => [],
};
