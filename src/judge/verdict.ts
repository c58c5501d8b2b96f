/**
 * What a judgement is: a KPI's measure, held against its target. The contract of the Report (report/report.ts) holds
 * these as they stand: additions only within a version of its schema.
 */

import type { Input, Unit } from "../kpis/kpi.ts";
import type { Slack } from "../measures/kind.ts";
import type { Verdict } from "../measures/kinds.ts";
import type { Bilingual } from "../text/language.ts";

export interface ReportTarget {
  readonly below?: number;
  readonly atMost?: number;
  readonly atLeast?: number;
  readonly above?: number;
  readonly by?: string;
}

export interface Result {
  /** The KPI and its clause, with a counter where both recur; the KPI alone where the plan has no target. */
  readonly key: string;
  readonly kpi: string;
  /** Where the figure comes from. */
  readonly input: Input;
  readonly unit: Unit;
  readonly title: Bilingual;
  readonly section: "quantity" | "quality" | "tasks" | null;
  readonly target: ReportTarget | null;
  readonly clause: string | null;
  readonly also: readonly string[];
  readonly quote: string | null;
  readonly interpretation: Bilingual | null;
  readonly aspirational: boolean;
  /** Who leads, who works with them, and what comes of it, as the plan names them. */
  readonly owner: string | null;
  readonly coOwner: string | null;
  readonly product: string | null;
  /** The plan sets the target for each group: this is the result of one of them, and it counts as any other. */
  readonly each: boolean;
  /** Null where the plan has no target. */
  readonly verdict: Verdict | null;
  /** Null when not supplied. */
  readonly measure: ReportMeasure | null;
  /** 95 %, in the KPI's unit. */
  readonly interval: readonly [number, number] | null;
  readonly small: boolean;
  /** Of a mean: cases that should bear on it, and whose time is missing, cannot be read, or has another form. */
  readonly leftOut: number;
  /** Lowest and highest value if the excluded cases had all gone one way. */
  readonly bounds: readonly [number, number] | null;
  readonly slack: Slack | null;
  readonly alongside: Readonly<Record<string, number | null>>;
  /** The other value where one is stated and one is worked out. */
  readonly beside?: {
    readonly from: "figures" | "log";
    readonly value: number;
    readonly source: string | null;
    readonly statedOn: string | null;
  };
  readonly excluded: Readonly<Record<string, number>>;
  /** Why there is no value. */
  readonly reason: string | null;
  /** The columns, inputs or KPIs that the reason speaks of. */
  readonly lacks: readonly string[];
  readonly group: { readonly by: string; readonly name: string | null } | null;
}

/** How many results have each verdict. */
export interface Summary {
  readonly pass: number;
  readonly fail: number;
  /** What could not be read may turn the verdict. */
  readonly undecided: number;
  readonly noData: number;
  readonly notSupplied: number;
  /** Of those without data: milestones whose day has not come. */
  readonly notDue: number;
}

/** A mean of one channel. */
export interface ReportMean {
  readonly sum: number;
  readonly n: number;
}

export type ReportMeasure =
  | {
      readonly kind: "ratio";
      readonly value: number | null;
      readonly numerator: number;
      readonly denominator: number;
    }
  | {
      readonly kind: "mean";
      readonly value: number | null;
      readonly sum: number;
      readonly n: number;
      /** How much of the sum is one of the unit; 60, unless given: seconds of a minute. */
      readonly per?: number;
    }
  /** The least value that at least p of a hundred cases do not exceed. */
  | {
      readonly kind: "quantile";
      readonly value: number | null;
      readonly p: number;
      readonly n: number;
      /** The value exactly: so many of which `per` are one of the unit. */
      readonly at: number | null;
      readonly per: number;
    }
  | {
      readonly kind: "reduction";
      readonly value: number | null;
      readonly inPerson: ReportMean;
      readonly online: ReportMean;
      /** The sums are of seconds; of whole days where the log holds dates only. */
      readonly sumsIn: "seconds" | "days";
    }
  | { readonly kind: "count"; readonly value: number | null }
  | { readonly kind: "average"; readonly value: number | null; readonly sum: number; readonly n: number }
  | {
      readonly kind: "minimum";
      readonly value: number | null;
      /** The procedure that has it, and its prescribed days. */
      readonly of: { readonly procedure: string; readonly inPerson: number; readonly online: number } | null;
    }
  | {
      readonly kind: "date";
      readonly value: string | null;
      readonly source: string | null;
      readonly statedOn: string | null;
    }
  | {
      readonly kind: "stated";
      readonly value: number | null;
      readonly numerator?: number;
      readonly denominator?: number;
      readonly source: string;
      readonly statedOn: string;
    };
