/** A row of the procedure catalogue (danh mục TTHC): one administrative procedure and how it is provided. */
import type { ServiceLevel } from "./case.ts";

/** `other`: a ministry's, or a district's of former days; no plan sets targets for those. */
export const levels = ["province", "commune", "other"] as const;
export type Level = (typeof levels)[number];

/** "chậm nhất là 10 ngày làm việc kể từ ngày Bộ, ngành chủ quản công bố": 219/KH-UBND, III.1.d. */
export const publicationDays = 10;

/** Null where the cell is blank, or the catalogue has no such column. Days since 1970-01-01. */
export interface Procedure {
  readonly procedureCode: string;
  readonly procedureName: string | null;
  /** Lĩnh vực. */
  readonly field: string | null;
  /** Who resolves it. */
  readonly level: Level | null;
  /** How it is provided online today. */
  readonly serviceLevel: ServiceLevel | null;
  /** What it qualifies for. */
  readonly eligible: ServiceLevel | null;
  readonly onPortal: boolean;
  /** It concerns businesses. */
  readonly business: boolean;
  readonly restructured: boolean;
  readonly interactiveForm: boolean;
  readonly prefilled: boolean;
  readonly atCenter: boolean;
  /** Regulation lets it be handled elsewhere than at the centre. */
  readonly centerExempt: boolean;
  readonly boundaryFree: boolean;
  /** The plan's number of services does not apply to it: low frequency, few obliged subjects, a special field. */
  readonly excluded: boolean;
  /** Its result is a document. */
  readonly hasDocument: boolean;
  /** Tags of the lists on which it stands: dvctt-25, nhom-82 … */
  readonly lists: readonly string[];
  /** The group of procedures to which it belongs. */
  readonly group: string | null;
  /** When the ministry announced it, and when the office published it. */
  readonly announcedOn: number | null;
  readonly publishedOn: number | null;
  /**
   * Worked out: the last day on which it is published in time, the tenth working day after its announcement. Null when
   * it was not announced, or the working calendar does not reach so far.
   */
  readonly publishBy: number | null;
  /** Prescribed days, as written: 10, or 7.5. */
  readonly daysInPerson: number | null;
  readonly daysOnline: number | null;
}

/** Whether a procedure is an online service: on the national portal, in full or in part. */
export function isOnlineService({ onPortal, serviceLevel }: Pick<Procedure, "onPortal" | "serviceLevel">): boolean {
  return onPortal && (serviceLevel === "full" || serviceLevel === "partial");
}
