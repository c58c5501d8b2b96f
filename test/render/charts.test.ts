/** Words of charts have room: numbers below do not meet and do not leave the drawing, those on the left are within it. */
import { describe, expect, it } from "vitest";
import { chartWidth, numbersBelow, numbersBeside, pixelsOf, ticksOf } from "../../src/render/chart-frame.ts";
import { draw } from "../../src/render/charts.ts";
import type { TrendDrawing } from "../../src/render/document.ts";

const minutes = (value: number) => `${String(value).replace(".", ",")} phút`;

describe("round numbers of a scale", () => {
  it.each([
    [[0, 12], 4, [0, 2, 4, 6, 8, 10, 12]],
    [[0, 12], 2, [0, 5, 10]],
    [[0, 100], 4, [0, 20, 40, 60, 80, 100]],
    [[0.05, 0.35], 3, [0.1, 0.2, 0.3]],
    [[-20, 45], 4, [-20, 0, 20, 40]],
    [[5, 5], 4, [5]],
  ] as const)("between %j about %d: %j", (domain, about, ticks) => {
    expect(ticksOf(domain, about)).toEqual(ticks);
  });
});

describe("numbers below a drawing of 288 pixels, from 14 to 302", () => {
  it("0 to 12 minutes are told at 0, 5 and 10: seven words of 50 pixels do not fit; the first begins at its tick", () => {
    const numbers = numbersBelow([0, 12], [14, 302], minutes);
    expect(numbers.map(({ words, anchor }) => [words, anchor])).toEqual([
      ["0 phút", "start"],
      ["5 phút", "middle"],
      ["10 phút", "middle"],
    ]);
  });

  it.each([1, 7.3, 12, 99, 1234, 98765])("to %d none meets its neighbour or leaves the chart", (most) => {
    let free = 0;
    for (const { value, words, anchor } of numbersBelow([0, most], [14, 302], minutes)) {
      const at = 14 + (value / most) * 288;
      const width = pixelsOf(words);
      const left = anchor === "start" ? at : anchor === "end" ? at - width : at - width / 2;
      expect(left).toBeGreaterThanOrEqual(free);
      free = left + width;
      expect(free).toBeLessThanOrEqual(chartWidth);
    }
  });
});

describe("numbers on the left of a drawing", () => {
  it("have as much room as their words take, and no unit where it is too long", () => {
    expect(numbersBeside([0, 100], (value) => `${value}%`).room).toBe(54);
    const { words, room } = numbersBeside([7, 8], minutes);
    expect(words).toContain("7,2 phút");
    expect(room).toBeGreaterThanOrEqual(pixelsOf("7,2 phút") + 6);
    expect(numbersBeside([0, 4], (value) => `${value} giờ làm việc`).words).toEqual(["0", "1", "2", "3", "4"]);
  });
});

describe("the target of a trend", () => {
  const drawing = (targets: readonly (number | null | undefined)[]): TrendDrawing => ({
    type: "trend",
    target: 5,
    targetText: "< 5 phút",
    shown: minutes,
    key: ["đạt", "chưa đạt"],
    points: targets.map((target, i) => ({
      label: `T${i + 1}`,
      value: 6,
      tone: "none",
      ...(target !== undefined && { target }),
    })),
  });
  const lines = (svg: string) =>
    [...svg.matchAll(/<line y2="[^"]*" y1="[^"]*" x2="([^"]*)" x1="([^"]*)"/g)].map(([, to, from]) =>
      [from, to].map(Number),
    );

  it("is one line across; with 8 for the first two of four periods, none for the third and 5 for the last it is two pieces", () => {
    const said = { title: "", description: "" };
    expect(lines(draw(drawing([undefined, undefined]), said))).toEqual([[66, 249]]);
    const [first, second, ...more] = lines(draw(drawing([8, 8, null, undefined]), said));
    expect(more).toEqual([]);
    // Four parts of 195 pixels.
    expect([first, second]).toEqual([
      [54, 151.5],
      [200.25, 249],
    ]);
  });
});
