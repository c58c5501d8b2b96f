/** The open cases of a log by their ids, for who asks for them (kpi report --list-cases). */

import type { RowReader } from "../read/rows.ts";
import type { Basis } from "../records/basis.ts";
import { endOf, type PressingCase } from "../records/ended.ts";
import { dayOf, isoDate, overdueFrom } from "../time/civil.ts";

/** A case is due soon when its due day is at most so many working days ahead. */
export const soonDays = 3;

interface OpenCase {
  readonly id: string;
  readonly agency: string;
  readonly receivedOn: number;
  readonly dueAt: number;
  /** The day of its end; null for one that is still open. */
  readonly endedOn: number | null;
}

/** Collects cases that were open at some time and have a due day. */
export class OpenList {
  private readonly seen: OpenCase[] = [];
  private readonly hasAgency: boolean;
  private readonly asOf: number | null;

  /** @param asOf the moment that `--as-of` gave */
  constructor({ fields }: Basis, asOf: number | null) {
    this.hasAgency = fields.includes("agency");
    this.asOf = asOf;
  }

  clear(): void {
    this.seen.length = 0;
  }

  see(reader: RowReader): void {
    const { case: c } = reader;
    const { dueAt } = c;
    const done = endOf(c, this.asOf);
    if (c.received < 0 || dueAt === null || typeof done === "string") return;
    if (this.asOf !== null && c.received > this.asOf) return;
    const id = reader.textOf("caseId") ?? "";
    const agency = (this.hasAgency ? reader.textOf("agency") : null) ?? "";
    this.seen.push({ id, agency, receivedOn: dayOf(c.received), dueAt, endedOn: done === null ? null : dayOf(done) });
  }

  /** Those that were open at the end of a day and overdue, or due by the last day that is soon; earliest due first. */
  at(day: number, soonUntil: number | null): PressingCase[] {
    return this.seen
      .filter(({ receivedOn, endedOn }) => receivedOn <= day && (endedOn === null || endedOn > day))
      .map(({ id, agency, dueAt }) => ({
        id,
        agency,
        due: isoDate(dayOf(dueAt)),
        dueAt,
        overdue: overdueFrom(dueAt) <= day,
      }))
      .filter(({ overdue, dueAt }) => overdue || (soonUntil !== null && dayOf(dueAt) <= soonUntil))
      .sort((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1))
      .map(({ id, agency, due, overdue }) => ({ id, agency, due, overdue }));
  }
}
