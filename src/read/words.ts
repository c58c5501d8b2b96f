import { codes, type Field, type FieldOf } from "../records/case.ts";
import { ends, folded, looseKey, withFinalI, withTonesLast, wordKey } from "../records/spelling.ts";
import { inBrackets, isDayForm, spacedHeader } from "./header-forms.ts";
import {
  codedWords,
  durationHeaders,
  durationUnits,
  headerFillings,
  headers,
  nothingSaid,
  promisedAndActual,
  type Words,
  yesNoOf,
} from "./word-tables.ts";

export { wordKey } from "../records/spelling.ts";

/** The value of a coded cell. */
export type Value = string | number | boolean;

export const unknown = Symbol("unknown");

/** A cell that holds no value that is known. */
export type Meaning<V> = V | null | typeof unknown;

const tables = new Map<FieldOf<"word" | "yesNo">, ReadonlyMap<string, Value>>();

/** The words of a coded field, by `wordKey`. */
export function wordTable(field: FieldOf<"word" | "yesNo">): ReadonlyMap<string, Value> {
  const rows: Words<Value> =
    field in codedWords ? codedWords[field as FieldOf<"word">] : yesNoOf(field as FieldOf<"yesNo">);
  const table = tables.get(field) ?? wordLookup(rows);
  tables.set(field, table);
  return table;
}

/** The words of a table by `wordKey`, with and without marks; every code is a word too. */
export function wordLookup<V extends Value>(rows: Words<V>): ReadonlyMap<string, V> {
  const table = new Map<string, V>();
  const all = rows.flatMap(([value, names]) => [...names, String(value)].map((name) => [name, value] as const));
  const [keys, bare] = keysOf(all.map(([name]) => name));
  all.forEach(([, value], i) => {
    table.set(keys[i], value);
    table.set(bare[i], value);
  });
  return table;
}

/** A table by other keys, without those of two meanings. */
function byOtherKeys<V>(table: ReadonlyMap<string, V>, keyOf: (key: string) => string): ReadonlyMap<string, V> {
  const made = new Map<string, V>();
  const inDoubt = new Set<string>();
  for (const [key, value] of table) {
    const other = keyOf(key);
    if (made.has(other) && made.get(other) !== value) inDoubt.add(other);
    made.set(other, value);
  }
  for (const key of inDoubt) made.delete(key);
  return made;
}

const looseTables = new WeakMap<ReadonlyMap<string, Value>, ReadonlyMap<string, Value>>();

/** What a word of a table of `wordKey` means that is joined in another way, or has i for y. */
export function looselyIn(table: ReadonlyMap<string, Value>, key: string): Value | undefined {
  const loose = looseTables.get(table) ?? byOtherKeys(table, looseKey);
  looseTables.set(table, loose);
  return loose.get(looseKey(key));
}

/** What `--map-value rating:"Chưa đánh giá"=` gives a word: it is as a blank cell. */
export const blankMeaning = "";

/** What a word given by the user (`--map-value`) may stand for: the field's own codes. */
export function meaningOfCode(field: FieldOf<"word" | "yesNo">, code: string): Value | undefined {
  return wordTable(field).get(wordKey(code));
}

/** The codes of a coded field, for a message that lists them. */
export function codesOf(field: FieldOf<"word" | "yesNo">): readonly Value[] {
  if (field === "rating") return [5, 4, 3, 2, 1];
  return field in codes ? codes[field as keyof typeof codes] : [true, false];
}

/** Whether the word of this key says nothing of what its column is for: whether a case is late is no state of it. */
export function isNothingIn(field: FieldOf<"word" | "yesNo">, key: string): boolean {
  const said = field in nothingSaid ? nothingSaid[field as FieldOf<"word">] : undefined;
  return said?.some((word) => wordKey(word) === key || bareKey(wordKey(word)) === key) === true;
}

/** What a header stands for. */
export interface HeaderMeaning {
  readonly field: Field;
  /** Seconds in the unit of a duration. */
  readonly unit?: number;
  /** Where it stands among the field's headers: the lowest is taken when a log has two. */
  readonly rank: number;
}

let table: Map<string, HeaderMeaning> | undefined;

