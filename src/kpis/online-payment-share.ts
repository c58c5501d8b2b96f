import { share } from "../fold.ts";
import { defineKpi } from "../kpi.ts";

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
