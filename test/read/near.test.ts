/** What comes near a header or a word of the tables, and what of a cell may be told. */
import { describe, expect, it } from "vitest";
import { nearCodes, nearMeanings } from "../../src/read/near.ts";
import { tellable } from "../../src/read/tellable.ts";

describe("a header", () => {
  it.each([
    ["Hinh thuc nop hs", ["channel", "paymentMethod"]],
    ["Ngày nhận hs", ["receivedAt"]],
    ["Trang thái hs", ["status"]],
    ["Mã số", ["caseId", "procedureCode"]],
    ["Họ và tên", []],
    ["Số CCCD", []],
    ["Địa chỉ", []],
    ["Ngày sinh", []],
    ["STT", []],
  ])("%s comes near %j", (header, fields) => {
    expect(nearMeanings(header).map(({ field }) => field)).toEqual(fields);
  });
});

describe("a word", () => {
  it.each([
    ["channel", "Nộp trực tiếp tại quầy", ["in_person"]],
    ["status", "Đã trả kq cho dân", ["returned", "finished"]],
    ["channel", "Kiosk", []],
  ] as const)("of %s, %s, comes near %j", (field, word, codes) => {
    expect(nearCodes(field, word)).toEqual(codes);
  });

  it.each([
    "Nguyễn Văn An",
    "TRẦN THỊ BÌNH",
    "Nguyen Van A",
    "0912 345 678 (Lan)",
    "Số nhà 12 Lê Lợi",
    "Thôn 3, xã Tân An",
  ])("%s may be of a person, and is not told", (word) => {
    expect(tellable(word)).toBe("…");
  });

  it.each(["Kiosk", "Hồ sơ mới", "Đăng Ký Mới", "Dang Xu Ly", "Đã trả kq cho dân", "UBND phường", "7"])(
    "%s is a word of a system, and is told",
    (word) => {
      expect(tellable(word)).toBe(word);
    },
  );
});
