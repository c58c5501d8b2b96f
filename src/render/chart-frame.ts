/** What the charts have in common: their width, page and colours, the room that words take, and the line of a target. */
import { axisY, ruleY, text } from "@observablehq/plot";
import { DOMParser } from "linkedom";
import type { Tone, TrendDrawing } from "./document.ts";

/** A figure's own columns are as wide as a phone: on wider pages charts stand beside each other. */
export const chartWidth = 320;
/** On the narrowest page a chart is 302 pixels wide: its words are 12 there. */
export const fontSize = 13;
/** What a line of words takes. */
export const wordHeight = 15;

// Only a document of XML writes & and < in attributes as they must be written.
const empty: unknown = new DOMParser().parseFromString('<svg xmlns="http://www.w3.org/2000/svg"/>', "image/svg+xml");
export const page = empty as Document;

export const colours: Readonly<Record<Tone, string>> = {
  pass: "var(--pass)",
  fail: "var(--fail)",
  none: "var(--accent)",
};

/** What is common to all: the page's font and ink, and one name of the class for every chart. */
export const common = {
  document: page,
  className: "kpi-chart",
  width: chartWidth,
  style: { fontSize: `${fontSize}px`, fontFamily: "inherit", background: "none", overflow: "visible" },
};

export type Point = TrendDrawing["points"][number];
const isThere = ({ value }: Point) => value !== null;
export const placed = (points: readonly Point[]) => points.filter(isThere) as (Point & { readonly value: number })[];

/** Room around what is shown, so that a line does not lie on the border; a value that never moves stands in the middle. */
export function domainOf(
  points: readonly { readonly value: number; readonly target?: number | null }[],
  target: number | null,
  most = Number.POSITIVE_INFINITY,
): [number, number] {
  const targets = [target, ...points.map((point) => point.target)].filter((limit) => limit != null);
  const values = [...points.map(({ value }) => value), ...targets];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = high > low ? (high - low) * 0.15 : Math.max(1, Math.abs(high) * 0.05);
  return [low - room, Math.max(high, Math.min(high + room, most))];
}

/** A number of an axis, on which a fraction of 0 says nothing. */
export const onAxis = (shown: (value: number) => string) => (value: number) => shown(value).replace(/[.,]0(?!\d)/, "");

