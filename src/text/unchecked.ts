/** Why it cannot be told whether two parts report the same case. */
import type { Data, Language } from "./language.ts";

/** @param d names of files, or null: parts without hashes, one part of each key where there are several, logs */
export function uncheckedText({ without, keys, logs }: Data, language: Language): string {
  const isVi = language === "vi";
  return [
    ...(without === null ? [] : [`${isVi ? "không có mã băm của hồ sơ" : "without hashes of case ids"}: ${without}`]),
    ...(keys === null ? [] : [`${isVi ? "lập với các khóa khác nhau" : "made with different keys"}: ${keys}`]),
    ...(logs === null ? [] : [`${isVi ? "danh sách hồ sơ đi cùng" : "logs beside parts"}: ${logs}`]),
  ].join("; ");
}
