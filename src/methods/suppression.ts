/**
 * Cell suppression: which counts of tables that add up must be withheld for no small one to be had by subtraction.
 *
 * A table is columns (counts) by rows (groups); in each grouping the rows add up to one total, and columns add up to one
 * another. Small counts are withheld, and with each of them others, until for every withheld count two other worlds
 * can be shown that agree with all that is published: one in which it is not small, and two that lie the least
 * apart. A world is the true table with cases moved between withheld rows: so many of a kind (a direction) from one row to others, or
 * all of one row to another. What a stranger could work out, by whatever method, must leave room for these worlds; so no
 * linear program is needed here, and one that attacks is the test.
 */

/** Counts below this, above 0, are small; no withheld count may be found within less than this. */
export const leastCell = 5;

/** One count of every row: null where the table has none. */
export type ColumnCounts = readonly (number | null)[];

export interface Tables {
  /** By column, then by row; row 0 is the total of every grouping. */
  readonly columns: readonly ColumnCounts[];
  /** The rows of each grouping. */
  readonly groupings: readonly (readonly number[])[];
  /** Columns of which in every row the first is the sum of the two others. */
  readonly sums: readonly (readonly [whole: number, part: number, part: number])[];
  /** Columns that may by what they count be part of one another, by sets: where one is nowhere more than another, it is taken to be. */
  readonly nested: readonly (readonly number[])[];
}

/** By class of column the cases that a move adds to (1) or takes from (-1) a row. */
type Direction = ReadonlyMap<number, number>;

/** What a row takes, what other rows give for it, and by what the totals differ then, none of which is published. */
interface Way {
  readonly v: Direction;
  readonly given: Direction;
  readonly total: Direction;
}

const nothing: Direction = new Map();

/** A direction less another; null where that is none. */
function less(v: Direction, other: Direction): Direction | null {
  const given = new Map(v);
  for (const [c, by] of other) given.set(c, (given.get(c) ?? 0) - by);
  const left = [...given].filter(([, by]) => by !== 0);
  return left.every(([, by]) => Math.abs(by) === 1) ? new Map(left) : null;
}

/** How many directions of a column are tried, and how many steps are taken to find one. */
const mostDirections = 8;
const mostSteps = 4000;

/**
 * The cells that must be withheld.
 *
 * Columns that say the same in every row are one column, and that one column is the sum of two others, or never more than
 * another, holds for whoever knows what they count: such ties are found in the counts themselves, so that
 * none is missed that holds by definition.
 *
 * @returns by column, then by row
 * @throws RangeError when rows come to more than their total
 */
