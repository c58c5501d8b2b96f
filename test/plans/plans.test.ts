import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { allKpis } from "../../src/kpis/index.ts";
import { planIds, shippedPlans } from "../../src/plans/index.ts";
import type { Plan } from "../../src/plans/plan.ts";
import { planSchema } from "../../src/plans/schema.ts";
import { readPlan } from "../../src/run/plan-file.ts";
import { planFaultCodes } from "../../src/text/plan-faults.ts";
import { kpi, log } from "../run.ts";

const plans = await shippedPlans();
const bounds = ["below", "atMost", "atLeast", "above", "by"] as const;

it.each(plans.map((plan) => [plan.id, plan] as const))(
  "%s keeps to the schema and has the id of its file",
  (id, plan) => {
    expect(planSchema.parse(plan)).toEqual(plan);
    expect(readFileSync(`src/plans/${id}.yaml`, "utf8")).toContain(`\nid: ${id}\n`);
  },
);

it.each(plans.map((plan) => [plan.id, plan] as const))(
  "%s passes the door of a user's own plan, which finds no fault and reads in it what the build does",
  (id, plan) => {
    const read = readPlan(`src/plans/${id}.yaml`);
    expect(read.faults).toEqual([]);
    // As text: the order of the keys is that of `plans show --format json`.
    expect(JSON.stringify(read.plan)).toBe(JSON.stringify(planSchema.parse(plan)));
    expect(read.plan).toEqual(plan);
  },
);

it("the five plans, and the national index, have so many targets a year", () => {
  expect(plans.map(({ id, years }) => [id, Object.entries(years).map(([year, { length }]) => [year, length])])).toEqual(
    [
      [
        "hai-phong-219",
        [
          ["2025", 36],
          ["2026", 18],
        ],
      ],
      [
        "tan-an",
        [
          ["2025", 25],
          ["2026", 16],
        ],
      ],
      [
        "vu-quang",
        [
          ["2025", 16],
          ["2026", 16],
        ],
      ],
      ["duong-kinh-68", [["2025", 15]]],
      ["ngoai-vu-76", [["2025", 20]]],
      [
        "qd-766",
        [
          ["2024", 22],
          ["2025", 22],
          ["2026", 22],
        ],
      ],
    ],
  );
});

it("every target of every plan is in the table", async () => {
  const rows = plans.flatMap(({ id, years }) =>
    Object.entries(years).flatMap(([year, targets]) =>
      targets.map((target) => {
        const bound = bounds.find((key) => target[key] !== undefined) ?? "by";
        const { population, list, codes, each, deadline, aspirational, interpretation } = target;
        const more = [
          ...(population?.levels ?? []),
          ...(list === undefined ? [] : [list]),
          ...(codes ?? []),
          ...(each === undefined ? [] : [`each ${each}`]),
          ...(deadline === undefined ? [] : [`deadline ${deadline}`]),
          ...(aspirational ? ["aspirational"] : []),
          ...(interpretation === undefined ? [] : ["interpretation"]),
        ];
        const clauses = [target.clause, ...(target.also ?? [])].join("; ");
        return `${id} ${year} | ${target.kpi} | ${bound} ${target[bound]} | ${clauses} | ${more.join(", ")}`;
      }),
    ),
  );
  await expect(`${rows.join("\n")}\n`).toMatchFileSnapshot("../golden/targets.txt");
});

it("every KPI that a plan names exists, and every KPI is named by a plan", () => {
  const known = allKpis.map(({ id }) => id);
  const used = new Set(plans.flatMap(({ years }) => Object.values(years).flat()).map(({ kpi: id }) => id));
  expect([...used].filter((id) => !known.includes(id))).toEqual([]);
  expect(known.filter((id) => !used.has(id))).toEqual([]);
  expect(known.length).toBe(new Set(known).size);
});

