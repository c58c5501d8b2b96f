/** A configuration file: what it says, where from, and that flags win. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder, kpi, log, report, table } from "../run.ts";

const cases = table(
  "Mã số,Nguồn,Ngày tiếp nhận,Lĩnh vực",
  "A,Kiosk,10/07/2025,Hộ tịch",
  "B,Trực tuyến,11/07/2025,Đất đai",
  "C,Qua app,12/07/2025,Hộ tịch",
);

const yaml = `# The office's own.
plan: ngoai-vu-76
year: 2025
kpi: [online-receipt-share]
by: field
map:
  case_id: Mã số
  channel: Nguồn
map-value:
  channel:
    Kiosk: in_person
    Qua app: online
max-rejects: 10%
`;

describe("what is wrong in a configuration is said as it is", () => {
  it.each([
    ["year: [2025]\n", "line 1, column 7, year: give text or a number", "cần chữ hoặc số"],
    ["by: 5\n", "line 1, column 5, by: give text or a list", "cần chữ hoặc danh sách"],
    ["by: [agency, 5]\n", "line 1, column 14, by[1]: give text", "by[1]: cần chữ"],
    ["date-format: [dd/MM/yyyy]\n", "date-format: give text or keys and values", "cần chữ hoặc các khóa và giá trị"],
    [
      'procedures: "C:\\data\\p.csv"\n',
      "within double quotes a \\ begins a sign; write single quotes, or / for \\",
      "dùng dấu nháy đơn, hoặc / thay cho \\",
    ],
    ["map:\n\tcase_id: Mã\n", "indent by spaces, not by tabs", "thụt dòng bằng dấu cách, không bằng tab"],
  ])("%j", async (text, en, vi) => {
    const args = ["check", cases, "--config", log(text, "kpi.yaml")];
    const run = await kpi(args);
    expect([run.code, run.err]).toEqual([2, expect.stringContaining(en)]);
    expect((await kpi([...args, "--lang", "vi"])).err).toContain(vi);
  });
});

describe("two values of which only one can be meant", () => {
  const judged = [cases, "--year", "2025", "--map", "channel=Nguồn", "--kpi", "online-receipt-share"];
  it.each([
    [["--map-value", "channel:Kiosk=in_person", "--map-value", "channel:kiosk=online"], "--map-value"],
    [["--map", "agency=Mã số", "--map", "agency=Lĩnh vực"], "--map"],
    [["--date-format", "dd/MM/yyyy", "--date-format", "MM/dd/yyyy"], "--date-format"],
    [["--date-format", "received_at=dd/MM/yyyy", "--date-format", "received_at=yyyy-MM-dd"], "--date-format"],
  ])("%j is refused with both, and nothing is judged", async (args, option) => {
    const { code, out, err } = await kpi(["check", ...judged, ...args]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(`kpi: ${option}: "${args[1]}", "${args[3]}" contradict each other.`);
    const vi = await kpi(["check", ...judged, ...args, "--lang", "vi"]);
    expect(vi.err).toContain("mâu thuẫn với nhau.\n  Chỉ giữ lại một.");
  });

  it("in a configuration is told with its file: Kiosk and KIOSK are one word", async () => {
    const file = log(yaml.replace("    Qua app", "    KIOSK: online\n    Qua app"), "kpi.yaml");
    const { code, err } = await kpi(["check", cases, "--config", file]);
    expect([code, err]).toEqual([2, expect.stringContaining(`"${file}", map-value: "channel:"Kiosk"=in_person", `)]);
  });

  it("is none where they say the same, or the command line says another than the configuration: 2 of 3", async () => {
    const same = ["--map-value", "channel:Kiosk=in_person", "--map-value", "channel:KIOSK=in_person"];
    const app = ["--map-value", "channel:Qua app=online"];
    const orders = ["--date-format", "dd/MM/yyyy", "--date-format", "d/M/yyyy", "--date-format", "due_at=MM/dd/yyyy"];
    const found = await report([...judged, ...same, ...app, ...orders]);
    expect(found.results[0].measure).toMatchObject({ numerator: 2, denominator: 3 });
    const over = [cases, "--config", log(yaml, "kpi.yaml"), "--map-value", "channel:KIOSK=online"];
    expect((await report([...over, "--map", "channel=nguồn"])).results[0].measure).toMatchObject({ numerator: 3 });
    // Of the command line's own two, though, none.
    expect((await kpi(["check", ...over, "--map-value", "channel:Kiosk=postal"])).code).toBe(2);
  });
});

describe("a configuration", () => {
  it("gives the options that the command line does not, in YAML and in JSON", async () => {
    const json = JSON.stringify({
      $schema: "x",
      plan: "ngoai-vu-76",
      year: 2025,
      kpi: "online-receipt-share",
      by: ["field"],
      map: { case_id: "Mã số", channel: "Nguồn" },
      "map-value": { channel: { Kiosk: "in_person", "Qua app": "online" } },
      "max-rejects": "10%",
    });
    for (const file of [log(yaml, "kpi.yaml"), log(json, "kpi.json")]) {
      const found = await report([cases, "--config", file]);
      expect(found.results.map(({ group, measure }) => [group?.name ?? null, measure])).toMatchObject([
        [null, { numerator: 2, denominator: 3 }],
        ["Hộ tịch", { numerator: 1, denominator: 2 }],
        ["Đất đai", { numerator: 1, denominator: 1 }],
      ]);
      expect(found.options.maxRejects).toBe("10%");
    }
  });

  it("is added to by --map-value and --map on the command line: of one word the command line's wins", async () => {
    const file = log(yaml, "kpi.yaml");
    const found = await report([
      cases,
      "--config",
      file,
      "--map-value",
      "channel:Kiosk=online",
      "--kpi",
      "online-receipt-share",
    ]);
    // Kiosk is online now, Qua app still is.
    expect(found.results[0].measure).toMatchObject({ numerator: 3, denominator: 3 });
  });

  it("gives way as a whole where the command line gives --date-format", async () => {
    const file = log("date-format:\n  received_at: MM/dd/yyyy\n", "kpi.yaml");
    const dates = table("Mã hồ sơ,Hình thức nộp,Ngày tiếp nhận", "A,Trực tuyến,03/02/2025");
    const of = async (args: string[]) => (await kpi(["convert", dates, "--out", "-", "--config", file, ...args])).out;
    expect(await of([])).toContain("A,online,2025-03-02");
    expect(await of(["--date-format", "dd/MM/yyyy"])).toContain("A,online,2025-02-03");
  });

  it("is found by KPI_CONFIG, never by itself; a flag wins over it", async () => {
    const file = log(yaml, "kpi.yaml");
    const env = { LANG: "en_US.UTF-8", KPI_CONFIG: file };
    expect((await report([cases], { env })).plan.id).toBe("ngoai-vu-76");
    const own = await report([cases, "--plan", "vu-quang", "--kpi", "online-receipt-share"], { env });
    expect(own.plan.id).toBe("vu-quang");
    expect((await kpi(["check", cases])).code).toBe(2);
  });

  it("names files from its own folder", async () => {
    const dir = folder();
    writeFileSync(join(dir, "catalogue.csv"), "procedure_code,boundary_free\n1.000001,x\n");
    writeFileSync(
      join(dir, "kpi.yaml"),
      "plan: ngoai-vu-76\nyear: 2025\nkpi: boundary-free-share\nprocedures: catalogue.csv\n",
    );
    const found = await report(["fixtures/sample/cases.csv", "--config", join(dir, "kpi.yaml")]);
    expect(found.results[0].measure).toMatchObject({ numerator: 1, denominator: 1 });
  });

  it("--show-config says what every option is, and where from", async () => {
    const file = log(yaml, "kpi.yaml");
    const { out, code } = await kpi([
      "check",
      cases,
      "--config",
      file,
      "--year",
      "2026",
      "--show-config",
      "--lang",
      "en",
    ]);
    expect(code).toBe(0);
    expect(out).toMatch(/--plan +ngoai-vu-76 +.*kpi\.yaml:2/);
    expect(out).toMatch(/--year +2026 +--year/);
    expect(out).toMatch(/--map +case_id=Mã số · channel=Nguồn +.*kpi\.yaml:6/);
    expect(out).toMatch(/--time-zone +Asia\/Ho_Chi_Minh +default/);
  });

  it.each([
    ["an unknown key", "paln: x\n", 'there is no key "paln". Did you mean plan?'],
    ["a key twice", 'year: 2025\n"year": 2026\n', "stands above already"],
    ["a wrong value", "decimal: dot\n", "it takes comma, point"],
    ["no YAML", "map: [\n", "neither JSON nor YAML"],
    ["a list where keys belong", "map: [a, b]\n", "give keys and values"],
  ])("with %s is refused with its line: %s", async (_, text, message) => {
    const run = await kpi(["check", cases, "--config", log(text, "kpi.yaml"), "--lang", "en"]);
    expect([run.code, run.out]).toEqual([2, ""]);
    expect(run.err).toContain(message);
    expect(run.err).toMatch(/line \d+, column \d+/);
  });

  it("has a schema that editors check by", async () => {
    const schema = JSON.parse((await kpi(["schema", "config"])).out);
    expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(["map", "map-value", "plan", "encoding"]));
    expect(schema.additionalProperties).toBe(false);
  });
});

it("a group's name with a semicolon in it is one group: of a configuration, and on the command line behind a backslash", async () => {
  const cases = table("case_id,received_at,returned_at,field,rating", "1,2025-09-01,2025-09-02,Đất đai; môi trường,5");
  const yaml = 'plan: ngoai-vu-76\nyear: 2025\nkpi: satisfaction\ngroups:\n  III.2: ["Đất đai; môi trường"]\n';
  const byFile = await report([cases, "--config", log(yaml, "kpi.yaml")]);
  const line = ["--plan", "ngoai-vu-76", "--year", "2025", "--kpi", "satisfaction"];
  const byLine = await report([cases, ...line, "--groups", "III.2=Đất đai\\; môi trường"]);
  for (const { results } of [byFile, byLine]) {
    expect(results.filter(({ each }) => each).map(({ group, measure }) => [group?.name, measure])).toMatchObject([
      ["Đất đai; môi trường", { numerator: 1, denominator: 1 }],
    ]);
  }
});
