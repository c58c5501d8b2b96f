/** What CI servers read: JUnit reports and GitHub's annotations. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { folder, kpi, log } from "../run.ts";

const sample = "fixtures/sample/cases.csv";
const beside = ["procedures", "petitions", "figures"].flatMap((name) => [`--${name}`, `fixtures/sample/${name}.csv`]);
const junit = async (...args: string[]) => (await kpi(["check", ...args, "--year", "2025", "--format", "junit"])).out;
const schema = readFileSync("test/schemas/junit.xsd", "utf8");
const faults = async (contents: string) =>
  (await validateXML({ xml: { fileName: "kpi.xml", contents }, schema })).errors.map(({ message }) => message);

/** A log with an agency that is markup, a formula, an end of a command and letters that XML does not have. */
const hostile = () =>
  log(
    'channel,received_at,returned_at,status,rating,agency\nonline,2025-03-01 08:00,2025-03-02 08:00,returned,1/5,"]]></failure>\u0001&<b>=1+1::error::%0A\uffff"\n',
  );

describe("junit", () => {
  it.each([
    ["the sample", [sample]],
    ["the sample with all inputs and groups", [sample, ...beside, "--period", "2025", "--by", "agency,month"]],
    ["an agency that is markup", [hostile(), "--by", "agency"]],
    ["a log of which nothing can be measured", [log("channel,rating\nonline,\n")]],
  ])("of %s has the form that CI servers accept", async (_, args) => {
    const xml = await junit(...args);
    expect(await faults(xml)).toEqual([]);
    expect(xml).not.toMatch(/timestamp|hostname|time=/);
  });

  it("a form that CI servers do not accept is told to be one", async () => {
    expect(await faults("<testsuites><testcase/></testsuites>")).not.toEqual([]);
  });

  it("has a case a target: 36 of the plan's year, 29 of them skipped, none failed", async () => {
    const xml = await junit(sample);
    expect(xml.match(/<testcase /g)).toHaveLength(36);
    expect(xml.match(/<skipped /g)).toHaveLength(29);
    expect(xml).toContain('<testsuites name="hai-phong-219 2025" tests="36" failures="0" errors="0">');
  });

  it("a missed target is a failure with value and bound; no rating is an error; the exit code is that of the table", async () => {
    const rated = log(`channel,status,rating\n${"online,returned,5\n".repeat(89)}${"online,returned,1\n".repeat(11)}`);
    const missed = await kpi(["check", rated, "--year", "2025", "--kpi", "satisfaction-online", "--format", "junit"]);
    expect(missed.code).toBe(1);
    expect(missed.out).toContain('<failure type="fail" message="89 % · ≥ 90 %">1 more satisfied');
    const none = log("channel,status,rating\nonline,returned,\n");
    const empty = await kpi(["check", none, "--year", "2025", "--kpi", "satisfaction-online", "--format", "junit"]);
    expect([empty.code, empty.out.match(/<error type="no-data"/g)?.length]).toEqual([3, 1]);
  });

  it("is golden for the sample, in both languages", async () => {
    for (const lang of ["vi", "en"]) {
      await expect(await junit(sample, "--lang", lang)).toMatchFileSnapshot(`../golden/junit-${lang}.xml`);
    }
  });
});

describe("github", () => {
  const github = async (args: readonly string[], env: Record<string, string> = {}) =>
    (await kpi(["check", ...args, "--year", "2025", "--format", "github"], { env: { LANG: "en_US", ...env } })).out;

  it("a missed target is an error, one without data a warning, and the sum a notice", async () => {
    const lines = (await github([log("channel,status,rating\nonline,returned,1/5\n")])).trim().split("\n");
    expect(lines[0]).toMatch(/^::error title=Satisfaction with online services \(I\.2\.a\)::0 %25 · ≥ 90 %25\. /);
    expect(lines.slice(1, -1).every((line) => line.startsWith("::warning title="))).toBe(true);
    expect(lines.at(-1)).toMatch(/^::notice title=kpi::Plan 219\/KH-UBND.*1 failed/);
  });

  it("has at most ten of a kind, the last of which says how many more there are", async () => {
    const agencies = Array.from({ length: 75 }, (_, i) => `online,returned,1/5,Sở ${i % 15}`).join("\n");
    const lines = await github([log(`channel,status,rating,agency\n${agencies}\n`), "--by", "agency"]);
    const errors = lines.split("\n").filter((line) => line.startsWith("::error"));
    expect(errors).toHaveLength(10);
    // One target in all and in 15 groups; nine of the sixteen are shown.
    expect(errors[9]).toBe("::error title=kpi::and 7 more; see the table.");
  });

  it("no name ends a command or begins another", async () => {
    const lines = (await github([hostile(), "--by", "agency"])).trim().split("\n");
    expect(lines.every((line) => /^::(error|warning|notice) title=[^:,]*::/.test(line))).toBe(true);
    expect(lines.join("\n")).toContain("%3A%3Aerror%3A%3A%250A");
  });

  it("adds the Markdown to the summary of the job where there is one, and no other output does", async () => {
    const file = join(folder(), "summary.md");
    await github([sample], { GITHUB_STEP_SUMMARY: file });
    await kpi(["check", sample, "--year", "2025"], { env: { GITHUB_STEP_SUMMARY: file } });
    await github([sample], { GITHUB_STEP_SUMMARY: file });
    const summary = readFileSync(file, "utf8");
    expect(summary.match(/^## Plan 219/gm)).toHaveLength(2);
  });

  it("leaves the groups out of a summary of more than 1 MiB, of which GitHub would show nothing", async () => {
    const file = join(folder(), "summary.md");
    const rows = Array.from({ length: 9000 }, (_, i) => `online,returned,5,${"Uỷ ban nhân dân ".repeat(4)}${i}`);
    const many = log(`channel,status,rating,agency\n${rows.join("\n")}\n`);
    await github([many, "--by", "agency", "--top", "9000"], { GITHUB_STEP_SUMMARY: file });
    const summary = readFileSync(file, "utf8");
    expect(Buffer.byteLength(summary)).toBeLessThan(1 << 20);
    expect(summary).toContain("Satisfaction with online services");
    expect(summary).not.toContain("Uỷ ban");
  });
});
