/** kpi inspect: what the program understands of a log, before anything is judged. */

import { UserError } from "../errors.ts";
import { type Ground, lacking } from "../kpis/ground.ts";
import { overCases } from "../kpis/index.ts";
import { ownKpis } from "../kpis/own.ts";
import { machine } from "../platform/index.ts";
import type { Layout } from "../read/layout.ts";
import { meaningIn } from "../read/meaning.ts";
import { mapName, nearCodes, nearMeanings } from "../read/near.ts";
import type { RowReader } from "../read/rows.ts";
import { masked, timeFormOf } from "../read/shapes.ts";
import { tellable, tellableHeader } from "../read/tellable.ts";
import { isErrorWord, unknown } from "../read/words.ts";
import { type Field, type FieldOf, fieldKinds, snake } from "../records/case.ts";
import { columns as inColumns, wrap } from "../render/lines.ts";
import { fileNotes } from "../report/file-notes.ts";
import { choiceOf, formatsOf } from "../run/choices.ts";
import { type Context, Output } from "../run/io.ts";
import { type LogOptions, type OpenLogs, openLogs, refuseGrown } from "../run/logs.ts";
import { refuseOverwriting } from "../run/overwriting.ts";
import { planOf } from "../run/plan.ts";
import { progressLine } from "../run/progress.ts";
import type { Account } from "../tally/account.ts";
import { decimalsInDoubt, halfSwapped, placeOf, totalOf } from "../tally/doubt.ts";
import type { Log } from "../tally/job.ts";
import { lookingOnly, pass } from "../tally/pass.ts";
import { issueMessages } from "../text/issues.ts";
import { clean, type Language, where, whole } from "../text/language.ts";
import { noteText } from "../text/notes.ts";
import { sentence } from "../text/sentences.ts";
import { wordShown } from "../text/sheet-errors.ts";
import { fieldTitle, label, passedOverTitle } from "../text/titles.ts";
import { configText } from "./config.ts";
import type { OptionsOf } from "./options.ts";

type InspectOptions = LogOptions & OptionsOf<"plan" | "writeConfig" | "formatOfInspect">;

/** Different words of one column that are kept. */
const mostWords = 2000;
const shownWords = 40;
const samples = 3;

/** What one column of one log holds. */
interface Seen {
  readonly field: Field;
  readonly header: string;
  blank: number;
  /** Cells by word, for coded columns; by form, for times; by shape, for texts. */
  readonly words: Map<string, number>;
  /** The shapes of texts seen before. */
  readonly shapes: Map<string, string>;
}

/** Runs the command: 0, or 1 when something is at fault. */
export async function inspectCommand(
  files: readonly string[],
  options: InspectOptions,
  context: Context,
): Promise<number> {
  const { io, language } = context;
  const format = choiceOf("--format", options.format, formatsOf.inspect);
  const { writeConfig } = options;
  const outputs = writeConfig === undefined ? [] : [writeConfig];
  await refuseOverwriting({ logs: files, beside: [options.config, options.plan], outputs });
  const isToFile = writeConfig !== undefined && writeConfig !== "-";
  if (isToFile && machine.files.facts(writeConfig) !== null) {
    throw new UserError("config-there", { file: writeConfig });
  }
  const { told, hasFaults, config } = await inspected(files, options, context);
  if (isToFile) {
    const output = new Output(writeConfig, io);
    output.write(config(writeConfig));
    output.keep();
  }
  // To standard output the configuration goes in place of what was found.
  if (writeConfig === "-") io.out(config(writeConfig));
  else if (format === "json") io.out(`${JSON.stringify(told, null, 2)}\n`);
  else io.out(`${textOf(told, language, io.columns ?? 120).join("\n")}\n`);
  return hasFaults ? 1 : 0;
}

/** What was found, for whoever shows it. */
export interface Inspected {
  readonly told: Told;
  readonly hasFaults: boolean;
  /** The mapping as a configuration, for a file of this name. */
  readonly config: (file: string) => string;
  /** Cases received by day. */
  readonly receivedOn: Int32Array;
}

/** What `kpi inspect --format json` prints. */
interface Told {
  readonly logs: readonly Described[];
  readonly plan: { readonly id: string; readonly measurable: readonly string[] };
  readonly lacking: Readonly<Record<string, readonly string[]>>;
}

