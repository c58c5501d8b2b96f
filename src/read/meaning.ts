/** What the cells of coded columns mean: the tables' words, those that the user added, scales of ratings, blanks. */
import type { Field, FieldOf } from "../records/case.ts";
import { isBlankCode } from "./blanks.ts";
import { blank, readMoney } from "./decode.ts";
import type { Reading } from "./reading.ts";
import { spelledWord } from "./spelled-words.ts";
import {
  blankMeaning,
  isNothingIn,
  looselyIn,
  type Meaning,
  unknown,
  type Value,
  withoutMarks,
  wordKey,
  wordTable,
} from "./words.ts";

/**
 * What a word shows of its log beside what it means. Kept by row, not by what a reader has met, so that it is the same
 * however the work was split.
 */
export type Sign = ScaleSign | GivenWord;

/** A service level of the older scale, 1 to 4; a rating of a bare number up to 3; one above it. */
export const scaleSigns = ["old-level", "low-rating", "plain-rating"] as const;
export type ScaleSign = (typeof scaleSigns)[number];

/** A word for which the user has given a meaning: `channel:kiosk`, by its key. */
export type GivenWord = `${Field}:${string}`;

/** Whether ratings are bare numbers that never go beyond 3: of three steps or of five, nobody can tell. */
export function isScaleInDoubt(signs: ReadonlySet<Sign>): boolean {
  return signs.has("low-rating") && !signs.has("plain-rating");
}

/** The scale on which bare numbers are ratings unless another is said. */
const usualScale = 5;
/** Numbers that never go beyond this may be on a scale of three, whose 2 is "Bình thường". */
const highestOfThree = 3;

/** "4/5", "80%", "4 sao", "4 sao/5", "5/5 sao", "4 ★", "9 điểm". */
const numberOfScale =
  /^(\d+(?:[.,]\d+)?) ?(?:(%)|(?:(sao|stars?|[★⭐])|diem|points?)? ?(?:\/ ?(\d+) ?(?:sao|stars?|[★⭐]|diem|points?)?)?)$/u;
const stars = /^([★⭐]+)([☆✩]*)$/u;
/** Stars from a keyboard may be a rating, or what fills a cell in which there is none: only the office knows which. */
const typedStar = "*";

/** A part of a scale in the five steps of satisfaction: a step is reached by its whole share, so that 79 % is no 4. */
function ofFive(value: number, scale: number): number {
  return Math.max(1, Math.floor((5 * value) / scale));
}

/** A bare number of a scale that nobody has named, or null. */
function bareNumber(key: string): number | null {
  // "9 điểm" names no scale either: of five or of ten.
  const [, number] = /^(\d+(?:[.,]\d+)?)(?: ?(?:diem|points?))?$/.exec(withoutMarks(key)) ?? [];
  return number === undefined ? null : Number(number.replace(",", "."));
}

/** A channel that is a number of some system's: 1, and 1.0 as a workbook writes it. */
export function isBareCode(word: string): boolean {
  return /^\d+(?:[.,]0+)?$/.test(word);
}

/** Đồng of a fee; null where nothing is said of it. */
export function feeOf(text: string): Meaning<Value> {
  // To "Lệ phí" it is an answer, as "Không" is: in a column of codes it is a blank.
  if (wordKey(withoutMarks(text)) === "khong co") return 0;
  if (isBlankCode(text)) return null;
  // "Miễn phí" is a fee of nothing: what the word says where it is a way of paying.
  if (wordTable("paymentMethod").get(wordKey(text)) === "none") return 0;
  const fee = readMoney(text);
  return fee === blank ? null : fee < 0 ? unknown : fee;
}

/**
 * A rating that is a number, on the scale that it names itself ("4/5", "80%", "4 sao") or that the user gave.
 *
 * @returns null for what is no number
 */
function numberRating(key: string, given: number | null): number | typeof unknown | null {
  const drawn = stars.exec(key);
  if (drawn !== null) return ofFive([...drawn[1]].length, Math.max(usualScale, [...drawn[1], ...drawn[2]].length));
  const [, written, percent, star, part] = numberOfScale.exec(withoutMarks(key)) ?? [];
  if (written === undefined) return null;
  const value = Number(written.replace(",", "."));
  const named =
    part !== undefined ? Number(part) : percent !== undefined ? 100 : star !== undefined ? usualScale : null;
  const scale = named ?? given ?? usualScale;
  if (value > scale || scale === 0) return unknown;
  // A bare 0 is on a scale that begins there; of one to five it is nothing.
  if (value === 0 && named === null && given === null) return unknown;
  return ofFive(value, scale);
}

/** How a spelling of a coded column is read. */
export function meaningIn(
  field: FieldOf<"word" | "yesNo">,
  { words, ratingScale }: Pick<Reading, "words" | "ratingScale">,
): (text: string) => Meaning<Value> {
  const table = wordTable(field);
  const added = words.get(field);
  const known = (text: string): Meaning<Value> => {
    const key = wordKey(text);
    const given = added?.get(key);
    if (given === blankMeaning) return null;
    if (given !== undefined) return given;
    const rating = field === "rating" ? numberRating(key, ratingScale) : null;
    if (rating !== null) return rating;
    // 10.0 is what a workbook makes of a code of 10.
    const meaning = table.get(key) ?? table.get(key.replace(/^(\d+)[.,]0+$/, "$1"));
    if (meaning !== undefined) return meaning;
    if (field === "rating" && text.includes(typedStar)) return unknown;
    if (isBlankCode(text) || isNothingIn(field, key)) return null;
    const alike = (added === undefined ? undefined : looselyIn(added, key)) ?? looselyIn(table, key);
    return alike === blankMeaning ? null : (alike ?? unknown);
  };
  return (text) => {
    if (text === "") return null;
    const meaning = known(text);
    return meaning === unknown ? spelledWord(field, text, known) : meaning;
  };
}

/** What a spelling that has a meaning shows of its log; undefined for nothing. */
export function signOf(
  field: Field,
  text: string,
  { words, ratingScale }: Pick<Reading, "words" | "ratingScale">,
): Sign | undefined {
  const key = wordKey(text);
  if (words.get(field)?.has(key) === true) return `${field}:${key}`;
  if (field === "serviceLevel") return /(?:[1-4]|\biv|\bi{1,3})$/.test(key) ? "old-level" : undefined;
  if (field !== "rating") return undefined;
  const value = bareNumber(key);
  // A word, or a scale that one cell names, says nothing of the scale of the bare numbers beside it.
  if (value === null || ratingScale !== null) return undefined;
  return value <= highestOfThree ? "low-rating" : "plain-rating";
}

/** Whether a number is above the scale that ratings are usually on, and nobody has named another. */
export function isOffScale(text: string, { ratingScale }: Pick<Reading, "ratingScale">): boolean {
  const value = bareNumber(wordKey(text));
  // Beyond a hundred there is no scale: it is another number, which has slipped into the column.
  return ratingScale === null && value !== null && value > usualScale && value <= 100;
}
