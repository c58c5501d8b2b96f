/** kpi validate: every fault of the rows and cells of logs, and what the cells of one case say against each other. */

import { UserError } from "../errors.ts";
import type { RowReader } from "../read/rows.ts";
import { type Case, type Field, type FieldOf, fieldKinds, snake } from "../records/case.ts";
import { csvCell } from "../render/delimited.ts";
import { columns as inColumns } from "../render/lines.ts";
import { fileNotes } from "../report/file-notes.ts";
import { choiceOf, formatsOf, wholeNumber } from "../run/choices.ts";
import type { Context } from "../run/io.ts";
import { type LogOptions, openLogs, refuseGrown, writingOf } from "../run/logs.ts";
import { refuseOverwriting } from "../run/overwriting.ts";
import { progressLine } from "../run/progress.ts";
import { Rejects, type RejectsOptions, rejectsFiles } from "../run/rejects.ts";
import { tellFiles } from "../run/tell-files.ts";
import type { Account } from "../tally/account.ts";
import { halfSwapped, placeOf, refuseDoubt, refuseScale, totalOf } from "../tally/doubt.ts";
import { unreadableIn } from "../tally/handled.ts";
import { lookingOnly, pass } from "../tally/pass.ts";
import type { Where } from "../tally/retell.ts";
import { checkMessages, issueMessages } from "../text/issues.ts";
import { clean, type Language, where, whole } from "../text/language.ts";
import { noteText } from "../text/notes.ts";
import { sentence } from "../text/sentences.ts";
import { dayNumber, dayOf } from "../time/civil.ts";
import type { OptionsOf } from "./options.ts";

type ValidateOptions = LogOptions & RejectsOptions & OptionsOf<"maxIssues" | "formatOfValidate">;

/** What the cells of one case say against each other. */
export type CheckCode = keyof typeof checkMessages;

/** How often, and where first. */
interface Found {
  readonly log: string;
  readonly code: string;
  readonly column: string | null;
  readonly isWarning: boolean;
  count: number;
  readonly firstLine: number;
  readonly sheet?: string;
  readonly cell?: string;
}

/** The date inside an id of the national form, 000.00.15.H24-250102-0001, as a day; null in any other. */
export function dayInId(id: string): number | null {
  const [, year, month, day] = /-(\d\d)(\d\d)(\d\d)-\d+$/.exec(id) ?? [];
  const found = day === undefined ? -1 : dayNumber(2000 + Number(year), Number(month), Number(day));
  return found < 0 ? null : found;
}

/** The id of a case as the portal makes it. */
const nationalId = /^\d{3}(\.\d{2,3}){1,3}\.[A-Z]\d{2}-\d{6}-\d{3,}$/;

/** What is at odds in a case; an open case has no `completed` of its own. */
export function checksOf(c: Case, id: string): CheckCode[] {
  const codes: CheckCode[] = [];
  const { receivedAt } = c;
  const on = dayInId(id);
  // The id is made when the file is handed in, on the day of receipt or the day before.
  const first = c.submittedAt ?? receivedAt;
  if (on !== null && first !== null && Math.abs(dayOf(first) - on) > 1) codes.push("id-of-another-day");
  return codes;
}

