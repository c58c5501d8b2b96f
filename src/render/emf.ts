/**
 * A chart as an Enhanced Metafile ([MS-EMF]), for word processors that draw no SVG: Word before 2016, LibreOffice. It is
 * written from the chart's SVG, of which it knows what the charts have: lines, paths of straight parts, rectangles,
 * circles and words. A raster would need an engine and its fonts, three quarters of the time of a document.
 */
import { DOMParser } from "linkedom";

/** Logical units a pixel: metafiles have whole numbers only. */
const fine = 20;

class Records {
  readonly #parts: Uint8Array[] = [];
  count = 0;
  bytes = 0;

  /** A record of 32-bit numbers, with bytes behind them. */
  add(type: number, values: readonly number[], tail: Uint8Array = new Uint8Array(0)): void {
    const size = 8 + 4 * values.length + Math.ceil(tail.length / 4) * 4;
    const part = new Uint8Array(size);
    const view = new DataView(part.buffer);
    view.setUint32(0, type, true);
    view.setUint32(4, size, true);
    values.forEach((value, i) => {
      view.setInt32(8 + 4 * i, Math.round(value) | 0, true);
    });
    part.set(tail, 8 + 4 * values.length);
    this.#parts.push(part);
    this.count++;
    this.bytes += size;
  }

  joined(header: Uint8Array): Uint8Array {
    const whole = new Uint8Array(header.length + this.bytes);
    whole.set(header);
    let at = header.length;
    for (const part of this.#parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }
}

/** Numbers of records and of objects that always are there. */
const record = {
  polyline: 4,
  windowExt: 9,
  windowOrg: 10,
  viewportExt: 11,
  viewportOrg: 12,
  end: 14,
  mapMode: 17,
  bkMode: 18,
  textAlign: 22,
  textColour: 24,
  select: 37,
  pen: 38,
  brush: 39,
  remove: 40,
  ellipse: 42,
  rectangle: 43,
  font: 82,
  text: 84,
} as const;
const [nullBrush, nullPen] = [0x80000005, 0x80000008];

/** What a mark inherits from those around it. */
interface State {
  readonly x: number;
  readonly y: number;
  readonly fill: string;
  readonly stroke: string;
  readonly width: number;
  readonly dash: readonly number[];
  readonly anchor: string;
  readonly weight: number;
  readonly size: number;
}

interface Node_ {
  readonly tagName: string;
  readonly textContent: string | null;
  readonly children: ArrayLike<Node_>;
  getAttribute(name: string): string | null;
}

const numberIn = (node: Node_, name: string) => Number.parseFloat(node.getAttribute(name) ?? "") || 0;

function inherited(node: Node_, state: State): State {
  const own = (name: string) => node.getAttribute(name);
  const [, dx = "0", dy = "0"] = /translate\(([-\d.e]+)(?:[ ,]+([-\d.e]+))?\)/.exec(own("transform") ?? "") ?? [];
  const dash = own("stroke-dasharray");
  const width = own("stroke-width");
  const size = own("font-size");
  const weight = own("font-weight");
  return {
    x: state.x + Number(dx),
    y: state.y + Number(dy),
    fill: own("fill") ?? state.fill,
    stroke: own("stroke") ?? state.stroke,
    width: width === null ? state.width : Number.parseFloat(width),
    dash: dash === null ? state.dash : dash.split(/[ ,]+/).map(Number),
    anchor: own("text-anchor") ?? state.anchor,
    weight: weight === null ? state.weight : Number(weight) || 400,
    size: size === null ? state.size : Number.parseFloat(size),
  };
}

/** 0x00bbggrr. */
function colour(hex: string): number {
  const value = Number.parseInt(hex.slice(1), 16);
  return ((value & 255) << 16) | (value & 0xff00) | (value >> 16);
}

const isPainted = (paint: string) => /^#[0-9a-f]{6}$/i.test(paint);

type Point = readonly [x: number, y: number];

class Drawing {
  readonly records = new Records();

  #withPen(state: State, draw: () => void): void {
    this.records.add(record.pen, [1, 0, state.width * fine, 0, colour(state.stroke)]);
    this.records.add(record.select, [1]);
    draw();
    this.records.add(record.select, [nullPen]);
    this.records.add(record.remove, [1]);
  }

  /** A line of straight parts; dashes are lines of their own, since a wide pen has none. */
  line(points: readonly Point[], state: State): void {
    if (points.length < 2 || !isPainted(state.stroke)) return;
    const runs = state.dash.length < 2 ? [points] : dashes(points, state.dash);
    this.#withPen(state, () => {
      for (const run of runs) {
        const all = run.flatMap(([x, y]) => [x * fine, y * fine]);
        this.records.add(record.polyline, [0, 0, -1, -1, run.length, ...all]);
      }
    });
  }

  #filled(type: number, box: readonly number[], state: State): void {
    const hasFill = isPainted(state.fill);
    if (hasFill) {
      this.records.add(record.brush, [2, 0, colour(state.fill), 0]);
      this.records.add(record.select, [2]);
    }
    const draw = () => this.records.add(type, box);
    if (isPainted(state.stroke)) this.#withPen(state, draw);
    else if (hasFill) draw();
    if (!hasFill) return;
    this.records.add(record.select, [nullBrush]);
    this.records.add(record.remove, [2]);
  }

  rectangle(x: number, y: number, width: number, height: number, state: State): void {
    this.#filled(
      record.rectangle,
      [x, y, x + width, y + height].map((n) => n * fine),
      state,
    );
  }

  circle(x: number, y: number, r: number, state: State): void {
    this.#filled(
      record.ellipse,
      [x - r, y - r, x + r, y + r].map((n) => n * fine),
      state,
    );
  }

  text(words: string, x: number, y: number, state: State): void {
    if (words === "" || !isPainted(state.fill)) return;
    this.records.add(record.font, [3], fontOf(state));
    this.records.add(record.select, [3]);
    this.records.add(record.textColour, [colour(state.fill)]);
    const align = { start: 0, middle: 6, end: 2 }[state.anchor] ?? 6;
    this.records.add(record.textAlign, [24 | align]);
    const units = Uint8Array.from([...words.normalize("NFC")].flatMap((sign) => utf16(sign)));
    // Where the words stand, how many units they have and where these begin; no distances: the font has its own.
    const scale = new Float32Array([1, 1]);
    const bits = new Int32Array(scale.buffer);
    this.records.add(
      record.text,
      [0, 0, -1, -1, 2, bits[0], bits[1], x * fine, y * fine, units.length / 2, 76, 0, 0, 0, -1, -1, 0],
      units,
    );
    this.records.add(record.remove, [3]);
  }
}

