/** The command line: the commands put together, and the only file that touches the process. */
import type { Command, CommanderError, Option } from "commander";
import type { CheckOptions } from "./commands/check.ts";
import type { CompareCommandOptions } from "./commands/compare.ts";
import type { ConvertOptions } from "./commands/convert.ts";
import type { ExplainOptions } from "./commands/explain.ts";
import type { FormWriteOptions } from "./commands/form.ts";
import { exitCodeMeanings, help } from "./commands/help.ts";
import type { InspectOptions } from "./commands/inspect.ts";
import type { ReportCommandOptions } from "./commands/report.ts";
import type { ScoreOptions } from "./commands/score.ts";
import type { TallyOptions } from "./commands/tally.ts";
import type { ValidateOptions } from "./commands/validate.ts";
import type { VerifyOptions } from "./commands/verify.ts";
import { UserError } from "./errors.ts";
import { machine } from "./platform/index.ts";
import { wrap } from "./render/lines.ts";
import { type Context, type Io, sweep } from "./run/io.ts";
import { unpackingLine } from "./run/progress.ts";
import { errorText } from "./text/errors.ts";
import type { Language } from "./text/language.ts";
import { sentence } from "./text/sentences.ts";

declare const __VERSION__: string;

const exitCodes = { usage: 2, bug: 70, interrupted: 130 } as const;

interface GlobalOptions {
  readonly lang?: string;
  readonly color: string;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

/**
 * Runs the program.
 *
 * @param argv the arguments without node and the script
 * @returns the exit code (cli.md)
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V")) {
    io.out(`${__VERSION__}\n`);
    return 0;
  }
  const language = languageOf(argv, io.env);
  const commander = await import("commander");
  let code = 0;
  try {
    refuseTwice(argv);
    const program = programOf(commander, language, io, (result) => {
      code = result;
    });
    await program.parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof commander.CommanderError) {
      if (error.exitCode === 0) return 0;
      if (error.code === "commander.help") return exitCodes.usage;
      return complain(await usageError(error, argv), io, language);
    }
    if (error instanceof UserError) return complain(error, io, language);
    const stack = error instanceof Error ? error.stack : String(error);
    io.err(
      language === "vi"
        ? `kpi ${__VERSION__}: lỗi của chương trình, không phải của dữ liệu.\n${stack}\n`
        : `kpi ${__VERSION__}: this is a bug in kpi, not a fault of the data.\n${stack}\n`,
    );
    return exitCodes.bug;
  } finally {
    sweep(io.temporary);
  }
}

/** The options that may be given more than once; of any other the first would be ignored without a word. */
const repeatable = new Set(["--map", "--map-value", "--date-format", "--by", "--groups", "--out"]);

/** @throws UserError `option-twice` */
function refuseTwice(argv: readonly string[]): void {
  const seen = new Set<string>();
  for (const arg of argv) {
    const [name] = arg.split("=");
    if (!/^--[a-z]/.test(name) || repeatable.has(name)) continue;
    if (seen.has(name)) throw new UserError("option-twice", { option: name });
    seen.add(name);
  }
}

function complain(error: UserError, io: Io, language: Language): number {
  const text = `kpi: ${errorText(error.code, error.data, language)}`;
  // In a file or a pipe a message stays as it is, for whoever looks for it there.
  const lines = io.errIsTerminal ? text.split("\n").flatMap((line) => wrap(line, io.columns ?? 100)) : [text];
  io.err(`${lines.join("\n")}\n`);
  return exitCodes.usage;
}

/** --lang, else KPI_LANG, LC_ALL, LC_MESSAGES, LANG, else the system's locale. */
function languageOf(argv: readonly string[], env: Io["env"]): Language {
  const at = argv.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const given = at < 0 ? undefined : argv[at].includes("=") ? argv[at].slice("--lang=".length) : argv[at + 1];
  // An empty variable is one that is not set, as for every program that reads these.
  const set = given || env.KPI_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG;
  const locale = set || Intl.DateTimeFormat().resolvedOptions().locale;
  return locale.toLowerCase().startsWith("vi") ? "vi" : "en";
}

function programOf(
  { Command, Option }: typeof import("commander"),
  language: Language,
  io: Io,
  done: (code: number) => void,
): Command {
  const say = (key: keyof typeof help) => help[key][language];
  const collect = (value: string, before: string[] = []) => [...before, value];
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

  /** The options of a command that reads logs, with what a configuration says; null when only they were asked for. */
  const optionsOf = async <O extends object>(made: Command): Promise<O | null> => {
    const context = contextOf(program.opts(), language, io);
    // Loaded only where there is one: most runs have none.
    const { config, showConfig } = made.opts();
    if (config === undefined && !io.env.KPI_CONFIG && showConfig !== true) return made.opts() as O;
    const { configured } = await import("./commands/config.ts");
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
    const options = await optionsOf<CheckOptions>(made);
    if (options === null) return;
    const { checkCommand } = await import("./commands/check.ts");
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
      const { reportCommand } = await import("./commands/report.ts");
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
    const { scoreCommand } = await import("./commands/score.ts");
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
      const { verifyCommand } = await import("./commands/verify.ts");
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
      const { tallyCommand } = await import("./commands/tally.ts");
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
      const { convertCommand } = await import("./commands/convert.ts");
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
      const { sampleCommand } = await import("./commands/sample.ts");
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
      const { validateCommand } = await import("./commands/validate.ts");
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
      const { inspectCommand } = await import("./commands/inspect.ts");
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
      const { compareCommand } = await import("./commands/compare.ts");
      done(await compareCommand(old, now, options, contextOf(program.opts(), language, io)));
    });

