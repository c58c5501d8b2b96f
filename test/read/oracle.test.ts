/** The reader against csv-parse on random tables, and against itself however the work is split. */
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { isBlankWord } from "../../src/read/blanks.ts";
import { cleanText } from "../../src/read/clean.ts";
import type { FieldOf } from "../../src/records/case.ts";
import { openLogs } from "../../src/run/logs.ts";
import { type PassOptions, pass } from "../../src/tally/pass.ts";
import { Crew } from "../../src/tally/threads.ts";
import { kpi, log, report } from "../run.ts";
import { runs } from "../runs.ts";

const texts: FieldOf<"text">[] = ["caseId", "procedureName", "field", "agency"];
const headers = ["case_id", "procedure_name", "field", "agency"];

/** The text cells of every row that the reader takes for a case, in order. */
async function cellsOf(file: string, options: PassOptions = {}): Promise<string[][]> {
  const open = await openLogs([file], { map: [], mapValue: [], dateFormat: [], timeZone: "Asia/Ho_Chi_Minh" }, {
    temporary: new Set(),
  } as never);
  const rows: string[][] = [];
  await pass(
    {
      logs: open.logs,
      reading: { ...open.reading, texts: texts.filter((field) => field !== "caseId"), hasPeriod: false },
      kpis: [],
      period: null,
      year: { from: 0, to: 1 },
      by: [],
    },
    {
      ...options,
      retell: (reader) => rows.push(texts.map((field) => reader.textOf(field))),
    },
  );
  return rows;
}

const delimiters = [",", ";", "\t", "|"] as const;

/** Cells with everything that makes a table hard to split. */
const cell = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.stringMatching(/^[ab"\n\r,;|\t ]{0,10}$/),
  fc.constantFrom("", "a", "Đăng ký khai sinh", 'Tòa án, "phường"', "hoà\nhòa", "x".repeat(40), "'=1+1", "\u00a0b"),
);

const tableOf = fc.record({
  delimiter: fc.constantFrom(...delimiters),
  ends: fc.array(fc.constantFrom("\n", "\r\n", "\r"), { minLength: 1, maxLength: 3 }),
  rows: fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 12 }),
  always: fc.boolean(),
  bom: fc.boolean(),
  lastEnd: fc.boolean(),
});

type Table = typeof tableOf extends fc.Arbitrary<infer T> ? T : never;