/** Every known header, by `wordKey`. */
export function headerTable(): ReadonlyMap<string, HeaderMeaning> {
  if (table !== undefined) return table;
  const all: [header: string, meaning: HeaderMeaning][] = [];
  const put = (header: string, meaning: HeaderMeaning) => all.push([header, meaning]);
  for (const [field, names] of Object.entries(headers) as [Field, readonly string[]][]) {
    // An English id ranks before every other header.
    put(
      field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      { field, rank: 0 },
    );
    names.forEach((name, i) => {
      put(name, { field, rank: i + 1 });
    });
  }
  for (const [field, names] of Object.entries(durationHeaders) as [FieldOf<"duration">, readonly string[]][]) {
    for (const [unit, ...unitNames] of durationUnits) {
      put(field.replace("Duration", `_${unitNames[1]}`), { field, unit, rank: 0 });
      names.forEach((name, i) => {
        for (const unitName of unitNames) put(`${name} (${unitName})`, { field, unit, rank: i + 1 });
      });
    }
  }
  put("Số ngày xử lý", { field: "processingDuration", unit: 86_400, rank: 9 });
  const made = new Map<string, HeaderMeaning>();
  const [keys, bare] = keysOf(all.map(([header]) => header));
  all.forEach(([, meaning], i) => {
    for (const key of [keys[i], bare[i]]) if (!made.has(key)) made.set(key, meaning);
  });
  table = made;
  return made;
}

/** What a header of a duration without its unit stands for, where the cells below name one themselves: "Thời gian xử lý". */
export function unitlessMeaning(header: string): HeaderMeaning | undefined {
  const key = bareKey(wordKey(header));
  for (const [field, names] of Object.entries(durationHeaders) as [FieldOf<"duration">, readonly string[]][]) {
    const rank = names.findIndex((name) => bareKey(wordKey(name)) === key);
    // Behind every header that names it.
    if (rank >= 0) return { field, rank: 100 + rank };
  }
  return undefined;
}

let fillings: ReadonlySet<string> | undefined;
/** How the State's forms begin the head of a day, over several columns or over one: "Ngày, tháng, năm nhận hồ sơ". */
const dayInFull = /^ng[àa]y[,\s]+th[áa]ng[,\s]+n[ăa]m\s+(?=\p{L})/iu;

/** A cell longer than this is no header. */
export const longestHeader = 120;

const hasFinalI = /(?:[hklmst]|qu)[iy]/;
const finalITables = new WeakMap<ReadonlyMap<string, unknown>, ReadonlyMap<string, unknown>>();

/** A table of headers by keys with i for y: "Đơn vị xử lí", "Ngày đăng kí". */
function withFinalIIn<M>(table: ReadonlyMap<string, M>): ReadonlyMap<string, M> {
  const made = (finalITables.get(table) as ReadonlyMap<string, M> | undefined) ?? byOtherKeys(table, withFinalI);
  finalITables.set(table, made);
  return made;
}

/** What a header stands for in a table of them, with or without brackets behind it that say how it is filled. */
export function meaningAmong<M>(table: ReadonlyMap<string, M>, header: string): M | undefined {
  if (header.length > longestHeader) return undefined;
  const key = wordKey(header);
  const known = table.get(key) ?? (hasFinalI.test(key) ? withFinalIIn(table).get(withFinalI(key)) : undefined);
  if (known !== undefined) return known;
  const text = header.normalize("NFC");
  if (dayInFull.test(text)) return meaningAmong(table, text.replace(dayInFull, "Ngày "));
  const found = inBrackets(header);
  if (found === null) return undefined;
  const { bare, inside } = found;
  fillings ??= new Set(headerFillings.flatMap((word) => [wordKey(word), bareKey(wordKey(word))]));
  const isFilling = fillings.has(wordKey(inside)) || isDayForm(inside);
  return isFilling ? table.get(wordKey(bare)) : undefined;
}

let parts: ReadonlyMap<string, keyof typeof promisedAndActual> | undefined;

/** Whether a text says of an end or a duration that it was promised, or that it happened; undefined for any other. */
export function partOf(text: string): keyof typeof promisedAndActual | undefined {
  parts ??= new Map(
    (["promised", "actual"] as const).flatMap((part) =>
      bothKeys(promisedAndActual[part]).map((key) => [key, part] as const),
    ),
  );
  return parts.get(wordKey(text));
}

