/** The KPIs by the names that people have for them: an id, or a title in either language. */
import { UserError } from "../errors.ts";
import { allKpis } from "../kpis/index.ts";
import type { About } from "../kpis/kpi.ts";
import { withoutMarks, wordKey } from "../read/words.ts";
import { nearest } from "./choices.ts";

/** What was asked before: each name that is given is looked for among every title. */
const keys = new Map<string, readonly string[]>();

/** Titles are told apart as words of a log are: not by case, and not by marks where they are typed without. */
function keysOf(title: string): readonly string[] {
  const known = keys.get(title) ?? [wordKey(title), wordKey(withoutMarks(title))];
  keys.set(title, known);
  return known;
}

/** @param own KPIs of a plan's own */
function named(name: string, own: readonly About[]): string | undefined {
  const key = wordKey(name);
  return [...allKpis, ...own].find(({ id, title }) => id === name || [title.vi, title.en].flatMap(keysOf).includes(key))
    ?.id;
}

/** The id of a KPI named by its id or its title. @throws UserError `unknown-kpi` */
export function kpiNamed(name: string, own: readonly About[] = []): string {
  const id = named(name.trim(), own);
  if (id !== undefined) return id;
  const known = [...allKpis, ...own].map(({ id, title }) => ({ id, title }));
  throw new UserError("unknown-kpi", {
    kpi: name,
    nearest: nearest(
      name,
      known.map((one) => one.id),
    ),
    known,
  });
}

/** The ids of several, by commas; a title may have a comma of its own. @throws UserError `unknown-kpi` */
export function kpisNamed(names: string, own: readonly About[] = []): string[] {
  const whole = named(names.trim(), own);
  if (whole !== undefined) return [whole];
  const pieces = names.split(",");
  const ids: string[] = [];
  for (let i = 0; i < pieces.length; ) {
    // The longest run of pieces that is a name.
    const lengths = pieces.slice(i).map((_, k) => pieces.length - i - k);
    const length =
      lengths.find(
        (n) =>
          named(
            pieces
              .slice(i, i + n)
              .join(",")
              .trim(),
            own,
          ) !== undefined,
      ) ?? 1;
    ids.push(kpiNamed(pieces.slice(i, i + length).join(","), own));
    i += length;
  }
  return [...new Set(ids)];
}
