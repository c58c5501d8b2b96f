/** The block in hand of a log: where its rows begin, which of them count, and what becomes of those that are no case. */

import { rowHead, rowWord, seenAt } from "./kernel.ts";
import type { Layout } from "./layout.ts";
import type { RowFault } from "./ledger.ts";
import type { Reading } from "./reading.ts";
import type { NoCase } from "./records.ts";
import { RowEvents } from "./row-events.ts";
import type { Source } from "./source.ts";
import { Swallowed } from "./swallowed.ts";
import { rowsAMark } from "./visitor.ts";

/** The rows of a block, by their numbers. */
export abstract class RowBlock extends RowEvents {
  private readonly swallowed: Swallowed;
  protected mark: ((offset: number) => void) | null = null;
  protected stretchStart = 0;
  protected hashes: Int32Array = new Int32Array(1024);
  protected marks: number[] = [];
  protected skip: readonly number[] = [];
  protected skipped = 0;

  constructor(source: Source, layout: Layout, reading: Reading) {
    super(source, layout, reading);
    this.swallowed = new Swallowed(layout);
  }

  /** The place of the row in hand in its block, from 0. */
  get here(): { readonly row: number; readonly line: number } {
    return { row: this.row, line: this.line };
  }

  /** Makes room for the hashes of so many rows more. */
  protected makeRoom(count: number): void {
    const wanted = 2 * (this.row + count);
    if (wanted <= this.hashes.length) return;
    const wider = new Int32Array(Math.max(wanted, this.hashes.length * 2));
    wider.set(this.hashes);
    this.hashes = wider;
  }

  /** Notes where a row begins; returns whether it counts. */
  protected begin(offset: number): boolean {
    if (this.row % rowsAMark === 0) this.marks.push(offset - this.stretchStart);
    this.mark?.(offset);
    if (this.skipped === this.skip.length || this.skip[this.skipped] !== this.row) return true;
    this.skipped++;
    return false;
  }

  protected forgetTimes(row: number): void {
    const { words, seen } = this.kernel;
    for (const { slot, bit: own } of this.times) {
      if ((words[row + rowWord.read] & own) === 0) continue;
      seen[seenAt(slot, words[row + rowHead + slot + 3])]--;
    }
  }

  /** Rejects each row of a record that holds several, by its own line; false where it holds one. */
  protected rejectRowsIn(record: Uint8Array): boolean {
    const { line } = this;
    const lines = this.swallowed.linesIn(record);
    for (const below of lines) {
      this.line = line + below;
      this.reject("rows-in-cell");
    }
    this.line = line;
    return lines.length > 0;
  }

  protected countOdd(what: NoCase): void {
    if (what === "note") this.countNote();
    else if (what === "filler") this.countFiller();
    else if (what === "blank" || what === "total") this.ledger.passedOver[what]++;
    else this.reject(what);
  }

  protected countNote(): void {
    const { ledger } = this;
    if (ledger.firstNote < 0) ledger.firstNote = this.line;
    ledger.passedOver.note++;
  }

  protected countFiller(): void {
    const { ledger, line } = this;
    ledger.fillers = { first: ledger.fillers?.first ?? line, last: line };
    ledger.passedOver.filler++;
  }

  /** The id of the row in hand; "" where it has none that tells cases apart. */
  get idText(): string {
    return this.hasId ? this.textOf("caseId") : "";
  }

  get hasId(): boolean {
    return (this.hashes[2 * this.row] | this.hashes[2 * this.row + 1]) !== 0;
  }

  protected reject(code: RowFault, value: string | null = null): void {
    this.ledger.read++;
    this.ledger.rejected++;
    this.issue(code, null, value);
  }
}
