/**
 * The inner loop of reading, in AssemblyScript, which the build turns into a WebAssembly module of a few kilobytes: it
 * runs on every system that Node runs on. It splits the bytes of a table into records and cells, sixteen bytes at a
 * time, and reads at once what most cells hold: times in the usual forms, words seen before, ids. Whatever is out of
 * the ordinary it leaves to rows.ts: a cell that it cannot read is marked `asks`, a record that does not fit stops it.
 *
 * Everything lies in one memory, laid out by kernel.ts: the bytes of the log, the plan of the columns, the rows read,
 * and the words seen.
 */

/** What the plan says of a column. */
const skipped: u8 = 0;
const time: u8 = 1;
const word: u8 = 2;
const id: u8 = 3;
/** A time whose dates with a slash are not day first. */
const otherTime: u8 = 4;
/** A word that is yes or no: it becomes a bit of the row. */
const flag: u8 = 6;

/** What a slot says of its cell (kernel.ts has the same); 0 is a blank. */

const read: u32 = 1;
const asks: u32 = 2;
const dateOnly: u32 = 4;
const dayPast12: u32 = 8;
const orderless: u32 = 16;
/** A time of day that is none: of a column of these alone it says nothing but the day. */
const midnight: u32 = 32;
const quoted: u32 = 64;
const escaped: u32 = 128;
/** What readFlag says beside: the flag is yes. */
const saysYes: u32 = 256;

/** Why reading stopped. */
const atLimit: u32 = 0;
const full: u32 = 1;
const needsMore: u32 = 2;
const irregular: u32 = 3;

/**
 * Words of a row before its slots: start, end, bits, an id's high word; the bits of the columns whose flag says yes,
 * whose cell is read, whose cell asks, and whose time is a date only; then its kind, and three words that fill the line.
 */
const rowHead: u32 = 12;

/**
 * Whether a row begins as what stands below a table does: to, tổ, tô, tr, th, te, co, cộ, cô, ng, nơ, lu, lũ, lậ, su, gh, pa, pr, ký, ke, kế, Đ. Few ids do;
 * rows.ts looks closer.
 */
function maybeFooter(low: u32, from: u32, to: u32): bool {
  if (to - from < 2) return false;
  const next: u32 = load<u8>(from, 1) | 32;
  switch (low) {
    case 116:
      return next == 111 || next == 0xe1 || next == 0xe3 || next == 114 || next == 104 || next == 101;
    case 99:
      return next == 111 || next == 0xe1 || next == 0xe3;
    case 110:
      return next == 103 || next == 0xe6;
    case 108:
      return next == 117 || next == 0xe5 || next == 0xe1;
    case 115:
      return next == 117;
    case 103:
      return next == 104;
    case 112:
      return next == 97 || next == 114;
    case 107:
      return next == 0xe3 || next == 101 || next == 0xe1;
    default:
      return low == 0xe4;
  }
}

/** Bits of a row. */
const innerLineEnd: u32 = 1;
const maybeTotal: u32 = 2;

const lf: u32 = 10;
const cr: u32 = 13;
const quote: u32 = 34;

let delimiter: u32 = 44;
let width: u32 = 0;
let least: u32 = 0;
let slots: u32 = 0;
let planAt: usize = 0;
let rowsAt: usize = 0;
let longest: u32 = 0;
let daysAt: usize = 0;
/** For each slot sixteen counts of times read, by what is said of them. */
let seenAt: usize = 0;
/** Where the counts of the times of the row in hand stand: of a row that is none after all they are taken back. */
let timesAt: usize = 0;
/** Slots that must be blank when a row has no cell for them: texts and ids, which stand first; masks tell of the others. */
let clearSlots: u32 = 0;

/** Where the next call goes on, and why the last one stopped. */
export let next: u32 = 0;
export let stop: u32 = 0;

export function configure(
  delimiter_: u32,
  width_: u32,
  least_: u32,
  slots_: u32,
  planAt_: usize,
  rowsAt_: usize,
  longest_: u32,
  daysAt_: usize,
  seenAt_: usize,
  timesAt_: usize,
  clearSlots_: u32,
): void {
  delimiter = delimiter_;
  width = width_;
  least = least_;
  slots = slots_;
  planAt = planAt_;
  rowsAt = rowsAt_;
  longest = longest_;
  daysAt = daysAt_;
  seenAt = seenAt_;
  timesAt = timesAt_;
  clearSlots = clearSlots_;
}

