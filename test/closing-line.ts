import type { Reporter, TestModule } from "vitest/node";

/** Ends a run with one plain line that any CI can read: how many tests passed and failed. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const skipped = count("skipped");
    // A file that does not load has no test to fail.
    const failed = count("failed") + modules.filter((module) => module.errors().length > 0).length;
    console.log(`${count("passed")} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  }
}
