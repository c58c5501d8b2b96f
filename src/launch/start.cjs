/** Starts the program. */
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");
const { load } = require("./bundle.cjs");

void load().bundle.start(pathToFileURL(join(__dirname, "thread.cjs")));