/** About what a letter takes, in parts of the size of the font: a little more than most fonts need. */
function widthOf(letter: string): number {
  if (/[.,:;'|!()ijlI\u00a0 ]/.test(letter)) return 0.36;
  if (/[ftr\-*]/.test(letter)) return 0.42;
  return /[mwMWQG%≥≤<>−@]/.test(letter) ? 0.86 : /[A-ZĐ]/.test(letter) ? 0.72 : 0.63;
}

/** The pixels that words take: nothing measures them where charts are drawn. */
export function pixelsOf(words: string): number {
  return fontSize * [...words.normalize("NFC")].reduce((sum, letter) => sum + widthOf(letter), 0);
}

/** Round numbers of a scale, about so many: 1, 2 or 5 of a power of ten apart. */
export function ticksOf([low, high]: readonly [number, number], about: number): number[] {
  const apart = (high - low) / about;
  if (!(apart > 0)) return [low];
  const power = Math.floor(Math.log10(apart));
  const part = apart / 10 ** power;
  const times = part >= Math.sqrt(50) ? 10 : part >= Math.sqrt(10) ? 5 : part >= Math.SQRT2 ? 2 : 1;
  // Of parts of 1 by a whole number, so that 3 times 0.1 is 0.3.
  const whole = power < 0 ? 10 ** -power / times : 1;
  const step = power < 0 ? 1 : times * 10 ** power;
  const at = (i: number) => (power < 0 ? i / whole : i * step);
  const [first, last] = [low, high].map((end) => (power < 0 ? end * whole : end / step));
  const ticks: number[] = [];
  for (let i = Math.ceil(first); i <= Math.floor(last); i++) ticks.push(at(i));
  return ticks;
}

/** The least room that the words of an axis have beside a drawing, and the most. */
const [leastRoom, mostRoom] = [54, 76];

/** Numbers on the left: which, in what words, and the room that they take; a unit that is too long stands at the values alone. */
export function numbersBeside(domain: readonly [number, number], shown: (value: number) => string) {
  const ticks = ticksOf(domain, 4);
  const words = ticks.map(onAxis(shown));
  const room = (of: readonly string[]) => Math.ceil(Math.max(leastRoom, ...of.map((one) => pixelsOf(one) + 10)));
  if (room(words) <= mostRoom) return { ticks, words, room: room(words) };
  const bare = words.map((one) => one.replace(/[^\d]*$/, ""));
  return { ticks, words: bare, room: room(bare) };
}

/** The axis of such numbers. */
export function axisBeside({ ticks, words }: Pick<ReturnType<typeof numbersBeside>, "ticks" | "words">) {
  const tickFormat = (_: number, i: number) => words[i];
  return axisY({ ticks, tickSize: 0, tickFormat, fill: "var(--ink)", fontSize });
}

/** A number below a drawing with the pixels between which its words stand, and to which side of it. */
export interface NumberBelow {
  readonly value: number;
  readonly words: string;
  readonly anchor: "start" | "middle" | "end";
}

/**
 * Numbers below: as many as have room beside one another, the outer ones within the drawing.
 *
 * @param from the pixels of the ends of the scale; words stand between 0 and the width of the chart
 */
export function numbersBelow(
  domain: readonly [number, number],
  [from, to]: readonly [number, number],
  shown: (value: number) => string,
): NumberBelow[] {
  const [low, high] = domain;
  for (let about = 4; about > 0; about--) {
    let free = 0;
    let fits = true;
    const numbers = ticksOf(domain, about).map((value): NumberBelow => {
      const words = onAxis(shown)(value);
      const width = pixelsOf(words);
      const at = from + ((value - low) / (high - low || 1)) * (to - from);
      const anchor = at - width / 2 < 0 ? "start" : at + width / 2 > chartWidth ? "end" : "middle";
      const left = anchor === "start" ? at : anchor === "end" ? at - width : at - width / 2;
      fits &&= left >= free;
      free = left + width + 8;
      return { value, words, anchor };
    });
    if (fits || about === 1) return fits ? numbers : numbers.slice(0, 1);
  }
  return [];
}

/** The target across; where periods of other years had others a piece of it for each, and none where there was none. */
export function targetLine(
  points: readonly Point[],
  target: number | null,
  [left, right]: readonly [number, number],
  style: Readonly<Record<string, unknown>>,
) {
  if (points.every((point) => point.target === undefined)) return target === null ? [] : [ruleY([target], style)];
  const limits = points.map((point) => (point.target === undefined ? target : point.target));
  const pixel = (i: number) => left + ((right - left) * i) / points.length;
  const pieces = limits.flatMap((limit, i) => {
    if (limit === null || limits[i - 1] === limit) return [];
    const end = limits.findIndex((other, j) => j > i && other !== limit);
    return [{ limit, from: pixel(i), to: pixel(end < 0 ? limits.length : end) }];
  });
  const at = (end: "from" | "to") => ({ value: end, scale: null });
  return [ruleY(pieces, { y: "limit", x1: at("from"), x2: at("to"), ...style } as object)];
}

/** The target's line across, labelled beside the drawing on its height. */
export function targetMarks(
  target: number | null,
  words: string,
  points: readonly Point[] = [],
  ends: readonly [number, number] = [0, chartWidth],
) {
  if (target === null) return [];
  return [
    ...targetLine(points, target, ends, { stroke: "var(--ink)", strokeWidth: 1.25, strokeDasharray: "5 3" }),
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
