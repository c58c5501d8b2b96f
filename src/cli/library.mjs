/** The library, out of the same bundle as the program; src/index.ts says what it is. */
import { createRequire } from "node:module";

const { load } = createRequire(import.meta.url)("./bundle.cjs");
const library = await load().bundle.library();

export const { check, errorText, formats, kpis, plans, readCases, renderers, report, UserError } = library;
