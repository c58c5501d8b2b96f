/** The points of a report's period: from its results, the cases of the period, and what is supplied beside the log. */
import type { Known } from "../judge/known.ts";
import { nameKey } from "../measures/names.ts";
import type { Target } from "../plans/plan.ts";
import type { Field } from "../records/case.ts";
import { type Handled, type HandledCounts, type HandledState, handledAt, sumOfHandled } from "../tally/handled.ts";
import { sameNames } from "../tally/same-names.ts";
import type { ReportDays } from "./periodic.ts";
import type { Score } from "./points.ts";
import type { Report } from "./report.ts";
import { type Scored, scoreOf } from "./score.ts";
import { supplementFields } from "./service.ts";
import { unitScores } from "./unit-scores.ts";

/** What the points are worked out of, beside the report. */
interface Given {
  /** Null where the cases are those of parts. */
  readonly handled: HandledState | null;
  readonly days: ReportDays;
  readonly known: Known;
  readonly targets: readonly Target[];
  /** The fields that every log has: what one of several does not say is not known of all. */
  readonly toldByAll: readonly Field[];
  /** The last day of which the log speaks. */
  readonly asOfDay: number | null;
}

export function scoreOfPeriod(report: Report, { handled, days, known, targets, toldByAll, asOfDay }: Given): Score {
  const { period } = days;
  const { ground, supplied } = known;
  const day = Math.min(period.to, asOfDay ?? period.to);
  const { events, fields } = ground;
  const says = (column: "hasDocument" | "eligible") =>
    ground.procedure === "procedureCode" && supplied.procedures?.columns.has(column) === true;
  // Without a time of receipt, or of an end, with a case in several rows, or with ends that may have been promised, nobody knows which cases are of the period.
  const isKnown =
    events.received !== null && events.completed !== null && ground.casesInDoubt === null && !ground.returnsInDoubt;
  const ofLogs = handled === null ? [] : toldByAll;
  const isOfParts = handled === null;
  const hasSupplements = supplementFields.some((field) => (isOfParts ? fields : ofLogs).includes(field));
  // Parts keep no waits: what their form has of these cases is by another rule, and no figure of the index.
  const isJudged = isKnown && !(isOfParts && hasSupplements);
  const scored: Scored = {
    ...{ report, targets },
    handled: isJudged ? handledOf(handled, report, day) : null,
    day,
    from: period.from,
    ...{ isOfParts, hasSupplements },
    hasRatings: ofLogs.includes("rating"),
    fields: ofLogs,
    hasDocuments: says("hasDocument"),
    hasEligible: says("eligible"),
    petitions: supplied.petitions?.rows ?? null,
  };
  return { ...scoreOf(scored), units: unitScores(scored) };
}

function handledOf(state: HandledState | null, { periodic }: Report, day: number): Scored["handled"] {
  if (state !== null) {
    return {
      all: handledAt(state.all, day),
      agency: handledGroups(state.byAgency, day),
      procedure: handledGroups(state.byProcedure, day),
    };
  }
  // Parts keep what form II.06a needs: without supplements, and without groups.
  const form = periodic?.form ?? null;
  return form === null ? null : { all: ofForm(form), agency: [], procedure: [] };
}

function ofForm(form: NonNullable<NonNullable<Report["periodic"]>["form"]>): Handled {
  const { total, withoutDue, unreadable, endedWithoutTime, unreadableBefore, endedWithoutTimeBefore } = form;
  const without = withoutDue.resolved + withoutDue.open;
  // Beside the form, and of the period by the index's own rule, or it may be.
  const unknown =
    without + unreadable + endedWithoutTime + unreadableBefore + endedWithoutTimeBefore + form.withoutReceipt;
  return {
    cases: total.resolved + total.open - without,
    unknown,
    inTime: total.early + total.onDay + total.inTime - without,
    doneInTime: total.early + total.onDay - withoutDue.resolved,
    late: total.late,
    overdue: total.overdue,
    ...{ inTimeOrOutside: 0, disliked: 0, ratedUnreadably: 0, supplementedTwice: 0, apologised: 0, renewed: 0 },
  };
}

/** The groups of a grouping, names that differ by case or spacing only as one, in order of their names. */
function handledGroups(
  groups: ReadonlyMap<string, HandledCounts>,
  day: number,
): (readonly [name: string, handled: Handled])[] {
  const isTold = ({ judged, unknown }: HandledCounts) => judged !== 0 || unknown !== 0;
  const told = [...groups].filter(([, counts]) => isTold(counts)).map(([name]) => name);
  const byKey = new Map<string, HandledCounts[]>();
  for (const [name, counts] of groups) {
    const key = nameKey(name);
    byKey.set(key, [...(byKey.get(key) ?? []), counts]);
  }
  return sameNames(told)
    .map(([name]) => [name, handledAt(sumOfHandled(byKey.get(nameKey(name)) ?? []), day)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
