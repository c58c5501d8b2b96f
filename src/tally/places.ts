/** Where the tallies of a pass lie: by span of days, by group, by event. */

import { UserError } from "../errors.ts";
import type { OverCases } from "../kpis/kpi.ts";
import { type Case, timelessEvent } from "../records/case.ts";
import { dayOf, firstDay, lastDay } from "../time/civil.ts";
import {
  type CaseGrouping,
  groupingsIn,
  mostGroups,
  newSpan,
  newTally,
  type Span,
  type SpanTallies,
  type Tally,
} from "./tally.ts";

/** A group of cases, and its tally for each KPI that has seen one of them. */
export interface PlaceOfCases {
  readonly span: number;
  /** `allCases` for the total of a span. */
  readonly grouping: number;
  readonly name: string;
  /** Only for KPIs of this event: a month, or a span, is that of an event. */
  readonly e: number;
  readonly tallies: (Tally | undefined)[];
  /** Cases by the number of what they do, in a span. */
  counts: Int32Array;
}

/** The places of a group, by event. */
interface PlacesOfGroup {
  readonly name: string;
  readonly at: (PlaceOfCases | undefined)[];
}

/** Nothing counted yet: most places of a span count nothing. */
const noCounts = new Int32Array(0);

/** The place of all cases of a span. */
export const allCases = -1;

/** The places of a pass. */
export class Places {
  /** The groupings of each span, those of the period where there are none. */
  readonly bys: readonly (readonly CaseGrouping[])[];
  readonly all: PlaceOfCases[] = [];
  readonly spans: (SpanTallies | undefined)[];
  private readonly kpis: readonly OverCases<unknown>[];
  /** The span of each day from `firstDay`, -1 for none; null where only the period is told apart. */
  private readonly spanOfDay: Int16Array | null;
  /** By span, by grouping: the groups that there are, and the one that was asked for last. */
  private readonly groups: { readonly byName: Map<string, PlacesOfGroup>; last: PlacesOfGroup }[][];
  /** By span, by event: the places of all cases. */
  private readonly wholes: (PlaceOfCases | undefined)[][];

  /** @param by the groupings of the period, where no spans are told apart */
  constructor(kpis: readonly OverCases<unknown>[], by: readonly CaseGrouping[], spans: readonly Span[] | undefined) {
    this.kpis = kpis;
    this.bys = spans === undefined ? [by] : [...spans.map((span) => span.by), groupingsIn(spans), groupingsIn(spans)];
    this.spanOfDay = spans === undefined ? null : spansByDay(spans);
    this.spans = this.bys.map(() => undefined);
    // Where only the period is told apart there is one span, and it is always there.
    if (spans === undefined) this.spans[0] = newSpan(kpis, by);
    this.groups = this.bys.map((own) => own.map(() => ({ byName: new Map(), last: { name: "\n", at: [] } })));
    this.wholes = this.bys.map(() => []);
  }

  spanTallies(span: number): SpanTallies {
    let tallies = this.spans[span];
    if (tallies === undefined) {
      tallies = newSpan(this.kpis, this.bys[span]);
      this.spans[span] = tallies;
    }
    return tallies;
  }

  /** The span in which an event lies; -1 when none. */
  spanOf(time: number): number {
    if (this.spanOfDay === null) return 0;
    if (time >= 0) return this.spanOfDay[dayOf(time) - firstDay];
    return time === timelessEvent ? this.bys.length - 1 : this.bys.length - 2;
  }

  placeOf(c: Case, span: number, grouping: number, e: number): PlaceOfCases {
    const by = this.bys[span][grouping];
    const groups = this.groups[span][grouping];
    const name = groupOf(c, by);
    // The events of a case nearly always lie in one group, and a search for each would be felt.
    if (groups.last.name !== name) groups.last = groupOfName(groups.byName, name, by);
    const { at } = groups.last;
    at[e] ??= this.newPlace(span, grouping, name, e);
    return at[e];
  }

  wholeOf(span: number, e: number): PlaceOfCases {
    const wholes = this.wholes[span];
    wholes[e] ??= this.newPlace(span, allCases, "", e);
    return wholes[e];
  }

  private newPlace(span: number, grouping: number, name: string, e: number): PlaceOfCases {
    const place = { span, grouping, name, e, tallies: [], counts: noCounts };
    this.all.push(place);
    return place;
  }

  tallyIn(
    { span, grouping, name, tallies }: PlaceOfCases,
    { kpi, index }: { readonly kpi: OverCases<unknown>; readonly index: number },
  ): Tally {
    let tally = tallies[index];
    if (tally === undefined) {
      const own = this.spanTallies(span);
      if (grouping === allCases) {
        tallies[index] = own.totals[index];
        return own.totals[index];
      }
      const groups = own.groups[grouping][index];
      tally = groups.get(name) ?? newTally(kpi, true);
      groups.set(name, tally);
      tallies[index] = tally;
    }
    return tally;
  }
}

function groupOfName(groups: Map<string, PlacesOfGroup>, name: string, by: CaseGrouping): PlacesOfGroup {
  let held = groups.get(name);
  if (held === undefined) {
    if (groups.size === mostGroups) throw new UserError("too-many-groups", { by, most: mostGroups });
    held = { name, at: [] };
    groups.set(name, held);
  }
  return held;
}

function spansByDay(spans: readonly Span[]): Int16Array {
  const spanOfDay = new Int16Array(lastDay - firstDay + 1).fill(-1);
  spans.forEach(({ from, to }, i) => {
    spanOfDay.fill(i, Math.max(0, from - firstDay), Math.max(0, to + 1 - firstDay));
  });
  return spanOfDay;
}

/** The time of the e-th event: a property by a name that varies would be looked up each time. */
export function timeOf(c: Case, e: number): number {
  switch (e) {
    case 0:
      return c.submitted;
    case 1:
      return c.received;
    case 2:
      return c.finished;
    case 3:
      return c.rated;
    default:
      return c.completed;
  }
}

/** The group of a case; "" when the column is blank. */
function groupOf(c: Case, by: CaseGrouping): string {
  switch (by) {
    case "agency":
      return c.agency ?? "";
    case "procedure":
      return c.procedure ?? "";
    case "field":
      return c.field ?? "";
    case "channel":
      return c.channel ?? "";
  }
}
