// The notices of what stands in dist and is not ours: the licences ask that their texts go with every copy.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The package to which a file of node_modules belongs: the folder behind the last node_modules. */
function packageOf(file) {
  const [, folder] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file.replaceAll("\\", "/")) ?? [];
  return folder;
}

/** Where a package that another one asks for is found, as Node looks for it; undefined where it is not installed. */
function installed(name, from) {
  for (let at = from; at !== dirname(at); at = dirname(at)) {
    const folder = join(at, "node_modules", name);
    if (existsSync(join(folder, "package.json"))) return folder;
  }
  return undefined;
}

const read = (folder) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

/** Files of a package that are its licence and its notices. */
function textsOf(folder) {
  const names = readdirSync(folder).filter((name) => /^(licen[cs]e|notice|copying)/i.test(name));
  return names.sort().map((name) => readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n").trim());
}

function addressOf({ homepage, repository }) {
  const url = typeof repository === "string" ? repository : (repository?.url ?? homepage ?? "");
  const [, path] = /(?:^|[:/])([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(url) ?? [];
  if (path === undefined) return url;
  return `https://${/gitlab\.com/.test(url) ? "gitlab.com" : "github.com"}/${path}`;
}

/** A text that a package names by its id and does not hold; `where` it can be had. */
const named = { "MPL-2.0": "https://mozilla.org/MPL/2.0/" };

/** Texts of MIT, ISC and BSD; in a longer one "Copyright" begins lines that say something else. */
const mostOfShort = 2500;
/** A line that says who wrote it. */
const writer = /^[ \t]*(?:Copyright\b(?! notice| holder)|\([cC]\)|©).*$/gm;
const title = /^(?:the )?(?:mit|isc) licen[cs]e(?: \(mit\))?\s*/i;

/**
 * The notices of all packages that a build took something from, and of those that they carry within them, where no build
 * sees it.
 *
 * @param metafiles of esbuild
 * @param more packages of which something stands in dist that esbuild did not put there
 */
export function noticesOf(root, metafiles, more) {
  const folderOf = (file) => {
    // A plugin's files have its namespace before them.
    const folder = packageOf(file.replace(/^[a-z-]+:/, ""));
    return folder === undefined ? undefined : join(root, folder);
  };
  const folders = new Set(more.map((name) => join(root, "node_modules", name)));
  /** Package to those that esbuild saw it ask for. */
  const asked = new Map();
  for (const { inputs, outputs } of metafiles) {
    for (const file of Object.values(outputs).flatMap(({ inputs: taken }) => Object.keys(taken))) {
      if (folderOf(file) !== undefined) folders.add(folderOf(file));
    }
    for (const [file, { imports }] of Object.entries(inputs)) {
      const from = folderOf(file);
      if (from === undefined) continue;
      asked.set(from, [...(asked.get(from) ?? []), ...imports.map(({ path }) => folderOf(path))]);
    }
  }
  // What a package depends on and no file of it asks for may stand within it.
  for (const folder of folders) {
    if (!asked.has(folder)) continue;
    for (const name of Object.keys(read(folder).dependencies ?? {})) {
      const own = name.startsWith("@types/") ? undefined : installed(name, folder);
      if (own !== undefined && !asked.get(folder).includes(own)) folders.add(own);
    }
  }
  const packages = [...folders].map((folder) => ({ folder, ...read(folder) }));
  packages.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
  // Many have the same text but for who wrote it: it stands once, below who wrote what.
  const byText = new Map();
  for (const one of packages) {
    const texts = textsOf(one.folder);
    const at = named[one.license];
    if (texts.length === 0 && at === undefined) throw new Error(`${one.name} holds no licence`);
    const whole =
      texts.length > 0
        ? texts.join("\n\n")
        : `Under ${one.license}: ${at}\nIts source, from which nothing was changed, is at the address above.`;
    const lines = whole.length < mostOfShort ? (whole.match(writer) ?? []) : [];
    // Of several lines each may belong to a text of its own.
    const writers = lines.length === 1 ? lines.map((line) => line.trim()) : [];
    const text = lines.length === 1 ? whole.replace(writer, "").trim() : whole;
    const key = text.replace(title, "").replace(/\s+/g, " ").trim().toLowerCase();
    const held = byText.get(key) ?? { text, of: [] };
    byText.set(key, { ...held, of: [...held.of, { ...one, writers }] });
  }
  const parts = [...byText.values()].map(({ text, of }) => {
    const heads = of.map((one) => {
      const head = `${one.name} ${one.version} (${one.license}) ${addressOf(one)}`.trimEnd();
      return [head, ...one.writers.map((line) => `    ${line}`)].join("\n");
    });
    return `${"-".repeat(80)}\n${heads.join("\n")}\n\n${text.replace(/\n{3,}/g, "\n\n")}\n`;
  });
  return `kpi is under the licence in LICENSE. Its build takes in the packages below, or parts of them.\n\n${parts.join("\n")}`;
}
