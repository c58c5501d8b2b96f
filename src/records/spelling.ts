/** What spellings of one word have in common: the words of logs, and the names of plans. */

// A line is a word: the tables' words are made ready together, since each by itself would take most of a small log's time.
const endPunctuation = " .,;:!?…*•▪·'\"“”‘’()\\[\\]{}–—";
export const ends = new RegExp(`^(?:[${endPunctuation}]|-(?!\\d))+|[${endPunctuation}-]+$`, "gm");
/** Grave, acute, tilde, hook above, dot below: the marks of the tones, apart from those of the vowels. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
const hasTone = /[\u0300\u0301\u0303\u0309\u0323]/;
/** A syllable: behind NFD, lower case and đ its letters are those of English and marks. */
const syllable = /(?:[a-z]|[\u0300-\u036f])+/g;

/** A syllable that is written with i or y at its end, as lawful either way: lý, lí; ký, kí; quý, quí. */
const finalY = /(?<![a-z\p{M}])([hklmst]|qu)y(?=\p{M}*(?![a-z\p{M}]))/gu;
/** Between letters: what parts the words of a phrase, or joins them. */
const joints = /(?<=[a-z\p{M}])[ _–-]+(?=[a-z])/gu;

/** Signs that nobody sees: they break lines, turn directions, choose a form of the letter before, mark a file, or are of no text. */
export const unseen = /[\p{DI}\ufff9-\ufffc]|(?![\s\u0080-\u009f])\p{Cc}/gu;

/** What spellings have in common before their ends are looked at, of words in lines. */
export function folded(lines: string): string {
  return (
    lines
      .normalize("NFD")
      .toLowerCase()
      // Old fonts write the letter eth for it, and others the Ɖ of African languages, which look the same.
      .replace(/[đðɖ]/g, "d")
      .replace(unseen, "")
      .replace(/[^\S\n]+/g, " ")
  );
}

/** The marks of the tones at the end of each syllable. */
export function withTonesLast(keys: string): string {
  if (!hasTone.test(keys)) return keys;
  return keys.replace(syllable, (word) => {
    const marks = word.match(tones);
    return marks === null ? word : word.replace(tones, "") + marks.join("");
  });
}

/** A key with i for y at the end of its syllables. */
export function withFinalI(key: string): string {
  return key.replace(finalY, "$1i");
}

/** What keys share of words that are joined in another way (`TRUC_TUYEN`, `In-person`, `VN Pay`), or have i for y. */
export function looseKey(key: string): string {
  return withFinalI(key.replaceAll("_", " ")).replace(joints, "");
}

/**
 * What two spellings of one word share: case, đ and d, the place of the tone mark in a word (hoà, hòa), spaces, and
 * punctuation at the ends do not tell them apart; every other mark does. A word in a log matches a word of a table when
 * their keys are equal, or when it is written without any marks and the table's word without marks has its key.
 */
export function wordKey(text: string): string {
  const whole = folded(text.replaceAll("\n", " "));
  const trimmed = whole.replace(ends, "");
  return trimmed === "" ? whole.trim() : withTonesLast(trimmed);
}
