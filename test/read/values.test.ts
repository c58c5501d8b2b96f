import { describe, expect, it } from "vitest";
import { DurationColumn, readMoney, TimeColumn, unreadable } from "../../src/read/decode.ts";
import { meaningIn } from "../../src/read/meaning.ts";
import { codedWords, headers, yesNo } from "../../src/read/word-tables.ts";
import { headerMeaning, headerTable, isNothingIn, unknown, withoutMarks, wordKey } from "../../src/read/words.ts";
import { report, table } from "../run.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (column: { read(b: Uint8Array, from: number, to: number): number }, text: string) =>
  column.read(bytes(text), 0, bytes(text).length);
const hanoi = () => 7 * 3600;
const iso = (seconds: number) => (seconds < 0 ? seconds : new Date(seconds * 1000).toISOString().slice(0, 19));

const spellings: [string, string | number][] = [
  ["01/02/2025 03:04:05", "2025-02-01T03:04:05"],
  ["01-02-2025 03:04", "2025-02-01T03:04:00"],
  ["1.2.2025", "2025-02-01T00:00:00"],
  ["03:04:05 01/02/2025", "2025-02-01T03:04:05"],
  ["3:04 1/2/2025", "2025-02-01T03:04:00"],
  ["2025-02-01T03:04:05", "2025-02-01T03:04:05"],
  ["2025-02-01 03:04:05.999", "2025-02-01T03:04:05"],
  // 20:04:05 UTC on the last of January is the first of February at 03:04:05 in Hà Nội.
  ["2025-01-31T20:04:05Z", "2025-02-01T03:04:05"],
  ["2025-02-01T05:04:05+09:00", "2025-02-01T03:04:05"],
  ["20250201030405", "2025-02-01T03:04:05"],
  // Excel: 45689 is 1 February 2025; .127835648 of a day is 11,045 s.
  ["45689", "2025-02-01T00:00:00"],
  ["45689.127835648", "2025-02-01T03:04:05"],
  ["45689,5", "2025-02-01T12:00:00"],
  [" 01/02/2025  03:04:05 ", "2025-02-01T03:04:05"],
  ["31/02/2025", unreadable],
  ["01/02/25", unreadable],
  ["01/02/1999", unreadable],
  ["01/02/2100", unreadable],
  ["01/02-2025", unreadable],
  ["24:00 01/02/2025", "2025-02-01T23:59:59"],
  ["03/25/2025", unreadable],
  ["hôm qua", unreadable],
  ["", -1],
];

describe("times", () => {
  it.each(spellings)("%s is read as %s", (text, expected) => {
    expect(iso(read(new TimeColumn("dmy", hanoi), text))).toBe(expected);
  });

  // A column of nothing but a month-first date stops the run.
  it.each(spellings.filter(([text]) => text !== "03/25/2025"))("%s in a log is read as %s", async (text, expected) => {
    // With the inner loop before it: a case received then lies in the period of that second's day, or is at fault.
    const day = String(expected).slice(0, 10);
    const file = table("case_id;received_at;submitted_at", `1;"${text}";2025-01-01`);
    const args = [file, "--year", "2025", "--kpi", "on-system-share"];
    const { ledger, days } = await report(
      typeof expected === "string" ? [...args, "--period", `${day}..${day}`] : args,
    );
    expect(ledger.counted).toBe(1);
    expect(ledger.issues.map(({ count }) => count)).toEqual(expected === unreadable ? [1] : []);
    expect(days?.from ?? null).toBe(typeof expected === "string" ? day : null);
  });

  it("day first always: 01/02/2025 is 1 February, with MM/dd/yyyy 2 January", () => {
    expect(iso(read(new TimeColumn("dmy", hanoi), "01/02/2025"))).toBe("2025-02-01T00:00:00");
    expect(iso(read(new TimeColumn("mdy", hanoi), "01/02/2025"))).toBe("2025-01-02T00:00:00");
  });

  it("a due date without a time is the end of its day: finished at 23:59:59 is on time, a second later is not", async () => {
    const file = table(
      "case_id,received_at,due_at,finished_at",
      "1,01/02/2025,02/02/2025,02/02/2025 23:59:59",
      "2,01/02/2025,02/02/2025,03/02/2025 00:00:00",
    );
    const { results } = await report([file, "--year", "2025", "--kpi", "on-time-share"]);
    expect(results[0].measure).toMatchObject({ numerator: 1, denominator: 2 });
  });
});

