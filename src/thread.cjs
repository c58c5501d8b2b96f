/** Starts one of the program's threads. */
const { keptCode, load } = require("./bundle.cjs");

void load(keptCode()).bundle.work();