  command("calendar", "calendar", ["kpi calendar 2026", "kpi calendar 2026 --format csv > lich.csv"])
    .argument("<year>", say("calendarYear"))
    .option("--calendar <file>", say("calendarFile"))
    .option("--format <format>", say("calendarFormat"), "table")
    .action(async (year, options) => {
      const { calendarCommand } = await import("./commands/calendar.ts");
      done(await calendarCommand(year, options, contextOf(program.opts(), language, io)));
    });

  command("words", "words", ["kpi words channel", "kpi words --format csv > tu-ngu.csv"])
    .argument("[field]", say("wordsField"))
    .option("--format <format>", say("wordsFormat"), "table")
    .action(async (field, options) => {
      const { wordsCommand } = await import("./commands/words.ts");
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
    const { formWriteCommand } = await import("./commands/form.ts");
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
      const { formCommand } = await import("./commands/form.ts");
      done(await formCommand(files, options, contextOf(program.opts(), language, io)));
    });

  const plans = command("plans", "plans", ["kpi plans", "kpi plans show ngoai-vu-76"]);
  plans.allowExcessArguments().action(async () => {
    const [name] = plans.args;
    if (name !== undefined) {
      const { nearest } = await import("./run/choices.ts");
      throw new UserError("unknown-command", { name, nearest: nearest(name, ["show", "duties", "check", "schema"]) });
    }
    const { listPlans } = await import("./commands/plans.ts");
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
      const { showPlan } = await import("./commands/plans.ts");
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
      const { planDuties } = await import("./commands/plans.ts");
      done(await planDuties(name, options, contextOf(program.opts(), language, io)));
    });
  command("check", "plansCheck", ["kpi plans check ke-hoach.yaml", "kpi plans check plan.json --lang en"], plans)
    .argument("<file>", say("planFile"))
    .action(async (file) => {
      const { checkPlan } = await import("./commands/plans.ts");
      done(checkPlan(file, contextOf(program.opts(), language, io)));
    });
  command("schema", "plansSchema", ["kpi plans schema", "kpi plans schema > plan.schema.json"], plans).action(
    async () => {
      const { planSchemaCommand } = await import("./commands/plans.ts");
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
      const { explainCommand } = await import("./commands/explain.ts");
      done(await explainCommand(id, files, options, contextOf(program.opts(), language, io)));
    });

  command("schema", "schema", ["kpi schema report", "kpi schema report > kpi-report.schema.json"])
    .argument("<what>", say("what"))
    .action(async (what) => {
      const { schemaCommand } = await import("./commands/schema.ts");
      done(schemaCommand(what, contextOf(program.opts(), language, io)));
    });

  command("completion", "completion", ["source <(kpi completion bash)", "kpi completion fish | source"])
    .argument("<shell>", say("shell"))
    .action(async (shell) => {
      const { completionOf } = await import("./commands/completion.ts");
      io.out(completionOf(program, shell));
    });

  command("man", "man", ["kpi man > kpi.1", "kpi man --lang en | man -l -"]).action(async () => {
    const { manualOf } = await import("./commands/completion.ts");
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
      const { explainedCodes, helpCode } = await import("./commands/codes.ts");
      const context = contextOf(program.opts(), language, io);
      if (name === "codes") io.out(`${explainedCodes.join("\n")}\n`);
      else done(helpCode(name, commandNames, context));
    });

  return program;
}

