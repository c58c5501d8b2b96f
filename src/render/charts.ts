/**
 * Charts as static SVG: Observable Plot draws them on linkedom's document, so that a page needs no script. Colours are
 * the variables of the page's style sheet, since a chart is seen by day and by night.
 */
import { axisX, barX, dot, lineY, plot, ruleX, ruleY, text, tickX } from "@observablehq/plot";
import {
  axisBeside,
  chartWidth,
  colours,
  common,
  domainOf,
  fontSize,
  type NumberBelow,
  numbersBelow,
  numbersBeside,
  page,
  pixelsOf,
  placed,
  targetLine,
  targetMarks,
} from "./chart-frame.ts";
import { partsOfTrend, trend } from "./chart-trend.ts";
import type { BarsDrawing, Drawing, FunnelDrawing, StepsDrawing, Tone, TrendDrawing } from "./document.ts";

const barHeight = 38;

export interface ChartText {
  readonly title: string;
  readonly description: string;
}

/** An SVG element for a page; it says its title and description to who cannot see it. */
export function draw(drawing: Drawing, said: ChartText): string {
  const known = drawings.get(drawing);
  if (known?.said.title === said.title && known.said.description === said.description) return known.svg;
  const svg = newDrawing(drawing, said);
  drawings.set(drawing, { said, svg });
  return svg;
}

/** What was drawn: a page and a document of one run show the same. */
const drawings = new WeakMap<Drawing, { readonly said: ChartText; readonly svg: string }>();

function newDrawing(drawing: Drawing, said: ChartText): string {
  const svg = finished(drawn(drawing), said);
  // Between which pixels the points, or the bars, stand in equal parts: for who asks for the value under a pointer.
  if (drawing.type === "trend") return svg.replace("<svg ", `<svg data-plot="${partsOfTrend(drawing)}" `);
  return drawing.type === "bars"
    ? svg.replace("<svg ", `<svg data-plot="22 ${22 + barHeight * drawing.bars.length}" `)
    : svg;
}

function drawn(drawing: Drawing): unknown {
  switch (drawing.type) {
    case "trend":
      return trend(drawing);
    case "bars":
      return bars(drawing);
    case "steps":
      return steps(drawing);
    case "funnel":
      return funnel(drawing);
  }
}

/** The line alone, for the corner of a card. */
export function sparkline({ points, target }: TrendDrawing): string {
  const there = placed(points);
  const svg = plot({
    ...common,
    width: 120,
    height: 34,
    margin: 4,
    x: { axis: null, type: "point", domain: points.map(({ label }) => label) },
    y: { axis: null, domain: domainOf(there, target) },
    marks: [
      ...targetLine(points, target, [4, 116], { stroke: "var(--muted)", strokeDasharray: "3 3" }),
      lineY(points, { x: "label", y: "value", stroke: "var(--accent)", strokeWidth: 1.75 }),
      dot(there.slice(-1), { x: "label", y: "value", r: 2.5, fill: "var(--accent)" }),
    ],
  });
  return finished(svg, null);
}

/** Numbers below a drawing, each on its side of its tick. */
function marksBelow(numbers: readonly NumberBelow[]) {
  return (["start", "middle", "end"] as const).flatMap((side) => {
    const own = numbers.filter(({ anchor }) => anchor === side);
    if (own.length === 0) return [];
    const ticks = own.map(({ value }) => value);
    const words = (_: number, i: number) => own[i].words;
    const inks = { fill: "var(--ink)", stroke: "var(--muted)", fontSize };
    return [axisX({ ticks, tickSize: 3, tickFormat: words, textAnchor: side, labelArrow: "none", ...inks })];
  });
}

type Bar = BarsDrawing["bars"][number];

