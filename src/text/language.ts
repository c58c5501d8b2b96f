/**
 * The two languages: numbers, dates and names as each writes them. The sentences stand in text/: whatever is thrown or
 * noted elsewhere is a code with its data; there it becomes a sentence that says what is wrong, where, and what to do.
 * A sentence missing in one language does not compile.
 */
export type Language = "vi" | "en";

export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

// Numbers and dates. No Intl: the same bytes whatever the machine's ICU.

/** 12.480 in Vietnamese, 12,480 in English. */
export function whole(value: number | bigint, language: Language): string {
  const digits = String(value).replace(/^-/, "");
  const grouped = digits.replace(/\B(?=(\d{3})+$)/g, language === "vi" ? "." : ",");
  return (String(value).startsWith("-") ? "−" : "") + grouped;
}

/** A fraction rounded half away from zero to so many decimals, exactly. */
export function decimal(num: bigint, den: bigint, places: number, language: Language): string {
  const scale = 10n ** BigInt(places);
  const size = num < 0n ? -num : num;
  const rounded = (2n * size * scale + den) / (2n * den);
  const digits = String(rounded % scale).padStart(places, "0");
  const sign = num < 0n && rounded > 0n ? "−" : "";
  const units = whole(rounded / scale, language);
  return sign + (places === 0 ? units : `${units}${language === "vi" ? "," : "."}${digits}`);
}

/** The fraction that a double is when it is written: 97.5 is 975/10. */
function fraction(value: number): readonly [num: bigint, den: bigint] {
  const [digits, exponent = "0"] = String(value).split("e");
  const [units, decimals = ""] = digits.split(".");
  const power = Number(exponent) - decimals.length;
  const num = BigInt(units + decimals);
  return power >= 0 ? [num * 10n ** BigInt(power), 1n] : [num, 10n ** BigInt(-power)];
}

/** A double as text, for figures that are told and never judged. */
export function about(value: number, places: number, language: Language): string {
  return decimal(...fraction(value), places, language);
}

/**
 * A value rounded to the nearest tenth, or with as many more decimals as it takes to stand on the same side of the
 * target as the value itself: 89.97 against 90 is 89.97, not 90.0. A whole number has no decimals.
 *
 * @param least decimals of a value that needs no more
 */
export function beside(num: bigint, den: bigint, limit: number | null, language: Language, least = 1): string {
  if (num % den === 0n) return decimal(num, den, 0, language);
  if (limit === null) return decimal(num, den, least, language);
  const [limitNum, limitDen] = fraction(limit);
  const sideOf = (n: bigint, d: bigint) => {
    const difference = n * limitDen - limitNum * d;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  };
  const side = sideOf(num, den);
  for (let places = least; places < 15; places++) {
    const scale = 10n ** BigInt(places);
    const size = num < 0n ? -num : num;
    const rounded = ((2n * size * scale + den) / (2n * den)) * (num < 0n ? -1n : 1n);
    if (sideOf(rounded, scale) === side) return decimal(num, den, places, language);
  }
  return decimal(num, den, 15, language);
}

/** The same of a double: a figure of another period, of a group, or the end of a range. */
export function aboutBeside(value: number, limit: number | null, language: Language, least = 1): string {
  return beside(...fraction(value), limit, language, least);
}

/** A limit that is to be kept, rounded to the side that keeps it: what is at most so much down, at least up. */
export function keeping(value: number, side: "most" | "least", places: number, language: Language): string {
  const scale = 10n ** BigInt(places);
  const [num, den] = fraction(value);
  const down = (num * scale) / den - (num < 0n && (num * scale) % den !== 0n ? 1n : 0n);
  const kept = side === "most" || (num * scale) % den === 0n ? down : down + 1n;
  return decimal(kept, scale, places, language);
}

const englishMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** 2025-09-30 as 30/9/2025 (a zero before days under 10 and January and February, as the State writes), 30 Sep 2025. */
export function date(iso: string, language: Language): string {
  const [year, month, day] = iso.split("-").map(Number);
  if (language === "en") return `${day} ${englishMonths[month - 1]} ${year}`;
  return `${String(day).padStart(2, "0")}/${month < 3 ? `0${month}` : month}/${year}`;
}

/** 2025-09-04T09:00 as 04/9/2025 09:00; in English as the standard writes it. */
export function dateTime(iso: string, language: Language): string {
  const [day, time = ""] = iso.split("T");
  return `${language === "vi" ? date(day, language) : day} ${time}`.trim();
}

/** Seconds of a working day (time.md). */
const workingDay = 28_800;

/**
 * A share of time: seconds as minutes, hours or days, whichever reads best; working days have eight hours.
 *
 * @param keeps of a limit: it is rounded to the side that keeps it
 * @param like the time whose unit is taken, so that times beside each other have one
 * @param more decimals than usual, where it takes them to tell two times apart
 */
export function duration(
  seconds: number,
  language: Language,
  clock: Clock = "elapsed",
  keeps?: "most" | "least",
  like = seconds,
  more = 0,
): string {
  const isWorking = clock === "working";
  const [size, places, vi, en] =
    like < 3600
      ? [60, 1, "phút", "min"]
      : like < (isWorking ? workingDay : 86_400)
        ? [3600, 1, "giờ", "hours"]
        : isWorking
          ? [workingDay, 2, "ngày làm việc", "working days"]
          : [86_400, 2, "ngày", "days"];
  const amount = seconds / (size as number);
  const number = timeNumber(amount, keeps, (places as number) + more, language);
  return `${number} ${language === "vi" ? vi : en}`;
}

