/** What a leader asks first, whatever the plan: how many cases are on time, and how many are overdue. */

import type { Known } from "../judge/known.ts";
import { type Ground, lacking } from "../kpis/ground.ts";
import onTimeShare from "../kpis/on-time-share.ts";
import type { OnTimeMeasure } from "../measures/measure.ts";
import type { CaseForm, Service } from "./report.ts";

/** Columns by which the index judges otherwise than this program does. */
export const supplementFields = [
  "supplementRequestedAt",
  "supplementReceivedAt",
  "supplementCount",
  "extendedTo",
] as const;

/**
 * Of the cases of the period by this program's rule, and as the national index counts: (finished in time + open and not
 * yet due) ÷ all. Of a period the cases that are open at its end are not known here; the form of a report knows them.
 *
 * @param doneLater the cases that were past due at the period's end and done behind it; null where nobody knows
 */
export function serviceOf({ measured, ground, when }: Known, doneLater: number | null): Service | null {
  const at = measured.kpis.findIndex(({ id }) => id === onTimeShare.id);
  if (at < 0 || lacking(onTimeShare, ground).length > 0) return null;
  const { numerator, denominator, cases } = onTimeShare.fold.finish(
    measured.totals[at].state,
    measured.facts,
  ) as OnTimeMeasure;
  if (denominator + cases.notDue + (doneLater ?? 0) === 0) return null;
  // Of a period the cases that are open at its end are those of other periods too.
  const isWhole = when.period === null;
  // The index takes waits for supplements off: kpi index does.
  const isByIndex = !supplementFields.some((field) => ground.fields.includes(field));
  return {
    onTime: numerator,
    of: denominator,
    overdue: isWhole ? cases.overdue : null,
    index: isWhole && isByIndex ? { inTime: numerator + cases.notDue, of: denominator + cases.notDue } : null,
    ...(doneLater !== null && { doneLater }),
  };
}

/** With the open cases at the period's end, of which the form knows. */
export function withForm(
  service: Service | null,
  form: CaseForm | null,
  { fields }: Pick<Ground, "fields">,
): Service | null {
  if (service === null || form === null) return service;
  const isByIndex = !supplementFields.some((field) => fields.includes(field));
  const { early, onDay, inTime, resolved, open, overdue } = form.total;
  // A case without a due day is in the form, and in no share of being on time.
  const without = form.withoutDue.resolved + form.withoutDue.open;
  return {
    ...service,
    overdue,
    // Without a due time a case may be in time or not: then the share is a range, which kpi index tells.
    index: isByIndex && without === 0 ? { inTime: early + onDay + inTime, of: resolved + open } : null,
  };
}
