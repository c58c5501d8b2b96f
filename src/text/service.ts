/** How many cases are on time, whatever the plan, in one line. */
import { capital, date, type Message, many, n } from "./language.ts";

export const serviceSentences = {
  /** Of no case that is done or due, nothing is said of a share; "until" is the log's last day where the period's is later. */
  service: {
    vi: (d) => {
      const overdue = `${d.until === null ? "đến cuối kỳ" : `đến hết ngày ${date(String(d.until), "vi")}`} còn ${n(d.overdue, "vi")} hồ sơ quá hạn`;
      const said = [
        ...(d.of === 0
          ? []
          : [
              `đúng hạn: ${d.share} (${n(d.onTime, "vi")} trên ${n(d.of, "vi")} hồ sơ ${d.since === null ? "đã giải quyết hoặc đến hạn mà chưa giải quyết" : `đã giải quyết trong kỳ, hoặc đến hạn trong kỳ mà đến hết ngày ${date(String(d.since), "vi")} chưa giải quyết`})`,
            ]),
        ...(d.index === null
          ? []
          : [
              `theo cách tính của Quyết định 766/QĐ-TTg: ${d.index} (${n(d.inTime, "vi")} trên ${n(d.all, "vi")}, gồm hồ sơ đang giải quyết chưa đến hạn)`,
            ]),
        ...(d.overdue === null ? [] : [overdue]),
        ...(d.doneLater === 0
          ? []
          : [
              `${d.overdue !== null ? "trong đó " : d.of === 0 ? "" : "ngoài ra "}${n(d.doneLater, "vi")} hồ sơ ${d.overdue === null ? "quá hạn khi hết kỳ, " : ""}được giải quyết sau đó: tính là trễ hạn trong kỳ giải quyết xong`,
            ]),
      ];
      return `${capital(said.join("; "))}.`;
    },
    en: (d) => {
      const overdue = `${d.until === null ? "at the end" : `at the end of ${date(String(d.until), "en")}`} ${many(d.overdue, "open case")} overdue`;
      const said = [
        ...(d.of === 0
          ? []
          : [
              `on time: ${d.share} (${n(d.onTime, "en")} of ${n(d.of, "en")} ${d.since === null ? "done, or due and not done" : `done in the period, or due in it and not done by the end of ${date(String(d.since), "en")}`})`,
            ]),
        ...(d.index === null
          ? []
          : [
              `as the index of Decision 766/QĐ-TTg counts: ${d.index} (${n(d.inTime, "en")} of ${n(d.all, "en")}, with open cases that are not yet due)`,
            ]),
        ...(d.overdue === null ? [] : [overdue]),
        ...(d.doneLater === 0
          ? []
          : [
              `${d.overdue === null ? `${many(d.doneLater, d.of === 0 ? "case" : "more case")} past due at the end of the period` : `of these ${n(d.doneLater, "en")}`} ${d.doneLater === 1 ? "was" : "were"} done later, and ${d.doneLater === 1 ? "counts" : "count"} late in the period in which ${d.doneLater === 1 ? "it was" : "they were"} done`,
            ]),
      ];
      return `${capital(said.join("; "))}.`;
    },
  },
} as const satisfies Record<string, Message>;
