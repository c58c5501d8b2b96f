/** kpi explain, and the pages of docs/ that are made from the same source. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { allKpis } from "../../src/kpis/index.ts";
import { shippedPlans } from "../../src/plans/index.ts";
import { pageMarkdown } from "../../src/render/page.ts";
import { methodPageOf, pageOf } from "../../src/run/kpi-page.ts";
import { methodIds } from "../../src/text/method-pages.ts";
import { kpi, table } from "../run.ts";

const plans = await shippedPlans();
const methodLanguages = ["vi", "en"] as const;

/** docs/ as it should be: a page a KPI, Vietnamese first, and a list of all. */
function pages(): Map<string, string> {
  const made = new Map(
    allKpis.map((about): [string, string] => [
      `${about.id}.md`,
      `# ${about.id}\n\n${pageMarkdown(pageOf(about, plans, "vi"), "vi")}\n${pageMarkdown(pageOf(about, plans, "en"), "en")}`,
    ]),
  );
  const rows = allKpis.map(({ id, title }) => `| [${id}](${id}.md) | ${title.vi} | ${title.en} |`);
  made.set("README.md", `# KPIs\n\n| KPI | | |\n|---|---|---|\n${rows.join("\n")}\n`);
  made.set(
    "methods.md",
    `# Methods\n\n${methodIds.map((id) => methodLanguages.map((language) => pageMarkdown(methodPageOf(id, language), language)).join("\n")).join("\n")}`,
  );
  return made;
}

it("docs/ is what the KPIs and plans say of themselves (renewed with npx vitest run -u)", () => {
  const made = pages();
  const state = expect.getState().snapshotState as unknown as { _updateSnapshot?: string };
  if (state._updateSnapshot === "all") {
    rmSync("docs/kpis", { recursive: true, force: true });
    mkdirSync("docs/kpis", { recursive: true });
    for (const [name, text] of made) writeFileSync(`docs/kpis/${name}`, text);
  }
  expect(readdirSync("docs/kpis").sort()).toEqual([...made.keys()].sort());
  for (const [name, text] of made) expect(readFileSync(`docs/kpis/${name}`, "utf8"), name).toBe(text);
});

describe("kpi explain", () => {
  it.each(["xmr", "waiting", "submission-time", "publication-within-10-days", "quality-criteria-met", "report-sent"])(
    "%s is the golden page in both languages",
    async (id) => {
      const texts = await Promise.all(["vi", "en"].map((lang) => kpi(["explain", id, "--lang", lang])));
      await expect(texts.map(({ out }) => out).join("\n\n")).toMatchFileSnapshot(`../golden/explain-${id}.txt`);
    },
  );

  it("names the nearest KPI, and says as JSON what it says as text", async () => {
    const wrong = await kpi(["explain", "submision-time"]);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining("Did you mean submission-time?")]);
    const page = JSON.parse((await kpi(["explain", "satisfaction", "--format", "json"])).out);
    expect(page.example.gives).toBe("3 ÷ 4 = 75 %");
  });

  it("every page has a formula, its targets or why none, and an example where it is worked out", () => {
    for (const about of allKpis) {
      const { parts, example } = pageOf(about, plans, "vi");
      expect(
        parts.map(({ heading }) => heading),
        about.id,
      ).toEqual(expect.arrayContaining(["definition", "formula", "input", "targets"]));
      const isWorkedOut = about.input !== "figures" && about.input !== "verdicts";
      expect(example !== null, about.id).toBe(isWorkedOut);
      if (example !== null) expect([example.rows.length > 0, example.gives.length > 0], about.id).toEqual([true, true]);
    }
  });
});

const cases = table(
  "case_id,applicant,procedure_code,channel,login_at,submitted_at,received_at,due_at,finished_at,returned_at,rating,status,electronic_result",
  "A-1,Nguyễn Văn An,1.000001,online,2025-01-10 08:00:00,2025-01-10 08:05:12,2025-01-10 09:00:00,2025-01-20,2025-01-13 08:00:00,2025-01-13 09:00:00,5,returned,yes",
  "A-2,Trần Thị Bình,1.000001,in_person,,,2025-01-10 09:00:00,2025-01-12,2025-01-14 08:00:00,2025-01-14 09:00:00,,returned,no",
  "A-3,Lê Minh Châu,1.000001,online,2025-03-10 09:00:00,2025-03-10 08:05:00,2025-03-10 09:00:00,2025-03-20,,,,processing,",
  "A-1,Nguyễn Văn An,1.000001,online,2025-01-10 08:00:00,2025-01-10 08:06:00,2025-01-10 09:00:00,2025-01-20,2025-01-13 08:00:00,2025-01-13 09:00:00,2,withdrawn,maybe",
  "A-4,Phạm Đức Dũng,,postal,,,2025-02-10,2025-02-20,2025-02-12,2025-02-12,x,returned,yes",
);

