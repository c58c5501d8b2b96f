/** The tables for the public: what they hold, and what a stranger with a linear program finds of what they withhold. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/report/report.ts";
import { attacked, isNarrow } from "../methods/attacker.ts";
import { folder, kpi, log, ownPlanFile, table } from "../run.ts";

type Row = Readonly<Record<string, string>>;

const rowsIn = (dir: string): Row[] => parse(readFileSync(join(dir, "data.csv"), "utf8"), { bom: true, columns: true });

async function published(file: string, ...more: string[]) {
  const dir = join(folder(), "cong-khai");
  const run = await kpi(["report", file, "--public", dir, ...more]);
  return { dir, run, rows: rowsIn(dir) };
}

/** Cases of agencies, so many on time and so many late, all received on 1 September and due on the 4th. */
function logOf(agencies: Readonly<Record<string, readonly [onTime: number, late: number]>>): string {
  const lines = Object.entries(agencies).flatMap(([agency, [onTime, late]]) =>
    Array.from({ length: onTime + late }, (_, i) => `${agency},2025-09-01,2025-09-04,2025-09-0${i < onTime ? 3 : 8}`),
  );
  return table("case_id,agency,received_at,due_at,finished_at", ...lines.map((line, i) => `${i},${line}`));
}

describe("kpi report --public", () => {
  const file = () => logOf({ "Sở A": [58, 2], "Sở B": [70, 30], "Sở C": [500, 100], "Sở D": [3, 0] });
  const month = ["--month", "2025-09", "--kpi", "on-time-share"];

  it("of 2 late of 60, and of 3 cases, tells neither how many are late nor what would give it back", async () => {
    const { rows, run } = await published(file(), ...month);
    // D has 3 cases: with A's 60 it comes to 63. A's 2 late hide in A and B.
    const told = rows
      .filter(({ kind }) => kind === "kpi")
      .map(({ group, numerator, denominator, value, status }) => [group, numerator, denominator, value, status]);
    expect(told).toEqual([
      ["", "631", "763", String((100 * 631) / 763), "shown"],
      ["Sở A", "", "", "", "withheld"],
      ["Sở B", "", "100", "", "part"],
      ["Sở C", "500", "600", String((100 * 500) / 600), "shown"],
      ["Sở D", "", "", "", "withheld"],
    ]);
    expect(run.out).toBe("");
    expect(run.err).toMatch(/30 figures, 3 withheld \(2 of fewer than 5 cases, 1 that would give one back\)/);
  });

  it("leaves the exit code as it is, and says nothing with --quiet; the same log in another order gives the same bytes", async () => {
    const one = file();
    const { run, dir } = await published(one, ...month, "--quiet");
    const plain = await kpi(["report", one, ...month]);
    expect([run.code, run.err]).toEqual([plain.code, ""]);
    const [head, ...lines] = readFileSync(one, "utf8").trim().split("\n");
    const other = await published(log([head, ...lines.reverse(), ""].join("\n")), ...month);
    expect(readFileSync(join(other.dir, "data.csv"))).toEqual(readFileSync(join(dir, "data.csv")));
  });

  it("names every column of the CSV in datapackage.json, in both languages, and the rule, and no licence", async () => {
    const { dir, rows } = await published(file(), ...month, "--lang", "vi");
    const made = JSON.parse(readFileSync(join(dir, "datapackage.json"), "utf8"));
    const [{ path, schema }] = made.resources;
    expect([path, schema.fields.map(({ name }: { name: string }) => name)]).toEqual(["data.csv", Object.keys(rows[0])]);
    for (const { descriptions } of [made, made.suppression, ...schema.fields]) {
      expect(Object.keys(descriptions)).toEqual(["vi", "en"]);
    }
    expect(made.suppression).toMatchObject({ least: 5, description: made.suppression.descriptions.vi });
    expect(made).not.toHaveProperty("licenses");
  });

  it("of a median and a percentile tells nothing that rests on fewer than 5 cases at either side, nor whose time one case's is", async () => {
    // Minutes. All 50: the 25th is 30 (1 + 11 + 20 cases take 10, up to 20, up to 30), the 45th 160, with 5 above it.
    const range = (n: number, of: (i: number) => number) => Array.from({ length: n }, (_, i) => of(i));
    const minutes = {
      "Sở A": range(20, (i) => 10 * (i + 1)),
      "Sở D": range(9, () => 30),
      "Sở E": range(10, (i) => 11 + i),
      "Sở F": range(10, (i) => 21 + i),
      "Xã B": [1567],
    };
    const end = (n: number) =>
      new Date(Date.UTC(2025, 8, 3, 8) + n * 60_000).toISOString().slice(0, 16).replace("T", " ");
    const lines = Object.entries(minutes).flatMap(([agency, all]) =>
      all.map((n) => `${agency},2025-09-03 08:00,${end(n)}`),
    );
    const own = table("case_id,agency,received_at,finished_at", ...lines.map((line, i) => `${i},${line}`));
    const stretch = { from: "received", to: "completed", in: "minutes" };
    const example = {
      cases: [{ received_at: "2025-09-03 08:00", finished_at: "2025-09-03 08:01" }],
      gives: { value: 1, cases: 1 },
    };
    const plan = ownPlanFile(
      [
        { id: "median", when: "completed", median: stretch, example },
        { id: "p90", when: "completed", percentile: { p: 90, ...stretch }, example },
      ],
      ...["median", "p90"].map((id) => ({ kpi: id, atMost: 100 })),
    );
    const { dir, rows, run } = await published(own, "--month", "2025-09", "--plan", plan);
    const told = (id: string) =>
      rows
        .filter((row) => row.kind === "kpi" && row.id === id && row.group_by !== "field" && row.group_by !== "channel")
        .map(({ group, denominator, value, verdict, status }) =>
          [group, denominator, value, verdict, status].join(" "),
        );
    // Of 20 the 10th and of 10 the 5th have 5 above; of 9 the 5th has 4. B's one case hides in E's.
    expect(told("median")).toEqual([
      " 50 30 pass shown",
      "Sở A 20 100 pass shown",
      "Sở D 9   part",
      "Sở E    withheld",
      "Sở F 10 25 pass shown",
      "Xã B    withheld",
    ]);
    // Of 20 the 18th has 2 above.
    expect(told("p90")).toEqual([
      " 50 160 fail shown",
      "Sở A 20   part",
      "Sở D 9   part",
      "Sở E    withheld",
      "Sở F 10   part",
      "Xã B    withheld",
    ]);
    expect(readFileSync(join(dir, "data.csv"), "utf8")).not.toContain("1567");
    // Small: B and D of both, A, E and F of p90; E of the median would give B back.
    expect(run.err).toMatch(/withheld \(7 of fewer than 5 cases, 1 that would give one back\)/);
    // Without one of A's there are 49 cases: of them the 45th has 4 above, and neither it nor its verdict is told.
    const most = table("case_id,agency,received_at,finished_at", ...lines.slice(1).map((line, i) => `${i},${line}`));
    const less = await published(most, "--month", "2025-09", "--plan", plan);
    expect(less.rows.find(({ id, group_by: by }) => id === "p90" && by === "")).toMatchObject({
      denominator: "49",
      value: "",
      verdict: "",
      status: "part",
    });
  });

  it("has no case, no procedure, and no verdict of what is withheld", async () => {
    const lines = Array.from(
      { length: 40 },
      (_, i) => `H24-${i},1.00${i % 3},Sở ${i % 2},2025-09-01,2025-09-04,2025-09-03`,
    );
    const own = table("case_id,procedure_code,agency,received_at,due_at,finished_at", ...lines);
    const { dir, rows } = await published(own, ...month, "--list-cases");
    expect(readFileSync(join(dir, "data.csv"), "utf8")).not.toMatch(/H24|1\.00\d/);
    expect(rows.filter(({ status, verdict }) => status !== "shown" && status !== "none" && verdict !== "")).toEqual([]);
  });

  it("of a month without a case writes nothing; a file in place of the folder is a fault", async () => {
    const empty = join(folder(), "x");
    expect((await kpi(["report", file(), "--month", "2025-03", "--public", empty])).code).toBe(3);
    expect(existsSync(join(empty, "data.csv"))).toBe(false);
    const wrong = await kpi(["report", file(), ...month, "--public", file()]);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining("cases.csv")]);
  });
});