describe("durations", () => {
  it.each([
    ["2,5", 3600, null, 9000],
    ["2.5", 3600, null, 9000],
    ["1.234,5", 60, null, 74_070],
    ["1,234.5", 60, null, 74_070],
    ["1 234", 60, null, 74_040],
    ["1.234", 60, null, -3],
    ["1.234", 60, "comma", 74_040],
    ["1.234", 3600, "point", 4442],
    // Half a second is rounded up.
    ["0,0083", 60, null, 0],
    ["0,5", 1, null, 1],
    ["-3", 60, null, -4],
    ["ba", 60, null, -2],
    [",", 60, null, -2],
    ["", 60, null, -1],
  ] as const)("%s in units of %i s with the sign %s is %i s", (text, unit, decimal, seconds) => {
    expect(read(new DurationColumn(unit, decimal), text)).toBe(seconds);
  });
});

it.each([
  ["50.000 đ", 50_000],
  ["50.000", 50_000],
  ["50,000 VND", 50_000],
  ["8000", 8000],
  ["1.234,5", 1234.5],
  ["0", 0],
  ["miễn phí", -2],
  ["-5", -4],
])("%s is %d đồng", (text, value) => {
  expect(readMoney(text)).toBe(value);
});

describe("words", () => {
  it.each([
    ["Hoà giải", "Hòa giải"],
    ["ĐƠN VỊ XỬ LÝ", "đơn vị xử lý"],
    ["  Trạng thái : ", "Trạng\u00a0thái"],
    ["Ngày nhận *", "ngày  nhận"],
  ])("%s and %s are one word", (a, b) => {
    expect(wordKey(a)).toBe(wordKey(b));
  });

  it("other marks tell words apart: Phí and Phì, -1 and 1", () => {
    expect(wordKey("Phí")).not.toBe(wordKey("Phì"));
    expect(wordKey("-1")).not.toBe(wordKey("1"));
  });

  it("a header is known with and without its marks, and as the API writes it", () => {
    const fields = ["Ngày tiếp nhận", "Ngay tiep nhan", "NgayTiepNhan", "received_at"].map(
      (name) => headerTable().get(wordKey(name))?.field,
    );
    expect(fields).toEqual(["receivedAt", "receivedAt", "receivedAt", "receivedAt"]);
    expect(headerTable().get(wordKey("Ngây tiếp nhận"))).toBeUndefined();
  });

  it.each([
    ["Ngày tiếp nhận (YYYY-MM-DD)", "receivedAt"],
    ["Ngày hẹn trả [dd/MM/yyyy HH:mm]", "dueAt"],
    ["Ngày trả KQ (ngày/tháng/năm)", "returnedAt"],
    ["Ngay nop (bat buoc) *", "submittedAt"],
    ["Lệ phí (VNĐ)", "fee"],
    ["Số hóa hồ sơ (có/không)", "recordDigitised"],
    ["Closed Date (MM/DD/YYYY)", "returnedAt"],
    // A unit, a place or a part of the work makes another column of it.
    ["Thời gian nộp (hh:mm)", undefined],
    ["Ngày tiếp nhận (bổ sung)", undefined],
    ["Lệ phí (đã hoàn)", undefined],
  ])("the header %j, with a hint in brackets, is %s", (header, field) => {
    expect(headerMeaning(header)?.field).toBe(field);
  });

  it.each(["Quá hạn", "Tre han", "TRONG HẠN"])("%s in the column of states says nothing of a state", (word) => {
    expect(isNothingIn("status", wordKey(word))).toBe(true);
    expect(isNothingIn("channel", wordKey(word))).toBe(false);
  });

  it("a word of a column stands for one thing", () => {
    for (const rows of [...Object.values(codedWords), yesNo]) {
      const means = new Map<string, unknown>();
      for (const [value, names] of rows) {
        for (const name of names.flatMap((one) => [one, withoutMarks(one)])) {
          expect(means.get(wordKey(name)) ?? value, name).toBe(value);
          means.set(wordKey(name), value);
        }
      }
    }
  });

  it("no header of the table stands for two fields", () => {
    const owners = new Map<string, string>();
    for (const [field, names] of Object.entries(headers)) {
      for (const name of names) {
        expect(owners.get(wordKey(name)) ?? field, name).toBe(field);
        owners.set(wordKey(name), field);
        expect(headerTable().get(wordKey(name))?.field, name).toBe(field);
      }
    }
  });

  it.each([
    ["channel", "Tại quầy", "in_person"],
    ["channel", "Nop truc tuyen", "online"],
    ["status", "10", "returned"],
    ["status", "Đã trả", undefined],
    ["status", "Trả lại", undefined],
    ["rating", "Bình thường", 3],
    ["rating", "Không thích", 1],
    ["paymentMethod", "Chuyển khoản", "transfer"],
    ["paymentMethod", "Không", "none"],
    ["processedOnline", "✓", true],
    ["processedOnline", "Chưa", false],
    ["serviceLevel", "Mức độ 4", "full"],
    ["channel", "Nộp trực tiếp tại bộ phận một cửa", "in_person"],
    ["channel", "Trực tiếp tại TTPVHCC", "in_person"],
    ["channel", "Ứng dụng di động", "online"],
    ["channel", "DVCTT", "online"],
    ["channel", "VNPost", "postal"],
    ["channel", "Self Service", "online"],
    ["status", "Đã hủy", "withdrawn"],
    ["status", "Đã huỷ", "withdrawn"],
    ["status", "Tạm dừng", "awaiting_supplement"],
    ["status", "Dừng", "stopped"],
    ["status", "Chờ tiếp nhận", "registered"],
    ["status", "Từ chối giải quyết", "stopped"],
    ["status", "Đã giải quyết quá hạn", "finished"],
    ["status", "Đang giải quyết quá hạn", "processing"],
    ["rating", "5 sao", 5],
    ["rating", "★★★★☆", 4],
    ["rating", "60%", 3],
    ["rating", "Chưa hài lòng", 2],
    ["paymentMethod", "Quét mã QR", "online"],
    ["paymentMethod", "PayGov", "online"],
    ["paymentMethod", "ViettelPay", "online"],
    ["paymentMethod", "Ủy nhiệm chi", "transfer"],
    ["recordDigitised", "Chưa số hoá", false],
    ["recordDigitised", "T", true],
  ] as const)("in %s, %s means %s", (field, word, value) => {
    expect(meaningIn(field, { words: new Map(), ratingScale: null })(word)).toBe(value ?? unknown);
  });
});

