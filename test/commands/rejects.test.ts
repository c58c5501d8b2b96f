/** --rejects-raw: the rejected rows as they stand, below the header, to be mended and read again. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRowFault } from "../../src/read/ledger.ts";
import { openLogs } from "../../src/run/logs.ts";
import { pass } from "../../src/tally/pass.ts";
import { folder, kpi, log, report, table } from "../run.ts";
import { runs } from "../runs.ts";

/** What `kpi check` writes of a log's rejected rows. */
async function rawOf(files: readonly string[], ...args: string[]): Promise<Buffer> {
  const out = join(folder(), "raw.csv");
  const run = await kpi(["check", ...files, "--year", "2025", "--rejects-raw", out, ...args]);
  expect(run.err).toBe("");
  return readFileSync(out);
}

describe("--rejects-raw", () => {
  const rows = [
    "1,online,01/03/2025 08:00,A",
    "2,online",
    '3,online,hôm qua,"Sở\nTư pháp"',
    "",
    "4,online,01/03/2025 08:00,A,B,C",
    "Cộng,,,",
    "5,Kiosk,02/03/2025 08:00,A",
    '6,online,"01/03/2025"x,A',
  ];
  const header = "case_id,channel,received_at,agency";

  it("writes 4 of 6 rows byte for byte, with the line ends that they have, and nothing of what counts or is passed over", async () => {
    for (const end of ["\n", "\r\n"]) {
      const file = log([header, ...rows].join(end));
      expect((await report([file, "--year", "2025"])).ledger).toMatchObject({ read: 6, counted: 2, rejected: 4 });
      // The last has no line end of its own.
      const expected = `${header}\r\n${rows[1]}${end}${rows[2]}${end}${rows[4]}${end}${rows[7]}\n`;
      expect((await rawOf([file])).toString()).toBe(expected);
    }
  });

  it("mended and read again they count, and beside the log nothing is lost or counted twice", async () => {
    const file = log([header, ...rows].join("\n"));
    const mended = (await rawOf([file]))
      .toString()
      .replace("2,online\n", "2,online,01/03/2025,B\n")
      .replace("hôm qua", "02/03/2025")
      .replace(",A,B,C", ",A")
      .replace('"01/03/2025"x', "01/03/2025");
    const again = join(folder(), "mended.csv");
    writeFileSync(again, mended);
    expect((await report([again, "--year", "2025"])).ledger).toMatchObject({ read: 4, counted: 4, rejected: 0 });
    const both = await report([file, again, "--year", "2025", "--kpi", "online-receipt-share"]);
    expect(both.ledger).toMatchObject({ read: 10, counted: 6, rejected: 4, duplicates: 0 });
  });

  it("below the mark, Excel's line and the header of the log; titles above it and the numbering below are not lost or doubled", async () => {
    const file = log(
      "\ufeffsep=;\r\nBÁO CÁO;;;\r\nMã hồ sơ;Hình thức nộp;Ngày tiếp nhận;Đơn vị\r\n(1);(2);(3);(4)\r\nH1;Trực tuyến;hôm qua;A\r\nH2;Trực tuyến;01/03/2025;A\r\n",
    );
    expect((await rawOf([file])).toString()).toBe(
      "\ufeffsep=;\r\nMã hồ sơ;Hình thức nộp;Ngày tiếp nhận;Đơn vị\r\n(1);(2);(3);(4)\r\nH1;Trực tuyến;hôm qua;A\r\n",
    );
  });

  it("of a log in gzip or UTF-16 they are written as the text that was read, in UTF-8; with the mark where Excel needs it", async () => {
    const text = `${header}\n1,online,hôm qua,Xã Đà Bắc\n2,online,01/03/2025,A\n`;
    const expected = `${header}\r\n1,online,hôm qua,Xã Đà Bắc\n`;
    expect((await rawOf([log(gzipSync(text), "cases.csv.gz")])).toString()).toBe(expected);
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
    expect((await rawOf([log(wide)])).toString()).toBe(`\ufeff${expected}`);
  });

  it("of a log without a rejected row is the header alone; of several logs of one header their rows follow one another", async () => {
    const sound = table(header, "1,online,01/03/2025,A");
    expect((await rawOf([sound])).toString()).toBe(`${header}\r\n`);
    const [a, b] = [table(header, "1,online"), table(header, "2,online,01/03/2025,A", "3,online")];
    expect((await rawOf([a, sound, b])).toString()).toBe(`${header}\r\n1,online\n3,online\n`);
  });

  it("logs of other headers are refused with both names before anything is written, and so is one file for two outputs", async () => {
    const a = log(`${header}\n1,online\n`, "a.csv");
    const b = log("case_id,received_at\n1,01/03/2025\n", "b.csv");
    const out = join(folder(), "raw.csv");
    const run = await kpi(["check", a, b, "--year", "2025", "--rejects-raw", out]);
    expect([run.code, run.out, existsSync(out)]).toEqual([2, "", false]);
    expect(run.err).toMatch(/headers of .*a\.csv and .*b\.csv differ/);
    for (const [one, other] of [
      [out, out],
      ["-", "-"],
    ]) {
      const twice = await kpi(["check", a, "--year", "2025", "--rejects", one, "--rejects-raw", other]);
      expect([twice.code, twice.out, existsSync(out)]).toEqual([2, "", false]);
    }
    const over = await kpi(["check", a, "--year", "2025", "--rejects-raw", a]);
    expect([over.code, readFileSync(a, "utf8")]).toEqual([2, `${header}\n1,online\n`]);
  });

  it("goes to standard output in place of the table, of kpi validate and kpi report too", async () => {
    const file = table(header, "1,online", "2,online,01/03/2025,A");
    for (const command of [
      ["check", file, "--year", "2025"],
      ["validate", file],
      ["report", file, "--year", "2025", "--month", "2025-03"],
    ]) {
      const { out, bytes } = await kpi([...command, "--rejects-raw", "-"]);
      expect([out, Buffer.from(bytes).toString()], command[0]).toEqual(["", `${header}\r\n1,online\n`]);
    }
  });

  it(`is every row that a list of the faults rejects, as it stands, of ${runs(50)} random logs and blocks of 1 to 300 bytes`, async () => {
    const soundRow = fc.constantFrom(
      "x,online,01/03/2025 08:00,A,5",
      "y,Trực tuyến,02/03/2025,B,",
      "z,Kiosk,03/04/2025,C,1",
    );
    const faulty = fc.constantFrom("x", "x,online,hôm qua,A,5", "a,b,c,d,e,f,g", "", "Tổng cộng,,,,", "y,online,,A,4");
    const put = fc.constantFrom("", "", "\0", "\r", Buffer.from([0xff]), Buffer.from([0xe1, 0xba]), "đ".repeat(90));
    const rows = fc.array(fc.tuple(fc.oneof(soundRow, faulty), put, fc.nat(30)), { minLength: 1, maxLength: 30 });
    let rejected = 0;
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 300 }), fc.boolean(), async (made, blockBytes, endsOpen) => {
        const lines = made.map(([row, odd, at]) => {
          const text = Buffer.from(row);
          const place = Math.min(at, text.length);
          return Buffer.concat([text.subarray(0, place), Buffer.from(odd as string), text.subarray(place)]);
        });
        const whole = Buffer.concat(
          [Buffer.from("case_id,channel,received_at,agency,rating"), ...lines].flatMap((line, i, all) => [
            line,
            Buffer.from(endsOpen && i === all.length - 1 ? "" : "\n"),
          ]),
        );
        const options = { map: [], mapValue: [], dateFormat: [], timeZone: "Asia/Ho_Chi_Minh" };
        const open = await openLogs([log(whole)], options, { temporary: new Set() } as never).catch(() => null);
        // A log of blank rows alone is refused.
        if (open === null) return;
        const job = {
          logs: open.logs,
          reading: { ...open.reading, texts: [], hasPeriod: false },
          kpis: [],
          period: null,
          year: { from: 20_089, to: 20_453 },
          by: [],
        };
        const raw: Uint8Array[] = [];
        const at = new Set<number>();
        const { accounts } = await pass(job, {
          blockBytes,
          hear: ({ line, code }) => isRowFault(code as never) && at.add(line),
          hearRejected: (bytes) => raw.push(bytes),
        });
        expect(raw.length).toBe(accounts[0].rejected);
        rejected += raw.length;
        // Records end where the lines of the file do: a carriage return alone is a line end too.
        // What fills a file behind its last line is no part of it.
        const ends = whole
          .toString("latin1")
          .replace(/\0+$/, "")
          .split(/(?<=\r\n|\r(?!\n)|\n)/);
        const expected = [...at].map((line) => ends[line - 1]).join("");
        expect(Buffer.concat(raw).toString("latin1")).toBe(expected);
      }),
      { numRuns: runs(50) },
    );
    expect(rejected).toBeGreaterThan(runs(50));
  });
});
