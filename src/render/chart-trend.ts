/** A line over periods, with its target and what is usual in it. */
import { axisX, dot, lineY, plot, ruleY, text } from "@observablehq/plot";
import {
  axisBeside,
  chartWidth,
  colours,
  common,
  domainOf,
  fontSize,
  numbersBeside,
  type Point,
  pixelsOf,
  placed,
  targetMarks,
  wordHeight,
} from "./chart-frame.ts";
import type { TrendDrawing } from "./document.ts";

const lineHeight = 190;

/** Where a trend is drawn: between its numbers, and its value and target in words. */
function placesOf({ points, target, targetText, shown, most, domain: given }: TrendDrawing) {
  const there = placed(points);
  const domain = given ?? domainOf(there, target, most);
  const beside = numbersBeside(domain, shown);
  const last = there.at(-1);
  // The value is bold.
  const words = [
    last === undefined ? 0 : 1.1 * pixelsOf(shown(last.value)),
    target === null ? 0 : pixelsOf(targetText),
  ];
  return { there, domain, beside, last, right: Math.ceil(Math.max(70, ...words.map((width) => width + 12))) };
}

/** The points stand in the middles of as many equal parts between these pixels. */
export function partsOfTrend(drawing: TrendDrawing): string {
  const { beside, right } = placesOf(drawing);
  // A scale of points leaves half a step at either end, as Plot draws it.
  return drawing.points.length === 0 ? "0 1" : `${beside.room} ${chartWidth - right}`;
}

/** The periods that are named: three at most, from the last, which is that of the report, and none on its neighbour. */
function ticksOfPeriods(labels: readonly string[], step: number): string[] {
  for (let apart = Math.max(4, Math.ceil(labels.length / 3)); ; apart++) {
    const ticks = labels.filter((_, i) => (labels.length - 1 - i) % apart === 0);
    const fits = ticks.every((label, i) => i === 0 || pixelsOf(label) + pixelsOf(ticks[i - 1]) + 4 <= 2 * apart * step);
    if (fits) return ticks;
  }
}

export function trend(drawing: TrendDrawing): unknown {
  const { points, target, targetText, key, shown, usual } = drawing;
  const { there, domain, beside, last, right } = placesOf(drawing);
  const labels = points.map(({ label }) => label);
  const ends = [beside.room, chartWidth - right] as const;
  const step = (ends[1] - ends[0]) / Math.max(1, labels.length);
  const ticks = ticksOfPeriods(labels, step);
  const [top, bottom] = [24, 26];
  // Value and target stand beside the drawing, each on its height, and a line of words apart.
  const perPixel = (domain[1] - domain[0]) / (lineHeight - top - bottom);
  const apart = last === undefined || target === null ? wordHeight : (last.value - target) / perPixel;
  const push = Math.abs(apart) >= wordHeight ? 0 : (apart < 0 ? 1 : -1) * (wordHeight - Math.abs(apart));
  // A miss is a hollow point: it is told without its colour too.
  const legend = key.map((words, i) => ({ words, isHollow: i === 1, x: i === 0 ? 6 : 76 }));
  return plot({
    ...common,
    height: lineHeight,
    marginLeft: beside.room,
    marginRight: right,
    marginTop: top,
    marginBottom: bottom,
    x: { type: "point", domain: labels, label: null },
    y: { domain, label: null },
    marks: [
      axisX({ ticks, tickSize: 3, stroke: "var(--muted)", fill: "var(--ink)", fontSize }),
      axisBeside(beside),
      ...targetMarks(target, targetText, points, ends),
      // Between these the periods vary as a rule.
      ...(usual == null
        ? []
        : [
            ruleY([usual.low, usual.high], { stroke: "var(--muted)", strokeWidth: 1, strokeDasharray: "1 3" }),
            ruleY([usual.mean], { stroke: "var(--muted)", strokeWidth: 1 }),
          ]),
      lineY(points, { x: "label", y: "value", stroke: "var(--accent)", strokeWidth: 2 }),
      dot(there, {
        x: "label",
        y: "value",
        r: 3.4,
        stroke: ({ tone }: Point) => colours[tone],
        fill: ({ tone }: Point) => (tone === "fail" ? "var(--paper)" : colours[tone]),
        strokeWidth: 1.75,
      }),
      text(there.slice(-1), {
        x: "label",
        y: "value",
        text: ({ value }: { value: number }) => shown(value),
        textAnchor: "start",
        dx: 10,
        dy: push,
        fontWeight: 600,
        fill: "var(--ink)",
      }),
      // The key of the points, above them.
      ...legend.flatMap(({ words, isHollow, x }) => [
        dot([0], {
          frameAnchor: "top-left",
          dx: x,
          dy: -14,
          r: 3.4,
          stroke: isHollow ? "var(--fail)" : "var(--pass)",
          fill: isHollow ? "var(--paper)" : "var(--pass)",
          strokeWidth: 1.75,
        }),
        text([words], { frameAnchor: "top-left", dx: x + 8, dy: -21, textAnchor: "start", fill: "var(--ink)" }),
      ]),
    ],
  });
}
