/** Blocks read once more, in the order of the logs, for who asks: to tell of every fault, and to show every case. */

import { isRowFault } from "../read/ledger.ts";
import type { RowReader } from "../read/rows.ts";
import type { Hear, ReadBlock } from "../read/visitor.ts";
import type { Field } from "../records/case.ts";
import type { Hand } from "./hand.ts";
import type { Job, Place } from "./job.ts";

/** A fault of a row as `--rejects` writes it. */
export interface Fault {
  readonly log: string;
  readonly line: number;
  /** From 1, not counting the header; rows passed over count. */
  readonly record: number;
  readonly column: string | null;
  readonly code: string;
  readonly field: Field | null;
  readonly value: string | null;
  readonly superseded: boolean;
}

/** Where a case stands. */
export interface Where {
  readonly log: string;
  /** From 1. */
  readonly line: number;
  readonly superseded: boolean;
}

/** Who hears of what the logs hold, once all are read. */
export interface Hearers {
  /** Hears of every fault, in the order of the logs. */
  readonly hear?: (fault: Fault) => void;
  /** Is given the bytes of every record that was rejected, with their line end, in the order of the logs. */
  readonly hearRejected?: (bytes: Uint8Array) => void;
  /** Sees every case that counts, in the order of the logs, once all are read; superseded ones too where that is asked. */
  readonly retell?: (reader: RowReader, where: Where) => void;
  readonly retellSuperseded?: boolean;
  /** Only those of so many blocks at the beginning of all. */
  readonly retellBlocks?: number;
}

/** Reads the blocks that have faults once more, in order, and tells of each. */
export function tellFaults(
  job: Job,
  places: readonly Place[],
  blocks: readonly ReadBlock[],
  hand: Hand,
  superseded: readonly (readonly number[])[],
  { hear, hearRejected }: Hearers,
): void {
  let line = 0;
  let record = 0;
  places.forEach(({ log, limit }, i) => {
    const { layout, name, path, file } = job.logs[log];
    // Places in a copy that was made of the file are not those of the file.
    const isCopy = path !== file;
    if (i === 0 || places[i - 1].log !== log) {
      line = layout.startLine;
      record = 1;
    }
    const block = blocks[i];
    const gone = new Set(superseded[i]);
    if (block.ledger.issues.size > 0 || gone.size > 0) {
      const offsets: number[] = [];
      const rejected = new Set<number>();
      const tellOne: Hear = (row, at, code, field, value) => {
        if (isRowFault(code)) rejected.add(row);
        const column = layout.columns.find((c) => c.field === field)?.header ?? null;
        hear?.({
          log: name,
          line: line + at,
          record: record + row,
          column,
          code,
          field,
          value: code === "bad-encoding" && isCopy ? null : value,
          superseded: gone.has(row),
        });
      };
      const mark = hearRejected === undefined ? null : (offset: number) => offsets.push(offset);
      hand.readers[log].block({ start: block.start, limit }, { add: () => 0 }, { again: true, hear: tellOne, mark });
      for (const row of rejected) {
        // A record ends where the next begins.
        hearRejected?.(hand.sources[log].bytesOf(offsets[row], offsets[row + 1] ?? block.end));
      }
    }
    line += block.lines;
    record += block.rows;
  });
}

/** Reads all blocks once more, in order, and shows each case. */
export function retellCases(
  job: Job,
  places: readonly Place[],
  blocks: readonly ReadBlock[],
  hand: Hand,
  superseded: readonly (readonly number[])[],
  { retell, retellSuperseded = false, retellBlocks = places.length }: Hearers,
): void {
  let line = 0;
  places.slice(0, retellBlocks).forEach(({ log, limit }, i) => {
    const { layout, name } = job.logs[log];
    if (i === 0 || places[i - 1].log !== log) line = layout.startLine;
    const reader = hand.readers[log];
    const gone = new Set(superseded[i]);
    const add = () => {
      const { row, line: at } = reader.here;
      retell?.(reader, { log: name, line: line + at, superseded: gone.has(row) });
      return 0;
    };
    const skip = retellSuperseded ? [] : superseded[i];
    reader.block({ start: blocks[i].start, limit }, { add }, { again: true, skip });
    line += blocks[i].lines;
  });
}
