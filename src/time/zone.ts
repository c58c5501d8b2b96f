import { UserError } from "../errors.ts";

/** The zone of a log unless another is said: that of Việt Nam. */
export const usualZone = "Asia/Ho_Chi_Minh";

/**
 * How many seconds a time zone is ahead of UTC, at seconds since 1970-01-01T00:00Z.
 *
 * @throws UserError `unknown-time-zone`
 */
export function offsetOf(timeZone: string): (utcSeconds: number) => number {
  // Seven hours, without daylight saving, since 1975.
  if (timeZone === usualZone) return () => 7 * 3600;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  } catch {
    throw new UserError("unknown-time-zone", { timeZone });
  }
  const byHour = new Map<number, number>();
  return (utcSeconds) => {
    const hour = Math.floor(utcSeconds / 3600);
    let offset = byHour.get(hour);
    if (offset === undefined) {
      const name = format.formatToParts(hour * 3_600_000).find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
      const [, sign, hours, minutes] = /GMT(?:([+-])(\d+):(\d+))?/.exec(name) ?? [];
      offset = sign === undefined ? 0 : (sign === "-" ? -60 : 60) * (Number(hours) * 60 + Number(minutes));
      byHour.set(hour, offset);
    }
    return offset;
  };
}

/** Whether a zone's clocks are changed in a year: times are civil, so that an interval over a change is not exact. */
export function changesClock(timeZone: string, year: number): boolean {
  const offset = offsetOf(timeZone);
  return offset(Date.UTC(year, 0, 1) / 1000) !== offset(Date.UTC(year, 6, 1) / 1000);
}