/** Gives the row in hand up, behind so many: reading goes on with it, and its times were not seen. */
// @ts-ignore: a decorator
@inline
function gaveUp(why: u32, start: u32, times: u32, rows: u32): u32 {
  stop = why;
  next = start;
  for (let i: u32 = 0; i < times; i++) {
    const count = <usize>load<u32>(timesAt + i * 4);
    store<u32>(count, load<u32>(count) - 1);
  }
  return rows;
}

/** A bit for each of 32 bytes that is a delimiter or a line end. */
// @ts-ignore: a decorator
@inline
function endsOf(at: u32, isDelimiter: v128, isLf: v128, isCr: v128): u32 {
  const a = v128.load(at);
  const b = v128.load(at, 16);
  const low = v128.or(i8x16.eq(a, isDelimiter), v128.or(i8x16.eq(a, isLf), i8x16.eq(a, isCr)));
  const high = v128.or(i8x16.eq(b, isDelimiter), v128.or(i8x16.eq(b, isLf), i8x16.eq(b, isCr)));
  return <u32>i8x16.bitmask(low) | (<u32>i8x16.bitmask(high) << 16);
}

/**
 * Reads the records that begin at or after `from` and before `limit`, at most so many; the bytes at hand end at `to`.
 *
 * @returns how many rows stand in the table of rows
 */
