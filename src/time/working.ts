/** Working time between two moments, by interval arithmetic: a case of ten years costs what a case of a day costs. */
import type { Calendar } from "./calendar.ts";
import { dayNumber, secondsADay } from "./civil.ts";

/** From and to, seconds of the day; the second is not worked any more. */
export type Session = readonly [from: number, to: number];

const hour = 3600;
/** 07:30–11:30 and 13:30–17:30, unless the calendar gives a day hours of its own (time.md). */
export const usualHours: readonly Session[] = [
  [7.5 * hour, 11.5 * hour],
  [13.5 * hour, 17.5 * hour],
];

/** Seconds of a working day, for durations that are written in days. */
export const workingDay = usualHours.reduce((sum, [from, to]) => sum + to - from, 0);

/**
 * Hours as a calendar file writes them: 07:30-11:30, or several by semicolons, in order and apart.
 *
 * @returns null when the text is none
 */
export function sessionsOf(text: string): Session[] | null {
  const sessions = text.split(";").map((part): Session | null => {
    const [, ...digits] = /^\s*(\d{1,2}):(\d\d)\s*[-–]\s*(\d{1,2}):(\d\d)\s*$/.exec(part) ?? [];
    if (digits.length === 0) return null;
    const [a, b, c, d] = digits.map(Number);
    const isTime = b < 60 && d < 60 && a * 60 + b < c * 60 + d && c * 60 + d <= 24 * 60;
    return isTime ? [a * hour + b * 60, c * hour + d * 60] : null;
  });
  const found = sessions.filter((session) => session !== null);
  const inOrder = found.every(([from], i) => i === 0 || found[i - 1][1] <= from);
  return found.length === sessions.length && inOrder ? found : null;
}

/** Counts working time. */
export interface WorkingClock {
  /**
   * Working seconds from one moment to a later one, both in seconds of civil time since 1970-01-01T00:00.
   *
   * @returns null when the interval leaves the years that the calendar covers
   */
  seconds(from: number, to: number): number | null;
  /** Working days after the first day, up to and with the second; null as above. */
  days(from: number, to: number): number | null;
}

/** What is worked on one day. */
interface Day {
  readonly sessions: readonly Session[];
  /** Working seconds of all days before it, of the years that are covered together with its own. */
  readonly before: number;
}

/** The clock of a calendar. */
export function workingClock(calendar: Calendar): WorkingClock {
  const own = new Map(
    calendar.days.flatMap(({ date, hours }) => (hours === undefined ? [] : [[date, hours] as const])),
  );
  /** Of each run of covered years its first day, and its days. */
  const runs: { readonly first: number; readonly days: Day[] }[] = [];
  calendar.years
    .toSorted((a, b) => a - b)
    .forEach((year, i, years) => {
      const first = dayNumber(year, 1, 1);
      if (years[i - 1] !== year - 1) runs.push({ first, days: [] });
      const { days } = runs[runs.length - 1];
      let before = days.length === 0 ? 0 : endOf(days[days.length - 1]);
      for (let day = first; day <= dayNumber(year, 12, 31); day++) {
        const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
        const sessions = calendar.isWorked(day) !== true ? [] : (sessionsOf(own.get(date) ?? "") ?? usualHours);
        const made = { sessions, before };
        days.push(made);
        before = endOf(made);
      }
    });

  /** The run in which a moment lies, and the working seconds of the run before the moment. */
  function at(time: number): { run: number; worked: number } | null {
    const day = Math.floor(time / secondsADay);
    const run = runs.findIndex(({ first, days }) => day >= first && day < first + days.length);
    if (run < 0) return null;
    const { sessions, before } = runs[run].days[day - runs[run].first];
    const clock = time - day * secondsADay;
    let worked = before;
    for (const [from, to] of sessions) worked += Math.max(0, Math.min(clock, to) - from);
    return { run, worked };
  }

  return {
    seconds(from, to) {
      const start = at(from);
      const end = at(to);
      return start === null || end === null || start.run !== end.run ? null : end.worked - start.worked;
    },
    days: (from, to) => calendar.between(from, to),
  };
}

function endOf({ sessions, before }: Day): number {
  return sessions.reduce((sum, [from, to]) => sum + to - from, before);
}
