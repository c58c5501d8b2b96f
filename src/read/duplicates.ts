/** A row by its block and its number in it. */
export interface RowOfBlock {
  readonly block: number;
  readonly row: number;
}

/** Rows whose hashes share their leading bits are looked at together: few enough for a table that stays in the cache. */
const rowsAPart = 1 << 14;

/**
 * Finds the rows whose 64-bit id hashes are equal.
 *
 * Memory beside the hashes: eight bytes a row, and one small table. The rows are first sorted by the leading bits of
 * their hashes, in one counting pass, so that each part's table stays in the processor's cache.
 *
 * @param hashes for each block two words a row; (0, 0) for a row without an id
 * @returns the groups of two rows or more, each in the order of the rows
 */
export function duplicates(hashes: readonly Uint32Array[]): RowOfBlock[][] {
  const rows = hashes.reduce((sum, { length }) => sum + length / 2, 0);
  const bits = Math.max(0, Math.ceil(Math.log2(rows / rowsAPart)));
  const shift = 32 - bits;
  const parts = 1 << bits;
  // A shift by 32 is a shift by 0.
  const partOf = (high: number) => (bits === 0 ? 0 : high >>> shift);

  const starts = new Uint32Array(parts + 1);
  for (const block of hashes) {
    for (let i = 0; i < block.length; i += 2) if ((block[i] | block[i + 1]) !== 0) starts[partOf(block[i]) + 1]++;
  }
  for (let p = 0; p < parts; p++) starts[p + 1] += starts[p];
  const bases = new Float64Array(hashes.length + 1);
  hashes.forEach((block, b) => {
    bases[b + 1] = bases[b] + block.length / 2;
  });
  const order = new Uint32Array(starts[parts]);
  const lows = new Uint32Array(starts[parts]);
  const next = starts.slice();
  hashes.forEach((block, b) => {
    const base = bases[b];
    for (let i = 0; i < block.length; i += 2) {
      if ((block[i] | block[i + 1]) === 0) continue;
      const at = next[partOf(block[i])]++;
      order[at] = base + i / 2;
      lows[at] = block[i + 1];
    }
  });
  const highOf = (ordinal: number) => {
    const b = blockOf(bases, ordinal);
    return hashes[b][(ordinal - bases[b]) * 2];
  };

  const groups: RowOfBlock[][] = [];
  let most = 0;
  for (let p = 0; p < parts; p++) most = Math.max(most, starts[p + 1] - starts[p]);
  const mask = 2 ** Math.ceil(Math.log2(most * 2 + 1)) - 1;
  const slots = new Uint32Array(mask + 1);
  for (let p = 0; p < parts; p++) {
    const from = starts[p];
    const to = starts[p + 1];
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
          if (group === undefined) found.set(other, [other, k]);
          else group.push(k);
          break;
        }
        slot = (slot + 1) & mask;
      }
    }
    for (const group of found.values()) {
      groups.push(
        group.map((k) => {
          const ordinal = order[k];
          const block = blockOf(bases, ordinal);
          return { block, row: ordinal - bases[block] };
        }),
      );
    }
  }
  return groups;
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