function bars({ bars: all, target, targetText, shown, domain: given }: BarsDrawing): unknown {
  const ends = all.flatMap(({ value, interval }) => [value, ...(interval ?? [])]);
  const [least, most] = given ?? [Math.min(0, ...ends), Math.max(target ?? 0, ...ends)];
  // Two groups may have one name: they are told apart by their place.
  const place = (_: unknown, i: number) => i;
  const width = chartWidth - 32;
  const at = target === null || most === least ? 0 : ((target - least) / (most - least)) * width;
  return plot({
    ...common,
    height: 48 + barHeight * all.length,
    marginLeft: 14,
    marginRight: 18,
    marginTop: 22,
    marginBottom: 26,
    x: { domain: [least, most], label: null },
    y: { type: "band", domain: all.map(place), axis: null, padding: 0 },
    marks: [
      ...marksBelow(numbersBelow([least, most], [14, chartWidth - 18], shown)),
      barX(all, {
        y: place,
        x1: () => 0,
        x2: "value",
        fill: ({ tone, isFew }: Bar) =>
          isFew ? "var(--line)" : tone === "fail" ? "var(--fail-soft)" : "var(--accent-soft)",
        stroke: ({ tone, isFew }: Bar) => (isFew ? "var(--muted)" : colours[tone === "fail" ? "fail" : "none"]),
        strokeWidth: 0.75,
        insetTop: 21,
        insetBottom: 4,
      }),
      // Between these the value of the group may well lie.
      ruleY(
        all.filter(({ interval }) => interval !== null),
        {
          y: (bar: Bar) => all.indexOf(bar),
          x1: ({ interval }: Bar) => Math.max(least, (interval as [number, number])[0]),
          x2: ({ interval }: Bar) => Math.min(most, (interval as [number, number])[1]),
          stroke: "var(--ink)",
          strokeWidth: 1.5,
          dy: 8.5,
        },
      ),
      ruleX([0], { stroke: "var(--muted)" }),
      ...(target === null
        ? []
        : [
            // On the bars alone: no number is crossed by it.
            tickX(all, {
              x: () => target,
              y: place,
              stroke: "var(--ink)",
              strokeWidth: 1.75,
              strokeDasharray: "3 2",
              insetTop: 19,
              insetBottom: 2,
            }),
            text([target], {
              x: (value: number) => value,
              frameAnchor: "top",
              dy: -18,
              text: () => targetText,
              textAnchor: at > width * 0.6 ? "end" : at < width * 0.4 ? "start" : "middle",
              fill: "var(--ink)",
            }),
          ]),
      text(all, {
        y: place,
        dy: -9,
        fill: "var(--ink)",
        frameAnchor: "left",
        text: "label",
        textAnchor: "start",
        lineWidth: 14,
        textOverflow: "ellipsis",
      }),
      text(all, {
        y: place,
        dy: -9,
        fill: "var(--ink)",
        frameAnchor: "right",
        text: ({ note, tone }: { note: string; tone: Tone }) => `${tone === "fail" ? "✗ " : ""}${note}`,
        dx: 14,
        textAnchor: "end",
      }),
    ],
  });
}

/** Points by their cases, between the limits of chance; those that stand apart have their names. */
function funnel({ points, curve, target, targetText, xLabel, shown, counted }: FunnelDrawing): unknown {
  const values = [...points.map(({ value }) => value), ...(target === null ? [] : [target])];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = Math.max(2, (high - low) * 0.25);
  const domain = [Math.max(0, low - room), Math.min(100, high + room)] as const;
  const limits = ([0, 1] as const).flatMap((side) => [
    { of: "within95" as const, side, dash: "4 3" },
    { of: "within998" as const, side, dash: "1 3" },
  ]);
  const apart = points.filter(({ tone }) => tone !== "none").slice(0, mostNamed);
  const [first, last] = [curve[0].n, (curve.at(-1) as (typeof curve)[number]).n];
  const beside = numbersBeside(domain, shown);
  const right = Math.ceil(Math.max(62, pixelsOf(targetText) + 12));
  return plot({
    ...common,
    height: 230,
    marginLeft: beside.room,
    marginRight: right,
    marginTop: 16,
    marginBottom: 40,
    x: { label: xLabel, labelAnchor: "center", labelArrow: "none", domain: [first, last] },
    y: { domain, label: null },
    marks: [
      // There is no half of a case.
      ...marksBelow(
        numbersBelow([first, last], [beside.room, chartWidth - right], counted).filter(({ value }) =>
          Number.isInteger(value),
        ),
      ),
      axisBeside(beside),
      ...limits.map(({ of, side, dash }) =>
        lineY(curve, {
          x: "n",
          // What lies outside the drawing is drawn on its border.
          y: (at: (typeof curve)[number]) => Math.min(domain[1], Math.max(domain[0], at[of][side])),
          stroke: "var(--muted)",
          strokeWidth: 1.25,
          strokeDasharray: dash,
        }),
      ),
      ...targetMarks(target, targetText),
      dot(points, {
        x: "n",
        y: "value",
        r: 4,
        stroke: ({ tone }: { tone: Tone }) => colours[tone],
        fill: ({ tone }: { tone: Tone }) => (tone === "fail" ? "var(--paper)" : colours[tone]),
        strokeWidth: 1.75,
      }),
      ...apart.map((point, i) => {
        const isRight = point.n > (first + last) / 2;
        return text([point], {
          x: "n",
          y: "value",
          text: "label",
          textAnchor: isRight ? "end" : "start",
          // Neighbours have their names above and below.
          ...{ dx: isRight ? 5 : -5, dy: i % 2 === 0 && point.value > domain[0] + room ? 13 : -13 },
          lineWidth: 12,
          textOverflow: "ellipsis",
          fill: "var(--ink)",
        });
      }),
    ],
  });
}

