/** What the office states of a KPI that is worked out as well: surveys, other systems, the portal's own statistics. */

import { exact } from "../measures/exact.ts";
import type { Measure } from "../measures/measure.ts";
import { type Held, judged } from "./result.ts";
import { figureOf, fromFigures, type Supplied, type When } from "./tables.ts";
import type { Result } from "./verdict.ts";

/**
 * The result with what is stated: beside it where the inputs show a value, else in its place; the other way round where
 * the stated one is preferred. A stated figure is judged as any other, and marked.
 */
export function withEvidence(
  result: Result,
  held: Held,
  { figures }: Pick<Supplied, "figures">,
  when: When,
  isPreferred: boolean,
): Result {
  if (figures === null) return result;
  const figure = figureOf(held, figures, when);
  const own = result.measure === null || result.measure.kind === "date" ? null : result.measure.value;
  if (figure === undefined) {
    const without = fromFigures(held, { figures }, when);
    // What is stated too late for this report is said, where nothing else shows a value: it is not passed over unsaid.
    return isPreferred || (own === null && without.reason === "stated-later") ? without : result;
  }
  const { value, of, source, statedOn } = figure;
  const measure: Measure = { kind: "stated", value, of, source, statedOn };
  if (own !== null && !isPreferred) {
    // None, where the log has some: nothing that a share could be held against.
    if (of === "0") return result;
    const num = exact(value);
    const den = of === null ? { num: 1n, den: 1n } : exact(of);
    const stated = (Number(num.num * den.den) / Number(num.den * den.num)) * (of === null ? 1 : 100);
    return { ...result, beside: { from: "figures", value: stated, source, statedOn } };
  }
  const stated = judged(held, measure, { group: null, excluded: {}, reason: "none-stated", lacks: [] });
  return own === null ? stated : { ...stated, beside: { from: "log", value: own, source: null, statedOn: null } };
}
