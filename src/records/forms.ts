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
  ["payments", /thanh toan|payments/],
  ["waiting", /cho tiep nhan|khong (duoc )?tiep nhan|waiting for receipt|not accepted/],
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
  column("waiting", "waitingInTime", /(dung|trong|chua den) han|in time/),
  column("waiting", "waitingLate", /(qua|tre) han|late/),
  column("waiting", "notAccepted", /khong (duoc )?tiep nhan|not accepted/),
  column(null, "stopped", /dung (xu ly|giai quyet)|stopped/),
  column(null, "withdrawn", /\brut\b|withdrawn/),
  column("received", "received", /^(tong|tong so|tong cong|total)$/),
  column("received", "boundaryless", /dia gioi|boundaries/),
  column("received", "carriedOver", /ky truoc|chuyen (qua|sang)|carried over/),
  column("received", "onlineFull", /toan trinh|in full/),
  column("received", "onlinePartial", /mot phan|in part\b/),
  column("received", "onlineOther", /khac|otherwise/),
  column("received", "online", /truc tuyen|online/),
  column("received", "direct", /truc tiep|in person/),
  column("received", "postal", /buu chinh|bcci|by post/),
  column("resolved", "resolved", /^(tong|tong so|tong cong|total)$/),
  column("resolved", "lateWithout", /(chua|khong).*xin loi|without an apology/),
  column("resolved", "lateApologised", /xin loi|with an apology/),
  column("resolved", "resolvedInTime", /truoc.*dung han|dung.*truoc han|early or on time/),
  column("resolved", "early", /truoc han|early/),
  column("resolved", "onDay", /dung han|on the day/),
  column("resolved", "late", /(qua|tre) han|late/),
  column("open", "open", /^(tong|tong so|tong cong|total)$/),
  column("open", "overdue", /(qua|tre) han|overdue/),
  column("open", "inTime", /(trong|dung|chua den) han|in time/),
  column("payments", "payments", /^(tong|tong so|tong cong|total)$/),
  column("payments", "paidOnline", /truc tuyen|online/),
  column("payments", "paidInPerson", /truc tiep|in person/),
];

/** The columns of form 07a/BTP as it is written, by the heading over them: an order that was not held against the circular. */
export const btpParts = [
  ["waiting", ["waitingInTime", "waitingLate", "notAccepted"]],
  ["ended", ["stopped", "withdrawn"]],
  [
    "received",
    [
      ...(["received", "direct", "onlineFull", "onlinePartial", "postal", "onlineOther"] as const),
      ...(["carriedOver", "boundaryless"] as const),
    ],
  ],
  ["resolved", ["resolved", "resolvedInTime", "lateApologised", "lateWithout"]],
  ["open", ["open", "inTime", "overdue"]],
  ["payments", ["payments", "paidOnline", "paidInPerson"]],
] as const;
export type BtpColumn = (typeof btpParts)[number][1][number];
export const btpColumns: readonly BtpColumn[] = btpParts.flatMap(([, ids]): readonly BtpColumn[] => ids);

/** What a column is the sum of. */
export interface FormIdentity {
  readonly sum: string;
  readonly of: readonly string[];
  /** Columns that belong to the sum where the file has them. */
  readonly also?: readonly string[];
}

/** The sums of each form; one is asked of a file that has all of its columns. */
export const formIdentities: Readonly<Record<FormId, readonly FormIdentity[]>> = {
  "II.06a/VPCP/KSTT": [
    { sum: "received", of: ["online", "direct", "carriedOver"], also: ["postal"] },
    { sum: "resolved", of: ["early", "onDay", "late"] },
    { sum: "open", of: ["inTime", "overdue"] },
    { sum: "received", of: ["resolved", "open"] },
  ],
  "07a/BTP": [
    { sum: "received", of: ["direct", "onlineFull", "onlinePartial", "postal", "onlineOther", "carriedOver"] },
    { sum: "resolved", of: ["resolvedInTime", "lateApologised", "lateWithout"] },
    { sum: "open", of: ["inTime", "overdue"] },
    { sum: "payments", of: ["paidOnline", "paidInPerson"] },
  ],
};

/** Null where the logs do not say. */
export type BtpRow = Readonly<Record<BtpColumn, number | null>>;

/** Form 07a/BTP of a period, of the cases of form II.06a. */
export interface BtpForm {
  /** The order of its columns was not held against the circular. */
  readonly orderVerified: false;
  readonly fields: readonly (BtpRow & { readonly field: string })[];
  readonly total: BtpRow;
  /** Columns of which the logs say nothing. */
  readonly blank: readonly BtpColumn[];
  /** Nothing was kept of the columns that form II.06a does not have: it is made of parts. */
  readonly isOfParts: boolean;
  /** Waiting for receipt at the end of the period; how many of them have no due time that can be used. */
  readonly waiting: number;
  readonly waitingWithoutDue: number;
  /** Handed in online at a level that is not known: they stand in `onlineOther`. */
  readonly withoutLevel: number;
  /** By transfer or card, which no portal has seen: they stand in `paidInPerson`. */
  readonly transfers: number;
  /** The way of payment cannot be read: in no column of payments. */
  readonly unreadablePayments: number;
  /** Stopped or withdrawn on a day of the period: they stand in `resolved` too. */
  readonly endedAndResolved: number;
  /** Stopped or withdrawn in their columns, which form II.06a leaves out: without a day of the end, or of the receipt. */
  readonly endedWithoutTime: number;
  readonly withoutReceipt: number;
  /** Waiting or not accepted, and nobody wrote when they were handed in. */
  readonly withoutDay: number;
}

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
