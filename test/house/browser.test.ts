/** The library bundled for a browser: one seam keeps Node out of it, and behind the seam both machines say the same. */
import { createHash, createHmac } from "node:crypto";
import { writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { forBrowser, libraryEntry } from "../../page-parts.mjs";
import { give } from "../../src/platform/browser/files.ts";
import { hmacOf, Sha256 } from "../../src/platform/browser/sha256.ts";
import { browser } from "../../src/platform/browser.ts";
import { node } from "../../src/platform/node.ts";
import type { Platform } from "../../src/platform/platform.ts";
import { folder } from "../folders.ts";

describe("the library in a browser", () => {
  it("is bundled without any module of Node's", async () => {
    const {
      metafile,
      outputFiles: [{ text }],
      errors,
    } = await build({
      ...forBrowser(resolve("."), "0.0.0"),
      entryPoints: [libraryEntry(resolve("."))],
      globalName: "kpi",
      write: false as const,
      metafile: true as const,
    });
    expect(errors).toEqual([]);
    const imported = Object.values(metafile.inputs).flatMap(({ imports }) => imports);
    expect(imported.filter(({ external, path }) => external && path !== "<runtime>")).toEqual([]);
    expect(Object.keys(metafile.inputs).filter((name) => /platform\/node/.test(name))).toEqual([]);
    const modules = builtinModules.filter(
      (name) => text.includes(`"node:${name}"`) || text.includes(`require("${name}")`),
    );
    expect(modules).toEqual([]);
  }, 60_000);
});

describe("both machines", () => {
  it("hash the same", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 5 }), fc.uint8Array(), (parts, key) => {
        const [ours, nodes] = [new Sha256(), createHash("sha256")];
        for (const part of parts) {
          ours.update(part);
          nodes.update(part);
        }
        expect(ours.digest()).toBe(nodes.digest("hex"));
        const text = parts.join(" ệ ");
        expect(Buffer.from(hmacOf(key, text))).toEqual(createHmac("sha256", key).update(text).digest());
      }),
    );
  });

  it("tell UTF-8, and write base64, alike", () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.string({ unit: "binary" })), fc.nat(5), (given, at) => {
        const whole = typeof given === "string" ? new TextEncoder().encode(given) : given;
        const bytes = whole.subarray(Math.min(at, whole.length));
        expect(browser.texts.isUtf8(bytes)).toBe(node.texts.isUtf8(bytes));
        const text = node.texts.base64(bytes);
        expect(browser.texts.base64(bytes)).toBe(text);
        expect(Buffer.from(browser.texts.fromBase64(text))).toEqual(Buffer.from(bytes));
        if (node.texts.isUtf8(bytes)) {
          expect(browser.texts.textIn(bytes, 0, bytes.length)).toBe(node.texts.textIn(bytes, 0, bytes.length));
        }
      }),
    );
  });

  it("unpack Brotli alike", () => {
    const bytes = new TextEncoder().encode("hồ sơ ".repeat(500));
    expect(Buffer.from(browser.packing.unbrotli(node.packing.brotli(bytes), 1e6))).toEqual(Buffer.from(bytes));
  });

  describe("unpack members of gzip", () => {
    const text = (n: number) => `hồ sơ ${n}\n`.repeat(9000);
    const member = (n: number) => gzipSync(text(n));
    const zeros = (length: number) => new Uint8Array(length);
    const unpacked = async (packing: Platform["packing"], path: string) => {
      const pieces: Uint8Array[] = [];
      for await (const piece of packing.gunzipped(path)) pieces.push(piece.slice());
      return Buffer.concat(pieces).toString();
    };
    const written = (...parts: Uint8Array[]) => {
      const path = join(folder(), "a.gz");
      writeFileSync(path, Buffer.concat(parts));
      give(path, blobOf(Buffer.concat(parts)));
      return path;
    };
    /** A Blob as far as the page's files ask: only a worker of a browser reads one at once. */
    const blobOf = (bytes: Uint8Array): Blob =>
      ({ size: bytes.length, bytes, slice: (from: number, to: number) => blobOf(bytes.slice(from, to)) }) as never;
    beforeAll(() => {
      vi.stubGlobal(
        "FileReaderSync",
        class {
          readAsArrayBuffer = ({ bytes }: { bytes: Uint8Array }) => bytes;
        },
      );
    });
    afterAll(() => {
      vi.unstubAllGlobals();
    });

    it.each([
      ["without zeros", [member(1), member(2)]],
      ["with one zero between and one behind", [member(1), zeros(1), member(2), zeros(1)]],
      ["with 3 zeros behind", [member(1), member(2), zeros(3)]],
      ["with 512 zeros between", [member(1), zeros(512), member(2)]],
      ["with 300,000 zeros between and behind", [member(1), zeros(300_000), member(2), zeros(300_000)]],
      [
        "that end where a piece of 262,144 bytes does",
        [gzipSync(text(1), { level: 0 }), zeros((1 << 18) - 111_000), member(2)],
      ],
    ])("%s: both of two", async (_, parts) => {
      const path = written(...parts);
      expect(await unpacked(node.packing, path)).toBe(text(1) + text(2));
      expect(await unpacked(browser.packing, path)).toBe(text(1) + text(2));
    });

    it.each([
      ["anything else", [member(1), Buffer.from("garbage behind")]],
      ["anything else behind zeros", [member(1), zeros(9), Buffer.from("garbage behind")]],
      ["a member that is cut off", [member(1), zeros(9), member(2).subarray(0, 60)]],
      ["a member with another sum", [member(1).with(member(1).length - 5, 1), zeros(9), member(2)]],
    ])("and refuse %s", async (_, parts) => {
      const path = written(...parts);
      await expect(unpacked(node.packing, path)).rejects.toThrow();
      await expect(unpacked(browser.packing, path)).rejects.toThrow();
    });
  });
});
