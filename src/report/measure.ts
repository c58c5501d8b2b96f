/** What a report says of a measure: additions only within a version of its schema. */

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
