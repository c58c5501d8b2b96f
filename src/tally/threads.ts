/**
 * The threads that read a job together with the main one. They are started as soon as it is known that they will be
 * worth it: loading their program takes as long as reading tens of megabytes, and the logs must be looked at first.
 */
import { UserError } from "../errors.ts";
import { machine } from "../platform/index.ts";
import type { Thread } from "../platform/platform.ts";
import { duplicates, type Portion, type RowOfBlock } from "../read/duplicates.ts";
import type { ReadBlock } from "../read/visitor.ts";
import type { Job, Place, Share } from "./job.ts";

/**
 * Blocks to read: a thread takes the place whose number stands in `next`, and so on, until there is none. Where `next` is
 * memory that all see each place is taken by who comes first; else every thread has its share of them, one behind the other.
 */
export interface Reads {
  readonly job: Job;
  readonly places: readonly Place[];
  readonly next: Int32Array;
  readonly end: number;
}

/** The number of the next place of a thread; null where there is none left. */
export function nextOf({ next, end }: Pick<Reads, "next" | "end">): number | null {
  const at = Atomics.add(next, 0, 1);
  return at < end ? at : null;
}

/** Hashes of ids among which a thread looks for equal ones: its own part of them. */
export interface Compares {
  readonly hashes: readonly Int32Array[];
  readonly part: Portion;
}

/** What a thread is given; it answers each with what it has counted, or found. */
export type Task = Reads | Compares;

/** What a thread sends: each block as it has read it, and its answer. */
export type Answer =
  | { readonly at: number; readonly block: ReadBlock }
  | { readonly share: Share }
  | { readonly equal: readonly RowOfBlock[][] }
  /** Something that the user can mend: a UserError's code and data, since its class does not pass between threads. */
  | { readonly refused: string; readonly data: Readonly<Record<string, unknown>> };

export class Crew {
  private readonly workers: readonly Thread[];
  /** Rejects when a thread fails, whenever that is. */
  private readonly failed: Promise<never>;

  /**
   * @param program what each thread runs (worker.ts)
   * @param others how many threads beside this one
   */
  constructor(program: URL, others: number) {
    this.workers = Array.from({ length: others }, () => machine.threads.start(program));
    this.failed = new Promise((_, reject) => {
      for (const worker of this.workers) {
        worker.onFailure(reject);
        worker.hear((told: Answer) => {
          if ("refused" in told) reject(new UserError(told.refused, told.data));
        });
      }
    });
    this.failed.catch(() => {});
  }

  /** Reads places together with `own`, which does so on this thread; returns what the others have counted. */
  async read(
    { job, places }: Pick<Reads, "job" | "places">,
    blocks: ReadBlock[],
    own: (turn: () => number | null) => Promise<void>,
  ): Promise<Share[]> {
    const { isShared, shared } = machine.threads;
    const threads = this.workers.length + 1;
    const endOf = (thread: number) => (isShared ? places.length : Math.floor((places.length * (thread + 1)) / threads));
    const task: Reads = { job, places, next: new Int32Array(shared(4)), end: endOf(0) };
    // A thread that fails must not be waited for only after this one has read everything else.
    this.failed.catch(() => Atomics.store(task.next, 0, task.places.length));
    const shares = this.ask(
      (thread) => (isShared ? task : { ...task, next: Int32Array.of(endOf(thread)), end: endOf(thread + 1) }),
      (told) => {
        if ("block" in told) blocks[told.at] = told.block;
        return "share" in told ? told.share : null;
      },
    );
    // Where this thread stops first, what the others would have said is heard by nobody.
    shares.catch(() => {});
    await own(() => nextOf(task));
    return await shares;
  }

  /** Finds equal hashes together with this thread. */
  async duplicates(hashes: readonly Int32Array[]): Promise<RowOfBlock[][]> {
    const of = this.workers.length + 1;
    const others = this.ask(
      (i) => ({ hashes, part: { at: i + 1, of } }),
      (told) => ("equal" in told ? told.equal : null),
    );
    const own = duplicates(hashes, { at: 0, of });
    return [...own, ...(await others).flat()];
  }

  /** Gives each thread its task; the answers, in the order of the threads. */
  private ask<T>(task: (thread: number) => Task, answer: (told: Answer) => T | null): Promise<T[]> {
    const answers = this.workers.map(
      (worker, i) =>
        new Promise<T>((resolve) => {
          const silence = worker.hear((told: Answer) => {
            const answered = answer(told);
            if (answered === null) return;
            silence();
            resolve(answered);
          });
          worker.post(task(i));
        }),
    );
    return Promise.race([Promise.all(answers), this.failed]);
  }

  close(): void {
    for (const worker of this.workers) worker.stop();
  }
}