/** By what a processing time was measured: wall time, or working hours by the calendar. */
export type Clock = "elapsed" | "working";

/** A processing time, or a mean of them; of whole days where the log holds dates only. */
export function processingTime(
  value: number,
  unit: "seconds" | "days",
  clock: Clock,
  language: Language,
  keeps?: "most" | "least",
  like = value,
  more = 0,
): string {
  if (unit === "seconds") return duration(value, language, clock, keeps, like, more);
  const [vi, en] = clock === "working" ? ["ngày làm việc", "working days"] : ["ngày", "days"];
  return `${timeNumber(value, keeps, 2 + more, language)} ${language === "vi" ? vi : en}`;
}

/** A time that is not nothing: with as many decimals more as it takes to be seen, up to three. */
export function leastTime(value: number, unit: "seconds" | "days", clock: Clock, language: Language): string {
  const withMore = (more: number) => processingTime(value, unit, clock, language, undefined, value, more);
  return [0, 1, 2, 3].map(withMore).find((text) => /[1-9]/.test(text)) ?? withMore(0);
}

function timeNumber(amount: number, keeps: "most" | "least" | undefined, places: number, language: Language): string {
  return keeps === undefined ? about(amount, places, language) : keeping(amount, keeps, places, language);
}

/** 143 seconds as 2 phút 23 giây. */
export function minutes(seconds: number, language: Language): string {
  const whole = Math.floor(seconds / 60);
  const rest = seconds % 60;
  const [minute, second] = language === "vi" ? ["phút", "giây"] : ["min", "s"];
  return [...(whole > 0 ? [`${whole} ${minute}`] : []), ...(rest > 0 || whole === 0 ? [`${rest} ${second}`] : [])].join(
    " ",
  );
}

/** The units of a plan's own times. */
export const unitNames = {
  hours: { vi: "giờ", en: "hours" },
  "working-hours": { vi: "giờ làm việc", en: "working hours" },
  days: { vi: "ngày", en: "days" },
  "working-days": { vi: "ngày làm việc", en: "working days" },
} as const satisfies Record<string, Bilingual>;

/** A unit behind a number. */
export function withUnit(number: string, unit: string, language: Language): string {
  switch (unit) {
    case "percent":
      return language === "vi" ? `${number}%` : `${number} %`;
    case "points":
      // The sign stays with its word at the end of a line.
      return language === "vi" ? `${number} điểm\u00a0%` : `${number} percentage points`;
    case "minutes":
      return language === "vi" ? `${number} phút` : `${number} min`;
    case "hours":
    case "working-hours":
    case "days":
    case "working-days":
      return `${number} ${number === "1" && language === "en" ? unitNames[unit].en.slice(0, -1) : unitNames[unit][language]}`;
    case "cases":
      return language === "vi" ? `${number} hồ sơ` : `${number} cases`;
    default:
      return number;
  }
}

/** Removes what could steer a terminal or a reader's eye: control and direction characters. */
export function clean(text: string): string {
  return text.replace(/[\p{Cc}\p{DI}]+/gu, " ").trim();
}

/** With a capital at its beginning. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A name put between quotation marks. */
export function q(value: unknown): string {
  return `"${clean(String(value))}"`;
}

/** Where a fault is: dòng 12; of a workbook the sheet and the cell. */
export function where(d: Data, language: Language): string {
  if (d.cell === undefined) return `${language === "vi" ? "dòng" : "line"} ${n(d.line, language)}`;
  const [, letters, row] = /^([A-Z]*)(\d+)$/.exec(String(d.cell)) ?? [];
  const table = /^#(\d+)$/.exec(String(d.sheet))?.[1];
  if (table !== undefined && row !== undefined) return whereInTable(table, row, letters, language);
  const isRow = letters === "";
  const cell = language === "vi" ? (isRow ? "dòng" : "ô") : isRow ? "row" : "cell";
  return `${language === "vi" ? "trang tính" : "sheet"} ${q(d.sheet)}, ${cell} ${d.cell}`;
}

/** Where a fault is in a table of a page: bảng 1, dòng 12, cột 3. */
function whereInTable(table: string, row: string, letters: string, language: Language): string {
  const column = [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0);
  const behind = column === 0 ? "" : language === "vi" ? `, cột ${column}` : `, column ${column}`;
  return language === "vi" ? `bảng ${table}, dòng ${row}${behind}` : `table ${table}, row ${row}${behind}`;
}

export function list(values: unknown, most = 20): string {
  const all = values as readonly unknown[];
  const shown = all.slice(0, most).map((value) => clean(String(value)));
  return shown.join(", ") + (all.length > most ? ", …" : "");
}

/** What a sentence is made from. */
export type Data = Readonly<Record<string, unknown>>;
export type Message = { readonly vi: (d: Data) => string; readonly en: (d: Data) => string };

/** In English: 1 row, 2 rows. */
export const many = (value: unknown, noun: string): string =>
  `${whole(value as number, "en")} ${noun}${value === 1 ? "" : "s"}`;

/** A whole number of a message's data. */
export const n = (value: unknown, language: Language): string => whole(value as number, language);
