/** Reads blocks of the logs into tallies: the part of a pass that every thread does for itself. */

import { RowReader } from "../read/rows.ts";
import { Source } from "../read/source.ts";
import type { ReadBlock } from "../read/visitor.ts";
import { addUp } from "./facts.ts";
import { foldableIn, type Job, type Place, type Share } from "./job.ts";
import { Tallier } from "./tallier.ts";

/** Reads blocks of the logs of a job into tallies of its own: what each thread does. */
export class Hand {
  readonly tallier: Tallier;
  readonly readers: readonly RowReader[];
  readonly sources: readonly Source[];
  private readonly job: Job;

  constructor(job: Job) {
    this.job = job;
    const { reading, logs } = job;
    const kpis = foldableIn(job.own).filter(({ id }) => job.kpis.includes(id));
    this.tallier = new Tallier(kpis, job, reading.basis.events);
    this.sources = logs.map(({ path, name, size }) => new Source(path, name, size));
    this.readers = logs.map(({ layout }, i) => new RowReader(this.sources[i], layout, reading));
  }

  /** Reads a block whose first record must begin at, or is guessed to begin behind, its place. */
  read({ log, start, limit }: Place, exact: boolean): ReadBlock {
    const reader = this.readers[log];
    const from = exact || start === this.job.logs[log].layout.start ? start : reader.guessStart(start);
    this.tallier.log = log;
    return reader.block({ start: from, limit }, this.tallier);
  }

  /** Only says whether a case lies in the period and the year. */
  withoutKpis(): Tallier {
    const { period, year, reading } = this.job;
    return new Tallier([], { period, year, by: [] }, reading.basis.events);
  }

  /** Readers that see the texts by which cases of one id are told apart. */
  lookers(): RowReader[] {
    const { reading, logs } = this.job;
    return logs.map(({ layout }, i) => {
      const texts = (["agency", "procedureCode", "procedureName"] as const).filter((field) => {
        return layout.columns.some((column) => column.field === field);
      });
      const isThere = texts.every((field) => reading.texts.includes(field));
      return isThere ? this.readers[i] : new RowReader(this.sources[i], layout, { ...reading, texts });
    });
  }

  share(): Share {
    this.tallier.settle();
    const ofReaders = (which: "unsureOn" | "lateOn") => {
      const there = this.readers.map((reader) => reader[which]).filter((days) => days !== null);
      return there.length === 0 ? null : addUp(there);
    };
    return {
      tallies: this.tallier.tallies,
      receivedOn: addUp(this.readers.map(({ receivedOn }) => receivedOn)),
      endedOn: addUp(this.readers.map(({ endedOn }) => endedOn)),
      unsureOn: ofReaders("unsureOn"),
      lateOn: ofReaders("lateOn"),
    };
  }

  close(): void {
    for (const source of this.sources) source.close();
  }
}
