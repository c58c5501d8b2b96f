/** The row of numbers below a header: which rows are one, and which are cases. */
import { describe, expect, it } from "vitest";
import { isNumbering, numberingIn } from "../../src/read/numbering.ts";
import { report, table } from "../run.ts";

const headers = "Mã hồ sơ,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,Mức độ hài lòng";
const rows = ["A1,03/03/2025 08:00,05/03/2025 17:00,04/03/2025 08:00,Hài lòng"];

const numberings = [
  "(1),(2),(3),(4),(5)",
  "1,2,3,4,5",
  "(A),(B),(1),(2),(6)",
  "A,B,1,2,3",
  "[1],[2],[3],[4],[5]",
  "1.,2.,3.,4.,5.",
  "1),2),3),4),5)",
  "(1),(2),(3),(4)=(2)-(3),(5)",
  "1,2,3,(4=2-3),5",
  "-1,-2,-3,-4,-5",
  "I,II,III,IV,V",
  "a,b,c,d,đ",
  ",(1),(2),(3),(4)",
  "(1),(2),(3),,",
];

describe("a row that numbers the columns", () => {
  it.each(numberings)("%s is passed over, and a case below it counted: 1 = 1 + 0 rejected", async (numbering) => {
    const made = await report([table(headers, numbering, ...rows), "--year", "2025"]);
    expect(made.inputs[0].passedOver).toEqual({ numbering: 1 });
    expect(made.ledger).toMatchObject({ read: 1, counted: 1, rejected: 0, issues: [] });
  });

  it("stands again below a header that stands again: 2 cases of 2, one header and its numbers", async () => {
    const numbering = "(A),(B),(1),(2),(6)";
    const file = table(headers, numbering, ...rows, headers, numbering, rows[0].replace("A1", "A2"));
    const made = await report([file, "--year", "2025"]);
    expect(made.inputs[0].passedOver).toEqual({ numbering: 1, header: 2 });
    expect(made.ledger).toMatchObject({ read: 2, counted: 2, rejected: 0 });
  });

  it.each(["B,A,1,2,3", "1,2,4,5,6", "2,3,4,5,6", "I,III,II,IV,V", "1,Trực tuyến,2,3,4", "(2),(1)", "(1)", ""])(
    "%s is none",
    (row) => {
      expect(numberingIn(row.split(","))).toBe(null);
    },
  );

  it("1,2 may be an id and minutes: only where the log has times, and none is blank", () => {
    expect([isNumbering(["1", "2"], false), isNumbering(["1", "2"], true), isNumbering(["1", "2", ""], true)]).toEqual([
      false,
      true,
      false,
    ]);
  });
});
