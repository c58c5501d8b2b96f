/** What a leader asks first, whatever the plan: how many cases are on time, and how many are overdue. */

import type { Known } from "../judge/known.ts";
import { type Ground, lacking } from "../kpis/ground.ts";
import onTimeShare from "../kpis/on-time-share.ts";
import { mightBear } from "../measures/left-out.ts";
import type { OnTimeMeasure } from "../measures/measure.ts";
import type { CaseForm, Service } from "./report.ts";

/** Columns by which the index judges otherwise than this program does. */
export const supplementFields = [
  "supplementRequestedAt",
  "supplementReceivedAt",
  "supplementCount",
  "extendedTo",
] as const;

const isByIndex = ({ fields }: Pick<Ground, "fields">) => !supplementFields.some((field) => fields.includes(field));

/** What this program's rule makes of the cases; null where the log does not have the columns. */
function measuredOf({ measured, ground }: Known) {
  const at = measured.kpis.findIndex(({ id }) => id === onTimeShare.id);
  if (at < 0 || lacking(onTimeShare, ground).length > 0) return null;
  const { state, excluded } = measured.totals[at];
  const { numerator, denominator, cases } = onTimeShare.fold.finish(state, measured.facts) as OnTimeMeasure;
  return { numerator, denominator, cases, hasUnknown: [...excluded.keys()].some(mightBear) };
}

/**
 * Of the cases of the period by this program's rule, and as the national index counts: (finished in time + open and not
 * yet due) ÷ all. Of a period the cases that are open at its end are not known here; the form of a report knows them.
 *
 * @param doneLater the cases that were past due at the period's end and done behind it; null where nobody knows
 */
export function serviceOf(known: Known, doneLater: number | null): Service | null {
  const found = measuredOf(known);
  if (found === null) return null;
  const { numerator, denominator, cases, hasUnknown } = found;
  if (denominator + cases.notDue + (doneLater ?? 0) === 0) return null;
  // Of a period the cases that are open at its end are those of other periods too.
  const isWhole = known.when.period === null;
  return {
    onTime: numerator,
    of: denominator,
    overdue: isWhole ? cases.overdue : null,
    // The index takes waits for supplements off, and of what nobody knows it makes a range: kpi index does both.
    index:
      isWhole && isByIndex(known.ground) && !hasUnknown
        ? { inTime: numerator + cases.notDue, of: denominator + cases.notDue }
        : null,
    ...(doneLater !== null && { doneLater }),
  };
}

/** With the open cases at the period's end, of which the form knows. */
export function withForm(service: Service | null, form: CaseForm | null, known: Known): Service | null {
  const found = measuredOf(known);
  if (service === null || form === null || found === null) return service;
  const { early, onDay, inTime, resolved, open, overdue } = form.total;
  // On time or not, in the period or not, nobody knows: then the share is a range, which kpi index tells.
  const unknown = [
    ...[form.withoutDue.resolved, form.withoutDue.open, form.unreadable, form.unreadableBefore],
    ...[form.endedWithoutTime, form.endedWithoutTimeBefore],
  ].some((count) => count > 0);
  // Done without a day of receipt: not in the form, which would not balance, and in every share of being on time.
  const done = found.denominator - found.cases.overdue;
  const isSame = done === resolved + form.withoutReceipt;
  const ofDone =
    form.withoutReceipt === 0
      ? { inTime: early + onDay, of: resolved }
      : isSame
        ? { inTime: found.numerator, of: done }
        : null;
  return {
    ...service,
    overdue,
    index:
      isByIndex(known.ground) && !unknown && ofDone !== null
        ? { inTime: ofDone.inTime + inTime, of: ofDone.of + open }
        : null,
  };
}
