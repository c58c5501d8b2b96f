/**
 * Loads the bundle with the code that V8 made of it when the program was built: reading and compiling its text takes as
 * long as the whole check of a small log. Another version of V8 refuses that code and compiles the text.
 */
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");
const { Script } = require("node:vm");

const file = join(__dirname, "kpi.cjs");

/** The code that the build has kept; undefined where there is none. */
function keptCode() {
  try {
    return readFileSync(join(__dirname, "kpi.cache"));
  } catch {
    return undefined;
  }
}

/**
 * Runs the bundle's text.
 *
 * @param {Buffer | undefined} cachedData
 */
function load(cachedData) {
  // The build writes ASCII only.
  const text = `(function (exports, require, module, __bundleUrl) {${readFileSync(file, "latin1")}\n})`;
  const script = new Script(text, { filename: file, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, pathToFileURL(file).href);
  return { script, bundle: module.exports };
}

module.exports = { keptCode, load };
