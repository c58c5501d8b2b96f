/**
 * How often each pair of small whole numbers occurs: an open table, since a Map of pairs costs several times as much and
 * the loop over the cases asks it for every case and grouping.
 */
export class Cells {
  private mask = (1 << 10) - 1;
  /** Three words a cell: the pair, each plus one so that 0 is an empty cell, and the count. */
  private words = new Int32Array(3 * (this.mask + 1));
  private used = 0;

  add(a: number, b: number, n: number): void {
    const { words } = this;
    let at = this.place(a, b);
    while (words[at] !== 0) {
      if (words[at] === a + 1 && words[at + 1] === b + 1) {
        words[at + 2] += n;
        return;
      }
      at += 3;
      if (at === words.length) at = 0;
    }
    words[at] = a + 1;
    words[at + 1] = b + 1;
    words[at + 2] = n;
    if (++this.used * 2 > this.mask) this.grow();
  }

  /** Hands out every pair whose count is not 0, and forgets all of them. */
  drain(take: (a: number, b: number, n: number) => void): void {
    const { words } = this;
    for (let at = 0; at < words.length; at += 3) {
      if (words[at] !== 0 && words[at + 2] !== 0) take(words[at] - 1, words[at + 1] - 1, words[at + 2]);
    }
    words.fill(0);
    this.used = 0;
  }

  private place(a: number, b: number): number {
    const hash = Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b);
    return 3 * ((hash ^ (hash >>> 15)) & this.mask);
  }

  private grow(): void {
    const held = this.words;
    this.mask = 2 * this.mask + 1;
    this.words = new Int32Array(3 * (this.mask + 1));
    this.used = 0;
    for (let at = 0; at < held.length; at += 3) {
      if (held[at] !== 0) this.add(held[at] - 1, held[at + 1] - 1, held[at + 2]);
    }
  }
}