function contextOf(
  { lang, color, quiet = false, verbose = false }: GlobalOptions,
  language: Language,
  io: Io,
): Context {
  if (lang !== undefined && lang !== "vi" && lang !== "en") {
    throw new UserError("bad-choice", { option: "--lang", value: lang, choices: ["vi", "en"] });
  }
  if (!["auto", "always", "never"].includes(color)) {
    throw new UserError("bad-choice", { option: "--color", value: color, choices: ["auto", "always", "never"] });
  }
  const { NO_COLOR, FORCE_COLOR } = io.env;
  const auto = FORCE_COLOR ? FORCE_COLOR !== "0" : !NO_COLOR && io.columns !== undefined;
  return {
    io: {
      ...io,
      unpacking: unpackingLine({ io, language, quiet }),
      ...(verbose && { tell: (step, data) => io.err(`${sentence(step, data, language)}\n`) }),
    },
    language,
    quiet,
    colour: color === "auto" ? auto : color === "always",
  };
}

const commandNames = [
  "check",
  "report",
  "index",
  "form",
  "tally",
  "convert",
  "sample",
  "schema",
  "calendar",
  "words",
  "plans",
  "explain",
  "inspect",
  "validate",
  "compare",
  "help",
  "verify",
  "completion",
  "man",
];

const nestedCommands: Readonly<Record<string, readonly string[]>> = {
  plans: ["show", "duties", "check", "schema"],
  form: ["write", "read"],
};

/** The options by which a report says its period; a check has one for all of them. */
const lengths: ReadonlySet<string> = new Set(["--month", "--quarter", "--half", "--nine-months", "--year-to-date"]);

/** A usage error of commander in our words, with the nearest word that exists. */
async function usageError(error: CommanderError, argv: readonly string[]): Promise<UserError> {
  const first = argv.findIndex((arg) => commandNames.includes(arg));
  const isNested = nestedCommands[argv[first]]?.includes(argv[first + 1]) === true;
  const command = first < 0 ? "" : argv.slice(first, first + (isNested ? 2 : 1)).join(" ");
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? "";
  const near = /Did you mean (?:one of )?([^?)]+)\?/.exec(error.message)?.[1] ?? null;
  switch (error.code) {
    case "commander.unknownOption":
      // A report's period is told by its length.
      return new UserError("unknown-option", {
        option: quoted,
        command,
        nearest:
          command === "report" && quoted === "--period"
            ? "--month"
            : command === "check" && lengths.has(quoted)
              ? "--period"
              : near,
      });
    case "commander.unknownCommand":
      return new UserError("unknown-command", { name: quoted, nearest: near });
    case "commander.missingArgument":
      return new UserError("missing-argument", { argument: quoted, command });
    case "commander.optionMissingArgument":
      return new UserError("missing-value", { option: quoted, command });
    case "commander.missingMandatoryOptionValue":
      return new UserError("missing-option", { option: quoted, command });
    case "commander.excessArguments":
      return new UserError("too-many-arguments", { command });
    default:
      return new UserError("usage", { detail: error.message });
  }
}

/** Whether a process of this machine is there; one of another user is. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Starts the program in this process.
 *
 * @param worker what a thread is started with; without it everything is done in one
 */
export async function start(worker: URL | undefined): Promise<void> {
  const { stdout, stderr, env, argv } = process;
  const temporary = new Set<string>();
  // A reader that has seen enough (`| head`) is no error: stop writing and keep the verdict's code. A disk that is full
  // is one, and is heard of when the command is done.
  let lost = false;
  stdout.on("error", ({ code: reason }: NodeJS.ErrnoException) => {
    if (reason === "EPIPE" || lost) return;
    lost = true;
    process.exitCode = exitCodes.usage;
    const language = languageOf(argv.slice(2), env);
    stderr.write(`kpi: ${errorText("cannot-write", { file: "-", reason }, language)}\n`);
  });
  // Where nobody can be told anything there is nothing to tell.
  stderr.on("error", () => {});
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      sweep(temporary);
      process.exit(exitCodes.interrupted);
    });
  }
  const code = await main(argv.slice(2), {
    // Opened when it is read: few runs do.
    stdin: { [Symbol.asyncIterator]: () => process.stdin[Symbol.asyncIterator]() },
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    env,
    columns: stdout.isTTY ? stdout.columns : undefined,
    errIsTerminal: stderr.isTTY === true,
    ...(worker !== undefined && { worker }),
    self: { pid: process.pid, host: machine.host(), isAlive },
    temporary,
  });
  process.exitCode = lost ? exitCodes.usage : code;
}
