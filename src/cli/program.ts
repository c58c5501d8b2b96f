/** The commands as commander has them, made of what they say of themselves; each is loaded when it is called. */
import type { Command, Option } from "commander";
import { argumentsSaid, type CommandSaid, commandsIn } from "../commands/command.ts";
import { type OptionKey, type OptionSaid, options } from "../commands/options.ts";
import { UserError } from "../errors.ts";
import { nearest } from "../run/choices.ts";
import type { Context, Io } from "../run/io.ts";
import type { Bilingual, Language } from "../text/language.ts";
import { placeholder, withPlaceholders } from "../text/placeholders.ts";
import { kpi } from "./commands.ts";
import { contextOf } from "./context.ts";

declare const __VERSION__: string;

/** What `--help` says around commands and options, by what commander says. */
const titles: Readonly<Record<string, Bilingual>> = {
  "Usage:": { vi: "Cách dùng:", en: "Usage:" },
  "Options:": { vi: "Tùy chọn:", en: "Options:" },
  "Global Options:": { vi: "Tùy chọn chung:", en: "Options of every command:" },
  "Arguments:": { vi: "Tham số:", en: "Arguments:" },
  "Commands:": { vi: "Lệnh:", en: "Commands:" },
};
const words = {
  help: { vi: "in hướng dẫn", en: "print this help" },
  byDefault: { vi: "mặc định", en: "default" },
  examples: { vi: "Ví dụ:", en: "Examples:" },
};

/** @param done is given the exit code of the command that ran */
export function programOf(
  { Command, Option }: typeof import("commander"),
  language: Language,
  io: Io,
  done: (code: number) => void,
): Command {
  const helpStyle = {
    styleTitle: (title: string) => titles[title]?.[language] ?? title,
    optionDescription: ({ description, defaultValue }: Option) =>
      typeof defaultValue === "string" ? `${description} (${words.byDefault[language]}: ${defaultValue})` : description,
    styleUsage: (usage: string) => withPlaceholders(usage, language),
    styleOptionTerm: (term: string) => withPlaceholders(term, language),
    styleSubcommandTerm: (term: string) => withPlaceholders(term, language),
    styleArgumentTerm: (term: string) => placeholder(term, language),
    showGlobalOptions: true,
    helpWidth: Math.min(io.columns ?? 80, 100),
  };
  const described = (made: Command, said: CommandSaid) => {
    made
      .description(said[language])
      .helpOption("-h, --help", words.help[language])
      .addHelpText(
        "after",
        `\n${words.examples[language]}\n${said.examples.map((example) => `  ${example}\n`).join("")}`,
      )
      .configureHelp(helpStyle);
    for (const key of said.arguments) made.argument(argumentsSaid[key].name, argumentsSaid[key][language]);
    for (const key of said.options) made.addOption(optionOf(key));
    return made;
  };
  const optionOf = (key: OptionKey) => {
    const { flags, usually, isNeeded = false, ...said }: OptionSaid = options[key];
    const option = new Option(flags, said[language]).default(usually).makeOptionMandatory(isNeeded);
    return Array.isArray(usually) ? option.argParser((value, before: string[] = []) => [...before, value]) : option;
  };

  const program = described(
    new Command(kpi.name).version(__VERSION__, options.version.flags, options.version[language]),
    kpi,
  )
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: (text) => io.err(text), outputError: () => {} });

  /** The options of a command, with what a configuration says; null when only they were asked for. */
  const optionsOf = async (said: CommandSaid, made: Command, context: Context): Promise<object | null> => {
    const { config, showConfig } = made.opts();
    // Loaded only where there is one: most runs have none.
    const isPlain = config === undefined && !io.env.KPI_CONFIG && showConfig !== true;
    if (isPlain || !said.options.includes("config")) return made.opts();
    const { configured } = await import("../commands/config.ts");
    return configured(made, context);
  };

  /** What the program says of itself, whatever else the command line has wrong. */
  const ofItself: Readonly<Record<string, (...given: never[]) => Promise<void>>> = {
    async completion(shell: string) {
      const { completionOf } = await import("../commands/completion.ts");
      io.out(completionOf(kpi, language, shell));
    },
    async man() {
      const { manualOf } = await import("../commands/completion.ts");
      io.out(manualOf(kpi, language, __VERSION__));
    },
    async help([name, inner]: string[]) {
      const found = program.commands.find((one) => one.name() === name);
      const shown = name === undefined ? program : (found?.commands.find((one) => one.name() === inner) ?? found);
      if (shown !== undefined) return shown.outputHelp();
      const { explainedCodes, helpCode } = await import("../commands/codes.ts");
      const context = contextOf(program.opts(), language, io);
      if (name === "codes") io.out(`${explainedCodes.join("\n")}\n`);
      else done(helpCode(name, commandsIn(kpi), context));
    },
  };

  const add = (said: CommandSaid, parent: Command): void => {
    const made = described(parent.command(said.name), said);
    for (const inner of said.commands) add(inner, made);
    const { run } = said;
    if (run === null) {
      const own = ofItself[said.name];
      if (own !== undefined) made.action(own as () => Promise<void>);
      return;
    }
    // What stands behind such a command is told as one that is unknown, and not as an argument too many.
    if (said.commands.length > 0) made.allowExcessArguments();
    made.action(async (...given) => {
      const [name] = said.commands.length > 0 ? made.args : [];
      if (name !== undefined)
        throw new UserError("unknown-command", { name, nearest: nearest(name, commandsIn(said)) });
      const context = contextOf(program.opts(), language, io);
      const taken = await optionsOf(said, made, context);
      if (taken === null) return;
      const does = (await run()) as (...all: unknown[]) => number | Promise<number>;
      const values = given.slice(0, said.arguments.length);
      done(await does(...values, ...(said.options.length > 0 ? [taken] : []), context));
    });
  };
  for (const one of kpi.commands) add(one, program);
  return program;
}
