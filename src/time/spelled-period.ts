/** Days and periods as people here write them, made into the names that the program knows (time.md). */

const twoDigits = (part: string) => part.padStart(2, "0");

const aDay = /^(?:ngày )?(?:(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})[/.-](\d{1,2})[/.-](\d{1,2}))$/;

/** 2025-03-31 of 31/03/2025, 31-3-2025 or 2025/03/31; anything else stays as it is, to be refused where it is used. */
export function usualDay(text: string): string {
  const [, day, month, year, ...iso] = aDay.exec(cleaned(text)) ?? [];
  if (year !== undefined) return [year, twoDigits(month), twoDigits(day)].join("-");
  return iso[0] === undefined ? text : iso.map(twoDigits).join("-");
}

const written = String.raw`\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}`;
const aRange = new RegExp(
  String.raw`^(?:từ )?(?:ngày )?(${written}) ?(?:\.\.|[-–—]|đến(?: hết)?|tới|to) ?(?:ngày )?(${written})$`,
);
/** Between the part of a year and the year. */
const of = String.raw` ?(?:[/.-]|năm|of)? ?(\d{4})`;

/** Each form with what it stands for: the year is the last part, or, written first, the first one. */
const forms: readonly (readonly [RegExp, (found: readonly string[]) => string])[] = [
  [/^(?:cả )?năm (\d{4})$/, ([year]) => year],
  [/^(?:tất cả|toàn bộ)$/, () => "all"],
  [/^(?:t|tháng|month)? ?(\d{1,2})(?: ?[/.-] ?| năm | )(\d{4})$/, ([m, year]) => `${year}-${twoDigits(m)}`],
  [/^(\d{4}) ?[/.-]? ?(?:t|tháng) ?(\d{1,2})$/, ([year, m]) => `${year}-${twoDigits(m)}`],
  [/^(\d{4})[/.-](\d{1,2})$/, ([year, m]) => `${year}-${twoDigits(m)}`],
  [new RegExp(`^(?:quý|q) ?([1-4]|i{1,3}|iv)${of}$`), ([q, year]) => `${year}-Q${quarterOf(q)}`],
  [/^(\d{4}) ?[/.-]? ?(?:quý|q) ?([1-4]|i{1,3}|iv)$/, ([year, q]) => `${year}-Q${quarterOf(q)}`],
  [new RegExp(`^6 ?(?:tháng|t) cuối(?: năm)?${of}$`), ([year]) => `${year}-H2`],
  [new RegExp(`^6 ?(?:tháng|t|m)(?: đầu(?: năm)?)?${of}$`), ([year]) => `${year}-H1`],
  [new RegExp(`^h([12])${of}$`), ([half, year]) => `${year}-H${half}`],
  [/^(\d{4})[/.-]?h([12])$/, ([year, half]) => `${year}-H${half}`],
  [new RegExp(`^9 ?(?:tháng|t|m)(?: đầu(?: năm)?)?${of}$`), ([year]) => `${year}-9M`],
  [/^(\d{4})[/.-]?9m$/, ([year]) => `${year}-9M`],
];

function quarterOf(written: string): number {
  return ["i", "ii", "iii", "iv"].indexOf(written) + 1 || Number(written);
}

/** 2025-09 of 9/2025, T9/2025 or "tháng 9 năm 2025", 2025-Q3 of "quý III/2025" …; anything else stays as it is. */
export function usualPeriod(text: string): string {
  const name = cleaned(text);
  const [, from, to] = aRange.exec(name) ?? [];
  if (to !== undefined) return `${usualDay(from)}..${usualDay(to)}`;
  for (const [form, nameOf] of forms) {
    const found = form.exec(name);
    if (found !== null) return nameOf(found.slice(1));
  }
  return text;
}

function cleaned(text: string): string {
  return text.normalize("NFC").toLowerCase().replace(/\s+/gu, " ").trim();
}
