/** Forms of times and durations that are in daily use, and those that contradict themselves: every value worked by hand. */
import { describe, expect, it } from "vitest";
import { blank, DurationColumn, TimeColumn, unreadable } from "../../src/read/decode.ts";
import { kpi, log, report } from "../run.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (column: { read(b: Uint8Array, from: number, to: number): number }, text: string) =>
  column.read(bytes(text), 0, bytes(text).length);
const timeOf = (text: string) => {
  const seconds = read(new TimeColumn("dmy", () => 7 * 3600), text);
  return seconds < 0 ? seconds : new Date(seconds * 1000).toISOString().slice(0, 16);
};

describe("a time with its zone in words", () => {
  it.each([
    // Hà Nội is seven hours ahead of Greenwich, and two behind Tokyo.
    ...["05/09/2025 02:05 (UTC)", "05/09/2025 02:05 (GMT)", "05/09/2025 02:05 (+00:00)", "05/09/2025 02:05 (giờ UTC)"],
    ...["05/09/2025 11:05 (GMT+9)", "05/09/2025 11:05 (UTC+09:00)", "05/09/2025 11:05 GMT+9"],
    ...[
      "2025-09-05 02:05:00 UTC",
      "05 Sep 2025 02:05:00 GMT",
      "2h05 ngày 05/09/2025 (UTC)",
      "05/09/2025 2:05 SA (UTC)",
    ],
    ...["Fri Sep 05 09:05:00 ICT 2025", "Fri Sep 05 02:05:00 UTC 2025", "05/09/2025 09:05 ICT"],
    ...["05/09/2025 09:05 (ICT)", "05/09/2025 09:05 (GMT+7)", "05/09/2025 09:05 (giờ Hà Nội)"],
    ...["05/09/2025 09:05 (giờ VN)", "05/09/2025 09:05 (local time)", "05/09/2025 09:05 (SE Asia Standard Time)"],
    // The offset before the name says the same, or says it alone.
    "Fri Sep 05 2025 02:05:00 GMT+0000 (Coordinated Universal Time)",
    "Fri Sep 05 2025 11:05:00 GMT+0900 (Japan Standard Time)",
    "Fri Sep 05 2025 09:05:00 GMT+0700 (Giờ Đông Dương)",
  ])("%s is 09:05 here", (text) => {
    expect(timeOf(text)).toBe("2025-09-05T09:05");
  });

  it("is a day where it has no time of day: 05/09/2025 (GMT+7) and (UTC)", () => {
    expect(timeOf("05/09/2025 (GMT+7)")).toBe("2025-09-05T00:00");
    expect(timeOf("05/09/2025 (UTC)")).toBe("2025-09-05T00:00");
  });

  it.each([
    ...["05/09/2025 11:05 (Japan Standard Time)", "05/09/2025 09:05 (ngoài giờ)", "05/09/2025 09:05 (giờ hẹn)"],
    ...["05/09/2025 09:05 (GMT+99)", "Fri Sep 05 11:05:00 JST 2025"],
  ])("%s cannot be read", (text) => {
    expect(timeOf(text)).toBe(unreadable);
  });
});

describe("an hour and the part of the day", () => {
  it.each(["0:30 tối", "1 giờ tối", "10:00 chiều", "12:30 tối", "13:30 SA", "9 giờ trưa", "0:30 chiều", "14:00 tối"])(
    "%s contradict each other",
    (text) => {
      expect(timeOf(`05/09/2025 ${text}`)).toBe(unreadable);
    },
  );

  it.each([
    ["8:05 sáng", "08:05"],
    ["5 giờ chiều", "17:00"],
    ["12:30 chiều", "12:30"],
    ["7:30 tối", "19:30"],
    ["19:30 tối", "19:30"],
    ["14:00 chiều", "14:00"],
    ["11 giờ trưa", "11:00"],
    ["1 giờ trưa", "13:00"],
    ["12:05 CH", "12:05"],
    ["12:05 SA", "00:05"],
  ])("%s is %s", (text, time) => {
    expect(timeOf(`05/09/2025 ${text}`)).toBe(`2025-09-05T${time}`);
  });
});

it.each([
  ["05-Thg9-2025", "2025-09-05T00:00"],
  ["5 thg 9, 2025", "2025-09-05T00:00"],
  ["09:05 5 thg 9, 2025", "2025-09-05T09:05"],
  ["05-thg 9-2025 09:05", "2025-09-05T09:05"],
  ["ngày 05 thang 09 nam 2025", "2025-09-05T00:00"],
  ["ngay 05 thang 09 nam 2025", "2025-09-05T00:00"],
  ["9 gio 05 phut ngay 5/9/2025", "2025-09-05T09:05"],
])("%s is %s", (text, time) => {
  expect(timeOf(text)).toBe(time);
});

it.each([
  ...["00/01/1900", "0/1/1900", "1/0/1900", "01/01/1970", "01/01/1970 07:00:00", "1970-01-01 07:00:00"],
  ...["1970-01-01T00:00:00Z", "01/01/1970 00:00"],
])("%s is what programs write for no day", (text) => {
  expect(timeOf(text)).toBe(blank);
});

describe("a duration", () => {
  it.each([
    // In hours; a day of 24.
    ["1h30", 5400],
    ["1 giờ 30", 5400],
    ["0,5 ngày", 43_200],
    ["1.5 giờ", 5400],
    ["2,25 phút", 135],
    ["3 days 04:05:06", 3 * 86_400 + 4 * 3600 + 5 * 60 + 6],
    ["1.02:30:00", 86_400 + 9000],
    ["1 days 00:00:00.000000", 86_400],
    ["2 ngày 4", unreadable],
    ["1.25:30:00", unreadable],
  ])("%s is %d s", (text, seconds) => {
    expect(read(new DurationColumn(3600, null), text)).toBe(seconds);
  });
});

describe("a day and its time in two columns", () => {
  const head = "Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận,Giờ tiếp nhận,Ngày trả kết quả";
  const row = (n: number, time: string) => `HS${n},Trực tiếp,01/09/2025,${time},01/09/2025 17:00`;
  const args = ["--year", "2025", "--kpi", "processing-time-reduction"];

  it("are joined though the header stands again and one time is a word, which is told: four of 9 hours, 36", async () => {
    const rows = [row(1, "08:00"), row(2, "8:00 sáng"), head, row(3, "08:00"), row(4, "cuối giờ"), row(5, "8h00 sáng")];
    const made = await report([log([head, ...rows, ""].join("\n")), ...args]);
    expect(made.results[0].measure).toMatchObject({ inPerson: { n: 4, sum: 4 * 9 * 3600 } });
    expect(made.notes.map(({ code }) => code)).toContain("times-joined");
    expect(made.ledger.issues).toMatchObject([{ code: "bad-time", count: 1 }]);
    expect((await kpi(["check", log([head, ...rows, ""].join("\n")), ...args, "--lang", "en"])).out).toContain(
      'line 6, column "Ngày tiếp nhận"',
    );
  });

  it("are joined where all times are those of Excel's day 0: two of 9 hours, 18", async () => {
    const rows = [row(1, "30/12/1899 08:00:00"), row(2, "0/1/1900 08:00")];
    const made = await report([log([head, ...rows, ""].join("\n")), ...args]);
    expect(made.results[0].measure).toMatchObject({ inPerson: { n: 2, sum: 2 * 9 * 3600 } });
  });
});
