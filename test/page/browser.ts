/** The page in a real browser, from a folder: what its tests have in common. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";

const find = (...paths: string[]) => paths.find((path) => existsSync(path));

export const chromiumPath = find("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

export const pageFile = resolve("dist/kpi.html");
export const pageUrl = pathToFileURL(pageFile).href;

/** The last change of what the page is made of. */
function lastChange(): number {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" }).map((name) => join("src", name));
  const others = ["page.mjs", "page-parts.mjs", "plan-files.mjs", "package.json", "package-lock.json"];
  return Math.max(...[...files, ...others].map((file) => statSync(file).mtimeMs));
}

/** Makes the page anew where anything has changed since it was made. */
export function makePage(): void {
  if (existsSync(pageFile) && statSync(pageFile).mtimeMs > lastChange()) return;
  execFileSync(process.execPath, ["page.mjs"], { stdio: ["ignore", "ignore", "inherit"] });
}

export async function startChromium(): Promise<Browser> {
  return await chromium.launch({
    ...(chromiumPath !== undefined && { executablePath: chromiumPath }),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  });
}

/** A tab with the page; what it says in its console, or asks of a network, is a fault. */
export async function opened(
  browser: Browser,
  options: Parameters<Browser["newPage"]>[0] = {},
): Promise<{ tab: Page; faults: string[] }> {
  const tab = await browser.newPage({ locale: "vi-VN", viewport: { width: 1280, height: 900 }, ...options });
  const faults: string[] = [];
  tab.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
  });
  tab.on("pageerror", ({ message }) => faults.push(message));
  tab.on("request", (request) => {
    if (request.url() !== pageUrl && !/^(blob|data):/.test(request.url())) faults.push(request.url());
  });
  await tab.goto(pageUrl);
  return { tab, faults };
}

/** Waits until nothing is being done. */
export async function idle(tab: Page): Promise<void> {
  await tab.waitForTimeout(50);
  await tab.waitForFunction(() => document.getElementById("progress")?.hidden === true, undefined, { timeout: 60_000 });
}

/** Gives files to the page. */
export async function give(tab: Page, ...files: Parameters<Page["setInputFiles"]>[1][]): Promise<void> {
  for (const file of files) await tab.setInputFiles("#choose", file as string);
  await idle(tab);
}

/** Presses a button that saves; the bytes that were saved, and their name. */
export async function saved(tab: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([tab.waitForEvent("download", { timeout: 60_000 }), tab.click(button)]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
}
