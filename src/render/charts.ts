/**
 * Charts as static SVG: Observable Plot draws them on linkedom's document, so that a page needs no script. Colours are
 * the variables of the page's style sheet, since a chart is seen by day and by night.
 */
import { axisX, axisY, barX, dot, lineY, plot, ruleX, ruleY, text, tickX } from "@observablehq/plot";
import { DOMParser } from "linkedom";
import type { BarsDrawing, Drawing, FunnelDrawing, StepsDrawing, Tone, TrendDrawing } from "./document.ts";

/** A figure's own columns are as wide as a phone: on wider pages charts stand beside each other. */
export const chartWidth = 320;
const lineHeight = 190;
const barHeight = 38;
/** On the narrowest page a chart is 302 pixels wide: its words are 12 there. */
const fontSize = 13;
/** What a line of words takes. */
const wordHeight = 15;

export interface ChartText {
  readonly title: string;
  readonly description: string;
}

// Only a document of XML writes & and < in attributes as they must be written.
const page = new DOMParser().parseFromString('<svg xmlns="http://www.w3.org/2000/svg"/>', "image/svg+xml");

const colours: Readonly<Record<Tone, string>> = { pass: "var(--pass)", fail: "var(--fail)", none: "var(--accent)" };

/** What is common to all: the page's font and ink, and one name of the class for every chart. */
const common = {
  document: page as unknown as Document,
  className: "kpi-chart",
  width: chartWidth,
  style: { fontSize: `${fontSize}px`, fontFamily: "inherit", background: "none", overflow: "visible" },
};

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
  if (drawing.type === "trend") return svg.replace("<svg ", `<svg data-plot="${partsOfTrend(drawing.points.length)}" `);
  return drawing.type === "bars"
    ? svg.replace("<svg ", `<svg data-plot="22 ${22 + barHeight * drawing.bars.length}" `)
    : svg;
}

/** The points stand in the middles of as many equal parts. */
function partsOfTrend(count: number): string {
  // A scale of points leaves half a step at either end, as Plot draws it.
  return count === 0 ? "0 1" : `54 ${chartWidth - 70}`;
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
      ...(target === null ? [] : [ruleY([target], { stroke: "var(--muted)", strokeDasharray: "3 3" })]),
      lineY(points, { x: "label", y: "value", stroke: "var(--accent)", strokeWidth: 1.75 }),
      dot(there.slice(-1), { x: "label", y: "value", r: 2.5, fill: "var(--accent)" }),
    ],
  });
  return finished(svg, null);
}

type Point = TrendDrawing["points"][number];
const isThere = ({ value }: Point) => value !== null;
const placed = (points: readonly Point[]) => points.filter(isThere) as (Point & { readonly value: number })[];

/** Room around what is shown, so that a line does not lie on the border; a value that never moves stands in the middle. */
function domainOf(
  points: readonly { readonly value: number }[],
  target: number | null,
  most = Number.POSITIVE_INFINITY,
): [number, number] {
  const values = [...points.map(({ value }) => value), ...(target === null ? [] : [target])];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = high > low ? (high - low) * 0.15 : Math.max(1, Math.abs(high) * 0.05);
  return [low - room, Math.max(high, Math.min(high + room, most))];
}

/** A number of an axis, on which a fraction of 0 says nothing. */
const onAxis = (shown: (value: number) => string) => (value: number) => shown(value).replace(/[.,]0(?!\d)/, "");

function trend({ points, target, targetText, key, shown, most, usual, domain: given }: TrendDrawing): unknown {
  const there = placed(points);
  const labels = points.map(({ label }) => label);
  // Three at most, from the last, which is the period of the report.
  const apartBy = Math.max(4, Math.ceil(labels.length / 3));
  const ticks = labels.filter((_, i) => (labels.length - 1 - i) % apartBy === 0);
  const domain = given ?? domainOf(there, target, most);
  const [top, bottom] = [24, 26];
  const last = there.at(-1);
  // Value and target stand beside the drawing, each on its height, and a line of words apart.
  const perPixel = (domain[1] - domain[0]) / (lineHeight - top - bottom);
  const apart = last === undefined || target === null ? wordHeight : (last.value - target) / perPixel;
  const push = Math.abs(apart) >= wordHeight ? 0 : (apart < 0 ? 1 : -1) * (wordHeight - Math.abs(apart));
  // A miss is a hollow point: it is told without its colour too.
  const legend = key.map((words, i) => ({ words, isHollow: i === 1, x: i === 0 ? 6 : 76 }));
  return plot({
    ...common,
    height: lineHeight,
    marginLeft: 54,
    marginRight: 70,
    marginTop: top,
    marginBottom: bottom,
    x: { type: "point", domain: labels, label: null },
    y: { domain, label: null },
    marks: [
      axisX({ ticks, tickSize: 3, stroke: "var(--muted)", fill: "var(--ink)", fontSize }),
      axisY({ ticks: 4, tickSize: 0, tickFormat: onAxis(shown), fill: "var(--ink)", fontSize }),
      ...targetMarks(target, targetText),
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

/** The target's line across, labelled beside the drawing on its height. */
function targetMarks(target: number | null, words: string) {
  if (target === null) return [];
  return [
    ruleY([target], { stroke: "var(--ink)", strokeWidth: 1.25, strokeDasharray: "5 3" }),
    text([target], {
      y: (value: number) => value,
      frameAnchor: "right",
      text: () => words,
      textAnchor: "start",
      dx: 10,
      fill: "var(--ink)",
    }),
  ];
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
      axisX({ ticks: 4, tickSize: 3, tickFormat: onAxis(shown), fill: "var(--ink)", stroke: "var(--muted)", fontSize }),
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
function funnel({ points, curve, target, targetText, xLabel, shown }: FunnelDrawing): unknown {
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
  return plot({
    ...common,
    height: 230,
    marginLeft: 54,
    marginRight: 62,
    marginTop: 16,
    marginBottom: 40,
    x: { label: xLabel, labelAnchor: "center", labelArrow: "none", domain: [first, last] },
    y: { domain, label: null },
    marks: [
      axisX({ ticks: 4, tickSize: 3, fill: "var(--ink)", stroke: "var(--muted)", fontSize, labelArrow: "none" }),
      axisY({ ticks: 4, tickSize: 0, tickFormat: onAxis(shown), fill: "var(--ink)", fontSize }),
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
      axisX({ tickSize: 0, fill: "var(--ink)", fontSize, lineWidth: 5.6 }),
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
    const made = (page as unknown as Document).createElementNS("http://www.w3.org/2000/svg", name);
    made.textContent = words;
    return made;
  };
  element.prepend(child("title", said.title), child("desc", said.description));
  return element.outerHTML;
}