/**
 * Looks at logs.
 *
 * @param blocks of so many at the beginning alone it is told what the cells are; of the others which words are unknown
 * @throws UserError for options that cannot be meant and files that cannot be read
 */
export async function inspected(
  files: readonly string[],
  options: LogOptions & Pick<InspectOptions, "plan">,
  context: Context,
  blocks?: number,
): Promise<Inspected> {
  const { io, language } = context;
  const { plan } = await planOf(options.plan);
  const open = await openLogs(files, options, io);
  const seen = open.logs.map(({ layout }) =>
    layout.columns.map(({ field, header }): Seen => {
      return { field, header, blank: 0, words: new Map(), shapes: new Map() };
    }),
  );
  const texts = open.basis.fields.filter((field): field is FieldOf<"text"> => fieldKinds[field] === "text");
  const progress = progressLine(context);
  const job = lookingOnly(open.logs, { ...open.reading, texts, hasPeriod: false });
  const names = new Map(open.logs.map(({ name }, i) => [name, i]));
  try {
    const { accounts, receivedOn } = await pass(job, {
      progress: progress.show,
      retellSuperseded: true,
      ...(blocks !== undefined && { retellBlocks: blocks }),
      retell: (reader, { log }) => {
        for (const column of seen[names.get(log) ?? 0]) look(column, reader);
      },
    });
    refuseGrown(open.logs);
    progress.done(totalOf(accounts).read);
    accounts.forEach(({ unknownWords, blanks }, i) => {
      for (const column of seen[i]) if (blocks !== undefined) column.blank = blanks.get(column.field) ?? column.blank;
      for (const { field, word, count } of unknownWords) {
        const words = seen[i].find((column) => column.field === field)?.words;
        if (blocks !== undefined && words !== undefined) words.set(word, count);
      }
    });
    const numbersInDoubt = [...decimalsInDoubt(accounts).keys()];
    const ground: Ground = {
      ...open.basis,
      hasPeriod: false,
      numbersInDoubt,
      casesInDoubt: null,
      returnsInDoubt: false,
    };
    const ids = [
      ...new Set(
        Object.values(plan.years)
          .flat()
          .map(({ kpi }) => kpi),
      ),
    ];
    const kpis = [...overCases, ...ownKpis(plan.kpis)].filter(({ id, input }) => input === "cases" && ids.includes(id));
    const lack = kpis.map((kpi) => ({ id: kpi.id, lacks: lacking(kpi, ground) }));
    const found = accounts.map((account, i) => describe(account, open.logs[i], seen[i], open.reading));
    const stubs = found.flatMap(({ near, columns }) => [
      ...near.map((one) => ({ ...one, kind: "header" as const })),
      ...columns.flatMap(({ field, words = [] }) =>
        words.flatMap(({ word, near: codes }) =>
          codes === undefined ? [] : [{ kind: "word" as const, field, word, codes }],
        ),
      ),
    ]);
    const hasFaults = found.some(({ columns, rejected, halfSwapped }) => {
      return rejected > 0 || halfSwapped.length > 0 || columns.some(({ atFault }) => atFault > 0);
    });
    const told: Told = {
      logs: found,
      plan: { id: plan.id, measurable: lack.filter(({ lacks }) => lacks.length === 0).map(({ id }) => id) },
      lacking: Object.fromEntries(lack.filter(({ lacks }) => lacks.length > 0).map(({ id, lacks }) => [id, lacks])),
    };
    const config = (file: string) => configText({ file, plan: options.plan, options, stubs }, open.logs, language);
    return { told, hasFaults, config, receivedOn };
  } finally {
    progress.clear();
  }
}

function look(column: Seen, reader: RowReader): void {
  const { field, words } = column;
  const text = reader.textOf(field);
  if (text === "") {
    column.blank++;
    return;
  }
  const kind = fieldKinds[field];
  const word = kind === "time" ? timeFormOf(text) : kind === "word" || kind === "yesNo" ? text : shapeIn(column, text);
  const count = words.get(word);
  if (count !== undefined || words.size < mostWords) words.set(word, (count ?? 0) + 1);
}

/** Names of agencies and procedures stand in the column again and again. */
function shapeIn({ shapes }: Seen, text: string): string {
  let shape = shapes.get(text);
  if (shape === undefined) {
    shape = masked(text);
    if (shapes.size < mostWords) shapes.set(text, shape);
  }
  return shape;
}

