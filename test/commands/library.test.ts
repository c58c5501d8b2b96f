/** The library refuses what the command line refuses: nothing else is judged than what was asked for. */
import { describe, expect, it } from "vitest";
import { check, errorText, readCases, report, UserError } from "../../src/index.ts";

const sample = "fixtures/sample/cases.csv";

/** The error of a call. */
async function refused(call: Promise<unknown>): Promise<UserError> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UserError);
  return error as UserError;
}

describe("the library", () => {
  it.each<[string, () => Promise<unknown>, string | null]>([
    ["check with month", () => check(sample, { year: 2025, month: "2025-09" } as never), null],
    ["check with perod", () => check(sample, { year: 2025, perod: "2025-09" } as never), "period"],
    ["report with expectd", () => report(sample, { year: 2025, period: "2025-09", expectd: 9 } as never), "expected"],
    ["report with by", () => report(sample, { year: 2025, period: "2025-09", by: ["agency"] } as never), null],
    ["readCases with timezone", () => readCases(sample, () => {}, { timezone: "UTC" } as never), "timeZone"],
  ])("%s is refused, and the options are named", async (name, call, nearest) => {
    const error = await refused(call());
    const option = name.split(" ").at(-1);
    expect([error.code, error.data.option]).toEqual(["unknown-option", option]);
    if (nearest !== null) expect(errorText(error)).toContain(`there is no option ${option}. Did you mean ${nearest}?`);
    expect(errorText(error)).toContain("The options are: map, mapValue");
    expect(errorText(error, "vi")).toContain("Các tùy chọn: map, mapValue");
  });

  it("takes options that are there and say nothing: 2025", async () => {
    const { plan } = await check(sample, { year: 2025, period: undefined, month: undefined } as never);
    expect(plan.year).toBe(2025);
  });

  it.each([
    () => check([], { year: 2025 }),
    () => report([], { year: 2025, period: "2025" }),
    () => readCases([], () => {}),
  ])("without a file says so", async (call) => {
    const error = await refused(call());
    expect([error.code, errorText(error)]).toEqual(["no-files", "no file was given to read."]);
  });

  it.each([-5, Number.NaN, Number.POSITIVE_INFINITY, 1e21, 0.5])(
    "report does not expect %d cases",
    async (expected) => {
      const error = await refused(report(sample, { year: 2025, period: "2025-09", expected }));
      expect([error.code, error.data]).toEqual([
        "bad-number",
        { option: "expected", value: String(expected), least: 0 },
      ]);
    },
  );
});
