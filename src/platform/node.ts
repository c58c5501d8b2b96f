/** Node's machine. What few runs use is loaded when it is used: every module that is loaded at the start delays it. */
import { isUtf8 } from "node:buffer";
import {
  appendFileSync,
  type BigIntStats,
  closeSync,
  createReadStream,
  fstatSync,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, isAbsolute, join, relative } from "node:path";
import type { Readable, Transform } from "node:stream";
import type { Gunzip } from "node:zlib";
import { UserError } from "../errors.ts";
import { behindZeros } from "./padding.ts";
import { type FileFacts, type OpenedFor, type Platform, systemCode } from "./platform.ts";

const own = process.getBuiltinModule;

const flags = { reading: "r", writing: "w", new: "wx", private: "wx" } as const satisfies Record<OpenedFor, string>;

function factsOf(stat: BigIntStats): FileFacts {
  // Windows numbers its files by more than a number holds: two of them would seem to be one.
  const { size, mtimeNs, dev, ino } = stat;
  const kind = stat.isFile() ? "file" : stat.isDirectory() ? "folder" : "other";
  return { kind, size: Number(size), writtenAt: Number(mtimeNs) / 1e6, identity: `${dev}:${ino}` };
}

/** What stands under a path; null where it leads to nothing. */
function standsAt(path: string): BigIntStats | null {
  try {
    return statSync(path, { bigint: true });
  } catch (error) {
    const reason = systemCode(error);
    if (reason === "ENOENT" || reason === "ENOTDIR") return null;
    throw new UserError("cannot-read", { file: path, reason });
  }
}

/** The last view and its Buffer: cells are read out of one memory one after the other. */
let viewed: Uint8Array = new Uint8Array(0);
let asBuffer = Buffer.from(viewed.buffer);

function bufferOf(bytes: Uint8Array): Buffer {
  if (bytes === viewed) return asBuffer;
  viewed = bytes;
  asBuffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return asBuffer;
}

/** Bytes of a piece as it is unpacked. */
const pieceBytes = 1 << 18;

function through(stored: Readable, unpacker: Transform): AsyncIterable<Uint8Array> {
  stored.on("error", (error) => unpacker.destroy(error));
  return stored.pipe(unpacker);
}

export const node: Platform = {
  files: {
    open: (path, as) => openSync(path, flags[as], as === "private" ? 0o600 : undefined),
    read: readSync,
    write(file, bytes, position) {
      for (let at = 0; at < bytes.length; ) {
        at += writeSync(file, bytes, at, bytes.length - at, position === undefined ? null : position + at);
      }
    },
    empty: (file) => ftruncateSync(file),
    close: closeSync,
    facts(of) {
      const stat = typeof of === "number" ? fstatSync(of, { bigint: true }) : standsAt(of);
      return stat === null ? null : factsOf(stat);
    },
    whole: (path) => readFileSync(path),
    stream: (path) => createReadStream(path),
    append: (path, text) => appendFileSync(path, text),
    rename: renameSync,
    remove: (path) => rmSync(path, { recursive: true, force: true }),
    makeFolder: (path) => void mkdirSync(path, { recursive: true }),
    temporaryFolder: () => mkdtempSync(join(own("node:os").tmpdir(), "kpi-")),
    behind: (path) =>
      lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true ? realpathSync(path) : path,
    async matching(pattern) {
      const { globSync } = await import("tinyglobby");
      // Files are called "hs (1).csv", "!x.csv" by whoever saves them twice: neither sign speaks of other names.
      return globSync(pattern.replaceAll("\\", "/").replace(/[()]|^!/g, "\\$&"), {
        expandDirectories: false,
        absolute: isAbsolute(pattern),
      }).sort();
    },
  },
  paths: { basename, dirname, isAbsolute, join, relative },
  packing: {
    async *gunzipped(path) {
      // Node stops at a zero behind a member: what stands behind the zeros is another.
      for (let start: number | null = 0; start !== null; ) {
        const stored = createReadStream(path, { start });
        const unpacker: Gunzip = own("node:zlib").createGunzip({ chunkSize: pieceBytes });
        yield* through(stored, unpacker);
        stored.destroy();
        start = behindZeros(node.files, path, start + unpacker.bytesWritten);
      }
    },
    inflated(path, start, length) {
      const stored = createReadStream(path, { start, end: start + length - 1, highWaterMark: pieceBytes });
      return through(stored, own("node:zlib").createInflateRaw({ chunkSize: pieceBytes }));
    },
    crc32: (bytes, before) => own("node:zlib").crc32(bytes, before),
    deflated: (bytes) => own("node:zlib").deflateSync(bytes, { level: 4 }),
    brotli(bytes) {
      const { brotliCompressSync, constants } = own("node:zlib");
      const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_LGWIN } = constants;
      // A window as large as the text: room for 4 MiB, which few texts need, is most of the time that they take.
      const window = Math.min(22, Math.max(10, Math.ceil(Math.log2(bytes.length + 16))));
      return brotliCompressSync(bytes, {
        params: {
          [BROTLI_PARAM_QUALITY]: 9,
          [BROTLI_PARAM_SIZE_HINT]: bytes.length,
          [BROTLI_PARAM_LGWIN]: window,
        },
      });
    },
    unbrotli: (bytes, most) => own("node:zlib").brotliDecompressSync(bytes, { maxOutputLength: most }),
  },
  threads: {
    isShared: true,
    get count() {
      return own("node:os").availableParallelism();
    },
    get program() {
      return new URL("./thread.cjs", import.meta.url);
    },
    start(program) {
      const { Worker } = own("node:worker_threads");
      const worker = new Worker(program);
      return {
        post: (task) => worker.postMessage(task),
        hear(answer) {
          worker.on("message", answer as (told: unknown) => void);
          return () => worker.off("message", answer as (told: unknown) => void);
        },
        onFailure: (failed) => void worker.on("error", failed),
        stop: () => void worker.terminate(),
      };
    },
    // Typed arrays over it say no more than that they are typed arrays.
    shared: (bytes) => new SharedArrayBuffer(bytes) as unknown as ArrayBuffer,
    onTask: (hear) => void own("node:worker_threads").parentPort?.on("message", hear as (task: unknown) => void),
    answer: (told, moved) => own("node:worker_threads").parentPort?.postMessage(told, moved),
  },
  texts: {
    isUtf8,
    isUtf8Native: true,
    textIn: (bytes, from, to) => bufferOf(bytes).toString("utf8", from, to),
    base64: (bytes) => bufferOf(bytes).toString("base64"),
    fromBase64: (text) => new Uint8Array(Buffer.from(text, "base64")),
  },
  sha256() {
    const hash = own("node:crypto").createHash("sha256");
    const hashing = {
      update(bytes: Uint8Array | string) {
        hash.update(bytes);
        return hashing;
      },
      digest: () => hash.digest("hex"),
    };
    return hashing;
  },
  hmac: (key, text) => own("node:crypto").createHmac("sha256", key).update(text).digest(),
  now: () => performance.now(),
  breathe: () => new Promise<void>((resolve) => setImmediate(resolve)),
  host: () => own("node:os").hostname(),
};
