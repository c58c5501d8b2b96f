/** A fault in one row is that row's alone: whatever its neighbours were, they are still. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Field } from "../../src/records/case.ts";
import { openLogs } from "../../src/run/logs.ts";
import { pass } from "../../src/tally/pass.ts";
import type { Fault } from "../../src/tally/retell.ts";
import { log } from "../run.ts";
import { runs } from "../runs.ts";

const headers = "case_id,channel,received_at,returned_at,status,rating,agency";

/** Each row by its line: its cells as they are understood, or the fault for which it is rejected; and the faults of its cells. */
async function outcomes(bytes: Uint8Array): Promise<Map<number, string>> {
  const file = log(bytes);
  const options = { map: [], mapValue: [], dateFormat: [], timeZone: "Asia/Ho_Chi_Minh" };
  const open = await openLogs([file], options, { temporary: new Set() } as never);
  const told = new Map<number, string>();
  const tell = (line: number, text: string) => told.set(line, `${told.get(line) ?? ""}${text};`);
  const job = {
    logs: open.logs,
    reading: { ...open.reading, texts: ["agency" as const], hasPeriod: false },
    kpis: [],
    period: null,
    year: { from: 20_089, to: 20_453 },
    by: [],
  };
  const { accounts } = await pass(job, {
    retellSuperseded: true,
    retell: (reader, { line }) => {
      const fields = open.basis.fields.map((field: Field) => [field, reader.textOf(field), String(reader.case[field])]);
      tell(line, JSON.stringify(fields));
    },
    hear: ({ line, code, column, value }: Fault) => tell(line, `${code} ${column} ${value}`),
  });
  expect(accounts[0].read).toBe(accounts[0].counted + accounts[0].rejected + accounts[0].duplicates);
  return told;
}

const cell = {
  channel: fc.constantFrom("online", "in_person", "postal", "Trực tuyến", ""),
  time: fc
    .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 23 }))
    .map(
      ([d, m, h]) =>
        `${String(d).padStart(2, "0")}/${String(m).padStart(2, "0")}/2025 ${String(h).padStart(2, "0")}:00:00`,
    ),
  status: fc.constantFrom("returned", "Đang xử lý", "refused"),
  rating: fc.constantFrom("", "5", "Hài lòng", "1"),
  agency: fc.constantFrom("UBND xã A", "Sở Y tế", "x".repeat(300), ""),
};
const rows = fc.array(fc.tuple(cell.channel, cell.time, cell.time, cell.status, cell.rating, cell.agency), {
  minLength: 3,
  maxLength: 25,
});

const bytesOf = (lines: readonly Uint8Array[]) => Buffer.concat(lines.flatMap((line) => [line, Buffer.from("\n")]));

const withoutQuote: readonly (string | Uint8Array)[] = [
  "31/02/2025",
  "Kiosk",
  ",",
  ",,,,,,,,,",
  "\0",
  "\ufeff",
  "\u001a",
  "=1+1",
  "1.234",
  "\u202e",
  "y".repeat(100_000),
  Buffer.from([0xff]),
  Buffer.from([0xe1, 0xba]),
  Buffer.from([0xed, 0xa0, 0x80]),
];

/** The log with something put into row k at a place, and the outcomes of all rows but that one. */
async function others(
  made: readonly (readonly string[])[],
  { k, at, put }: { k: number; at: number; put: string | Uint8Array | null },
) {
  const lines = [headers, ...made.map((cells, i) => [`HS${i}`, ...cells].join(","))].map((line) => Buffer.from(line));
  const row = k % made.length;
  const line = lines[row + 1];
  // Never in the id: the rows stay those of other cases.
  const place = 4 + (at % (line.length - 3));
  if (put !== null)
    lines[row + 1] = Buffer.concat([line.subarray(0, place), Buffer.from(put as string), line.subarray(place)]);
  const told = await outcomes(bytesOf(lines));
  const own = told.get(row + 2);
  told.delete(row + 2);
  return { told, own, count: made.length };
}

