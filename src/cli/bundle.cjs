/**
 * Loads the bundle with the code that V8 made of it when the program was built: reading and compiling its text takes as
 * long as the whole check of a small log. Another version of V8 refuses that code and compiles the text.
 *
 * V8 looks at its version and the lengths alone: code that was damaged, or is of another text of the same length, would
 * run, and might print another number. Two checksums stand before the code, of the text and of the code itself.
 */
const { readFileSync, writeFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");
const { Script } = require("node:vm");
const { crc32 } = require("node:zlib");

const file = join(__dirname, "kpi.cjs");
const kept = join(__dirname, "kpi.cache");
const headBytes = 8;

/** @param {Buffer} text */
function headOf(text, code) {
  const head = Buffer.alloc(headBytes);
  head.writeUInt32LE(crc32(text), 0);
  head.writeUInt32LE(crc32(code), 4);
  return head;
}

/** The code that the build has kept; undefined where there is none for this text. */
function keptCode(text) {
  try {
    const bytes = readFileSync(kept);
    const code = bytes.subarray(headBytes);
    return headOf(text, code).equals(bytes.subarray(0, headBytes)) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps code that V8 has made of the bundle. */
function keepCode(code) {
  writeFileSync(kept, Buffer.concat([headOf(readFileSync(file), code), code]));
}

/** Runs the bundle's text. */
function load() {
  const bytes = readFileSync(file);
  const cachedData = keptCode(bytes);
  // The build writes ASCII only.
  const text = `(function (exports, require, module, __bundleUrl) {${bytes.latin1Slice()}\n})`;
  // The code that is kept has the name with which it was made: a folder would be that of the machine which built it.
  const script = new Script(text, { filename: "kpi.cjs", cachedData });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, pathToFileURL(file).href);
  return { script, bundle: module.exports };
}

module.exports = { keepCode, load };
