/** The procedure catalogue (danh mục TTHC): one row a procedure. */
import * as z from "zod/mini";
import { type Level, type Procedure, publicationDays } from "../../records/procedure.ts";
import type { Calendar } from "../../time/calendar.ts";
import { codedWords, headers as logHeaders, type Words } from "../word-tables.ts";
import {
  codeCell,
  dayCell,
  daysCell,
  faultIn,
  tagsCell,
  textCell,
  wordCell,
  yesNoCell,
  yesUnlessNoCell,
} from "./cells.ts";
import { readTable, type SmallTable, type TableSpec } from "./table.ts";

/** The headers of each column beside its English id; a table to add to. */
export const catalogueHeaders = {
  procedureCode: logHeaders.procedureCode,
  procedureName: logHeaders.procedureName,
  field: logHeaders.field,
  level: ["Cấp thực hiện", "Cấp giải quyết", "Cấp"],
  serviceLevel: [...logHeaders.serviceLevel, "Mức độ cung cấp", "Mức độ TTHC hiện tại"],
  eligible: ["Đủ điều kiện", "Mức độ đủ điều kiện"],
  onPortal: ["Trên Cổng DVCQG", "Có trên Cổng DVCQG", "Tích hợp Cổng DVCQG"],
  business: ["Liên quan đến doanh nghiệp", "Doanh nghiệp"],
  restructured: ["Đã tái cấu trúc", "Tái cấu trúc quy trình"],
  interactiveForm: ["Biểu mẫu điện tử tương tác", "Biểu mẫu tương tác"],
  prefilled: ["Tự động điền dữ liệu", "Tự động điền"],
  atCenter: ["Thực hiện tại Trung tâm", "Tại Trung tâm PVHCC"],
  centerExempt: ["Không phải thực hiện tại Trung tâm", "Loại trừ tại Trung tâm"],
  boundaryFree: ["Không phụ thuộc địa giới", "Phi địa giới"],
  excluded: ["Không áp dụng chỉ tiêu", "Không áp dụng"],
  hasDocument: ["Có kết quả là giấy tờ", "Kết quả là giấy tờ"],
  lists: ["Danh mục", "Ký hiệu danh mục"],
  group: ["Nhóm TTHC", "Nhóm"],
  announcedOn: ["Ngày Bộ công bố", "Ngày Bộ, ngành công bố"],
  publishedOn: ["Ngày công bố", "Ngày UBND công bố"],
  daysInPerson: ["Thời hạn nộp trực tiếp (ngày)", "Thời hạn trực tiếp"],
  daysOnline: ["Thời hạn nộp trực tuyến (ngày)", "Thời hạn trực tuyến"],
} as const satisfies Partial<Record<keyof Procedure, readonly string[]>>;

const levelWords: Words<Level> = [
  [
    "province",
    ["Cấp tỉnh", "Tỉnh", "Thành phố", "UBND cấp tỉnh", "UBND tỉnh", "Cấp tỉnh, thành phố", "Sở, ban, ngành"],
  ],
  [
    "commune",
    [
      "Cấp xã",
      "Xã",
      "Phường",
      "UBND cấp xã",
      "UBND xã",
      "Xã/Phường",
      "Xã, phường",
      "Cấp xã, phường",
      "Đặc khu",
      "Xã, phường, đặc khu",
    ],
  ],
  ["other", ["Cấp Bộ", "Bộ", "Trung ương", "Cấp huyện", "Huyện"]],
];

const row = z
  .object({
    procedureCode: codeCell,
    procedureName: textCell,
    field: textCell,
    level: wordCell(levelWords),
    serviceLevel: wordCell(codedWords.serviceLevel),
    eligible: wordCell(codedWords.serviceLevel),
    onPortal: yesNoCell,
    business: yesNoCell,
    restructured: yesNoCell,
    interactiveForm: yesNoCell,
    prefilled: yesNoCell,
    atCenter: yesNoCell,
    centerExempt: yesNoCell,
    boundaryFree: yesNoCell,
    excluded: yesNoCell,
    hasDocument: yesUnlessNoCell,
    lists: tagsCell,
    group: textCell,
    announcedOn: dayCell,
    publishedOn: dayCell,
    daysInPerson: daysCell,
    daysOnline: daysCell,
  })
  .check(({ value, issues }) => {
    const { announcedOn, publishedOn } = value;
    if (announcedOn !== null && publishedOn !== null && publishedOn < announcedOn) {
      issues.push(faultIn("publishedOn", "published-before-announced", value));
    }
  });

/**
 * Reads the catalogue.
 *
 * @throws UserError as `readTable`
 */
export function readCatalogue(path: string, name: string, calendar: Calendar): SmallTable<Procedure> {
  const withDeadline = z.pipe(
    row,
    z.transform((of): Procedure => {
      const { announcedOn } = of;
      return { ...of, publishBy: announcedOn === null ? null : calendar.after(announcedOn, publicationDays) };
    }),
  );
  const spec: TableSpec<Procedure> = {
    headers: catalogueHeaders,
    required: ["procedureCode"],
    row: withDeadline as TableSpec<Procedure>["row"],
    key: ({ procedureCode }) => procedureCode,
    example: "kpi sample --out mau",
  };
  return readTable(path, name, spec);
}
