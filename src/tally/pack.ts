/**
 * Packs the JSON of bulky pieces of a part: the values that stand at the same place of many groups are written together,
 * a column a place, small numbers in a byte, and the whole is compressed (Brotli, RFC 7932) and put in base64. Counts of
 * a hundred agencies and two hundred procedures take a third of what their JSON takes when it is compressed as it is.
 *
 * Bytes: the number of columns, then of each its place and its length, then the columns, one behind the other. A value is
 * one of: 0 to 199, that number; `long`, a number (LEB128); `empty`, null; `known`, a text by its number among those that
 * stand before it in its column; `text`, its bytes (UTF-8) behind their number; `list` or `record`, the number of its
 * members, which stand in the columns of their places.
 */
import { machine } from "../platform/index.ts";

/** What can be packed: JSON of whole numbers ≥ 0, texts, null, lists and records. */
export type Packable = null | number | string | readonly Packable[] | { readonly [key: string]: Packable };

const long = 200;
const empty = 201;
const known = 202;
const text = 203;
const list = 204;
const record = 205;

/** Lists longer than this are pairs: names or values and what belongs to them. */
const mostPlaces = 6;

/** The place of a list's i-th member. */
function memberOf(place: string, i: number, length: number): string {
  return length > mostPlaces ? `${place}*${i % 2}` : `${place}.${i}`;
}

/** The place of a record's member: of the outermost by its name, since what stands in them differs. */
function fieldOf(place: string, key: string): string {
  return place === "" ? `:${key}` : `${place}{}`;
}

/** Bytes that grow. */
class Bytes {
  private bytes = new Uint8Array(256);
  length = 0;

  byte(value: number): void {
    if (this.length === this.bytes.length) this.room(1);
    this.bytes[this.length++] = value;
  }

