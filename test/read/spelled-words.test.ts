/** Words of coded columns that no table has as they are written: known by kind, or not at all. */
import { describe, expect, it } from "vitest";
import { meaningIn } from "../../src/read/meaning.ts";
import { headerMeaning, looselyIn, unknown, type Value, wordKey, wordTable } from "../../src/read/words.ts";
import { allFields, fieldKinds } from "../../src/records/case.ts";
import { report, table } from "../run.ts";

const reading = { words: new Map(), ratingScale: null };
type Coded = Parameters<typeof wordTable>[0];
const meaning = (field: Coded, text: string) => meaningIn(field, reading)(text);

describe("a word that is written in another way", () => {
  it.each<[Coded, string, Value]>([
    // i for y at the end of a syllable.
    ["status", "Đang xử lí", "processing"],
    ["status", "MỚI ĐĂNG KÍ", "registered"],
    ["status", "Chờ kí duyệt", "processing"],
    ["status", "Dang thu li", "processing"],
    // Joined by _ or -, or by nothing.
    ["channel", "TRUC_TUYEN", "online"],
    ["channel", "TrucTuyen", "online"],
    ["channel", "Trực-tiếp", "in_person"],
    ["channel", "In-person", "in_person"],
    ["channel", "on-line", "online"],
    ["channel", "Trực tuyến - toàn trình", "online"],
    ["status", "IN_PROGRESS", "processing"],
    ["paymentMethod", "PaymentPlatform", "online"],
    ["paymentMethod", "VNPTPay", "online"],
    ["paymentMethod", "VN Pay", "online"],
    // A number that says the same as the word of a rating.
    ["rating", "5 - Rất hài lòng", 5],
    ["rating", "4. Hài lòng", 4],
    ["rating", "4 Hài lòng", 4],
    ["rating", "Hài lòng (4)", 4],
    ["rating", "Không hài lòng: 2", 2],
    ["rating", "4 sao/5", 4],
    ["rating", "5/5 sao", 5],
    ["rating", "2 ⭐", 2],
    ["rating", "4 ★", 4],
    ["channel", "1. Trực tuyến", "online"],
    ["channel", "• Trực tuyến", "online"],
    ["status", "10 - Đã trả kết quả", "returned"],
    ["serviceLevel", "Toàn trình (4)", "full"],
    // A bracket that repeats or narrows.
    ["channel", "Trực tuyến (Online)", "online"],
    ["channel", "Trực tuyến (DVCQG)", "online"],
    ["channel", "Trực tiếp (tại quầy)", "in_person"],
    ["paymentMethod", "Tiền mặt (tại quầy)", "cash"],
    ["paymentMethod", "Không (miễn phí)", "none"],
    ["status", "Đang xử lý (quá hạn)", "processing"],
    ["status", "Da giai quyet (dung han)", "finished"],
    // Whether it was in time.
    ...["Đã trả kết quả", "Đã trả KQ"].flatMap((base) =>
      ["đúng hạn", "trước hạn", "sớm hạn", "trễ hạn", "quá hạn", "- Đúng hạn", "(đúng hạn)", "(trễ hạn 2 ngày)"].map(
        (how): [Coded, string, Value] => ["status", `${base} ${how}`, "returned"],
      ),
    ),
    ["status", "Hoàn thành trễ hạn", "finished"],
    ["status", "Da xu ly xong qua han", "finished"],
    // A place behind what it is.
    ["channel", "Cổng DVC tỉnh Hà Tĩnh", "online"],
    ["channel", "Trực tiếp tại UBND xã Tân An", "in_person"],
    ["processedOnline", "Trực tuyến", true],
    ["electronicResult", "Bản giấy", false],
  ])("of %s: %s means %s", (field, text, means) => {
    expect(meaning(field, text)).toBe(means);
  });

  it.each<[Coded, string]>([
    // The number says another thing than the word: a scale of three, one turned round, another code.
    ["rating", "3 - Rất hài lòng"],
    ["rating", "1 - Rất hài lòng"],
    ["rating", "Hài lòng (5)"],
    ["rating", "7 - Hài lòng"],
    ["status", "3 - Đang xử lý"],
    ["electronicResult", "1. Không"],
    // How many, and no code.
    ["channel", "0 trực tuyến"],
    ["channel", "1-0"],
    ["status", "1_0"],
    // The bracket negates, puts off, takes a part, or is another code.
    ["electronicResult", "Có (chưa ký số)"],
    ["electronicResult", "Có (đang chờ)"],
    ["recordDigitised", "Đã số hóa (một phần)"],
    ["status", "Đã xử lý (trả lại hồ sơ)"],
    ["status", "Đã trả kết quả (không đúng hạn)"],
    ["status", "Đã trả kết quả (chưa có)"],
    ["status", "Đã giải quyết (công dân rút hồ sơ)"],
    ["channel", "Trực tuyến (nộp trực tiếp tại xã)"],
    ["channel", "Online (not yet)"],
    ["paymentMethod", "Thẻ (QR)"],
    ["paymentMethod", "Chuyển khoản (QR)"],
    // No ends: whether they wait in time or not is another state, or none.
    ["status", "Chờ bổ sung quá hạn"],
    ["status", "Đã giải quyết không đúng hạn"],
    ["channel", "Qua trung gian"],
  ])("of %s: %s means nothing", (field, text) => {
    expect(meaning(field, text)).toBe(unknown);
  });

  it("keeps the meaning that the user gave: where Hài lòng is 3, 3 - Hài lòng is 3 and 4 - Hài lòng is told", () => {
    const words = new Map([["rating" as const, new Map<string, Value>([[wordKey("Hài lòng"), 3]])]]);
    const given = meaningIn("rating", { words, ratingScale: null });
    expect(["3 - Hài lòng", "HÀI_LÒNG", "4 - Hài lòng"].map(given)).toEqual([3, 3, unknown]);
  });

  it("no spelling of the tables has two meanings when its words are joined or have i for y", () => {
    for (const field of allFields.filter((one) => ["word", "yesNo"].includes(fieldKinds[one])) as Coded[]) {
      const all = wordTable(field);
      expect([...all].filter(([key, value]) => looselyIn(all, key) !== value)).toEqual([]);
    }
  });

  it.each([
    ["Đơn vị xử lí", "agency"],
    ["Ngay xu li xong", "finishedAt"],
  ])("as a header: %s is %s", (header, field) => {
    expect(headerMeaning(header)?.field).toBe(field);
  });

  it("late cases of such a word count: 2 of 3 in time", async () => {
    const log = table(
      "case_id,received_at,due_at,returned_at,status",
      "1,2025-09-01 08:00,2025-09-03 17:00,2025-09-02 08:00,Đã trả kết quả đúng hạn",
      "2,2025-09-01 08:00,2025-09-03 17:00,2025-09-04 08:00,Đã trả kết quả trễ hạn",
      "3,2025-09-02 08:00,2025-09-05 17:00,2025-09-03 08:00,Đã trả kết quả (sớm hạn)",
    );
    const made = await report([log, "--year", "2025", "--kpi", "on-time-share"]);
    expect(made.results[0].measure).toMatchObject({ numerator: 2, denominator: 3 });
    expect(made.ledger.issues).toEqual([]);
  });
});
