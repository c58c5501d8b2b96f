import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { folder, kpi, report } from "../run.ts";

const make = async (...args: string[]) => {
  const dir = folder();
  expect((await kpi(["sample", "--out", dir, ...args])).code).toBe(0);
  return dir;
};

it.each([
  ["full", "mixed"],
  ["full", "good"],
  ["english", "mixed"],
  ["register", "mixed"],
  ["durations", "mixed"],
])("5,000 cases of the form %s, profile %s: kpi check comes to the known answers", async (form, profile) => {
  const dir = await make("--cases", "5000", "--seed", "42", "--form", form, "--profile", profile);
  const answers = JSON.parse(readFileSync(join(dir, "answers.json"), "utf8"));
  const found = await report([join(dir, "cases.csv"), "--year", "2025", "--kpi", "all"]);
  expect(found.ledger).toMatchObject(answers.ledger);
  for (const [id, measure] of Object.entries(answers.kpis)) {
    expect(found.results.find((result) => result.kpi === id)?.measure, id).toMatchObject(measure as object);
  }
});

it("the same seed gives the same bytes, another seed others", async () => {
  const [a, b, c] = await Promise.all([make("--seed", "5"), make("--seed", "5"), make("--seed", "6")]);
  const read = (dir: string) => readFileSync(join(dir, "cases.csv"), "utf8");
  expect(read(a)).toBe(read(b));
  expect(read(a)).not.toBe(read(c));
});

it("fixtures/sample is what the program makes of seed 7", async () => {
  const dir = await make("--seed", "7", "--profile", "good");
  expect(readFileSync(join(dir, "cases.csv"), "utf8")).toBe(readFileSync("fixtures/sample/cases.csv", "utf8"));
  for (const form of ["english", "register", "durations"]) {
    const small = await make("--seed", "7", "--cases", "300", "--form", form);
    expect(readFileSync(join(small, "cases.csv"), "utf8")).toBe(readFileSync(`fixtures/sample/${form}.csv`, "utf8"));
  }
});

it("has quoted cells, every channel and status, open cases, blank ratings and superseded rows", async () => {
  const text = readFileSync("fixtures/sample/cases.csv", "utf8");
  for (const word of [
    '"Số ',
    "Trực tiếp",
    "Bưu chính công ích",
    "Mới đăng ký",
    "Dừng xử lý",
    "Công dân yêu cầu rút hồ sơ",
  ]) {
    expect(text).toContain(word);
  }
  expect((await report(["fixtures/sample/cases.csv", "--year", "2025"])).ledger.duplicates).toBe(5);
});
