/**
 * The threads that read a job together with the main one. They are started as soon as it is known that they will be
 * worth it: loading their program takes as long as reading tens of megabytes, and the logs must be looked at first.
 */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Job, Place, Share } from "./pass.ts";
import type { Block } from "./read/rows.ts";

/** Below this many bytes a second thread costs more than it saves. */
const bytesWorthAThread = 24 << 20;

/** How many threads read so many bytes, unless the user says how many. */
export function threadsFor(bytes: number): number {
  return bytes < bytesWorthAThread ? 1 : availableParallelism();
}

/** What a thread is given: it takes the place whose number stands in `next`, and so on, until there is none. */
export interface Task {
  readonly job: Job;
  readonly places: readonly Place[];
  readonly next: Int32Array;
}

/** What a thread sends: each block it has read, and at the end what it has counted. */
export type Told = { readonly at: number; readonly block: Block } | { readonly share: Share };

export class Crew {
  private readonly workers: readonly Worker[];
  /** Rejects when a thread fails, whenever that is. */
  private readonly failed: Promise<never>;

  /**
   * @param program what each thread runs (worker.ts)
   * @param others how many threads beside this one
   */
  constructor(program: URL, others: number) {
    this.workers = Array.from({ length: others }, () => new Worker(program));
    this.failed = new Promise((_, reject) => {
      for (const worker of this.workers) worker.on("error", reject);
    });
    this.failed.catch(() => {});
  }

  /** Reads places together with `own`, which does so on this thread; returns what the others have counted. */
  async read(task: Task, blocks: Block[], own: () => Promise<void>): Promise<Share[]> {
    const shares = this.workers.map(
      (worker) =>
        new Promise<Share>((resolve) => {
          const hear = (told: Told) => {
            if ("block" in told) {
              blocks[told.at] = told.block;
            } else {
              worker.off("message", hear);
              resolve(told.share);
            }
          };
          worker.on("message", hear);
        }),
    );
    for (const worker of this.workers) worker.postMessage(task);
    // A thread that fails must not be waited for only after this one has read everything else.
    this.failed.catch(() => Atomics.store(task.next, 0, task.places.length));
    await own();
    return await Promise.race([Promise.all(shares), this.failed]);
  }

  close(): void {
    for (const worker of this.workers) void worker.terminate();
  }
}
