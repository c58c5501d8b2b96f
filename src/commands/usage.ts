/** What is wrong with a command line, in our words: options given twice, and what commander does not understand. */
import type { CommanderError } from "commander";
import { UserError } from "../errors.ts";
import { wrap } from "../render/lines.ts";
import type { Io } from "../run/io.ts";
import { sentenceOfError } from "../text/errors.ts";
import type { Language } from "../text/language.ts";
import { type CommandSaid, commandsIn } from "./command.ts";
import { longName, type OptionSaid, options } from "./options.ts";

/** The command that is called, behind the one whose command it is; none where no word is one. */
function called(argv: readonly string[], program: CommandSaid): CommandSaid[] {
  const at = argv.findIndex((arg) => commandsIn(program).includes(arg));
  const outer = program.commands.find(({ name }) => name === argv[at]);
  const inner = outer?.commands.find(({ name }) => name === argv[at + 1]);
  return [outer, inner].filter((one) => one !== undefined);
}

/** Of an option that takes one value the first would be ignored without a word. @throws UserError `option-twice` */
export function refuseTwice(argv: readonly string[], program: CommandSaid): void {
  const own = called(argv, program).at(-1)?.options ?? [];
  const taken = [...program.options, ...own].map((key): OptionSaid => options[key]);
  const single = new Set(taken.filter(({ usually }) => !Array.isArray(usually)).map((one) => `--${longName(one)}`));
  const seen = new Set<string>();
  for (const arg of argv) {
    const [name] = arg.split("=");
    if (!single.has(name)) continue;
    if (seen.has(name)) throw new UserError("option-twice", { option: name });
    seen.add(name);
  }
}

/** The options by which a report says its period; a check has one for all of them. */
const lengths: ReadonlySet<string> = new Set(["--month", "--quarter", "--half", "--nine-months", "--year-to-date"]);

/** A usage error of commander in our words, with the nearest word that exists. */
export function usageError(error: CommanderError, argv: readonly string[], program: CommandSaid): UserError {
  const command = called(argv, program)
    .map(({ name }) => name)
    .join(" ");
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? "";
  const near = /Did you mean (?:one of )?([^?)]+)\?/.exec(error.message)?.[1] ?? null;
  switch (error.code) {
    case "commander.unknownOption":
      // A report's period is told by its length.
      return new UserError("unknown-option", {
        option: quoted,
        command,
        nearest:
          command === "report" && quoted === "--period"
            ? "--month"
            : command === "check" && lengths.has(quoted)
              ? "--period"
              : near,
      });
    case "commander.unknownCommand":
      return new UserError("unknown-command", { name: quoted, nearest: near });
    case "commander.missingArgument":
      return new UserError("missing-argument", { argument: quoted, command });
    case "commander.optionMissingArgument":
      return new UserError("missing-value", { option: quoted, command });
    case "commander.missingMandatoryOptionValue":
      return new UserError("missing-option", { option: quoted, command });
    case "commander.excessArguments":
      return new UserError("too-many-arguments", { command });
    default:
      return new UserError("usage", { detail: error.message });
  }
}

/** Tells of an error on standard error. */
export function complain(error: UserError, io: Io, language: Language): void {
  const text = `kpi: ${sentenceOfError(error.code, error.data, language)}`;
  // In a file or a pipe a message stays as it is, for whoever looks for it there.
  const lines = io.errIsTerminal ? text.split("\n").flatMap((line) => wrap(line, io.columns ?? 100)) : [text];
  io.err(`${lines.join("\n")}\n`);
}