describe("numbers that the documents set", () => {
  const targetsOf = (plan: string, year: string, id: string) =>
    plans
      .find((one) => one.id === plan)
      ?.years[year].filter((target) => target.kpi === id)
      .map(({ clause, below, atLeast, above, by }) => [clause, below ?? atLeast ?? above ?? by]);

  it.each([
    // 219/KH-UBND and the plan of Tân An, I.2.a and I.2.b.
    ["hai-phong-219", "2025", "submission-time", [["I.2.a", 8]]],
    ["hai-phong-219", "2026", "submission-time", [["I.2.b", 5]]],
    ["hai-phong-219", "2025", "satisfaction-online", [["I.2.a", 90]]],
    ["hai-phong-219", "2026", "satisfaction-online", [["I.2.b", 95]]],
    ["hai-phong-219", "2025", "stations-5g-share", [["II.8.a", 50]]],
    // "trước ngày 10/11/2025"
    ["hai-phong-219", "2025", "report-sent", [["III.1.m", "2025-11-09"]]],
    // The same KPI under two clauses.
    [
      "tan-an",
      "2026",
      "processing-time-reduction",
      [
        ["I.2.b", 30],
        ["II.1 dash 2", 30],
      ],
    ],
    ["tan-an", "2025", "cases-per-service", []],
    [
      "vu-quang",
      "2025",
      "satisfaction-online",
      [
        ["II.2.a", 90],
        ["IV.2", 90],
      ],
    ],
    ["vu-quang", "2026", "online-handling-share", [["II.2.b", 75]]],
    // No plan may be assumed to have what others have.
    ["duong-kinh-68", "2025", "submission-time", []],
    ["duong-kinh-68", "2025", "data-synchronised", [["III.3", "2025-12-19"]]],
    ["ngoai-vu-76", "2025", "data-reuse-share", [["II.k", 50]]],
    ["ngoai-vu-76", "2025", "portal-workflows-integrated", [["III.3", "2025-07-19"]]],
  ])("%s %s, %s: %j", (plan, year, id, found) => {
    expect(targetsOf(plan, year, id)).toEqual(found);
  });

  it("what names no year in a plan of two years stands in both, and says so: 10 clauses of 219, 9 of Tân An, 7 of Vũ Quang", () => {
    const both = plans.map(({ id, years }) => {
      const of = (year: string) =>
        (years[year] ?? []).filter((one) => one.interpretation?.vi.includes("không nêu năm"));
      // The same target, word for word.
      expect(of("2026")).toEqual(years["2026"] === undefined ? [] : expect.arrayContaining(of("2025")));
      expect(of("2025").length).toBe(years["2026"] === undefined ? 0 : of("2026").length);
      return [id, of("2025").length];
    });
    expect(both).toEqual([
      ["hai-phong-219", 10],
      ["tan-an", 9],
      ["vu-quang", 7],
      ["duong-kinh-68", 0],
      ["ngoai-vu-76", 0],
      ["qd-766", 0],
    ]);
    const titled = plans[0].years["2026"].filter(({ interpretation }) => interpretation?.vi.includes("“năm 2025”"));
    expect(titled.length).toBe(10);
  });

  it('"đạt > 90%" of Vũ Quang IV.2 is above, not at least', () => {
    const target = plans[2].years["2025"].find(({ clause }) => clause === "IV.2");
    expect([target?.above, target?.atLeast]).toEqual([90, undefined]);
  });
});

describe("who has a target in hand", () => {
  it.each([
    // Appendix I of 219/KH-UBND, row A.II.2; of Tân An, row A.I.5; IV.1 of Vũ Quang; III.5 of Dương Kinh; IV.1 of Sở Ngoại vụ.
    ["hai-phong-219", "submission-time", ["Sở Khoa học và Công nghệ", "Văn phòng UBND TP", "Thống kê kết quả trên"]],
    [
      "tan-an",
      "satisfaction-online",
      ["Trung tâm Phục vụ Hành chính công", "Văn phòng HĐND&UBND", "Thống kê giao dịch"],
    ],
    ["vu-quang", "households-guided-share", ["Phòng Văn hóa - xã hội", undefined, undefined]],
    ["duong-kinh-68", "systems-connected", ["Văn phòng Đảng ủy phường", "Phòng Văn hóa – Xã hội phường", undefined]],
    ["ngoai-vu-76", "on-system-share", ["Văn phòng Sở", "Các phòng, đơn vị liên quan", undefined]],
  ])("%s, %s: %j", (plan, id, found) => {
    const target = plans.find((one) => one.id === plan)?.years["2025"].find(({ kpi: own }) => own === id);
    expect([target?.owner, target?.coOwner, target?.product]).toEqual(
      found.map((begins) => (begins === undefined ? undefined : expect.stringMatching(`^${begins}`))),
    );
  });

  it("is told beside a miss, and not beside a target that is met: 9 minutes miss less than 8, 7 minutes meet it", async () => {
    const of = (minutes: number) =>
      log(
        `case_id,channel,login_at,submitted_at\nH1,online,2025-01-06 08:00:00,2025-01-06 08:0${minutes}:00\n`,
        "cases.csv",
      );
    const run = async (minutes: number, lang: string) =>
      (await kpi(["check", of(minutes), "--year", "2025", "--kpi", "submission-time", "--lang", lang])).out;
    expect((await run(9, "vi")).replaceAll(/\s+/g, " ")).toContain(
      "Chủ trì: Sở Khoa học và Công nghệ; phối hợp: Văn phòng UBND TP; sản phẩm: Thống kê kết quả trên",
    );
    expect((await run(9, "en")).replaceAll(/\s+/g, " ")).toContain("Lead: Sở Khoa học và Công nghệ; with: Văn phòng");
    expect(await run(7, "vi")).not.toContain("Chủ trì");
  });
});

