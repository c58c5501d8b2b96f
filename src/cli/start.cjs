/** Starts the program. */
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");
const { load } = require("./bundle.cjs");

void load().bundle.begin(pathToFileURL(join(__dirname, "thread.cjs")));
