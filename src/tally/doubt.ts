/** What only the accounts of a whole log show: the sum of its rows, and columns whose dates or numbers are in doubt. */
import { UserError } from "../errors.ts";
import { type DateFacts, holdsDays, isHalfSwapped } from "../read/date-facts.ts";
import type { DateOrder, Decimal, NumberFacts } from "../read/decode.ts";
import type { Layout } from "../read/layout.ts";
import { isBareCode, isOffScale, isScaleInDoubt } from "../read/meaning.ts";
import { placeIn, type SheetPlace } from "../read/workbook/place.ts";
import { type Field, snake } from "../records/case.ts";
import type { Account } from "./account.ts";

/** What became of rows. */
type RowCounts = Pick<Account, "read" | "counted" | "outOfPeriod" | "duplicates" | "rejected">;

/** What became of the rows of all logs. */
export function totalOf(accounts: readonly Account[]): RowCounts {
  const sum = (key: keyof RowCounts) => accounts.reduce((total, account) => total + account[key], 0);
  return {
    read: sum("read"),
    counted: sum("counted"),
    outOfPeriod: sum("outOfPeriod"),
    duplicates: sum("duplicates"),
    rejected: sum("rejected"),
  };
}

/** The sheet and the cell of a place in a workbook; nothing of any other log. */
export function placeOf({ origin, layout }: Account, field: Field | null, line: number): Partial<SheetPlace> {
  const column = layout.columns.find((one) => one.field === field)?.index ?? null;
  return placeIn(origin, line, column) ?? {};
}

/** The columns in which Excel may have swapped day and month in half of the cells. */
export function halfSwapped({ layout, dates }: Account): Layout["columns"] {
  return layout.columns.filter(({ field }) => {
    const facts = dates.get(field);
    return facts !== undefined && isHalfSwapped(facts);
  });
}

/** Whether most due times are midnights: the column holds days. */
export function areDueInDays({ dates }: Pick<Account, "dates">): boolean {
  const facts = dates.get("dueAt");
  return facts !== undefined && holdsDays(facts);
}

/** So many returns at their due times, and no other, are no chance. */
const fewestAsDue = 5;

/** Whether the column of returns may be one of appointments: all of its times are the due times, and no state says that a case has ended. */
export function mayBePromised({ returnedAsDue }: Pick<Account, "returnedAsDue">): boolean {
  return returnedAsDue >= fewestAsDue;
}

/** How many in so many are no slip: of days, month first, that stops the run; of due times, midnight, that is told. */
const oneIn = 20;

/** Whether some due times are midnights, and not most: each is taken for its day, but which of the two is meant is not known. */
export function hasDueMidnights({ dates }: Pick<Account, "dates">): boolean {
  return (dates.get("dueAt")?.midnights ?? 0) > 0 && !areDueInDays({ dates });
}

/** The due times, where some of them but not most are midnights; null where they are few or most. */
export function dueMidnights({ dates }: Account): Pick<DateFacts, "midnights" | "timed"> | null {
  const facts = dates.get("dueAt");
  if (facts === undefined || !hasDueMidnights({ dates })) return null;
  return facts.midnights * oneIn >= facts.timed ? facts : null;
}

/**
 * What only the whole log shows: dates that are month first, channels written as bare numbers, ratings above 5. Nothing is judged then.
 *
 * @throws UserError `month-first`, `other-header`, `rating-scale`, `channel-codes`
 */
export function refuseDoubt(accounts: readonly Account[], orders: ReadonlyMap<Field, DateOrder>): void {
  for (const account of accounts) {
    const { name, layout, dates, issues, unknownWords } = account;
    const headerOf = (field: Field) => layout.columns.find((column) => column.field === field)?.header;
    const doubtful = [...dates].filter(([field, { monthFirst, dayFirst }]) => {
      const order = orders.get(field) ?? layout.columns.find((column) => column.field === field)?.order;
      return (order ?? "dmy") === "dmy" && monthFirst * oneIn > monthFirst + dayFirst;
    });
    for (const [field, { monthFirst, dayFirst, timed, dated, other }] of doubtful) {
      const first = issues.find((issue) => issue.code === "month-first" && issue.field === field);
      throw new UserError("month-first", {
        file: name,
        header: headerOf(field),
        format: doubtful.length > 1 ? "MM/dd/yyyy" : `${snake(field)}=MM/dd/yyyy`,
        line: first?.firstLine ?? 0,
        ...placeOf(account, field, first?.firstLine ?? 0),
        value: first?.value ?? "",
        monthFirst,
        dayFirst,
        both: timed + dated - dayFirst - other,
      });
    }
    const other = issues.find(({ code }) => code === "other-header");
    if (other !== undefined) throw new UserError("other-header", { file: name, line: other.firstLine });
    const rated = issues.find(({ code, field }) => code === "bare-number" && field === "rating");
    if (rated !== undefined) {
      const line = rated.firstLine;
      const word = unknownWords.find(
        ({ field, word }) => field === "rating" && isOffScale(word, { ratingScale: null }),
      );
      const place = placeOf(account, "rating", line);
      throw new UserError("rating-scale", {
        file: name,
        header: headerOf("rating"),
        line,
        ...place,
        value: word?.word ?? "",
      });
    }
    const bare = issues.find(({ code, field }) => code === "bare-number" && field === "channel");
    if (bare !== undefined) {
      const word = unknownWords.find(({ field, word }) => field === "channel" && isBareCode(word));
      throw new UserError("channel-codes", {
        file: name,
        header: headerOf("channel"),
        line: bare.firstLine,
        ...placeOf(account, "channel", bare.firstLine),
        value: word?.word ?? "",
      });
    }
  }
}

/**
 * Ratings of all logs of a run that are bare numbers and never go beyond 3: a log of a few may well have no better one,
 * so that it is asked of all together, whether they are logs or files of tallies.
 *
 * @throws UserError `rating-scale`
 */
export function refuseScale(accounts: readonly Account[]): void {
  if (!isScaleInDoubt(new Set(accounts.flatMap(({ signs }) => [...signs])))) return;
  const rated = accounts.find(({ signs }) => signs.has("low-rating")) as Account;
  const header = rated.layout.columns.find(({ field }) => field === "rating")?.header;
  throw new UserError("rating-scale", { file: rated.name, header, value: null });
}

/** Whether service levels are on the older scale of 1 to 4 in some log. */
export function hasOldLevels(accounts: readonly Account[]): boolean {
  return accounts.some(({ signs }) => signs.has("old-level"));
}

/**
 * The decimal sign of each duration column in which some number can be read two ways: the one that the values which can
 * be read one way only have in common; null when they decide nothing.
 */
export function decimalsInDoubt(accounts: readonly Account[]): Map<Field, Decimal | null> {
  const sums = new Map<Field, NumberFacts>();
  for (const { numbers } of accounts) {
    for (const [field, { comma, point, ambiguous }] of numbers) {
      const sum = sums.get(field) ?? { comma: 0, point: 0, ambiguous: 0 };
      sum.comma += comma;
      sum.point += point;
      sum.ambiguous += ambiguous;
      sums.set(field, sum);
    }
  }
  return new Map(
    [...sums]
      .filter(([, { ambiguous }]) => ambiguous > 0)
      .map(([field, { comma, point }]) => {
        return [field, comma > 0 && point === 0 ? "comma" : point > 0 && comma === 0 ? "point" : null];
      }),
  );
}