describe("kpi plans", () => {
  it("lists the five, and the national index", async () => {
    const { out, code } = await kpi(["plans", "--lang", "vi"]);
    expect([code, out.split("\n").filter((line) => planIds.some((id) => line.startsWith(id))).length]).toEqual([0, 6]);
  });

  it.each(["vi", "en"])("shows one with clauses, quotes and duties in %s", async (lang) => {
    const { out } = await kpi(["plans", "show", "ngoai-vu-76", "--lang", lang]);
    await expect(out).toMatchFileSnapshot(`../golden/plan-ngoai-vu-76-${lang}.txt`);
  });

  it("tells where a document contradicts itself: 547 and 487 cases of 1.004616 in appendices II and III of 219", async () => {
    const shown = async (id: string, lang: string) =>
      (await kpi(["plans", "show", id, "--lang", lang])).out.replaceAll(/\s+/g, " ");
    const told = "Thủ tục 1.004616: số lượng hồ sơ tiếp nhận năm 2024 là 547 ở Phụ lục II và 487 ở Phụ lục III.";
    expect(await shown("hai-phong-219", "vi")).toContain(`Chỗ không khớp trong văn bản PL II; PL III: ${told}`);
    expect(await shown("hai-phong-219", "en")).toContain("547 cases received in 2024 in appendix II, and 487 in");
    expect(await shown("vu-quang", "vi")).toContain("II.2.a; IV.2: Tỷ lệ hài lòng năm 2025");
    expect(await shown("tan-an", "vi")).not.toContain("không khớp");
  });

  it.each(planIds.flatMap((id) => [[id, "json"] as const, [id, "yaml"] as const]))(
    "%s printed as %s is a plan that plans check accepts and check judges by, with the same result",
    async (id, format) => {
      const { out } = await kpi(["plans", "show", id, "--format", format]);
      const file = log(out, `plan.${format}`);
      expect(await kpi(["plans", "check", file])).toMatchObject({ code: 0, err: "" });
      const run = async (plan: string) => {
        const args = ["check", "fixtures/sample/cases.csv", "--year", "2025", "--plan", plan, "--format", "json"];
        return JSON.parse((await kpi(args)).out);
      };
      const [own, shipped] = [await run(file), await run(id)];
      expect(own.plan.file).toBe(`plan.${format}`);
      expect(own.results).toEqual(shipped.results);
    },
  );

  it("prints the file itself, comments and all: of one that comes with the program, and of one's own", async () => {
    const shown = await kpi(["plans", "show", "tan-an", "--format", "yaml"]);
    expect(shown.out).toBe(readFileSync("src/plans/tan-an.yaml", "utf8"));
    const text = `# của xã\n${JSON.stringify(sound)}\n`;
    expect(await kpi(["plans", "show", log(text, "plan.yaml"), "--format", "yaml"])).toMatchObject({
      code: 0,
      out: text,
    });
  });

  it("prints the schema, in which a target has exactly one bound", async () => {
    const schema = JSON.parse((await kpi(["plans", "schema"])).out);
    const target = schema.properties.years.additionalProperties.items;
    expect(target.oneOf.map(({ required }: { required: string[] }) => required[0])).toEqual([...bounds]);
  });

  it("an unknown plan, a year without targets and a plan that does not exist are named with the nearest", async () => {
    const err = async (...args: string[]) => (await kpi(["check", "fixtures/sample/cases.csv", ...args])).err;
    expect(await err("--year", "2025", "--plan", "ngoai-vu")).toContain("Did you mean ngoai-vu-76?");
    expect(await err("--year", "2026", "--plan", "ngoai-vu-76")).toContain("it has targets for 2025");
    expect(await err("--year", "2025", "--plan", "none.json")).toContain('there is no file "none.json"');
  });
});

