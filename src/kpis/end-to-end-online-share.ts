import { share } from "../measures/sums.ts";
import { isBlank, isFeeUnread, type Readable } from "../records/case.ts";
import { defineKpi } from "./kpi.ts";

/** Where the fee is 0 nothing was to be paid, whatever method stands there. */
function isPaidOnline({ paymentMethod, fee }: Pick<Readable, "paymentMethod" | "fee">): boolean {
  return paymentMethod === "online" || paymentMethod === "none" || fee === 0;
}

export default defineKpi(
  {
    id: "end-to-end-online-share",
    when: "finished",
    unit: "percent",
    needs: ["channel", "processedOnline", "electronicResult", "paymentMethod", "fee"],
    title: { vi: "Tỷ lệ hồ sơ xử lý hoàn toàn trực tuyến", en: "Cases online from end to end" },
    definition: {
      vi: "Số hồ sơ nộp, xử lý, thanh toán (nếu có), trả kết quả đều trực tuyến trên tổng số hồ sơ đã giải quyết. Phí bằng 0 là không phải thanh toán; ngoài ra, hồ sơ không ghi hình thức thanh toán thì không được tính.",
      en: "Cases submitted, processed and paid (if anything was due) online and with an electronic result, over all cases finished. Where the fee is 0 nothing was due; else a case whose payment is not recorded does not count in the numerator.",
    },
    formula: {
      vi: "số hồ sơ nộp, xử lý, trả kết quả và thanh toán (nếu có) đều trực tuyến ÷ số hồ sơ đã giải quyết",
      en: "cases submitted, processed, answered and (if due) paid online ÷ cases finished",
    },
    choices: [
      {
        vi: "Phí bằng 0 thì không phải thanh toán, dù ghi hình thức nào; không ghi hình thức thì chỉ tính khi phí bằng 0.",
        en: "Where the fee is 0 nothing was due, whatever method is recorded; a payment that is not recorded counts only then.",
      },
    ],
    example: {
      cases: [
        { channel: "online", processedOnline: true, electronicResult: true, paymentMethod: "online", fee: null },
        { channel: "online", processedOnline: true, electronicResult: true, paymentMethod: null, fee: 0 },
        { channel: "online", processedOnline: true, electronicResult: true, paymentMethod: null, fee: null },
        { channel: "online", processedOnline: true, electronicResult: true, paymentMethod: "cash", fee: 50000 },
        { channel: "online", processedOnline: true, electronicResult: true, paymentMethod: "cash", fee: 0 },
      ],
      gives: { kind: "ratio", numerator: 3, denominator: 5 },
    },
  },
  share({
    is: (c) => c.channel === "online" && c.processedOnline && c.electronicResult && isPaidOnline(c),
    // Where no payment is recorded, or none online, it is the fee that would say whether anything was due.
    unsure: (c) => c.channel === "online" && c.processedOnline && c.electronicResult && isFeeUnread(c),
    unsureOf: "fee",
    mayBe: (c) =>
      c.channel === "online" &&
      (c.processedOnline || isBlank(c, "processedOnline")) &&
      (c.electronicResult || isBlank(c, "electronicResult")) &&
      isPaidOnline(c),
  }),
);
