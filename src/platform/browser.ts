/** A browser's machine, in a worker of a page: reading waits for nothing there. */
import { files } from "./browser/files.ts";
import { packing } from "./browser/packing.ts";
import { paths } from "./browser/paths.ts";
import { hmacOf, Sha256 } from "./browser/sha256.ts";
import type { Platform } from "./platform.ts";

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Whether all bytes are letters of ASCII is told four at a time; the decoder makes text of the rest, which takes longer. */
function isAscii(bytes: Uint8Array): boolean {
  if (bytes.length < 8) return bytes.every((byte) => byte < 128);
  const lead = -bytes.byteOffset & 3;
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + lead, (bytes.length - lead) >>> 2);
  for (let i = 0; i < lead; i++) if (bytes[i] > 127) return false;
  for (let i = 0; i < words.length; i++) if ((words[i] & 0x80808080) !== 0) return false;
  for (let i = lead + 4 * words.length; i < bytes.length; i++) if (bytes[i] > 127) return false;
  return true;
}

export const browser: Platform = {
  files,
  paths,
  packing,
  threads: {
    // Memory that several see is kept from a page that comes from a folder.
    count: 1,
    program: undefined,
    start() {
      throw new Error("a page has one thread");
    },
    shared: (bytes) => new ArrayBuffer(bytes),
    onTask: () => {},
    answer: () => {},
  },
  texts: {
    isUtf8(bytes) {
      if (isAscii(bytes)) return true;
      try {
        strict.decode(bytes);
        return true;
      } catch {
        return false;
      }
    },
    textIn: (bytes, from, to) => decoder.decode(bytes.subarray(from, to)),
    base64(bytes) {
      let text = "";
      for (let at = 0; at < bytes.length; at += 1 << 14)
        text += String.fromCharCode(...bytes.subarray(at, at + (1 << 14)));
      return btoa(text);
    },
    fromBase64: (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)),
  },
  sha256: () => new Sha256(),
  hmac: hmacOf,
  now: () => performance.now(),
  breathe: async () => {},
  host: () => "page",
};
