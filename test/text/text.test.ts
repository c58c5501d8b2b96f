import fc from "fast-check";
import { expect, it } from "vitest";
import { UserError } from "../../src/errors.ts";
import { exampleOf } from "../../src/text/code-examples.ts";
import { errorMessages } from "../../src/text/errors.ts";
import { beside, clean, date, decimal, duration, whole } from "../../src/text/language.ts";

it.each([
  [12_480, "12.480", "12,480"],
  [-1234, "−1.234", "−1,234"],
  [999, "999", "999"],
])("%i is %s in Vietnamese and %s in English", (value, vi, en) => {
  expect([whole(value, "vi"), whole(value, "en")]).toEqual([vi, en]);
});

it.each([
  // 17.249…: one decimal will do against 20.
  [172_494n, 10_000n, 20, "17,2"],
  // 89.97 against 90 must not print as 90,0.
  [8997n, 100n, 90, "89,97"],
  [8_999_999n, 100_000n, 90, "89,99999"],
  // Nor 99.96 as 100,0 against 100.
  [9996n, 100n, 100, "99,96"],
  [90n, 1n, 90, "90"],
  // A third against a third's neighbour.
  [100n, 3n, 33.3, "33,33"],
  [-1n, 3n, 20, "−0,3"],
])("%i/%i against %f prints as %s", (num, den, limit, text) => {
  expect(beside(num, den, limit, "vi")).toBe(text);
});

it("a printed value never stands on another side of the target than the value itself", () => {
  fc.assert(
    fc.property(
      fc.bigInt(-2_000_000n, 2_000_000n),
      fc.bigInt(1n, 30_000n),
      fc.integer({ min: 0, max: 1000 }),
      (num, den, tenths) => {
        const limit = tenths / 10;
        const shown = beside(num, den, limit, "en").replace("−", "-").replaceAll(",", "");
        const scaled = num * 10n - BigInt(tenths) * den;
        const side = scaled > 0n ? 1 : scaled < 0n ? -1 : 0;
        expect(Math.sign(Number((Number(shown) - limit).toFixed(9)))).toBe(side);
      },
    ),
    { numRuns: 500 },
  );
});

it("rounds halves away from zero: 0.05 to 0,1 and -0.05 to −0,1", () => {
  expect([decimal(5n, 100n, 1, "vi"), decimal(-5n, 100n, 1, "vi"), decimal(-1n, 1000n, 1, "vi")]).toEqual([
    "0,1",
    "−0,1",
    "0,0",
  ]);
});

it("writes dates as the State does: 02/01/2025, 30/9/2025; 2 Jan 2025 in English", () => {
  expect([date("2025-01-02", "vi"), date("2025-09-30", "vi"), date("2025-01-02", "en")]).toEqual([
    "02/01/2025",
    "30/9/2025",
    "2 Jan 2025",
  ]);
});

it("writes 384 s as 6,4 phút, 9000 s as 2,5 giờ and 283,392 s as 3,28 ngày", () => {
  expect([384, 9000, 283_392].map((seconds) => duration(seconds, "vi"))).toEqual(["6,4 phút", "2,5 giờ", "3,28 ngày"]);
});

it("takes control and direction characters out of what is shown", () => {
  expect(clean("\u001b[31mđỏ\u202eabc\u0000")).toBe("[31mđỏ abc");
});

it("every error has a sentence in both languages that holds no undefined and no Error", () => {
  for (const [code, message] of Object.entries(errorMessages)) {
    for (const language of ["vi", "en"] as const)
      expect(message[language](exampleOf("error", code)), code).not.toMatch(/undefined|\[object/);
  }
  expect(new UserError("no-file", { file: "a" }).data).toEqual({ file: "a" });
});
