/** The threads of a command that folds cases. */
import { statSync } from "node:fs";
import { Crew, threadsFor } from "../crew.ts";
import type { Io } from "./io.ts";

/** Says who reads so many bytes together with this thread; null when nobody does. */
export type CrewFor = (bytes: number) => Crew | null;

/**
 * Starts as many threads as the logs are worth, or as were asked for, before the logs are looked at, and stops them at
 * the end. What is packed, or comes through a pipe, shows its size later: then they start later.
 */
export async function withCrew<T>(
  files: readonly string[],
  threads: number | undefined,
  { worker }: Io,
  work: (crewFor: CrewFor) => Promise<T>,
): Promise<T> {
  let crew: Crew | null = null;
  const crewFor = (bytes: number) => {
    const wanted = threads ?? threadsFor(bytes);
    if (worker !== undefined && wanted > 1) crew ??= new Crew(worker, wanted - 1);
    return crew;
  };
  const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  crewFor(files.reduce((sum, file) => sum + sizeOf(file), 0));
  try {
    return await work(crewFor);
  } finally {
    (crew as Crew | null)?.close();
  }
}
