/** Starts the program. */
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");
const { keptCode, load } = require("./bundle.cjs");

void load(keptCode()).bundle.start(pathToFileURL(join(__dirname, "thread.cjs")));
