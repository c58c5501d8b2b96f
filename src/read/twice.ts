/** Letters of UTF-8 that were read as windows-1252 and written as UTF-8 again: MÃ£ há»“ sÆ¡ for Mã hồ sơ. */
import { cleanText } from "./clean.ts";

/** Signs of windows-1252 from 0x80 to 0x9f, by which a letter of UTF-8 that was read so is known. */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** The text of which these are the bytes, read as windows-1252; the text itself where they are not. */
export function onceEncoded(text: string): string {
  const bytes = [...text].map((letter) => {
    const at = windows1252.indexOf(letter);
    return at >= 0 ? 0x80 + at : letter.charCodeAt(0);
  });
  if (bytes.some((byte) => byte > 255)) return text;
  try {
    return cleanText(new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes)));
  } catch {
    return text;
  }
}