/** What a name stands for behind which a word says that it was promised, or that it happened: "Ngày trả kết quả" and "Theo quy định". */
function meaningOfPart(header: string): HeaderMeaning | undefined {
  const words = header.trim().split(/\s+/);
  for (let n = 1; n <= 3 && n < words.length; n++) {
    const part = partOf(words.slice(-n).join(" "));
    const whole = part === undefined ? undefined : meaningAmong(headerTable(), words.slice(0, -n).join(" "));
    if (part === undefined || whole === undefined) continue;
    // Behind every name of the field that has no such word.
    const rank = 200 + whole.rank;
    if (part === "actual") return isOfActs(whole.field) ? { ...whole, rank } : undefined;
    return whole.field === "returnedAt" || whole.field === "finishedAt" ? { field: "dueAt", rank } : undefined;
  }
  return undefined;
}

const isOfActs = (field: Field) =>
  ["submittedAt", "receivedAt", "finishedAt", "returnedAt", "submissionDuration", "processingDuration"].includes(field);

/** What a header of a log stands for; undefined for an unknown one. */
export function headerMeaning(header: string): HeaderMeaning | undefined {
  const known = meaningAmong(headerTable(), header);
  if (known !== undefined || header.length > longestHeader) return known;
  const spaced = spacedHeader(header);
  const meaning = spaced === null ? undefined : meaningAmong(headerTable(), spaced);
  // One that is written as in the table goes before it.
  return meaning === undefined ? meaningOfPart(header) : { ...meaning, rank: meaning.rank + 0.5 };
}

/** The seconds in the unit that a duration's header names anywhere in it ("TG xử lý - giờ"); undefined if none. */
export function unitIn(header: string): number | undefined {
  const parts = wordKey(header).split(/[^\p{L}\p{M}]+/u);
  return durationUnits.find(([, ...names]) =>
    names.some((name) => parts.includes(wordKey(name)) || parts.includes(wordKey(withoutMarks(name)))),
  )?.[0];
}

/** The keys of many words, and those without any marks. */
function keysOf(names: readonly string[]): [keys: string[], bare: string[]] {
  const lines = folded(names.join("\n"));
  const whole = lines.split("\n");
  const keys = withTonesLast(lines.replace(ends, "")).split("\n");
  const own = keys.map((key, i) => (key === "" ? whole[i].trim() : key));
  return [
    own,
    own
      .join("\n")
      .replace(/[\u0300-\u036f]/g, "")
      .split("\n"),
  ];
}

/** The key of a word that is written without marks: keys are decomposed, so that its own need only lose them. */
export function bareKey(key: string): string {
  return key.replace(/\p{M}/gu, "");
}

export function withoutMarks(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đð]/g, "d").replace(/[ĐÐ]/g, "D");
}

/** Words by `wordKey`, with and without marks: a text in Vietnamese letters is known by its marks ("Tống" is a name, no "Tổng"). */
const bothKeys = (words: readonly string[]) => [...new Set(keysOf(words).flat())];
const totals: ReadonlySet<string> = new Set(
  bothKeys(["Tổng cộng", "Cộng", "Tổng", "Total", "Sum", "Grand total", "Subtotal", "Sub total"]),
);
const totalWords = bothKeys(["Tổng cộng", "Tổng số"]);
/** How the name of an agency, a place or a trade begins that begins as a sum does: Tổng công ty, Cộng Hòa, Công an. */
const nameLikeSum =
  /^(?:tong (?:cong ty|cty|lien doan|ldld|cuc|dai|doi|thau|tham muu|kho|hoi|lanh su|thanh tra|hop|giam doc|bien tap)|cong (?:ty|an|doan|vien|thuong|chung|nghe|ich|dan|bao|trinh|tac|hoa|dong|su))(?: |$)/;
/**
 * What stands in place of an id below a table or between its parts: the page, the day of printing, who signs, the address,
 * the month, how many rows there were.
 */
const footer = new RegExp(
  [
    "^(?:trang|page|ngay|thoi gian|thoi diem|printed|exported|generated|in (?:luc|ngay)|xuat|nguoi|thu truong|ke toan|lap bieu|ky",
    "|ghi chu|noi nhan|nguon|dien thoai|dt|tel|hotline|fax|don vi|dia chi|luu|danh sach|trong do|thang|quy|nam|het)(?:[\\s:]|$)",
    "|^\\(?\\d[\\d.,]* (?:rows?|records?|record\\(s\\)|cases?|dong|ban ghi|ho so)(?:[\\s)]|$)|^-{2,}.*-{2,}$",
    // "Hà Nội, ngày 1/10/2025".
    "|^[^\\d,]{2,40}, ?ngay \\d",
  ].join(""),
);
/** A name of a place that begins as such a line does, its letters aside: Nam Định, Quy Nhơn, Kỳ Anh, Thăng Bình, Năm Căn, Lưu Kiếm. */
export const nameLikeFooter =
  /^(?:N[aă]m|Qu[yýỳ]|Th[aăắ]ng|Tr[aảạ]ng|K[yỳý]|L[uưứ]u) \p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*)*$/u;
