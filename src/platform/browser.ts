/** A browser's machine, in a worker of a page: reading waits for nothing there. */
import { allFiles, files, give } from "./browser/files.ts";
import { packing } from "./browser/packing.ts";
import { paths } from "./browser/paths.ts";
import { hmacOf, Sha256 } from "./browser/sha256.ts";
import type { Platform } from "./platform.ts";

/** More would wait for the disk, and for each other. */
const mostThreads = 4;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
/** Byte by byte (Unicode, table 3-7): the decoder would make text of all that it looks at, which takes three times as long. */
function isUtf8(bytes: Uint8Array): boolean {
  const { length } = bytes;
  for (let i = 0; i < length; ) {
    const lead = bytes[i];
    if (lead < 0x80) {
      i++;
      continue;
    }
    if (lead < 0xc2 || lead > 0xf4) return false;
    const next = bytes[i + 1];
    const more = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    if (i + more >= length || (next & 0xc0) !== 0x80) return false;
    if (more > 1) {
      if ((bytes[i + 2] & 0xc0) !== 0x80) return false;
      if ((lead === 0xe0 && next < 0xa0) || (lead === 0xed && next > 0x9f)) return false;
    }
    if (more > 2) {
      if ((bytes[i + 3] & 0xc0) !== 0x80) return false;
      if ((lead === 0xf0 && next < 0x90) || (lead === 0xf4 && next > 0x8f)) return false;
    }
    i += more + 1;
  }
  return true;
}

/** The address of the script of this worker, which threads run too. */
let script: string | null = null;

/** Makes an address of the worker's own of its script: that by which the page has started it is the page's alone. */
export function runThreadsOf(blob: Blob): void {
  script = URL.createObjectURL(blob);
}

/** Lets what others have sent be heard. */
const channel = new MessageChannel();
const breaths: (() => void)[] = [];
channel.port1.onmessage = () => breaths.shift()?.();

export const browser: Platform = {
  files,
  paths,
  packing,
  threads: {
    // Memory that several see is kept from a page that comes from a folder: each has its own.
    isShared: false,
    get count() {
      return Math.min(navigator.hardwareConcurrency, mostThreads);
    },
    get program() {
      return script === null ? undefined : new URL(script);
    },
    start(program) {
      const worker = new Worker(program);
      return {
        post: (task) => worker.postMessage({ task, files: allFiles() }),
        hear(answer) {
          const hear = ({ data }: MessageEvent) => answer(data as never);
          worker.addEventListener("message", hear);
          return () => worker.removeEventListener("message", hear);
        },
        onFailure: (failed) => worker.addEventListener("error", ({ message }) => failed(new Error(message))),
        stop: () => worker.terminate(),
      };
    },
    shared: (bytes) => new ArrayBuffer(bytes),
    onTask(hear) {
      addEventListener("message", ({ data }: MessageEvent) => {
        if (!("task" in data)) return;
        for (const [path, blob] of data.files) give(path, blob);
        hear(data.task as never);
      });
    },
    answer: (told, moved) => postMessage(told, moved as never),
  },
  texts: {
    isUtf8,
    isUtf8Native: false,
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
  breathe: () =>
    new Promise<void>((resolve) => {
      breaths.push(resolve);
      channel.port2.postMessage(null);
    }),
  host: () => "page",
};
