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
              `đúng hạn: ${d.share} (${n(d.onTime, "vi")} trên ${n(d.of, "vi")} hồ sơ đã giải quyết hoặc đến hạn mà ${d.since === null ? "" : `đến hết ngày ${date(String(d.since), "vi")} `}chưa giải quyết)`,
            ]),
        ...(d.index === null
          ? []
          : [
              `theo cách tính của Quyết định 766/QĐ-TTg: ${d.index} (${n(d.inTime, "vi")} trên ${n(d.all, "vi")}, gồm hồ sơ đang giải quyết chưa đến hạn)`,
            ]),
        ...(d.overdue === null ? [] : [overdue]),
      ];
      return `${capital(said.join("; "))}.`;
    },
    en: (d) => {
      const overdue = `${d.until === null ? "at the end" : `at the end of ${date(String(d.until), "en")}`} ${many(d.overdue, "open case")} overdue`;
      const said = [
        ...(d.of === 0
          ? []
          : [
              `on time: ${d.share} (${n(d.onTime, "en")} of ${n(d.of, "en")} done, or due and not done${d.since === null ? "" : ` by the end of ${date(String(d.since), "en")}`})`,
            ]),
        ...(d.index === null
          ? []
          : [
              `as the index of Decision 766/QĐ-TTg counts: ${d.index} (${n(d.inTime, "en")} of ${n(d.all, "en")}, with open cases that are not yet due)`,
            ]),
        ...(d.overdue === null ? [] : [overdue]),
      ];
      return `${capital(said.join("; "))}.`;
    },
  },
} as const satisfies Record<string, Message>;