export function withheldCells(tables: Tables): boolean[][] {
  const { classOf, classes, groupings, sums } = tied(tables);
  const rows = tables.columns[0]?.length ?? 0;
  const directions = classes.map((_, c) => directionsOf(c, classes, sums));
  const covers = coversIn(
    classes,
    sums,
    tables.nested.map((set) => new Set(set.map((column) => classOf[column]))),
  );
  const held = classes.map((counts) => counts.map((_, row) => row >= rows));
  const isHeld = (c: number, row: number) => classes[c][row] === null || held[c][row];
  const holds = (v: Iterable<number>, row: number) => [...v].every((c) => isHeld(c, row));
  const hold = (v: Iterable<number>, row: number) => {
    for (const c of v) held[c][row] = true;
  };
  const every = classes.map((_, c) => c);
  const groupingOf = (row: number) => groupings.find((of) => of.includes(row)) ?? [];
  const isSmall = (count: number | null) => count !== null && count > 0 && count < leastCell;

  const rooms = new Map<Direction, Map<number, number>>();
  /** How far a row can go in a direction (sign 1), or against it (-1), with all else as it is. */
  const room = (v: Direction, row: number, sign: 1 | -1): number => {
    const known = rooms.get(v) ?? new Map<number, number>();
    rooms.set(v, known);
    const key = sign * (row + 1);
    const found = known.get(key) ?? roomOf(v, row, sign);
    known.set(key, found);
    return found;
  };
  const touched = new Map<Direction, readonly { above: number; below: number; by: number }[]>();
  /** The pairs that a direction brings nearer to one another, or apart, by how much. */
  const coversOf = (v: Direction) => {
    const known =
      touched.get(v) ??
      covers
        .map(([above, below]) => ({ above, below, by: (v.get(below) ?? 0) - (v.get(above) ?? 0) }))
        .filter(({ by }) => by !== 0);
    touched.set(v, known);
    return known;
  };
  const roomOf = (v: Direction, row: number, sign: 1 | -1): number => {
    let most = Number.POSITIVE_INFINITY;
    for (const [c, by] of v) {
      const count = classes[c][row];
      if (count !== null && sign * by < 0) most = Math.min(most, count);
    }
    for (const { above, below, by } of coversOf(v)) {
      const [high, low] = [classes[above][row], classes[below][row]];
      if (sign * by > 0 && high !== null && low !== null) {
        most = Math.min(most, Math.floor((high - low) / Math.abs(by)));
      }
    }
    return most;
  };
  const summed = (of: readonly number[], v: Direction, sign: 1 | -1) =>
    v.size === 0
      ? Number.POSITIVE_INFINITY
      : of.reduce((sum, row) => sum + (holds(v.keys(), row) ? room(v, row, sign) : 0), 0);
  /** How far a total can go, with the rows of every grouping but one. */
  const roomOfTotal = (v: Direction, sign: 1 | -1, but: readonly number[] = []) =>
    Math.min(room(v, 0, sign), ...groupings.filter((of) => of !== but).map((of) => summed(of, v, sign)));

  /** Ways to move a cell of each column: what a row takes, what others give for it, and by what the totals differ then. */
  let ways: readonly (readonly Way[])[] = directions.map((own) => own.map((v) => ({ v, given: v, total: nothing })));
  /** How far a cell may be moved up and down in a way. */
  const reach = (c: number, row: number, { v, given, total }: Way): { readonly up: number; readonly down: number } => {
    const of = groupingOf(row);
    const others = of.filter((one) => one !== row);
    const far = (sign: 1 | -1) =>
      row === 0
        ? roomOfTotal(v, sign)
        : Math.min(
            room(v, row, sign),
            summed(others, given, sign === 1 ? -1 : 1),
            total.size === 0 ? Number.POSITIVE_INFINITY : roomOfTotal(total, sign, of),
          );
    return (v.get(c) as number) > 0 ? { up: far(1), down: far(-1) } : { up: far(-1), down: far(1) };
  };
  const isWide = (count: number, up: number, down: number) => count + up >= leastCell && up + down >= leastCell;

  const isProtected = (c: number, row: number): boolean => {
    const count = classes[c][row] ?? 0;
    // All cases of the rows of which nothing is published may be of any one of them.
    const blank = row === 0 ? [] : groupingOf(row).filter((one) => holds(every, one));
    let up = blank.includes(row) ? blank.reduce((sum, one) => sum + (classes[c][one] ?? 0), 0) - count : 0;
    let down = blank.includes(row) && blank.length > 1 ? count : 0;
    for (const way of ways[c]) {
      if (!holds(way.v.keys(), row)) continue;
      const far = reach(c, row, way);
      up = Math.max(up, far.up);
      down = Math.max(down, far.down);
    }
    return isWide(count, up, down) || holds(every, 0);
  };

  const holdEverywhere = (v: Iterable<number>) => {
    const columns = [...v];
    for (const row of [0, ...groupings.flat()]) hold(columns, row);
  };
  /** Withholds a total, with what would give it back. */
  const strengthenTotal = (c: number): void => {
    const v = directions[c].find(
      (one) => !holds(one.keys(), 0) && isWide(classes[c][0] ?? 0, room(one, 0, 1), room(one, 0, -1)),
    );
    holdEverywhere(v?.keys() ?? every);
  };
  /** Withholds one more thing on the way to protecting a cell. */
  const strengthen = (c: number, row: number): void => {
    const count = classes[c][row] ?? 0;
    const others = groupingOf(row).filter((one) => one !== row);
    for (const way of ways[c]) {
      const { v, given, total } = way;
      const sign = (v.get(c) as number) > 0 ? 1 : -1;
      const most = (by: 1 | -1) =>
        Math.min(
          room(v, row, by),
          total.size === 0 ? Number.POSITIVE_INFINITY : roomOfTotal(total, by, groupingOf(row)),
        );
      const opposite = sign === 1 ? -1 : 1;
      if (!isWide(count, most(sign), most(opposite))) continue;
      if (!holds(v.keys(), row)) {
        hold(v.keys(), row);
        return;
      }
      // What lifts the cell comes from another row; what may go down from it only makes it wider.
      const isLow = count + reach(c, row, way).up < leastCell;
      const gives = (one: number) =>
        room(given, one, opposite) + (isLow ? 0 : Math.min(room(given, one, sign), leastCell));
      const isThere = (one: number) => [...given.keys()].some((k) => (classes[k][one] ?? 0) > 0);
      const costs = new Map(
        others
          .filter((one) => !holds(given.keys(), one) && isThere(one) && gives(one) > 0)
          .map((one) => [one, costOf(given, one) / Math.min(gives(one), 2 * leastCell)]),
      );
      const [partner] = [...costs.keys()].sort((a, b) => (costs.get(a) ?? 0) - (costs.get(b) ?? 0) || a - b);
      if (partner !== undefined) {
        hold(given.keys(), partner);
        return;
      }
    }
    // Nothing of the row is published then, nor of the one with which it may have changed places.
    const distance = (one: number) => Math.abs((classes[c][one] ?? 0) - leastCell);
    const [partner] = others
      .filter((one) => !holds(every, one) && (classes[c][one] ?? 0) > 0)
      .sort((a, b) => distance(a) - distance(b) || a - b);
    if (!holds(every, row)) hold(every, row);
    else if (partner !== undefined) hold(every, partner);
    // Where nothing at all is published there is nothing to find.
    else holdEverywhere(every);
  };
  /** What the public loses by a row: least of a small one, and of one that is withheld in part already. */
  const costOf = (v: Direction, row: number) =>
    [...v.keys()].reduce((sum, c) => sum + (isHeld(c, row) ? 0 : 1 + Math.log2(1 + (classes[c][row] ?? 0))), 0);

  for (const [c, counts] of classes.entries()) {
    for (const [row, count] of counts.entries()) if (isSmall(count)) held[c][row] = true;
  }
  /** Until nothing that is withheld can be found. */
  const settle = (isOwn: (row: number) => boolean, more: (c: number, row: number) => void) => {
    for (let isDone = false; !isDone; ) {
      isDone = true;
      for (const [c, counts] of classes.entries()) {
        for (const [row, count] of counts.entries()) {
          // 0 is no small count, nor is what is in no row hidden where it is none.
          if (!isOwn(row) || !count || !held[c][row] || (row >= rows && !isSmall(count))) continue;
          while (!isProtected(c, row)) {
            more(c, row);
            isDone = false;
          }
        }
      }
    }
  };
  settle((row) => row === 0, strengthenTotal);
  // Where totals are withheld a row may take what no other gives, or another kind of case than they give.
  const free = [...new Set(directions.flat().filter((v) => holds(v.keys(), 0)))];
  ways = directions.map((own) =>
    own.flatMap((v) => [
      { v, given: v, total: nothing },
      ...free.flatMap((total) => {
        const given = less(v, total);
        return given === null ? [] : [{ v, given, total }];
      }),
    ]),
  );
  settle((row) => row !== 0, strengthen);
  return tables.columns.map((counts, column) => {
    const c = classOf[column];
    return counts.map((count, row) => count !== null && c !== null && held[c][row]);
  });
}

