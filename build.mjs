// Bundles the program into dist: cli.js starts it, worker.js is a thread. Loading a dozen packages from node_modules costs
// more than a check of a small log; a bundle, whose parts are read only when used, does not.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(fileURLToPath(import.meta.url));

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));

// The inner loop becomes a WebAssembly module, which stands in the bundle as text: there is no file to be lost.
const compiler = join(dirname(createRequire(import.meta.url).resolve("assemblyscript/package.json")), "bin", "asc.js");
mkdirSync(join(root, "dist"), { recursive: true });
const wasm = join(root, "dist", "kernel.wasm");
const flags = ["--runtime", "stub", "--noAssert", "-O3", "--enable", "simd", "--outFile", wasm];
execFileSync(process.execPath, [compiler, join("src", "read", "kernel.as.ts"), ...flags], {
  cwd: root,
  stdio: "inherit",
});
writeFileSync(
  join(root, "src", "read", "kernel.generated.ts"),
  `// Made by build.mjs from kernel.as.ts.
export function kernelModule(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(${JSON.stringify(readFileSync(wasm).toString("base64"))}, "base64"));
}
`,
);

rmSync(join(root, "dist"), { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: { cli: "src/cli.ts", worker: "src/worker.ts" },
  outdir: "dist",
  bundle: true,
  // A command's own part is a file of its own, read when the command is used: the table needs no JSON Schema.
  splitting: true,
  chunkNames: "parts/[name]-[hash]",
  platform: "node",
  target: "node20.19",
  format: "esm",
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "linked",
  define: { __VERSION__: JSON.stringify(version) },
  // commander and cli-table3 are CommonJS and call require for node's own modules.
  banner: {
    js: 'import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);',
  },
  logLevel: "warning",
});