const numberIn = (text: string) => (text === "" ? null : Number(text));

/**
 * The counts of the tables, as a stranger puts them together from the CSV alone: numerator, rest and denominator of each KPI, the
 * columns of the form and of the open cases, by total and groups.
 *
 * @param read a cell's count; null where it is not told
 */
function tablesOf(rows: readonly Row[]) {
  const groups = [...new Set(rows.map(({ group_by: by, group }) => (by === "" ? "" : `${by}:${group}`)))];
  const at = (row: Row) => groups.indexOf(row.group_by === "" ? "" : `${row.group_by}:${row.group}`);
  const columns = new Map<string, (number | null)[]>();
  const groupings = ["agency", "field", "channel"];
  const put = (name: string, row: Row, count: number | null, isTold: boolean) => {
    // A group that a table does not name has no case in it.
    if (!columns.has(name))
      columns.set(
        name,
        groups.map(() => 0),
      );
    (columns.get(name) as (number | null)[])[at(row)] = isTold ? count : null;
  };
  const sums: [string, string, string][] = [];
  for (const row of rows) {
    const { id, kind, clause, status } = row;
    if (status === "none" || (kind === "kpi" && !/-share$|^satisfaction|-time/.test(id))) continue;
    if (kind !== "kpi") {
      put(`${kind} ${id}`, row, numberIn(row.value), status === "shown");
      continue;
    }
    const key = `${id}@${clause}`;
    put(`${key} of`, row, numberIn(row.denominator), status !== "withheld");
    if (/time/.test(id)) continue;
    const [numerator, denominator] = [numberIn(row.numerator), numberIn(row.denominator)];
    put(`${key} in`, row, numerator, status === "shown");
    put(`${key} out`, row, (denominator ?? 0) - (numerator ?? 0), status === "shown");
    if (!sums.some(([whole]) => whole === `${key} of`)) sums.push([`${key} of`, `${key} in`, `${key} out`]);
  }
  return {
    groups,
    columns,
    sums,
    groupings: groupings.map((by) => groups.flatMap((g, i) => (g.startsWith(`${by}:`) ? [i] : []))),
  };
}

