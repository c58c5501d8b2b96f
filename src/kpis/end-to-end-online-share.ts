import { share } from "../measures/sums.ts";
import { isBlank, type Readable } from "../records/case.ts";
import { defineKpi } from "./kpi.ts";

function isPaidOnline({ paymentMethod, fee }: Pick<Readable, "paymentMethod" | "fee">): boolean {
  return paymentMethod === "online" || paymentMethod === "none" || (paymentMethod === null && fee === 0);
}

export default defineKpi(
  {
    id: "end-to-end-online-share",
    when: "finished",
    unit: "percent",
    needs: ["channel", "processedOnline", "electronicResult", "paymentMethod", "fee"],
    title: { vi: "Tỷ lệ hồ sơ xử lý hoàn toàn trực tuyến", en: "Cases online from end to end" },
    definition: {
      vi: "Số hồ sơ nộp, xử lý, thanh toán (nếu có), trả kết quả đều trực tuyến trên tổng số hồ sơ đã giải quyết. Hồ sơ không ghi hình thức thanh toán chỉ được tính khi phí bằng 0.",
      en: "Cases submitted, processed and paid (if anything was due) online and with an electronic result, over all cases finished. A case whose payment is not recorded counts in the numerator only when its fee is 0.",
    },
    formula: {
      vi: "số hồ sơ nộp, xử lý, trả kết quả và thanh toán (nếu có) đều trực tuyến ÷ số hồ sơ đã giải quyết",
      en: "cases submitted, processed, answered and (if due) paid online ÷ cases finished",
    },
    choices: [
      {
        vi: "Không ghi hình thức thanh toán thì chỉ tính khi phí bằng 0.",
        en: "A payment that is not recorded counts only where the fee is 0.",
      },
    ],
    example: {
      cases: [
        { channel: "online", processedOnline: true, electronicResult: true, paymentMethod: "online", fee: null },
        { channel: "online", processedOnline: true, electronicResult: true, paymentMethod: null, fee: 0 },
        { channel: "online", processedOnline: true, electronicResult: true, paymentMethod: null, fee: null },
        { channel: "online", processedOnline: true, electronicResult: true, paymentMethod: "cash", fee: 50000 },
      ],
      gives: { kind: "ratio", numerator: 2, denominator: 4 },
    },
  },
  share({
    is: (c) => c.channel === "online" && c.processedOnline && c.electronicResult && isPaidOnline(c),
    mayBe: (c) =>
      c.channel === "online" &&
      (c.processedOnline || isBlank(c, "processedOnline")) &&
      (c.electronicResult || isBlank(c, "electronicResult")) &&
      isPaidOnline(c),
  }),
);
