import { share } from "../measures/sums.ts";
import { defineKpi } from "./kpi.ts";

export default defineKpi(
  {
    id: "online-payment-share",
    when: "received",
    unit: "percent",
    needs: ["paymentMethod"],
    title: { vi: "Tỷ lệ hồ sơ thanh toán trực tuyến", en: "Cases paid online" },
    definition: {
      vi: "Số hồ sơ thanh toán trực tuyến trên tổng số hồ sơ có thanh toán. Hồ sơ không thu phí hoặc không ghi hình thức thanh toán không tính.",
      en: "Cases paid online over the cases received that have a payment. A case that is free of charge, or whose payment is not recorded, does not count.",
    },
    formula: {
      vi: "số hồ sơ thanh toán trực tuyến ÷ số hồ sơ tiếp nhận có thanh toán",
      en: "cases paid online ÷ cases received with a payment",
    },
    regulation: {
      vi: "Quyết định 31/2021/QĐ-TTg, Quy chế Điều 33 khoản 1: phí, lệ phí, nghĩa vụ tài chính được nộp qua chức năng thanh toán trực tuyến của Cổng Dịch vụ công quốc gia, trên Cổng này hoặc từ Cổng dịch vụ công cấp bộ, cấp tỉnh.",
      en: "Decision 31/2021/QĐ-TTg, regulation article 33(1): fees and dues are paid through the payment function of the national portal, there or from a ministry's or province's own portal.",
    },
    choices: [
      {
        vi: "Chuyển khoản không tính là trực tuyến nếu không khai báo, vì kế hoạch tính giao dịch trên Cổng DVCQG.",
        en: "A bank transfer is not online unless it is mapped so, since the plan counts payments on the portal.",
      },
    ],
    example: {
      cases: [
        { paymentMethod: "online" },
        { paymentMethod: "cash" },
        { paymentMethod: "none" },
        { paymentMethod: null },
      ],
      gives: { kind: "ratio", numerator: 1, denominator: 2 },
    },
  },
  share({ of: (c) => c.paymentMethod !== null && c.paymentMethod !== "none", is: (c) => c.paymentMethod === "online" }),
);
