/** The encodings of Vietnamese exports beside UTF-8: how each is told, and how its bytes become text. */
import { concatenated, utf8 } from "./bytes.ts";

/** By the names of `--encoding`. */
export const encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1258", "tcvn3", "vni"] as const;
/** Western letters are those of a page that says so, and writes Vietnamese ones as entities: no log is in them. */
export type Encoding = (typeof encodings)[number] | "windows-1252";

/**
 * TCVN 5712:1993 from 0x80 on, of which TCVN3 (ABC) is the part that fonts such as .VnTime show; a capital letter with a
 * tone stands there too, where ABC writes the small one in a font of capitals. Combining tones stand for themselves.
 */
const tcvnUpper =
  "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ\u00a0ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ";

/** VNI-Windows: the sign behind a vowel, and what it makes of it. The small forms; capitals follow from them. */
const vniSigns: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  a: {
    ù: "á",
    ø: "à",
    û: "ả",
    õ: "ã",
    ï: "ạ",
    ê: "ă",
    é: "ắ",
    è: "ằ",
    ú: "ẳ",
    ü: "ẵ",
    ë: "ặ",
    â: "â",
    á: "ấ",
    à: "ầ",
    å: "ẩ",
    ã: "ẫ",
    ä: "ậ",
  },
  e: { ù: "é", ø: "è", û: "ẻ", õ: "ẽ", ï: "ẹ", â: "ê", á: "ế", à: "ề", å: "ể", ã: "ễ", ä: "ệ" },
  o: { ù: "ó", ø: "ò", û: "ỏ", õ: "õ", ï: "ọ", â: "ô", á: "ố", à: "ồ", å: "ổ", ã: "ỗ", ä: "ộ" },
  u: { ù: "ú", ø: "ù", û: "ủ", õ: "ũ", ï: "ụ" },
  y: { ù: "ý", ø: "ỳ", û: "ỷ", õ: "ỹ" },
  // ơ and ư are letters of their own.
  ô: { ù: "ớ", ø: "ờ", û: "ở", õ: "ỡ", ï: "ợ" },
  ö: { ù: "ứ", ø: "ừ", û: "ử", õ: "ữ", ï: "ự" },
};
const vniAlone: Readonly<Record<string, string>> = {
  ô: "ơ",
  ö: "ư",
  ñ: "đ",
  í: "í",
  ì: "ì",
  æ: "ỉ",
  ó: "ĩ",
  ò: "ị",
  î: "ỵ",
};

const vniTable = new Map<string, string>();
for (const [base, signs] of Object.entries(vniSigns)) {
  for (const [sign, letter] of Object.entries(signs)) {
    vniTable.set(base + sign, letter);
    vniTable.set(base.toUpperCase() + sign.toUpperCase(), letter.toUpperCase());
    // A capital with a small sign is how a word that begins with one is often typed.
    vniTable.set(base.toUpperCase() + sign, letter.toUpperCase());
  }
}
for (const [sign, letter] of Object.entries(vniAlone)) {
  vniTable.set(sign, letter);
  vniTable.set(sign.toUpperCase(), letter.toUpperCase());
}

function fromVni(text: string): string {
  // Two signs before one: "öù" is ứ, "ö" alone is ư.
  return text.replace(/[aeouyôö][ùøûõïêéèúüëâáàåãä]|[ôöñíìæóòî]/giu, (found) => {
    return vniTable.get(found) ?? (vniTable.get(found[0]) ?? found[0]) + found.slice(1);
  });
}

/** Turns bytes into text piece by piece; what cannot be decoded becomes U+FFFD. */
export class Decoder {
  private readonly encoding: Encoding;
  private readonly inner: TextDecoder | null;
  /** VNI writes a letter as two: the last word of a piece may go on in the next. */
  private held = "";

  constructor(encoding: Encoding) {
    this.encoding = encoding;
    // latin1 of TextDecoder is windows-1252, in which VNI stands.
    this.inner = encoding === "tcvn3" ? null : new TextDecoder(encoding === "vni" ? "windows-1252" : encoding);
  }

  push(bytes: Uint8Array, last: boolean): string {
    if (this.encoding === "tcvn3") {
      let text = "";
      for (const byte of bytes) text += byte < 128 ? String.fromCharCode(byte) : tcvnUpper[byte - 128];
      return text;
    }
    const text = this.held + (this.inner as TextDecoder).decode(bytes, { stream: !last });
    if (this.encoding !== "vni") return text;
    // What follows the last word is whole; the word may go on.
    const whole = last ? text.length : text.search(/\p{L}*$/u);
    this.held = text.slice(whole);
    return fromVni(text.slice(0, whole));
  }
}

/** The mark with which a text of UTF-16 begins; null without one. */
export function utf16Mark(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
}

/** UTF-16 without a mark: nearly every second byte of the head is 0, always on the same side. */
export function utf16Unmarked(head: Uint8Array): "utf-16le" | "utf-16be" | null {
  let even = 0;
  let odd = 0;
  head.forEach((byte, i) => {
    if (byte === 0) i % 2 === 0 ? even++ : odd++;
  });
  const half = head.length / 2;
  // Vietnamese letters with two marks are in a block of their own; everything else of a log is below 256.
  if (odd > half * 0.4 && even < half * 0.02) return "utf-16le";
  return even > half * 0.4 && odd < half * 0.02 ? "utf-16be" : null;
}

/** UTF-8, with a byte that is none for every character that could not be decoded. */
export function marked(text: string): Uint8Array {
  if (!text.includes("\ufffd")) return utf8(text);
  const parts = text.split("\ufffd").map(utf8);
  return concatenated(parts.flatMap((part, i) => (i === 0 ? [part] : [Uint8Array.of(0xff), part])));
}
