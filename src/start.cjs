/** Starts the program, in the main thread and in the others. */
const { pathToFileURL } = require("node:url");
const { keptCode, load } = require("./bundle.cjs");

void load(keptCode()).bundle.run(pathToFileURL(__filename));
