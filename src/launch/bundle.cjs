/**
 * Loads the bundle with the code that V8 made of it when the program was built: reading and compiling its text takes as
 * long as the whole check of a small log. Another version of V8 refuses that code and compiles the text. The parts that
 * write documents stand apart, and are loaded so too: their libraries take longer to compile than to run.
 *
 * V8 looks at its version and the lengths alone: code that was damaged, or is of another text of the same length, would
 * run, and might print another number. Two checksums stand before the code, of the text and of the code itself.
 */
const { readFileSync, writeFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { basename, dirname, join } = require("node:path");
const { pathToFileURL } = require("node:url");
const { Script } = require("node:vm");
const { crc32 } = require("node:zlib");

const file = join(__dirname, "kpi.cjs");
const keptOf = (path) => path.replace(/\.cjs$/, ".cache");
const headBytes = 8;

/** @param {Buffer} text */
function headOf(text, code) {
  const head = Buffer.alloc(headBytes);
  head.writeUInt32LE(crc32(text), 0);
  head.writeUInt32LE(crc32(code), 4);
  return head;
}

/** The code that the build has kept; undefined where there is none for this text. */
function keptCode(path, text) {
  try {
    const bytes = readFileSync(keptOf(path));
    const code = bytes.subarray(headBytes);
    return headOf(text, code).equals(bytes.subarray(0, headBytes)) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** What was loaded with its kept code, by its path. */
const loaded = new Map();

/** Keeps code that V8 has made of the bundle and of the parts that were used, or of the parts alone. */
function keepCode() {
  for (const [path, { script }] of loaded) {
    const code = script.createCachedData();
    writeFileSync(keptOf(path), Buffer.concat([headOf(readFileSync(path), code), code]));
  }
}

/** The parts of the program that write documents. */
const parts = /^\.\/(lib\/)?render-[a-z]+\.cjs$/;

function requireFor(path) {
  const require = createRequire(path);
  return Object.assign((name) => (parts.test(name) ? run(join(dirname(path), name)) : require(name)), require);
}

/** Runs the text of a file; its exports. */
function run(path) {
  const known = loaded.get(path);
  if (known !== undefined) return known.module.exports;
  const bytes = readFileSync(path);
  // The build writes the bundle in ASCII only.
  const text = path === file ? bytes.latin1Slice() : bytes.toString("utf8");
  const wrapped = `(function (exports, require, module, __bundleUrl, __dirname) {${text}\n})`;
  // The code that is kept has the name with which it was made: a folder would be that of the machine which built it.
  const script = new Script(wrapped, { filename: basename(path), cachedData: keptCode(path, bytes) });
  const module = { exports: {} };
  loaded.set(path, { script, module });
  script.runInThisContext()(module.exports, requireFor(path), module, pathToFileURL(path).href, dirname(path));
  return module.exports;
}

/** Runs the bundle's text. */
function load() {
  return { bundle: run(file) };
}

module.exports = { keepCode, load };