/** A small plan that is sound. */
const sound = {
  id: "my-plan",
  title: { vi: "Kế hoạch thử", en: "A trial plan" },
  issuer: "UBND xã",
  place: "Xã",
  sources: ["Kế hoạch số 1"],
  years: {
    "2025": [
      { kpi: "online-receipt-share", atLeast: 60, clause: "I.1", quote: "60% hồ sơ", section: "quality" },
      { kpi: "report-sent", by: "2025-11-09", clause: "I.2", quote: "trước ngày 10/11", section: "tasks" },
    ],
  },
} satisfies Plan;

/** The plan with one thing changed in its first target, or in the plan itself. */
const withTarget = (change: object) => {
  const [first, ...rest] = sound.years["2025"];
  return { ...sound, years: { "2025": [{ ...first, ...change }, ...rest] } };
};
const json = (plan: object) => JSON.stringify(plan, null, 2);
const withDue = (rule: object, duty: object = {}) =>
  json({ ...sound, duties: [{ clause: "II.1", quote: "báo cáo", ...duty, due: [rule] }] });

/** The plan with a KPI of its own, which is sound but for what is changed in it. */
const ownKpi = {
  id: "paid-online",
  title: { vi: "Trả phí trực tuyến", en: "Paid online" },
  definition: { vi: "Hồ sơ trả phí trực tuyến.", en: "Cases paid online." },
  when: "received",
  share: { is: { field: "payment_method", is: "online" } },
  example: {
    cases: [{ payment_method: "online" }, { payment_method: "cash" }],
    gives: { numerator: 1, denominator: 2 },
  },
};
const withOwn = (change: object, ...more: object[]) => json({ ...sound, kpis: [{ ...ownKpi, ...change }, ...more] });
const withIs = (is: object) => withOwn({ share: { is } });
const days = { from: "received", to: "finished", in: "days" };
const share = "share: { is: { from: completed, to: due, atLeast: 0, in: days } }";