/** The same rows as the report has them, before anything is withheld. */
function trueRows(rows: readonly Row[], { results, periodic }: Report, titles: ReadonlyMap<string, string>): Row[] {
  return rows.map((row) => {
    if (row.status === "none") return row;
    const own = (name: string | null | undefined, by: string) =>
      row.group_by === by && (titles.get(name ?? "") ?? name) === row.group;
    if (row.kind === "form") {
      const one =
        row.group_by === "" ? periodic?.form?.total : periodic?.form?.fields.find(({ field }) => own(field, "field"));
      return { ...row, value: String(one?.[row.id as "open"]), status: "shown" };
    }
    if (row.kind === "open") {
      const all = periodic?.open?.agencies ?? [];
      const of = row.group_by === "" ? all : all.filter(({ name }) => own(name, "agency"));
      const sum = of.reduce((total, one) => total + (one[row.id as "open"] ?? 0), 0);
      return { ...row, value: String(sum), status: "shown" };
    }
    const found = results.find(
      ({ kpi: id, clause, group }) =>
        id === row.id &&
        (clause ?? "") === row.clause &&
        (group === null ? row.group_by === "" : own(group.name, group.by)),
    );
    const { measure } = found ?? {};
    const denominator =
      measure?.kind === "ratio"
        ? measure.denominator
        : measure?.kind === "mean"
          ? measure.n
          : measure?.kind === "reduction"
            ? measure.inPerson.n + measure.online.n
            : "";
    const numerator = measure?.kind === "ratio" ? measure.numerator : "";
    return { ...row, numerator: String(numerator), denominator: String(denominator), status: "shown" };
  });
}

const channels = new Map([
  ["online", "online"],
  ["in_person", "in person"],
  ["postal", "postal"],
  ["", "(blank)"],
]);