export function parse(from: u32, limit: u32, to: u32, final: u32, most: u32): u32 {
  const isDelimiter = i8x16.splat(<i8>delimiter);
  const isLf = i8x16.splat(10);
  const isCr = i8x16.splat(13);
  const isQuote = i8x16.splat(34);
  const rowBytes: u32 = (rowHead + slots * 4) * 4;
  let rows: u32 = 0;
  let at = from;
  // The delimiters and line ends of the 32 bytes from `base` that have not been passed, a bit each.
  let base = from;
  let ends = endsOf(base, isDelimiter, isLf, isCr);
  next = from;
  stop = atLimit;
  while (at < limit) {
    if (rows == most) {
      stop = full;
      break;
    }
    const start = at;
    const row = rowsAt + rows * rowBytes;
    for (let slot: u32 = 0; slot < clearSlots; slot++) store<u32>(row + rowHead * 4 + slot * 16, 0, 12);
    // The masks of the row are kept here until its end: adding each bit in memory would wait for the one before.
    let yesMask: u32 = 0;
    let readMask: u32 = 0;
    let asksMask: u32 = 0;
    let dateMask: u32 = 0;
    let cells: u32 = 0;
    let times: u32 = 0;
    let filled: u32 = 0;
    let bits: u32 = 0;
    // Cells
    for (;;) {
      let cellFrom = at;
      let kind: u32 = 0;
      let cellTo: u32 = 0;
      if (at < to && load<u8>(at) == quote) {
        kind = quoted;
        cellFrom = ++at;
        for (;;) {
          // To the next quote.
          for (;;) {
            if (at >= to) break;
            const v = v128.load(at);
            const m = i8x16.bitmask(i8x16.eq(v, isQuote));
            const lines = i8x16.bitmask(v128.or(i8x16.eq(v, isLf), i8x16.eq(v, isCr)));
            if (m != 0) {
              const n = ctz(m);
              if ((lines & ((1 << n) - 1)) != 0) bits |= innerLineEnd;
              at += n;
              break;
            }
            if (lines != 0) bits |= innerLineEnd;
            at += 16;
          }
          if (at >= to) {
            return gaveUp(final ? irregular : needsMore, start, times, rows);
          }
          if (at + 1 >= to && !final) {
            return gaveUp(needsMore, start, times, rows);
          }
          if (at + 1 < to && load<u8>(at + 1) == quote) {
            kind |= escaped;
            at += 2;
            continue;
          }
          break;
        }
        cellTo = at++;
        if (at < to) {
          const b: u32 = load<u8>(at);
          if (b != delimiter && b != lf && b != cr) {
            return gaveUp(irregular, start, times, rows);
          }
        }
      } else {
        while (ends == 0 && base < to) {
          base += 32;
          ends = endsOf(base, isDelimiter, isLf, isCr);
        }
        at = base + ctz(ends);
        if (ends == 0 || at > to) at = to;
        cellTo = at;
      }
      if (at >= to && !final) {
        return gaveUp(needsMore, start, times, rows);
      }
      // What the cell says.
      if (cellTo > cellFrom) {
        if (cells >= width) {
          return gaveUp(irregular, start, times, rows);
        }
        if (filled == 0) {
          const b: u32 = load<u8>(cellFrom);
          // A sign or space, behind which words may stand, or their first two letters: rows.ts looks closer. Letters of
          // more than one byte begin with C3 to E1.
          const low = b | 32;
          const isLetter = low >= 97 && low <= 122;
          if (!isLetter && !(b >= 48 && b <= 57) && !(b >= 0xc3 && b <= 0xe1)) bits |= maybeTotal;
          else if (maybeFooter(low, cellFrom, cellTo)) bits |= maybeTotal;
        }
        filled++;
        const plan = load<u32>(planAt + cells * 4);
        const what = <u8>plan;
        if (what != skipped) {
          const slot = row + rowHead * 4 + ((plan >> 8) & 0xffff) * 16;
          const mask: u32 = 1 << (plan >> 24);
          let is: u32 = asks;
          store<u32>(slot, cellFrom, 4);
          store<u32>(slot, cellTo, 8);
          if ((kind & escaped) == 0) {
            if (what == time || what == otherTime) {
              is = readTime(slot, cellFrom, cellTo, what);
              const count = seenAt + ((((plan >> 8) & 0xffff) << 4) | ((is >> 2) & 15)) * 4;
              if ((is & read) != 0) {
                store<u32>(count, load<u32>(count) + 1);
                store<u32>(timesAt + times++ * 4, <u32>count);
              }
            }
            else if (what == word) is = readWord(slot, cells, cellFrom, cellTo);
            else if (what == flag) is = readFlag(cells, cellFrom, cellTo);
            else if (what == id) is = readId(row, slot, cellFrom, cellTo);
          }
          store<u32>(slot, kind | is, 12);
          if ((is & asks) != 0) {
            asksMask |= mask;
          } else {
            readMask |= mask;
            if ((is & dateOnly) != 0) dateMask |= mask;
            if ((is & saysYes) != 0) yesMask |= mask;
          }
        }
      }
      cells++;
      if (at < to && load<u8>(at) == delimiter) {
        at++;
        // Past the delimiter, and, behind a cell in quotes, past what stood in it.
        if (kind == 0) {
          ends &= ends - 1;
        } else {
          base = at;
          ends = endsOf(base, isDelimiter, isLf, isCr);
        }
        continue;
      }
      break;
    }
    // The line end.
    if (at < to && load<u8>(at) == cr) {
      if (at + 1 >= to && !final) {
        return gaveUp(needsMore, start, times, rows);
      }
      at++;
    }
    if (at < to && load<u8>(at) == lf) at++;
    const passed = at - base;
    if (passed < 32) {
      ends &= <u32>-1 << passed;
    } else {
      base = at;
      ends = endsOf(base, isDelimiter, isLf, isCr);
    }
    if (cells < least || filled == 0 || at - start > longest) {
      // Too short, blank or very long: rows.ts decides.
      return gaveUp(irregular, start, times, rows);
    }
    store<u32>(row, start);
    store<u32>(row, at, 4);
    store<u32>(row, bits, 8);
    store<u32>(row, yesMask, 16);
    store<u32>(row, readMask, 20);
    store<u32>(row, asksMask, 24);
    store<u32>(row, dateMask, 28);
    store<u32>(row, bits == 0 && asksMask == 0 ? kindOf(row, readMask, yesMask, dateMask) : 0, 32);
    rows++;
    next = at;
  }
  return rows;
}

// Kinds: rows that are alike but for their times, texts and amounts have one number, from 1.

/** The plan of the kinds, as kernel.ts lays it out; its parts are counted in words of four bytes. */
let kindPlanAt: usize = 0;
/** An open table: the number of a kind, then its key. */
let kindsAt: usize = 0;
let kindMask: u32 = 0;
let mostKinds: u32 = 0;
export let kinds: u32 = 0;

