/** The threads of a command that folds cases. */
import { machine } from "../platform/index.ts";
import type { Crew } from "../tally/threads.ts";
import type { Io } from "./io.ts";

/** Below this many bytes a second thread costs more than it saves. */
const bytesWorthAThread = 96 << 20;

/** Says who reads so many bytes together with this thread; null when nobody does. */
export type CrewFor = (bytes: number) => Promise<Crew | null>;

/**
 * Starts as many threads as the logs are worth, or as were asked for, before the logs are looked at, and stops them at
 * the end. What is packed, or comes through a pipe, shows its size later: then they start later.
 */
export async function withCrew<T>(
  files: readonly string[],
  threads: number | undefined,
  { worker, tell }: Io,
  work: (crewFor: CrewFor) => Promise<T>,
): Promise<T> {
  let crew: Crew | null = null;
  const crewFor = async (bytes: number) => {
    const wanted = threads ?? (bytes < bytesWorthAThread ? 1 : machine.threads.count);
    if (worker !== undefined && wanted > 1 && crew === null) {
      // Loaded here: most runs need no other thread, and Node's part of it takes milliseconds.
      const { Crew } = await import("../tally/threads.ts");
      crew = new Crew(worker, wanted - 1);
      tell?.("threads", { count: wanted });
    }
    return crew;
  };
  const sizeOf = (file: string) => machine.files.facts(file)?.size ?? 0;
  await crewFor(files.reduce((sum, file) => sum + sizeOf(file), 0));
  try {
    return await work(crewFor);
  } finally {
    (crew as Crew | null)?.close();
  }
}
