/** The library bundled for a browser: one seam keeps Node out of it, and behind the seam both machines say the same. */
import { createHash, createHmac } from "node:crypto";
import { builtinModules } from "node:module";
import { resolve } from "node:path";
import { build } from "esbuild";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forBrowser, libraryEntry } from "../../page-parts.mjs";
import { hmacOf, Sha256 } from "../../src/platform/browser/sha256.ts";
import { browser } from "../../src/platform/browser.ts";
import { node } from "../../src/platform/node.ts";

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
});
