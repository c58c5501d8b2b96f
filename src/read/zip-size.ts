/** What a zip archive unpacks to, before anything of it is unpacked into memory: what it says is not believed. */
import { closeSync, createReadStream, openSync, readSync, statSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createInflateRaw } from "node:zlib";

/** The end of the central directory, and its comment at the longest. */
const endBytes = 22 + 0xffff;

interface Entry {
  readonly method: number;
  readonly packed: number;
  /** Where its own header stands. */
  readonly at: number;
}

/**
 * Bytes to which the entries of an archive unpack, counted as they are unpacked and thrown away.
 *
 * @returns null where there is no directory to be read; more than `most` as soon as that is passed
 */
export async function unpackedSize(path: string, most: number): Promise<number | null> {
  const entries = entriesOf(path);
  if (entries === null) return null;
  let size = 0;
  for (const { method, packed, at } of entries) {
    if (method === 0) {
      size += packed;
    } else if (packed > 0) {
      const start = dataOf(path, at);
      try {
        await pipeline(
          createReadStream(path, { start, end: start + packed - 1 }),
          createInflateRaw(),
          async (unpacked: AsyncIterable<Buffer>) => {
            for await (const piece of unpacked) {
              size += piece.length;
              if (size > most) throw new Error("too much");
            }
          },
        );
      } catch {
        // What cannot be unpacked is told by who reads the workbook.
        return size > most ? size : null;
      }
    }
    if (size > most) return size;
  }
  return size;
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
function entriesOf(path: string): Entry[] | null {
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
    entries.push({
      method: directory.readUInt16LE(p + 10),
      packed: directory.readUInt32LE(p + 20),
      at: directory.readUInt32LE(p + 42),
    });
    p += 46 + directory.readUInt16LE(p + 28) + directory.readUInt16LE(p + 30) + directory.readUInt16LE(p + 32);
  }
  return entries;
}

/** Where an entry's bytes begin, behind its own header. */
function dataOf(path: string, at: number): number {
  const header = readAt(path, 30, at);
  return header.length < 30 ? at : at + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}