describe("a duration whose header names no unit", () => {
  const head = "case_id,Hình thức nộp,Thời gian xử lý,Trạng thái";
  const args = ["--year", "2025", "--kpi", "processing-time-reduction"];
  const rows = (...cells: readonly [string, string]) =>
    cells.map((cell, i) => `${i},${["Trực tuyến", "Trực tiếp"][i]},"${cell}",Đã trả kết quả`);

  it.each([
    ["1 ngày 12 giờ", "3 ngày"],
    ["36:00:00", "72:00:00"],
    ["PT36H", "P3D"],
  ])("is read where the cells name theirs: %s beside %s is a cut of 50 %", async (online, inPerson) => {
    const { results, ledger } = await report([table(head, ...rows(online, inPerson)), ...args]);
    expect(results[0].measure).toMatchObject({ value: 50 });
    expect(ledger.issues).toEqual([]);
  });

  it("a bare number below it is told, and no duration: 1 of 3", async () => {
    const some = [...rows("1 ngày", "2 ngày"), "3,Trực tuyến,36,Đã trả kết quả"];
    const { results, ledger } = await report([table(head, ...some), ...args]);
    expect(results[0].measure).toMatchObject({ value: 50, online: { n: 1 } });
    expect(ledger.issues).toEqual([expect.objectContaining({ code: "bad-number", column: "processing_duration" })]);
  });

  it.each([
    ["36", "72"],
    ["06:30", "07:30"],
  ])("is not read where they do not (%s, %s): the column is named, with the option that reads it", async (...cells) => {
    const made = await report([table(head, ...rows(...cells)), ...args]);
    expect(made.results[0].verdict).toBe("no-data");
    expect(made.notes.find(({ code }) => code === "columns-near")?.data.maps).toContain(
      '--map processing_hours="Thời gian xử lý"',
    );
  });
});
