/** The petitions log: one row a petition or comment (phản ánh, kiến nghị). */
import * as z from "zod/mini";
import { answerDays, type Petition, type PetitionStatus } from "../../records/petition.ts";
import type { Calendar } from "../../time/calendar.ts";
import type { Words } from "../word-tables.ts";
import { dayCell, faultIn, requiredDay, requiredText, wordCell } from "./cells.ts";
import { readTable, type SmallTable, type TableSpec } from "./table.ts";

/** The headers of each column beside its English id; a table to add to. */
export const petitionHeaders = {
  petitionId: ["Mã PAKN", "Mã phản ánh, kiến nghị", "Mã phản ánh", "Số PAKN"],
  receivedOn: ["Ngày tiếp nhận", "Ngày gửi", "Ngày nhận"],
  dueOn: ["Hạn trả lời", "Thời hạn trả lời", "Ngày đến hạn", "Hạn xử lý", "Thời hạn xử lý"],
  answeredOn: ["Ngày trả lời", "Ngày xử lý xong"],
  status: ["Trạng thái", "Trạng thái xử lý", "Tình trạng", "Tình trạng xử lý"],
} as const satisfies Partial<Record<keyof Petition, readonly string[]>>;

const statusWords: Words<PetitionStatus> = [
  ["received", ["Đã tiếp nhận", "Tiếp nhận", "Mới", "Mới gửi"]],
  ["processing", ["Đang xử lý", "Đang giải quyết", "Chờ xử lý", "Chưa xử lý", "Chưa trả lời", "Đã chuyển xử lý"]],
  ["answered", ["Đã trả lời", "Đã xử lý", "Đã xử lý xong", "Đã có kết quả", "Đã công khai", "Hoàn thành"]],
  ["refused", ["Từ chối", "Không tiếp nhận", "Từ chối tiếp nhận", "Không thuộc thẩm quyền"]],
  ["withdrawn", ["Đã rút", "Rút"]],
];

const row = z
  .object({
    petitionId: requiredText,
    receivedOn: requiredDay,
    dueOn: dayCell,
    answeredOn: dayCell,
    status: wordCell(statusWords),
  })
  .check(({ value, issues }) => {
    const { receivedOn, dueOn, answeredOn } = value;
    if (dueOn !== null && dueOn < receivedOn) issues.push(faultIn("dueOn", "due-before-received", value));
    if (answeredOn !== null && answeredOn < receivedOn) {
      issues.push(faultIn("answeredOn", "answered-before-received", value));
    }
  });

/**
 * Reads the petitions log.
 *
 * @throws UserError as `readTable`
 */
export function readPetitions(path: string, name: string, calendar: Calendar): SmallTable<Petition> {
  const withDeadline = z.pipe(
    row,
    z.transform((of): Petition => ({ ...of, answerBy: of.dueOn ?? calendar.after(of.receivedOn, answerDays) })),
  );
  const spec: TableSpec<Petition> = {
    headers: petitionHeaders,
    required: ["petitionId", "receivedOn"],
    row: withDeadline as TableSpec<Petition>["row"],
    key: ({ petitionId }) => petitionId,
    mayBeEmpty: true,
    example: "kpi sample --out mau",
  };
  return readTable(path, name, spec);
}
