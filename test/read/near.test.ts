/** What comes near a header or a word of the tables, and what of a cell may be told. */
import { describe, expect, it } from "vitest";
import { nearCodes, nearMeanings } from "../../src/read/near.ts";
import { tellable, tellableTime } from "../../src/read/tellable.ts";

describe("a header", () => {
  it.each([
    ["Hinh thuc nop hs", ["channel", "paymentMethod"]],
    ["Ngày nhận hs", ["receivedAt"]],
    ["Trang thái hs", ["status"]],
    ["Mã số", ["caseId", "procedureCode"]],
    ["Thời gian hẹn trả kq", ["dueAt"]],
    ["Ngày có kết quả dự kiến", ["dueAt"]],
    ["Giờ nộp hs", []],
    ["Phương thức nhận kết quả", []],
    ["Hình thức trả kết quả", []],
    ["Số lượng hồ sơ (bộ)", []],
    ["Number of cases", []],
    ["Họ và tên", []],
    ["Số CCCD", []],
    ["Địa chỉ", []],
    ["Ngày sinh", []],
    ["STT", []],
  ])("%s comes near %j", (header, fields) => {
    expect(nearMeanings(header).map(({ field }) => field)).toEqual(fields);
  });
});

describe("a header of a column of persons", () => {
  it.each([
    "Chủ hồ sơ",
    "Chu ho so",
    "CHỦ HỒ SƠ",
    "chu_ho_so",
    "Tên chủ hồ sơ",
    "Người nộp hồ sơ",
    "Tên người nộp hồ sơ",
    "Người nộp",
    "Họ và tên người nộp hồ sơ",
    "Người tiếp nhận hồ sơ",
    "Người yêu cầu",
    "Cán bộ xử lý",
    "Cá nhân, tổ chức nộp hồ sơ",
    "Tên tổ chức",
    "Địa chỉ nơi tiếp nhận",
    "Địa chỉ người nộp",
    "Nơi thường trú",
    "Số điện thoại tiếp nhận",
    "SĐT chủ hồ sơ",
    "Email nộp hồ sơ",
    "Số CCCD",
    "Số định danh cá nhân",
    "Mã định danh công dân",
    "Ngày cấp CMND",
    "Số hộ chiếu",
    "Ngày sinh",
    "Ngày tháng năm sinh",
    "Giới tính",
    "Dân tộc",
    "Applicant",
    "applicantName",
    "Applicant ID",
    "Case owner",
    "Owner",
    "Full name",
    "Submitted by",
    "Receiving address",
    "Phone number",
    "Case e-mail",
    "Identity number",
    "Passport no",
    "Date of birth",
    "DOB",
  ])("%s is never offered", (header) => {
    expect(nearMeanings(header)).toEqual([]);
  });

  it.each([
    ["Owner Departement", "agency"],
    ["Applicant typ", "applicantType"],
    ["Loại người nộp hs", "applicantType"],
    ["Ngày trả kết quả cho công dân", "returnedAt"],
    ["Mức độ hài lòng của khách hàng", "rating"],
    ["Customer satisfaction", "rating"],
    ["Mã định danh hồ sơ", "caseId"],
    ["Đối tượng nộp hồ sơ", "submittedAt"],
  ])("%s is of none, and is offered as %s", (header, field) => {
    expect(nearMeanings(header).map((one) => one.field)).toContain(field);
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
    "0912345678",
    "+84 912 345 678",
    "091.234.5678",
    "031085001234",
    "a@b.vn",
    "12 Lê Lợi",
    "K5/12 Hùng Vương",
    "Ông Lê Tám",
    "Hồ Xuân",
    "nguyen thi binh",
    "Thôn Đông",
  ])("%s may be of a person, and is not told", (word) => {
    expect(tellable(word)).toBe("…");
  });

  it.each([
    "Kiosk",
    "Hồ sơ mới",
    "Đăng Ký Mới",
    "Dang Xu Ly",
    "Đã trả kq cho dân",
    "UBND phường",
    "7",
    "Tổ chức",
    "Phố biến",
    "Đường bưu điện",
    "Qua đường bưu chính",
    "101",
    "Mức độ 4",
    "Hồ Sơ Mới",
    "Phan anh",
  ])("%s is a word of a system, and is told", (word) => {
    expect(tellable(word)).toBe(word);
  });
});

describe("a time that cannot be read", () => {
  it.each([
    "31/02/2025",
    "20251301",
    "20251301080510",
    "2025-13-01",
    "99/99/2025 08:00",
    "31 Tháng Hai 2025 08:00",
    "01/09/2025 SA 13:05:00",
  ])("%s is told", (text) => {
    expect(tellableTime(text)).toBe(text);
  });
  it.each([
    "0912345678",
    "031085001234",
    "0912 345 678",
    "Lan 0912345678",
    "12 Nguyễn Huệ 08:00",
    "0912 345 678 lúc 08:00",
  ])("%s is not", (text) => {
    expect(tellableTime(text)).toBe("…");
  });
});