/** The words of a kind's key before those of its words: what is read, says yes and is a date only, and when it lies. */
const keyHead: u32 = 4;
const mostKeyWords: u32 = 8;
const kindBytes: u32 = (1 + keyHead + mostKeyWords) * 4;

export function configureKinds(kindPlanAt_: usize, kindsAt_: usize, entries: u32): void {
  kindPlanAt = kindPlanAt_;
  kindsAt = kindsAt_;
  kindMask = entries - 1;
  mostKinds = entries / 2;
  kinds = 0;
}

/**
 * Half of what reading.ts allows between two times of one case: of times that lie within half of it from one of them, no two
 * lie further apart than all of it. A row with others is looked at by itself.
 */
// @ts-ignore: a decorator
@inline
const aYear: u32 = 366 * 86_400;

/**
 * The kind of a row of which every cell is read or blank: what its words and flags say, which cells are blank, and in
 * which of the ranges each of its events lies. 0 where its times do not stand in order, where it shows no event, and
 * where there is no room for one kind more: rows.ts looks at those rows one by one.
 */
function kindOf(row: usize, readMask: u32, yesMask: u32, dateMask: u32): u32 {
  if (kindPlanAt == 0) return 0;
  let plan = kindPlanAt;
  if ((readMask & load<u32>(plan)) == 0) return 0;
  const read = readMask & load<u32>(plan, 4);
  const yes = yesMask & load<u32>(plan, 8);
  // Pairs of times that stand in order: the first is not later than the second and a little.
  const pairs = load<u32>(plan, 12);
  const ranges = load<u32>(plan, 16);
  const eventsOf = load<u32>(plan, 20);
  const wordsOf = load<u32>(plan, 24);
  const latest = load<u32>(plan, 28);
  plan += 32;
  for (let i: u32 = 0; i < pairs; i++) {
    const both = load<u32>(plan, 8);
    if ((readMask & both) == both) {
      // A slot 0 is the moment after which nothing can have happened: the row's own words stand there.
      const second = load<u32>(plan, 4);
      const last: u64 = second == 0 ? latest : <u64>load<u32>(row + second) + load<u32>(plan, 12);
      if (<u64>load<u32>(row + load<u32>(plan)) > last) return 0;
    }
    plan += 16;
  }
  const rangesAt = plan;
  plan += ranges * 8;
  let lies: u32 = 0;
  let at: u32 = 0;
  let first: u32 = 0xffffffff;
  let last: u32 = 0;
  for (let e: u32 = 0; e < eventsOf; e++) {
    let time: u32 = 0;
    if ((readMask & load<u32>(plan, 4)) != 0) {
      time = load<u32>(row + load<u32>(plan));
    } else if ((readMask & load<u32>(plan, 12)) != 0) {
      time = load<u32>(row + load<u32>(plan, 8));
    } else if ((readMask & load<u32>(plan, 20)) != 0) {
      // A day that is due is due at its end.
      time = load<u32>(row + load<u32>(plan, 16)) + ((dateMask & load<u32>(plan, 20)) != 0 ? 86_399 : 0);
    } else if ((readMask & load<u32>(plan, 28)) != 0) {
      time = load<u32>(row + load<u32>(plan, 24));
    }
    // No time of a log is before 2000.
    if (time != 0) {
      if (time < first) first = time;
      if (time > last) last = time;
      for (let r: u32 = 0; r < ranges; r++) {
        const isIn = time >= load<u32>(rangesAt + r * 8) && time <= load<u32>(rangesAt + r * 8, 4);
        lies |= <u32>isIn << (at + r);
      }
    }
    at += ranges;
    plan += 32;
  }
  // A year apart: one of the times may be wrong, and rows.ts says which.
  if (last > first && last - first > aYear) return 0;
  let hash: u64 = ((<u64>read << 32) | yes) * 0x9fb21c651e98df25;
  hash = (hash ^ (hash >> 32) ^ ((<u64>dateMask << 32) | lies)) * 0xff51afd7ed558ccd;
  for (let w: u32 = 0; w < wordsOf; w++) {
    hash = (hash ^ (hash >> 29) ^ wordOf(row, plan + w * 8, readMask)) * 0xc4ceb9fe1a85ec53;
  }
  hash ^= hash >> 32;
  let place = <u32>hash & kindMask;
  let entry = kindsAt + place * kindBytes;
  for (let number = load<u32>(entry); number != 0; number = load<u32>(entry)) {
    if (
      load<u32>(entry, 4) == read &&
      load<u32>(entry, 8) == yes &&
      load<u32>(entry, 12) == dateMask &&
      load<u32>(entry, 16) == lies
    ) {
      let w: u32 = 0;
      while (w < wordsOf && load<u32>(entry + w * 4, 20) == wordOf(row, plan + w * 8, readMask)) w++;
      if (w == wordsOf) return number;
    }
    place = (place + 1) & kindMask;
    entry = kindsAt + place * kindBytes;
  }
  if (kinds >= mostKinds) return 0;
  store<u32>(entry, ++kinds);
  store<u32>(entry, read, 4);
  store<u32>(entry, yes, 8);
  store<u32>(entry, dateMask, 12);
  store<u32>(entry, lies, 16);
  for (let w: u32 = 0; w < wordsOf; w++) store<u32>(entry + w * 4, wordOf(row, plan + w * 8, readMask), 20);
  return kinds;
}

