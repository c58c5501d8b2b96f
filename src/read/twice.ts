/**
 * Letters of UTF-8 that were read as another code page and written as UTF-8 again: MÃ£ há»“ sÆ¡ for Mã hồ sơ; and those that
 * stand as signs for letters: M\u00e3.
 */
import { cleanText } from "./clean.ts";

/** The bytes from 0x80 on in the two code pages of DOS, which no decoder of the machine has. */
const cp437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";
const cp850 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0";
/** From 0x80 to 0x9f; some decoders of this name are of ISO 8859-1, and have control characters there. */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
/** Others of Windows and of the Mac, which decoders have. */
const named = ["windows-1258", "windows-1250", "windows-1251", "windows-874", "macintosh"];

let pages: readonly ReadonlyMap<string, number>[] | undefined;

/** By code page, the byte of each letter that is not ASCII. */
function codePages(): readonly ReadonlyMap<string, number>[] {
  if (pages !== undefined) return pages;
  const upper = Uint8Array.from({ length: 128 }, (_, i) => 128 + i);
  const western = windows1252 + String.fromCharCode(...upper.subarray(32));
  const texts = [western, ...named.map((name) => new TextDecoder(name).decode(upper)), cp437, cp850];
  pages = texts.map((text) => new Map([...text].map((letter, i) => [letter, 128 + i])));
  return pages;
}

/** As often is a text encoded anew before anybody looks at it. */
const mostTurns = 3;

/** The text as it was before it was encoded anew; the text itself where it was not. */
export function onceEncoded(text: string): string {
  let once = text;
  for (let turn = 0; turn < mostTurns; turn++) {
    const before = fewerSigns(once) ?? firstDecoded(once);
    if (before === null || before === once) break;
    once = before;
  }
  return once;
}

function firstDecoded(text: string): string | null {
  if (!/[^ -~]/.test(text)) return null;
  for (const page of codePages()) {
    const decoded = decodedBy(page, text);
    if (decoded !== null) return decoded;
  }
  return null;
}

/** What may come of it: letters of Latin scripts, their marks, and signs, of which those of a third encoding are made too. */
const latin = /^(?:[ -~\u0080-\u024f\u02c6\u02dc\u1e00-\u1eff\u2010-\u203a\u20ab\u20ac\u2122]|\p{M})+$/u;
/** A letter of UTF-8, of two bytes or more. */
const letterOfBytes = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}/;

/** The text of which these are the bytes, read by a code page; null where they are none of UTF-8. */
function decodedBy(page: ReadonlyMap<string, number>, text: string): string | null {
  const bytes = [...text].map((letter) => {
    const code = letter.charCodeAt(0);
    // Bytes that a page does not have are mostly written as themselves.
    return code < 128 ? code : (page.get(letter) ?? (code < 0xa0 ? code : 256));
  });
  if (bytes.some((byte) => byte > 255)) return null;
  const read = String.fromCharCode(...bytes);
  if (!letterOfBytes.test(read)) return null;
  // Cleaning has made an ordinary space of an unbreaking one, 0xa0, or cut it off.
  const whole =
    page.get("\u00a0") === 0xa0 ? read.replace(/([\xc2-\xdf]|[\xe0-\xef][\x80-\xbf])(?: |$)/g, "$1\xa0") : read;
  const decoded = textOf(Uint8Array.from(whole, (sign) => sign.charCodeAt(0)));
  return decoded !== null && latin.test(decoded) ? cleanText(decoded) : null;
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Signs for a letter, as programs and addresses write them: \u00e3 _x00E3_, and its bytes, %C3%A3 =C3=A3. */
const signs = /\\u([0-9a-f]{4})|_x((?!00[0-7])[0-9a-f]{4})_|((?:[%=][0-9a-f]{2}){2,})/gi;

function fewerSigns(text: string): string | null {
  const fewer = text.replace(signs, (sign, escaped?: string, ofExcel?: string, bytes?: string) => {
    const hex = escaped ?? ofExcel;
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    const own = Uint8Array.from(bytes?.slice(1).split(/[%=]/) ?? [], (byte) => Number.parseInt(byte, 16));
    return textOf(own) ?? sign;
  });
  return fewer === text ? null : cleanText(fewer);
}

/** Whether a text is rubbish of which nobody means anything. */
export function isEncodedAnew(text: string): boolean {
  return onceEncoded(text) !== text;
}