/** Of a workbook the sheet and the row of the header. */
function headerPlace(account: Account): { headerSheet?: string; headerRow?: string } {
  const { sheet, cell } = placeOf(account, null, account.layout.headerLine);
  return { ...(sheet !== undefined && { headerSheet: sheet }), ...(cell !== undefined && { headerRow: cell }) };
}

type Described = ReturnType<typeof describe>;

function describe(account: Account, log: Log, seen: readonly Seen[], reading: OpenLogs["reading"]) {
  const { layout, origin } = log;
  const faultsOf = (field: Field) => account.issues.filter((issue) => issue.field === field);
  return {
    name: account.name,
    container: origin.container,
    encoding: origin.encoding === "utf-8" && layout.bom ? "utf-8-bom" : origin.encoding,
    delimiter: String.fromCharCode(layout.delimiter),
    headerLine: layout.headerLine,
    ...headerPlace(account),
    passedOver: account.passedOver,
    read: account.read,
    rejected: account.rejected,
    duplicates: account.duplicates,
    rejectedFor: account.issues
      .filter(({ field }) => field === null)
      .map(({ code, count, firstLine }) => ({ code, count, firstLine, ...placeOf(account, null, firstLine) })),
    columns: seen.map((column) => ({
      field: snake(column.field),
      header: column.header,
      blank: column.blank,
      atFault: faultsOf(column.field).reduce((sum, { count }) => sum + count, 0),
      faults: faultsOf(column.field).map(({ code, count, firstLine }) => {
        return { code, count, firstLine, ...placeOf(account, column.field, firstLine) };
      }),
      ...readAs(column, reading),
    })),
    unread: layout.unread.map(tellableHeader),
    near: nearOf(layout),
    halfSwapped: halfSwapped(account).map(({ header }) => header),
    notes: fileNotes(account.name, origin),
  };
}

/** The headers of columns that are not read and come near fields that the log lacks, with their names for `--map`. */
function nearOf({ unread, columns }: Layout): { header: string; fields: string[] }[] {
  return unread.flatMap((header) => {
    const lacked = nearMeanings(header).filter(({ field }) => columns.every((column) => column.field !== field));
    return lacked.length === 0 ? [] : [{ header, fields: lacked.map(mapName) }];
  });
}

/** How a column is read: its words with what they mean, the forms of its dates, or the shapes of its texts. */
interface ReadAs {
  readonly forms?: Readonly<Record<string, number>>;
  readonly words?: readonly SeenWord[];
  readonly differentWords?: number;
  readonly samples?: readonly string[];
}

/** A word of a coded column; what it means, or is blank for; and of one that no table knows what it comes near. */
export interface SeenWord {
  readonly word: string;
  readonly count: number;
  readonly means: string | null;
  readonly near?: readonly string[];
}

function readAs({ field, words }: Seen, reading: OpenLogs["reading"]): ReadAs {
  const kind = fieldKinds[field];
  if (kind === "time") return { forms: Object.fromEntries(most(words, shownWords)) };
  if (kind !== "word" && kind !== "yesNo") return { samples: most(words, samples).map(([shape]) => shape) };
  const coded = field as FieldOf<"word" | "yesNo">;
  const meaningOf = meaningIn(coded, reading);
  return {
    words: most(words, shownWords).map(([word, count]) => {
      const meaning = meaningOf(word);
      if (meaning !== unknown) return { word, count, means: meaning === null ? "" : String(meaning) };
      // So many words are names or numbers in a column that was taken wrongly: they are not said.
      const told = words.size > shownWords ? "…" : tellable(word);
      if (told === "…") return { word: masked(word), count, means: null };
      if (isErrorWord(word)) return { word, count, means: null };
      return { word, count, means: null, near: nearCodes(coded, word).map(String) };
    }),
    differentWords: words.size,
  };
}

/** The values that stand most often, first by number, then by name. */
function most(counts: ReadonlyMap<string, number>, n: number): [value: string, count: number][] {
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, n);
}

