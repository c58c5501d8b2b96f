import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Packable, pack, unpack } from "../../src/tally/pack.ts";

const key = fc.oneof(fc.constantFrom("n", "agency", "Sở Tư pháp", "*0", "{}", ""), fc.string({ maxLength: 6 }));
const { value } = fc.letrec<{ value: Packable }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.nat(300),
    fc.maxSafeNat(),
    fc.constant(null),
    key,
    fc.array(tie("value"), { maxLength: 12 }),
    fc.array(fc.nat(250), { maxLength: 80 }),
    fc.dictionary(key, tie("value"), { maxKeys: 8, noNullPrototype: true }),
  ),
}));

describe("what is packed", () => {
  it.each<Packable>([
    0,
    199,
    200,
    2 ** 53 - 1,
    null,
    "",
    "Sở Tư pháp",
    [],
    {},
    { a: {}, b: { c: [] }, "": { "": "" } },
    { a: { x: [1, 2] }, b: { x: [1, 2, 3, 4, 5, 6, 7], y: [[], [1]] } },
    [[1, null], ["a", "a"], ["b"], [], [200, 201, 202, 203, 204, 205], [1, 2, 3, 4, 5, 6, 7]],
  ])("%j comes out as it went in", (one) => {
    expect(unpack(pack(one))).toEqual(one);
  });

  it("comes out as it went in, whatever it is", () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(unpack(pack(one))).toEqual(one);
      }),
      { numRuns: 500 },
    );
  });

  it("and has a byte of its text changed comes out as an error, or as something else, and never hangs", () => {
    const text = pack({ agency: [1, 2, 3, 4, 5, 6, 7, 8], "Sở Tư pháp": { n: 3, x: null } });
    const outcomes = new Set<string>();
    for (let i = 0; i < text.length; i++) {
      const changed = `${text.slice(0, i)}${text[i] === "A" ? "B" : "A"}${text.slice(i + 1)}`;
      try {
        unpack(changed);
        outcomes.add("something else");
      } catch (error) {
        outcomes.add((error as Error).name === "Error" ? "error" : `${(error as Error).name}`);
      }
    }
    expect(outcomes).toContain("error");
    expect([...outcomes].filter((one) => !["error", "something else"].includes(one))).toEqual([]);
  });
});
