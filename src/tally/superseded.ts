/**
 * What a later row supersedes: rows of one id are looked at once more, and those that go are taken out of the tallies and
 * the accounts, as if they had never stood there.
 */

import { Bug } from "../errors.ts";
import type { RowOfBlock } from "../read/duplicates.ts";
import type { ReadBlock } from "../read/visitor.ts";
import { bit, openStatuses } from "../records/case.ts";
import { inPeriod, inYear } from "./bearing.ts";
import type { Hand } from "./hand.ts";
import type { Place } from "./job.ts";
import {
  isInPlaceOfId,
  noSameCases,
  type RowOfCase,
  type SameCases,
  supersededOf,
  type WhenOfCase,
} from "./same-case.ts";

function whenOf(at: number | null, dayOnly: number): WhenOfCase | null {
  return at === null ? null : { at, isDay: dayOnly !== 0 };
}

/**
 * Takes the cases that another row supersedes out of the tallies and the accounts.
 *
 * @param keepsApart those stay that may be of a case of their own
 */
export function takeOut(
  suspects: readonly RowOfBlock[][],
  places: readonly Place[],
  blocks: ReadBlock[],
  hand: Hand,
  keepsApart: boolean,
): { superseded: number[][]; sameCases: SameCases } {
  const superseded: number[][] = blocks.map(() => []);
  const sameCases = noSameCases();
  if (suspects.length === 0) return { superseded, sameCases };
  // Equal hashes are no proof: the ids are compared as text.
  const seen = new Map<RowOfBlock, RowOfCase & { readonly id: string }>();
  const rowsOf = new Map<number, RowOfBlock[]>();
  for (const row of suspects.flat()) {
    const rows = rowsOf.get(row.block);
    if (rows === undefined) rowsOf.set(row.block, [row]);
    else rows.push(row);
  }
  const readers = hand.lookers();
  // In the order in which they lie in the files.
  for (const [block, rows] of [...rowsOf].sort(([a], [b]) => a - b)) {
    rows.sort((a, b) => a.row - b.row);
    let i = 0;
    const { log } = places[block];
    const reader = readers[log];
    reader.again(
      blocks[block],
      rows.map(({ row }) => row),
      (_, c) => {
        const row = rows[i++];
        if (c.caseId === null) throw new Bug("a row that has a hash has no id");
        const goesOn = openStatuses.has(c.status);
        seen.set(row, {
          id: c.caseId,
          log,
          at: block * 2 ** 32 + row.row,
          agency: c.agency ?? "",
          procedureCode: c.procedureCode ?? "",
          procedureName: c.procedureName ?? "",
          received: whenOf(c.receivedAt, c.dateOnly & bit.receivedAt),
          submitted: whenOf(c.submittedAt, c.dateOnly & bit.submittedAt),
          due: reader.statedDue ?? reader.textOf("dueAt"),
          // While work goes on nothing has ended: such a day was promised.
          returnedAt: goesOn ? null : c.returnedAt,
          finishedAt: goesOn ? null : c.finishedAt,
          status: reader.hasUnknownStatus ? "unknown" : c.status,
        });
      },
    );
  }
  const nameless: RowOfBlock[] = [];
  for (const group of suspects) {
    const byId = new Map<string, RowOfBlock[]>();
    for (const row of group) {
      const { id } = seen.get(row) as { id: string };
      byId.set(id, [...(byId.get(id) ?? []), row]);
    }
    for (const [id, rows] of byId) {
      const own = rows.map((row) => seen.get(row) as RowOfCase);
      if (isInPlaceOfId(id, own)) {
        nameless.push(...rows);
        continue;
      }
      const rowOf = new Map(rows.map((row) => [seen.get(row) as RowOfCase, row]));
      for (const gone of supersededOf([...rowOf.keys()], sameCases, keepsApart)) {
        const { block, row } = rowOf.get(gone) as RowOfBlock;
        superseded[block].push(row);
      }
    }
  }
  superseded.forEach((rows, i) => {
    if (rows.length === 0) return;
    rows.sort((a, b) => a - b);
    const block = blocks[i];
    const reader = hand.readers[places[i].log];
    let clean = true;
    hand.tallier.log = places[i].log;
    reader.again(block, rows, (_, c, ledger) => {
      const lies = hand.tallier.add(c, -1);
      const into = block.ledger;
      into.read--;
      if ((lies & inPeriod) === 0) into.outOfPeriod--;
      if ((lies & inYear) === 0) into.outOfYear--;
      into.paddedCodes -= ledger.paddedCodes;
      for (const [field, count] of ledger.blanks) into.blanks.set(field, (into.blanks.get(field) ?? 0) - count);
      if (ledger.issues.size > 0) clean = false;
    });
    // An issue's first line cannot be taken back: the block's accounts are made anew without those rows.
    if (!clean) {
      const { start } = block;
      const probe = hand.withoutKpis();
      const again = reader.block({ start, limit: places[i].limit }, probe, {
        again: true,
        skip: rows,
      });
      // A word shows its log's scale, and a return that none was promised, in a row that another supersedes too.
      const { signs, returns } = block.ledger;
      blocks[i] = { ...block, ledger: { ...again.ledger, signs, returns } };
    }
  });
  for (const { block } of nameless) blocks[block].ledger.blankIds++;
  return { superseded, sameCases };
}
