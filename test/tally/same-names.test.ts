/** Agencies, fields and procedures whose names differ by case or spacing only are one group. */
import { join } from "node:path";
import { expect, it } from "vitest";
import { folder, kpi, log, report } from "../run.ts";

const header = "Mã hồ sơ,Đơn vị xử lý,Tên TTHC,Lĩnh vực,Hình thức nộp,Ngày tiếp nhận,Ngày trả kết quả";
const row = (id: string, agency: string, procedure: string, channel: string, day: string) =>
  `${id},${agency},${procedure},Hộ tịch,${channel},01/09/2025 08:00,${day}/09/2025 08:00`;
const rows = [
  row("1", "UBND xã An Biên", "Khai sinh", "Trực tuyến", "02"),
  row("2", "UBND XÃ AN BIÊN", "KHAI SINH", "Trực tiếp", "03"),
  row("3", "UBND xã  An Biên", "khai sinh", "Trực tiếp", "03"),
  row("4", "UBND xã An Dương", "Khai sinh", "Trực tuyến", "03"),
];

it("three spellings of one agency are one group of 3, under the spelling in letters of both sizes, and it is said; a procedure of three is one too", async () => {
  const made = await report([log([header, ...rows, ""].join("\n")), "--year", "2025", "--by", "agency"]);
  const groups = made.results.filter(({ kpi: id, group }) => id === "processing-time-reduction" && group !== null);
  expect(groups.map(({ group }) => group?.name)).toEqual(["UBND xã An Biên", "UBND xã An Dương"]);
  expect(made.notes).toContainEqual({
    code: "names-joined",
    data: { by: "agency", count: 1, name: "UBND xã An Biên", other: "UBND XÃ AN BIÊN" },
  });
  // In person 2 days, online 1 day: 50 %, the same on the one procedure.
  expect(groups[0].measure).toMatchObject({ value: 50, inPerson: { n: 2 }, online: { n: 1 } });
  expect(groups[0].alongside).toMatchObject({ likeForLike: 50, likeForLikeCover: 100 });
});

it("of parts they are the same, whichever office wrote which", async () => {
  const dir = folder();
  const parts = await Promise.all(
    [rows.slice(0, 2), rows.slice(2)].map(async (some, i) => {
      const part = join(dir, `${i}.kpi.json`);
      const file = log([header, ...some, ""].join("\n"), `${i}.csv`);
      expect((await kpi(["tally", file, "--by", "agency", "--out", part])).code).toBe(0);
      return part;
    }),
  );
  const made = await report([...parts, "--year", "2025", "--by", "agency"]);
  const counts = made.results
    .filter(({ kpi: id, group }) => id === "processing-time-reduction" && group !== null)
    .map(({ group, measure }) => [group?.name, measure]);
  expect(counts).toMatchObject([
    ["UBND xã An Biên", { inPerson: { n: 2 }, online: { n: 1 } }],
    ["UBND xã An Dương", { online: { n: 1 } }],
  ]);
});
