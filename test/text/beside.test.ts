/** A printed number stands on the side of its bound on which the value lies, in every output. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderers } from "../../src/render/index.ts";
import type { Report, Result } from "../../src/report/report.ts";
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

  it.each(["table", "markdown", "html", "junit"] as const)(
    "in %s none is printed on the wrong side",
    async (format) => {
      const made = await report(["fixtures/sample/cases.csv", "--year", "2025", "--kpi", "record-digitisation-share"]);
      const [first] = made.results;
      // A terminal's table of ten thousand rows takes ten seconds.
      const results = values
        .slice(0, format === "table" ? 1_500 : undefined)
        .map(({ numerator, denominator, met }, i): Result => {
          const value = (100 * numerator) / denominator;
          const measure = { kind: "ratio" as const, value, numerator, denominator };
          const title = { vi: `T${i}T`, en: `T${i}T` };
          const target = { atLeast: 90 };
          return {
            ...first,
            key: `k${i}`,
            title,
            target,
            measure,
            verdict: met ? "pass" : "fail",
            interpretation: null,
            bounds: null,
          };
        });
      const told: Report = { ...made, results };
      const text = String(await renderers[format](told, { language: "en", colour: false, width: 200 }));
      // Of junit the missed ones alone say what was measured.
      const shown =
        format === "junit"
          ? /name="T(\d+)T[^>]*>\s*<failure type="fail" message="(\d+(?:\.\d+)?) %/g
          : /T(\d+)T\D*?(?:<[^>]*>|[^<0-9T])*?(\d+(?:\.\d+)?) %/g;
      let seen = 0;
      for (const [, at, printed] of text.matchAll(shown)) {
        seen++;
        expect([at, Number(printed) >= 90], `${at}: ${printed} %`).toEqual([at, values[Number(at)].met]);
      }
      // The page has its cards and its table; of junit the missed ones alone say what was measured.
      expect(seen).toBe({ junit: 0.5, table: 1, markdown: 1, html: 2 }[format] * results.length);
    },
  );
});