const broken: readonly (readonly [what: string, text: string, code: string, ...inMessage: string[]])[] = [
  ["no JSON at all", '{ "id": ', "bad-syntax", "neither JSON nor YAML"],
  ["a path of Windows in double quotes", 'id: "C:\\data"\n', "bad-escape", "single quotes, or / for"],
  ["a tab before a key", "title:\n\tvi: x\n", "bad-tab", "indent by spaces"],
  ["a key twice", "id: a\nid: b\n", "same-key", "line 2"],
  ["an unknown key of the plan", json({ ...sound, issuers: "x" }), "unknown-key", "issuers", "Did you mean issuer?"],
  ["an unknown key of a target", json(withTarget({ atleast: 60 })), "unknown-key", "years.2025[0].atleast", "atLeast"],
  ["a title that is text", json({ ...sound, title: "Kế hoạch" }), "two-languages", "vi: … and en: …"],
  [
    "a target twice",
    json({ ...sound, years: { "2025": [sound.years["2025"][0], sound.years["2025"][0]] } }),
    "same-target",
    "years.2025[1]",
  ],
  ["no section", json(withTarget({ section: undefined })), "missing", "section"],
  ["a title in one language", json({ ...sound, title: { vi: "x" } }), "missing", "title.en"],
  ["no sources", json({ ...sound, sources: [] }), "empty", "sources"],
  ["a number written as text", json(withTarget({ atLeast: "60" })), "wrong-type", "years.2025[0].atLeast", "a number"],
  ["a section that does not exist", json(withTarget({ section: "other" })), "not-one-of", "quantity, quality, tasks"],
  ["a year that is none", json({ ...sound, years: { "25": sound.years["2025"] } }), "bad-year-key", "years.25"],
  ["a year without targets", json({ ...sound, years: { "2025": [] } }), "empty", "years.2025"],
  ["a day that does not exist", json(withTarget({ deadline: "2025-02-30" })), "bad-date", "deadline"],
  ["a code that is none", json(withTarget({ codes: ["1.46"] })), "bad-form", "codes[0]", "1.004616"],
  ["two bounds", json(withTarget({ above: 60 })), "one-bound", "found: atLeast, above"],
  ["no bound", json(withTarget({ atLeast: undefined })), "one-bound", "found: none"],
  ["groups without each", json(withTarget({ groups: ["a"] })), "groups-without-each", "years.2025[0].groups"],
  [
    "an unknown KPI",
    json(withTarget({ kpi: "online-recipt-share" })),
    "unknown-kpi",
    "Did you mean online-receipt-share?",
  ],
  ["a milestone with a number", json(withTarget({ kpi: "report-sent" })), "milestone-needs-by", "atLeast"],
  ["a number with by", json(withTarget({ atLeast: undefined, by: "2025-12-31" })), "by-without-milestone", "deadline"],
  ["an alias of nothing", "id: *nope\n", "bad-alias", "YAML alias"],
  ["a year twice, once in quotes", 'id: a\nyears:\n  2026: []\n  "2026": []\n', "same-key", "line 4", "2026: the key"],
  ["a bound that nothing can be above", json(withTarget({ atLeast: undefined, above: 100 })), "never-met", "above"],
  [
    "a code twice, and more wanted than there are",
    json(withTarget({ kpi: "upgraded-services", atLeast: 3, codes: ["1.000028", "1.000028"] })),
    "repeated",
    "codes[1]",
    "there are only 2 codes",
  ],
  [
    "more than the codes",
    json(withTarget({ kpi: "upgraded-services", atLeast: 2, codes: ["1.000028"] })),
    "more-than-codes",
    "1 codes",
  ],
  ["a negative bound", json(withTarget({ atLeast: -1 })), "negative", "atLeast"],
  ["more than 100 %", json(withTarget({ atLeast: 600 })), "over-hundred", "more than 100 %"],
  ["a list of services without its tag", json(withTarget({ kpi: "listed-services" })), "needs-selection", "list"],
  [
    "a list for a stated figure",
    json(withTarget({ kpi: "security-level", list: "dvctt-25" })),
    "only-for-catalogue",
    "list",
  ],
  [
    "groups of a stated figure",
    json(withTarget({ kpi: "security-level", each: "field" })),
    "bad-each",
    "has no groups",
  ],
  [
    "four criteria of none",
    json(withTarget({ kpi: "quality-criteria-met", atLeast: 4 })),
    "criteria-lacking",
    "prefilled-form-share",
  ],
  ["a duty with a key that is none", withDue({ every: "month" }, { ower: "x" }), "unknown-key", "Did you mean owner?"],
  ["a rule with a key that is none", withDue({ every: "month", dai: 5 }), "unknown-key", "Did you mean day?"],
  ["a rule that says neither how often nor when", withDue({ at: "16:30" }), "every-or-date", "duties[0].due[0]"],
  ["a rule that says both", withDue({ every: "month", date: "2025-11-30" }), "every-or-date", "every", "date"],
  ["every week without a weekday", withDue({ every: "week" }), "missing", "weekday"],
  ["a weekday of a month", withDue({ every: "month", weekday: "monday" }), "not-with", "goes with every: week"],
  ["the 32nd of a month", withDue({ every: "month", day: 32 }), "not-one-of", "1 – 31"],
  ["a month of a quarter", withDue({ every: "quarter", month: 2 }), "not-with", "goes with every: year"],
  ["half past sixteen as 16.30", withDue({ every: "month", at: "16.30" }), "bad-form", "16:30"],
  [
    "a contradiction in one language",
    json({ ...sound, contradictions: [{ clauses: ["I.1"], says: "547 và 487" }] }),
    "two-languages",
    "contradictions[0].says",
  ],
  [
    "an own KPI of a shipped id",
    withOwn({ id: "satisfaction" }),
    "own-id-taken",
    "kpis[0].id",
    "comes with the program",
  ],
  ["an own KPI twice", withOwn({}, ownKpi), "repeated", "kpis[1].id"],
  ["an own id with spaces", withOwn({ id: "Paid online" }), "bad-form", "kpis[0].id", "online-receipt-share"],
  [
    "a title of 46 characters",
    withOwn({ title: { vi: "x".repeat(46), en: "x" } }),
    "title-too-long",
    "kpis[0].title.vi",
  ],
  ["a definition in one language", withOwn({ definition: "x" }), "two-languages", "kpis[0].definition"],
  ["no example", withOwn({ example: undefined }), "missing", "kpis[0].example", '"example" is missing'],
  ["two shapes", withOwn({ mean: days }), "one-of-keys", "it has share, mean"],
  ["no shape", withOwn({ share: undefined }), "one-of-keys", "share, mean, median, percentile"],
  ["where of a share", withOwn({ where: { known: "fee" } }), "where-of-share", "kpis[0].where", "share.of"],
  ["a misspelt shape", withOwn({ shre: {} }), "unknown-key", "Did you mean share?"],
  ["a misspelt condition", withIs({ feild: "channel", is: "online" }), "unknown-key", "Did you mean field?"],
  ["a condition of two", withIs({ known: "fee", blank: "fee" }), "one-of-keys", "it has known, blank"],
  ["a key that is of another", withIs({ known: "fee", atLeast: 4 }), "not-beside", "atLeast", "known"],
  ["a stretch from and to one end", withIs({ ...days, to: "received", atMost: 1 }), "same-end", "kpis[0].share.is.to"],
  ...(["mean", "median", "percentile"] as const).map((shape) => {
    const stretch = { ...days, to: "due", ...(shape === "percentile" && { p: 90 }) };
    const at = `kpis[0].${shape}.to`;
    return [`a ${shape} up to due`, withOwn({ share: undefined, [shape]: stretch }), "due-of-time", at, share] as const;
  }),
  [
    "a mean from due",
    withOwn({ share: undefined, mean: { ...days, from: "due", to: "completed" } }),
    "due-of-time",
    "kpis[0].mean.from",
  ],
  ["a stretch without its unit", withIs({ from: "received", to: "finished", atMost: 1 }), "missing", '"in"'],
  ["a stretch without a limit", withIs(days), "one-of-keys", "below, atMost, atLeast, above"],
  ["a field that is none", withIs({ field: "chanel", is: "online" }), "unknown-field", "Did you mean channel?"],
  [
    "a field that no KPI is given",
    withIs({ and: [{ known: "case_id" }] }),
    "unknown-field",
    "kpis[0].share.is.and[0].known",
  ],
  ["a time as a word", withIs({ not: { field: "due_at", is: "x" } }), "time-field", "kpis[0].share.is.not.field"],
  ["a status of at least 4", withIs({ field: "status", atLeast: 4 }), "not-for-field", "which takes is, in"],
  [
    "a word that is no code",
    withIs({ or: [{ field: "channel", in: ["online", "post"] }] }),
    "not-a-word",
    "kpis[0].share.is.or[0].in",
    "online, in_person, postal",
  ],
  ["a rating of 6", withIs({ field: "rating", is: 6 }), "not-a-word", "1, 2, 3, 4, 5"],
  [
    "a percentile of 100",
    withOwn({ share: undefined, percentile: { ...days, p: 100 } }),
    "not-one-of",
    "kpis[0].percentile.p",
    "1 – 99",
  ],
  ["an end that is none", withOwn({ share: undefined, mean: { ...days, to: "done" } }), "not-one-of", "completed"],
  [
    "an example's column that is none",
    withOwn({ example: { ...ownKpi.example, cases: [{ paymentMethod: "cash" }] } }),
    "unknown-field",
    "kpis[0].example.cases[0].paymentMethod",
    "payment_method",
  ],
  [
    "an example's time as people write it",
    withOwn({ example: { ...ownKpi.example, cases: [{ received_at: "1/9/2025" }] } }),
    "not-a-word",
    "2025-09-01 08:00",
  ],
  [
    "an example of a share that gives a value",
    withOwn({ example: { ...ownKpi.example, gives: { value: 50, denominator: 2 } } }),
    "missing",
    '"numerator"',
    "kpis[0].example.gives.value",
  ],
  [
    "an example that gives something else",
    withOwn({ example: { ...ownKpi.example, gives: { numerator: 2, denominator: 2 } } }),
    "example-gives",
    "kpis[0].example.gives",
    "numerator: 1, denominator: 2",
  ],
  [
    "an example whose row that nobody rated would count",
    withOwn({
      when: "rated",
      example: {
        cases: [
          { payment_method: "online", rated_at: null },
          { payment_method: "cash", rated_at: "2025-09-03 08:00" },
        ],
        gives: { numerator: 1, denominator: 2 },
      },
    }),
    "example-gives",
    "kpis[0].example.gives",
    "the example does not give this: numerator: 0, denominator: 1",
  ],
  [
    "an example with a case that cannot be used, which it does not say",
    withOwn({ example: { cases: [...ownKpi.example.cases, {}], gives: { numerator: 1, denominator: 3 } } }),
    "example-gives",
    'excluded: 1. Left out: the cell of "payment method" is blank (1)',
  ],
  [
    "an unknown KPI beside an own one",
    withOwn({}).replace('"online-receipt-share"', '"paid-onlin"'),
    "unknown-kpi",
    "Did you mean paid-online?",
  ],
  ["text where targets belong", json({ ...sound, years: { "2025": "60%" } }), "wrong-type", "a list"],
];

