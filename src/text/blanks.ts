/** What is said of blank yes/no cells that count as one of both, by the KPI's own rule or by that of a plan's own KPI. */
import { type Message, many, n } from "./language.ts";

export const blankSentences = {
  blanksAsNo: {
    vi: (d) =>
      `${n(d.count, "vi")} ô trống tính là “không”; nếu đều là “có” thì ${d.value}, ${d.met ? "đạt" : "chưa đạt"}`,
    en: (d) =>
      `${many(d.count, "blank cell")} taken as no; were all yes it would be ${d.value}, ${d.met ? "a pass" : "a miss"}`,
  },
  blanksAsYes: {
    vi: (d) =>
      `trong đó ${n(d.count, "vi")} hồ sơ trực tuyến để trống tính là đã số hóa; nếu không tính thì ${d.value}${d.met === null ? "" : d.met ? ", đạt" : ", chưa đạt"}`,
    en: (d) =>
      `of these ${many(d.count, "online case")} with a blank count as digitised; without them it would be ${d.value}${d.met === null ? "" : d.met ? ", a pass" : ", a miss"}`,
  },
  blanksAsNoOwn: {
    vi: (d) =>
      `${n(d.count, "vi")} hồ sơ để trống cột có/không được tính là chưa đạt; nếu tính là đạt cả thì ${d.value}, ${d.met ? "đạt" : "chưa đạt"}`,
    en: (d) =>
      `${many(d.count, "case")} with a blank yes/no cell ${d.count === 1 ? "counts" : "count"} as not meeting it; if all of them did it would be ${d.value}, ${d.met ? "a pass" : "a miss"}`,
  },
  blanksAsYesOwn: {
    vi: (d) =>
      `trong đó ${n(d.count, "vi")} hồ sơ để trống cột có/không được tính là đạt; nếu không tính thì ${d.value}${d.met === null ? "" : d.met ? ", đạt" : ", chưa đạt"}`,
    en: (d) =>
      `of these ${many(d.count, "case")} with a blank yes/no cell ${d.count === 1 ? "counts" : "count"} as meeting it; without them it would be ${d.value}${d.met === null ? "" : d.met ? ", a pass" : ", a miss"}`,
  },
} as const satisfies Record<string, Message>;
