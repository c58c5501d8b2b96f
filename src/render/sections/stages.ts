import { about, processingTime, whole, withUnit } from "../../text/language.ts";
import { type MethodLabel, methodSentence } from "../../text/methods.ts";
import { type Cell, cell, type Making, numbers, type Section, type Table, text, words } from "../document.ts";
import { fullName } from "../wording/titles.ts";
import { unitCell, wholeCell } from "./cells.ts";

import { mostRows, saying } from "./findings.ts";

/** Section: where the time goes. */
export function stagesSection({ report, language }: Making): Section | null {
  const found = report.periodic?.stages ?? null;
  if (found === null || found.stages.length < 2) return null;
  const say = saying(language);
  const stageName = ({ from, to }: { readonly from: MethodLabel; readonly to: MethodLabel }) =>
    methodSentence("stage", { from: say(from), to: say(to) }, language);
  const share = (value: number | null): Cell =>
    value === null
      ? cell("")
      : unitCell(withUnit(about(value, 1, language), "percent", language), value, "percent", language, "elapsed");
  const time = (seconds: number | null, isDays: boolean, clock: "elapsed" | "working" = "elapsed"): Cell => {
    if (seconds === null) return cell("");
    const [value, unit] = isDays ? [seconds / 86_400, "days" as const] : [seconds, "seconds" as const];
    return unitCell(processingTime(value, unit, clock, language), value, unit, language, clock);
  };
  // They are counted by whole minutes, and have no tenths of one.
  const inMinutes = (seconds: number | null, isDays: boolean): Cell => {
    const told = time(seconds, isDays);
    if (seconds === null || isDays || seconds >= 3600) return told;
    return { ...told, text: withUnit(whole(seconds / 60, language), "minutes", language) };
  };
  const { stages } = found;
  const most = (of: (stage: (typeof stages)[number]) => number | null) =>
    stages.reduce((a, b) => ((of(b) ?? 0) > (of(a) ?? 0) ? b : a));
  const [heaviest, latest] = [most((one) => one.share), most((one) => one.lateShare)];
  const groups = (rows: typeof found.agencies, by: "agency" | "procedure", caption: string): Table[] =>
    // Where one stage weighs most everywhere, the sentence above has said it.
    new Set(rows.map(stageName)).size < 2
      ? []
      : [
          {
            kind: "table",
            caption,
            top: mostRows,
            isFolded: by === "procedure",
            columns: [words(say(by)), words(say("stage")), numbers(say("share")), numbers(say("cases"))],
            rows: rows.map((one) => [
              cell(fullName(by, one.name, report, language)),
              cell(stageName(one)),
              share(one.share),
              wholeCell(one.n, language),
            ]),
          },
        ];
  return {
    id: "stages",
    title: say("stages"),
    blocks: [
      text(
        methodSentence(
          "stagesSum",
          {
            cases: found.cases,
            stage: heaviest.share === null ? null : stageName(heaviest),
            share: share(heaviest.share).text,
            late: found.late,
            lateStage: latest.lateShare === null ? null : stageName(latest),
            lateShare: share(latest.lateShare).text,
          },
          language,
        ),
      ),
      {
        kind: "table",
        caption: "",
        columns: [
          words(say("stage")),
          numbers(say("cases")),
          numbers(say("mean")),
          numbers(say("median")),
          numbers(say("p90")),
          numbers(say("workingMean")),
          numbers(say("share")),
          ...(found.late > 0 ? [numbers(say("lateShare"))] : []),
        ],
        rows: found.stages.map((stage) => [
          cell(stageName(stage)),
          wholeCell(stage.n, language),
          time(stage.mean, stage.isDays),
          inMinutes(stage.median, stage.isDays),
          inMinutes(stage.p90, stage.isDays),
          time(stage.workingMean, stage.isDays, "working"),
          share(stage.share),
          ...(found.late > 0 ? [share(stage.lateShare)] : []),
        ]),
      },
      ...(found.disordered > 0 ? [text(methodSentence("disordered", { count: found.disordered }, language))] : []),
      ...groups(found.agencies, "agency", say("heaviestAgency")),
      ...groups(found.procedures, "procedure", say("heaviestProcedure")),
    ],
  };
}
