/** Signs to look at before figures are signed (methods/signs.ts); only where they are asked for. */
import { about, clean, withUnit } from "../../text/language.ts";
import { signWords } from "../../text/method-pages.ts";
import { methodLabel, methodSentence } from "../../text/methods.ts";
import { cell, type Making, numbers, type Section, text, words } from "../document.ts";
import { unitCell, wholeCell } from "./cells.ts";
import { mostRows } from "./findings.ts";

export function signsSection({ report, language }: Making): Section | null {
  const signs = report.periodic?.signs;
  if (signs === undefined) return null;
  const say = (name: Parameters<typeof methodLabel>[0]) => methodLabel(name, language);
  const share = (part: number) =>
    unitCell(withUnit(about(part, 1, language), "percent", language), part, "percent", language, "elapsed");
  return {
    id: "signs",
    title: say("signs"),
    blocks: [
      text(methodSentence(signs.length === 0 ? "noSigns" : "signsNote", {}, language)),
      ...(signs.length === 0
        ? []
        : [
            {
              kind: "table" as const,
              caption: "",
              top: mostRows,
              columns: [
                words(say("agency")),
                words(say("signKind")),
                numbers(say("cases")),
                numbers(say("of")),
                numbers(say("part")),
                words(say("innocent")),
              ],
              rows: signs.map(({ agency, sign, count, of }) => [
                cell(clean(agency) === "" ? say("noName") : clean(agency)),
                cell(signWords[sign].title[language]),
                wholeCell(count, language),
                wholeCell(of, language),
                share((100 * count) / of),
                cell(signWords[sign].innocent[language]),
              ]),
            },
          ]),
    ],
  };
}
