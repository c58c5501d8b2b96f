/** What the office states, since no log can show it: a figure of a year, with who says so. */
export interface Figure {
  /** The id of the KPI. */
  readonly figure: string;
  /** The year whose target it is held against. */
  readonly year: number;
  /** The clause of the target, where one figure of a plan stands for two; null for any. */
  readonly clause: string | null;
  /** A number as it is written (12, 98.5), or a day (2025-11-05) of a milestone. */
  readonly value: string;
  /** What the value is out of; null where it is no share, or a share in percent already. */
  readonly of: string | null;
  readonly source: string;
  /** 2025-12-20. */
  readonly statedOn: string;
}
