/** What the page asks, as the command line that asks the same. */
import type { Options } from "./messages.ts";

/** The periods of a year of which a report may be: those that hold a month of the log, all where no log says. */
export function periodsOf(year: string, months: readonly string[]): string[] {
  const all = Array.from({ length: 12 }, (_, i) => i + 1);
  const own = months.filter((month) => month.startsWith(year)).map((month) => Number(month.slice(5)));
  const there = months.length === 0 ? all : own;
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

/** The option of `kpi report` for a period. */
function periodOption(period: string): [string, string] {
  if (period.includes("..")) return ["year-to-date", period.slice(period.indexOf("..") + 2)];
  if (period.includes("-Q")) return ["quarter", period];
  if (period.includes("-H")) return ["half", period];
  return period.endsWith("-9M") ? ["nine-months", period.slice(0, 4)] : ["month", period];
}

function quoted(text: string): string {
  return /^[\w./:=,-]+$/.test(text) ? text : `"${text.replaceAll('"', '\\"')}"`;
}

/** @param options of a run, by their names in the program */
export function commandOf(files: readonly string[], options: Options, period: string | null): string {
  const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const said = Object.entries(options).flatMap(([name, value]): string[] => {
    if (value === undefined || value === false || value === "") return [];
    if (value === true) return [`--${dashed(name)}`];
    return [value].flat().map((one) => `--${dashed(name)} ${quoted(String(one))}`);
  });
  const [option, value] = period === null ? [] : periodOption(period);
  return [
    `kpi ${period === null ? "check" : "report"}`,
    ...files.map(quoted),
    ...said,
    ...(option === undefined ? [] : [`--${option} ${value}`]),
  ].join(" ");
}
