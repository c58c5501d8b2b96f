/**
 * What the program needs of the machine on which it runs, and all that it may know of it: one implementation is Node's
 * (node.ts), one a browser's (browser.ts). Nothing else of `src` imports a module of Node's.
 */

/** What stands under a path. */
export interface FileFacts {
  readonly kind: "file" | "folder" | "other";
  readonly size: number;
  /** When it was last written: milliseconds. */
  readonly writtenAt: number;
  /** The same for two names of one file, and for no other. */
  readonly identity: string;
}

/**
 * How a file is opened: for reading; for writing in place of what is there; as one that is not there yet; as such a one
 * that nobody else may read.
 */
export type OpenedFor = "reading" | "writing" | "new" | "private";

/** Files by path. What is thrown has a `code`, as the system has it: ENOENT, EACCES. */
interface Files {
  /** @returns a number by which the file is spoken of until it is closed */
  open(path: string, as: OpenedFor): number;
  /** Fills `bytes` from `at` with up to `length` bytes from `position`; returns how many there were. */
  read(file: number, bytes: Uint8Array, at: number, length: number, position: number): number;
  /** Writes all of them: at a position, else behind what was written last. */
  write(file: number, bytes: Uint8Array, position?: number): void;
  /** Takes away what was written. */
  empty(file: number): void;
  close(file: number): void;
  /** Of a path, or an open file; null where there is none. @throws UserError `cannot-read` where it may not be looked at */
  facts(of: string | number): FileFacts | null;
  whole(path: string): Uint8Array;
  /** The bytes of what cannot be read twice, such as a named pipe. */
  stream(path: string): AsyncIterable<Uint8Array>;
  append(path: string, text: string): void;
  rename(from: string, to: string): void;
  /** Removes a file, or a folder with what is in it; what is not there is no fault. */
  remove(path: string): void;
  makeFolder(path: string): void;
  /** A new folder for private files. */
  temporaryFolder(): string;
  /** The file to which a link leads; the path itself where it is none. */
  behind(path: string): string;
  /** The files that a pattern such as logs/*.csv means, in order. */
  matching(pattern: string): Promise<string[]>;
}

/** The names of files. */
interface Paths {
  basename(path: string): string;
  dirname(path: string): string;
  join(...parts: string[]): string;
  isAbsolute(path: string): boolean;
  relative(from: string, to: string): string;
}

/** A hash of bytes that come one after the other. */
interface Hashing {
  update(bytes: Uint8Array | string): Hashing;
  /** In hexadecimal digits. */
  digest(): string;
}

/** Packed bytes. Whatever is wrong with them is thrown as the unpacker says it, with a `code` where it has one. */
interface Packing {
  /** The bytes that were gzipped into a file. */
  gunzipped(path: string): AsyncIterable<Uint8Array>;
  /** The bytes that were deflated (RFC 1951) into a part of a file. */
  inflated(path: string, start: number, length: number): AsyncIterable<Uint8Array>;
  /** The sum that zip and gzip keep of bytes, 0 of none; of more bytes behind those of an earlier sum. */
  crc32(bytes: Uint8Array, before: number): number;
  /** zlib's form (RFC 1950), quickly. */
  deflated(bytes: Uint8Array): Uint8Array;
  /** Brotli (RFC 7932). */
  brotli(bytes: Uint8Array): Uint8Array;
  /** @param most of more it throws */
  unbrotli(bytes: Uint8Array, most: number): Uint8Array;
}

/** A thread that was started. */
export interface Thread {
  post(task: unknown): void;
  /** @returns what ends the hearing */
  hear(answer: (told: never) => void): () => void;
  onFailure(failed: (error: unknown) => void): void;
  stop(): void;
}

interface Threads {
  /** How many do work at the same time. */
  readonly count: number;
  /** What a thread of the library is started with; undefined where everything is done in one. */
  readonly program: URL | undefined;
  start(program: URL): Thread;
  /** Whether there is memory that all threads see. */
  readonly isShared: boolean;
  /** Such memory; where there is none, memory of which each thread is sent a copy. */
  shared(bytes: number): ArrayBuffer;
  /** Of a thread that was started: hears its tasks. */
  onTask(hear: (task: never) => void): void;
  /** @param moved memory that the other side has from now on */
  answer(told: unknown, moved: ArrayBuffer[]): void;
}

/** Bytes and text, as fast as the machine has it. */
interface Texts {
  isUtf8(bytes: Uint8Array): boolean;
  /** It does so faster than the inner loop can. */
  readonly isUtf8Native: boolean;
  /** UTF-8 from one offset to before another. */
  textIn(bytes: Uint8Array, from: number, to: number): string;
  base64(bytes: Uint8Array): string;
  fromBase64(text: string): Uint8Array<ArrayBuffer>;
}

/** A machine. */
export interface Platform {
  readonly files: Files;
  readonly paths: Paths;
  readonly packing: Packing;
  readonly threads: Threads;
  readonly texts: Texts;
  sha256(): Hashing;
  /** HMAC of SHA-256 over a text. */
  hmac(key: Uint8Array, text: string): Uint8Array;
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
  /** Lets signals, and messages of other threads, be heard. */
  breathe(): Promise<void>;
  /** What others of a network call this machine. */
  host(): string;
}

/** Why the system would not: its own code. */
export function systemCode(error: unknown): string {
  return (error as { code?: string } | null)?.code ?? "?";
}