/** What a stranger finds who knows which KPIs count the same cases, and what the form's columns add up to. */
async function attackOn(
  rows: readonly Row[],
  report: Report,
  above: readonly (readonly [high: string, low: string])[] = [],
) {
  const seen = tablesOf(rows);
  const truth = tablesOf(trueRows(rows, report, channels)).columns;
  const names = [...seen.columns.keys()];
  const numbers = (name: string) => names.indexOf(name);
  const counts = names.map((name) => truth.get(name) as number[]);
  const isSame = (a: number, b: number) => counts[a].every((n, row) => n === counts[b][row]);
  const same = names.flatMap((_, a) =>
    names.flatMap((__, b) => (a < b && counts[a].some((n) => n > 0) && isSame(a, b) ? [[a, b] as const] : [])),
  );
  const form = (...of: string[]) => of.map((id) => numbers(`form ${id}`));
  // Sums of three need a column in between, which nobody publishes.
  const between: (null | number)[][] = [];
  const add = () => names.length + between.push(seen.groups.map(() => null)) - 1;
  const [received, online, direct, carried, resolved, early, onDay, late, open, inTime, overdue] = form(
    ...[
      "received",
      "online",
      "direct",
      "carriedOver",
      "resolved",
      "early",
      "onDay",
      "late",
      "open",
      "inTime",
      "overdue",
    ],
  );
  const [fresh, done] = [add(), add()];
  const sums = [
    ...seen.sums.map(([whole, a, b]) => [numbers(whole), numbers(a), numbers(b)] as const),
    [received, fresh, carried],
    [fresh, online, direct],
    [received, resolved, open],
    [resolved, done, late],
    [done, early, onDay],
    [open, inTime, overdue],
  ] as const;
  const findings = await attacked({
    columns: [...names.map((name) => seen.columns.get(name) as (number | null)[]), ...between],
    groupings: seen.groupings,
    // Of a log without an end there is no form.
    sums: sums.filter((sum) => sum.every((column) => column >= 0)),
    same,
    above: above.map(([high, low]) => [numbers(high), numbers(low)] as const),
    // Of some KPIs a grouping has no rows at all: their total is not in it.
    isWhole: (column, grouping) =>
      column < names.length && seen.groupings[grouping].some((row) => counts[column][row] > 0),
  });
  return findings
    .filter(({ column, row }) => column < names.length && counts[column][row] > 0)
    .map((one) => ({ ...one, name: names[one.column], group: seen.groups[one.row], is: counts[one.column][one.row] }));
}

/** A log of four agencies, three fields, two channels, whose cases are often late and seldom rated; numbers by a seed. */
function madeUpLog(cases: number, seed: number): string {
  let state = seed;
  const below = (n: number) => {
    state = (state * 48271) % 2147483647;
    return state % n;
  };
  const day = (n: number) => new Date(Date.UTC(2025, 8, 1 + n)).toISOString().slice(0, 10);
  const rows = Array.from({ length: cases }, (_, i) => {
    const received = below(25);
    const agency = ["Sở A", "Sở B", "Xã C", "Xã C", "Xã C", "Xã D", ""][below(7)];
    const finished = below(8) === 0 ? "" : day(received + below(5));
    const rating = below(3) === 0 ? 1 + below(5) : "";
    const channel = below(3) === 0 ? "in_person" : "online";
    const field = ["Hộ tịch", "Đất đai", "Y tế", "Y tế"][below(4)];
    return [i, channel, agency, field, day(received), day(received + 3), finished, rating, below(9) > 0].join(",");
  });
  return table("case_id,channel,agency,field,received_at,due_at,finished_at,rating,electronic_result", ...rows);
}

/** Counts below 5 that stand in the CSV. */
function smallShown(rows: readonly Row[]): Row[] {
  return rows.filter(({ kind, id, status, numerator, denominator, value }) => {
    // Procedures of a catalogue, and tasks of the office, are nobody's cases.
    if (status === "none" || (kind === "kpi" && denominator === "")) return false;
    const rest = numerator === "" ? "" : String(Number(denominator) - Number(numerator));
    const told = kind === "kpi" ? [numerator, denominator, rest] : [value];
    return id !== "" && told.some((n) => Number(n) > 0 && Number(n) < 5);
  });
}

/** What all channels together are is known where a KPI is of one; of the others nothing small may be. */
const isLeak = (one: Awaited<ReturnType<typeof attackOn>>[number]) =>
  isNarrow(one) && (one.is < 5 || !one.group.startsWith("channel:"));

