// Bundles the program into dist: cli.js starts it, worker.js is a thread. Loading a dozen packages from node_modules costs
// more than a check of a small log; a bundle, whose parts are read only when used, does not.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { noticesOf } from "./notices.mjs";
import { planIn } from "./plan-files.mjs";

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
export const kernelModule = ${JSON.stringify(readFileSync(wasm).toString("base64"))};
`,
);

rmSync(join(root, "dist"), { recursive: true, force: true });

/** What few runs need, each in a file of its own beside the bundle, which is read when it is used. */
const apart = ["csv-parse/sync", "htmlparser2", "tinyglobby", "yaml"];
/** The same of our own: outputs, with the libraries that they alone need, of which only what they use is taken. */
const ownApart = ["render/charts", "render/docx", "render/xlsx"];
const fileOf = (name) => `lib/${name.replaceAll("/", "-")}.cjs`;
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20.19",
  format: "cjs",
  // The bundle runs as a script, which has no import().
  supported: { "dynamic-import": false },
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "linked",
  logLevel: "warning",
  metafile: true,
};
/** What every build took in. */
const metafiles = [];
/** Leaves what stands apart where it is. @param folder of the bundle, from where its parts are named */
const leaveApart = (folder) => ({
  name: "own-apart",
  setup({ onResolve }) {
    onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir, kind }) => {
      const name = ownApart.find((own) => join(resolveDir, path) === join(root, "src", `${own}.ts`));
      if (name === undefined || kind === "entry-point") return null;
      return { path: folder === "lib" ? `./${fileOf(name).slice(4)}` : `./${fileOf(name)}`, external: true };
    });
  },
});
/** Plans lie beside the bundle as JSON, which is read when one is used, and as the YAML that people copy. */
const plansBeside = {
  name: "plans-beside",
  setup({ onLoad }) {
    onLoad({ filter: /\.yaml$/ }, ({ path }) => {
      const id = basename(path, ".yaml");
      mkdirSync(join(root, "dist", "plans"), { recursive: true });
      copyFileSync(path, join(root, "dist", "plans", `${id}.yaml`));
      writeFileSync(join(root, "dist", "plans", `${id}.json`), JSON.stringify(planIn(path)));
      return {
        contents: `import { readFileSync } from "node:fs";
          const read = (file) => readFileSync(new URL(file, import.meta.url), "utf8");
          export default JSON.parse(read("plans/${id}.json")); export const text = () => read("plans/${id}.yaml");`,
      };
    });
  },
};
const program = await build({
  ...common,
  entryPoints: [{ in: "src/cli/start.ts", out: "kpi" }],
  outdir: "dist",
  outExtension: { ".js": ".cjs" },
  // The bundle is given where it lies (cli/bundle.cjs).
  define: { __VERSION__: JSON.stringify(version), "import.meta.url": "__bundleUrl" },
  plugins: [
    leaveApart("."),
    plansBeside,
    {
      name: "apart",
      setup({ onLoad, onResolve }) {
        const names = new RegExp(`^(${apart.map((name) => name.replaceAll("/", "\\/")).join("|")})$`);
        // commander loads it for commands that are programs of their own, which this one has not.
        onResolve({ filter: /^(node:)?child_process$/ }, ({ importer }) =>
          importer.includes("commander") ? { path: "child_process", namespace: "unused" } : null,
        );
        onLoad({ filter: /.*/, namespace: "unused" }, () => ({ contents: "module.exports = {};" }));
        onResolve({ filter: names }, ({ path }) => ({ path: `./${fileOf(path)}`, external: true }));
      },
    },
  ],
});
metafiles.push(program.metafile);
for (const name of apart) {
  const { metafile } = await build({
    ...common,
    stdin: { contents: `module.exports = require("${name}")`, resolveDir: root },
    outfile: join("dist", fileOf(name)),
    // Nobody reads a stack in a library for its names; the package must stay under 6 MB.
    minifyIdentifiers: true,
  });
  metafiles.push(metafile);
}
/** The workbook's library would pack its parts, and zip.ts unpack and pack them again: they are stored there instead. */
const storedParts = {
  name: "stored-parts",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^fflate$/ }, ({ importer }) =>
      importer.includes("write-excel-file") ? { path: "fflate", namespace: "stored" } : null,
    );
    onLoad({ filter: /.*/, namespace: "stored" }, () => ({
      contents: `import { strToU8, zipSync } from "fflate";
        export { strToU8, zipSync };
        export const zip = (files, done) => done(null, zipSync(files, { level: 0 }));`,
      resolveDir: root,
    }));
  },
};
for (const name of ownApart) {
  const { metafile } = await build({
    ...common,
    entryPoints: [join(root, "src", `${name}.ts`)],
    outfile: join("dist", fileOf(name)),
    minifyIdentifiers: true,
    // No threads are started there, and no files looked for.
    define: { "import.meta.url": "undefined" },
    external: ["tinyglobby"],
    plugins: [leaveApart("lib"), storedParts],
  });
  metafiles.push(metafile);
}
// The standard library of AssemblyScript is compiled into the inner loop.
writeFileSync(join(root, "dist", "THIRD-PARTY-NOTICES.txt"), noticesOf(root, metafiles, ["assemblyscript"]));
// The bundle is read as bytes of one letter each, which is twice as fast; esbuild escapes strings and leaves the letters
// of regular expressions as they are.
const bundle = join(root, "dist", "kpi.cjs");
const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
// biome-ignore lint/suspicious/noControlCharactersInRegex: everything that is not ASCII.
writeFileSync(bundle, readFileSync(bundle, "utf8").replace(/[^\u0000-\u007f]/g, escaped));
for (const name of ["bundle.cjs", "start.cjs", "thread.cjs", "library.mjs"])
  copyFileSync(join(root, "src", "cli", name), join(root, "dist", name));

// V8's code is kept after the main job has been done once: what that used is compiled, the rest is not.
const keep = `
  const { keepCode, load } = require("./dist/bundle.cjs");
  const { script, bundle } = load();
  process.argv = ["", "", "check", "fixtures/sample/cases.csv", "--year", "2025", "--threads", "1"];
  bundle.begin(undefined).then(() => keepCode(script.createCachedData()));`;
// Nothing of the builder's own settings goes into it.
const env = { ...process.env, KPI_CONFIG: "", KPI_LANG: "en" };
execFileSync(process.execPath, ["--eval", keep], { cwd: root, env, stdio: ["ignore", "ignore", "inherit"] });

const manual = execFileSync(process.execPath, [join(root, "bin", "kpi.js"), "man", "--lang", "en"], { cwd: root });
writeFileSync(join(root, "dist", "kpi.1"), manual);

// What the library's types say, for who imports it: what index.d.ts leads to, and no more.
execFileSync(process.execPath, [join(root, "node_modules", "typescript", "bin", "tsc"), "-p", "tsconfig.types.json"], {
  cwd: root,
  stdio: "inherit",
});
const types = join(root, "dist", "types");
const wanted = new Set();
const follow = (file) => {
  if (wanted.has(file)) return;
  wanted.add(file);
  for (const [, from] of readFileSync(file, "utf8").matchAll(/from "(\.[^"]+)\.ts"/g)) {
    follow(join(dirname(file), `${from}.d.ts`));
  }
};
follow(join(types, "index.d.ts"));
for (const name of readdirSync(types, { recursive: true })) {
  const file = join(types, name);
  if (file.endsWith(".d.ts") && !wanted.has(file)) rmSync(file);
}
for (const entry of readdirSync(types, { withFileTypes: true })) {
  const folder = join(types, entry.name);
  if (entry.isDirectory() && readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
}
