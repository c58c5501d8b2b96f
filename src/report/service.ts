/** What a leader asks first, whatever the plan: how many cases are on time, and how many are overdue. */

import type { Known } from "../judge/known.ts";
import onTimeShare from "../kpis/on-time-share.ts";
import type { OnTimeMeasure } from "../measures/fold.ts";
import { lacking } from "../records/ground.ts";
import type { CaseForm, Service } from "./report.ts";

/**
 * Of the cases of the period by this program's rule, and as the national index counts: (finished in time + open and not
 * yet due) ÷ all. Of a period the cases that are open at its end are not known here; the form of a report knows them.
 */
export function serviceOf({ measured, ground, when }: Known): Service | null {
  const at = measured.kpis.findIndex(({ id }) => id === onTimeShare.id);
  if (at < 0 || lacking(onTimeShare, ground).length > 0) return null;
  const { numerator, denominator, cases } = onTimeShare.fold.finish(
    measured.totals[at].state,
    measured.facts,
  ) as OnTimeMeasure;
  if (denominator + cases.notDue === 0) return null;
  // Of a period the cases that are open at its end are those of other periods too.
  const isWhole = when.period === null;
  return {
    onTime: numerator,
    of: denominator,
    overdue: isWhole ? cases.overdue : null,
    index: isWhole ? { inTime: numerator + cases.notDue, of: denominator + cases.notDue } : null,
  };
}

/** With the open cases at the period's end, of which the form knows. */
export function withForm(service: Service | null, form: CaseForm | null): Service | null {
  if (service === null || form === null) return service;
  const { early, onDay, inTime, resolved, open, overdue } = form.total;
  // A case without a due day is in the form, and in no share of being on time.
  const without = form.withoutDue.resolved + form.withoutDue.open;
  return { ...service, overdue, index: { inTime: early + onDay + inTime - without, of: resolved + open - without } };
}
