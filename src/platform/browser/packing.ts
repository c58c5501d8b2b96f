/** Packed bytes in a page. */
import decompress from "brotli/decompress.js";
import { Gunzip, Inflate, zlibSync } from "fflate";
import { behindZeros } from "../padding.ts";
import type { Platform } from "../platform.ts";
import { files } from "./files.ts";

const pieceBytes = 1 << 18;

/** A part of a file, piece by piece. */
function* piecesOf(path: string, start: number, length: number): Generator<{ bytes: Uint8Array; isLast: boolean }> {
  const file = files.open(path, "reading");
  try {
    for (let at = 0; at < length; at += pieceBytes) {
      const bytes = new Uint8Array(Math.min(pieceBytes, length - at));
      const read = files.read(file, bytes, 0, bytes.length, start + at);
      yield { bytes: bytes.subarray(0, read), isLast: at + pieceBytes >= length };
    }
  } finally {
    files.close(file);
  }
}

/** What is wrong with packed bytes, as zlib names it. */
class PackingError extends Error {
  readonly code = "Z_DATA_ERROR";
}

const crcTable = Int32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = (c & 1) === 0 ? c >>> 1 : (c >>> 1) ^ 0xedb88320;
  return c;
});

function crc32(bytes: Uint8Array, before: number): number {
  let crc = ~before;
  for (let i = 0; i < bytes.length; i++) crc = crcTable[(crc ^ bytes[i]) & 255] ^ (crc >>> 8);
  return ~crc >>> 0;
}

function bytesOf(path: string, from: number, length: number): Uint8Array {
  const file = files.open(path, "reading");
  const bytes = new Uint8Array(length);
  const read = files.read(file, bytes, 0, length, from);
  files.close(file);
  return bytes.subarray(0, read);
}

/** The sum that gzip keeps of what it has packed. */
class Sum {
  private crc = 0;
  private length = 0;

  add(bytes: Uint8Array): void {
    this.crc = crc32(bytes, this.crc);
    this.length += bytes.length;
  }

  /** @throws PackingError where the eight bytes at an offset say otherwise */
  hold(path: string, at: number): void {
    if (!this.is(bytesOf(path, at, 8), 0)) throw new PackingError();
    [this.crc, this.length] = [0, 0];
  }

  /** Where in a stretch of a file the sum stands and a zero behind it, from the file's beginning; -1 where it does not. */
  beforeZero(path: string, from: number, to: number): number {
    const bytes = bytesOf(path, from, to - from);
    for (let at = 0; at + 8 < bytes.length; at++) if (bytes[at + 8] === 0 && this.is(bytes, at)) return from + at;
    return -1;
  }

  private is(bytes: Uint8Array, at: number): boolean {
    if (bytes.length < at + 8) return false;
    const view = new DataView(bytes.buffer, bytes.byteOffset + at);
    return view.getUint32(0, true) === this.crc && view.getUint32(4, true) === this.length % 2 ** 32;
  }
}

/** What the unpacker says, as ours. */
function tried(action: () => void): void {
  try {
    action();
  } catch (error) {
    throw error instanceof PackingError ? error : new PackingError(String(error));
  }
}

/** What does not fit between a member's last byte and the piece in which the unpacker stops at what stands behind it. */
const trailerBytes = 16;

/** Unpacks the members from an offset on. @returns where others begin behind zeros, at which the unpacker stops; null where none do */
async function* membersOf(path: string, start: number, size: number): AsyncGenerator<Uint8Array, number | null> {
  const sum = new Sum();
  let out: Uint8Array[] = [];
  const gunzip = new Gunzip((bytes) => {
    sum.add(bytes);
    out.push(bytes);
  });
  // Where another begins, the one before it ends.
  gunzip.onmember = (at) => sum.hold(path, start + at - 8);
  let at = start;
  for (const { bytes, isLast } of piecesOf(path, start, size - start)) {
    const end = at + bytes.length;
    try {
      tried(() => gunzip.push(bytes, isLast));
    } catch (error) {
      const behind = sum.beforeZero(path, Math.max(start, at - trailerBytes), end + 1);
      if (behind < 0) throw error;
      yield* out;
      return behindZeros(files, path, behind + 8);
    }
    yield* out;
    out = [];
    at = end;
  }
  // Up to three bytes behind a member are no other to the unpacker.
  if (sum.beforeZero(path, Math.max(start, size - trailerBytes), size) < 0) sum.hold(path, size - 8);
  return null;
}

export const packing: Platform["packing"] = {
  async *gunzipped(path) {
    const size = files.facts(path)?.size ?? 0;
    for (let start: number | null = 0; start !== null; ) start = yield* membersOf(path, start, size);
  },
  async *inflated(path, start, length) {
    let out: Uint8Array[] = [];
    const inflate = new Inflate((bytes) => out.push(bytes));
    for (const { bytes, isLast } of piecesOf(path, start, length)) {
      tried(() => inflate.push(bytes, isLast));
      yield* out;
      out = [];
    }
  },
  crc32,
  deflated: (bytes) => zlibSync(bytes, { level: 4 }),
  brotli() {
    throw new Error("a page writes no tally files");
  },
  unbrotli(bytes, most) {
    const unpacked = decompress(bytes);
    if (unpacked.length > most) throw new PackingError();
    return unpacked;
  },
};
