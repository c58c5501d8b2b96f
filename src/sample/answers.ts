/**
 * What every KPI must come to on a made-up log, counted while the cases are made: from the cases themselves, not from
 * what was written of them, and without any of the program's own folds.
 */
import type { Form } from "./forms.ts";
import type { MadeUp } from "./made-up.ts";

interface Ratio {
  numerator: number;
  denominator: number;
}

interface Mean {
  sum: number;
  n: number;
}

export interface Answers {
  /** Rows of the log, cases in it, rows that a later one supersedes, rows that show no event. */
  readonly ledger: { read: number; counted: number; duplicates: number; rejected: number };
  /** Numerators and denominators, seconds and numbers of cases. */
  readonly kpis: Readonly<Record<string, Ratio | Mean | { inPerson: Mean; online: Mean }>>;
}

const ratios = {
  "satisfaction-online": (c: MadeUp) => (c.rating === null || c.channel !== "online" ? null : c.rating >= 4),
  satisfaction: (c: MadeUp) => (c.rating === null ? null : c.rating >= 4),
  "online-receipt-share": (c: MadeUp) => (isReceived(c) ? c.channel === "online" : null),
  "online-processing-share": (c: MadeUp) => (isReceived(c) ? c.processedOnline : null),
  "online-handling-share": (c: MadeUp) => (isReceived(c) ? c.channel === "online" && c.processedOnline : null),
  "portal-handling-share": (c: MadeUp) => (isReceived(c) && c.serviceLevel !== "none" ? c.viaPortal : null),
  "online-payment-share": (c: MadeUp) =>
    isReceived(c) && c.paymentMethod !== "none" ? c.paymentMethod === "online" : null,
  "duty-paid-online-share": (c: MadeUp) =>
    isReceived(c) && c.paymentMethod !== "none" ? c.paymentMethod === "online" : null,
  "end-to-end-online-share": (c: MadeUp) =>
    isReturned(c)
      ? c.channel === "online" &&
        c.processedOnline &&
        c.electronicResult &&
        (c.paymentMethod === "online" || c.paymentMethod === "none")
      : null,
  "electronic-result-share": (c: MadeUp) => (isReturned(c) ? c.electronicResult : null),
  "record-digitisation-share": (c: MadeUp) => (isReceived(c) ? c.recordDigitised : null),
  "result-digitisation-share": (c: MadeUp) => (isReturned(c) ? c.resultDigitised : null),
  "data-reuse-share": (c: MadeUp) => (isReceived(c) ? c.dataReused : null),
  "on-system-share": (c: MadeUp) => (isReceived(c) ? c.onSystem : null),
  "portal-sync-share": (c: MadeUp) => (isReceived(c) ? c.portalSynced : null),
  "same-day-transfer-share": (c: MadeUp) =>
    isReceived(c)
      ? c.transferredAt !== null && Math.floor(c.transferredAt / 86_400) === Math.floor((c.receivedAt ?? 0) / 86_400)
      : null,
} as const;

/** The KPIs that each form of log can show. */
const shownBy: Readonly<Record<Form, readonly string[] | null>> = {
  full: null,
  english: null,
  register: ["on-time-share"],
  durations: [
    "submission-time",
    "processing-time-reduction",
    "satisfaction-online",
    "satisfaction",
    "online-receipt-share",
  ],
};

function isReceived(c: MadeUp): boolean {
  return c.status !== "registered" && c.status !== "refused" && c.receivedAt !== null;
}

function isReturned(c: MadeUp): boolean {
  return c.status === "returned";
}

export function newAnswers(form: Form) {
  const counts = Object.fromEntries(Object.keys(ratios).map((id) => [id, { numerator: 0, denominator: 0 }]));
  const submission: Mean = { sum: 0, n: 0 };
  const inPerson: Mean = { sum: 0, n: 0 };
  const online: Mean = { sum: 0, n: 0 };
  const onTime: Ratio = { numerator: 0, denominator: 0 };
  const openDue: number[] = [];
  let latest = 0;
  let counted = 0;
  let duplicates = 0;
  let rejected = 0;
  return {
    add(c: MadeUp): void {
      // A register has no time of submission: of a case not yet received it shows no event at all.
      if (form === "register" && c.receivedAt === null) rejected++;
      else counted++;
      // Whatever of a case counts was known on the day up to which the log goes.
      const events = [c.submittedAt, c.receivedAt, c.finishedAt, c.returnedAt, c.ratedAt];
      latest = Math.max(latest, ...events.map((time) => time ?? 0));
      for (const [id, rule] of Object.entries(ratios)) {
        const holds = rule(c);
        if (holds === null) continue;
        counts[id].denominator++;
        if (holds) counts[id].numerator++;
      }
      if (c.loginAt !== null && c.submittedAt !== null) {
        submission.sum += c.submittedAt - c.loginAt;
        submission.n++;
      }
      if (c.returnedAt !== null && c.receivedAt !== null && c.channel !== "postal") {
        const side = c.channel === "online" ? online : inPerson;
        side.sum += c.returnedAt - c.receivedAt;
        side.n++;
      }
      if (c.dueAt === null) return;
      if (c.status === "finished" || c.status === "returned") {
        onTime.denominator++;
        if ((c.finishedAt as number) <= c.dueAt) onTime.numerator++;
      } else if (c.finishedAt === null) {
        openDue.push(c.dueAt);
      }
    },
    addSuperseded(c: MadeUp): void {
      if (form === "register" && c.receivedAt === null) rejected++;
      else duplicates++;
    },
    finish(): Answers {
      const asOf = (Math.floor(latest / 86_400) + 1) * 86_400 - 1;
      onTime.denominator += openDue.filter((due) => due < asOf).length;
      const all: Answers["kpis"] = {
        "submission-time": submission,
        "processing-time-reduction": { inPerson, online },
        ...counts,
        "on-time-share": onTime,
      };
      const shown = shownBy[form];
      return {
        ledger: { read: counted + duplicates + rejected, counted, duplicates, rejected },
        kpis: Object.fromEntries(Object.entries(all).filter(([id]) => shown === null || shown.includes(id))),
      };
    },
  };
}
