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
      packed: directory.getUint32(p + 20, true),
      at: directory.getUint32(p + 42, true),
    });
    p += 46 + named + directory.getUint16(p + 30, true) + directory.getUint16(p + 32, true);
  }
  return entries;
}

/** The bytes of an entry, in pieces. Whatever is wrong with them is thrown as the unpacker says it. */
export function inflated(path: string, { method, packed, at }: Entry): AsyncIterable<Uint8Array> {
  const header = readAt(path, 30, at);
  if (header.byteLength < 30) throw new Error("no header of the entry");
  const start = at + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  if (packed === 0) return none();
  return method === 0 ? stored(path, start, packed) : machine.packing.inflated(path, start, packed);
}

async function* stored(path: string, start: number, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < length; at += pieceBytes)
    yield bytesIn(readAt(path, Math.min(pieceBytes, length - at), start + at));
}

async function* none(): AsyncGenerator<Uint8Array> {}
