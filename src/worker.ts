/** A thread's part of the reading and folding: of each task it takes the next block that nobody has taken. */
import { parentPort } from "node:worker_threads";
import type { Task, Told } from "./crew.ts";
import { Hand } from "./pass.ts";

parentPort?.on("message", ({ job, places, next }: Task) => {
  const tell = (told: Told, moved: ArrayBuffer[] = []) => parentPort?.postMessage(told, moved);
  const hand = new Hand(job);
  for (let at = Atomics.add(next, 0, 1); at < places.length; at = Atomics.add(next, 0, 1)) {
    const block = hand.read(places[at], false);
    tell({ at, block }, [block.hashes.buffer as ArrayBuffer, block.marks.buffer as ArrayBuffer]);
  }
  tell({ share: hand.share() });
  hand.close();
});
