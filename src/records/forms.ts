/**
 * The forms in which offices report their cases, as data: columns by what their heads say, and the sums that must hold.
 * II.06a/VPCP/KSTT as the monthly report has it; 07a/BTP stands beside it since 2026, and neither the order of its columns nor
 * all of its sums could be verified: of it those are held that its heads say themselves.
 */
export const formIds = ["II.06a/VPCP/KSTT", "07a/BTP"] as const;
export type FormId = (typeof formIds)[number];

/** What a column is of; the heads above a column say it. */
export const formParts = ["waiting", "received", "resolved", "open", "payments"] as const;
export type FormPart = (typeof formParts)[number];

/** The head of a part, without marks and in lower case; asked in this order. */
export const partHeads: readonly (readonly [FormPart, RegExp])[] = [
  ["payments", /thanh toan/],
  ["waiting", /cho tiep nhan|khong (duoc )?tiep nhan/],
  ["resolved", /da (giai quyet|xu ly)|resolved/],
  ["open", /dang (giai quyet|xu ly)|in progress/],
  ["received", /tiep nhan|nhan giai quyet|received/],
];

export interface FormColumn {
  readonly id: string;
  readonly part: FormPart | null;
  /** What its own head says, without marks; the first column that fits has it. */
  readonly head: RegExp;
}

const column = (part: FormColumn["part"], id: string, head: RegExp): FormColumn => ({ id, part, head });

/** Of both forms: each has some of them. */
export const formColumns: readonly FormColumn[] = [
  column("waiting", "waitingInTime", /(dung|trong|chua den) han/),
  column("waiting", "waitingLate", /(qua|tre) han/),
  column("waiting", "notAccepted", /khong (duoc )?tiep nhan/),
  column(null, "stopped", /dung (xu ly|giai quyet)/),
  column(null, "withdrawn", /\brut\b/),
  column("received", "received", /^(tong|tong so|tong cong|total)$/),
  column("received", "boundaryless", /dia gioi/),
  column("received", "carriedOver", /ky truoc|chuyen (qua|sang)|carried over/),
  column("received", "onlineFull", /toan trinh/),
  column("received", "onlinePartial", /mot phan/),
  column("received", "onlineOther", /khac/),
  column("received", "online", /truc tuyen|online/),
  column("received", "direct", /truc tiep|in person/),
  column("received", "postal", /buu chinh|bcci/),
  column("resolved", "resolved", /^(tong|tong so|tong cong|total)$/),
  column("resolved", "lateWithout", /(chua|khong).*xin loi/),
  column("resolved", "lateApologised", /xin loi/),
  column("resolved", "resolvedInTime", /truoc.*dung han|dung.*truoc han/),
  column("resolved", "early", /truoc han|early/),
  column("resolved", "onDay", /dung han|on the day/),
  column("resolved", "late", /(qua|tre) han|late/),
  column("open", "open", /^(tong|tong so|tong cong|total)$/),
  column("open", "overdue", /(qua|tre) han|overdue/),
  column("open", "inTime", /(trong|dung|chua den) han|in time/),
  column("payments", "payments", /^(tong|tong so|tong cong|total)$/),
  column("payments", "paidOnline", /truc tuyen/),
  column("payments", "paidInPerson", /truc tiep/),
];

/** A cell of a form: its number, and where it stands. */
export interface FormCell {
  readonly value: number;
  readonly place: FormPlace;
}

export interface FormPlace {
  /** Of a file that is made of several. */
  readonly sheet?: string;
  /** Row of the file, and column, both from 1. */
  readonly row: number;
  readonly column: number;
}

export interface UnitRow {
  readonly name: string;
  readonly row: number;
  readonly cells: ReadonlyMap<string, FormCell>;
}

/** A row that is the sum of others: by a word (Tổng cộng) without a name, else by its number or its cells. */
export interface SumRow extends Omit<UnitRow, "name"> {
  readonly name: string | null;
  readonly of: readonly UnitRow[];
}