/** What a row says in one of the columns of words that tell kinds apart; 0 where it is blank. */
// @ts-ignore: a decorator
@inline
function wordOf(row: usize, plan: usize, readMask: u32): u32 {
  return (readMask & load<u32>(plan, 4)) != 0 ? load<u32>(row + load<u32>(plan)) : 0;
}

// Times.

// @ts-expect-error: a decorator
@inline
function two(at: u32): u32 {
  const tens: u32 = <u32>load<u8>(at) - 48;
  const ones: u32 = <u32>load<u8>(at, 1) - 48;
  return tens <= 9 && ones <= 9 ? tens * 10 + ones : 10_000;
}

/** dd/MM/yyyy, with - or . too, or yyyy-MM-dd; then nothing, HH:mm or HH:mm:ss behind a space or T. */
function readTime(slot: usize, from: u32, to: u32, what: u8): u32 {
  const length = to - from;
  if (length == 19) return readFullTime(slot, from, what);
  if (length != 16 && length != 10) return asks;
  let is: u32 = read;
  let day: u32;
  let month: u32;
  let year: u32;
  const b2 = load<u8>(from, 2);
  const b10 = load<u8>(from, 10);
  if (b2 == load<u8>(from, 5) && (b2 == 47 || b2 == 45 || b2 == 46) && what == time) {
    day = two(from);
    month = two(from + 3);
    year = two(from + 6) * 100 + two(from + 8);
    if (length > 10 && b10 != 32) return asks;
  } else if (load<u8>(from, 4) == 45 && load<u8>(from, 7) == 45) {
    year = two(from) * 100 + two(from + 2);
    month = two(from + 5);
    day = two(from + 8);
    is |= orderless;
    if (length > 10 && b10 != 32 && b10 != 84) return asks;
  } else {
    return asks;
  }
  let clock: u32 = 0;
  if (length == 10) {
    is |= dateOnly;
  } else {
    const hour = two(from + 11);
    const minute = two(from + 14);
    if (load<u8>(from, 13) != 58 || hour > 23 || minute > 59) return asks;
    clock = hour * 3600 + minute * 60;
    if (clock == 0) is |= midnight;
  }
  // The table of months says how many days each has and on which day it begins.
  if (year < 2000 || year > 2099 || month < 1 || month > 12) return asks;
  const entry = load<u32>(daysAt + ((year - 2000) * 12 + month - 1) * 4);
  if (day < 1 || day > (entry & 31)) return asks;
  if (day > 12) is |= dayPast12;
  store<u32>(slot, ((entry >> 5) + day) * 86_400 + clock);
  return is;
}