/** Columns that say the same as one, the groupings with what is in no row, and what adds up to what. */
function tied({ columns, groupings: given, sums: stated }: Tables) {
  const isNothing = (counts: ColumnCounts) => counts.every((count) => !count);
  const classes: (number | null)[][] = [];
  const classOf = columns.map((counts) => {
    if (isNothing(counts)) return null;
    const at = classes.findIndex((one) => agree(one, counts));
    if (at < 0) return classes.push([...counts]) - 1;
    for (const [row, count] of counts.entries()) classes[at][row] ??= count;
    return at;
  });
  let rows = columns[0]?.length ?? 0;
  const groupings = given.map((of) => {
    const rests = classes.map((counts) => {
      const own = of.map((row) => counts[row]);
      if (counts[0] === null || own.every((count) => count === null)) return null;
      const rest = counts[0] - own.reduce((sum: number, count) => sum + (count ?? 0), 0);
      if (rest < 0) throw new RangeError("groups come to more than their total");
      return rest;
    });
    if (isNothing(rests)) return of;
    for (const [c, counts] of classes.entries()) counts.push(rests[c]);
    return [...of, rows++];
  });
  const sums = new Map<string, readonly [number, number, number]>();
  const add = (whole: number | null, a: number | null, b: number | null) => {
    if (whole === null || a === null || b === null || whole === a || whole === b) return;
    sums.set([whole, Math.min(a, b), Math.max(a, b)].join(), [whole, a, b]);
  };
  for (const [whole, a, b] of stated) add(classOf[whole], classOf[a], classOf[b]);
  for (const [a, one] of classes.entries()) {
    for (const [b, other] of classes.slice(0, a + 1).entries()) {
      const sum = one.map((count, row) => (count === null || other[row] === null ? null : count + other[row]));
      if (sum.every((count, row) => row === 0 || count === null)) continue;
      for (const [whole, counts] of classes.entries()) if (agree(counts, sum, 1)) add(whole, a, b);
    }
  }
  return { classOf, classes, groupings, sums: [...sums.values()] };
}

