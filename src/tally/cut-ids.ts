/** Long ids that a spreadsheet has cut, which only all ids of a log show. */

import { bitOfDigits } from "../read/ids.ts";
import { countIssue } from "../read/ledger.ts";
import type { ReadBlock } from "../read/visitor.ts";
import type { Hand } from "./hand.ts";
import type { Place } from "./job.ts";

/**
 * Takes long ids that end in zeros for blank ones, and tells of them, in each log in which none of as many digits is whole:
 * a spreadsheet cuts all numbers of a column.
 */
export function blankCutIds(places: readonly Place[], blocks: readonly ReadBlock[], hand: Hand): void {
  hand.readers.forEach((reader, log) => {
    const own = blocks.filter((_, i) => places[i].log === log);
    const whole = own.reduce((all, { ledger }) => all | ledger.longIds.whole, 0);
    reader.wholeIds = whole;
    for (const { ledger, hashes } of own) {
      for (const [row, line, digits] of ledger.longIds.inZeros) {
        if ((whole & bitOfDigits(digits)) !== 0) continue;
        hashes.fill(0, 2 * row, 2 * row + 2);
        ledger.blankIds++;
        countIssue(ledger, "cut-id", "caseId", line, null);
      }
    }
  });
}
