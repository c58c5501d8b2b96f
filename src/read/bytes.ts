/** Bytes put together, and sought in each other. */
import { machine } from "../platform/index.ts";

const encoder = new TextEncoder();

/** A text as UTF-8. */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

/** One behind the other. */
export function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Whether the wanted bytes stand at an offset. */
function standAt(bytes: Uint8Array, wanted: Uint8Array, at: number): boolean {
  for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted[i]) return false;
  return true;
}

/** Whether some bytes stand among others. */
export function holds(bytes: Uint8Array, wanted: Uint8Array): boolean {
  for (let at = bytes.indexOf(wanted[0]); at >= 0; at = bytes.indexOf(wanted[0], at + 1)) {
    if (standAt(bytes, wanted, at)) return true;
  }
  return false;
}

/** Where some bytes stand for the last time; -1 where they do not. */
export function lastAt(bytes: Uint8Array, wanted: Uint8Array): number {
  for (let at = bytes.length - wanted.length; at >= 0; at--) if (standAt(bytes, wanted, at)) return at;
  return -1;
}

/** Whether two say the same. */
export function areSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && standAt(a, b, 0);
}

/** A copy that all threads see. */
export function sharedCopy(words: Int32Array, length: number): Int32Array {
  const copy = new Int32Array(machine.threads.shared(4 * length));
  copy.set(words.subarray(0, length));
  return copy;
}
