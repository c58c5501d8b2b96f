/** The inner loop's own look at UTF-8, which a page has in place of Node's, against Node's. */
import { isUtf8 } from "node:buffer";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kernelModule } from "../../src/read/kernel.generated.ts";

const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(kernelModule, "base64")));
const { memory, isUtf8: look } = exports as unknown as {
  memory: WebAssembly.Memory;
  isUtf8: (from: number, to: number) => number;
};
memory.grow(1);
/** The bytes around are no UTF-8: none of them may be looked at. */
const at = memory.buffer.byteLength - 4096;
const around = new Uint8Array(memory.buffer, at, 4096);

function ours(bytes: Uint8Array, offset = 0): boolean {
  around.fill(0xff, 0, offset + bytes.length + 32);
  around.set(bytes, offset);
  return look(at + offset, at + offset + bytes.length) !== 0;
}

describe("what is UTF-8", () => {
  it("of all 2-byte and 3-byte sequences, and 4-byte ones at the borders, in the middle and over the border of 16 bytes", () => {
    const other: string[] = [];
    const tails = [0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xff];
    const told = (bytes: number[]) => {
      const text = Uint8Array.from([97, ...bytes, 98]);
      for (const offset of [0, 13, 14]) {
        const padded = new Uint8Array(offset + text.length).fill(97);
        padded.set(text, offset);
        if (ours(padded) !== isUtf8(padded)) other.push(`${bytes} at ${offset}`);
      }
    };
    for (let lead = 0x7f; lead < 256; lead++) {
      for (let second = 0; second < 256; second++) told([lead, second]);
      for (const second of tails) for (const third of tails) told([lead, second, third]);
      for (const second of tails)
        for (const third of tails) for (const last of tails) told([lead, second, third, last]);
    }
    expect(other).toEqual([]);
  });

  it("of sequences that the end cuts off, at every length from 0 to 40", () => {
    for (const end of ["", "ế", "é", "😀"]) {
      const whole = Buffer.from(`${"a".repeat(40)}${end}`);
      for (let cut = 0; cut < 4; cut++) {
        for (let from = 0; from <= 40; from++) {
          const bytes = whole.subarray(from, whole.length - cut);
          expect(ours(bytes, from % 7)).toBe(isUtf8(bytes));
        }
      }
    }
  });

  it("of any text, and of any text of which one byte is another", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 200 }),
        fc.nat(),
        fc.nat(255),
        fc.nat(20),
        (text, where, byte, offset) => {
          const bytes = new TextEncoder().encode(text);
          expect(ours(bytes, offset)).toBe(true);
          if (bytes.length === 0) return;
          bytes[where % bytes.length] = byte;
          expect(ours(bytes, offset)).toBe(isUtf8(bytes));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
