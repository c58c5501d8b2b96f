/** What a person does with the page, in Chromium, from a folder. */
import { appendFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { strFromU8, unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folder, kpi, log, planFile } from "../run.ts";
import { rowOf, xlsxOf } from "../workbooks.ts";
import { chromiumPath, give, idle, makePage, opened, pageFile, saved, startChromium } from "./browser.ts";

const sample = "fixtures/sample/cases.csv";
const sampleText = readFileSync(sample, "utf8").replace(/^\ufeff/, "");

/** Pictures for who looks at them: where this names a folder they are kept. */
const pictures = process.env.KPI_PICTURES;

/** The sample as Excel saves it here, by semicolons, where some came by a word that no table knows. */
function fromExcel(): string {
  const cells = (line: string) => {
    const all = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? [];
    return all.slice(0, -1).map((cell) => cell.replace(/,$/, ""));
  };
  const [head, ...rows] = sampleText.split(/\r?\n/).filter((line) => line !== "");
  const made = rows.map((row, i) => {
    const text = cells(row).join(";");
    return i % 7 === 0 ? text.replace("Trực tiếp", "Qua kiosk ở sảnh") : text;
  });
  return `\ufeff${[cells(head).join(";"), ...made].join("\r\n")}\r\n`;
}

async function checked(tab: Page): Promise<void> {
  await tab.click("#check");
  await tab.waitForSelector("#report", { timeout: 60_000 });
  await idle(tab);
}

async function axe(tab: Page): Promise<string[]> {
  await tab.evaluate(readFileSync("node_modules/axe-core/axe.min.js", "utf8"));
  return await tab.evaluate(async () => {
    const { axe: tool } = window as unknown as {
      axe: { run(what: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await tool.run(document);
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`);
  });
}

describe.skipIf(chromiumPath === undefined)("the page", () => {
  let browser: Browser;

  beforeAll(async () => {
    makePage();
    browser = await startChromium();
    if (pictures !== undefined) mkdirSync(pictures, { recursive: true });
  }, 60_000);
  afterAll(() => browser?.close());

  it("is one file of at most 3 MB without documents and 6 MB in all, and names nothing outside itself", () => {
    const text = readFileSync(pageFile, "utf8");
    const packed = [...text.matchAll(/id="part-(?:docx|xlsx)">([^<]*)/g)].map(([, { length }]) => length);
    expect(packed).toHaveLength(2);
    expect(statSync(pageFile).size).toBeLessThan(6e6);
    expect(statSync(pageFile).size - packed[0] - packed[1]).toBeLessThan(3e6);
    expect(text).toContain("connect-src 'none'");
    expect([...text.matchAll(/<(?:script|link|img|iframe)[^>]*\b(?:src|href)=/g)]).toEqual([]);
  });

  it("a newcomer's walk: an export of Excel's, a word that is mended, a document, and the same from the command line", async () => {
    const { tab, faults } = await opened(browser);
    const file = log(fromExcel(), "Danh sách hồ sơ 2025.csv");
    await give(tab, file);
    const doubt = tab.getByLabel(/“Qua kiosk ở sảnh”/);
    expect(await tab.getByText("Cần anh/chị cho biết").isVisible()).toBe(true);
    await doubt.selectOption("in_person");
    await idle(tab);
    expect(await tab.textContent("#said")).toContain("“Qua kiosk ở sảnh” → in_person");
    expect(await tab.getByText("Không có điểm nào cần khai báo thêm.").isVisible()).toBe(true);
    expect(await tab.inputValue("#year")).toBe("2025");
    await checked(tab);
    const frame = tab.frameLocator("#report");
    expect(await frame.locator("h1").textContent()).toContain("Kết quả thực hiện các chỉ tiêu");
    const { name, bytes } = await saved(tab, "#save-docx");
    expect(name).toBe("kpi-2025.docx");
    expect(strFromU8(unzipSync(bytes)["word/document.xml"])).toContain("Mức giảm thời gian xử lý");
    const json = (await saved(tab, "#save-json")).bytes.toString("utf8");
    const config = await saved(tab, "#save-config");
    expect(config.name).toBe("kpi.yaml");
    const dir = folder();
    writeFileSync(join(dir, "kpi.yaml"), config.bytes);
    const { out, err } = await kpi(["check", file, "--config", join(dir, "kpi.yaml"), "--format", "json"]);
    expect(err).toBe("");
    expect(json).toBe(out);
    // The line that the page shows asks the same.
    const line = (await tab.textContent("#command")) as string;
    expect(line).toBe(
      "kpi check 'Danh sách hồ sơ 2025.csv' --year 2025 --map-value 'channel:Qua kiosk ở sảnh=in_person'",
    );
    expect(faults).toEqual([]);
    await tab.close();
  }, 90_000);

  it("a column that comes near a field is offered, can be taken, and taken back", async () => {
    const { tab } = await opened(browser);
    await give(tab, log(sampleText.replace("Trạng thái", "Trạng thái hồ sơ hiện nay"), "cases.csv"));
    await tab.locator("#understood .doubts").getByLabel("Trạng thái hồ sơ hiện nay").selectOption("status");
    await idle(tab);
    expect(await tab.textContent("#said")).toContain("Trạng thái hồ sơ hiện nay → status");
    expect(await tab.textContent("#command")).toContain("--map 'status=Trạng thái hồ sơ hiện nay'");
    await tab.click("#undo-0");
    await idle(tab);
    expect(await tab.locator("#said").count()).toBe(0);
    await tab.close();
  }, 60_000);

  it("columns of which none is known are said one by one", async () => {
    const { tab } = await opened(browser);
    await give(tab, log("Cột A;Cột B;Cột C\n1;Trực tuyến;01/02/2025\n2;Trực tiếp;02/02/2025\n", "lạ.csv"));
    expect(await tab.textContent("#trouble-text")).toContain("không tìm thấy dòng tiêu đề");
    for (const [header, field] of [
      ["Cột A", "case_id"],
      ["Cột B", "channel"],
    ]) {
      await tab.fill("#own-header", header);
      await tab.selectOption("#own-field", field);
      await tab.click("#own-add");
      await idle(tab);
    }
    expect(await tab.locator("#said li").count()).toBe(2);
    await tab.locator("#columns > summary").click();
    await tab.locator("#columns").getByLabel("Cột C").selectOption("received_at");
    await idle(tab);
    expect(await tab.locator("#trouble-text").count()).toBe(0);
    expect(await tab.inputValue("#year")).toBe("2025");
    await tab.close();
  }, 60_000);

  it("a report of September, as every file that it can be", async () => {
    const { tab, faults } = await opened(browser, { locale: "en-GB" });
    await give(tab, sample);
    await tab.selectOption("#period", "2025-09");
    await checked(tab);
    expect(await tab.textContent("#command")).toBe("kpi report cases.csv --year 2025 --month 2025-09");
    for (const format of ["html", "csv", "json", "xlsx", "docx"]) {
      const { name, bytes } = await saved(tab, `#save-${format}`);
      expect(name).toBe(`kpi-2025-09.${format}`);
      if (format === "docx") continue;
      const args = ["report", sample, "--year", "2025", "--month", "2025-09", "--format", format, "--lang", "en"];
      const { out, bytes: binary } = await kpi(args);
      if (format === "xlsx") expect(Object.keys(unzipSync(bytes))).toEqual(Object.keys(unzipSync(binary)));
      else expect(bytes.toString("utf8") === out, format).toBe(true);
    }
    expect(faults).toEqual([]);
    await tab.close();
  }, 120_000);

  it("its tables of groups sort and filter where it is shown: Sở alone, then by name from A", async () => {
    const { tab, faults } = await opened(browser);
    await give(tab, sample);
    await tab.selectOption("#period", "2025-09");
    await checked(tab);
    const table = tab.frameLocator("#report").locator("table[data-top]").first();
    const search = tab.frameLocator("#report").locator("input[type=search]").first();
    const names = () =>
      table
        .locator("tbody tr:not([hidden])")
        .evaluateAll((rows) => rows.map((row) => (row as HTMLTableRowElement).cells[0].textContent));
    await search.fill("sở");
    const found = await names();
    expect(found.length).toBeGreaterThan(2);
    expect(found.every((name) => name?.startsWith("Sở"))).toBe(true);
    await table.locator("button.sort").first().click();
    expect(await names()).toEqual(found.toSorted(new Intl.Collator("vi", { numeric: true }).compare as never));
    expect(faults).toEqual([]);
    await tab.close();
  }, 60_000);

  /** What the page and the command line make of the same; the line that the page prints. */
  async function both(tab: Page, args: readonly string[]): Promise<{ same: boolean; line: string }> {
    await checked(tab);
    const json = (await saved(tab, "#save-json")).bytes.toString("utf8");
    const { out } = await kpi([...args, "--format", "json"]);
    return { same: json === out, line: (await tab.textContent("#command")) as string };
  }

  it.each([
    ["2025-09", "2025-09", "Theo tệp cấu hình: tháng 9 năm 2025"],
    ["9/2025", "9/2025", "Theo tệp cấu hình: tháng 9 năm 2025"],
    ["2025-09-01..2025-09-30", "2025-09-01..2025-09-30", "Theo tệp cấu hình: 01/9/2025 – 30/9/2025"],
    ["all", "all", "Theo tệp cấu hình: Mọi hồ sơ trong tệp"],
  ])(
    "a configuration's period %s gives the figures of kpi check --config, and stands in the line as --period %s",
    async (period, said, title) => {
      const { tab } = await opened(browser);
      const config = log(`year: 2025\nperiod: ${period}\n`, "c2.yaml");
      await give(tab, sample, config);
      expect(await tab.locator("#period option").first().textContent()).toBe(title);
      const { same, line } = await both(tab, ["check", sample, "--config", config]);
      expect(same).toBe(true);
      expect(line).toBe(`kpi check cases.csv --year 2025 --period ${said}`);
      if (period === "2025-09") expect(await tab.textContent("#summary")).toContain("5 đạt · 2 chưa đạt");
      await tab.close();
    },
    60_000,
  );

  it("a configuration's clock, groups, office and statutory month reach figures, line, kpi.yaml and letterhead", async () => {
    const { tab } = await opened(browser);
    const text =
      "year: 2025\nperiod: 2025-09\nstatutory: true\nclock: working\nby: [agency]\nmax-issues: 3\noffice:\n  name: UBND xã Thử\n";
    const config = log(text, "c3.yaml");
    await give(tab, sample, config);
    const { same, line } = await both(tab, ["check", sample, "--config", config]);
    expect(same).toBe(true);
    expect(line).toBe(
      "kpi check cases.csv --year 2025 --period 2025-09 --statutory --clock working --by agency --config c3.yaml",
    );
    expect(strFromU8(unzipSync((await saved(tab, "#save-docx")).bytes)["word/document.xml"])).toContain("UBND XÃ THỬ");
    const kept = log((await saved(tab, "#save-config")).bytes, "kpi.yaml");
    const again = ["check", sample, "--period", "2025-09", "--statutory", "--format", "json"];
    expect((await kpi([...again, "--config", kept])).out).toBe(
      (await kpi(["check", sample, "--config", config, "--format", "json"])).out,
    );
    await tab.selectOption("#period", "2025-Q3");
    const quarter = ["report", sample, "--quarter", "2025-Q3", "--config", config];
    expect((await both(tab, quarter)).same).toBe(true);
    await tab.close();
  }, 90_000);

  it("every case and the whole year are two choices: of the latter 35 are met and 1 is not, with procedures and figures", async () => {
    const { tab } = await opened(browser);
    const beside = ["procedures", "petitions", "figures"].map((name) => `fixtures/sample/${name}.csv`);
    await give(tab, sample, ...beside);
    const titles = await tab.locator("#period option").allTextContents();
    expect(titles.slice(0, 2)).toEqual(["Mọi hồ sơ trong tệp", "Cả năm 2025"]);
    const args = [
      "check",
      sample,
      ...["--procedures", "--petitions", "--figures"].flatMap((one, i) => [one, beside[i]]),
    ];
    expect((await both(tab, [...args, "--year", "2025"])).same).toBe(true);
    await tab.selectOption("#period", "2025");
    const { same, line } = await both(tab, [...args, "--year", "2025", "--period", "2025"]);
    expect(same).toBe(true);
    expect(line).toContain("--year 2025 --period 2025 ");
    expect(await tab.textContent("#summary")).toContain("35 đạt · 1 chưa đạt");
    await tab.close();
  }, 60_000);

  it("of a plan for nine months the nine months come first, as on the command line; every case is a choice", async () => {
    const { tab } = await opened(browser);
    const plan = log(
      readFileSync(planFile({ kpi: "on-time-share", atLeast: 90 }), "utf8").replace(
        '"years"',
        '"period":"2025-9M","years"',
      ),
      "own.yaml",
    );
    await give(tab, sample, plan);
    const titles = await tab.locator("#period option").allTextContents();
    expect(titles.slice(0, 3)).toEqual(["Kỳ của kế hoạch: 9 tháng đầu năm 2025", "Mọi hồ sơ trong tệp", "Cả năm 2025"]);
    expect((await both(tab, ["check", sample, "--plan", plan, "--year", "2025"])).same).toBe(true);
    await tab.selectOption("#period", "all");
    expect((await both(tab, ["check", sample, "--plan", plan, "--year", "2025", "--period", "all"])).same).toBe(true);
    await tab.close();
  }, 60_000);

  it.each([
    ["empty.csv", "", "không có nội dung"],
    ["sai.yaml", "yaer: 2025\n", "yaer"],
    ["k.yaml", "plan: ./khac.yaml\n", "khac.yaml"],
  ])(
    "after %s, which cannot be read, no period is offered, and asking again says the same",
    async (name, text, said) => {
      const { tab } = await opened(browser);
      await give(tab, ...(name.endsWith("yaml") ? [sample] : []), log(text, name));
      const trouble = await tab.textContent("#trouble-text");
      expect(trouble).toContain(said);
      if (name.endsWith("csv")) expect(await tab.locator("#period option").allTextContents()).toEqual([]);
      await tab.evaluate(() => document.getElementById("check")?.click());
      await idle(tab);
      if (name.endsWith("csv")) expect(await tab.textContent("#trouble-text")).toBe(trouble);
      else expect(await tab.textContent("#trouble-text")).toContain(said);
      await tab.close();
    },
    60_000,
  );

  it("several files dropped together are told apart: logs, tables, a plan, a configuration, partial results, gz", async () => {
    const { tab } = await opened(browser);
    const dir = folder();
    const put = (name: string, content: string | Uint8Array) => {
      writeFileSync(join(dir, name), content);
      return join(dir, name);
    };
    const read = (name: string) => readFileSync(`fixtures/sample/${name}.csv`);
    const part = put("a.kpi.json", (await kpi(["tally", sample, "--out", "-"])).out);
    const files = [
      put("một.csv.gz", gzipSync(read("cases"))),
      put("hai.csv", read("procedures")),
      put("ba.csv", read("petitions")),
      put("bốn.csv", read("figures")),
      put("kế hoạch.yaml", readFileSync("src/plans/tan-an.yaml")),
      put("cấu hình.yaml", "year: 2025\nby: [agency]\n"),
      part,
    ];
    await tab.setInputFiles("#choose", files);
    await idle(tab);
    const roles = await tab
      .locator(".files select")
      .evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value));
    expect(roles).toEqual(["cases", "procedures", "petitions", "figures", "plan", "config", "part"]);
    await tab.close();
  }, 60_000);

  it("partial results alone give the figures of the log of which they were made", async () => {
    const { tab } = await opened(browser);
    const part = log((await kpi(["tally", sample, "--out", "-"])).out, "a.kpi.json");
    await give(tab, part);
    await tab.selectOption("#year", "2025");
    await checked(tab);
    const json = (await saved(tab, "#save-json")).bytes.toString("utf8");
    const { out } = await kpi(["check", part, "--year", "2025", "--format", "json"]);
    expect(json).toBe(out);
    await tab.close();
  }, 60_000);

  it("a workbook is read as the command line reads it", async () => {
    const { tab } = await opened(browser);
    const rows = sampleText.split("\r\n").join("\n").split("\n").slice(0, 300);
    const cells = rows.map((row) =>
      row
        .replace(/"[^"]*"/g, "–")
        .split(",")
        .slice(0, 24),
    );
    const xml = cells.map((row, i) => rowOf(i + 1, ...row)).join("");
    const file = log(xlsxOf([{ name: "Hồ sơ", xml }]), "sổ.xlsx");
    await give(tab, file);
    await checked(tab);
    const json = (await saved(tab, "#save-json")).bytes.toString("utf8");
    const { out } = await kpi(["check", file, "--year", "2025", "--format", "json"]);
    expect(json).toBe(out);
    await tab.close();
  }, 60_000);

  it("a bad file is told of in one box, in the words of the command line; another is read then", async () => {
    const { tab } = await opened(browser);
    const bad = log(gzipSync(readFileSync(sample)).subarray(0, 9000), "hỏng.csv.gz");
    await give(tab, bad);
    const said = await tab.textContent("#trouble-text");
    expect(said).toContain("hỏng.csv.gz");
    await tab.getByRole("button", { name: /Bỏ/ }).first().click();
    await idle(tab);
    expect(await tab.locator("#trouble-text").count()).toBe(0);
    await give(tab, sample);
    await checked(tab);
    expect(await tab.textContent("#summary")).toContain("7 đạt");
    await tab.close();
  }, 60_000);

  it("what takes long shows how far it is, and can be stopped; then it can be asked again", async () => {
    // The sample 150 times, each with numbers of its own, is made sooner than as many cases: 300,000, of 130 MB.
    const big = join(folder(), "cases.csv");
    const head = sampleText.indexOf("\n") + 1;
    writeFileSync(big, sampleText.slice(0, head));
    for (let i = 0; i < 150; i++) appendFileSync(big, sampleText.slice(head).replaceAll(",000.", `,${100 + i}.`));
    const { tab } = await opened(browser);
    // Stopped the first time that it says how far it is: on a fast machine that is soon over.
    await tab.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      new MutationObserver(() => {
        const text = document.getElementById("far")?.textContent ?? "";
        if (seen.length > 0 || !text.includes("%")) return;
        seen.push(text);
        document.getElementById("cancel")?.click();
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    const seen = () => tab.evaluate(() => (window as unknown as { seen: string[] }).seen);
    await tab.setInputFiles("#choose", big);
    await idle(tab);
    if ((await seen()).length === 0) {
      await tab.selectOption("#year", "2025");
      await tab.click("#check");
      await idle(tab);
    }
    expect(await seen()).toHaveLength(1);
    expect(await tab.locator("#trouble-text").count()).toBe(0);
    await tab.selectOption("#year", "2025");
    await checked(tab);
    expect(await tab.textContent("#summary")).toMatch(/\d+ đạt/);
    // Several threads have read it.
    const json = (await saved(tab, "#save-json")).bytes.toString("utf8");
    const { out: told } = await kpi(["check", big, "--year", "2025", "--format", "json"]);
    expect(json === told).toBe(true);
    await tab.close();
  }, 240_000);

  it("what was rejected is saved as the command line writes it", async () => {
    const { tab } = await opened(browser);
    const file = "fixtures/faults/too-short.csv";
    await give(tab, file);
    await tab.selectOption("#year", "2025");
    await checked(tab);
    const { name, bytes } = await saved(tab, "#save-rejects");
    expect(name).toBe("kpi-2025-rejects.csv");
    const { out } = await kpi(["check", file, "--year", "2025", "--rejects", "-", "--lang", "vi"]);
    expect(bytes.toString("utf8")).toBe(out);
    await tab.close();
  }, 60_000);

  it("by the keyboard alone: from the files to the report", async () => {
    const { tab } = await opened(browser);
    const chooser = tab.waitForEvent("filechooser");
    for (let i = 0; i < 3; i++) await tab.keyboard.press("Tab");
    expect(await tab.evaluate(() => document.activeElement?.id)).toBe("choose");
    await tab.keyboard.press("Enter");
    await (await chooser).setFiles(sample);
    await idle(tab);
    for (let i = 0; i < 30; i++) {
      await tab.keyboard.press("Tab");
      if ((await tab.evaluate(() => document.activeElement?.id)) === "check") break;
    }
    await tab.keyboard.press("Enter");
    await tab.waitForSelector("#report");
    await tab.close();
  }, 60_000);

  it.each([
    [360, "dark"],
    [1440, "light"],
  ] as const)(
    "at %d pixels, %s: nothing lies beside the page, axe finds nothing",
    async (width, colorScheme) => {
      const { tab } = await opened(browser, { viewport: { width, height: 900 }, colorScheme });
      const picture = async (name: string) => {
        if (pictures !== undefined) {
          await tab.screenshot({ path: join(pictures, `${name}-${width}-${colorScheme}.png`), fullPage: true });
        }
        expect(await tab.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(width);
        expect(await axe(tab), name).toEqual([]);
      };
      await picture("begin");
      await give(tab, log(fromExcel(), "Danh sách hồ sơ 2025.csv"));
      for (const id of ["columns", "how", "same"]) await tab.click(`#${id} > summary`);
      await picture("understood");
      await checked(tab);
      await picture("result");
      await give(tab, log("không phải tệp hồ sơ\n", "ghi chú.txt"));
      await picture("trouble");
      await tab.close();
    },
    120_000,
  );
});
