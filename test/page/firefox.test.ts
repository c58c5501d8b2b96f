/** The page in Firefox, from a folder: a log is dropped, a word mended, the verdicts are those of the command line. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folder, kpi, log } from "../run.ts";
import { makePage, pageUrl } from "./browser.ts";
import { Firefox } from "./marionette.ts";

const program = ["/usr/bin/firefox-esr", "/usr/bin/firefox"].find((path) => existsSync(path));
const idle = "document.getElementById('progress').hidden";

describe.skipIf(program === undefined)("the page in Firefox", () => {
  let firefox: Firefox;
  const downloads = folder();

  beforeAll(async () => {
    makePage();
    firefox = new Firefox(program as string, join(folder(), "profile"), downloads);
    await firefox.begin();
  }, 90_000);
  afterAll(() => firefox?.end());

  it("a word is mended, and the JSON that is saved is the command line's", async () => {
    const text = readFileSync("fixtures/sample/cases.csv", "utf8").replaceAll("Trực tiếp", "Qua kiosk");
    const file = log(text, "cases.csv");
    await firefox.go(pageUrl);
    await firefox.type("#choose", file);
    await firefox.until(`${idle} && document.querySelector('.doubts select')`);
    await firefox.run(`const list = document.querySelector('.doubts select'); list.value = 'in_person';
      list.dispatchEvent(new Event('change'));`);
    await firefox.until(`${idle} && document.querySelector('#said li')`);
    await firefox.click("#check");
    await firefox.until(`${idle} && document.getElementById('report')`);
    expect(await firefox.run("return document.getElementById('trouble').textContent")).toBe("");
    const args = ["--year", "2025", "--map-value", "channel:Qua kiosk=in_person", "--format", "json"];
    const { out } = await kpi(["check", file, ...args]);
    for (const format of ["json", "docx", "xlsx"]) {
      await firefox.click(`#save-${format}`);
      await firefox.until(`${idle} && !document.getElementById('save-json').disabled`);
      const saved = join(downloads, `kpi-2025.${format}`);
      for (let i = 0; !existsSync(saved) && i < 100; i++) await new Promise((resolve) => setTimeout(resolve, 100));
      await new Promise((resolve) => setTimeout(resolve, 300));
      if (format === "json") expect(readFileSync(saved, "utf8") === out).toBe(true);
      else expect(readFileSync(saved).subarray(0, 2).toString()).toBe("PK");
    }
  }, 120_000);
});
