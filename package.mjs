// One executable for this system, with Node in it, for offices that have no Node: `npm run package` makes dist/office/kpi
// (kpi.exe on Windows). It is made on the system for which it is: Node's own executable is the other half of it.
import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { inject } from "postject";
import { plansInside } from "./plan-files.mjs";

const office = join("dist", "office");
const { version } = JSON.parse(readFileSync("package.json", "utf8"));
rmSync(office, { recursive: true, force: true });
mkdirSync(office, { recursive: true });

// Everything in one script: there is no file beside it, and so no other thread.
const script = join(office, "kpi.cjs");
await build({
  stdin: {
    contents: 'import { runInProcess } from "./src/cli/process.ts"; void runInProcess(undefined);',
    resolveDir: ".",
    loader: "ts",
  },
  outfile: script,
  bundle: true,
  platform: "node",
  target: "node20.19",
  format: "cjs",
  minifySyntax: true,
  minifyWhitespace: true,
  supported: { "dynamic-import": false },
  plugins: [plansInside],
  define: { __VERSION__: JSON.stringify(version), "import.meta.url": "undefined" },
  logLevel: "warning",
});
const blob = join(office, "kpi.blob");
const config = join(office, "sea.json");
writeFileSync(config, JSON.stringify({ main: script, output: blob, disableExperimentalSEAWarning: true }));
execFileSync(process.execPath, ["--experimental-sea-config", config], { stdio: ["ignore", "ignore", "inherit"] });

const name = process.platform === "win32" ? "kpi.exe" : "kpi";
const file = join(office, name);
copyFileSync(process.execPath, file);
chmodSync(file, 0o755);
if (process.platform === "darwin") execFileSync("codesign", ["--remove-signature", file]);
await inject(file, "NODE_SEA_BLOB", readFileSync(blob), {
  sentinelFuse: "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2",
  ...(process.platform === "darwin" && { machoSegmentName: "NODE_SEA" }),
});
if (process.platform === "darwin") execFileSync("codesign", ["--sign", "-", file]);
for (const made of [script, blob, config]) rmSync(made);
// Who is given the executable is given the licences of what is in it; Node's own lies beside Node where it was unpacked.
copyFileSync("LICENSE", join(office, "LICENSE"));
copyFileSync(join("dist", "THIRD-PARTY-NOTICES.txt"), join(office, "THIRD-PARTY-NOTICES.txt"));
for (const folder of [".", ".."]) {
  const text = join(dirname(process.execPath), folder, "LICENSE");
  if (existsSync(text)) copyFileSync(text, join(office, "NODE-LICENSE.txt"));
}
console.log(`${file}: ${Math.round(statSync(file).size / 1e6)} MB`);