describe("one case's way through a rule", () => {
  const way = async (id: string, name: string, ...args: string[]) => {
    const run = await kpi(["explain", id, cases, "--case", name, "--lang", "en", ...args]);
    expect(run.err).toBe("");
    return run.out;
  };

  it.each([
    // 08:00 to 08:06; the row above it is superseded.
    [
      "submission-time",
      "A-1",
      ["line 2", "another row of the same id stands for the case", "line 5", "→ COUNTED: it adds 6.0 min to the sum"],
    ],
    [
      "submission-time",
      "A-2",
      ["Event, submission: it did not happen", "→ DOES NOT BEAR ON IT: its channel is in person"],
    ],
    ["submission-time", "A-3", ["→ EXCLUDED: login after submission (login-after-submission)"]],
    ["satisfaction", "A-1", ["→ COUNTED: in the denominator, not in the numerator"]],
    ["satisfaction", "A-2", ["→ DOES NOT BEAR ON IT: nobody rated it"]],
    [
      "satisfaction",
      "A-4",
      ['→ EXCLUDED: the cell of "rating" cannot be read, or holds a word that is not known (bad-rating)'],
    ],
    ["electronic-result-share", "A-1", ["→ DOES NOT BEAR ON IT: the status withdrawn is not of its population"]],
    [
      "electronic-result-share",
      "A-2",
      ["return of the result: time of return = 2025-01-14 09:00:00", "→ COUNTED: in the denominator, not in"],
    ],
    ["electronic-result-share", "A-3", ["it did not happen", "→ DOES NOT BEAR ON IT: the event did not happen"]],
    ["electronic-result-share", "A-4", ["→ COUNTED: in the denominator and in the numerator"]],
    ["processing-time-reduction", "A-2", ["→ COUNTED: it adds 4.00 days to the sum of in person cases"]],
    ["processing-time-reduction", "A-4", ["its channel is postal"]],
    // Done on 14/1, due at the end of 12/1.
    ["on-time-share", "A-2", ["due time: 2025-01-12 23:59:59", "→ COUNTED: in the denominator, not in the numerator"]],
    // Open, due on 20/3, as of 10/3.
    [
      "on-time-share",
      "A-3",
      [
        "As of the end of 10 Mar 2025",
        "The case is open, and judged by its due time = 2025-03-20 23:59:59",
        "→ DOES NOT BEAR ON IT: by the rule it is not in the denominator",
      ],
    ],
    ["cases-per-service", "A-3", ["→ COUNTED: one case of the procedure 1.000001"]],
  ])("%s, case %s: %j", async (id, name, parts) => {
    const out = await way(id, name);
    for (const part of parts) expect(out).toContain(part);
  });

  it("an open case is judged at the end of January, though the log goes on to 10 March", async () => {
    const out = await way("on-time-share", "A-3", "--period", "2025-01");
    expect(out).toContain("As of the end of 31 Jan 2025");
  });

  it("outside the period it does not bear on the KPI", async () => {
    const out = await way("satisfaction", "A-1", "--period", "2025-02");
    expect(out).toContain("Period 2025-02 (1 Feb 2025 – 28 Feb 2025): outside");
    expect(out).toContain("→ DOES NOT BEAR ON IT: the event lies outside the period");
  });

  it("nothing personal is told, in either language, of any case and KPI", async () => {
    const names = ["Nguyễn", "Trần", "Lê Minh", "Phạm"];
    for (const id of ["submission-time", "satisfaction", "on-time-share", "electronic-result-share"]) {
      for (const name of ["A-1", "A-2", "A-3", "A-4"]) {
        for (const lang of ["vi", "en"]) {
          const { out, err } = await kpi(["explain", id, cases, "--case", name, "--lang", lang]);
          for (const person of names) expect(out + err).not.toContain(person);
        }
      }
    }
  });

  it.each([
    [["explain", "satisfaction", cases], "the option --case <id> is required"],
    [["explain", "satisfaction", "--case", "A-1"], "the argument <files...> is missing"],
    [["explain", "satisfaction", cases, "--case", "Z-9"], 'there is no case "Z-9" in cases.csv'],
    [["explain", "online-services", cases, "--case", "A-1"], "online-services is not worked out of cases"],
    [["explain", "portal-handling-share", cases, "--case", "A-1"], "the log has no column via_portal"],
  ])("%j: %s", async (args, message) => {
    const run = await kpi([...args, "--lang", "en"]);
    expect([run.code, run.out]).toEqual([2, ""]);
    expect(run.err).toContain(message);
  });
});

describe("kpi calendar", () => {
  it.each(["vi", "en"])("2026 in %s is the golden one, with 249 working days", async (lang) => {
    const { out, code } = await kpi(["calendar", "2026", "--lang", lang]);
    expect([code, out]).toEqual([0, expect.stringContaining("249")]);
    await expect(out).toMatchFileSnapshot(`../golden/calendar-2026-${lang}.txt`);
  });

  it("printed as CSV is a calendar that --calendar takes, and changes nothing", async () => {
    const { out } = await kpi(["calendar", "2025", "--format", "csv"]);
    const { log } = await import("../run.ts");
    const own = log(out, "calendar.csv");
    const json = async (...args: string[]) => (await kpi(["calendar", "2025", "--format", "json", ...args])).out;
    expect(await json("--calendar", own)).toBe(await json());
    expect(JSON.parse(await json()).workingDays).toBe(250);
  });

  it.each([
    [["calendar", "2024"], "the working calendar does not cover"],
    [["calendar", "2026", "--format", "xml"], "it takes table, csv, json"],
  ])("%j: %s", async (args, message) => {
    const run = await kpi([...args, "--lang", "en"]);
    expect([run.code, run.err]).toEqual([2, expect.stringContaining(message)]);
  });
});
