/** Archives of workbooks: sizes and places that stand in eight bytes, and files that were cut off. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import { folder, kpi } from "../run.ts";
import { bookOf, rowOf, xlsxOf } from "../workbooks.ts";

const elsewhere = 0xffff_ffff;
const u16 = (...numbers: number[]) => Buffer.concat(numbers.map((n) => Buffer.from([n & 255, n >> 8])));
const u32 = (...numbers: number[]) =>
  Buffer.concat(
    numbers.map((n) => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32LE(n);
      return bytes;
    }),
  );
const u64 = (...numbers: number[]) =>
  Buffer.concat(
    numbers.map((n) => {
      const bytes = Buffer.alloc(8);
      bytes.writeBigUInt64LE(BigInt(n));
      return bytes;
    }),
  );

/** An archive of stored entries whose sizes stand in the extra field; with the places too, and the long end, if wanted. */
function zip64(files: Readonly<Record<string, Uint8Array>>, isAll: boolean): Buffer {
  const parts: Uint8Array[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, bytes] of Object.entries(files)) {
    const own = [u16(0, 0, 0, 33), u32(crc32(bytes), elsewhere, elsewhere), u16(name.length)];
    const sizes = u64(bytes.length, bytes.length);
    const local: Uint8Array[] = [
      u32(0x04034b50),
      u16(45),
      ...own,
      u16(20),
      Buffer.from(name),
      u16(1, 16),
      sizes,
      bytes,
    ];
    // Another extra field stands before it, as writers of times have.
    const numbers = isAll ? Buffer.concat([sizes, u64(at)]) : sizes;
    const extra = Buffer.concat([u16(0x5455, 4), u32(0), u16(1, numbers.length), numbers]);
    directory.push(u32(0x02014b50), u16(45, 45), ...own, u16(extra.length, 0, 0, 0), u32(0));
    directory.push(u32(isAll ? elsewhere : at), Buffer.from(name), extra);
    parts.push(...local);
    at += Buffer.concat(local).length;
  }
  const [bytes, count] = [Buffer.concat(directory), Object.keys(files).length];
  parts.push(bytes);
  if (isAll) {
    parts.push(u32(0x06064b50), u64(44), u16(45, 45), u32(0, 0), u64(count, count, bytes.length, at));
    parts.push(u32(0x07064b50, 0), u64(at + bytes.length), u32(1));
  }
  const end = isAll ? [elsewhere, elsewhere] : [bytes.length, at];
  return Buffer.concat([...parts, u32(0x06054b50), u16(0, 0, count, count), u32(...end), u16(0)]);
}

const sheet = {
  name: "S",
  xml: rowOf(1, "Mã hồ sơ", "Ngày tiếp nhận") + rowOf(2, "A", "01/09/2025 08:00") + rowOf(3, "B", "02/09/2025 09:30"),
};

async function converted(bytes: Uint8Array) {
  const file = join(folder(), "cases.xlsx");
  writeFileSync(file, bytes);
  return await kpi(["convert", file, "--out", "-", "--lang", "en"]);
}

describe("a workbook of which the archive is", () => {
  it.each([
    ["of ZIP64 in its sizes", false],
    ["of ZIP64 in its sizes, places and end", true],
  ])("%s is read like any: 2 cases", async (_, isAll) => {
    const { out } = await converted(zip64(bookOf([sheet]), isAll));
    expect(out.trimEnd().split("\r\n").slice(1)).toEqual(["A,2025-09-01T08:00:00", "B,2025-09-02T09:30:00"]);
  });

  it.each([1, 20, 60, 300])(
    "cut off by its last %i bytes is said to be that, and not to be no workbook",
    async (bytes) => {
      for (const whole of [xlsxOf([sheet]), zip64(bookOf([sheet]), true)]) {
        const { code, err } = await converted(whole.subarray(0, whole.length - bytes));
        // Without its last byte nothing is lost but the length of a comment that is not there.
        if (bytes > 2) expect([code, err]).toEqual([2, expect.stringContaining("is damaged or cut off")]);
        else expect(code).toBe(0);
      }
    },
  );

  it("of ZIP64 and has a place behind its end, or a field cut short, is damaged: exit 2", async () => {
    const whole = zip64(bookOf([sheet]), true);
    const far = Buffer.from(whole);
    far.writeBigUInt64LE(2n ** 60n, whole.length - 22 - 12);
    const short = Buffer.from(whole);
    // The long sizes of the first entry, of which the field says that they take eight bytes.
    short.writeUInt16LE(8, short.indexOf(Buffer.concat([u16(1, 24)])) + 2);
    for (const bytes of [far, short]) expect((await converted(bytes)).code).toBe(2);
  });
});