/** Runs the command: 0, 1 with more issues than `--max-issues`, 2 for files that cannot be read. */
export async function validateCommand(
  files: readonly string[],
  options: ValidateOptions,
  context: Context,
): Promise<number> {
  const { io, language } = context;
  const format = choiceOf("--format", options.format, formatsOf.validate);
  const most = wholeNumber("--max-issues", options.maxIssues, 0);
  const written = rejectsFiles(options);
  await refuseOverwriting({ logs: files, beside: [options.config], outputs: written });
  const logs = await openLogs(files, options, io);
  const texts = logs.basis.fields.filter((field): field is FieldOf<"text"> => fieldKinds[field] === "text");
  const found = new Map<string, Found>();
  const note = (at: Omit<Found, "count">) => {
    const key = `${at.log} ${at.code} ${at.column}`;
    const held = found.get(key);
    if (held === undefined) found.set(key, { ...at, count: 1 });
    else held.count++;
  };
  // To standard output they go in place of the table, as in a check.
  const toOut = written.includes("-");
  if (toOut && format !== "table") throw new UserError("same-output", { file: "-" });
  const rejects = new Rejects(options, logs.logs, language, io);
  const writing = writingOf(logs.reading);
  const headerIn = (name: string, field: Field) =>
    logs.logs.find((one) => one.name === name)?.layout.columns.find((one) => one.field === field)?.header ?? null;
  const ids = new Map<string, { national: number; other: number; firstOther: number }>();
  /** The first row without an id, by log. */
  const firstBlank = new Map<string, number>();
  const retell = (reader: RowReader, { log, line, superseded }: Where) => {
    if (superseded) {
      note({ log, code: "duplicate", column: "case_id", isWarning: true, firstLine: line });
      return;
    }
    const id = reader.textOf("caseId");
    if (id === "") {
      if (!firstBlank.has(log)) firstBlank.set(log, line);
    } else {
      const of = ids.get(log) ?? { national: 0, other: 0, firstOther: line };
      if (nationalId.test(id)) of.national++;
      else if (of.other++ === 0) of.firstOther = line;
      ids.set(log, of);
    }
    for (const field of unreadableIn(reader.case, writing)) {
      const code = field === "supplementCount" ? "bad-number" : "bad-time";
      const column = headerIn(log, field);
      note({ log, code, column, isWarning: false, firstLine: line });
      rejects.add({ log, line, record: 0, column, code, value: reader.textOf(field), superseded });
    }
    for (const code of checksOf(reader.case, id)) {
      note({ log, code, column: null, isWarning: false, firstLine: line });
      rejects.add({ log, line, record: 0, column: null, code, value: null, superseded });
    }
  };
  const progress = progressLine(context);
  let accounts: readonly Account[];
  try {
    const job = lookingOnly(logs.logs, { ...logs.reading, texts, hasPeriod: false });
    ({ accounts } = await pass(job, {
      progress: progress.show,
      retell,
      retellSuperseded: true,
      ...rejects.hears,
    }));
    refuseDoubt(accounts, logs.reading.dateOrders);
    refuseScale(accounts);
    refuseGrown(logs.logs);
    progress.done(totalOf(accounts).read);
  } finally {
    progress.clear();
  }
  rejects.keep();
  // Where nearly all ids are of the national form, one that is not is a slip.
  for (const [log, { national, other, firstOther }] of ids) {
    if (other === 0 || other * 10 > national) continue;
    found.set(`${log} odd-id`, {
      log,
      code: "odd-id",
      column: "case_id",
      isWarning: true,
      count: other,
      firstLine: firstOther,
    });
  }
  const all = accounts.flatMap((account) => {
    const { name, issues, layout, dates } = account;
    const idHeader = layout.columns.find(({ field }) => field === "caseId")?.header ?? null;
    const swapped = halfSwapped(account).map(({ field, header }): Found => {
      const count = dates.get(field)?.other ?? 0;
      return {
        log: name,
        code: "half-swapped",
        column: header,
        isWarning: true,
        count,
        firstLine: layout.headerLine,
        ...placeOf(account, field, layout.headerLine),
      };
    });
    const told = [...found.values()]
      .filter(({ log }) => log === name)
      .map((one) => {
        const own = layout.columns.find(({ field, header }) => [header, snake(field)].includes(one.column ?? ""));
        return { ...one, ...placeOf(account, own?.field ?? null, one.firstLine) };
      });
    const blank = firstBlank.get(name);
    const onBlank = blank === undefined ? {} : placeOf(account, "caseId", blank);
    const ids = (code: "no-case-id" | "blank-id", count: number, firstLine: number): Found[] =>
      count === 0 ? [] : [{ log: name, code, column: idHeader, isWarning: true, count, firstLine }];
    return [
      ...(idHeader === null
        ? ids("no-case-id", 1, layout.headerLine)
        : ids("blank-id", account.blankIds, blank ?? layout.headerLine).map((one) => ({ ...one, ...onBlank }))),
      ...issues.map(({ code, field, count, firstLine }): Found => {
        const column = layout.columns.find((one) => one.field === field)?.header ?? null;
        return { log: name, code, column, isWarning: false, count, firstLine, ...placeOf(account, field, firstLine) };
      }),
      ...told.map((one) => {
        const place = placeOf(account, one.column === null ? null : "caseId", one.firstLine);
        return { ...one, column: one.column === "case_id" ? idHeader : one.column, ...place };
      }),
      ...swapped,
    ];
  });
  const issues = all.filter(({ isWarning }) => !isWarning).reduce((sum, { count }) => sum + count, 0);
  // CSV has rows of faults alone.
  if (toOut || format === "csv") tellFiles(accounts, context);
  if (!toOut)
    io.out(render(format, all, accounts, issues, { language, width: io.columns ?? Number.POSITIVE_INFINITY }));
  return issues > most ? 1 : 0;
}

function render(
  format: (typeof formatsOf.validate)[number],
  found: readonly Found[],
  accounts: readonly Account[],
  issues: number,
  { language, width }: { language: Language; width: number },
): string {
  const sum = (key: "read" | "rejected" | "duplicates") => accounts.reduce((total, account) => total + account[key], 0);
  const notes = accounts.flatMap(({ name, origin }) => fileNotes(name, origin));
  if (format === "json") {
    const ledger = { read: sum("read"), rejected: sum("rejected"), duplicates: sum("duplicates") };
    return `${JSON.stringify({ issues, ledger, found, notes }, null, 2)}\n`;
  }
  if (format === "csv") {
    const rows = found.map(({ log, code, column, isWarning, count, firstLine }) => {
      return [log, code, column, isWarning ? "warning" : "issue", count, firstLine].map(csvCell).join(",");
    });
    return `\ufefffile,code,column,kind,count,first_line\r\n${rows.map((row) => `${row}\r\n`).join("")}`;
  }
  const rows = found.map(({ log, code, column, isWarning, count, firstLine, sheet, cell: at }) => [
    isWarning ? "·" : "✗",
    clean(log),
    where({ line: firstLine, sheet, cell: at }, language),
    column === null ? "" : clean(column),
    whole(count, language),
    code,
    messageOf(code, language),
  ]);
  const data = { read: sum("read"), issues, warnings: found.filter(({ isWarning }) => isWarning).length };
  const told = notes.map(({ code, data: of }) => noteText(code, of, language));
  return `${[...inColumns(rows, width), ...told, sentence("validated", data, language)].join("\n")}\n`;
}

function messageOf(code: string, language: Language): string {
  const known: Readonly<Record<string, { vi: string; en: string }>> = { ...issueMessages, ...checkMessages };
  return known[code]?.[language] ?? code;
}