function write({ delimiter, ends, rows, always, bom, lastEnd }: Table): string {
  const quote = (text: string) =>
    always || /["\r\n,;\t|]/.test(text) || text.startsWith("\ufeff") ? `"${text.replaceAll('"', '""')}"` : text;
  // An id of its own, so that no row supersedes another.
  const lines = [headers, ...rows.map(([a, ...rest], i) => [`${i}-${a}`, ...rest])].map((row) =>
    row.map(quote).join(delimiter),
  );
  const text = lines
    .map((line, i) => line + (i === lines.length - 1 && !lastEnd ? "" : ends[i % ends.length]))
    .join("");
  return (bom ? "\ufeff" : "") + text;
}

/** What csv-parse makes of it, cleaned as text is. */
function expected(text: string, delimiter: string): string[][] {
  const rows = parse(text, {
    bom: true,
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    skip_empty_lines: true,
  }) as string[][];
  // The id in the first column is told as it stands; a word for nothing is a blank text.
  const cleaned = (cell: string, i: number) => (i > 0 && isBlankWord(cleanText(cell)) ? "" : cleanText(cell));
  return rows.slice(1).map((row) => row.map(cleaned));
}

/** Lone surrogates do not survive being written as UTF-8, which is none of the reader's doing. */
const asUtf8 = (text: string) => Buffer.from(text).toString();

describe("the reader", () => {
  it(`splits ${runs(80)} random tables as csv-parse does: quotes, delimiters and line ends in cells, four delimiters, three line ends`, async () => {
    await fc.assert(
      fc.asyncProperty(tableOf, async (table) => {
        const text = asUtf8(write(table));
        expect(await cellsOf(log(text))).toEqual(expected(text, table.delimiter));
      }),
      { numRuns: runs(80) },
    );
  });

  it(`reads the same cells with blocks of 1 to 200 bytes, whose borders fall at every offset of ${runs(100)} random tables`, async () => {
    await fc.assert(
      fc.asyncProperty(tableOf, fc.integer({ min: 1, max: 200 }), async (table, blockBytes) => {
        const text = asUtf8(write(table));
        expect(await cellsOf(log(text), { blockBytes })).toEqual(expected(text, table.delimiter));
      }),
      { numRuns: runs(100) },
    );
  });
});

const worker = new URL("../../dist/thread.cjs", import.meta.url);
const times = ["01/09/2025 08:00:00", "03/09/2025 09:30:00", "31/02/2025 08:00:00", "02/09/2025", ""];

/** Rows with duplicates, faults and quoted line ends, from which wrong guesses of where a block begins come. */
const row = fc
  .tuple(
    fc.integer({ min: 1, max: 12 }),
    fc.constantFrom("Trực tuyến", "Trực tiếp", "Kiosk", "Bưu chính", ""),
    fc.constantFrom(...times),
    fc.constantFrom(...times),
    fc.constantFrom("Hài lòng", "Bình thường", "tốt", ""),
    fc.constantFrom("A", '"B, C"', '"D\nE"', '"F\n1,Trực tuyến,01/09/2025 08:00:00,,Hài lòng,G"'),
  )
  .map((cells) => cells.join(","));

describe("the same bytes, however the work was split", () => {
  const headers = "case_id,channel,received_at,returned_at,rating,agency";
  const crew = new Crew(worker, 2);
  afterAll(() => crew.close());
  it(`gives one report and one rejects file for ${runs(15)} random logs in one block, in small blocks, and on three threads`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 20, max: 400 }),
        async (rows, blockBytes) => {
          const file = log(`${headers}\n${rows.join("\n")}\n`);
          const run = async (options: PassOptions) => {
            const faults: unknown[] = [];
            const open = await openLogs(
              [file],
              { map: [], mapValue: [], dateFormat: [], timeZone: "Asia/Ho_Chi_Minh" },
              { temporary: new Set() } as never,
            );
            const { tallier, accounts, facts, days } = await pass(
              {
                logs: open.logs,
                reading: { ...open.reading, texts: ["agency"], hasPeriod: false },
                kpis: ["satisfaction", "satisfaction-online", "processing-time-reduction", "online-receipt-share"],
                period: null,
                year: { from: 20_089, to: 20_453 },
                by: ["agency", "channel"],
              },
              { ...options, hear: (fault) => faults.push(fault) },
            );
            const measures = (tallies: typeof tallier.whole) =>
              ["satisfaction", "satisfaction-online", "processing-time-reduction", "online-receipt-share"].map((id) => {
                const at = tallier.kpis.findIndex((one) => one.id === id);
                const groups = tallies.groups.map((group) =>
                  [...group[at]]
                    .filter(([, { n, excluded }]) => n !== 0 || [...excluded.values()].some((count) => count !== 0))
                    .sort()
                    .map(([name, { n, state }]) => [name, n, tallier.kpis[at].fold.finish(state, facts)]),
                );
                const { n, excluded, state } = tallies.totals[at];
                const reasons = [...excluded].filter(([, count]) => count !== 0).sort();
                return { id, n, reasons, measure: tallier.kpis[at].fold.finish(state, facts), groups };
              });
            return { measures: measures(tallier.whole), accounts, facts, days, faults };
          };
          const whole = await run({});
          expect(await run({ blockBytes })).toEqual(whole);
          expect(await run({ blockBytes, crewFor: async () => crew })).toEqual(whole);
          for (const { read, counted, outOfPeriod, duplicates, rejected } of whole.accounts) {
            expect(read).toBe(counted + outOfPeriod + duplicates + rejected);
          }
        },
      ),
      { numRuns: runs(15) },
    );
  });

  it("prints the sample's report byte for byte on 1, 2 and 4 threads", async () => {
    const args = ["check", "fixtures/sample/cases.csv", "--year", "2025", "--by", "agency", "--format", "json"];
    const [one, two, four] = await Promise.all(
      ["1", "2", "4"].map((threads) => kpi([...args, "--threads", threads], { worker })),
    );
    expect(two).toEqual(one);
    expect(four).toEqual(one);
    expect((await report(["fixtures/sample/cases.csv", "--year", "2025"])).ledger.read).toBeGreaterThan(2000);
  });
});
