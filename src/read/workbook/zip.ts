/** A zip archive: its directory, and each entry unpacked in a stream, so that no more of it stands in memory than a piece. */
import { closeSync, createReadStream, openSync, readSync, statSync } from "node:fs";
import { createInflateRaw } from "node:zlib";

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
  /** Where its own header stands. */
  readonly at: number;
}

function readAt(path: string, length: number, position: number): Buffer {
  const fd = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(fd, bytes, 0, length, position));
  } finally {
    closeSync(fd);
  }
}

/** The entries of the central directory; null where there is none, or one of an archive of over 4 GB. */
export function entriesOf(path: string): Entry[] | null {
  const { size } = statSync(path);
  const end = readAt(path, endBytes, Math.max(0, size - endBytes));
  const at = end.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (at < 0 || at + 20 > end.length) return null;
  const [length, start] = [end.readUInt32LE(at + 12), end.readUInt32LE(at + 16)];
  if (start + length > size) return null;
  const directory = readAt(path, length, start);
  const entries: Entry[] = [];
  for (let p = 0; p + 46 <= directory.length; ) {
    if (directory.readUInt32LE(p) !== 0x02014b50) return null;
    const named = directory.readUInt16LE(p + 28);
    entries.push({
      // Some writers put a backslash where the format has a slash.
      name: directory.toString("utf8", p + 46, p + 46 + named).replaceAll("\\", "/"),
      method: directory.readUInt16LE(p + 10),
      packed: directory.readUInt32LE(p + 20),
      at: directory.readUInt32LE(p + 42),
    });
    p += 46 + named + directory.readUInt16LE(p + 30) + directory.readUInt16LE(p + 32);
  }
  return entries;
}

/** The bytes of an entry, in pieces. Whatever is wrong with them is thrown as the unpacker says it. */
export function inflated(path: string, { method, packed, at }: Entry): AsyncIterable<Uint8Array> {
  const header = readAt(path, 30, at);
  if (header.length < 30) throw new Error("no header of the entry");
  const start = at + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (packed === 0) return none();
  const stored = createReadStream(path, { start, end: start + packed - 1, highWaterMark: pieceBytes });
  if (method === 0) return stored;
  const inflate = createInflateRaw({ chunkSize: pieceBytes });
  stored.on("error", (error) => inflate.destroy(error));
  return stored.pipe(inflate);
}

async function* none(): AsyncGenerator<Uint8Array> {}
