import { share } from "../measures/sums.ts";
import { definePetitionKpi } from "./kpi.ts";

export default definePetitionKpi(
  {
    id: "petition-resolution-share",
    unit: "percent",
    mayBeNone: true,
    needs: ["receivedOn", "answeredOn", "answerBy", "status"],
    mayBeBlank: ["answeredOn", "answerBy", "status"],
    title: { vi: "Tỷ lệ phản ánh, kiến nghị xử lý đúng hạn", en: "Petitions answered in time" },
    definition: {
      vi: "Số phản ánh, kiến nghị trả lời đúng hạn trên tổng số đến hạn.",
      en: "Petitions answered by their due day over the petitions that are due.",
    },
    formula: {
      vi: "số phản ánh, kiến nghị trả lời chậm nhất vào ngày đến hạn ÷ số phản ánh, kiến nghị đến hạn trong kỳ và không muộn hơn thời điểm tính",
      en: "petitions answered by their due day ÷ petitions due in the period and not later than the as-of day",
    },
    regulation: {
      vi: "Quyết định 766/QĐ-TTg: tỷ lệ phản ánh, kiến nghị xử lý đúng hạn = số xử lý đúng hoặc trước hạn / tổng số thuộc thẩm quyền tiếp nhận, xử lý. Ở đây mẫu số là số đã đến hạn.",
      en: "Decision 766/QĐ-TTg: petitions resolved by their due day over all those in the office's competence. Here the denominator is those that are due.",
    },
    choices: [
      {
        vi: "Đến hạn vào ngày tính thì xét khi hết ngày đó: chưa trả lời là không đúng hạn.",
        en: "What is due on the as-of day is judged when that day ends: not answered then is not in time.",
      },
      {
        vi: "Ô ngày đến hạn để trống thì hạn là 15 ngày làm việc kể từ ngày tiếp nhận.",
        en: "Where the due day is blank, it is the fifteenth working day after receipt.",
      },
      {
        vi: "Phản ánh, kiến nghị không được tiếp nhận hoặc người gửi đã rút không tính; ghi là đã trả lời mà không có ngày thì không tính được (no-answered-on).",
        en: "Petitions refused or withdrawn do not count; one that is said to be answered without a day is left out (no-answered-on).",
      },
    ],
    when: (p) => p.answerBy ?? "unknown",
    without: (p, { asOfDay }) => {
      if (p.status === "refused" || p.status === "withdrawn") return p.status;
      if (p.answerBy === null) return "outside-calendar";
      // Due on the as-of day it is judged when that day ends: a month would else lack what was due on its last.
      if (asOfDay === null || p.answerBy > asOfDay) return "not-due";
      return p.status === "answered" && p.answeredOn === null ? "no-answered-on" : null;
    },
    example: {
      rows: [
        { receivedOn: 20_090, answerBy: 20_111, answeredOn: 20_111, status: "answered" },
        { receivedOn: 20_090, answerBy: 20_111, answeredOn: 20_112, status: "answered" },
        { receivedOn: 20_090, answerBy: 20_111, answeredOn: null, status: "processing" },
        { receivedOn: 20_090, answerBy: 20_111, answeredOn: null, status: "refused" },
        { receivedOn: 20_190, answerBy: 20_211, answeredOn: null, status: "received" },
      ],
      asOfDay: 20_200,
      gives: { kind: "ratio", numerator: 1, denominator: 3 },
    },
  },
  share({ is: (p) => p.answeredOn !== null && p.answerBy !== null && p.answeredOn <= p.answerBy }),
);
