/** A thread's part of the work: it does one task after the other, until it is stopped. */
import { UserError } from "../errors.ts";
import { machine } from "../platform/index.ts";
import { duplicates } from "../read/duplicates.ts";
import { Hand } from "../tally/pass.ts";
import type { Reads, Task, Told } from "../tally/threads.ts";

function tell(told: Told, moved: ArrayBuffer[] = []): void {
  machine.threads.answer(told, moved);
}

/** Takes the next block that nobody has taken, until there is none. */
function read({ job, places, next }: Reads): void {
  const hand = new Hand(job);
  for (let at = Atomics.add(next, 0, 1); at < places.length; at = Atomics.add(next, 0, 1)) {
    const block = hand.read(places[at], false);
    tell({ at, block }, [block.marks.buffer as ArrayBuffer]);
  }
  tell({ share: hand.share() });
  hand.close();
}

machine.threads.onTask((task: Task) => {
  try {
    if ("job" in task) read(task);
    else tell({ equal: duplicates(task.hashes, task.part) });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    tell({ refused: error.code, data: error.data });
  }
});
