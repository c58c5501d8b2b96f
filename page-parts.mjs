// How the library is bundled for a browser: its machine is the browser's, and no module of Node's is in it.
import { join } from "node:path";
import { plansInside } from "./plan-files.mjs";

/** For esbuild: the browser's machine in place of Node's. */
const inBrowser = {
  name: "in-browser",
  setup({ onLoad, onResolve }) {
    onLoad({ filter: /[/\\]platform[/\\]index\.ts$/ }, () => ({
      contents: 'export { browser as machine } from "./browser.ts";',
      loader: "ts",
    }));
    // cli-table3 asks for colours that it is told not to use, linkedom for a canvas that no chart has.
    onResolve({ filter: /^(@colors\/colors|canvas$)/ }, ({ path }) => ({ path, namespace: "unused" }));
    onLoad({ filter: /.*/, namespace: "unused" }, () => ({ contents: "module.exports = {};" }));
  },
};

/** What every bundle for a browser is made with. */
export const forBrowser = (root, version) => ({
  absWorkingDir: root,
  bundle: true,
  platform: "browser",
  target: ["chrome108", "firefox115"],
  format: "iife",
  minify: true,
  // The licences of the libraries go with them.
  legalComments: "eof",
  logLevel: "warning",
  // The same parser with what it needs of Buffer in it.
  alias: { "csv-parse/sync": "csv-parse/browser/esm/sync" },
  loader: { ".ttf": "binary", ".wasm": "binary" },
  define: { __VERSION__: JSON.stringify(version), "import.meta.url": "undefined" },
  plugins: [inBrowser, plansInside],
});

export const libraryEntry = (root) => join(root, "src", "index.ts");
