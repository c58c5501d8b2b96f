/** What the page asks, as the command line that asks the same. */
import type { Options } from "./messages.ts";

/** Whether a choice of the page is a report of a period; else it is a check, of everything (`all`) or of a year. */
export function isReported(period: string): boolean {
  return period.includes("-");
}

/** The periods of a year of which a report may be: those that hold a month of the log, all where no log says. */
export function periodsOf(year: string, months: readonly string[]): string[] {
  const all = Array.from({ length: 12 }, (_, i) => i + 1);
  const own = months.filter((month) => month.startsWith(year)).map((month) => Number(month.slice(5)));
  const there = months.length === 0 ? all : own;
  // Before any file could be read no year is known.
  if (year === "") return [];
  const two = (month: number) => String(month).padStart(2, "0");
  const within = (from: number, to: number) => there.some((month) => month >= from && month <= to);
  const last = there.at(-1);
  return [
    ...(last === undefined ? [] : [`${year}-01..${year}-${two(last)}`]),
    ...[1, 2].filter((half) => within(6 * half - 5, 6 * half)).map((half) => `${year}-H${half}`),
    ...(within(1, 9) ? [`${year}-9M`] : []),
    ...[1, 2, 3, 4].filter((quarter) => within(3 * quarter - 2, 3 * quarter)).map((quarter) => `${year}-Q${quarter}`),
    ...there.map((month) => `${year}-${two(month)}`),
  ];
}

/** The option of `kpi report` for a period, by its name in the program. */
export function periodOption(period: string): readonly [name: string, value: string] {
  if (period.includes("..")) return ["yearToDate", period.slice(period.indexOf("..") + 2)];
  if (period.includes("-Q")) return ["quarter", period];
  if (period.includes("-H")) return ["half", period];
  return period.endsWith("-9M") ? ["nineMonths", period.slice(0, 4)] : ["month", period];
}

/**
 * A word of the command line as bash and PowerShell both take it: what either could read otherwise stands in single
 * quotes, within which neither reads anything. Of a single quote itself the two differ: then in double quotes, where
 * nothing else in it means anything there, and else as a POSIX shell has it.
 */
export function quoted(text: string): string {
  if (/^[\w./:=-]+$/.test(text)) return text;
  if (!text.includes("'")) return `'${text}'`;
  return /[$`"\\!“”„]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : `"${text}"`;
}

/** What a configuration says to other commands, by the name of the option. */
const others = {
  check: new Set(["expected", "listCases", "signs", "maxIssues", "minCell", "office"]),
  report: new Set(["period", "by", "maxIssues", "minCell", "office"]),
} as const;

/** @param options of a run, by their names in the program */
export function commandOf(files: readonly string[], options: Options, period: string | null): string {
  const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const command = period === null ? "check" : "report";
  const said = Object.entries(options).flatMap(([name, value]): string[] => {
    if (others[command].has(name)) return [];
    if (value === undefined || value === false || value === "") return [];
    if (value === true) return [`--${dashed(name)}`];
    return [value].flat().map((one) => `--${dashed(name)} ${quoted(String(one))}`);
  });
  const [option, value] = period === null ? [] : periodOption(period);
  return [
    `kpi ${command}`,
    // A name that begins with a dash would be an option.
    ...files.map((file) => quoted(file.startsWith("-") ? `./${file}` : file)),
    ...said,
    ...(option === undefined ? [] : [`--${dashed(option)} ${value}`]),
  ].join(" ");
}
