import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { planModule } from "./plan-files.mjs";
import LongestFirst from "./test/order.ts";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

/** Fonts and what draws with them as bytes, as the build has them. */
const binary = {
  name: "binary",
  enforce: "pre" as const,
  load(id: string) {
    if (!/\.(ttf|wasm)$/.test(id)) return null;
    return `import { readFileSync } from "node:fs"; export default new Uint8Array(readFileSync(${JSON.stringify(id)}));`;
  },
};

/** Plans as the build has them. */
const plans = {
  name: "plans",
  enforce: "pre" as const,
  load: (id: string) => (id.endsWith(".yaml") ? planModule(id) : null),
};

export default defineConfig({
  plugins: [binary, plans],
  // The bundle has the version written into it; tests run the sources.
  define: { __VERSION__: JSON.stringify(version) },
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    pool: "forks",
    // A process loads and warms up the program once for all its files, which took a quarter of the time: what a test changes
    // of a process it puts back.
    isolate: false,
    setupFiles: ["test/setup.ts"],
    sequence: { sequencer: LongestFirst },
    // Most code runs a few times only: made ready at once it costs less than interpreted. Threads that collect garbage wait for
    // the cores on which the other processes run.
    execArgv: ["--always-sparkplug", "--single-threaded-gc"],
    // Some tests wait for other programs most of their time: half as many processes more than the machine has cores.
    maxWorkers: Math.ceil(1.5 * availableParallelism()),
    // Node would load these by itself, and knows nothing of fonts.
    server: { deps: { inline: [/be-vietnam-pro/, /resvg-wasm/] } },
    reporters: ["default", "./test/closing-line.ts"],
  },
});
