import { share } from "../measures/sums.ts";
import { defineCatalogueKpi } from "./kpi.ts";

export default defineCatalogueKpi(
  {
    id: "publication-within-10-days",
    unit: "percent",
    needs: ["announcedOn", "publishedOn", "publishBy"],
    mayBeBlank: ["announcedOn", "publishedOn", "publishBy"],
    title: {
      vi: "Tỷ lệ TTHC công bố trong 10 ngày làm việc",
      en: "Procedures published within 10 working days",
    },
    definition: {
      vi: "Số TTHC công bố trong 10 ngày làm việc kể từ ngày Bộ, ngành công bố trên tổng số phải công bố.",
      en: "Procedures published within ten working days of their announcement over those announced.",
    },
    formula: {
      vi: "số TTHC công bố chậm nhất vào ngày làm việc thứ 10 sau ngày Bộ, ngành công bố ÷ số TTHC mà thời hạn đó kết thúc trong kỳ",
      en: "procedures published by the tenth working day after the ministry's announcement ÷ procedures whose tenth day lies in the period",
    },
    regulation: {
      vi: "Quyết định 766/QĐ-TTg: tỷ lệ TTHC công bố đúng hạn = số TTHC công bố đúng hạn / tổng số TTHC đã công bố trong kỳ, theo thời hạn của Nghị định 63/2010/NĐ-CP, Điều 15 (đã sửa đổi). Ở đây theo kế hoạch: 10 ngày làm việc, trên số TTHC được Bộ, ngành công bố.",
      en: "Decision 766/QĐ-TTg: procedures published in time over those published in the period, by the time limits of Decree 63/2010/NĐ-CP, article 15 (as amended). Here by the plan: ten working days, over those that the ministry announced.",
    },
    choices: [
      {
        vi: "Ngày Bộ, ngành công bố không tính vào 10 ngày. TTHC chưa công bố mà chưa hết 10 ngày vào thời điểm tính thì chưa xét (not-due).",
        en: "The day of the announcement is not counted. A procedure not yet published whose ten days have not passed by the as-of day is not counted yet (not-due).",
      },
      {
        vi: "Hết thời hạn vào ngày tính thì xét khi hết ngày đó: chưa công bố là chậm. Kỳ báo cáo tính theo ngày làm việc thứ 10, để TTHC nào cũng thuộc đúng một tháng; năm không có trong lịch làm việc thì không tính được (outside-calendar).",
        en: "What must be published by the as-of day is judged when that day ends: not published then is late. The period is that of the tenth day, so that every procedure lies in one month; in a year that the working calendar does not cover nothing can be counted (outside-calendar).",
      },
    ],
    // By the day of the announcement one whose ten days end in the next month would be due in neither.
    when: (p) => p.publishBy ?? p.announcedOn,
    without: (p, { asOfDay }) => {
      if (p.publishBy === null) return "outside-calendar";
      // What is published after the as-of day was not yet published on it.
      const isPublished = p.publishedOn !== null && (asOfDay === null || p.publishedOn <= asOfDay);
      return !isPublished && (asOfDay === null || p.publishBy > asOfDay) ? "not-due" : null;
    },
    example: {
      // Announced on 02/01/2025 (day 20,090): the tenth working day after it is 16/01/2025 (day 20,104).
      rows: [
        { announcedOn: 20_090, publishedOn: 20_104, publishBy: 20_104 },
        { announcedOn: 20_090, publishedOn: 20_105, publishBy: 20_104 },
        { announcedOn: 20_090, publishedOn: null, publishBy: 20_104 },
        { announcedOn: null, publishedOn: null, publishBy: null },
      ],
      asOfDay: 20_200,
      gives: { kind: "ratio", numerator: 1, denominator: 3 },
    },
  },
  share({ is: (p) => p.publishedOn !== null && p.publishBy !== null && p.publishedOn <= p.publishBy }),
);
