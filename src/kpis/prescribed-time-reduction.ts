import type { Fold } from "../measures/fold.ts";
import type { MinimumMeasure } from "../measures/measure.ts";
import { isOnlineService, type Procedure } from "../records/procedure.ts";
import { defineCatalogueKpi } from "./kpi.ts";

type P = Pick<Procedure, "procedureCode" | "onPortal" | "serviceLevel" | "daysInPerson" | "daysOnline">;

interface State {
  n: number;
  least: { name: string; inPerson: number; online: number } | null;
}

/** Days have at most two decimals (read/catalogue.ts): in hundredths they are whole. */
const hundredths = (days: number) => Math.round(days * 100);

/** Whether a's reduction is smaller than b's, that is 1 − online ÷ in person; of equal ones the first code. */
function isLess(a: NonNullable<State["least"]>, b: NonNullable<State["least"]>): boolean {
  const left = hundredths(a.online) * hundredths(b.inPerson);
  const right = hundredths(b.online) * hundredths(a.inPerson);
  return left === right ? a.name < b.name : left > right;
}

/** A row is never taken out again: only cases of a log are superseded. */
const smallest: Fold<P, State, MinimumMeasure> = {
  start: () => ({ n: 0, least: null }),
  add(state, p) {
    if (!isOnlineService(p)) return;
    state.n++;
    const found = { name: p.procedureCode, inPerson: p.daysInPerson as number, online: p.daysOnline as number };
    if (state.least === null || isLess(found, state.least)) state.least = found;
  },
  merge(into, from) {
    into.n += from.n;
    if (from.least !== null && (into.least === null || isLess(from.least, into.least))) into.least = from.least;
  },
  finish: ({ n, least }) => ({ kind: "minimum", n, least }),
};

export default defineCatalogueKpi(
  {
    id: "prescribed-time-reduction",
    unit: "percent",
    needs: ["procedureCode", "onPortal", "serviceLevel", "daysInPerson", "daysOnline"],
    // Of a procedure that is no online service the days say nothing here.
    mayBeBlank: ["serviceLevel", "daysInPerson", "daysOnline"],
    title: { vi: "Mức rút ngắn thời hạn khi nộp trực tuyến", en: "Cut of the prescribed time online" },
    definition: {
      vi: "Mức rút ngắn thấp nhất của thời hạn quy định so với nộp trực tiếp.",
      en: "The smallest reduction of the prescribed days, online against in person.",
    },
    formula: {
      vi: "mức thấp nhất, trong các DVCTT, của (thời hạn nộp trực tiếp − thời hạn nộp trực tuyến) ÷ thời hạn nộp trực tiếp",
      en: "the smallest, over the online services, of (days in person − days online) ÷ days in person",
    },
    choices: [
      {
        vi: "Đây là thời hạn do chính sách quy định, không phải thời gian thực tế; chính sách áp dụng cho mọi DVCTT nên xét dịch vụ có mức rút ngắn thấp nhất.",
        en: "It is the time that policy prescribes, not the time measured; a policy holds for every online service, so the service with the smallest reduction decides.",
      },
      {
        vi: "Thủ tục có thời hạn nộp trực tiếp bằng 0 (giải quyết ngay) không tính (zero-days).",
        en: "A procedure of 0 days in person (done at once) does not count (zero-days).",
      },
    ],
    without: (p) => {
      if (p.onPortal && p.serviceLevel === null) return "no-service-level";
      if (!isOnlineService(p)) return null;
      if (p.daysInPerson === null) return "no-days-in-person";
      if (p.daysOnline === null) return "no-days-online";
      return p.daysInPerson === 0 ? "zero-days" : null;
    },
    example: {
      rows: [
        { procedureCode: "1.000001", onPortal: true, serviceLevel: "full", daysInPerson: 10, daysOnline: 7 },
        { procedureCode: "1.000002", onPortal: true, serviceLevel: "partial", daysInPerson: 5, daysOnline: 4 },
        { procedureCode: "1.000003", onPortal: false, serviceLevel: "none", daysInPerson: 5, daysOnline: 5 },
      ],
      // 30 % and 20 %.
      gives: { kind: "minimum", n: 2, least: { name: "1.000002", inPerson: 5, online: 4 } },
    },
  },
  smallest,
);
