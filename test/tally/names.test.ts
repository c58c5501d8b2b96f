import { describe, expect, test } from "vitest";
import { addName, commonestNames, mergeNames, type ProcedureNames } from "../../src/tally/names.ts";

function namesOf(...cases: readonly (readonly [code: string | null, name: string | null, weight?: 1 | -1])[]) {
  const names: ProcedureNames = new Map();
  for (const [procedure, procedureName, weight = 1] of cases) addName(names, { procedure, procedureName }, weight);
  return names;
}

describe("what a log calls its procedures", () => {
  test("of three cases of one code, two named A and one B, A is told, and 1 other", () => {
    expect(commonestNames(namesOf(["1.001", "B"], ["1.001", "A"], ["1.001", "A"]))).toEqual([
      { code: "1.001", name: "A", others: 1 },
    ]);
  });

  test("of two names with 1 case each the first in order is told; a blank name or code is none", () => {
    expect(commonestNames(namesOf(["1.001", "B"], ["1.001", "A"], ["1.001", null], [null, "C"]))).toEqual([
      { code: "1.001", name: "A", others: 1 },
    ]);
  });

  test("spellings that differ by case and spaces are 1 name, as most cases have it, and outweigh another with 2", () => {
    const names = namesOf(
      ["1.1", "Khai sinh"],
      ["1.1", "KHAI  SINH"],
      ["1.1", "KHAI  SINH"],
      ["1.1", "X"],
      ["1.1", "X"],
    );
    expect(commonestNames(names)).toEqual([{ code: "1.1", name: "KHAI  SINH", others: 1 }]);
  });

  test("a case taken out again leaves no name: 0 names", () => {
    expect(commonestNames(namesOf(["1.1", "A"], ["1.1", "A", -1]))).toEqual([]);
  });

  test("two parts give what one pass gives: A 2, B 3", () => {
    const first = namesOf(["1.1", "A"], ["1.1", "A"], ["1.1", "B"]);
    mergeNames(first, namesOf(["1.1", "B"], ["1.1", "B"]));
    expect(commonestNames(first)).toEqual([{ code: "1.1", name: "B", others: 1 }]);
  });
});
