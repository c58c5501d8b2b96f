/** The row of numbers below a header, as forms and lists have it: (1) (2) (3), A B 1 2, I II III, (5)=(3)+(4). */

/** What stands in such a row: how many columns have a letter or a Roman number, and how many a number. */
interface Numbering {
  readonly letters: number;
  readonly numbers: number;
  /** Each stands in brackets, or was typed so: a case has none. */
  readonly isMarked: boolean;
}

/** (5), [5], 5., 5) and 5, with what it is worked out of: (5)=(3)+(4), (5=3+4); -5, which Excel makes of a (5) that is typed. */
const aLabel = /^([([-]?)\s*(\d{1,3}|[A-Za-zĐđ]|[IVX]{1,5})\s*[)\].]?\s*(=[^\p{L}]*)?$/u;
const alphabet = "abcdđefghijklmnopqrstuvwxyz";
const roman = (n: number) =>
  `${"X".repeat(Math.floor(n / 10))}${["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][n % 10]}`;

/** What a row of the numbers of columns has; null for any other. */
export function numberingIn(cells: readonly string[]): Numbering | null {
  const labels = cells.filter((cell) => cell !== "").map((cell) => aLabel.exec(cell));
  if (labels.length < 2 || !labels.every((label) => label !== null)) return null;
  const isMarked = labels.every(([, bracket]) => bracket !== "");
  const names = labels.map(([, , name]) => name);
  if (names.every((name, i) => name === roman(i + 1))) return { letters: names.length, numbers: 0, isMarked };
  const first = names.findIndex((name) => /^\d/.test(name));
  const letters = first < 0 ? names : names.slice(0, first);
  const numbers = first < 0 ? [] : names.slice(first).map(Number);
  const places = letters.map((name) => alphabet.indexOf(name.toLowerCase()));
  const areLetters =
    letters.every((name) => name.length === 1) && (letters.length === 0 || places[0] === 0) && isRising(places);
  // A list leaves numbers of a form out: of these the others say that they are numbers of columns.
  const areAll = numbers.every((n, i) => n === i + 1);
  const areNumbers = areAll || (numbers[0] === 1 && isRising(numbers) && (isMarked || letters.length > 0));
  return areLetters && areNumbers ? { letters: letters.length, numbers: numbers.length, isMarked } : null;
}

const isRising = (places: readonly number[]) => places.every((n, i) => i === 0 || n > places[i - 1]);

/**
 * Whether a row below the header numbers its columns. What stands there without brackets may be a case (an id, a rating,
 * minutes), but for a log with a column of times, which a small number is not.
 */
export function isNumbering(cells: readonly string[], hasTimes: boolean): boolean {
  const found = numberingIn(cells);
  return found !== null && (found.isMarked || (hasTimes && cells.every((cell) => cell !== "")));
}
