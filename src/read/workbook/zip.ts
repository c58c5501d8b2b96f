/** A zip archive: its directory, and each entry unpacked in a stream, so that no more of it stands in memory than a piece. */
import { machine } from "../../platform/index.ts";
import { lastAt } from "../bytes.ts";

/** The end of the central directory, and its comment at the longest. */
const endBytes = 22 + 0xffff;
/** Bytes of a piece as it is unpacked. */
const pieceBytes = 1 << 18;

/** A file in the archive. */
export interface Entry {
  readonly name: string;
  /** 0 is stored, 8 deflated. */
  readonly method: number;
  readonly packed: number;
  /** What is unpacked of it: its sum (CRC-32), and its bytes. */
  readonly crc: number;
  readonly size: number;
  /** Where its own header stands. */
  readonly at: number;
}

function readAt(path: string, length: number, position: number): DataView {
  const file = machine.files.open(path, "reading");
  try {
    const bytes = new Uint8Array(length);
    return new DataView(bytes.buffer, 0, machine.files.read(file, bytes, 0, length, position));
  } finally {
    machine.files.close(file);
  }
}

const bytesIn = (view: DataView) => new Uint8Array(view.buffer, 0, view.byteLength);

/** A number that stands elsewhere, in eight bytes (ZIP64): writers that do not know how much there will be begin so. */
const elsewhere = 0xffff_ffff;
const uint64 = (view: DataView, at: number) => Number(view.getBigUint64(at, true));

/** Where the central directory stands, and how long it is; null where its end is not there. */
function directoryOf(path: string, size: number): { start: number; length: number } | null {
  const from = Math.max(0, size - endBytes);
  const end = readAt(path, endBytes, from);
  const at = lastAt(bytesIn(end), Uint8Array.of(0x50, 0x4b, 5, 6));
  if (at < 0 || at + 20 > end.byteLength) return null;
  const [length, start] = [end.getUint32(at + 12, true), end.getUint32(at + 16, true)];
  if (length !== elsewhere && start !== elsewhere) return { start, length };
  // The locator stands before the end, and says where the long form of it is.
  const locator = readAt(path, 20, Math.max(0, from + at - 20));
  if (locator.byteLength < 20 || locator.getUint32(0, true) !== 0x07064b50) return null;
  const at64 = uint64(locator, 8);
  if (at64 > size) return null;
  const long = readAt(path, 56, at64);
  if (long.byteLength < 56 || long.getUint32(0, true) !== 0x06064b50) return null;
  return { start: uint64(long, 48), length: uint64(long, 40) };
}

/** Sizes and place of an entry, of which those that do not fit into four bytes stand in its extra field, in this order. */
function longNumbers(extra: DataView, short: readonly number[]): number[] | null {
  if (!short.includes(elsewhere)) return [...short];
  for (let p = 0; p + 4 <= extra.byteLength; p += 4 + extra.getUint16(p + 2, true)) {
    if (extra.getUint16(p, true) !== 1) continue;
    let at = p + 4;
    const end = Math.min(at + extra.getUint16(p + 2, true), extra.byteLength);
    const numbers: number[] = [];
    for (const number of short) {
      if (number === elsewhere && at + 8 > end) return null;
      numbers.push(number === elsewhere ? uint64(extra, at) : number);
      if (number === elsewhere) at += 8;
    }
    return numbers;
  }
  return null;
}

/** The entries of the central directory; null where there is none: the archive is cut off. */
export function entriesOf(path: string): Entry[] | null {
  const archive = machine.files.facts(path)?.size ?? 0;
  const place = directoryOf(path, archive);
  if (place === null || place.start + place.length > archive) return null;
  const { start, length } = place;
  const directory = readAt(path, length, start);
  const entries: Entry[] = [];
  for (let p = 0; p + 46 <= directory.byteLength; ) {
    if (directory.getUint32(p, true) !== 0x02014b50) return null;
    const named = directory.getUint16(p + 28, true);
    const extra = directory.getUint16(p + 30, true);
    const next = p + 46 + named + extra + directory.getUint16(p + 32, true);
    if (next > directory.byteLength) return null;
    const short = [24, 20, 42].map((at) => directory.getUint32(p + at, true));
    const long = longNumbers(new DataView(directory.buffer, p + 46 + named, extra), short);
    if (long === null) return null;
    const [size, packed, at] = long;
    entries.push({
      // Some writers put a backslash where the format has a slash, or one before all.
      name: machine.texts
        .textIn(bytesIn(directory), p + 46, p + 46 + named)
        .replaceAll("\\", "/")
        .replace(/^\/+/, ""),
      method: directory.getUint16(p + 10, true),
      crc: directory.getUint32(p + 16, true),
      packed,
      size,
      at,
    });
    p = next;
  }
  return entries;
}

/** The bytes of an entry, in pieces. Whatever is wrong with them is thrown as the unpacker says it. */
export async function* inflated(path: string, { method, packed, at, crc, size }: Entry): AsyncGenerator<Uint8Array> {
  const header = readAt(path, 30, at);
  if (header.byteLength < 30) throw new Error("no header of the entry");
  const start = at + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  let [sum, length] = [0, 0];
  const unpacked = method === 0 ? stored : machine.packing.inflated;
  for await (const piece of packed === 0 ? [] : unpacked(path, start, packed)) {
    sum = machine.packing.crc32(piece, sum);
    length += piece.length;
    yield piece;
  }
  // Bits that fell over on the way are seen here alone: stored bytes are taken as they are, and much that was deflated too.
  if (sum !== crc || length % 2 ** 32 !== size % 2 ** 32) throw new Error("not what was packed");
}

async function* stored(path: string, start: number, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < length; at += pieceBytes)
    yield bytesIn(readAt(path, Math.min(pieceBytes, length - at), start + at));
}