function utf16(sign: string): number[] {
  return Array.from({ length: sign.length }, (_, i) => sign.charCodeAt(i)).flatMap((unit) => [unit & 255, unit >> 8]);
}

/** LOGFONTW and what an extended one has behind it, all but the family at its default. */
function fontOf({ size, weight }: State): Uint8Array {
  const bytes = new Uint8Array(320);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, Math.round(-size * fine), true);
  view.setInt32(16, weight >= 600 ? 700 : 400, true);
  bytes[23] = 1;
  [..."Times New Roman"].forEach((sign, i) => {
    view.setUint16(28 + 2 * i, sign.charCodeAt(0), true);
  });
  return bytes;
}

/** The parts of a line that are drawn, by how long a part is and how long the gap behind it. */
function dashes(points: readonly Point[], [on, off]: readonly number[]): Point[][] {
  const runs: Point[][] = [];
  for (let i = 1; i < points.length; i++) {
    const [[x0, y0], [x1, y1]] = [points[i - 1], points[i]];
    const length = Math.hypot(x1 - x0, y1 - y0);
    for (let at = 0; at < length; at += on + off) {
      const [a, b] = [at / length, Math.min(length, at + on) / length];
      runs.push([
        [x0 + (x1 - x0) * a, y0 + (y1 - y0) * a],
        [x0 + (x1 - x0) * b, y0 + (y1 - y0) * b],
      ]);
    }
  }
  return runs;
}

/** The straight parts of a path: M and L, with H, V and Z where they occur. */
function partsOf(path: string): Point[][] {
  const parts: Point[][] = [];
  let [x, y] = [0, 0];
  for (const [, command, values] of path.matchAll(/([MLHVZ])([^MLHVZ]*)/gi)) {
    const numbers = values.split(/[ ,]+|(?=-)/).flatMap((one) => (one === "" ? [] : [Number(one)]));
    if (command === "M") parts.push([]);
    if (command === "Z") parts.at(-1)?.push(parts.at(-1)?.[0] as Point);
    if (command === "H") numbers.splice(1, 0, y);
    if (command === "V") numbers.unshift(x);
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      [x, y] = [numbers[i], numbers[i + 1]];
      parts.at(-1)?.push([x, y]);
    }
  }
  return parts;
}

