import { sift } from "../measures/combinators.ts";
import { share } from "../measures/sums.ts";
import type { Readable } from "../records/case.ts";
import { defineKpi } from "./kpi.ts";

type Payment = Pick<Readable, "paymentMethod" | "fee">;

/** A case with a duty to pay; null for one without; the reason where nobody knows whether it has one. */
function dutyOf(c: Payment): Payment | "no-payment-method" | null {
  // What was paid was owed, and who is exempt owes nothing, whatever the fee of the procedure is.
  if (c.paymentMethod !== null) return c.paymentMethod === "none" ? null : c;
  if (c.fee === null) return "no-payment-method";
  return c.fee > 0 ? c : null;
}

export default defineKpi(
  {
    id: "duty-paid-online-share",
    when: "received",
    unit: "percent",
    needs: ["paymentMethod", "fee"],
    title: { vi: "Hồ sơ phải nộp phí, thanh toán trực tuyến", en: "Cases with a fee due paid online" },
    definition: {
      vi: "Số hồ sơ thanh toán trực tuyến trên tổng số hồ sơ tiếp nhận có nghĩa vụ tài chính: đã ghi hình thức thanh toán, hoặc để trống mà lệ phí lớn hơn 0. Hồ sơ được miễn, không thu phí hoặc lệ phí bằng 0 mà không ghi hình thức thanh toán không tính.",
      en: "Cases paid online over the cases received that have a duty to pay: a payment is recorded, or none is and the fee is above 0. A case that is exempt, or whose fee is 0 without a payment, does not count.",
    },
    formula: {
      vi: "số hồ sơ thanh toán trực tuyến ÷ số hồ sơ tiếp nhận có nghĩa vụ tài chính",
      en: "cases paid online ÷ cases received with a duty to pay",
    },
    regulation: {
      vi: "Quyết định 766/QĐ-TTg, nhóm thanh toán trực tuyến; công thức theo mô tả công khai cách Cổng tính.",
      en: "Decision 766/QĐ-TTg, online payment; the formula follows a public description of how the portal counts.",
    },
    choices: [
      {
        vi: "Có lệ phí mà ô hình thức thanh toán để trống: có thể đã hoặc chưa thanh toán trực tuyến, tính theo cả hai cách.",
        en: "A fee with a blank payment method may have been paid online or not: counted both ways.",
      },
      {
        vi: "Không ghi cả hình thức thanh toán lẫn lệ phí: có thể có hoặc không có nghĩa vụ tài chính, tính theo cả hai cách.",
        en: "With neither a payment method nor a fee a case may owe or not: counted both ways.",
      },
      {
        vi: "Ghi “miễn”, “không thu phí” là không có nghĩa vụ tài chính, dù cột lệ phí ghi mức của thủ tục. Chuyển khoản không tính là trực tuyến nếu không khai báo.",
        en: "Who is exempt has no duty, though the column of fees has that of the procedure. A bank transfer is not online unless it is mapped so.",
      },
    ],
    example: {
      cases: [
        { paymentMethod: "online", fee: 50000 },
        { paymentMethod: "cash", fee: 50000 },
        { paymentMethod: null, fee: 50000 },
        { paymentMethod: null, fee: 0 },
        { paymentMethod: "none", fee: 50000 },
        { paymentMethod: null, fee: null },
      ],
      gives: {
        kind: "ratio",
        numerator: 1,
        denominator: 3,
        blanks: { asNo: 0, asYes: 0, unsure: 1, of: "payment" },
        excluded: { "no-payment-method": 1 },
      },
      note: {
        vi: "hồ sơ thứ ba có thể đã thanh toán trực tuyến; hồ sơ cuối có thể có hoặc không có nghĩa vụ tài chính: từ 1 ÷ 4 đến 3 ÷ 4",
        en: "the third may have been paid online, and the last may owe or not: 1 ÷ 4 to 3 ÷ 4",
      },
    },
  },
  sift(
    dutyOf,
    share({
      is: (c) => c.paymentMethod === "online",
      unsure: (c) => c.paymentMethod === null,
      unsureOf: "payment",
    }),
  ),
);
