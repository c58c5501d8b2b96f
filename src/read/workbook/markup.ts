/**
 * HTML and XML in pieces: tags with the attributes that are asked for, and text, as they come. The tokens are
 * htmlparser2's, by which entities, scripts, comments and quotes are told apart; its Parser keeps every open tag, and a
 * page that leaves a million of them open would fill the memory.
 */
import { Tokenizer } from "htmlparser2";

/** Hears of what stands in a page. */
export interface MarkupHandler {
  /** Attributes that it wants to have, in small letters; of XML without their prefix. */
  readonly wanted: ReadonlySet<string>;
  /** Whether the text that comes now is of use. */
  readonly isListening: boolean;
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  text(text: string): void;
  close(name: string): void;
  end(): void;
}

/** More than this of one comment, or of one name, is let go. */
const mostHeld = 8 << 20;
/** No attribute that is of use is longer. */
const mostValue = 1 << 12;
/** Different spellings of names that are remembered: a file has some dozens of them. */
const mostNames = 1_000;
const none: ReadonlyMap<string, string> = new Map();

/** Reads a file of UTF-8 in pieces; what is no UTF-8 is U+FFFD in the text. */
export function readMarkup(
  pieces: Iterable<Uint8Array>,
  isXml: boolean,
  handler: MarkupHandler,
  isDone: () => boolean = () => false,
): void {
  const decoder = new TextDecoder();
  const tokens = new Tokens(handler, isXml);
  for (const piece of pieces) {
    tokens.write(decoder.decode(piece, { stream: true }));
    if (isDone()) break;
  }
  tokens.end();
}

/** Gives the tokenizer's places back their text. */
class Tokens {
  private readonly handler: MarkupHandler;
  private readonly isXml: boolean;
  private readonly tokenizer: Tokenizer;
  private buffers: string[] = [];
  private bufferOffset = 0;
  private held = 0;
  private readonly names = new Map<string, string>();
  private name = "";
  private attribute = "";
  private value = "";
  private attributes: Map<string, string> | null = null;

  constructor(handler: MarkupHandler, isXml: boolean) {
    this.handler = handler;
    this.isXml = isXml;
    this.tokenizer = new Tokenizer({ xmlMode: isXml, decodeEntities: true, recognizeSelfClosing: isXml }, this);
  }

  write(text: string): void {
    if (text === "") return;
    this.buffers.push(text);
    this.held += text.length;
    while (this.held > mostHeld && this.buffers.length > 1) this.letGo();
    this.tokenizer.write(text);
  }

  end(): void {
    this.tokenizer.end();
    this.handler.end();
  }

  private letGo(): void {
    const [first] = this.buffers;
    this.buffers.shift();
    this.bufferOffset += first.length;
    this.held -= first.length;
  }

  private slice(start: number, end: number): string {
    while (this.buffers.length > 1 && start - this.bufferOffset >= this.buffers[0].length) this.letGo();
    const from = start - this.bufferOffset;
    // Its begin was let go: it is longer than anything of use.
    if (from < 0) return "";
    let text = this.buffers[0].slice(from, end - this.bufferOffset);
    let at = this.bufferOffset + this.buffers[0].length;
    for (let i = 1; at < end; i++) {
      text += this.buffers[i].slice(0, end - at);
      at += this.buffers[i].length;
    }
    return text;
  }

  private nameOf(start: number, end: number): string {
    const written = this.slice(start, end);
    let name = this.names.get(written);
    if (name === undefined) {
      const small = written.toLowerCase();
      name = this.isXml ? small.slice(small.indexOf(":") + 1) : small;
      if (this.names.size < mostNames && written.length < 100) this.names.set(written, name);
    }
    return name;
  }

  onopentagname(start: number, end: number): void {
    this.name = this.nameOf(start, end);
    this.attributes = null;
  }

  onattribname(start: number, end: number): void {
    this.attribute = this.nameOf(start, end);
    this.value = "";
  }

  onattribdata(start: number, end: number): void {
    if (this.value.length < mostValue && this.handler.wanted.has(this.attribute)) {
      this.value += this.slice(start, Math.min(end, start + mostValue));
    }
  }

  onattribentity(point: number): void {
    if (this.value.length < mostValue) this.value += String.fromCodePoint(point);
  }

  onattribend(): void {
    if (!this.handler.wanted.has(this.attribute)) return;
    this.attributes ??= new Map();
    if (!this.attributes.has(this.attribute)) this.attributes.set(this.attribute, this.value);
  }

  onopentagend(): void {
    this.handler.open(this.name, this.attributes ?? none);
  }

  onselfclosingtag(): void {
    this.handler.open(this.name, this.attributes ?? none);
    if (this.isXml) this.handler.close(this.name);
  }

  onclosetag(start: number, end: number): void {
    this.handler.close(this.nameOf(start, end));
  }

  ontext(start: number, end: number): void {
    if (this.handler.isListening) this.handler.text(this.slice(start, end));
  }

  ontextentity(point: number): void {
    if (this.handler.isListening) this.handler.text(String.fromCodePoint(point));
  }

  oncdata(start: number, end: number, offset: number): void {
    if (this.isXml && this.handler.isListening) this.handler.text(this.slice(start, end - offset));
  }

  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  isInForeignContext(): boolean {
    return false;
  }
}
