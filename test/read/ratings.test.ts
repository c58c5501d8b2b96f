/** Ratings in words, in numbers of a scale that they name or that is said, and scales in doubt. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder, kpi, log, report } from "../run.ts";

const rated = (...ratings: string[]) =>
  log(
    [
      "Mã hồ sơ,Ngày tiếp nhận,Ngày trả kết quả,Mức độ hài lòng",
      ...ratings.map((rating, i) => `${i},01/09/2025 08:00,02/09/2025 08:00,${rating}`),
      "",
    ].join("\n"),
  );
const args = ["--year", "2025", "--kpi", "satisfaction"];
const satisfied = async (file: string, ...more: string[]) => {
  const { numerator, denominator } = (await report([file, ...args, ...more])).results[0].measure as never;
  return `${numerator}/${denominator}`;
};

describe("a rating", () => {
  it.each([
    [["5 sao", "4/5", "Rất tốt", "Tốt", "3 sao", "Kém", "Chưa hài lòng"], "4/7"],
    [["100%", "80 %", "79%", "60%", "0%"], "2/5"],
    [["★★★★★", "★★★★☆", "★★☆☆☆"], "2/3"],
    [["9/10", "8/10", "7/10", "2/3"], "2/4"],
    [["5", "4", "3", "1"], "2/4"],
    [["4.0", "3.0", "5.0"], "2/3"],
    [["Hài lòng", "4", "2"], "2/3"],
    [["5", "NULL", "Chưa đánh giá", "-"], "1/1"],
    [["5 điểm", "3 điểm", "4 points"], "2/3"],
  ])("of %j: %s are satisfied", async (ratings, share) => {
    expect(await satisfied(rated(...ratings))).toBe(share);
  });

  it.each([
    [["9", "7", "6", "10"], "10", "2/4"],
    [["3", "3", "2", "1"], "3", "2/4"],
    [["90", "65", "80"], "100", "2/3"],
    [["3", "2", "1"], "5", "0/3"],
  ])("of the numbers %j on a scale of %s: %s", async (ratings, scale, share) => {
    expect(await satisfied(rated(...ratings), "--rating-scale", scale)).toBe(share);
  });

  it.each([
    [["5", "9", "4"], /line 3: a rating is a number above 5 \("9"\)/],
    [["3", "2", "3"], /ratings are numbers and none is above 3/],
    [["5 điểm", "9 điểm", "4 điểm"], /line 3: a rating is a number above 5 \("9 điểm"\)/],
    [["3 điểm", "2 điểm", "1 điểm"], /ratings are numbers and none is above 3/],
    // One word, or one cell that names its scale, does not say on which the others are.
    [["3", "2", "Hài lòng", "8/10"], /ratings are numbers and none is above 3/],
  ])("%j is on a scale in doubt, and stops the run", async (ratings, why) => {
    const run = await kpi(["check", rated(...ratings), ...args, "--lang", "en"]);
    expect([run.code, run.out]).toEqual([2, ""]);
    expect(run.err).toMatch(why);
    expect(run.err).toMatch(/--rating-scale 10.*--map-value rating:3=5/s);
  });

  it("“Không” is a word that is not known: one satisfied, two of which nobody knows", async () => {
    const { results, ledger } = await report([rated("Hài lòng", "Không", "Không"), ...args]);
    expect(results[0].measure).toMatchObject({ numerator: 1, denominator: 1 });
    expect(results[0]).toMatchObject({ excluded: { "bad-rating": 2 } });
    expect(ledger.issues.map(({ code, count }) => [code, count])).toEqual([["unknown-word", 2]]);
  });

  const filled = [...Array<string>(30).fill("Hài lòng"), ...Array<string>(20).fill("***")];

  it.each(["*", "**", "***", "*****", "********", "* * *", "***--"])(
    "of typed stars, %s, may fill a cell without one: 1 of 1 and 2 of which nobody knows",
    async (cell) => {
      const { results, ledger } = await report([rated("Hài lòng", cell, cell), ...args]);
      expect(results[0].measure).toMatchObject({ numerator: 1, denominator: 1 });
      expect(results[0]).toMatchObject({ excluded: { "bad-rating": 2 } });
      expect(ledger.issues.map(({ code, count }) => [code, count])).toEqual([["unknown-word", 2]]);
      expect(ledger.unknownWords).toMatchObject([{ word: cell, count: 2 }]);
    },
  );

  it.each([
    ["", "30/30"],
    ["3", "30/50"],
    ["5", "50/50"],
  ])('of 20 "***" beside 30 satisfied, mapped to "%s": %s', async (meaning, share) => {
    expect(await satisfied(rated(...filled), "--map-value", `rating:***=${meaning}`)).toBe(share);
  });

  it.each([
    ["vi", "không ghi gì sau dấu ="],
    ["en", "nothing after = for a blank"],
  ])('of 20 "***" is told in %s with the number that it may be, and "%s"', async (language, blank) => {
    const said = (await kpi(["check", rated(...filled), ...args, "--lang", language])).out.replace(/\s+/g, " ");
    expect(said).toContain('--map-value rating:"***"=… (5, 4, 3, 2, 1; ');
    expect(said).toContain(blank);
    expect(said).toMatch(language === "en" ? /line 32, .*×20/ : /dòng 32, .*20 ô/);
  });

  it("of typed stars leaves a target of 95 % undecided: 30 of 50, or 50 of 50", async () => {
    const plan = ["--plan", "ngoai-vu-76", "--period", "all", "--kpi", "satisfaction"];
    const { results } = await report([rated(...filled), "--year", "2025", ...plan]);
    expect(results[0].verdict).toBe("undecided");
  });

  it("of several logs is judged by all of them, of their tallies too: one 4 beside 3, 2, 3 is a scale of five", async () => {
    const [low, high] = [rated("3", "2", "3"), rated("4")];
    expect(await satisfied(low, high)).toBe("1/4");
    const parts = [low, high].map((_, i) => join(folder(), `${i}.kpi.json`));
    for (const [i, file] of [low, high].entries()) {
      expect((await kpi(["tally", file, "--out", parts[i]])).code).toBe(0);
    }
    expect(await satisfied(parts[0], parts[1])).toBe("1/4");
    expect((await kpi(["check", parts[0], ...args, "--lang", "en"])).err).toMatch(/none is above 3/);
    expect((await kpi(["check", parts[0], "--year", "2025", "--kpi", "same-day-transfer-share"])).err).not.toMatch(
      /scale/,
    );
  });

  it("that is a 3 of a row that is no case (a note, a subtotal) shows nothing of the scale", async () => {
    const file = log(
      "Mã hồ sơ,Ngày tiếp nhận,Ngày trả kết quả,Mức độ hài lòng\n1,01/09/2025 08:00,02/09/2025 08:00,Hài lòng\nCộng,,,3\n",
    );
    expect(await satisfied(file)).toBe("1/1");
  });

  it("--map-value of each number decides too: 3 is 5, 2 is 3, 1 is 1", async () => {
    const words = ["rating:3=5", "rating:2=3", "rating:1=1"].flatMap((word) => ["--map-value", word]);
    expect(await satisfied(rated("3", "3", "2", "1"), ...words)).toBe("2/4");
  });

  it("a configuration names the scale, and a word that is as a blank", async () => {
    const config = join(folder(), "kpi.yaml");
    writeFileSync(config, 'rating-scale: 10\nmap-value:\n  rating:\n    "Khách bỏ qua": ""\n    "không chấm": \n');
    expect(await satisfied(rated("9", "Khách bỏ qua", "không chấm"), "--config", config)).toBe("1/1");
  });

  it("above the scale that was said is a word that nobody knows", async () => {
    const made = await report([rated("9", "11"), ...args, "--rating-scale", "10"]);
    expect(made.ledger.issues).toMatchObject([{ code: "unknown-word", column: "rating", count: 1 }]);
    expect((await kpi(["check", rated("9"), ...args, "--rating-scale", "1"])).code).toBe(2);
  });
});
