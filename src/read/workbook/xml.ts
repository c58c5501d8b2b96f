/**
 * The XML of a workbook by bytes: tags and the text behind them, as they come. No tree is built and no text is decoded
 * that nobody asks for; a sheet of a million rows has forty million tags.
 */
import { concatenated, utf8 as utf8Of } from "../bytes.ts";

/** A tag in hand: its name without prefix, and its attributes, in the bytes that were given. */
export class Tag {
  bytes: Uint8Array = new Uint8Array(0);
  /** The name's first byte and the byte behind its last. */
  name = 0;
  nameEnd = 0;
  /** The byte behind the last attribute. */
  end = 0;
  isEnd = false;
  /** `<v/>`: nothing stands in it. */
  isEmpty = false;
  /** The text behind the tag, up to the next one. */
  text = 0;
  textEnd = 0;

  /** Whether this is the name, of ASCII letters. */
  is(name: string): boolean {
    if (this.nameEnd - this.name !== name.length) return false;
    for (let i = 0; i < name.length; i++) if (this.bytes[this.name + i] !== name.charCodeAt(i)) return false;
    return true;
  }

  /** Hands out each attribute: the place of its local name, and of its value between the quotes. */
  attributes(hand: (name: number, nameEnd: number, value: number, valueEnd: number) => void): void {
    const { bytes, end } = this;
    let p = this.nameEnd;
    while (p < end) {
      while (p < end && bytes[p] <= 32) p++;
      let name = p;
      while (p < end && bytes[p] !== 61) {
        if (bytes[p] === 58) name = p + 1;
        p++;
      }
      let nameEnd = p;
      while (nameEnd > name && bytes[nameEnd - 1] <= 32) nameEnd--;
      p++;
      while (p < end && bytes[p] !== 34 && bytes[p] !== 39) p++;
      if (p >= end) return;
      const quote = bytes[p];
      const value = ++p;
      while (p < end && bytes[p] !== quote) p++;
      hand(name, nameEnd, value, p);
      p++;
    }
  }

  /** The value of an attribute as text; null without it. */
  attribute(wanted: string): string | null {
    let found: string | null = null;
    this.attributes((name, nameEnd, value, valueEnd) => {
      if (latin(this.bytes, name, nameEnd) === wanted)
        found = unescaped(utf8.decode(this.bytes.subarray(value, valueEnd)));
    });
    return found;
  }
}

const utf8 = new TextDecoder();

/** A few bytes that are ASCII, as text. */
export function latin(bytes: Uint8Array, from: number, to: number): string {
  let text = "";
  for (let i = from; i < to; i++) text += String.fromCharCode(bytes[i]);
  return text;
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Text as it was before it was written as XML. */
function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}

/** The text of a cell: what Excel writes as `_x000D_` is the character of that number. */
export function cellString(bytes: Uint8Array, from: number, to: number): string {
  const text = unescaped(utf8.decode(bytes.subarray(from, to)));
  if (!text.includes("_x")) return text;
  // NUL fills up columns of a fixed width.
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll("\0", "");
}

/** XML in UTF-8, which a part of a workbook has unless it begins with the mark or the first sign of UTF-16. */
export async function* inUtf8(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let decoder: TextDecoder | null | undefined;
  for await (const piece of pieces) {
    if (decoder === undefined) decoder = decoderOf(piece);
    yield decoder === null ? piece : utf8Of(decoder.decode(piece, { stream: true }));
  }
}

function decoderOf([a, b]: Uint8Array): TextDecoder | null {
  if ((a === 0xff && b === 0xfe) || (a === 60 && b === 0)) return new TextDecoder("utf-16le");
  return (a === 0xfe && b === 0xff) || (a === 0 && b === 60) ? new TextDecoder("utf-16be") : null;
}

/** Reads XML in pieces and hands out its tags; a tag is whole, with all of the text behind it. */
export class TagScanner {
  private readonly tag = new Tag();
  private readonly hand: (tag: Tag) => void;
  /** What the last piece left over: the begin of a tag, or of the text behind it. */
  private rest: Uint8Array = new Uint8Array(0);
  private isEnding = false;
  /** The name of the first tag, in which all others stand. */
  private root: string | null = null;
  /** Whether the tag that was handed out last is the end of it. */
  private isClosed = false;

  constructor(hand: (tag: Tag) => void) {
    this.hand = hand;
  }

  push(piece: Uint8Array): void {
    let bytes = piece;
    if (this.rest.length > 0) {
      bytes = new Uint8Array(this.rest.length + piece.length);
      bytes.set(this.rest);
      bytes.set(piece, this.rest.length);
    }
    const done = this.scan(bytes);
    this.rest = bytes.slice(done);
  }