  number(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.byte((rest % 128) | 128);
      rest = Math.floor(rest / 128);
    }
    this.byte(rest);
  }

  all(bytes: Uint8Array): void {
    this.room(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  written(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  private room(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    const wider = new Uint8Array(Math.max(2 * this.bytes.length, this.length + count));
    wider.set(this.bytes);
    this.bytes = wider;
  }
}

interface WrittenColumn {
  readonly bytes: Bytes;
  readonly texts: Map<string, number>;
}

/** @returns base64 */
export function pack(value: Packable): string {
  const columns = new Map<string, WrittenColumn>();
  const columnOf = (place: string) => {
    let column = columns.get(place);
    if (column === undefined) {
      column = { bytes: new Bytes(), texts: new Map() };
      columns.set(place, column);
    }
    return column;
  };
  const write = (one: Packable, place: string): void => {
    const { bytes, texts } = columnOf(place);
    if (one === null) bytes.byte(empty);
    else if (typeof one === "number") {
      if (one < long) bytes.byte(one);
      else {
        bytes.byte(long);
        bytes.number(one);
      }
    } else if (typeof one === "string") {
      const number = texts.get(one);
      if (number === undefined) {
        texts.set(one, texts.size);
        const written = new TextEncoder().encode(one);
        bytes.byte(text);
        bytes.number(written.length);
        bytes.all(written);
      } else {
        bytes.byte(known);
        bytes.number(number);
      }
    } else if (Array.isArray(one)) {
      bytes.byte(list);
      bytes.number(one.length);
      for (let i = 0; i < one.length; i++) write(one[i], memberOf(place, i, one.length));
    } else {
      const entries = Object.entries(one);
      bytes.byte(record);
      bytes.number(entries.length);
      for (const [key, member] of entries) {
        write(key, `${place}k`);
        write(member, fieldOf(place, key));
      }
    }
  };
  write(value, "");
  const all = new Bytes();
  all.number(columns.size);
  for (const [place, { bytes }] of columns) {
    const name = new TextEncoder().encode(place);
    all.number(name.length);
    all.all(name);
    all.number(bytes.length);
  }
  for (const { bytes } of columns.values()) all.all(bytes.written());
  return machine.texts.base64(machine.packing.brotli(all.written()));
}

/** No piece of a part is more than this; a file that says otherwise means harm. */
const mostUnpacked = 1 << 28;

/** Something that is not what `pack` makes. */
export class NotPacked extends Error {}

/** A column with those of the members of what stands in it, which are looked up once and not for every value. */
interface ReadColumn {
  readonly place: string;
  at: number;
  readonly end: number;
  readonly texts: string[];
  /** Of short lists, by their number. */
  readonly places: (ReadColumn | undefined)[];
  /** Of long lists. */
  readonly pairs: (ReadColumn | undefined)[];
  /** Of records: their keys, and their members. */
  keys: ReadColumn | undefined;
  members: ReadColumn | undefined;
}

function readColumn(place: string, at: number, end: number): ReadColumn {
  return { place, at, end, texts: [], places: [], pairs: [], keys: undefined, members: undefined };
}

/** @throws NotPacked, or what the system's Brotli throws, for text that is not of `pack` */
export function unpack(packed: string): Packable {
  const bytes = machine.packing.unbrotli(machine.texts.fromBase64(packed), mostUnpacked);
  const columns = new Map<string, ReadColumn>();
  const head = readColumn("", 0, bytes.length);
  const number = (column: ReadColumn): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      if (column.at >= column.end) throw new NotPacked();
      const byte = bytes[column.at++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  const textOf = (column: ReadColumn, length: number): string => {
    if (column.at + length > column.end) throw new NotPacked();
    const value = machine.texts.textIn(bytes, column.at, column.at + length);
    column.at += length;
    return value;
  };
  const sizes: [place: string, length: number][] = [];
  for (let left = number(head); left > 0; left--) sizes.push([textOf(head, number(head)), number(head)]);
  let start = head.at;
  for (const [place, length] of sizes) {
    columns.set(place, readColumn(place, start, start + length));
    start += length;
  }
  if (start !== bytes.length) throw new NotPacked();
  const columnOf = (place: string): ReadColumn => {
    const column = columns.get(place);
    if (column === undefined) throw new NotPacked();
    return column;
  };
  const read = (column: ReadColumn): Packable => {
    if (column.at >= column.end) throw new NotPacked();
    const byte = bytes[column.at++];
    // By far the most are small numbers.
    return byte < long ? byte : readMore(column, byte);
  };
  const readMore = (column: ReadColumn, byte: number): Packable => {
    const { place } = column;
    switch (byte) {
      case long:
        return number(column);
      case empty:
        return null;
      case known: {
        const value = column.texts[number(column)];
        if (value === undefined) throw new NotPacked();
        return value;
      }
      case text: {
        const value = textOf(column, number(column));
        column.texts.push(value);
        return value;
      }
      case list: {
        const length = number(column);
        if (length > bytes.length) throw new NotPacked();
        const members = length > mostPlaces ? column.pairs : column.places;
        const values: Packable[] = new Array(length);
        for (let i = 0; i < length; i++) {
          const at = length > mostPlaces ? i & 1 : i;
          members[at] ??= columnOf(memberOf(place, i, length));
          values[i] = read(members[at]);
        }
        return values;
      }
      case record: {
        const length = number(column);
        if (length > bytes.length) throw new NotPacked();
        const entries: [string, Packable][] = [];
        for (let i = 0; i < length; i++) {
          column.keys ??= columnOf(`${place}k`);
          const key = read(column.keys);
          if (typeof key !== "string") throw new NotPacked();
          // Those of the outermost stand in columns of their own.
          if (place !== "") column.members ??= columnOf(fieldOf(place, key));
          entries.push([key, read(column.members ?? columnOf(fieldOf(place, key)))]);
        }
        return Object.fromEntries(entries);
      }
      default:
        throw new NotPacked();
    }
  };
  return read(columnOf(""));
}
