/** A printed number stands on the side of its bound on which the value lies, in every output. */
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Result } from "../../src/judge/verdict.ts";
import { renderers } from "../../src/render/index.ts";
import type { Report } from "../../src/report/report.ts";
import { about, aboutBeside, beside, duration, keeping } from "../../src/text/language.ts";
import { report } from "../run.ts";

/** A printed number back as a number of millionths of a millionth, exactly. */
function read(text: string): bigint {
  const [units, decimals = ""] = text.replaceAll(",", "").replace("−", "-").split(".");
  return BigInt(units + decimals.padEnd(18, "0"));
}

const side = (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0);

describe("beside", () => {
  it("89.956 % beside 90 is 89.96, 89.997 is 89.997, 90 is 90, 19.97 beside 20 is 19.97", () => {
    expect(beside(20_600n, 229n, 90, "en")).toBe("89.96");
    expect(aboutBeside(89.997, 90, "en")).toBe("89.997");
    expect(aboutBeside(90, 90, "en")).toBe("90");
    expect(aboutBeside(19.97, 20, "vi")).toBe("19,97");
  });

  it("keeps 10,000 fractions near a bound on their side of it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30_000 }),
        fc.integer({ min: -3, max: 3 }),
        fc.constantFrom(8, 20, 50, 89.5, 90, 95, 99.9, 100),
        (den, off, limit) => {
          const num = Math.max(0, Math.round((den * limit) / 100) + off);
          const scale = 10n ** 18n;
          const [a, b] = [BigInt(Math.round(limit * 10)) * BigInt(den), 1000n * BigInt(num)];
          const limitScaled = (BigInt(Math.round(limit * 10)) * scale) / 10n;
          const text = beside(100n * BigInt(num), BigInt(den), limit, "en");
          expect(side(read(text), limitScaled)).toBe(side(b, a));
        },
      ),
      { numRuns: 10_000 },
    );
  });
});

describe("a limit that is to be kept", () => {
  it("is rounded down where it is at most, up where it is at least: 3.654 hours are 3.6, 98.921 % is 98.93", () => {
    expect(duration(13_154.4, "en", "elapsed", "most")).toBe("3.6 hours");
    expect(keeping(8.0038, "most", 2, "en")).toBe("8.00");
    expect(keeping(98.921, "least", 2, "en")).toBe("98.93");
    expect(keeping(-1.25, "most", 1, "en")).toBe("−1.3");
    expect(keeping(-1.25, "least", 1, "en")).toBe("−1.2");
    expect(keeping(1.5, "least", 1, "en")).toBe("1.5");
  });
});

it("−7.25 is −7.3 everywhere, as 7.25 is 7.3: halves go away from zero", () => {
  expect([about(-7.25, 1, "en"), about(7.25, 1, "en")]).toEqual(["−7.3", "7.3"]);
  expect(beside(-725n, 100n, null, "en")).toBe("−7.3");
});

