/** A thread's part of the work: it does one task after the other, until it is stopped. */
import { UserError } from "../errors.ts";
import { machine } from "../platform/index.ts";
import { duplicates } from "../read/duplicates.ts";
import { Hand } from "../tally/hand.ts";
import { type Answer, nextOf, type Reads, type Task } from "../tally/threads.ts";

function tell(told: Answer, moved: ArrayBuffer[] = []): void {
  machine.threads.answer(told, moved);
}

/** Takes the next block that nobody has taken, until there is none. */
function read(task: Reads): void {
  const { job, places } = task;
  const hand = new Hand(job);
  for (let at = nextOf(task); at !== null; at = nextOf(task)) {
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