async function reported(file: string, ...more: string[]) {
  const json = join(folder(), "r.json");
  const { rows } = await published(file, ...more, "--out", `json=${json}`);
  return { rows, report: JSON.parse(readFileSync(json, "utf8")) as Report };
}

const kpis = "on-time-share,electronic-result-share,satisfaction,online-receipt-share,satisfaction-online";

describe("what a stranger with a linear program finds of the CSV", () => {
  it.each([
    [30, 1],
    [60, 2],
    [120, 3],
    [250, 5],
    [400, 6],
  ])(
    "of %i made-up cases (seed %i): no interval narrower than 5, and none below it",
    async (cases, seed) => {
      const { rows, report } = await reported(madeUpLog(cases, seed), "--month", "2025-09", "--kpi", kpis);
      expect(smallShown(rows)).toEqual([]);
      const findings = await attackOn(rows, report);
      expect(findings.length).toBeGreaterThan(0);
      expect(findings.filter(isLeak)).toEqual([]);
    },
    120_000,
  );

  it("of 20,000 made-up cases of 19 agencies in a month the same", async () => {
    const dir = folder();
    await kpi(["sample", "--cases", "20000", "--seed", "3", "--out", dir, "--quiet"]);
    const { rows, report } = await reported(join(dir, "cases.csv"), "--month", "2025-09");
    expect(smallShown(rows)).toEqual([]);
    expect((await attackOn(rows, report)).filter(isLeak)).toEqual([]);
  }, 240_000);

  // Received without a journey: A 40 of 60, B 3 of 40 (by post), C 30 of 30 (all online), D 50 of 80; online A 30, B 0, C 30, D 40.
  // Of C online is told, and no more than 30 there are: 123 − 40 − 30 − 50 would be B's 3.
  it.each([
    ["no-travel-share", "received", ["online", "postal"], "in"],
    ["travel-share", "received", ["in_person"], "out"],
    // Without a column for it a case was submitted when it was received.
    ["no-travel-share", "submitted", ["online", "postal"], "in"],
  ])(
    "of a KPI of the plan's own, among which another one's cases are, the same: %s, when %s",
    async (id, when, channel, side) => {
      const of = (agency: string, online: number, postal: number, inPerson: number) =>
        Object.entries({ online, postal, in_person: inPerson }).flatMap(([name, n]) =>
          Array.from({ length: n }, () => `${agency},${name},2025-09-01`),
        );
      const lines = [...of("A", 30, 10, 20), ...of("B", 0, 3, 37), ...of("C", 30, 0, 0), ...of("D", 40, 10, 30)];
      const file = table("case_id,agency,channel,received_at", ...lines.map((line, i) => `${i},${line}`));
      const example = { cases: [{ channel: channel[0] }], gives: { numerator: 1, denominator: 1 } };
      const own = { id, when, share: { is: { field: "channel", in: channel } }, example };
      const plan = ownPlanFile([own], ...[id, "online-receipt-share"].map((one) => ({ kpi: one, atLeast: 10 })));
      const { rows, report } = await reported(file, "--month", "2025-09", "--plan", plan);
      expect(smallShown(rows)).toEqual([]);
      const told = rows.find((row) => row.id === "online-receipt-share" && row.group === "C");
      expect(told).toMatchObject({ numerator: "30", denominator: "30" });
      const findings = await attackOn(rows, report, [[`${id}@I ${side}`, "online-receipt-share@I in"]]);
      expect(findings.some(({ is }) => is === 3)).toBe(true);
      expect(findings.filter(isLeak)).toEqual([]);
    },
    120_000,
  );

  it("of a CSV in which the counts below 5 alone are withheld it finds some", async () => {
    const { rows, report } = await reported(madeUpLog(250, 5), "--month", "2025-09", "--kpi", kpis);
    const whole = trueRows(rows, report, channels);
    const small = new Set(smallShown(whole));
    const bare = whole.map((row) => (small.has(row) ? { ...row, status: "withheld" } : row));
    expect((await attackOn(bare, report)).filter(isLeak).length).toBeGreaterThan(0);
  }, 120_000);
});
