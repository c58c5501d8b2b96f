/** A stranger who has published tables, knows what adds up to what, and has a linear program (HiGHS). */
import * as highs from "highs";

export interface Attack {
  /** By column and row (row 0 the total); null where it is withheld. */
  readonly columns: readonly (readonly (number | null)[])[];
  readonly groupings: readonly (readonly number[])[];
  readonly sums: readonly (readonly [number, number, number])[];
  /** Columns that count the same. */
  readonly same: readonly (readonly [number, number])[];
  /** Columns of which the first is never less. */
  readonly above: readonly (readonly [number, number])[];
  /** The rows of which it is known, by column, that nothing else is in the total; all unless told. */
  readonly isWhole?: (column: number, grouping: number) => boolean;
}

/** What is found of a withheld count. */
export interface Finding {
  readonly column: number;
  readonly row: number;
  readonly low: number;
  readonly high: number;
}

// The types of the package declare no default.
const solver = (highs as unknown as { default: () => Promise<Solver> }).default();

interface Solver {
  readonly solve: (problem: string) => { readonly Status: string; readonly ObjectiveValue: number };
}

/** Bounds of every withheld count; a count that nothing bounds may be up to 1,000,000. */
export async function attacked(attack: Attack, most = Number.POSITIVE_INFINITY): Promise<Finding[]> {
  const { columns, groupings, sums, same, above, isWhole = () => true } = attack;
  const { solve } = await solver;
  const name = (c: number, row: number) => `x${c}_${row}`;
  const lines: string[] = [];
  /** Σ by · cell, all of them held against 0. */
  const line = (terms: readonly (readonly [by: number, c: number, row: number])[], relation: string) => {
    const free: string[] = [];
    let constant = 0;
    for (const [by, c, row] of terms) {
      const cell = columns[c][row];
      if (cell === null) free.push(`${by < 0 ? "-" : "+"} ${name(c, row)}`);
      else constant += by * cell;
    }
    if (free.length > 0) lines.push(`r${lines.length}: ${free.join(" ")} ${relation} ${-constant}`);
  };
  const rows = columns[0].map((_, row) => row);
  for (const [c] of columns.entries()) {
    for (const [g, of] of groupings.entries()) {
      line([[-1, c, 0], ...of.map((row) => [1, c, row] as const)], isWhole(c, g) ? "=" : "<=");
    }
  }
  for (const row of rows) {
    for (const [whole, a, b] of sums)
      line(
        [
          [-1, whole, row],
          [1, a, row],
          [1, b, row],
        ],
        "=",
      );
    for (const [a, b] of same)
      line(
        [
          [-1, a, row],
          [1, b, row],
        ],
        "=",
      );
    for (const [high, low] of above)
      line(
        [
          [1, high, row],
          [-1, low, row],
        ],
        ">=",
      );
  }
  const cells = columns.flatMap((counts, column) =>
    counts.flatMap((count, row) => (count === null ? [{ column, row }] : [])),
  );
  const bounds = cells.map(({ column, row }) => `0 <= ${name(column, row)} <= 1000000`).join("\n");
  const body = `Subject To\n${lines.join("\n")}\nBounds\n${bounds}\nEnd\n`;
  return cells.slice(0, most).map(({ column, row }) => {
    const bound = (side: string) => {
      const { Status, ObjectiveValue } = solve(`${side}\nobj: ${name(column, row)}\n${body}`);
      if (Status !== "Optimal") throw new Error(`${Status}: what is published contradicts itself`);
      return Math.round(ObjectiveValue * 1e6) / 1e6;
    };
    return { column, row, low: bound("Minimize"), high: bound("Maximize") };
  });
}

/** Less than the rule leaves open. */
export function isNarrow({ low, high }: Finding): boolean {
  return high < 5 || high - low < 5;
}
