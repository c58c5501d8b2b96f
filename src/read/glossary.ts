/** All that is known of the words of logs, as it is told: by field its headers and what its cells mean; words for nothing. */
import { allFields, type Field, type FieldKind, type FieldOf, fieldKinds, snake } from "../records/case.ts";
import { blankWords } from "./blanks.ts";
import {
  codedWords,
  durationHeaders,
  durationUnits,
  headers,
  nothingSaid,
  type Words,
  yesNoOf,
} from "./word-tables.ts";
import { headerMeaning, headerTable, type Value, wordKey } from "./words.ts";

/** What is known of one field. */
export interface FieldWords {
  /** As files and options name it; it is a header too, and comes before every other. */
  readonly field: string;
  readonly kind: FieldKind;
  /** In the order in which they are taken where a log has two. */
  readonly headers: readonly string[];
  /** Words of which one stands in brackets behind the header of a duration. */
  readonly units: readonly string[];
  readonly words: readonly { readonly means: Value; readonly words: readonly string[] }[];
  /** Words that say nothing of what this column is for. */
  readonly nothing: readonly string[];
}

/** Every field with its words, in the order of the fields. */
export function glossary(): FieldWords[] {
  return allFields.map((field) => {
    const kind = fieldKinds[field];
    const rows: Words<Value> =
      kind === "word"
        ? codedWords[field as FieldOf<"word">]
        : kind === "yesNo"
          ? yesNoOf(field as FieldOf<"yesNo">)
          : [];
    return {
      field: snake(field),
      kind,
      headers:
        kind === "duration"
          ? durationHeaders[field as FieldOf<"duration">]
          : headers[field as Exclude<Field, FieldOf<"duration">>],
      units: kind === "duration" ? durationUnits.flatMap(([, ...names]) => names) : [],
      words: rows.map(([means, own]) => ({ means, words: own })),
      nothing: nothingSaid[field as FieldOf<"word">] ?? [],
    };
  });
}

/** What stands for nothing in any column whose own words do not have it. */
export const wordsForNothing: readonly string[] = blankWords;

/** The field that is meant by its id or by a header of it, in any spelling; undefined where none is. */
export function fieldNamed(name: string): string | undefined {
  const key = wordKey(name);
  const byId = allFields.find((field) => wordKey(snake(field)) === key || wordKey(field) === key);
  // A duration may be named without its unit; a time's header of the same words is what such a column would be.
  const byDuration = (Object.entries(durationHeaders) as [Field, readonly string[]][]).find(([, names]) =>
    names.some((one) => wordKey(one) === key),
  )?.[0];
  const field = byId ?? headerMeaning(name)?.field ?? byDuration;
  return field === undefined ? undefined : snake(field);
}

/** Every id and header, for the names that are near a wrong one; the field of each. */
export function knownNames(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const field of allFields) names.set(snake(field), snake(field));
  for (const [key, { field }] of headerTable()) if (!names.has(key)) names.set(key, snake(field));
  return names;
}