/** Such words alone, whatever stands beside them. */
const footerWords: ReadonlySet<string> = new Set(["chung", "het", "end", "xac nhan"]);

/** @param isBeside other cells are filled: then it must be words that introduce them, and no number */
export function isFooter(text: string, isBeside: boolean): boolean {
  if (text.length > 120) return false;
  const key = wordKey(withoutMarks(text));
  if (footerWords.has(key)) return true;
  if (isBeside && (/\d/.test(text) || !/:$|\S+ \S+ \S+/.test(text))) return false;
  return footer.test(key) || footer.test(text);
}

/** A sum of a part: "Cộng UBND xã A", "Cộng trang", "Lũy kế", "Subtotal UBND A". No id begins so; a name may. */
const partWords = bothKeys(["Tổng", "Cộng", "Lũy kế", "Subtotal", "Total", "Sum"]);
/** A mean, a share, the first or last of a column, how many it holds. */
const figureWords = bothKeys([
  ...["Average", "Avg", "Mean", "Count", "Min", "Max", "Grand average", "Grand count", "Grand min", "Grand max"],
  ...["Trung bình", "Bình quân", "Tỷ lệ", "Tỉ lệ", "Số lượng", "Số HS", "Số hồ sơ"],
  ...["Lớn nhất", "Nhỏ nhất", "Cao nhất", "Thấp nhất", "Sớm nhất", "Muộn nhất"],
]);
/** What Excel writes behind the name of a group below which it puts a sum: "UBND xã A Total". */
export const partOfExcel = / (?:total|count|average|max|min|sum|product|stddevp?|varp?|tổng cộng)$/iu;
/** How all of these words begin, composed or not: most texts need no further look. */
const beginsLikeSum = /^\P{L}*(?:t(?:[oôổyỷiỉ]|ru|h[aấ])|c[oôộa]|l[oơớuũ]|s[uoôốơớ]|gr|av|m[aeiu]|b[iì]|nh[oỏ])/iu;
/** Tong and Cong without marks are names too, but before what has parts. */
const bareName =
  /^(?:tong|cong) (?!(?:ubnd|xa|phuong|thi tran|huyen|quan|trang|thang|quy|nam|so|don vi|linh vuc|nhom)(?: |$))/;

/**
 * What the first filled cell of a row says that may be a sum: "Tổng cộng", "Tổng cộng: 4 hồ sơ", "Cộng" of all; a part, a mean or
 * the like, if what stands beside are numbers; null for anything else.
 *
 * @param isId it stands where an id would; else a name of an agency or a person may stand there
 */
export function sumSaid(text: string, isId: boolean): "all" | "part" | "figure" | null {
  if (!beginsLikeSum.test(text) && !partOfExcel.test(text)) return null;
  const key = wordKey(text);
  const begins = (words: readonly string[]) =>
    words.some((word) => key.startsWith(word) && /^(?:[\s:.(\d]|$)/.test(key.slice(word.length)));
  if (totals.has(key)) return "all";
  if (nameLikeSum.test(bareKey(key))) return null;
  if (begins(totalWords)) return "all";
  if (figureWords.includes(key)) return "figure";
  const isPart = begins(partWords) && (isId || !bareName.test(bareKey(key)) || key !== bareKey(key));
  return isPart || (isId && begins(figureWords)) || partOfExcel.test(text) ? "part" : null;
}

/** Whether the first filled cell of a row says that the row is a sum of all. */
export function isTotal(text: string): boolean {
  return sumSaid(text, false) === "all";
}

/** What Excel shows in a cell that holds no value (#REF!, #DIV/0!, #GETTING_DATA), and what stands for such a cell here. */
const errorWord =
  /^#(?:(?:REF|NAME|VALUE|NUM|NULL|DIV\/0|SPILL|CALC|FIELD|BLOCKED|CONNECT|UNKNOWN|BUSY|EXTERNAL|PYTHON|TEXT|ERROR)[!?]|GETTING_DATA|N\/A \(Excel\))$/;

/** Whether a cell holds an error of Excel's: no word that anybody meant. */
export function isErrorWord(text: string): boolean {
  return text.charCodeAt(0) === 35 && errorWord.test(text);
}
