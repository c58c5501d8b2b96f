/** The command line without a process: arguments in, an exit code out, streams as they are given. */
import { complain, refuseTwice, usageError } from "../commands/usage.ts";
import { UserError } from "../errors.ts";
import { type Io, sweep, systemFault } from "../run/io.ts";
import { kpi } from "./commands.ts";
import { languageOf } from "./context.ts";
import { programOf } from "./program.ts";

declare const __VERSION__: string;

/** Of runs that judge nothing; of those that do it is the Report's. */
export const exitCodes = { usage: 2, bug: 70, interrupted: 130 } as const;

/**
 * Runs the program.
 *
 * @param argv the arguments without node and the script
 * @returns the exit code (cli.md)
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V")) {
    io.out(`${__VERSION__}\n`);
    return 0;
  }
  const language = languageOf(argv, io.env);
  const commander = await import("commander");
  let code = 0;
  try {
    refuseTwice(argv, kpi);
    const program = programOf(commander, language, io, (result) => {
      code = result;
    });
    await program.parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof commander.CommanderError) {
      if (error.exitCode === 0) return 0;
      if (error.code === "commander.help") return exitCodes.usage;
      complain(usageError(error, argv, kpi), io, language);
      return exitCodes.usage;
    }
    const fault = error instanceof UserError ? error : systemFault(error, io.temporary);
    if (fault !== null) {
      complain(fault, io, language);
      return exitCodes.usage;
    }
    const stack = error instanceof Error ? error.stack : String(error);
    io.err(
      language === "vi"
        ? `kpi ${__VERSION__}: lỗi của chương trình, không phải của dữ liệu.\n${stack}\n`
        : `kpi ${__VERSION__}: this is a bug in kpi, not a fault of the data.\n${stack}\n`,
    );
    return exitCodes.bug;
  } finally {
    sweep(io.temporary);
  }
}
