/**
 * What a case counts as in a share, whatever its unread cells say: every reading of them is tried. One that counts the same in
 * all is counted; of the others it is kept which of the ends they move.
 */
import type { OverCases } from "../kpis/kpi.ts";
import type { Facts } from "../measures/fold.ts";
import type { RatioMeasure } from "../measures/measure.ts";
import type { RatioState } from "../measures/sums.ts";
import {
  bit,
  type Case,
  type Channel,
  codes,
  type Field,
  fieldKinds,
  type Need,
  needsIn,
  type Readable,
  type Reason,
} from "../records/case.ts";

/** Behind the code of a reason: it is out of the share; out or in it as a no; as a yes. Other cases may be any of these. */
const surelyOut = "~out";
const outOrNo = "~no";
const outOrYes = "~yes";

/** The code of a reason without what is kept behind it. */
export function plainReason(reason: string): string {
  const behind = reason.indexOf("~");
  return behind < 0 ? reason : reason.slice(0, behind);
}

/** How many of what was left out can move one end of a share only, or none. */
export interface OneWay {
  readonly out: number;
  readonly outOrNo: number;
  readonly outOrYes: number;
}

/** Counts by reason, added up without what is kept behind them. */
export function oneWayIn(excluded: Iterable<readonly [reason: string, count: number]>): OneWay {
  const sums = { out: 0, outOrNo: 0, outOrYes: 0 };
  for (const [reason, count] of excluded) {
    if (reason.endsWith(outOrNo)) sums.outOrNo += count;
    else if (reason.endsWith(outOrYes)) sums.outOrYes += count;
    else if (reason.endsWith(surelyOut)) sums.out += count;
  }
  return sums;
}

/** What a cell may say that cannot be read; null is a blank. A fee is 0 or not. */
const readingsOf: Readonly<Partial<Record<Need, readonly (string | number | null)[]>>> = {
  channel: codes.channel,
  serviceLevel: codes.serviceLevel,
  applicantType: codes.applicantType,
  paymentMethod: [...codes.paymentMethod, null],
  rating: [1, 2, 3, 4, 5, null],
  status: [...codes.status, null],
  fee: [0, 1],
};
const yesOrNo = [true, false];

/** More readings than this are not tried. */
const mostReadings = 512;

const [out, no, yes] = [1, 2, 4];

/** An open case is past due on the last of days, and not on the first. */
const ends: readonly Facts[] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY].map((asOfDay) => {
  return { asOfDay, lastDay: null, processingInDays: false, submissionInDays: false };
});

/** Bits of what a fold makes of a case. */
function outcomeOf(fold: OverCases<unknown>["fold"], scratch: RatioState | null, c: Readable): number {
  if (scratch !== null) {
    Object.assign(scratch, { numerator: 0, denominator: 0, asNo: 0, asYes: 0, unsure: 0 });
    fold.add(scratch, c, 1);
    return outcomeIn(scratch);
  }
  const state = fold.start(true);
  fold.add(state, c, 1);
  return ends.reduce((found, facts) => {
    const { numerator, denominator, blanks, excluded } = fold.finish(state, facts) as RatioMeasure;
    const isLeftOut = excluded !== undefined && Object.keys(excluded).length > 0;
    return found | (isLeftOut ? out | no | yes : outcomeIn({ numerator, denominator, unsure: blanks?.unsure ?? 0 }));
  }, 0);
}

function outcomeIn({ numerator, denominator, unsure }: Pick<RatioState, "numerator" | "denominator" | "unsure">) {
  if (unsure > 0) return no | yes;
  return denominator === 0 ? out : numerator === 0 ? no : yes;
}

/**
 * What becomes of a case that was to be left out of a share: null where it counts after all, else the reason with what is
 * kept behind it.
 *
 * @param scratch null for a share whose state is not that of a ratio alone
 * @param mayBeOut its event or its status cannot be read, so that it may not be of the share at all
 * @param mayBeOpen its status cannot be read, and may say that work goes on, whatever end stands in its row
 */
export function settled(
  c: Case,
  { fold, channels, needs }: Pick<OverCases<unknown>, "fold" | "channels" | "needs">,
  {
    scratch,
    unread,
    reason,
    mayBeOut,
    mayBeOpen,
  }: { scratch: RatioState | null; unread: number; reason: Reason; mayBeOut: boolean; mayBeOpen: boolean },
): Reason | null {
  const open = needsIn(unread);
  // Of a time all is possible.
  if (open.some((need) => readingsOf[need] === undefined && fieldKinds[need as Field] !== "yesNo")) return reason;
  if (open.reduce((product, need) => product * (readingsOf[need] ?? yesOrNo).length, 1) > mostReadings) return reason;
  const said = Object.fromEntries([...needs, "channel" as const].map((need) => [need, c[need]]));
  const reading: Record<string, unknown> = { ...said, blank: c.blank & ~unread, fault: c.fault & ~unread };
  let found = mayBeOut ? out : 0;
  const tryAll = (at: number): void => {
    const need = open[at];
    if (need !== undefined) {
      for (const value of readingsOf[need] ?? yesOrNo) {
        reading[need] = value;
        tryAll(at + 1);
      }
      return;
    }
    const isOut =
      (needs.includes("rating") && reading.rating === null) ||
      (channels !== undefined && !channels.includes(reading.channel as Channel));
    found |= isOut ? out : outcomeOf(fold, scratch, reading as unknown as Readable);
  };
  tryAll(0);
  if (mayBeOpen && reading.completedAt !== null) {
    reading.completedAt = null;
    tryAll(0);
  }
  if (found === out) return `${reason}${surelyOut}` as Reason;
  // Of a word that is not known nothing hangs: it counts. (Its own cells, as far as they are read, must come to the same: they
  // are what is folded.) What a blank leaves out stays out, however it would have counted.
  const isSettled = found === no || found === yes;
  if (isSettled && reason.startsWith("bad-") && outcomeOf(fold, scratch, c as unknown as Readable) === found)
    return null;
  if ((found & yes) === 0) return `${reason}${outOrNo}` as Reason;
  return (found & no) === 0 ? (`${reason}${outOrYes}` as Reason) : reason;
}

/** Bits of the needs that the readings of a case fill in. */
export function unreadIn(c: Case, needs: number, blanks: number): number {
  return needs & (c.fault | (c.blank & (blanks | bit.channel)));
}
