// An .xlsx of so many cases of thirty columns, as offices export them: kpi check against what people read workbooks with.
// Prints medians of whole processes as Markdown.
//
//   node bench/workbooks.mjs [--cases 100000]
import { spawnSync } from "node:child_process";
import { createReadStream, createWriteStream, existsSync, mkdirSync, statSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { Zip, ZipDeflate } from "fflate";

const here = dirname(fileURLToPath(import.meta.url));
const bin = join(dirname(here), "bin", "kpi.js");
const args = process.argv.slice(2);
const cases = Number(args[args.indexOf("--cases") + 1]) || 100_000;
const folder = join(here, "data", `workbook-${cases}`);
const file = join(folder, "cases.xlsx");

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const letters = (i) =>
  (i < 26 ? "" : String.fromCharCode(64 + Math.floor(i / 26))) + String.fromCharCode(65 + (i % 26));

/** The sample's log as a workbook: times as Excel keeps them, texts shared, one row a case. */
async function make() {
  mkdirSync(folder, { recursive: true });
  const made = spawnSync(process.execPath, [bin, "sample", "--cases", String(cases), "--seed", "1", "--out", folder]);
  if (made.status !== 0) throw new Error(String(made.stderr));
  const out = createWriteStream(file);
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    out.write(bytes);
  });
  const part = (name) => {
    const entry = new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    return (text, isLast = false) => entry.push(new TextEncoder().encode(text), isLast);
  };
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const rels = "http://schemas.openxmlformats.org/package/2006/relationships";
  part("_rels/.rels")(
    `${head}<Relationships xmlns="${rels}"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    true,
  );
  part("xl/workbook.xml")(
    `${head}<workbook ${main} xmlns:r="${rel}"><sheets><sheet name="Hồ sơ" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    true,
  );
  part("xl/_rels/workbook.xml.rels")(
    `${head}<Relationships xmlns="${rels}"><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${rel}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${rel}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    true,
  );
  part("xl/styles.xml")(
    `${head}<styleSheet ${main}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>`,
    true,
  );
  const sheet = part("xl/worksheets/sheet1.xml");
  const strings = new Map();
  sheet(`${head}<worksheet ${main}><sheetData>`);
  let row = 0;
  let held = "";
  for await (const line of createInterface({ input: createReadStream(join(folder, "cases.csv")) })) {
    row++;
    const cells = [...line.replace("\ufeff", "").matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].slice(0, 30);
    held += `<row r="${row}">`;
    cells.forEach(([, cell], i) => {
      const text = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
      if (text === "") return;
      const at = `${letters(i)}${row}`;
      const [, d, m, y, h, min, s] = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d):(\d\d)$/.exec(text) ?? [];
      if (d !== undefined) {
        held += `<c r="${at}" s="1"><v>${Date.UTC(y, m - 1, d, h, min, s) / 86_400_000 + 25_569}</v></c>`;
      } else {
        let index = strings.get(text);
        if (index === undefined) {
          index = strings.size;
          strings.set(text, index);
        }
        held += `<c r="${at}" t="s"><v>${index}</v></c>`;
      }
    });
    held += "</row>";
    if (held.length > 1 << 20) {
      sheet(held);
      held = "";
    }
  }
  sheet(`${held}</sheetData></worksheet>`, true);
  const shared = part("xl/sharedStrings.xml");
  shared(
    `${head}<sst ${main}>${[...strings.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join("")}</sst>`,
    true,
  );
  zip.end();
  await new Promise((done) => out.end(done));
}

if (!existsSync(file)) await make();

const node = process.execPath;
const script = (text) => [node, "--input-type=module", "--eval", text.replaceAll("FILE", JSON.stringify(file))];
const python = (text) => ["/usr/bin/python3", "-c", text.replaceAll("FILE", JSON.stringify(file))];
const readers = {
  "kpi check, two threads": [node, bin, "check", file, "--year", "2025", "--format", "json", "--threads", "2"],
  "kpi check, one thread": [node, bin, "check", file, "--year", "2025", "--format", "json", "--threads", "1"],
  "read-excel-file (rows alone)": script(
    'import { readSheet } from "read-excel-file/node"; console.log((await readSheet(FILE)).length)',
  ),
  "openpyxl, read-only (rows alone)": python(
    "import openpyxl; print(sum(1 for _ in openpyxl.load_workbook(FILE, read_only=True).active.iter_rows(values_only=True)))",
  ),
};
const rows = [];
for (const [name, command] of Object.entries(readers)) {
  const runs = [0, 1, 2].map(() => {
    const child = spawnSync("/usr/bin/time", ["-f", "%e %U %S %M", ...command], {
      encoding: "utf8",
      maxBuffer: 1e9,
      cwd: dirname(here),
    });
    if (![0, 1, 3].includes(child.status)) return null;
    return child.stderr.trim().split("\n").at(-1).split(" ").map(Number);
  });
  if (runs.includes(null)) {
    rows.push(`| ${name} | not on this machine | | |`);
    continue;
  }
  const [wall, user, system, peak] = runs.toSorted((a, b) => a[0] - b[0])[1];
  rows.push(`| ${name} | ${wall.toFixed(2)} s | ${(user + system).toFixed(2)} s | ${(peak / 1024).toFixed(0)} MiB |`);
}
console.log(`${cpus()[0].model}, Node ${process.version}; ${cases.toLocaleString("en")} cases of 30 columns, ${(statSync(file).size / 1e6).toFixed(1)} MB

| | wall | CPU | peak |
|---|--:|--:|--:|
${rows.join("\n")}`);