/** The same with seconds, the form that nearly every cell has: all its digits at once. */
function readFullTime(slot: usize, from: u32, what: u8): u32 {
  // Bytes 0 to 15, and 3 to 18.
  const a = v128.load(from);
  const b = v128.load(from, 3);
  if (load<u8>(from, 13) != 58 || load<u8>(from, 16) != 58) return asks;
  const b2: u32 = load<u8>(from, 2);
  const b10: u32 = load<u8>(from, 10);
  let is: u32 = read;
  let tens: v128;
  let ones: v128;
  if (b2 == <u32>load<u8>(from, 5) && (b2 == 47 || b2 == 45 || b2 == 46) && what == time) {
    // dd/MM/20yy: year, month, day, hour, minute, second; the rest of the lanes repeat the last.
    if (load<u16>(from, 6) != 0x3032 || b10 != 32) return asks;
    tens = v128.shuffle<u8>(a, b, 8, 3, 0, 11, 14, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30);
    ones = v128.shuffle<u8>(a, b, 9, 4, 1, 12, 15, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31);
  } else if (load<u8>(from, 4) == 45 && load<u8>(from, 7) == 45) {
    if (load<u16>(from) != 0x3032 || (b10 != 32 && b10 != 84)) return asks;
    tens = v128.shuffle<u8>(a, b, 2, 5, 8, 11, 14, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30);
    ones = v128.shuffle<u8>(a, b, 3, 6, 9, 12, 15, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31);
    is |= orderless;
  } else {
    return asks;
  }
  const zero = i8x16.splat(48);
  tens = i8x16.sub(tens, zero);
  ones = i8x16.sub(ones, zero);
  const nine = i8x16.splat(9);
  if (v128.any_true(v128.or(i8x16.gt_u(tens, nine), i8x16.gt_u(ones, nine)))) return asks;
  const values = i16x8.add(
    i16x8.mul(i16x8.extend_low_i8x16_u(tens), i16x8.splat(10)),
    i16x8.extend_low_i8x16_u(ones),
  );
  const year: u32 = i16x8.extract_lane_u(values, 0);
  const month: u32 = i16x8.extract_lane_u(values, 1);
  const day: u32 = i16x8.extract_lane_u(values, 2);
  const hour: u32 = i16x8.extract_lane_u(values, 3);
  const minute: u32 = i16x8.extract_lane_u(values, 4);
  const second: u32 = i16x8.extract_lane_u(values, 5);
  if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) return asks;
  const entry = load<u32>(daysAt + (year * 12 + month - 1) * 4);
  if (day < 1 || day > (entry & 31)) return asks;
  if (day > 12) is |= dayPast12;
  const clock = hour * 3600 + minute * 60 + second;
  if (clock == 0) is |= midnight;
  store<u32>(slot, ((entry >> 5) + day) * 86_400 + clock);
  return is;
}

// Words: an open table of the spellings seen, by column and bytes.

/** Bytes of an entry: hash (8), column and length (4), where its bytes are (4), its number (4), what it says (4). */
const entryBytes: u32 = 32;
let wordsAt: usize = 0;
let wordMask: u32 = 0;
let arenaAt: usize = 0;
let arenaEnd: usize = 0;
let known: u32 = 0;

export function configureWords(wordsAt_: usize, entries: u32, arenaAt_: usize, arenaBytes: u32): void {
  wordsAt = wordsAt_;
  wordMask = entries - 1;
  arenaAt = arenaAt_;
  arenaEnd = arenaAt_ + arenaBytes;
  known = 0;
}

// @ts-expect-error: a decorator
@inline
function tail(at: u32, length: u32): u64 {
  // The bytes behind the cell are there to be loaded; they are shifted out.
  return length == 0 ? 0 : load<u64>(at) << (64 - (<u64>length << 3));
}

function hashWord(from: u32, length: u32, column: u32): u64 {
  let h: u64 = 0x9e3779b97f4a7c15 ^ ((<u64>column << 32) | length);
  let at = from;
  let left = length;
  while (left >= 8) {
    h = (h ^ load<u64>(at)) * 0xff51afd7ed558ccd;
    h ^= h >> 32;
    at += 8;
    left -= 8;
  }
  h = (h ^ tail(at, left)) * 0xc4ceb9fe1a85ec53;
  return h ^ (h >> 29);
}

