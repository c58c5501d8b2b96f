/** Starts one of the program's threads. */
const { load } = require("./bundle.cjs");

void load().bundle.work();
