/** A thread's part of the reading and folding: it takes the next block that nobody has taken, until there is none. */
import { parentPort, workerData } from "node:worker_threads";
import { Hand, type Job, type Place } from "./pass.ts";

const { job, places, next } = workerData as { job: Job; places: readonly Place[]; next: Int32Array };
const hand = new Hand(job);
for (let at = Atomics.add(next, 0, 1); at < places.length; at = Atomics.add(next, 0, 1)) {
  const block = hand.read(places[at], false);
  parentPort?.postMessage({ at, block }, [block.hashes.buffer as ArrayBuffer, block.marks.buffer as ArrayBuffer]);
}
parentPort?.postMessage(hand.share());
hand.close();