describe("10,000 results at the border of their bounds", () => {
  /** Numerators around the bound of 90 %, over as many denominators. */
  const values = Array.from({ length: 10_000 }, (_, i) => {
    const denominator = 30 + ((i * 7919) % 29_990);
    const numerator = Math.min(denominator, Math.round(denominator * 0.9) + ((i % 5) - 2));
    return { numerator, denominator, met: numerator * 10 >= denominator * 9 };
  });

  const made = report(["fixtures/sample/cases.csv", "--year", "2025", "--kpi", "record-digitisation-share"]);

  /** What an output makes of the first so many of them. */
  async function printed(format: keyof typeof renderers, most = values.length): Promise<string | Uint8Array> {
    const told = await made;
    const [first] = told.results;
    const results = values.slice(0, most).map(({ numerator, denominator, met }, i): Result => {
      const title = { vi: `T${i}T`, en: `T${i}T` };
      return {
        ...first,
        key: `k${i}`,
        title,
        target: { atLeast: 90 },
        measure: { kind: "ratio", value: (100 * numerator) / denominator, numerator, denominator },
        verdict: met ? "pass" : "fail",
        interpretation: null,
        bounds: null,
      };
    });
    return renderers[format]({ ...told, results }, { language: "en", colour: false, width: 200 });
  }

  /** Holds each printed number to its verdict; how many there were. */
  function held(found: Iterable<RegExpMatchArray>): number {
    let seen = 0;
    for (const [, at, number] of found) {
      seen++;
      expect([at, Number(number.replace(",", ".")) >= 90], `${at}: ${number} %`).toEqual([at, values[Number(at)].met]);
    }
    return seen;
  }

  const missed = values.filter(({ met }) => !met).length;
  const anyPlace = /T(\d+)T\D*?(?:<[^>]*>|[^<0-9T])*?(\d+(?:\.\d+)?) %/g;

  it.each([
    // A terminal's table of ten thousand rows takes ten seconds.
    ["table", 1_500, 1_500, anyPlace],
    ["markdown", 10_000, 10_000, anyPlace],
    // The page has a card for each that is met, the five furthest misses, and its table.
    ["html", 10_000, 20_000 - missed + 5, anyPlace],
    // Of junit the missed ones alone say what was measured, of github the first ten of them.
    ["junit", 10_000, missed, /name="T(\d+)T[^>]*>\s*<failure type="fail" message="(\d+(?:\.\d+)?) %/g],
    ["github", 10_000, 9, /^::error title=T(\d+)T [^:]*::(\d+(?:\.\d+)?) %/gm],
  ] as const)("in %s none is printed on the wrong side", async (format, most, seen, shown) => {
    expect(held(String(await printed(format, most)).matchAll(shown))).toBe(seen);
  });

  it("in csv and json the numbers are not rounded: 10,000 of 10,000 are on their side", async () => {
    const [header, ...rows] = String(await printed("csv"))
      .replace("\ufeff", "")
      .split("\r\n")
      .filter((row) => row !== "")
      .map((row) => row.split(","));
    const at = header.indexOf("value");
    expect(rows.map((row) => Number(row[at]) >= 90)).toEqual(values.map(({ met }) => met));
    const { results } = JSON.parse(String(await printed("json"))) as Report;
    expect(results.map(({ measure }) => Number(measure?.value) >= 90)).toEqual(values.map(({ met }) => met));
  });

  it("in docx none of 1,500 is printed on the wrong side", async () => {
    const files = unzipSync((await printed("docx", 1_500)) as Uint8Array);
    const text = strFromU8(files["word/document.xml"]).replaceAll(/<[^>]*>/g, " ");
    expect(held(text.matchAll(/T(\d+)T\s+(\d+(?:,\d+)?)%/g))).toBe(1_500);
  });

  it("in xlsx the formats of 10,000 cells show none on the wrong side", async () => {
    const files = unzipSync((await printed("xlsx")) as Uint8Array);
    const styles = strFromU8(files["xl/styles.xml"]);
    const codes = new Map(
      [...styles.matchAll(/numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [id, code]),
    );
    const xfs = [...(/<cellXfs.*<\/cellXfs>/s.exec(styles)?.[0] ?? "").matchAll(/<xf\b[^>]*>/g)].map(
      ([xf]) => codes.get(/numFmtId="(\d+)"/.exec(xf)?.[1] ?? "") ?? "",
    );
    let seen = 0;
    for (const [name, bytes] of Object.entries(files)) {
      if (!name.startsWith("xl/worksheets/sheet")) continue;
      for (const [, style, value] of strFromU8(bytes).matchAll(/<c r="[^"]*" s="(\d+)"><v>(0\.[89]\d*)/g)) {
        const [, decimals = ""] = /^0(?:\.(0+))?%$/.exec(xfs[Number(style)]) ?? [];
        seen++;
        expect(Number((100 * Number(value)).toFixed(decimals.length)) >= 90, value).toBe(Number(value) >= 0.9);
      }
    }
    expect(seen).toBe(10_000);
  });
});
