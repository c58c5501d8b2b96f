/** Headers and words that come near those of the tables: offered to whoever says what they mean, never taken. */
import { distance } from "fastest-levenshtein";
import { type Field, type FieldOf, fieldKinds, snake, timesAsTexts } from "../records/case.ts";
import { isEncodedAnew } from "./twice.ts";
import { type HeaderMeaning, headerTable, type Value, withoutMarks, wordKey, wordTable } from "./words.ts";

/** Two spellings are near where they share this part of their words, or of their letters in order. */
const sharedWords = 0.6;
const sharedLetters = 0.8;
/** As many as are offered. */
const most = 2;

/** How near two keys without marks are, up to 2; 0 where they are not near. */
function nearness(a: string, b: string): number {
  const [first, second] = [a, b].map((key) => new Set(key.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "")));
  const common = [...first].filter((word) => second.has(word)).length;
  const words = (2 * common) / (first.size + second.size);
  const letters = 1 - distance(a, b) / Math.max(a.length, b.length);
  return words >= sharedWords || letters >= sharedLetters ? words + letters : 0;
}

/** The keys without marks: a header typed without them is as near. */
function bare(text: string): string {
  return wordKey(withoutMarks(text));
}

function nearest<V, T>(text: string, table: ReadonlyMap<string, V>, of: (value: V) => T): V[] {
  if (isEncodedAnew(text)) return [];
  const own = bare(text);
  // Of fewer than three letters everything is near.
  if (own.replace(/[^\p{L}]/gu, "").length < 3) return [];
  const best = new Map<T, { value: V; score: number }>();
  for (const [key, value] of table) {
    const score = nearness(own, bare(key));
    const held = best.get(of(value));
    if (score > 0 && (held === undefined || score > held.score)) best.set(of(value), { value, score });
  }
  return [...best.values()]
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ value }) => value);
}

/** What is promised or expected has not happened: such a header is near to the due time alone. */
const promised = /(?:^|\s)(?:hen|han|du kien|due|expected|promised)(?:\s|$)/;
const happened: ReadonlySet<Field> = new Set(["returnedAt", "finishedAt", "receivedAt", "submittedAt", "ratedAt"]);
/** A time of day by itself is of a column beside it, and no duration. */
const timeOfDay = /^(?:gio|time)\s/;
/** How the result is received says nothing of how the case was handed in, nor of how it was paid. */
const ofResult = /(?:^|\s)(?:ket qua|kq|result)(?:\s|$)/;
const ways: ReadonlySet<Field> = new Set(["channel", "paymentMethod"]);
/** In what way something is done is no time. */
const way = /^(?:hinh thuc|phuong thuc|cach thuc|kenh|method|mode)(?:\s|$)/;
/** How long something takes is no moment: "Thời gian giải quyết (giờ) Hẹn trả". */
const howLong = /\((?:gio|phut|giay|ngay|hours?|minutes?|seconds?|days?)\)/;
/** How many papers there are is no id, and no time. */
const quantity = /^(?:so luong|so bo|so ban|quantity|number of|count)(?:\s|$)/;

/**
 * What a column of persons is called, without marks: whose case it is, who filed or handles it, where they live, their
 * numbers and days of birth. It may come near (chủ hồ sơ, mã hồ sơ), and would be read, and told, as what it is not.
 */
const ofPersons = new RegExp(
  [
    "^(?:(?:ho (?:va )?)?ten )?(?:nguoi(?! dan .)|can bo|cong chuc|chuyen vien|nhan vien|ca nhan|cong dan$|khach hang$|to chuc$|doanh nghiep$)",
    "\\b(?:chu ho so|chu ho|ho (?:va )?ten|hoten|ten (?:nguoi|cong dan|to chuc|doanh nghiep|khach hang))\\b",
    "\\b(?:dia ?chi|noi (?:o|sinh|cu tru|thuong tru|tam tru)|thuong tru|tam tru|que quan)\\b",
    "\\b(?:dien thoai|sdt|so dt|di dong|e ?mail|thu dien tu)\\b",
    "\\b(?:cccd|cmnd|cmt|cmtnd|can cuoc|chung minh|ho chieu|so dinh danh(?! ho so)|dinh danh (?:ca nhan|cong dan))\\b",
    "\\b(?:(?:ngay|thang|nam) sinh|gioi tinh|dan toc|ton giao|quoc tich|chu ky)\\b",
    "\\b(?:applicant|owner|citizen|submitter|requester|customer)(?! (?:type|typ|kind|category|departe?ment|dept|agency|office|unit|rating|score|satisfaction|feedback))\\b",
    "\\b(?:(?:full|first|last|middle|given|family|person|officer|staff|handler) ?name|surname|(?:submitted|filed|received|handled) by)\\b",
    "\\b(?:address|phone|telephone|tel|mobile|(?:identity|id|national|citizen|personal) (?:card|id|identification)|identity|passport)\\b",
    "^(?:id (?:number|no)|name)$|\\b(?:birth|birthday|birthdate|dob|gender|sex|nationality|ethnicity|signature)\\b",
  ].join("|"),
);

/** A header as words: chu_ho_so and chuHoSo too. */
function wordsOf(header: string): string {
  const spaced = header.normalize("NFC").replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2");
  return bare(spaced)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The fields whose headers a header comes near, the nearest first; of a column of persons none. */
export function nearMeanings(header: string): HeaderMeaning[] {
  if (ofPersons.test(wordsOf(header))) return [];
  const key = bare(header);
  return nearest(header, headerTable(), ({ field }) => field).filter(
    ({ field }) =>
      !(promised.test(key) && happened.has(field)) &&
      !(ofResult.test(key) && ways.has(field)) &&
      !((way.test(key) || howLong.test(key)) && isTime(field)) &&
      !(quantity.test(key) && (field === "caseId" || isTime(field))) &&
      !(timeOfDay.test(key) && ["duration", "time"].includes(fieldKinds[field])),
  );
}

/** A column of times: also one that is read as a text. */
export function isTime(field: Field): boolean {
  return fieldKinds[field] === "time" || (timesAsTexts as readonly Field[]).includes(field);
}

/** The name by which `--map` takes a field: of a duration with its unit. */
export function mapName({ field, unit }: HeaderMeaning): string {
  const units: Readonly<Record<number, string>> = { 1: "seconds", 60: "minutes", 3600: "hours", 86400: "days" };
  return fieldKinds[field] === "duration" ? snake(field).replace("duration", units[unit ?? 3600]) : snake(field);
}

/** The meanings of a coded field whose words a word comes near, the nearest first. */
export function nearCodes(field: FieldOf<"word" | "yesNo">, word: string): Value[] {
  return nearest(word, wordTable(field), (value) => value);
}
