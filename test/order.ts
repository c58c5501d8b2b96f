/** The order of files: those that take longest begin first, so that no process is left with one at the end. */
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Longest first: those that wait for browsers, engines and processes, then those that count long logs. */
const longest = [
  "page/page",
  "tally/slurm",
  "render/pages",
  "page/same-bytes",
  "commands/compare",
  "commands/check",
  "house/readme",
  "tally/parts",
  "read/page",
  "house/package",
  "commands/hostile",
  "house/examples",
  "report/three-years",
  "report/public",
  "house/contributing",
  "page/firefox",
].map((name) => `/test/${name}.test.ts`);

const place = ({ moduleId }: TestSpecification) => {
  const at = longest.findIndex((name) => moduleId.endsWith(name));
  return at === -1 ? longest.length : at;
};

export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}