/** Names in a funnel that do not lie on one another as a rule. */
const mostNamed = 3;

/** Where a figure stood, by what it moved, and where it stands: points and the distance between them, not lengths. */
function steps({ from, steps: changes, to, shown, changed }: StepsDrawing): unknown {
  let at = from.value;
  const moved = changes.map(({ label, change }) => {
    const step = { label, from: at, to: at + change, change };
    at += change;
    return step;
  });
  const ends = [from, to];
  const reached = [...ends, ...moved.map(({ to: value }) => ({ value }))];
  const labels = [from.label, ...moved.map(({ label }) => label), to.label];
  const [low, high] = domainOf(reached, null);
  const levels = [
    { label: labels[0], next: labels[1], value: from.value },
    ...moved.map((step, i) => ({ label: step.label, next: labels[i + 2], value: step.to })),
  ];
  return plot({
    ...common,
    height: 220,
    marginLeft: 8,
    marginRight: 8,
    marginTop: 26,
    marginBottom: 66,
    x: { type: "point", domain: labels, label: null, padding: 0.5 },
    y: { domain: [low, high], axis: null },
    marks: [
      axisX({ tickSize: 0, fill: "var(--ink)", fontSize, lineWidth: 5.2 }),
      ...levels.map(({ label, next, value }) =>
        lineY(
          [
            { label, value },
            { label: next, value },
          ],
          { x: "label", y: "value", stroke: "var(--muted)", strokeDasharray: "2 3" },
        ),
      ),
      ...moved.map(({ label, from: start, to: end }) =>
        lineY(
          [
            { label, value: start },
            { label, value: end },
          ],
          { x: "label", y: "value", stroke: "var(--accent)", strokeWidth: 10 },
        ),
      ),
      dot(ends, { x: "label", y: "value", r: 5, fill: "var(--accent)" }),
      text(ends, {
        x: "label",
        y: "value",
        text: ({ value }: { value: number }) => shown(value),
        dy: -12,
        fontWeight: 600,
        fill: "var(--ink)",
      }),
      text(moved, {
        x: "label",
        // Below its bar, as the ends' numbers stand above their points: none meets another.
        y: ({ from: start, to: end }: { from: number; to: number }) => Math.min(start, end),
        text: ({ change }: { change: number }) => changed(change),
        dy: 11,
        fill: "var(--ink)",
      }),
    ],
  });
}

/** As text; with a role and its words, or hidden from who hears the page where the words stand beside it. */
function finished(svg: unknown, said: ChartText | null): string {
  const element = svg as Element;
  element.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  element.removeAttribute("fill");
  for (const style of element.querySelectorAll("style")) style.remove();
  // Plot names the kind of each mark where a reader of the page may hear no name.
  for (const mark of element.querySelectorAll("[aria-label]")) mark.removeAttribute("aria-label");
  if (said === null) {
    element.setAttribute("aria-hidden", "true");
    return element.outerHTML;
  }
  element.setAttribute("role", "img");
  const child = (name: string, words: string) => {
    const made = page.createElementNS("http://www.w3.org/2000/svg", name);
    made.textContent = words;
    return made;
  };
  element.prepend(child("title", said.title), child("desc", said.description));
  return element.outerHTML;
}