describe("a fault in a row", () => {
  it(`without a quote changes no other row, in ${runs(20)} random logs`, async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.nat(), fc.nat(), fc.constantFrom(...withoutQuote), async (made, k, at, put) => {
        const sound = await others(made, { k, at, put: null });
        const faulty = await others(made, { k, at, put });
        expect(faulty.told).toEqual(sound.told);
        expect(sound.told.size).toBe(sound.count - 1);
        expect(faulty.own).toBeDefined();
      }),
      { numRuns: runs(20) },
    );
  });

  it(`of one quote, wherever it stands, changes no other row, in ${runs(20)} random logs`, async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.nat(), fc.nat(), async (made, k, at) => {
        const sound = await others(made, { k, at, put: null });
        const faulty = await others(made, { k, at, put: '"' });
        expect(faulty.told).toEqual(sound.told);
        expect(faulty.own).toBeDefined();
      }),
      { numRuns: runs(20) },
    );
  });

  it(`of two quotes in two rows loses no row: what stands between them is rejected by its lines, in ${runs(20)} random logs`, async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.nat(), fc.nat(), fc.nat(), fc.nat(), async (made, k, l, at, to) => {
        const lines = [headers, ...made.map((cells, i) => [`HS${i}`, ...cells].join(","))];
        const sound = await outcomes(bytesOf(lines.map((line) => Buffer.from(line))));
        const [a, b] = [k % made.length, l % made.length].sort((x, y) => x - y);
        for (const [row, place] of [
          [a, at],
          [b, to],
        ]) {
          const line = lines[row + 1];
          const i = 4 + (place % (line.length - 3));
          lines[row + 1] = `${line.slice(0, i)}"${line.slice(i)}`;
        }
        const told = await outcomes(bytesOf(lines.map((line) => Buffer.from(line))));
        for (let line = 2; line < made.length + 2; line++) {
          if (line < a + 2 || line > b + 2) expect(told.get(line)).toBe(sound.get(line));
          else expect(told.get(line), `${line} of ${JSON.stringify(lines)}`).toBeDefined();
        }
      }),
      { numRuns: runs(20) },
    );
  });

  it.each([
    ["LF", "\n", "\n"],
    ["CR LF", "\r\n", "\r\n"],
    ["CR", "\r", "\r"],
    ["LF between the quotes, CR LF elsewhere", "\n", "\r\n"],
    ["CR LF between the quotes, LF elsewhere", "\r\n", "\n"],
  ])("of two quotes rejects the 3 rows from the first to the second, with line ends %s", async (_, inner, outer) => {
    const row = (id: string, end = "A") => `${id},online,01/03/2025 08:00:00,02/03/2025 08:00:00,returned,5,${end}`;
    const span = [row("HS2", '"A'), row("HS3"), row("HS4", 'A"')].join(inner);
    const told = await outcomes(Buffer.from(`${[headers, row("HS1"), span, row("HS5")].join(outer)}${outer}`));
    expect([...told.keys()].sort()).toEqual([2, 3, 4, 5, 6]);
    for (const line of [3, 4, 5]) expect(told.get(line)).toContain("rows-in-cell");
  });

  it("of two quotes and a byte that cannot be decoded between them loses no row: 3 are rejected by their lines", async () => {
    const row = (id: string, end = "A") => `${id},online,01/03/2025 08:00:00,02/03/2025 08:00:00,returned,5,${end}`;
    const told = await outcomes(
      Buffer.from(
        [headers, row("HS1"), row("HS2", '"A'), row("HS3", "\u00ff"), row("HS4", 'A"'), row("HS5")].join("\n"),
        "latin1",
      ),
    );
    expect([...told.keys()].sort()).toEqual([2, 3, 4, 5, 6]);
    for (const line of [3, 4, 5]) expect(told.get(line)).toContain("rows-in-cell");
  });

  it("of a last row cut at any byte changes no row before it", async () => {
    const row = "HS9,online,01/03/2025 08:00:00,02/03/2025 08:00:00,returned,5,UBND xã A";
    const before = ["HS1,online,01/03/2025 08:00:00,,Đang xử lý,,Sở Y tế", "HS2,postal,01/03/2025 08:00:00,,refused,,"];
    const sound = await outcomes(Buffer.from(`${[headers, ...before, row].join("\n")}\n`));
    for (let length = 1; length < Buffer.byteLength(row); length++) {
      const cut = Buffer.concat([
        Buffer.from(`${[headers, ...before].join("\n")}\n`),
        Buffer.from(row).subarray(0, length),
      ]);
      const told = await outcomes(cut);
      expect([told.get(2), told.get(3)], String(length)).toEqual([sound.get(2), sound.get(3)]);
      expect(told.get(4), String(length)).toBeDefined();
    }
  });
});
