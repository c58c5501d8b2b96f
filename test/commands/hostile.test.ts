/** Logs and files that mean harm, or look as if they did: nothing of them acts, and nothing takes the machine. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { strFromU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { formats } from "../../src/render/index.ts";
import { Crew } from "../../src/tally/threads.ts";
import { folder, kpi, log, report } from "../run.ts";
import { bookOf } from "../workbooks.ts";

const headers = "case_id,channel,received_at,returned_at,status,rating,agency,procedure_name";
const row = (id: string, agency: string, procedure = "x") =>
  `"${id}",online,2025-03-01 08:00,2025-03-02 08:00,returned,5,"${agency}","${procedure}"`;

it("a file whose name has an escape and a line end in it acts in no message", async () => {
  const name = "\u001b[31mđỏ\n::error::x.csv";
  const good = log(`${headers}\n${row("H1", "A")}\n`, name);
  const bad = log("a,b\n1,2\n", name);
  const short = log("procedure_code,procedure_name\n1.000001,x\n", name);
  const part = log('{"schema": "kpi-tally/1"}', name);
  for (const args of [
    ...[bad, short, part].flatMap((file) => [
      ["check", file, "--year", "2025"],
      ["inspect", file],
      ["check", good, "--year", "2025", "--procedures", file],
      ["form", "read", file],
    ]),
    ...[["check", "--year", "2025", "--verbose"], ["inspect"], ["validate"], ["form", "write", "--year", "2025"]].map(
      ([command, ...rest]) => [command, good, ...rest],
    ),
    ["explain", "satisfaction-online", "--case", "H1", good],
    ["compare", good, bad],
  ]) {
    const { out, err } = await kpi(args);
    expect([args, `${out}${err}`.includes("\u001b"), /^::error::/m.test(out + err)]).toEqual([args, false, false]);
  }
});

describe("names that would act", () => {
  const names = [
    "\u001b[31mred\u001b]0;title\u0007",
    "abc\u202edefgh\u2066x",
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "<script>alert(1)</script>",
    "![x](http://example.org/x.png)",
    "| --- | `code`",
    "\u0000null",
    "__proto__",
    "constructor",
  ];
  const file = () => log(`${headers}\n${names.map((name, i) => row(`H${i}`, name, name)).join("\n")}\n`);

  it.each(formats)("%s: no control, no direction mark, no markup, no formula of a name acts", async (format) => {
    const args = ["check", file(), "--year", "2025", "--by", "agency,procedure", "--top", "50", "--format", format];
    const run = await kpi(args);
    // Of an office file what its parts say.
    const parts = run.bytes.length === 0 ? null : Object.entries(unzipSync(run.bytes));
    const xml = (parts ?? []).filter(([name]) => /\.xml$/.test(name)).map(([, bytes]) => strFromU8(bytes));
    const out = parts === null ? run.out : xml.join("\n");
    // JSON is for programs: a name in it is the name, and what would steer a terminal is escaped.
    expect(out).not.toMatch(
      format === "json" ? /\p{Cc}(?<![\n\r])/u : /\p{Cc}(?<![\n\r])|[\u202a-\u202e\u2066-\u2069]/u,
    );
    if (format === "csv") expect(out).not.toMatch(/(^|,)"?[=@+]/m);
    if (format === "markdown") expect(out).not.toMatch(/<script|(^|[^\\])!\[|[^\\]`code/);
    if (format === "xlsx") expect(out).not.toContain("<f>");
    // The page has one script of its own.
    if (format === "html")
      expect(out.replace("<script>\n(function(){", "").replace("<script>(function(){", "")).not.toMatch(/<script|<img/);
    if (format === "junit" || format === "docx" || format === "xlsx") expect(out).not.toContain("<script");
    expect(out.length).toBeGreaterThan(500);
  });

  it("each of ten such names is a group of its own, with its one case", async () => {
    const { results } = await report([file(), "--year", "2025", "--by", "agency"]);
    const groups = results.filter(({ kpi: id, group }) => id === "satisfaction-online" && group !== null);
    expect(groups.map(({ group }) => group?.name)).toEqual(expect.arrayContaining(["__proto__", "constructor"]));
    expect(groups).toHaveLength(10);
  });

  it("columns named __proto__, constructor and toString are columns like any other, and are not read", async () => {
    const { inputs } = await report([
      log("__proto__,constructor,toString,channel,status,rating\na,b,c,online,returned,5\n"),
      "--year",
      "2025",
    ]);
    expect(inputs[0].columns).toEqual({ channel: "channel", status: "status", rating: "rating" });
    expect(inputs[0].unread).toBe(3);
  });
});

describe("more than there can be", () => {
  it("10,001 different agencies stop --by, on one thread and on two; 10,000 do not", async () => {
    const many = (n: number) =>
      log(`${headers}\n${Array.from({ length: n }, (_, i) => row(`H${i}`, `Office ${i}`)).join("\n")}\n`);
    const run = async (n: number, ...more: string[]) =>
      kpi(["check", many(n), "--year", "2025", "--by", "agency", "--format", "csv", ...more], {
        worker: new URL("../../dist/thread.cjs", import.meta.url),
      });
    expect((await run(10_000, "--threads", "1")).code).not.toBe(2);
    for (const threads of ["1", "2"]) {
      const { code, err } = await run(10_001, "--threads", threads);
      expect(code).toBe(2);
      expect(err).toContain("there are more than 10,000 different names");
    }
  }, 60_000);

  it("without --by a million names would be read as such: 20,000 procedures take no time worth telling", async () => {
    const file = log(
      `${headers}\n${Array.from({ length: 20_000 }, (_, i) => row(`H${i}`, "A", `Procedure ${i}`)).join("\n")}\n`,
    );
    expect((await report([file, "--year", "2025"])).ledger.counted).toBe(20_000);
  });

  it("a row of a million cells is rejected and the next is read; a header of a million cells is no header", async () => {
    const wide = log(`channel,status,rating\nonline,returned,5\n${"x,".repeat(1_000_000)}\nonline,returned,4\n`);
    expect((await report([wide, "--year", "2025"])).ledger).toMatchObject({ read: 3, counted: 2, rejected: 1 });
    const names = Array.from({ length: 1_000_000 }, (_, i) => `c${i}`).join(",");
    const run = await kpi(["check", log(`channel,status,rating,${names}\n`), "--year", "2025"]);
    expect([run.code, run.out]).toEqual([2, ""]);
  });

  it("a .gz that unpacks to more than 1 GiB and 1,000 times its size is no export, and leaves nothing behind", async () => {
    // Deflate makes at most 1,032 of 1: what is packed twice is a thousand times a thousand.
    const piece = gzipSync(Buffer.alloc(4 << 20), { level: 9 });
    const file = join(folder(), "cases.csv.gz");
    writeFileSync(file, Buffer.concat(Array.from({ length: 17 * 16 }, () => piece)));
    const run = await kpi(["check", file, "--year", "2025"]);
    expect([run.code, run.out]).toEqual([2, ""]);
    expect(run.err).toContain("unpacks to more than 1,000 times");
  }, 60_000);

  it("an .xlsx whose sheet unpacks to 160 MB of nothing has no header, and is read in little memory", async () => {
    const file = join(folder(), "cases.xlsx");
    const files = { ...bookOf([{ name: "Sheet1", xml: "" }]) };
    const zip = zipSync({ ...files, "xl/worksheets/sheet1.xml": [Buffer.alloc(160 << 20, " "), { level: 6 }] });
    writeFileSync(file, zip);
    const before = process.memoryUsage().rss;
    const run = await kpi(["check", file, "--year", "2025"]);
    expect([run.code, run.out]).toEqual([2, ""]);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 << 20);
  }, 60_000);
});

describe("configurations, plans and calendars", () => {
  it.each([
    ["a tag of another language's", "year: !!js/function 'function () { process.exit(9) }'\n"],
    ["a tag that makes an object", "year: !!python/object/apply:os.system ['touch /tmp/kpi-was-here']\n"],
    [
      "aliases of aliases of aliases",
      `a: &a [x,x,x,x,x,x,x,x,x]\n${["b", "c", "d", "e", "f", "g", "h", "i"].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[i]}`).join(",")}]`).join("\n")}\n`,
    ],
    ["a prototype", "__proto__:\n  year: 2025\nconstructor: 1\n"],
  ])("%s in a configuration is a fault of it, exit 2", async (_, text) => {
    const run = await kpi(["check", "fixtures/sample/cases.csv", "--config", log(text, "kpi.yaml")]);
    expect([run.code, run.out]).toEqual([2, ""]);
    expect(run.err).not.toMatch(/\n\s+at /);
    expect(({} as { year?: unknown }).year).toBeUndefined();
  });

  it("a plan and a calendar are data: a formula or a script in their words is printed as words", async () => {
    const plan = JSON.parse((await kpi(["plans", "show", "hai-phong-219", "--format", "json"])).out);
    plan.title = { vi: "<script>alert(1)</script>", en: "\u001b[2J=1+1" };
    const file = log(JSON.stringify(plan), "plan.json");
    const { out } = await kpi(["check", "fixtures/sample/cases.csv", "--year", "2025", "--plan", file]);
    expect(out).toContain("=1+1");
    expect(out).not.toContain("\u001b");
  });
});

it("a thread that meets something to mend says so as the main one does", async () => {
  const crew = new Crew(new URL("../../dist/thread.cjs", import.meta.url), 1);
  try {
    const job = { logs: [{ path: "none.csv", name: "none.csv", size: 1, layout: {} }] } as never;

    await expect(crew.read({ job, places: [] }, [], async () => {})).rejects.toThrow();
  } finally {
    crew.close();
  }
});

it("no message, report or log of the faults' files has anything of a person", () => {
  for (const file of ["test/golden/faults-vi.txt", "test/golden/faults-en.txt"]) {
    expect(readFileSync(file, "utf8")).not.toMatch(/Nguyễn|Trần Thị|\b0\d{9}\b|\b\d{12}\b/);
  }
});
