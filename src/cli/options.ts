/** The options that commands share, in the groups in which they have them. */
import type { Command } from "commander";
import type { help } from "../commands/help.ts";

/** The words of an option in the user's language. */
export type Say = (key: keyof typeof help) => string;

/** An option that may be given again and again. */
export const collect = (value: string, before: string[] = []): string[] => [...before, value];

/** Each group adds its options to a command, and gives the command back. */
export function optionGroups(say: Say) {
  const withLog = (made: Command) =>
    made
      .option("--map <field=header>", say("map"), collect, [])
      .option("--map-value <field:word=code>", say("mapValue"), collect, [])
      .option("--date-format <format>", say("dateFormat"), collect, [])
      .option("--delimiter <char>", say("delimiter"))
      .option("--encoding <name>", say("encoding"))
      .option("--sheet <name>", say("sheet"))
      .option("--decimal <sign>", say("decimal"))
      .option("--rating-scale <n>", say("ratingScale"))
      .option("--time-zone <zone>", say("timeZone"), "Asia/Ho_Chi_Minh")
      .option("--as-of <date>", say("asOf"))
      .option("--config <file>", say("config"))
      .option("--show-config", say("showConfig"), false);

  /** What stands beside the log. */
  const withTables = (made: Command) =>
    made
      .option("--procedures <file>", say("procedures"))
      .option("--petitions <file>", say("petitions"))
      .option("--figures <file>", say("figures"))
      .option("--prefer-stated <kpis>", say("preferStated"))
      .option("--calendar <file>", say("calendarFile"));

  /** How a run is done, and when it is refused. */
  const withRun = (made: Command) =>
    made
      .option("--top <n>", say("top"), "20")
      .option("--max-rejects <n|n%>", say("maxRejects"), "5%")
      .option("--allow-no-data", say("allowNoData"), false)
      .option("--allow-growing", say("allowGrowing"), false)
      .option("--manifest <file>", say("manifest"))
      .option("--on-overlap <what>", say("onOverlap"), "warn")
      .option("--allow-missing-parts", say("allowMissingParts"), false)
      .option("--threads <n>", say("threads"));

  const withPlan = (made: Command) =>
    withRun(
      withTables(
        withLog(made).option("--year <year>", say("year")).option("--plan <id|file>", say("plan"), "hai-phong-219"),
      )
        .option("--groups <clause=names>", say("groups"), collect, [])
        .option("--statutory", say("statutory"), false)
        .option("--clock <clock>", say("clock"))
        .option("--kpi <ids>", say("kpi"))
        .option("--require-all", say("requireAll"), false),
    );

  /** Where a report goes. */
  const withOutput = (made: Command) =>
    made
      .option("--rejects <file>", say("rejects"))
      .option("--rejects-raw <file>", say("rejectsRaw"))
      .option("--out <format=file>", say("out"), collect, [])
      .option("--format <format>", say("format"));

  /** Of which period a report is. */
  const withLengths = (made: Command) =>
    made
      .option("--month <month>", say("month"))
      .option("--quarter <quarter>", say("quarter"))
      .option("--half <half>", say("half"))
      .option("--nine-months <year>", say("nineMonths"))
      .option("--year-to-date <month>", say("yearToDate"));

  /** Of which period a report is, and what it is to say beyond its verdicts. */
  const withPeriod = (made: Command) =>
    withLengths(made)
      .option("--expected <n>", say("expected"))
      .option("--list-cases", say("listCases"), false)
      .option("--signs", say("signs"), false);

  const withTargets = (made: Command) =>
    withPlan(made).option("--period <period>", say("periodOfPlan")).option("--by <group>", say("by"), collect, []);

  return { withLog, withTables, withRun, withPlan, withOutput, withLengths, withPeriod, withTargets };
}
