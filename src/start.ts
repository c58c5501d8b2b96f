/** Where the bundle begins: the command line, or the part of one of its threads. */
import { isMainThread } from "node:worker_threads";

/** @param program what a thread is started with */
export async function run(program: URL): Promise<void> {
  if (isMainThread) await (await import("./cli.ts")).start(program);
  else await import("./worker.ts");
}