describe("a plan of one's own", () => {
  it("is sound in JSON and in YAML", async () => {
    const yaml = `id: my-plan
title: { vi: Kế hoạch thử, en: A trial plan }
issuer: UBND xã
place: Xã
sources: [Kế hoạch số 1]
years:
  2025:
    - kpi: online-receipt-share
      atLeast: 60
      clause: I.1
      quote: 60% hồ sơ
      section: quality
    - kpi: report-sent
      by: 2025-11-09
      clause: I.2
      quote: trước ngày 10/11
      section: tasks
`;
    for (const file of [log(json(sound), "plan.json"), log(yaml, "plan.yaml")]) {
      expect(await kpi(["plans", "check", file])).toMatchObject({ code: 0, err: "" });
      const run = await kpi([
        "check",
        "fixtures/sample/cases.csv",
        "--year",
        "2025",
        "--plan",
        file,
        "--format",
        "json",
      ]);
      expect(JSON.parse(run.out).results[0]).toMatchObject({ key: "online-receipt-share@I.1", verdict: "pass" });
    }
  });

  it.each(broken)("with %s: plans check exits 1 and names it, check exits 2", async (_, text, code, ...inMessage) => {
    const file = log(text, "plan.json");
    const run = await kpi(["plans", "check", file, "--lang", "en"]);
    expect(run.code).toBe(1);
    for (const part of inMessage) expect(run.out).toContain(part);
    expect(run.out).toMatch(/line \d+, column \d+/);
    expect((await kpi(["plans", "check", file, "--lang", "vi"])).out).toMatch(/dòng \d+/);
    expect(planFaultCodes).toContain(code);
    const judged = await kpi(["check", "fixtures/sample/cases.csv", "--year", "2025", "--plan", file]);
    expect([judged.code, judged.out]).toEqual([2, ""]);
  });

  it("every fault that has a sentence is met in these tests, but for those of values that no key here can have", () => {
    const met = new Set(broken.map(([, , code]) => code));
    expect(planFaultCodes.filter((code) => !met.has(code))).toEqual(["bad-value"]);
  });

  it("all faults are named at once, in the order of the file", async () => {
    const text = json({ ...withTarget({ kpi: "online-recipt-share", atLeast: -1 }), issuers: "x" });
    const { out } = await kpi(["plans", "check", log(text, "plan.json")]);
    // Of the form (issuers) and of the meaning (the KPI) together.
    expect(out).toMatch(/2 faults\.[\s\S]*online-recipt-share[\s\S]*issuers/);
    const two = json(withTarget({ kpi: "security-level", atLeast: -1, list: "x" }));
    expect((await kpi(["plans", "check", log(two, "plan.json")])).out).toMatch(/2 faults[\s\S]*atLeast[\s\S]*list/);
  });
});
