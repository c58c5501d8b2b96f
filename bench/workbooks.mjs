// An .xlsx of so many cases of thirty columns, as offices export them: kpi check against what people read workbooks with,
// each in a process of its own, in turn. Prints medians as Markdown. What npm has and the program does not use is
// installed into a temporary folder; openpyxl and calamine are measured where Python has them.
//
//   node bench/workbooks.mjs [--cases 100000] [--runs 5]
import { spawnSync } from "node:child_process";
import { createReadStream, createWriteStream, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { Zip, ZipDeflate } from "fflate";

const here = dirname(fileURLToPath(import.meta.url));
const bin = join(dirname(here), "bin", "kpi.js");
const args = process.argv.slice(2);
const cases = Number(args[args.indexOf("--cases") + 1]) || 100_000;
const runs = Number(args[args.indexOf("--runs") + 1]) || 5;
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
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const parts = {
    workbook: "sheet.main",
    "worksheets/sheet1": "worksheet",
    styles: "styles",
    sharedStrings: "sharedStrings",
  };
  part("[Content_Types].xml")(
    `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${Object.entries(
      parts,
    )
      .map(([name, of]) => `<Override PartName="/xl/${name}.xml" ContentType="${type}.${of}+xml"/>`)
      .join("")}</Types>`,
    true,
  );
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
const peers = mkdtempSync(join(tmpdir(), "kpi-bench-"));
const versions = { xlsx: "0.18.5", exceljs: "4.4.0", "read-excel-file": "9.3.17" };
const wanted = Object.entries(versions).map(([name, version]) => `${name}@${version}`);
const install = ["install", "--prefix", peers, "--no-audit", "--no-fund", "--ignore-scripts", ...wanted];
const installed = spawnSync("npm", install, { encoding: "utf8" });
if (installed.status !== 0) throw new Error(installed.stderr);

const script = (text) => [node, "--input-type=commonjs", "--eval", text.replaceAll("FILE", JSON.stringify(file))];
const python = (text) => ["/usr/bin/python3", "-c", text.replaceAll("FILE", JSON.stringify(file))];
/** Each reads every cell of every row and prints how many rows there were; kpi judges the plan besides. */
const readers = {
  "`kpi check`, two threads": [node, bin, "check", file, "--year", "2025", "--format", "json", "--threads", "2"],
  "`kpi check`, one thread": [node, bin, "check", file, "--year", "2025", "--format", "json", "--threads", "1"],
  "`kpi convert`, a CSV of the cases": [node, bin, "convert", file, "--out", "-"],
  [`SheetJS ${versions.xlsx}, dense`]: script(
    'const x = require("xlsx"); const b = x.readFile(FILE, { dense: true }); console.log(x.utils.sheet_to_json(b.Sheets[b.SheetNames[0]], { header: 1 }).length)',
  ),
  [`exceljs ${versions.exceljs}, streaming`]: script(
    'const { stream } = require("exceljs"); (async () => { let n = 0; for await (const sheet of new stream.xlsx.WorkbookReader(FILE, { sharedStrings: "cache", styles: "cache", worksheets: "emit" })) for await (const row of sheet) if (row.values.length > 1) n++; console.log(n); })()',
  ),
  [`read-excel-file ${versions["read-excel-file"]}`]: script(
    'require("read-excel-file/node").readSheet(FILE).then((rows) => console.log(rows.length))',
  ),
  "openpyxl, read-only": python(
    "import openpyxl; print(sum(1 for _ in openpyxl.load_workbook(FILE, read_only=True).active.iter_rows(values_only=True)))",
  ),
  "python-calamine": python(
    "import python_calamine; print(len(python_calamine.CalamineWorkbook.from_path(FILE).get_sheet_by_index(0).to_python()))",
  ),
};

/** Seconds by the clock and of the processor, and the peak in KiB; null where it cannot be run. */
function timed(command, isKpi) {
  const child = spawnSync("/usr/bin/time", ["-f", "%e %U %S %M", ...command], {
    encoding: "utf8",
    maxBuffer: 1e9,
    cwd: peers,
  });
  if (![0, ...(isKpi ? [1, 3] : [])].includes(child.status)) {
    if (!/ModuleNotFoundError/.test(child.stderr)) throw new Error(`${command[0]}: ${child.stderr.slice(-2000)}`);
    return null;
  }
  const [wall, user, system, peak] = child.stderr.trim().split("\n").at(-1).split(" ").map(Number);
  return { wall, cpu: user + system, peak };
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const all = new Map(Object.keys(readers).map((name) => [name, []]));
for (let run = 0; run < runs; run++) {
  for (const [name, command] of Object.entries(readers)) {
    const made = all.get(name);
    if (made === null) continue;
    const one = timed(command, name.includes("kpi"));
    if (one === null) all.set(name, null);
    else made.push(one);
    console.error(`${run + 1}/${runs} ${name}: ${one === null ? "not on this machine" : `${one.wall} s`}`);
  }
}
rmSync(peers, { recursive: true, force: true });
const lines = [...all].map(([name, made]) => {
  if (made === null) return `| ${name} | not on this machine | | |`;
  const of = (key) => median(made.map((one) => one[key]));
  return `| ${name} | ${of("wall").toFixed(2)} s | ${of("cpu").toFixed(2)} s | ${(of("peak") / 1024).toFixed(0)} MiB |`;
});
console.log(`${cpus()[0].model.trim()}, ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}; ${cases.toLocaleString("en")} cases of 30 columns, ${(statSync(file).size / 1e6).toFixed(1)} MB; medians of ${runs}

| | wall | CPU | peak |
|---|--:|--:|--:|
${lines.join("\n")}`);
