import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastCell, type Tables, withheldCells } from "../../src/methods/suppression.ts";
import { runs } from "../runs.ts";
import { type Attack, attacked, isNarrow } from "./attacker.ts";

/** One count by groups in one grouping, its total first. */
const oneWay = (...groups: number[]): Tables => ({
  columns: [[groups.reduce((sum, n) => sum + n, 0), ...groups]],
  groupings: [groups.map((_, i) => i + 1)],
  sums: [],
  nested: [],
});

/** Shares: in time, late and all, by groups. */
const shares = (...groups: (readonly [inTime: number, late: number])[]): Tables => {
  const parts = [0, 1].map((i) => groups.map((group) => group[i]));
  const columns = [...parts, groups.map(([a, b]) => a + b)].map((one) => [one.reduce((sum, n) => sum + n, 0), ...one]);
  return { columns, groupings: [groups.map((_, i) => i + 1)], sums: [[2, 0, 1]], nested: [] };
};

/** What a stranger finds of each withheld cell who knows what is the same and what is never less, by what is published. */
async function found(
  { columns, groupings, sums }: Tables,
  held: readonly (readonly boolean[])[],
  known: Partial<Pick<Attack, "same" | "above">> = {},
) {
  // What is in no row of a grouping stands in a row of its own, which is never published.
  const rests = groupings.map((of) =>
    columns.map((counts) => of.reduce((rest, row) => rest - (counts[row] ?? 0), counts[0] ?? 0)),
  );
  const rows = columns[0].length;
  const attack: Attack = {
    columns: columns.map((counts, c) => [
      ...counts.map((count, row) => (held[c][row] ? null : count)),
      ...rests.map((rest) => (rest.some((n) => n > 0) ? null : 0)),
    ]),
    groupings: groupings.map((of, g) => [...of, rows + g]),
    sums,
    same: [],
    above: [],
    ...known,
  };
  const findings = await attacked(attack);
  // 0 is no small count, and may be found; so may what is in no group, where it is none.
  return findings.filter(({ column, row }) => {
    const count = row < rows ? columns[column][row] : rests[row - rows][column];
    return row < rows ? count !== 0 : isSmall(count);
  });
}

const isSmall = (n: number | null) => n !== null && n > 0 && n < leastCell;

describe("cells that are withheld", () => {
  it("of 3, 40, 6 and 90 are the 3, and the 6 without which 139 − 40 − 90 − 6 gives it back", () => {
    expect(withheldCells(oneWay(3, 40, 6, 90))).toEqual([[false, true, false, true, false]]);
  });

  it("of 5, 0 and 12 are none: 0 and 5 are not small", () => {
    expect(withheldCells(oneWay(5, 0, 12))[0]).not.toContain(true);
  });

  it("of 2 late of 60 are what is late and in time, there and in the group that hides it, and not how many cases there are", () => {
    // Late 2 + 30: to be 5 or more the first may take 3 of the 30.
    const [inTime, late, all] = withheldCells(shares([58, 2], [70, 30], [500, 100]));
    expect([inTime, late, all]).toEqual([
      [false, true, true, false],
      [false, true, true, false],
      [false, false, false, false],
    ]);
  });

  it("are the whole column where its total is 3, and what would give it back", () => {
    const [inTime, late, all] = withheldCells(shares([20, 3], [50, 0]));
    expect(late).toEqual([true, true, true]);
    expect(inTime).toEqual([true, true, true]);
    expect(all).toEqual([false, false, false]);
  });

  it("are the same of two columns that count the same, and of the parts of a third", () => {
    // The second table counts 7 + 4 of what the first calls all: its groups are those of the first.
    const tables: Tables = {
      columns: [
        [64, 4, 20, 40],
        [64, 4, 20, 40],
        [34, 0, 14, 20],
        [30, 4, 6, 20],
      ],
      groupings: [[1, 2, 3]],
      sums: [[1, 2, 3]],
      nested: [],
    };
    const held = withheldCells(tables);
    expect(held[0]).toEqual(held[1]);
    expect(held[0][1]).toBe(true);
  });

  it("count what is in no group: 3 of 50 are without an agency, so that the agencies' sum must not give 47", () => {
    // 50 − 20 − 27 = 3.
    expect(
      withheldCells({ columns: [[50, 20, 27]], groupings: [[1, 2]], sums: [], nested: [] })[0].filter(Boolean),
    ).toHaveLength(1);
  });
});

describe("an attacker with a linear program", () => {
  it("finds the 3 where it alone is withheld, and nothing narrower than 5 where the 6 is withheld with it", async () => {
    const tables = oneWay(3, 40, 6, 90);
    const [bare] = await found(tables, [[false, true, false, false, false]]);
    expect([bare.low, bare.high]).toEqual([3, 3]);
    const both = await found(tables, withheldCells(tables));
    // 139 − 40 − 90 = 9 in the two.
    expect(both.map(({ low, high }) => [low, high])).toEqual([
      [0, 9],
      [0, 9],
    ]);
  });

  const count = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 40 }));

  /** KPIs over cases of three populations, by agency and by field, made of cases, so that all adds up; some without an agency. */
  const linked = fc
    .array(fc.tuple(fc.nat(5), fc.nat(3), fc.boolean(), fc.boolean(), fc.boolean(), count), {
      minLength: 1,
      maxLength: 40,
    })
    .map((cases): Tables => {
      type Case = (typeof cases)[number];
      const isIn = (one: Case, row: number) => row === 0 || (row <= 5 ? one[0] === row - 1 : one[1] === row - 6);
      const of = (is: (one: Case) => boolean) =>
        Array.from({ length: 10 }, (_, row) =>
          cases.reduce((sum, one) => sum + (is(one) && isIn(one, row) ? one[5] : 0), 0),
        );
      const online = (one: Case) => one[2];
      const onTime = (one: Case) => one[4];
      return {
        columns: [
          of(() => true),
          of(online),
          of((one) => !online(one)),
          of((one) => online(one) && one[3]),
          of((one) => online(one) && !one[3]),
          of(onTime),
          of((one) => !onTime(one)),
          of(() => true),
          of((one) => online(one) && onTime(one)),
        ],
        groupings: [
          [1, 2, 3, 4, 5],
          [6, 7, 8, 9],
        ],
        sums: [
          [0, 1, 2],
          [1, 3, 4],
          [0, 5, 6],
        ],
        nested: [[0, 1, 3, 5, 8]],
      };
    });
  const known = {
    same: [[0, 7]],
    above: [
      [1, 8],
      [5, 8],
    ],
  } as const;

  it("finds no withheld count of linked tables within less than 5, nor that it is below 5", async () => {
    let small = 0;
    let bare = 0;
    await fc.assert(
      fc.asyncProperty(linked, async (tables) => {
        const held = withheldCells(tables);
        const smallCells = tables.columns.map((counts) => counts.map(isSmall));
        expect(
          smallCells.flatMap((cells, c) => cells.flatMap((is, row) => (is && !held[c][row] ? [[c, row]] : []))),
        ).toEqual([]);
        expect((await found(tables, held, known)).filter(isNarrow)).toEqual([]);
        if (!smallCells.flat().includes(true)) return;
        small++;
        if ((await found(tables, smallCells, known)).some(isNarrow)) bare++;
      }),
      { numRuns: runs(6), seed: 7 },
    );
    // The attack succeeds where small counts alone are withheld.
    expect(bare).toBeGreaterThan(small / 2);
  }, 600_000);
});
