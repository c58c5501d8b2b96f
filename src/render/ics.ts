/** A calendar by RFC 5545, for Outlook, Google Calendar, phones. Nothing in it depends on the clock: the same plan, the same bytes. */

/** Something on a day. */
export interface CalendarEvent {
  /** Stays with the event, so that reading a calendar in again renews it. */
  readonly uid: string;
  /** Days since 1970-01-01. */
  readonly day: number;
  /** Of what is every day: the last of its days. */
  readonly until: number | null;
  /** 16:30 in Vietnam; null for the whole day. */
  readonly at: string | null;
  readonly summary: string;
  readonly description: string;
}

/** Asia/Ho_Chi_Minh is seven hours ahead of UTC, without summer time, since 1975. */
const minutesAhead = 7 * 60;

/** 20250710, 20250710T093000Z. */
const dateText = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10).replaceAll("-", "");
function utcText(day: number, at: string): string {
  const [hours, minutes] = at.split(":").map(Number);
  const instant = new Date((day * 1440 + hours * 60 + minutes - minutesAhead) * 60_000);
  return instant.toISOString().replaceAll(/[-:]|\.\d+/g, "");
}

/** @param madeOn the day of DTSTAMP: that of what the events stand in, not of today */
export function ics(name: string, madeOn: number, events: readonly CalendarEvent[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//kpi//plans duties//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    "X-WR-TIMEZONE:Asia/Ho_Chi_Minh",
    ...events.flatMap((event) => eventLines(event, madeOn)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function eventLines({ uid, day, until, at, summary, description }: CalendarEvent, madeOn: number): string[] {
  const start = at === null ? `DTSTART;VALUE=DATE:${dateText(day)}` : `DTSTART:${utcText(day, at)}`;
  // UNTIL is of the kind that DTSTART is.
  const last = until === null ? "" : at === null ? dateText(until) : utcText(until, at);
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(uid)}`,
    `DTSTAMP:${dateText(madeOn)}T000000Z`,
    start,
    ...(last === "" ? [] : [`RRULE:FREQ=DAILY;UNTIL=${last}`]),
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    // It takes nobody's time.
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/** A value of the type TEXT. */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, "\\$&").replaceAll(/\r?\n/g, "\\n");
}

const utf8 = new TextEncoder();

/** No line has more than 75 octets; a character is not cut. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = "";
  let octets = 0;
  for (const character of line) {
    const size = utf8.encode(character).length;
    if (octets + size > 75) {
      pieces.push(piece);
      // The space that a folded line begins with.
      piece = " ";
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join("\r\n");
}
