/** What a part keeps of how its logs were read, so that a report of it says the same as one of the logs. */
import type { Origin } from "../read/plain.ts";
import type { SheetsRead } from "../read/workbook/sheets.ts";
import type { WrittenLog } from "./file-schema.ts";

type WrittenOrigin = Pick<
  WrittenLog,
  "encoding" | "container" | "book" | "isReordered" | "isUnwrapped" | "timesJoined" | "timesApart"
>;

/** As a file says it. */
export function writtenOrigin({
  encoding,
  container,
  book,
  isReordered,
  isUnwrapped,
  timesJoined,
  timesApart,
}: Origin): WrittenOrigin {
  return {
    encoding,
    container,
    ...(book !== undefined && { book: writtenBook(book) }),
    ...(isReordered === true && { isReordered }),
    ...(isUnwrapped === true && { isUnwrapped }),
    ...(timesJoined !== undefined && {
      timesJoined: timesJoined.map(({ dayHeader, timeHeader }): [string, string] => [dayHeader, timeHeader]),
    }),
    ...(timesApart !== undefined && { timesApart: [...timesApart] }),
  };
}

function writtenBook(book: SheetsRead): NonNullable<WrittenOrigin["book"]> {
  return {
    read: book.sheets.map(({ name }) => name),
    others: [...book.others],
    hidden: [...book.hidden],
    ...(book.continued !== undefined && { continued: [...book.continued] }),
    hiddenRows: book.hiddenRows,
    filled: book.filled,
    isChosen: book.isChosen,
    isAll: book.isAll === true,
    isPage: book.isPage === true,
  };
}

/** What a file says of it. Which line stands on which sheet stays where the log is: faults of parts have lines alone. */
export function originOf({
  encoding,
  container,
  book,
  isReordered,
  isUnwrapped,
  timesJoined,
  timesApart,
}: WrittenOrigin): Origin {
  return {
    encoding: encoding as Origin["encoding"],
    container,
    ...(book !== undefined && { book: bookIn(book) }),
    ...(isReordered === true && { isReordered }),
    ...(isUnwrapped === true && { isUnwrapped }),
    ...(timesJoined !== undefined && {
      timesJoined: timesJoined.map(([dayHeader, timeHeader]) => ({
        day: -1,
        time: -1,
        dayHeader,
        timeHeader,
        form: "spelled" as const,
      })),
    }),
    ...(timesApart !== undefined && { timesApart }),
  };
}

function bookIn({ read, continued, isAll, isPage, ...rest }: NonNullable<WrittenOrigin["book"]>): SheetsRead {
  return {
    ...rest,
    sheets: read.map((name) => ({ name, line: Number.POSITIVE_INFINITY })),
    ...(continued !== undefined && { continued }),
    ...(isAll && { isAll }),
    ...(isPage && { isPage }),
  };
}
