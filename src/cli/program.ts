/** The commands as commander has them, with their arguments, options and examples; each is loaded when it is called. */
import type { Command, Option } from "commander";
import type { CheckCommandOptions } from "../commands/check.ts";
import type { CompareCommandOptions } from "../commands/compare.ts";
import type { ConvertOptions } from "../commands/convert.ts";
import type { ExplainOptions } from "../commands/explain.ts";
import type { FormWriteOptions } from "../commands/form.ts";
import { exitCodeMeanings, help } from "../commands/help.ts";
import type { InspectOptions } from "../commands/inspect.ts";
import type { ReportCommandOptions } from "../commands/report.ts";
import type { ScoreOptions } from "../commands/score.ts";
import type { TallyOptions } from "../commands/tally.ts";
import { commandNames } from "../commands/usage.ts";
import type { ValidateOptions } from "../commands/validate.ts";
import type { VerifyOptions } from "../commands/verify.ts";
import { UserError } from "../errors.ts";
import type { Io } from "../run/io.ts";
import type { Language } from "../text/language.ts";
import { placeholder, withPlaceholders } from "../text/placeholders.ts";
import { contextOf } from "./context.ts";
import { collect, optionGroups, type Say } from "./options.ts";

declare const __VERSION__: string;

/** @param done is given the exit code of the command that ran */
export function programOf(
  { Command, Option }: typeof import("commander"),
  language: Language,
  io: Io,
  done: (code: number) => void,
): Command {
  const say: Say = (key) => help[key][language];
  const { withLog, withTables, withRun, withPlan, withOutput, withLengths, withPeriod, withTargets } =
    optionGroups(say);
  const helpStyle = {
    styleTitle: (title: string) =>
      ({
        "Usage:": say("usage"),
        "Options:": say("options"),
        "Global Options:": say("globalOptions"),
        "Arguments:": say("arguments"),
        "Commands:": say("commands"),
      })[title] ?? title,
    optionDescription: ({ description, defaultValue }: Option) =>
      typeof defaultValue === "string" ? `${description} (${say("byDefault")}: ${defaultValue})` : description,
    styleUsage: (usage: string) => withPlaceholders(usage, language),
    styleOptionTerm: (term: string) => withPlaceholders(term, language),
    styleSubcommandTerm: (term: string) => withPlaceholders(term, language),
    styleArgumentTerm: (term: string) => placeholder(term, language),
    showGlobalOptions: true,
    helpWidth: Math.min(io.columns ?? 80, 100),
  };
  const program = new Command("kpi")
    .description(say("program"))
    .version(__VERSION__, "-V, --version", say("version"))
    .helpOption("-h, --help", say("helpOption"))
    .helpCommand(false)
    .addOption(new Option("--lang <vi|en>", say("lang")))
    .addOption(new Option("--color <when>", say("color")).default("auto"))
    .option("-q, --quiet", say("quiet"))
    .option("-v, --verbose", say("verbose"))
    .addHelpText(
      "after",
      `\n${say("examples")}\n  kpi check fixtures/sample/cases.csv --year 2025\n  kpi check --help --lang vi\n`,
    )
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: (text) => io.err(text), outputError: () => {} })
    .configureHelp(helpStyle);

  /** A command with the options that all have. */
  const command = (name: string, description: keyof typeof help, examples: readonly string[], parent = program) =>
    parent
      .command(name)
      .description(say(description))
      .helpOption("-h, --help", say("helpOption"))
      .addHelpText("after", `\n${say("examples")}\n${examples.map((example) => `  ${example}\n`).join("")}`)
      .configureHelp(helpStyle);

  /** The options of a command that reads logs, with what a configuration says; null when only they were asked for. */
  const optionsOf = async <O extends object>(made: Command): Promise<O | null> => {
    const context = contextOf(program.opts(), language, io);
    // Loaded only where there is one: most runs have none.
    const { config, showConfig } = made.opts();
    if (config === undefined && !io.env.KPI_CONFIG && showConfig !== true) return made.opts() as O;
    const { configured } = await import("../commands/config.ts");
    return configured<O>(made, context);
  };

  withOutput(
    withTargets(
      command("check", "check", [
        "kpi check cases.csv --year 2025",
        "kpi check 2025-*.csv --year 2025 --period 2025-09 --by agency --out json=-",
      ]).argument("<files...>", say("files")),
    ),
  ).action(async (files, _, made) => {
    const options = await optionsOf<CheckCommandOptions>(made);
    if (options === null) return;
    const { checkCommand } = await import("../commands/check.ts");
    done(await checkCommand(files, options, contextOf(program.opts(), language, io)));
  });

  withOutput(
    withPeriod(
      withPlan(
        command("report", "report", [
          "kpi report cases.csv --year 2025 --month 2025-09 --out docx=thang-9.docx",
          "kpi report cases.csv --year 2025 --quarter 2025-Q3 --out html=q3.html",
        ]).argument("<files...>", say("files")),
      ),
    ),
  )
    .option("--public <dir>", say("public"))
    .action(async (files, _, made) => {
      const options = await optionsOf<ReportCommandOptions>(made);
      if (options === null) return;
      const { reportCommand } = await import("../commands/report.ts");
      done(await reportCommand(files, options, contextOf(program.opts(), language, io)));
    });

  withOutput(
    withRun(
      withTables(
        withLog(
          command("index", "score", [
            "kpi index cases.csv --month 2026-09",
            "kpi index cases.csv --quarter 2026-Q3 --out xlsx=diem.xlsx",
          ]).argument("<files...>", say("files")),
        )
          .option("--month <month>", say("month"))
          .option("--quarter <quarter>", say("quarter"))
          .option("--year <year>", say("scoreYear"))
          .option("--portal <file>", say("portal"))
          .option("--unit <name>", say("unit")),
      ),
    ),
  ).action(async (files, _, made) => {
    const options = await optionsOf<ScoreOptions>(made);
    if (options === null) return;
    const { scoreCommand } = await import("../commands/score.ts");
    done(await scoreCommand(files, options, contextOf(program.opts(), language, io)));
  });

  withPeriod(
    withTargets(
      command("verify", "verify", [
        "kpi verify samples/*.csv --year 2025 --expect expected.json",
        "kpi verify cases.csv --year 2025 --manifest thang-9.json",
      ]).argument("<files...>", say("files")),
    ),
  )
    .option("--expect <file>", say("expect"))
    .option("--update", say("update"), false)
    .option("--portal <file>", say("portal"))
    .option("--unit <name>", say("unit"))
    .action(async (files, _, made) => {
      const options = await optionsOf<VerifyOptions>(made);
      if (options === null) return;
      const { verifyCommand } = await import("../commands/verify.ts");
      done(await verifyCommand(files, options, contextOf(program.opts(), language, io)));
    });

  withLog(
    command("tally", "tally", [
      "kpi tally cases.csv --by agency,procedure --out an-duong.kpi.json",
      "kpi check parts/*.kpi.json --year 2025 --period 2025-09 --by agency",
    ]).argument("<files...>", say("files")),
  )
    .requiredOption("--out <file>", say("tallyOut"))
    .option("--by <group>", say("tallyBy"), collect, [])
    .option("--plan <id|file>", say("planOfOwn"))
    .option("--clock <clock>", say("tallyClock"), "elapsed")
    .option("--calendar <file>", say("calendarFile"))
    .option("--min-cell <n>", say("minCell"), "0")
    .option("--case-hashes", say("caseHashes"), false)
    .option("--key-file <file>", say("keyFile"))
    .option("--allow-growing", say("allowGrowing"), false)
    .option("--threads <n>", say("threads"))
    .action(async (files, _, made) => {
      const options = await optionsOf<TallyOptions>(made);
      if (options === null) return;
      const { tallyCommand } = await import("../commands/tally.ts");
      done(await tallyCommand(files, options, contextOf(program.opts(), language, io)));
    });

  withLog(
    command("convert", "convert", [
      "kpi convert cases.csv --out canonical.csv",
      'kpi convert cases.csv --map channel="Nguồn hồ sơ" --out -',
    ]).argument("<files...>", say("files")),
  )
    .requiredOption("--out <file>", say("convertOut"))
    .action(async (files, _, made) => {
      const options = await optionsOf<ConvertOptions>(made);
      if (options === null) return;
      const { convertCommand } = await import("../commands/convert.ts");
      done(await convertCommand(files, options, contextOf(program.opts(), language, io)));
    });

  command("sample", "sample", ["kpi sample --cases 2000 --seed 7 --out mau", "kpi sample --form durations --out mau"])
    .option("--cases <n>", say("cases"), "2000")
    .option("--seed <n>", say("seed"), "1")
    .option("--form <form>", say("form"), "full")
    .option("--profile <profile>", say("profile"), "mixed")
    .option("--duplicates <n>", say("duplicates"), "2")
    .option("--force", say("force"), false)
    .requiredOption("--out <dir>", say("sampleOut"))
    .action(async (options) => {
      const { sampleCommand } = await import("../commands/sample.ts");
      done(await sampleCommand(options, contextOf(program.opts(), language, io)));
    });

  withLog(
    command("validate", "validate", [
      "kpi validate samples/*.csv",
      "kpi validate cases.csv --rejects loi.csv",
    ]).argument("<files...>", say("files")),
  )
    .option("--max-issues <n>", say("maxIssues"), "0")
    .option("--rejects <file>", say("rejects"))
    .option("--rejects-raw <file>", say("rejectsRaw"))
    .option("--format <format>", say("calendarFormat"), "table")
    .action(async (files, _, made) => {
      const options = await optionsOf<ValidateOptions>(made);
      if (options === null) return;
      const { validateCommand } = await import("../commands/validate.ts");
      done(await validateCommand(files, options, contextOf(program.opts(), language, io)));
    });

  withLog(
    command("inspect", "inspect", ["kpi inspect cases.csv", "kpi inspect cases.xlsx --write-config kpi.yaml"]).argument(
      "<files...>",
      say("files"),
    ),
  )
    .option("--plan <id|file>", say("plan"), "hai-phong-219")
    .option("--write-config <file>", say("writeConfig"))
    .option("--format <format>", say("inspectFormat"), "table")
    .action(async (files, _, made) => {
      const options = await optionsOf<InspectOptions>(made);
      if (options === null) return;
      const { inspectCommand } = await import("../commands/inspect.ts");
      done(await inspectCommand(files, options, contextOf(program.opts(), language, io)));
    });

  withLog(
    command("compare", "compare", [
      "kpi compare thang-8.csv thang-9.csv",
      "kpi compare thang-8.csv thang-9.csv --year 2025 --list-cases 20",
    ])
      .argument("<old>", say("compareOld"))
      .argument("<new>", say("compareNew")),
  )
    .option("--year <year>", say("compareYear"))
    .option("--plan <id|file>", say("plan"), "hai-phong-219")
    .option("--period <period>", say("periodOfPlan"))
    .option("--statutory", say("statutory"), false)
    .option("--list-cases <n>", say("compareCases"))
    .option("--max-rejects <n|n%>", say("maxRejects"), "5%")
    .option("--allow-growing", say("allowGrowing"), false)
    .option("--threads <n>", say("threads"))
    .option("--format <format>", say("inspectFormat"), "table")
    .option("--out <file>", say("formOut"))
    .action(async (old, now, _, made) => {
      const options = await optionsOf<CompareCommandOptions>(made);
      if (options === null) return;
      const { compareCommand } = await import("../commands/compare.ts");
      done(await compareCommand(old, now, options, contextOf(program.opts(), language, io)));
    });

  command("calendar", "calendar", ["kpi calendar 2026", "kpi calendar 2026 --format csv > lich.csv"])
    .argument("<year>", say("calendarYear"))
    .option("--calendar <file>", say("calendarFile"))
    .option("--format <format>", say("calendarFormat"), "table")
    .action(async (year, options) => {
      const { calendarCommand } = await import("../commands/calendar.ts");
      done(await calendarCommand(year, options, contextOf(program.opts(), language, io)));
    });

  command("words", "words", ["kpi words channel", "kpi words --format csv > tu-ngu.csv"])
    .argument("[field]", say("wordsField"))
    .option("--format <format>", say("wordsFormat"), "table")
    .action(async (field, options) => {
      const { wordsCommand } = await import("../commands/words.ts");
      done(wordsCommand(field, options, contextOf(program.opts(), language, io)));
    });

  const form = command("form", "forms", [
    "kpi form write cases.csv --month 2025-09 --out docx=bieu.docx",
    "kpi form read don-vi-1.xlsx don-vi-2.xlsx",
  ]);
  withOutput(
    withRun(
      withLog(
        withLengths(
          command(
            "write",
            "formWrite",
            ["kpi form write cases.csv --month 2025-09 --out xlsx=bieu.xlsx"],
            form,
          ).argument("<files...>", say("files")),
        ).option("--statutory", say("statutory"), false),
      ),
    ),
  ).action(async (files, _, made) => {
    const options = await optionsOf<FormWriteOptions>(made);
    if (options === null) return;
    const { formWriteCommand } = await import("../commands/form.ts");
    done(await formWriteCommand(files, options, contextOf(program.opts(), language, io)));
  });
  command("read", "formRead", ["kpi form read don-vi-1.xlsx don-vi-2.xlsx --cases cases.csv --month 2025-09"], form)
    .argument("<files...>", say("formFiles"))
    .option("--sheet <name>", say("sheet"))
    .option("--cases <file>", say("formCases"), collect, [])
    .option("--month <month>", say("month"))
    .option("--quarter <quarter>", say("quarter"))
    .option("--half <half>", say("half"))
    .option("--statutory", say("statutory"), false)
    .option("--format <format>", say("formFormat"), "table")
    .option("--out <file>", say("formOut"))
    .action(async (files, options) => {
      const { formCommand } = await import("../commands/form.ts");
      done(await formCommand(files, options, contextOf(program.opts(), language, io)));
    });

  const plans = command("plans", "plans", ["kpi plans", "kpi plans show ngoai-vu-76"]);
  plans.allowExcessArguments().action(async () => {
    const [name] = plans.args;
    if (name !== undefined) {
      const { nearest } = await import("../run/choices.ts");
      throw new UserError("unknown-command", { name, nearest: nearest(name, ["show", "duties", "check", "schema"]) });
    }
    const { listPlans } = await import("../commands/plans.ts");
    done(await listPlans(contextOf(program.opts(), language, io)));
  });
  command(
    "show",
    "plansShow",
    ["kpi plans show tan-an", "kpi plans show hai-phong-219 --format yaml > ke-hoach.yaml"],
    plans,
  )
    .argument("<plan>", say("plan"))
    .option("--year <year>", say("planYear"))
    .option("--format <format>", say("planFormat"), "table")
    .action(async (name, options) => {
      const { showPlan } = await import("../commands/plans.ts");
      done(await showPlan(name, options, contextOf(program.opts(), language, io)));
    });
  command(
    "duties",
    "plansDuties",
    ["kpi plans duties ngoai-vu-76 --year 2025", "kpi plans duties tan-an --year 2026 --format ics > lich.ics"],
    plans,
  )
    .argument("<plan>", say("plan"))
    .option("--year <year>", say("dutyYear"))
    .option("--format <format>", say("dutyFormat"), "table")
    .action(async (name, options) => {
      const { planDuties } = await import("../commands/plans.ts");
      done(await planDuties(name, options, contextOf(program.opts(), language, io)));
    });
  command("check", "plansCheck", ["kpi plans check ke-hoach.yaml", "kpi plans check plan.json --lang en"], plans)
    .argument("<file>", say("planFile"))
    .action(async (file) => {
      const { checkPlan } = await import("../commands/plans.ts");
      done(checkPlan(file, contextOf(program.opts(), language, io)));
    });
  command("schema", "plansSchema", ["kpi plans schema", "kpi plans schema > plan.schema.json"], plans).action(
    async () => {
      const { planSchemaCommand } = await import("../commands/plans.ts");
      done(planSchemaCommand(contextOf(program.opts(), language, io)));
    },
  );

  withLog(
    command("explain", "explain", [
      "kpi explain submission-time",
      "kpi explain on-time-share cases.csv --case 000.00.15.H24-250102-0001",
    ])
      .argument("<kpi>", say("explainKpi"))
      .argument("[files...]", say("files")),
  )
    .option("--plan <id|file>", say("planOfOwn"))
    .option("--case <id>", say("case"))
    .option("--period <period>", say("period"), "all")
    .option("--format <format>", say("explainFormat"), "text")
    .action(async (id, files, _, made) => {
      const options = await optionsOf<ExplainOptions>(made);
      if (options === null) return;
      const { explainCommand } = await import("../commands/explain.ts");
      done(await explainCommand(id, files, options, contextOf(program.opts(), language, io)));
    });

  command("schema", "schema", ["kpi schema report", "kpi schema report > kpi-report.schema.json"])
    .argument("<what>", say("what"))
    .action(async (what) => {
      const { schemaCommand } = await import("../commands/schema.ts");
      done(schemaCommand(what, contextOf(program.opts(), language, io)));
    });

  command("completion", "completion", ["source <(kpi completion bash)", "kpi completion fish | source"])
    .argument("<shell>", say("shell"))
    .action(async (shell) => {
      const { completionOf } = await import("../commands/completion.ts");
      io.out(completionOf(program, shell));
    });

  command("man", "man", ["kpi man > kpi.1", "kpi man --lang en | man -l -"]).action(async () => {
    const { manualOf } = await import("../commands/completion.ts");
    io.out(
      manualOf(
        program,
        __VERSION__,
        exitCodeMeanings.map(([code, meaning]) => [code, meaning[language]]),
      ),
    );
  });

  command("help", "helpCommand", ["kpi help check", "kpi help unknown-word"])
    .argument("[topic...]", say("helpTopic"))
    .action(async ([name, inner]: string[]) => {
      const found = program.commands.find((one) => one.name() === name);
      const shown = name === undefined ? program : (found?.commands.find((one) => one.name() === inner) ?? found);
      if (shown !== undefined) return shown.outputHelp();
      const { explainedCodes, helpCode } = await import("../commands/codes.ts");
      const context = contextOf(program.opts(), language, io);
      if (name === "codes") io.out(`${explainedCodes.join("\n")}\n`);
      else done(helpCode(name, commandNames, context));
    });

  return program;
}
