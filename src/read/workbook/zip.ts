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

/** The entries of the central directory; null where there is none, or one of an archive of over 4 GB. */
export function entriesOf(path: string): Entry[] | null {
  const size = machine.files.facts(path)?.size ?? 0;
  const end = readAt(path, endBytes, Math.max(0, size - endBytes));
  const at = lastAt(bytesIn(end), Uint8Array.of(0x50, 0x4b, 5, 6));
  if (at < 0 || at + 20 > end.byteLength) return null;
  const [length, start] = [end.getUint32(at + 12, true), end.getUint32(at + 16, true)];
  if (start + length > size) return null;
  const directory = readAt(path, length, start);
  const entries: Entry[] = [];
  for (let p = 0; p + 46 <= directory.byteLength; ) {
    if (directory.getUint32(p, true) !== 0x02014b50) return null;
    const named = directory.getUint16(p + 28, true);
    entries.push({
      // Some writers put a backslash where the format has a slash.
      name: machine.texts.textIn(bytesIn(directory), p + 46, p + 46 + named).replaceAll("\\", "/"),
      method: directory.getUint16(p + 10, true),
      crc: directory.getUint32(p + 16, true),
      packed: directory.getUint32(p + 20, true),
      size: directory.getUint32(p + 24, true),
      at: directory.getUint32(p + 42, true),
    });
    p += 46 + named + directory.getUint16(p + 30, true) + directory.getUint16(p + 32, true);
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
  if (sum !== crc || length % 2 ** 32 !== size) throw new Error("not what was packed");
}

async function* stored(path: string, start: number, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < length; at += pieceBytes)
    yield bytesIn(readAt(path, Math.min(pieceBytes, length - at), start + at));
}
