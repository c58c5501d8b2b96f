/** What a leader asks first, whatever the plan: how many cases are on time, and how many are overdue. */

import type { Known } from "../judge/known.ts";
import onTimeShare from "../kpis/on-time-share.ts";
import type { OnTimeMeasure } from "../measures/fold.ts";
import { lacking } from "../records/ground.ts";
import type { CaseForm, Service } from "./report.ts";

/**
 * Of the cases of the period by this program's rule, and as the national index counts: (finished in time + open and not
 * yet due) ÷ all. Of a period that is over at the as-of day the cases that are open at its end are not known here; the
 * form of a report knows them.
 */
export function serviceOf({ measured, ground, when }: Known): Service | null {
  const at = measured.kpis.findIndex(({ id }) => id === onTimeShare.id);
  if (at < 0 || lacking(onTimeShare, ground).length > 0) return null;
  const { numerator, denominator, cases } = onTimeShare.fold.finish(
    measured.totals[at].state,
    measured.facts,
  ) as OnTimeMeasure;
  if (denominator + cases.notDue === 0) return null;
  const isOver =
    when.period !== null && when.asOfDay !== null && when.period.to < (measured.facts.asOfDay ?? when.asOfDay);
  return {
    onTime: numerator,
    of: denominator,
    overdue: cases.overdue,
    index: isOver ? null : { inTime: numerator + cases.notDue, of: denominator + cases.notDue },
  };
}

/** With the open cases at the period's end, of which the form knows. */
export function withForm(service: Service | null, form: CaseForm | null): Service | null {
  if (service === null || form === null) return service;
  const { early, onDay, inTime, resolved, open, overdue } = form.total;
  return { ...service, overdue, index: { inTime: early + onDay + inTime, of: resolved + open } };
}
