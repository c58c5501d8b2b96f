/** What is said of a cell whose value is an error, or that has none: nobody looks for a code that Excel does not show. */
import { type Bilingual, clean, type Language, q } from "./language.ts";

/** By what stands for the cell (read/workbook/values.ts): its short name, and what it is with what to do. */
const ofTheFile: Readonly<Record<string, { readonly name: Bilingual; readonly mend: Bilingual }>> = {
  "#CALC?": {
    name: { vi: "công thức chưa tính", en: "formula not calculated" },
    mend: {
      vi: "công thức chưa được tính nên chưa có giá trị; mở tệp bằng Excel, lưu lại rồi chạy lại",
      en: "a formula that was never calculated has no value; open the workbook in Excel, save it and run this again",
    },
  },
  "#TEXT?": {
    name: { vi: "chữ không có trong tệp", en: "text that the file lacks" },
    mend: {
      vi: "chữ của ô không có trong tệp; xuất lại tệp từ hệ thống",
      en: "the file does not have the text of the cell; export it again",
    },
  },
};

/** An error as the workbook has it. */
const asWritten = (word: unknown) => String(word).replace(/ \(Excel\)$/, "");

/** A word of a log, in quotes; of a cell without a value what it is. */
export function wordShown(word: unknown, language: Language): string {
  return ofTheFile[String(word)]?.name[language] ?? clean(asWritten(word));
}

/** What an error is, and what to do about it. */
export function errorSaid(word: unknown, language: Language): string {
  const own = ofTheFile[String(word)];
  if (own !== undefined) return own.mend[language];
  return language === "vi"
    ? `ô báo lỗi ${q(asWritten(word))} của Excel; sửa ô trong bảng tính rồi lưu lại`
    : `Excel's error ${q(asWritten(word))}; mend the cell in the workbook and save it`;
}

/** How a cell at fault is written, behind its fault. */
export function shapeSaid(shape: unknown, language: Language): string {
  if (shape === undefined) return "";
  const own = ofTheFile[String(shape)];
  if (own !== undefined) return `: ${own.mend[language]}`;
  return `, ${language === "vi" ? "dạng" : "written"} ${clean(asWritten(shape))}`;
}
