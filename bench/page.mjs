// The page in Chromium against the command line on one thread: `node bench/page.mjs [cases]`, after `npm run page`. Time is
// from the press of the button to the report, memory the most that the tab's process held, looked at every 50 ms.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const cases = process.argv[2] ?? "1000000";
const folder = join(process.env.KPI_BENCH ?? tmpdir(), `kpi-page-${cases}`);
const file = join(folder, "cases.csv");
mkdirSync(folder, { recursive: true });
if (!existsSync(file))
  execFileSync(process.execPath, [
    "bin/kpi.js",
    "sample",
    "--cases",
    cases,
    "--duplicates",
    "0",
    "--force",
    "--out",
    folder,
  ]);

const mebibytes = (kib) => Math.round(kib / 1024);
/** The most memory that a process has held, in KiB. */
const peakOf = (pid) => {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
};

async function program() {
  const start = performance.now();
  let peak = 0;
  const args = [
    "bin/kpi.js",
    "check",
    file,
    "--year",
    "2025",
    "--threads",
    "1",
    "--out",
    `json=${join(folder, "cli.json")}`,
  ];
  const child = spawn(process.execPath, args, { stdio: "ignore" });
  const timer = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
  }, 50);
  await new Promise((done) => child.on("exit", done));
  clearInterval(timer);
  return { seconds: (performance.now() - start) / 1000, peak };
}

const argsOf = (pid) => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
};

async function page() {
  const before = new Set(readdirSync("/proc"));
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const tab = await browser.newPage();
  await tab.goto(pathToFileURL(resolve("dist/kpi.html")).href);
  const renderers = readdirSync("/proc").filter((pid) => !before.has(pid) && argsOf(pid).includes("--type=renderer"));
  const peak = () => Math.max(...renderers.map(peakOf));
  const idle = () =>
    tab.waitForFunction(() => document.getElementById("progress").hidden, undefined, { timeout: 600_000 });
  const begin = performance.now();
  await tab.setInputFiles("#choose", file);
  await tab.waitForTimeout(100);
  await idle();
  const inspected = (performance.now() - begin) / 1000;
  await tab.selectOption("#year", "2025");
  const start = performance.now();
  await tab.click("#check");
  await tab.waitForSelector("#report", { timeout: 600_000 });
  const seconds = (performance.now() - start) / 1000;
  const trouble = await tab.locator("#trouble").textContent();
  const held = peak();
  await browser.close();
  return { seconds, peak: held, inspected, trouble };
}

console.log(`${cases} cases, ${(statSync(file).size / 1e6).toFixed(0)} MB`);
for (let i = 0; i < 3; i++) {
  const [own, other] = [await program(), await page()];
  console.log(
    `command line ${own.seconds.toFixed(2)} s, ${mebibytes(own.peak)} MiB; page ${other.seconds.toFixed(2)} s, ` +
      `${mebibytes(other.peak)} MiB, looked at in ${other.inspected.toFixed(2)} s; ` +
      `${(other.seconds / own.seconds).toFixed(2)} times${other.trouble === "" ? "" : `; ${other.trouble}`}`,
  );
}