  /**
   * The last tag has nothing behind it.
   *
   * @throws Error where the root is still open: the file was cut off
   */
  end(): void {
    const bytes = new Uint8Array(this.rest.length + 1);
    bytes.set(this.rest);
    bytes[this.rest.length] = 60;
    this.isEnding = true;
    const done = this.scan(bytes);
    this.rest = new Uint8Array(0);
    if (!this.isClosed || done < bytes.length - 1) throw new Error("cut off");
  }

  /** Hands out whole tags; returns the place up to which nothing is left over. */
  private scan(bytes: Uint8Array): number {
    const { tag } = this;
    const { length } = bytes;
    tag.bytes = bytes;
    let p = 0;
    while (p < length && bytes[p] !== 60) p++;
    for (;;) {
      const start = p;
      if (p >= length) return start;
      const second = bytes[p + 1];
      if (second === 33 || second === 63) {
        // A comment or a declaration at the head; within the text of a tag they are seen with it.
        const after = afterMarkup(bytes, p);
        if (after < 0) return start;
        p = after;
        while (p < length && bytes[p] !== 60) p++;
        if (p >= length) return after;
        continue;
      }
      tag.isEnd = second === 47;
      p += tag.isEnd ? 2 : 1;
      tag.name = p;
      while (p < length && bytes[p] > 32 && bytes[p] !== 62 && bytes[p] !== 47) {
        if (bytes[p] === 58) tag.name = p + 1;
        p++;
      }
      tag.nameEnd = p;
      let quote = 0;
      while (p < length && (quote !== 0 || bytes[p] !== 62)) {
        const byte = bytes[p];
        if (quote !== 0) {
          if (byte === quote) quote = 0;
        } else if (byte === 34 || byte === 39) quote = byte;
        p++;
      }
      if (p >= length) return start;
      tag.isEmpty = bytes[p - 1] === 47;
      tag.end = tag.isEmpty ? p - 1 : p;
      tag.text = ++p;
      while (p < length && bytes[p] !== 60) p++;
      if (p >= length || (p + 1 === length && !this.isEnding)) return start;
      tag.textEnd = p;
      this.root ??= latin(bytes, tag.name, tag.nameEnd);
      if (this.isEnding) this.isClosed = (tag.isEnd || tag.isEmpty) && tag.is(this.root);
      if (bytes[p + 1] !== 33 && bytes[p + 1] !== 63) this.hand(tag);
      else {
        p = this.handMixed(bytes, start, p);
        if (p < 0) return start;
      }
    }
  }

  /**
   * Hands out a tag in whose text comments and CDATA stand.
   *
   * @returns the place of the next tag; -1 where it is not at hand
   */
  private handMixed(bytes: Uint8Array, start: number, from: number): number {
    const { tag } = this;
    const parts = [bytes.subarray(start, from)];
    let p = from;
    while (bytes[p + 1] === 33 || bytes[p + 1] === 63) {
      const after = afterMarkup(bytes, p);
      if (after < 0) return -1;
      if (isCdata(bytes, p)) parts.push(escaped(bytes.subarray(p + cdata.length, after - 3)));
      p = after;
      while (p < bytes.length && bytes[p] !== 60) p++;
      parts.push(bytes.subarray(after, p));
      if (p >= bytes.length || (p + 1 === bytes.length && !this.isEnding)) return -1;
    }
    tag.bytes = concatenated(parts);
    tag.name -= start;
    tag.nameEnd -= start;
    tag.end -= start;
    tag.text -= start;
    tag.textEnd = tag.bytes.length;
    this.hand(tag);
    tag.bytes = bytes;
    return p;
  }
}

const cdata = "<![CDATA[";

function isCdata(bytes: Uint8Array, at: number): boolean {
  return bytes[at + 2] === 91 && latin(bytes, at, Math.min(at + cdata.length, bytes.length)) === cdata;
}

/** The text of a CDATA section as it would stand outside of one. */
function escaped(bytes: Uint8Array): Uint8Array {
  return utf8Of(utf8.decode(bytes).replaceAll("&", "&amp;").replaceAll("<", "&lt;"));
}

/** Where a comment, CDATA or a declaration ends: each of them may hold a ">". */
function afterMarkup(bytes: Uint8Array, from: number): number {
  const isComment = bytes[from + 2] === 45 && bytes[from + 3] === 45;
  const sign = isComment ? 45 : isCdata(bytes, from) ? 93 : bytes[from + 1] === 63 ? 63 : 0;
  const least = from + (isComment ? 6 : sign === 93 ? cdata.length + 2 : 2);
  for (let p = least; p < bytes.length; p++) {
    if (bytes[p] !== 62) continue;
    if (sign === 0 || (bytes[p - 1] === sign && (sign === 63 || bytes[p - 2] === sign))) return p + 1;
  }
  return -1;
}