function walk(node: Node_, outer: State, drawing: Drawing): void {
  const state = inherited(node, outer);
  const { x, y } = state;
  const at = (name: string) => numberIn(node, name);
  switch (node.tagName) {
    case "line":
      drawing.line(
        [
          [x + at("x1"), y + at("y1")],
          [x + at("x2"), y + at("y2")],
        ],
        state,
      );
      return;
    case "path":
      for (const part of partsOf(node.getAttribute("d") ?? ""))
        drawing.line(
          part.map(([px, py]) => [x + px, y + py]),
          state,
        );
      return;
    case "rect":
      drawing.rectangle(x + at("x"), y + at("y"), at("width"), at("height"), state);
      return;
    case "circle":
      drawing.circle(x + at("cx"), y + at("cy"), at("r"), state);
      return;
    case "text":
      words(node, state, drawing);
      return;
    case "title":
    case "desc":
      return;
    default:
      for (let i = 0; i < node.children.length; i++) walk(node.children[i], state, drawing);
  }
}

/** Words, each line of them on its own height; heights are told in sizes of the letters. */
function words(node: Node_, state: State, drawing: Drawing): void {
  const em = (one: Node_, name: string) => {
    const value = one.getAttribute(name) ?? "";
    return (Number.parseFloat(value) || 0) * (value.endsWith("em") ? state.size : 1);
  };
  const childrenOf = ({ children }: Node_) => Array.from({ length: children.length }, (_, at) => children[at]);
  // What is cut has the whole of it as a title, which is for a pointer and not drawn.
  const said = (one: Node_) =>
    childrenOf(one)
      .filter(({ tagName }) => tagName === "title")
      .reduce((text, { textContent }) => text.replace(textContent ?? "", ""), one.textContent ?? "");
  let y = state.y + em(node, "y") + em(node, "dy");
  const spans = childrenOf(node).filter(({ tagName }) => tagName === "tspan");
  if (spans.length === 0) {
    drawing.text(said(node), state.x + em(node, "x"), y, state);
    return;
  }
  for (const span of spans) {
    if (span.getAttribute("y") !== null) y = state.y + em(span, "y");
    y += em(span, "dy");
    drawing.text(said(span), state.x + em(span, "x"), y, state);
  }
}

/** @param svg a chart with its colours written out */
export function emf(svg: string): Uint8Array {
  const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement as unknown as Node_;
  const [, , width, height] = (root.getAttribute("viewBox") ?? "0 0 1 1").split(" ").map(Number);
  const drawing = new Drawing();
  const { records } = drawing;
  // The units of the drawing are its own, whatever they are drawn on.
  records.add(record.mapMode, [8]);
  records.add(record.windowOrg, [0, 0]);
  records.add(record.windowExt, [width * fine, height * fine]);
  records.add(record.viewportOrg, [0, 0]);
  records.add(record.viewportExt, [width, height]);
  records.add(record.bkMode, [1]);
  records.add(record.select, [nullPen]);
  records.add(record.select, [nullBrush]);
  const start: State = {
    x: 0,
    y: 0,
    fill: "#000000",
    stroke: "none",
    width: 1,
    dash: [],
    anchor: "start",
    weight: 400,
    size: 13,
  };
  walk(root, start, drawing);
  records.add(record.end, [0, 16, 20]);
  return records.joined(headerOf(width, height, records));
}

/** On a screen of 96 points an inch, 1,920 × 1,080 of them. */
function headerOf(width: number, height: number, { bytes, count }: Records): Uint8Array {
  const header = new Uint8Array(108);
  const view = new DataView(header.buffer);
  // Hundredths of a millimetre.
  const frame = (pixels: number) => Math.round((pixels / 96) * 2540);
  const values = [1, 108, 0, 0, width, height, 0, 0, frame(width), frame(height), 0x464d4520, 0x10000];
  const rest = [bytes + 108, count + 1, 4, 0, 0, 0, 1920, 1080, 508, 286, 0, 0, 0, 508_000, 285_750];
  [...values, ...rest].forEach((value, i) => {
    view.setUint32(4 * i, value, true);
  });
  return header;
}