function textOf({ logs, plan, lacking: lacks }: Told, language: Language, width: number): string[] {
  const blocks = logs.map((log) => {
    const passed = Object.entries(log.passedOver).map(
      ([kind, n]) => `${passedOverTitle(kind, language)} ${whole(n, language)}`,
    );
    const head = [
      clean(log.name),
      ...(log.container === null ? [] : [log.container]),
      log.encoding,
      JSON.stringify(log.delimiter),
      sentence("headerOnLine", { line: log.headerLine, sheet: log.headerSheet, cell: log.headerRow }, language),
      ...(passed.length === 0 ? [] : [`${label("passedOver", language)}: ${passed.join(", ")}`]),
    ];
    const rows = log.columns.map((column) => {
      const share = log.read === 0 ? 0 : Math.round((100 * column.blank) / log.read);
      const fault = column.faults[0];
      const said =
        fault === undefined
          ? ""
          : `${whole(column.atFault, language)} (${issueMessages[fault.code][language]}, ${where({ ...fault, line: fault.firstLine }, language)})`;
      return [column.field, clean(column.header), cellsText(column, language), `${share}%`, said];
    });
    const titles = [
      label("fieldColumn", language),
      label("column", language),
      label("readAs", language),
      label("blank", language),
      label("atFault", language),
    ];
    const cut = rows.map(([a, b, c, d, e]) => [a, b.slice(0, 30), c.length > 60 ? `${c.slice(0, 59)}…` : c, d, e]);
    return [
      ...wrap(head.join(" · "), width),
      ...wrap(
        sentence("rowsRead", { read: log.read, rejected: log.rejected, duplicates: log.duplicates }, language),
        width,
      ),
      "",
      ...inColumns([titles, ...cut], width - 1).map((line) => ` ${line}`),
      "",
      ...log.columns.flatMap((column) => wordLines(column, language, width)),
      "",
      ...log.rejectedFor.flatMap((fault) => {
        const at = where({ ...fault, line: fault.firstLine }, language);
        return wrap(` ${issueMessages[fault.code][language]}: ${whole(fault.count, language)} (${at})`, width);
      }),
      ...log.halfSwapped.flatMap((header) =>
        wrap(` ${noteText("half-swapped", { input: clean(log.name), header }, language)}`, width),
      ),
      ...log.notes.flatMap(({ code, data }) => wrap(` ${noteText(code, data, language)}`, width)),
      ...(log.unread.length > 0
        ? wrap(` ${sentence("columnsUnread", { count: log.unread.length, headers: log.unread }, language)}`, width)
        : []),
      ...log.near.flatMap(({ header, fields }) => {
        const maps = fields.map((field) => `--map ${field}="${clean(header)}"`);
        return wrap(
          ` ${sentence("headerNear", { header, maps: maps.join(language === "vi" ? " hoặc " : " or ") }, language)}`,
          width,
        );
      }),
    ];
  });
  const missing = Object.entries(lacks).map(([id, fields]) => {
    return ` ${sentence("kpiLacks", { id, fields: fields.map((field) => fieldTitle(field, language)).join(", ") }, language)}`;
  });
  const lines = [
    ...blocks.flatMap((block) => [...block, ""]),
    ...wrap(
      sentence(
        "measurable",
        { plan: plan.id, kpis: plan.measurable.join(", ") || "–", count: plan.measurable.length },
        language,
      ),
      width,
    ),
    ...missing.flatMap((line) => wrap(line, width)),
  ];
  // A part with nothing in it leaves no gap.
  return lines.filter((line, i) => line !== "" || lines[i - 1] !== "");
}

function cellsText(
  { forms, words, differentWords = 0, samples: shapes }: Described["columns"][number],
  language: Language,
): string {
  if (forms !== undefined) {
    const all = Object.entries(forms);
    return all.map(([form, count]) => (all.length === 1 ? form : `${form} (${whole(count, language)})`)).join(" · ");
  }
  if (words === undefined) return (shapes ?? []).map(clean).join(" · ");
  if (differentWords === 0) return "";
  return sentence("differentWords", { count: differentWords }, language);
}

/** Every word of a coded column with what it means, those without a meaning first. */
function wordLines(
  { field, words, differentWords = 0 }: Described["columns"][number],
  language: Language,
  width: number,
) {
  if (words === undefined || words.length === 0) return [];
  const told = [...words]
    .sort((a, b) => Number(a.means !== null) - Number(b.means !== null))
    .map(({ word, count, means, near = [] }) => {
      const said = means === null ? "?" : means === "" ? label("blank", language) : means;
      const like = near.length === 0 ? "" : `; ${sentence("comesNear", { words: near.join(", ") }, language)}`;
      return `${wordShown(word, language)} → ${said} (${whole(count, language)}${like})`;
    });
  return wrap(` ${field}: ${[...told, ...(differentWords > words.length ? ["…"] : [])].join(" · ")}`, width);
}
