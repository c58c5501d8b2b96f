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
import { folder, kpi } from "../run.ts";

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
    [1440, "light"],
    [1440, "dark"],
  ] as const)(
    "at %d pixels, %s: nothing lies beside the page, no word of a chart is cut off, axe finds nothing serious",
    async (width, colorScheme) => {
      const tab = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
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
        return found
          .filter(({ impact }) => impact === "serious" || impact === "critical")
          .map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`);
      });
      expect(violations).toEqual([]);
      expect(faults).toEqual([]);
      await tab.close();
    },
  );

  it("prints on A4, on at most ten pages", async () => {
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
    expect(boxes.length).toBeLessThanOrEqual(10);
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
      "VI. TÌNH HÌNH TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ (BIỂU II.06A/VPCP/KSTT)",
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

  it("says in Vietnamese what the report says, its pictures in words too", () => {
    const parts = unzipSync(bytes);
    const xml = strFromU8(parts["word/document.xml"]);
    expect(xml).toContain("Trong 5 chỉ tiêu được đánh giá của tháng 9 năm 2025, 2 chỉ tiêu đạt, 3 chỉ tiêu chưa đạt");
    const images = Object.keys(parts).filter((name) => /^word\/media\/.+\.png$/.test(name));
    const described = [...xml.matchAll(/<wp:docPr [^>]*descr="([^"]+)"/g)].map(([, words]) => words);
    expect(images.length).toBeGreaterThan(5);
    expect(described).toHaveLength(images.length);
    expect(described[0]).toContain("Mức giảm thời gian xử lý so với nộp trực tiếp qua 12 kỳ");
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
      const images = execFileSync("/usr/bin/pdfimages", ["-list", pdf], { encoding: "utf8" })
        .split("\n")
        .filter((line) => /\simage\s/.test(line));
      expect(images.length).toBeGreaterThan(5);
    },
  );
});
