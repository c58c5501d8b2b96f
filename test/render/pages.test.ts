/** The page of a report in a real browser, and its document in a real office suite; skipped where there is none. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { docx } from "../../src/render/docx.ts";
import type { Report } from "../../src/report/report.ts";
import { writeLog } from "../report/three-years.ts";
import { folder, kpi, planFile, table } from "../run.ts";

const find = (...paths: string[]) => paths.find((path) => existsSync(path));
const browserPath = find("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
const officePath = find("/usr/bin/soffice", "/usr/bin/libreoffice");
const page = pathToFileURL(resolve("test/golden/report-2025-09.html")).href;

/** Pictures for who looks at them: where this names a folder they are kept. */
const pictures = process.env.KPI_PICTURES;

describe.skipIf(browserPath === undefined)("the page in Chromium", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({
      ...(browserPath !== undefined && { executablePath: browserPath }),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
    if (pictures !== undefined) mkdirSync(pictures, { recursive: true });
  }, 60_000);
  afterAll(() => browser?.close());

  it.each([
    [360, "light"],
    [768, "light"],
    [1440, "dark"],
  ] as const)(
    "at %d pixels, %s: nothing lies beside the page, no word of a chart is cut off, axe finds nothing, best practices too",
    async (width, colorScheme) => {
      // The policy of the page lets no script in, axe's neither.
      const tab = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
      const faults: string[] = [];
      tab.on("console", (message) => faults.push(message.text()));
      tab.on("request", (request) => {
        if (request.url() !== page) faults.push(request.url());
      });
      await tab.goto(page);
      if (pictures !== undefined)
        await tab.screenshot({ path: join(pictures, `${width}-${colorScheme}.png`), fullPage: true });
      expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const cut = await tab.evaluate(() =>
        [...document.querySelectorAll("figure svg text")]
          .filter((text) => {
            const [own, room] = [
              text.getBoundingClientRect(),
              (text.closest("figure") as Element).getBoundingClientRect(),
            ];
            return own.left < room.left || own.right > room.right;
          })
          .map((text) => text.textContent),
      );
      expect(cut).toEqual([]);
      await tab.addScriptTag({ content: readFileSync("node_modules/axe-core/axe.min.js", "utf8") });
      const violations = await tab.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
        };
        const { violations: found } = await axe.run();
        return found.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`);
      });
      expect(violations).toEqual([]);
      expect(faults).toEqual([]);
      await tab.close();
    },
  );

  it("runs its script under its own policy, which lets no other run: a table is sorted, filtered, shown whole; a chart tells its values", async () => {
    const tab = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const faults: string[] = [];
    tab.on("console", (message) => faults.push(message.text()));
    await tab.goto(page);
    const table = tab.locator("#groups table[data-top]").first();
    const names = () => table.locator("tbody tr:not([hidden]) th").allTextContents();
    const sort = table.locator("thead button").first();
    await sort.click();
    await sort.click();
    expect((await names()).slice(0, 2)).toEqual(["UBND xã số 12", "UBND xã số 11"]);
    await tab.locator("#groups input[type=search]").first().fill("số 07");
    expect(await names()).toEqual(["UBND xã số 07"]);
    const chart = tab.locator("#trend figure svg").first();
    await chart.focus();
    await tab.keyboard.press("ArrowLeft");
    expect(await tab.locator("#trend figure .tip").first().textContent()).toContain("T9/2025 · 6,5 phút");
    expect(faults).toEqual([]);
    await tab.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'other'";
      document.body.append(script);
    });
    expect(await tab.title()).not.toBe("other");
    await tab.close();
  });

  it("at 360 pixels a name of 50 letters without a space is broken, and a definition is as wide as the page", async () => {
    const rows = Array.from(
      { length: 20 },
      (_, i) => `A${i},${i % 2 ? "N".repeat(50) : "Xã A"},in_person,2025-09-02,no`,
    );
    const log = table("case_id,agency,channel,received_at,record_digitised", ...rows);
    const plan = planFile({ kpi: "record-digitisation-share", atLeast: 100 });
    const { out } = await kpi([
      "report",
      log,
      "--plan",
      plan,
      "--month",
      "2025-09",
      "--format",
      "html",
      "--lang",
      "vi",
    ]);
    const tab = await browser.newPage({ viewport: { width: 360, height: 900 } });
    await tab.setContent(out);
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    const cell = tab.locator("#definitions td").first();
    expect((await cell.boundingBox())?.width).toBeGreaterThan(300);
    await tab.close();
  });

  it("no text of it is under 12 pixels, on a phone too, and on paper none under 9 points", async () => {
    const tab = await browser.newPage({ viewport: { width: 360, height: 900 } });
    await tab.goto(page);
    const least = (unit: number) =>
      tab.evaluate((one) => {
        const sizes: number[] = [];
        for (const element of document.querySelectorAll<HTMLElement>("body *")) {
          const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== "");
          if (!own || element.closest("script,style,title,desc") !== null) continue;
          if (element.getBoundingClientRect().width === 0) continue;
          const svg = element.closest("svg");
          const scale = svg === null ? 1 : svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
          sizes.push((Number.parseFloat(getComputedStyle(element).fontSize) * scale) / one);
        }
        return Math.min(...sizes);
      }, unit);
    expect(await least(1)).toBeGreaterThanOrEqual(12);
    await tab.emulateMedia({ media: "print" });
    // What A4 leaves between its margins, 184 mm.
    await tab.setViewportSize({ width: Math.round((184 / 25.4) * 96), height: 900 });
    expect(await least(96 / 72)).toBeGreaterThanOrEqual(9);
    await tab.close();
  });

  const sample = (name: string) => `fixtures/sample/${name}.csv`;
  const beside = ["procedures", "petitions", "figures"].flatMap((name) => [`--${name}`, sample(name)]);
  it.each([
    [
      "33 targets with all four inputs",
      ["report", sample("cases"), "--month", "2025-09", "--plan", "ngoai-vu-76", ...beside],
    ],
    ["the same in English", ["report", sample("cases"), "--month", "2025-09", ...beside, "--lang", "en"]],
    ["a check of which nothing is missed", ["check", sample("cases"), "--year", "2025"]],
    [
      "a month without a case",
      ["report", sample("cases"), "--month", "2025-01", "--as-of", "2025-01-01", "--allow-no-data"],
    ],
  ] as const)("is clean to axe, and no wider than a phone: %s", async (_, args) => {
    const { out } = await kpi([
      ...args,
      "--format",
      "html",
      ...((args as readonly string[]).includes("--lang") ? [] : ["--lang", "vi"]),
    ]);
    const file = join(folder(), "page.html");
    writeFileSync(file, out);
    const tab = await browser.newPage({ viewport: { width: 360, height: 900 }, bypassCSP: true });
    await tab.goto(pathToFileURL(file).href);
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await tab.addScriptTag({ content: readFileSync("node_modules/axe-core/axe.min.js", "utf8") });
    const violations = await tab.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
      return (await axe.run()).violations.map(({ id }) => id);
    });
    expect(violations).toEqual([]);
    await tab.close();
  });

  it("prints on A4, on at most sixteen pages", async () => {
    const tab = await browser.newPage();
    await tab.goto(page);
    const pdf = await tab.pdf({ preferCSSPageSize: true, printBackground: true });
    if (pictures !== undefined) writeFileSync(join(pictures, "report.pdf"), pdf);
    const text = pdf.toString("latin1");
    const boxes = [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, w, h]) => [
      Math.round(Number(w)),
      Math.round(Number(h)),
    ]);
    // 210 × 297 mm in points.
    expect(new Set(boxes.map(String))).toEqual(new Set(["595,842"]));
    expect(boxes.length).toBeLessThanOrEqual(16);
    await tab.close();
  });
});

describe("the document", () => {
  let made: Report;
  let bytes: Uint8Array;

  beforeAll(async () => {
    const file = join(folder(), "cases.csv");
    writeLog(file);
    const { out } = await kpi([
      "report",
      file,
      "--year",
      "2025",
      "--month",
      "2025-09",
      "--format",
      "json",
      "--threads",
      "1",
    ]);
    made = JSON.parse(out);
    bytes = await docx(made);
  }, 60_000);

  it("has the form of Nghị định 30/2020/NĐ-CP: quốc hiệu, tiêu ngữ, number, date, Nơi nhận, signature; A4 and its margins", () => {
    const xml = strFromU8(unzipSync(bytes)["word/document.xml"]);
    const text = xml.replace(/<w:p[ >]/g, "\n$&").replace(/<[^>]+>/g, "");
    for (const part of [
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "Số: ……/BC-……",
      "BÁO CÁO",
      "Nơi nhận:",
      "- Lưu: VT, ……",
      "QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ",
      "Kính gửi: ",
      "- Như trên;",
      "Trên đây là kết quả thực hiện các chỉ tiêu tháng 9 năm 2025./.",
      "Phụ lục III. TÌNH HÌNH TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ (BIỂU II.06A/VPCP/KSTT)",
    ]) {
      expect(text).toContain(part);
    }
    // 210 × 297 mm and 20, 15, 20, 30 mm in twentieths of a point.
    expect(xml).toMatch(/<w:pgSz w:w="11905" w:h="16837"/);
    expect(xml).toMatch(/<w:pgMar w:top="1133" w:right="850" w:bottom="1133" w:left="1700"/);
    // The style of the document says the font, 13 points; no other is named anywhere.
    const styles = strFromU8(unzipSync(bytes)["word/styles.xml"]);
    expect(styles).toMatch(/<w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman"[^>]*\/><w:sz w:val="26"\/>/);
    const fonts = [...`${styles}${xml}`.matchAll(/w:ascii="([^"]+)"/g)].map(([, font]) => font);
    expect(new Set(fonts)).toEqual(new Set(["Times New Roman"]));
  });

  it("signs before its appendices, which lie across the page in at least 10 points, black, under headings", () => {
    const parts = unzipSync(bytes);
    const xml = strFromU8(parts["word/document.xml"]);
    const text = xml.replace(/<[^>]+>/g, "");
    expect(text.indexOf("Họ và tên")).toBeLessThan(text.indexOf("Phụ lục I."));
    expect(text.indexOf("V. YÊU CẦU TRONG THỜI GIAN")).toBeLessThan(text.indexOf("Họ và tên"));
    expect(xml).toMatch(/w:orient="landscape"/);
    expect(xml).toMatch(/<w:pStyle w:val="Heading1"\/>/);
    const style = /w:styleId="KpiTable"[\s\S]*?<w:sz w:val="(\d+)"/.exec(strFromU8(parts["word/styles.xml"]));
    expect(style?.[1]).toBe("20");
    const sizes = [...xml.matchAll(/<w:sz w:val="(\d+)"/g)].map(([, size]) => Number(size));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(20);
    const colours = [...xml.matchAll(/<w:color w:val="([^"]+)"/g)].map(([, colour]) => colour);
    expect(new Set(colours)).toEqual(new Set());
  });

  it("says whose it is where the configuration does: names, place, Kính gửi, number and signature", async () => {
    const office = {
      parent: "UBND thành phố Hải Phòng",
      name: "UBND phường Dương Kinh",
      place: "Dương Kinh",
      recipients: ["UBND thành phố", "Sở Khoa học và Công nghệ"],
      signer: { title: "Chủ tịch", name: "Nguyễn Văn A" },
      letters: "UBND",
    };
    const text = strFromU8(unzipSync(await docx(made, { office }))["word/document.xml"]).replace(/<[^>]+>/g, "|");
    for (const part of [
      "UBND THÀNH PHỐ HẢI PHÒNG",
      "UBND PHƯỜNG DƯƠNG KINH",
      "Dương Kinh, ngày",
      "- UBND thành phố;",
      "- Sở Khoa học và Công nghệ.",
      "Số: ……/BC-UBND",
      "CHỦ TỊCH",
      "Nguyễn Văn A",
      "Đơn vị báo cáo: UBND phường Dương Kinh. Đơn vị nhận báo cáo: UBND thành phố; Sở Khoa học và Công nghệ.",
    ]) {
      expect(text).toContain(part);
    }
  });

  it("BC-UBND is UBND, and Như trên and Lưu given as recipients stand once, under Nơi nhận", async () => {
    const office = { recipients: ["Như trên", "Sở Khoa học và Công nghệ", "- Lưu: VT, KSTT."], letters: "BC-UBND" };
    const text = strFromU8(unzipSync(await docx(made, { office }))["word/document.xml"]).replace(/<[^>]+>/g, "|");
    for (const part of ["Số: ……/BC-UBND", "Kính gửi: Sở Khoa học và Công nghệ|", "- Như trên;", "- Lưu: VT, KSTT|"]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain("BC-BC");
    expect(text.match(/Như trên/g)).toHaveLength(1);
    expect(text.match(/Lưu: VT/g)).toHaveLength(1);
  });

  it("says in Vietnamese what the report says, its pictures in words too", () => {
    const parts = unzipSync(bytes);
    const xml = strFromU8(parts["word/document.xml"]);
    expect(xml).toContain("5 chỉ tiêu được đánh giá: 2 đạt, 3 chưa đạt; 2 chưa có số liệu");
    // A drawing for Word 2016 and later, and a metafile for what came before it.
    const images = Object.keys(parts).filter((name) => /^word\/media\/.+\.svg$/.test(name));
    expect(Object.keys(parts).filter((name) => /^word\/media\/.+\.emf$/.test(name))).toHaveLength(images.length);
    const described = [...xml.matchAll(/<wp:docPr [^>]*descr="([^"]+)"/g)].map(([, words]) => words);
    expect(images.length).toBeGreaterThan(5);
    expect(described).toHaveLength(images.length);
    expect(described[0]).toContain("Mức giảm thời gian xử lý so với nộp trực tiếp qua 24 kỳ");
  });

  it.skipIf(officePath === undefined)(
    "is opened by LibreOffice, and has its words and its pictures on its pages",
    () => {
      const dir = folder();
      const file = join(dir, "bao-cao.docx");
      writeFileSync(file, bytes);
      const home = pathToFileURL(join(dir, "home")).href;
      const args = [`-env:UserInstallation=${home}`, "--headless", "--convert-to", "pdf", "--outdir", dir, file];
      execFileSync(officePath as string, args, { stdio: "ignore", timeout: 60_000 });
      const pdf = join(dir, "bao-cao.pdf");
      if (pictures !== undefined) writeFileSync(join(pictures, "document.pdf"), readFileSync(pdf));
      const tool = find("/usr/bin/pdftotext");
      if (tool === undefined) throw new Error("pdftotext (poppler-utils) is needed beside LibreOffice");
      const text = execFileSync(tool, ["-layout", pdf, "-"], { encoding: "utf8" });
      expect(text).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
      expect(text).toMatch(/Tổng số\s+10\.264\s+6\.300\s+2\.700\s+1\.264/);
      // The words of its charts are words.
      expect(text).toMatch(/T5\/2024\s+T1\/2025\s+T9\/2025/);
      expect(text).toMatch(/UBND xã số 11\s+.*50,9% · 165/);
    },
  );
});