function same(a: usize, b: usize, length: u32): bool {
  let i: u32 = 0;
  while (i + 8 <= length) {
    if (load<u64>(a + i) != load<u64>(b + i)) return false;
    i += 8;
  }
  return tail(<u32>(a + i), length - i) == tail(<u32>(b + i), length - i);
}

/** The entry of a word; 0 when it has not been seen. */
// @ts-ignore: a decorator
@inline
function entryOf(column: u32, from: u32, to: u32): usize {
  const length = to - from;
  if (length >= 65_536) return 0;
  const hash = hashWord(from, length, column);
  const key = (column << 16) | length;
  let at = <u32>hash & wordMask;
  let entry = wordsAt + at * entryBytes;
  while (load<u32>(entry, 16) != 0) {
    if (load<u64>(entry) == hash && load<u32>(entry, 8) == key) {
      // Of fewer than eight bytes the hash is a bijection: equal hashes are equal words.
      if (length < 8 || same(load<u32>(entry, 12), from, length)) return entry;
    }
    at = (at + 1) & wordMask;
    entry = wordsAt + at * entryBytes;
  }
  return 0;
}

/** What an entry says: 0 is for rows.ts, 1 a word that is known, or no, 2 yes. */
function readWord(slot: usize, column: u32, from: u32, to: u32): u32 {
  const entry = entryOf(column, from, to);
  if (entry == 0 || load<u32>(entry, 20) == 0) return asks;
  store<u32>(slot, load<u32>(entry, 16));
  return read;
}

function readFlag(column: u32, from: u32, to: u32): u32 {
  const entry = entryOf(column, from, to);
  const says = entry == 0 ? 0 : load<u32>(entry, 20);
  if (says == 0) return asks;
  return says == 2 ? read | saysYes : read;
}

/** Remembers a word, and what it says; its number, from 1, or 0 when there is no room. */
export function learn(column: u32, from: u32, to: u32, says: u32): u32 {
  const length = to - from;
  if (length >= 1024 || known * 2 > wordMask || arenaAt + length + 8 > arenaEnd) return 0;
  const hash = hashWord(from, length, column);
  let at = <u32>hash & wordMask;
  while (load<u32>(wordsAt + at * entryBytes, 16) != 0) at = (at + 1) & wordMask;
  const entry = wordsAt + at * entryBytes;
  store<u64>(entry, hash);
  store<u32>(entry, (column << 16) | length, 8);
  store<u32>(entry, <u32>arenaAt, 12);
  store<u32>(entry, ++known, 16);
  store<u32>(entry, says, 20);
  memory.copy(arenaAt, from, length);
  arenaAt += length;
  return known;
}

// Ids.

// @ts-expect-error: a decorator
@inline
function hashOf(from: u32, to: u32): u64 {
  let h: u64 = 0xcbf29ce484222325 ^ <u64>(to - from);
  let at = from;
  while (at + 8 <= to) {
    h = (h ^ load<u64>(at)) * 0xff51afd7ed558ccd;
    h ^= h >> 32;
    at += 8;
  }
  h = (h ^ tail(at, to - at)) * 0xc4ceb9fe1a85ec53;
  h ^= h >> 29;
  h *= 0x9fb21c651e98df25;
  h ^= h >> 32;
  // Never 0, which is a row without an id.
  return h | 1;
}

/** Sixty-four bits of the bytes, written as two words, the high one first; never (0, 0). */
export function hashId(from: u32, to: u32, into: usize): void {
  const hash = hashOf(from, to);
  store<u32>(into, <u32>(hash >> 32));
  store<u32>(into, <u32>hash, 4);
}

/** The hash's high word goes to the row, the low one to the slot. */
function readId(row: usize, slot: usize, from: u32, to: u32): u32 {
  // Only visible ASCII: any other text has several spellings, and goes by its meaning (rows.ts).
  let at = from;
  // 2.51008E+14 is what Excel makes of a long number: rows.ts looks closer.
  let odd: u32 = load<u8>(from) == 39 || load<u8>(to - 3) == 43 ? 1 : 0;
  const low = i8x16.splat(33);
  const high = i8x16.splat(126);
  while (at < to) {
    const v = v128.load(at);
    let m = i8x16.bitmask(v128.or(i8x16.lt_s(v, low), i8x16.gt_s(v, high)));
    if (to - at < 16) m &= (1 << (to - at)) - 1;
    odd |= m;
    at += 16;
  }
  if (odd != 0) return asks;
  const hash = hashOf(from, to);
  store<u32>(row, <u32>(hash >> 32), 12);
  store<u32>(slot, <u32>hash);
  return read;
}

