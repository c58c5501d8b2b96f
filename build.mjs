// Bundles the program into dist: one file for the command line, one for its threads. Loading a dozen packages from
// node_modules costs more than a check of a small log; one file, whose parts run only when used, does not.
import { readFileSync, rmSync } from "node:fs";
import { build } from "esbuild";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));

rmSync(new URL("dist", import.meta.url), { recursive: true, force: true });
await build({
  absWorkingDir: new URL(".", import.meta.url).pathname,
  entryPoints: { cli: "src/cli.ts", worker: "src/worker.ts" },
  outdir: "dist",
  bundle: true,
  platform: "node",
  target: "node20.19",
  format: "esm",
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "linked",
  define: { __VERSION__: JSON.stringify(version) },
  // commander and cli-table3 are CommonJS and call require for node's own modules.
  banner: { js: 'import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);' },
  logLevel: "warning",
});
