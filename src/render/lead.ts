/** The first screen as sentences, for outputs that are text: terminal, Markdown, a document on paper, a sheet. */
import { firstLabel, firstSentence } from "../text/first.ts";
import type { Language } from "../text/language.ts";
import type { First } from "./document.ts";

/** What a report comes to, line by line. */
export function leadLines(first: First, language: Language): string[] {
  const labelled = (name: Parameters<typeof firstLabel>[0], text: string) =>
    text === "" ? [] : [`${firstLabel(name, language).toLocaleLowerCase(language)}: ${text}`];
  return [
    ...first.limits,
    ...(first.counts === "" ? [] : [first.counts]),
    ...(first.service === null ? [] : [first.service]),
    ...first.misses.map(({ title, value, target, gap, since, agency, owner, step }) =>
      firstSentence(
        "missLine",
        {
          title,
          value,
          target,
          gap,
          facts: [
            ...(since === "" ? [] : [since]),
            ...labelled("agency", agency),
            ...labelled("owner", owner),
            ...labelled("step", step),
          ],
        },
        language,
      ),
    ),
    ...(first.moreMisses === null ? [] : [first.moreMisses]),
    ...first.undecided.map(({ title, text }) => `${title}: ${text}.`),
    ...(first.notSupplied === null ? [] : [`${first.notSupplied.replace(/\.$/, "")}.`]),
    ...first.compared,
  ];
}
