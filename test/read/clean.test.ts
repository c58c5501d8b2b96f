/** Cells that have nothing to clean are passed over: what is passed must be what cleaning would give. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { cleanText } from "../../src/read/clean.ts";

/** The rule as it is told: NFC, nothing that is not seen, Đ for eth, single spaces, no quote before a formula. */
function told(raw: string): string {
  const clean = raw
    .normalize("NFC")
    .replace(/\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffc]|(?![\s\u0080-\u009f])\p{Cc}/gu, "")
    .replace(/(?<![\u0080-\u00ff])\u0085/g, " ")
    .replace(/[\u00d0\u0189]/g, "Đ")
    .replace(/[\u00f0\u0256]/g, "đ")
    .replace(/\s+/gu, " ")
    .trim();
  return /^'[=+\-@]/.test(clean) ? clean.slice(1) : clean;
}

const letters = "aZ09 '=+-@.ếỆưĐđÐðƉɖ\u0300\u0301\u0323\u00a0\u200b\u061c\ufe0f\u0007\u0085\ufeff\t";

it("of 5,000 texts of Vietnamese letters, marks and spaces each is as the rule says", () => {
  const text = fc.string({ unit: fc.constantFrom(...letters), maxLength: 12 });
  fc.assert(
    fc.property(text, (raw) => {
      expect(cleanText(raw)).toBe(told(raw));
    }),
    { numRuns: 5000 },
  );
});

it("of every letter of the first 8,000 of Unicode, alone and behind an a", () => {
  const other: number[] = [];
  for (let code = 0; code < 8000; code++) {
    const letter = String.fromCharCode(code);
    for (const raw of [letter, `a${letter}`]) if (cleanText(raw) !== told(raw)) other.push(code);
  }
  expect(other).toEqual([]);
});