// UTF-8, sixteen bytes at a time (Keiser and Lemire, “Validating UTF-8 in less than one instruction per byte”, 2020): what a
// byte and the one before it may not be together is looked up by three of their halves.

const tooShort: i8 = 1;
const tooLong: i8 = 2;
const overlong3: i8 = 4;
const tooLarge: i8 = 8;
const surrogate: i8 = 16;
const overlong2: i8 = 32;
/** Beyond U+10FFFF in its second byte, or four bytes where fewer would do: no byte can be both. */
const tooLarge1000: i8 = 64;
const twoBehind: i8 = -128;
const carry: i8 = tooShort | tooLong | twoBehind;

/** Whether the bytes are well-formed UTF-8. */
export function isUtf8(from: u32, to: u32): u32 {
  const byHigh = i8x16(
    tooLong, tooLong, tooLong, tooLong, tooLong, tooLong, tooLong, tooLong,
    twoBehind, twoBehind, twoBehind, twoBehind,
    tooShort | overlong2, tooShort, tooShort | overlong3 | surrogate, tooShort | tooLarge | tooLarge1000,
  );
  const byLow = i8x16(
    carry | overlong3 | overlong2 | tooLarge1000, carry | overlong2, carry, carry,
    carry | tooLarge,
    carry | tooLarge | tooLarge1000, carry | tooLarge | tooLarge1000, carry | tooLarge | tooLarge1000,
    carry | tooLarge | tooLarge1000, carry | tooLarge | tooLarge1000, carry | tooLarge | tooLarge1000,
    carry | tooLarge | tooLarge1000, carry | tooLarge | tooLarge1000,
    carry | tooLarge | tooLarge1000 | surrogate,
    carry | tooLarge | tooLarge1000, carry | tooLarge | tooLarge1000,
  );
  const bySecond = i8x16(
    tooShort, tooShort, tooShort, tooShort, tooShort, tooShort, tooShort, tooShort,
    tooLong | overlong2 | twoBehind | overlong3 | tooLarge1000,
    tooLong | overlong2 | twoBehind | overlong3 | tooLarge,
    tooLong | overlong2 | twoBehind | surrogate | tooLarge, tooLong | overlong2 | twoBehind | surrogate | tooLarge,
    tooShort, tooShort, tooShort, tooShort,
  );
  /** Above these a byte at the end of sixteen wants more bytes than there are. */
  const whole = i8x16(-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -17, -33, -65);
  const lanes = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  let before = i8x16.splat(0);
  let wanting = i8x16.splat(0);
  let fault = i8x16.splat(0);
  for (let at = from; at < to; at += 16) {
    let v = v128.load(at);
    if (to - at < 16) v = v128.and(v, i8x16.lt_u(lanes, i8x16.splat(<i8>(to - at))));
    if (i8x16.bitmask(v) == 0) {
      fault = v128.or(fault, wanting);
      wanting = i8x16.splat(0);
    } else {
      const one = v128.shuffle<i8>(before, v, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
      const two = v128.shuffle<i8>(before, v, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29);
      const three = v128.shuffle<i8>(before, v, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28);
      const pair = v128.and(
        v128.and(
          i8x16.swizzle(byHigh, i8x16.shr_u(one, 4)),
          i8x16.swizzle(byLow, v128.and(one, i8x16.splat(15))),
        ),
        i8x16.swizzle(bySecond, i8x16.shr_u(v, 4)),
      );
      // The third of three bytes, and the third and fourth of four, must go on.
      const goesOn = v128.or(i8x16.sub_sat_u(two, i8x16.splat(0x60)), i8x16.sub_sat_u(three, i8x16.splat(0x70)));
      fault = v128.or(fault, v128.xor(v128.and(goesOn, i8x16.splat(-128)), pair));
      wanting = i8x16.sub_sat_u(v, whole);
    }
    before = v;
  }
  return v128.any_true(v128.or(fault, wanting)) ? 0 : 1;
}
