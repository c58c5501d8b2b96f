/** The program as a process: its streams, its signals and its exit code. The only file of the command line that touches them. */
import { machine } from "../platform/index.ts";
import { sweep } from "../run/io.ts";
import { sentenceOfError } from "../text/errors.ts";
import { languageOf } from "./context.ts";
import { exitCodes, main } from "./main.ts";

/** Whether a process of this machine is there; one of another user is. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** How wide a terminal is taken to be: as COLUMNS asks, else as it says; one of which nothing is known says 0. */
export function widthOfTerminal(columns: number | undefined, asked: string | undefined): number {
  return (/^\d+$/.test(asked ?? "") && Number(asked)) || columns || usualColumns;
}

/** What terminals have where they do not say. */
const usualColumns = 80;

/**
 * Starts the program in this process.
 *
 * @param worker what a thread is started with; without it everything is done in one
 */
export async function runInProcess(worker: URL | undefined): Promise<void> {
  const { stdout, stderr, env, argv } = process;
  const temporary = new Set<string>();
  // A reader that has seen enough (`| head`) is no error: stop writing and keep the verdict's code. A disk that is full
  // is one, and is heard of when the command is done.
  let lost = false;
  stdout.on("error", ({ code: reason }: NodeJS.ErrnoException) => {
    if (reason === "EPIPE" || lost) return;
    lost = true;
    process.exitCode = exitCodes.usage;
    const language = languageOf(argv.slice(2), env);
    stderr.write(`kpi: ${sentenceOfError("cannot-write", { file: "-", reason }, language)}\n`);
  });
  // Where nobody can be told anything there is nothing to tell.
  stderr.on("error", () => {});
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      sweep(temporary);
      process.exit(exitCodes.interrupted);
    });
  }
  const code = await main(argv.slice(2), {
    // Opened when it is read: few runs do.
    stdin: { [Symbol.asyncIterator]: () => process.stdin[Symbol.asyncIterator]() },
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    env,
    columns: stdout.isTTY ? widthOfTerminal(stdout.columns, env.COLUMNS) : undefined,
    errIsTerminal: stderr.isTTY === true,
    ...(worker !== undefined && { worker }),
    self: { pid: process.pid, host: machine.host(), isAlive },
    temporary,
  });
  process.exitCode = lost ? exitCodes.usage : code;
}
