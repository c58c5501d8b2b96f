/** The cases of logs one by one, as they are understood: what `kpi convert` and the library have in common. */

import { UserError } from "../errors.ts";
import type { RowReader } from "../read/rows.ts";
import { allFields, type Field, type FieldOf, fieldKinds, snake } from "../records/case.ts";
import type { Counts } from "../report/report.ts";
import { decimalsInDoubt, refuseDoubt, refuseScale, totalOf } from "../tally/doubt.ts";
import { lookingOnly, type PassOptions, pass } from "../tally/pass.ts";
import type { Where } from "../tally/retell.ts";
import { type OpenLogs, refuseGrown } from "./logs.ts";

/**
 * Shows every case that counts, in the order of the logs, once it is known how all of their numbers and dates are read.
 *
 * @param begin called before the first case
 * @throws UserError `decimal-in-doubt`, for dates in doubt, and `log-grew` for what was shown of a log that was written to
 */
export async function showCases(
  open: OpenLogs,
  retell: (reader: RowReader, where: Where) => void,
  { progress, begin }: Pick<PassOptions, "progress"> & { readonly begin?: () => void } = {},
): Promise<Counts> {
  const told = progress === undefined ? {} : { progress };
  const texts = allFields.filter((field): field is FieldOf<"text"> => fieldKinds[field] === "text");
  const job = lookingOnly(open.logs, { ...open.reading, texts, hasPeriod: false });
  const first = await pass(job, told);
  refuseDoubt(first.accounts, open.reading.dateOrders);
  refuseScale(first.accounts);
  const decimals = [...decimalsInDoubt(first.accounts)];
  const undecided = decimals.find(([, sign]) => sign === null);
  if (undecided !== undefined) throw new UserError("decimal-in-doubt", { field: snake(undecided[0]) });
  const decided = decimals as [Field, "comma" | "point"][];
  const reading = { ...job.reading, decimals: new Map([...job.reading.decimals, ...decided]) };
  begin?.();
  const { accounts } = await pass({ ...job, reading }, { ...told, retell });
  refuseGrown(open.logs);
  return totalOf(accounts);
}
