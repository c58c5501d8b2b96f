// Makes dist/kpi.html: the program in one page. What few use (charts, DOCX, XLSX) lies packed in it, as does the worker.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { forBrowser } from "./page-parts.mjs";

const root = dirname(fileURLToPath(import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const shared = forBrowser(root, version);

/** Outputs whose libraries are large: each is a script of its own, which leaves what it has under its name. */
const apart = ["charts", "docx", "xlsx"];

/** What stands apart is taken from where its script has left it. */
const leaveApart = {
  name: "page-apart",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir, kind }) => {
      const name = apart.find((one) => join(resolveDir, path) === join(root, "src", "render", `${one}.ts`));
      return name === undefined || kind === "entry-point" ? null : { path: name, namespace: "apart" };
    });
    onLoad({ filter: /.*/, namespace: "apart" }, ({ path }) => ({ contents: `module.exports = self.kpi_${path};` }));
  },
};

async function bundled(entry, more = {}) {
  const { outputFiles } = await build({
    ...shared,
    entryPoints: [join(root, "src", entry)],
    write: false,
    ...more,
    plugins: [leaveApart, ...shared.plugins],
  });
  return outputFiles[0].text;
}

const scripts = new Map([["engine", await bundled("page/engine.ts")]]);
for (const name of apart) scripts.set(name, await bundled(`render/${name}.ts`, { globalName: `kpi_${name}` }));
const code = await bundled("page/main.ts");
const { code: style } = await (await import("esbuild")).transform(
  readFileSync(join(root, "src", "page", "page.css"), "utf8"),
  { loader: "css", minify: true },
);

/** A part as text that no browser runs. */
const packed = ([name, text]) =>
  `<script type="text/plain" id="part-${name}">${gzipSync(text, { level: 9 }).toString("base64")}</script>`;
// Between the tags a script's own end would end it.
const inside = code.trim().replaceAll("</script", "<\\/script");
const hashOf = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;
// The report that is shown has one script, by whose hash it may run there too.
const { outputFiles } = await build({
  ...shared,
  entryPoints: [join(root, "src", "render", "html-script.ts")],
  format: "esm",
  write: false,
});
const { script: ofReport } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`
);
const pieces = {
  script: hashOf(inside),
  report: hashOf(ofReport),
  style: style.trim(),
  version,
  parts: [...scripts].map(packed).join("\n"),
  code: inside,
};
const page = readFileSync(join(root, "src", "page", "page.html"), "utf8").replace(
  /%(script|report|style|version|parts|code)%/g,
  (_, name) => pieces[name],
);
mkdirSync(join(root, "dist"), { recursive: true });
// Whole or not at all: tests that make it meanwhile look at it.
const file = join(root, "dist", "kpi.html");
writeFileSync(`${file}.${process.pid}`, page);
renameSync(`${file}.${process.pid}`, file);

const size = (text) => `${(text.length / 1e6).toFixed(2)} MB`;
const documents = ["docx", "xlsx"].reduce((sum, name) => sum + packed([name, scripts.get(name)]).length, 0);
console.log(`dist/kpi.html: ${size(page)}, ${size(page.slice(documents))} without documents`);
console.log(`SHA-256: ${createHash("sha256").update(page).digest("hex")}`);
