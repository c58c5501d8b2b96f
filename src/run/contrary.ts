/** Options that may be given again, once for each field or word: two that say of one field or word what cannot both be. */
import { UserError } from "../errors.ts";
import { wordKey } from "../read/words.ts";

/** What a value speaks of, and what it says of it; null of one that is malformed, which is told where it is read. */
type Saying = (value: string) => readonly [of: string, says: string] | null;

const sayings = {
  map: (value) => {
    const [, id, header] = /^([^=]+)=(.+)$/s.exec(value) ?? [];
    return id === undefined ? null : [id, wordKey(header)];
  },
  "map-value": (value) => {
    const [, id, word, code] = /^([^:=]+):"?(.+?)"?=([^=]*)$/s.exec(value) ?? [];
    return id === undefined ? null : [`${id}:${wordKey(word)}`, code];
  },
  "date-format": (value) => {
    const [, id = "", order] = /^(?:([a-z_]+)=)?(.+)$/s.exec(value) ?? [];
    // Separators are known, and how many digits there are.
    return order === undefined ? null : [id, order.replace(/[^dMy]/g, "").replace(/(.)\1+/g, "$1")];
  },
} as const satisfies Record<string, Saying>;

type Repeated = keyof typeof sayings;

/** Whether an option may be given again, once for each field or word. */
export function isRepeated(option: string): option is Repeated {
  return option in sayings;
}

/**
 * Of two values of which only one can be meant neither is taken.
 *
 * @param file the configuration that says them; null for the command line
 * @throws UserError `contrary-values`
 */
export function refuseContrary(option: Repeated, values: readonly string[], file: string | null = null): void {
  const seen = new Map<string, { value: string; says: string }>();
  for (const value of values) {
    const [of, says] = sayings[option](value) ?? [];
    if (of === undefined || says === undefined) continue;
    const before = seen.get(of);
    if (before !== undefined && before.says !== says) {
      throw new UserError("contrary-values", { option: `--${option}`, given: [before.value, value], file });
    }
    seen.set(of, { value, says });
  }
}

/** Those of a configuration's values of which the command line says nothing, and the command line's behind them. */
export function overridden(option: Repeated, ofConfig: readonly string[], ofLine: readonly string[]): string[] {
  const saidOf = (value: string) => sayings[option](value)?.[0] ?? null;
  const said = new Set(ofLine.map(saidOf));
  return [...ofConfig.filter((value) => !said.has(saidOf(value))), ...ofLine];
}