/** Whether two columns say the same wherever both say something, from a row on. */
function agree(one: ColumnCounts, other: ColumnCounts, from = 0): boolean {
  let isShared = false;
  for (let row = 0; row < one.length; row++) {
    const [a, b] = [one[row], other[row]];
    if (a === null || b === null || b === undefined) continue;
    if (a !== b) return false;
    isShared ||= row >= from;
  }
  return isShared;
}

/** Columns that are nowhere less than another, by pairs; of two parts of a sum neither is known to be the larger. */
function coversIn(
  classes: readonly ColumnCounts[],
  sums: readonly (readonly [number, number, number])[],
  nested: readonly ReadonlySet<number | null>[],
): (readonly [above: number, below: number])[] {
  const parts = new Set(sums.flatMap(([, a, b]) => [`${a},${b}`, `${b},${a}`]));
  const isAbove = (high: ColumnCounts, low: ColumnCounts) => {
    let isShared = false;
    for (const [row, count] of high.entries()) {
      const other = low[row];
      if (count === null || other === null) continue;
      if (count < other) return false;
      isShared = true;
    }
    return isShared;
  };
  return classes.flatMap((high, above) =>
    classes.flatMap((low, below) =>
      above !== below &&
      nested.some((set) => set.has(above) && set.has(below)) &&
      !parts.has(`${above},${below}`) &&
      isAbove(high, low)
        ? [[above, below] as const]
        : [],
    ),
  );
}

/**
 * Ways to move a case of a column from row to row so that all that adds up still does: first those that leave the
 * wholes as they are (a case in time becomes a late one), then whole cases, with what else they count in.
 */
function directionsOf(
  column: number,
  classes: readonly ColumnCounts[],
  sums: readonly (readonly [number, number, number])[],
): Direction[] {
  const found = new Map<string, Direction>();
  const sizes = classes.map((counts) => counts.reduce((sum: number, count) => sum + (count ?? 0), 0));
  let steps = 0;
  const go = (v: ReadonlyMap<number, number>) => {
    if (found.size >= mostDirections || ++steps > mostSteps) return;
    const at = (c: number) => v.get(c) ?? 0;
    const broken = sums.find(([whole, a, b]) => at(whole) !== at(a) + at(b));
    if (broken === undefined) {
      const key = [...v]
        .sort(([a], [b]) => a - b)
        .map(String)
        .join(";");
      if (!found.has(key)) found.set(key, v);
      return;
    }
    const [whole, ...parts] = broken;
    const short = at(whole) - at(parts[0]) - at(parts[1]);
    // A column added to itself moves by two.
    if (Math.abs(short) > 1 || parts[0] === parts[1]) return;
    const larger = parts.toSorted((a, b) => sizes[b] - sizes[a]);
    for (const [c, by] of [...larger.map((part) => [part, short] as const), [whole, -short] as const]) {
      if (!v.has(c)) go(new Map([...v, [c, by]]));
    }
  };
  go(new Map([[column, 1]]));
  return [...found.values()].sort((a, b) => a.size - b.size);
}
