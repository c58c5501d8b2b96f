/** A row by its block and its number in it. */
export interface RowOfBlock {
  readonly block: number;
  readonly row: number;
}

/** The at-th of so many parts, from 0. */
export interface Portion {
  readonly at: number;
  readonly of: number;
}

/** Rows whose hashes share their leading bits are looked at together: few enough for a table that stays in the cache. */
const rowsAPart = 1 << 14;

/**
 * Finds the rows whose 64-bit id hashes are equal.
 *
 * Memory beside the hashes: eight bytes a row, and one small table. The rows are first sorted by the leading bits of
 * their hashes, in one counting pass, so that each part's table stays in the processor's cache.
 *
 * Words are signed: one above 2^31 would be an object of its own wherever the code is not yet compiled.
 *
 * @param hashes for each block two words a row; (0, 0) for a row without an id
 * @param share which of so many shares of the work is done: those of one run are disjoint, and together the whole
 * @returns the groups of two rows or more, each in the order of the rows
 */
export function duplicates(hashes: readonly Int32Array[], share: Portion = { at: 0, of: 1 }): RowOfBlock[][] {
  const rows = hashes.reduce((sum, { length }) => sum + length / 2, 0);
  const bits = Math.max(0, Math.ceil(Math.log2(rows / rowsAPart)));
  const parts = 1 << bits;
  const sorting: Sorting = {
    bits,
    first: Math.ceil((parts * share.at) / share.of),
    last: Math.ceil((parts * (share.at + 1)) / share.of) - 1,
    starts: new Uint32Array(parts + 1),
  };
  const { starts, first, last } = sorting;
  for (const block of hashes) countBlock(sorting, block);
  let most = 0;
  for (let p = 0; p < parts; p++) {
    most = Math.max(most, starts[p + 1]);
    starts[p + 1] += starts[p];
  }
  const bases = new Float64Array(hashes.length + 1);
  hashes.forEach((block, b) => {
    bases[b + 1] = bases[b] + block.length / 2;
  });
  const sorted: Sorted = { order: new Uint32Array(starts[parts]), lows: new Int32Array(starts[parts]) };
  const next = starts.slice();
  hashes.forEach((block, b) => {
    sortBlock(sorting, block, bases[b], next, sorted);
  });
  const placeOf = (ordinal: number): RowOfBlock => {
    const block = blockOf(bases, ordinal);
    return { block, row: ordinal - bases[block] };
  };
  const highOf = (ordinal: number) => {
    const { block, row } = placeOf(ordinal);
    return hashes[block][2 * row];
  };
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(most * 2 + 1)));
  const groups: RowOfBlock[][] = [];
  for (let p = first; p <= last; p++) {
    for (const group of equalIn(sorted, starts[p], starts[p + 1], slots, highOf)) groups.push(group.map(placeOf));
  }
  return groups;
}

/** Which rows are sorted, and where each part begins. */
interface Sorting {
  /** Leading bits of a hash that tell its part. */
  readonly bits: number;
  readonly first: number;
  readonly last: number;
  readonly starts: Uint32Array;
}

/** The rows by part: their numbers in the order of all rows, and the low words of their hashes. */
interface Sorted {
  readonly order: Uint32Array;
  readonly lows: Int32Array;
}

// Each step is a function of a block or a part, called often: one loop over all rows would run to its end before it is
// compiled.

function countBlock({ bits, first, last, starts }: Sorting, block: Int32Array): void {
  for (let i = 0; i < block.length; i += 2) {
    const part = partOf(block[i], bits);
    if (part >= first && part <= last && (block[i] | block[i + 1]) !== 0) starts[part + 1]++;
  }
}

function sortBlock(
  { bits, first, last }: Sorting,
  block: Int32Array,
  base: number,
  next: Uint32Array,
  { order, lows }: Sorted,
): void {
  for (let i = 0; i < block.length; i += 2) {
    const part = partOf(block[i], bits);
    if (part < first || part > last || (block[i] | block[i + 1]) === 0) continue;
    const at = next[part]++;
    order[at] = base + i / 2;
    lows[at] = block[i + 1];
  }
}

/** A shift by 32 is a shift by 0. */
function partOf(high: number, bits: number): number {
  return bits === 0 ? 0 : high >>> (32 - bits);
}

/** The groups of equal hashes of one part, by the numbers of their rows. */
function equalIn(
  { order, lows }: Sorted,
  from: number,
  to: number,
  slots: Uint32Array,
  highOf: (ordinal: number) => number,
): number[][] {
  const mask = slots.length - 1;
  const found = new Map<number, number[]>();
  slots.fill(0);
  for (let k = from; k < to; k++) {
    const low = lows[k];
    let slot = (low >>> 1) & mask;
    for (;;) {
      const held = slots[slot];
      if (held === 0) {
        slots[slot] = k - from + 1;
        break;
      }
      const other = from + held - 1;
      if (lows[other] === low && highOf(order[other]) === highOf(order[k])) {
        const group = found.get(other);
        if (group === undefined) found.set(other, [order[other], order[k]]);
        else group.push(order[k]);
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  return [...found.values()];
}

/** The block in which a row lies. */
function blockOf(bases: Float64Array, ordinal: number): number {
  let low = 0;
  let high = bases.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (bases[middle] <= ordinal) low = middle;
    else high = middle - 1;
  }
  return low;
}
