/** What a command says of itself, and what may stand behind its name. */
import { schemaNames } from "../run/choices.ts";
import type { Context } from "../run/io.ts";
import type { Bilingual } from "../text/language.ts";
import type { Choices, OptionKey, OptionsOf } from "./options.ts";

export interface ArgumentSaid extends Bilingual {
  /** `<year>`, `[field]` where it may be left out, `<files...>` of several. */
  readonly name: string;
  readonly choices?: Choices;
}

const files = {
  vi: "tệp CSV, TSV, .gz, .xlsx, .xls (HTML, XML) hoặc mẫu tên (*.csv); “-” là đầu vào chuẩn",
  en: "CSV, TSV, .gz, .xlsx, .xls (HTML, XML) files, or patterns (*.csv); - is standard input",
};

export const argumentsSaid = {
  files: { name: "<files...>", ...files },
  filesIfAny: { name: "[files...]", ...files },
  forms: {
    name: "<files...>",
    vi: "biểu của các đơn vị: .xlsx, .xls (HTML, XML), CSV",
    en: "forms of units: .xlsx, .xls (HTML, XML), CSV",
  },
  old: {
    name: "<old>",
    vi: "tệp cũ, hoặc của hệ thống thứ nhất; tệp tổng hợp",
    en: "the old export, or one system's; a part",
  },
  new: {
    name: "<new>",
    vi: "tệp mới, hoặc của hệ thống thứ hai; tệp tổng hợp",
    en: "the new export, or the other's; a part",
  },
  year: { name: "<year>", vi: "năm", en: "the year" },
  field: {
    name: "[field]",
    choices: "fields",
    vi: "một trường (channel) hoặc tiêu đề của nó (Hình thức nộp); không ghi: mọi trường",
    en: "a field (channel), or a header of it (Hình thức nộp); without one, all fields",
  },
  plan: {
    name: "<plan>",
    choices: "plans",
    vi: "kế hoạch: mã (kpi plans) hoặc tệp của đơn vị",
    en: "the plan: its id (kpi plans) or a file of your own",
  },
  planFile: { name: "<file>", vi: "tệp kế hoạch, JSON hoặc YAML", en: "the plan, in JSON or YAML" },
  kpi: {
    name: "<kpi>",
    choices: "explained",
    vi: "mã chỉ tiêu, ví dụ submission-time; hoặc phương pháp: xmr, funnel, forecast, waiting, stages, signs, compare, public",
    en: "the KPI's id, such as submission-time; or a method: xmr, funnel, forecast, waiting, stages, signs, compare, public",
  },
  schema: {
    name: "<what>",
    choices: schemaNames,
    vi: "lược đồ cần in: report, config, tally, compare",
    en: "the schema to print: report, config, tally, compare",
  },
  shell: {
    name: "<shell>",
    choices: "shells",
    vi: "bash, zsh, fish hoặc powershell",
    en: "bash, zsh, fish or powershell",
  },
  topic: {
    name: "[topic...]",
    choices: "commands",
    vi: "lệnh, mã, hoặc codes (danh sách mã)",
    en: "a command, a code, or codes for all of them",
  },
} as const satisfies Record<string, ArgumentSaid>;

type ArgumentKey = keyof typeof argumentsSaid;
type ValueOf<N extends string> = N extends `${string}...${string}`
  ? string[]
  : N extends `[${string}`
    ? string | undefined
    : string;
type Values<A extends readonly ArgumentKey[]> = { [I in keyof A]: ValueOf<(typeof argumentsSaid)[A[I]]["name"]> };
/** What a command is given: its arguments, its options where it has any, and where it runs. */
type Given<A extends readonly ArgumentKey[], O extends readonly OptionKey[]> = [
  ...Values<A>,
  ...(O extends readonly [] ? [] : [OptionsOf<O[number]>]),
  Context,
];

interface Parts<A extends readonly ArgumentKey[], O extends readonly OptionKey[]> extends Bilingual {
  readonly arguments?: A;
  /** In the order of its help. */
  readonly options?: O;
  readonly examples: readonly string[];
  /** Commands of its own, behind its name. */
  readonly commands?: readonly CommandSaid[];
  /** Loads what does it and returns the exit code; without it, `--help` is all there is, or program.ts does it. */
  readonly run?: () => Promise<(...given: Given<A, O>) => number | Promise<number>>;
}

export interface CommandSaid extends Required<Omit<Parts<readonly ArgumentKey[], readonly OptionKey[]>, "run">> {
  readonly name: string;
  readonly run: (() => Promise<(...given: never) => number | Promise<number>>) | null;
}

/** The commands that stand behind its name. */
export function commandsIn({ commands }: CommandSaid): string[] {
  return commands.map(({ name }) => name);
}

/** A command; its `run` takes what its arguments and options say, or does not compile. */
export function command<const A extends readonly ArgumentKey[] = [], const O extends readonly OptionKey[] = []>(
  name: string,
  { run, ...said }: Parts<A, O>,
): CommandSaid {
  return { name, arguments: [], options: [], commands: [], ...said, run: run ?? null };
}
