/** kpi completion, and the manual page: made of what the commands say of themselves, so that nothing is forgotten. */
import { allKpis } from "../kpis/index.ts";
import { planIds } from "../plans/index.ts";
import { encodings } from "../read/encodings.ts";
import { allFields, snake } from "../records/case.ts";
import { formats } from "../render/index.ts";
import { choiceOf } from "../run/choices.ts";
import { forms } from "../sample/forms.ts";
import { profiles } from "../sample/made-up.ts";
import { caseGroupings, groupings } from "../tally/tally.ts";
import type { Bilingual, Language } from "../text/language.ts";
import { methodIds } from "../text/method-pages.ts";
import { type ArgumentSaid, argumentsSaid, type CommandSaid, commandsIn } from "./command.ts";
import { type Choices, longName, type OptionKey, type OptionSaid, options } from "./options.ts";

const scripts = { bash, zsh, fish, powershell };
const shells = Object.keys(scripts) as (keyof typeof scripts)[];

/** A command by its words: ["plans", "show"]. */
interface Known {
  readonly words: readonly string[];
  readonly description: string;
  readonly options: readonly KnownOption[];
  /** Words that may stand as its first argument; null where that is a file. */
  readonly first: readonly string[] | null;
}

interface KnownOption {
  readonly long: string;
  readonly takesValue: boolean;
  readonly description: string;
  /** What may stand behind it; null where that is a file, or anything. */
  readonly values: readonly string[] | null;
}

const ids = allKpis.map(({ id }) => id);

const offered: Readonly<Record<Exclude<Choices, readonly string[]>, (program: CommandSaid) => readonly string[]>> = {
  commands: commandsIn,
  encodings: () => encodings,
  explained: () => [...ids, ...methodIds],
  fields: () => allFields.map(snake),
  formats: () => formats,
  forms: () => Object.keys(forms),
  groupings: () => groupings,
  kpis: () => ["all", ...ids],
  caseGroupings: () => caseGroupings,
  plans: () => planIds,
  profiles: () => Object.keys(profiles),
  shells: () => shells,
};

const helpOption: KnownOption = { long: "--help", takesValue: false, description: "", values: null };

function knownOf(program: CommandSaid, language: Language): Known[] {
  const wordsOf = (choices: Choices | undefined) =>
    choices === undefined ? null : typeof choices === "string" ? offered[choices](program) : choices;
  const optionOf = (said: OptionSaid): KnownOption => ({
    long: `--${longName(said)}`,
    takesValue: said.flags.includes("<"),
    description: said[language],
    values: wordsOf(said.choices),
  });
  const optionsOf = (keys: readonly OptionKey[]) => keys.map((key) => optionOf(options[key]));
  const shared = [...optionsOf(["version", ...program.options]), helpOption];
  const walk = (said: CommandSaid, words: readonly string[]): Known[] => {
    const [first] = said.arguments.map((key): ArgumentSaid => argumentsSaid[key]);
    return [
      {
        words,
        description: said[language],
        options: said === program ? shared : [...optionsOf(said.options), ...shared],
        first: said.commands.length > 0 ? commandsIn(said) : wordsOf(first?.choices),
      },
      ...said.commands.flatMap((one) => walk(one, [...words, one.name])),
    ];
  };
  return walk(program, []);
}

/** @throws UserError `bad-choice` */
export function completionOf(program: CommandSaid, language: Language, shell: string): string {
  return scripts[choiceOf("kpi completion", shell, shells)](knownOf(program, language));
}

/** Lines of a shell's case for each command and option that has words of its own. */
function valueCases(known: readonly Known[], line: (pattern: string, words: readonly string[]) => string): string[] {
  return known.flatMap((command) =>
    command.options.flatMap(({ long, values }) =>
      values === null ? [] : [line(`${command.words.join(" ")}:${long}`, values)],
    ),
  );
}

/** Options that may stand before the command, and take a value. */
function valuedIn(known: readonly Known[]): string[] {
  const [{ options }] = known;
  return options.flatMap(({ long, takesValue }) => (takesValue ? [long] : []));
}

/**
 * Which command the words before the cursor name: the first that is no option of all commands, and the second where that
 * one has commands.
 */
function bash(known: readonly Known[]): string {
  const valued = valuedIn(known).join("|");
  const nested = known.filter(({ words }) => words.length === 2).map(({ words }) => words[0]);
  return `# kpi: completion for bash. To use it: source <(kpi completion bash)
_kpi() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command="" at=1
  while (( at < COMP_CWORD )); do
    case \${COMP_WORDS[at]} in
      ${valued}) if [[ \${COMP_WORDS[at+1]} == "=" ]]; then (( at += 3 )); else (( at += 2 )); fi;;
      -*) (( at += 1 ));;
      *) break;;
    esac
  done
  if (( COMP_CWORD > at )); then
    command=\${COMP_WORDS[at]}; (( at += 1 ))
    case $command in ${[...new Set(nested)].join("|") || "-"}) if (( COMP_CWORD > at )); then command="$command \${COMP_WORDS[at]}"; (( at += 1 )); fi;; esac
  fi
  local words=""
  case "$command:$prev" in
${valueCases(known, (pattern, words) => `    "${pattern}") COMPREPLY=($(compgen -W "${words.join(" ")}" -- "$cur")); return;;`).join("\n")}
  esac
  if [[ $cur == -* ]]; then
    case $command in
${known.map(({ words, options }) => `      "${words.join(" ")}") words="${options.map(({ long }) => long).join(" ")}";;`).join("\n")}
    esac
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
    return
  fi
  if (( COMP_CWORD == at )); then
    case $command in
${known.flatMap(({ words, first }) => (first === null ? [] : [`      "${words.join(" ")}") words="${first.join(" ")}";;`])).join("\n")}
    esac
    if [[ -n $words ]]; then COMPREPLY=($(compgen -W "$words" -- "$cur")); return; fi
  fi
  COMPREPLY=($(compgen -f -- "$cur"))
}
complete -o filenames -o bashdefault -F _kpi kpi
`;
}

function zsh(known: readonly Known[]): string {
  const valued = valuedIn(known).join("|");
  const nested = [...new Set(known.filter(({ words }) => words.length === 2).map(({ words }) => words[0]))];
  return `#compdef kpi
# kpi: completion for zsh. To use it: source <(kpi completion zsh)
_kpi() {
  local cur=$words[CURRENT] prev=$words[CURRENT-1] command="" at=2
  local -a found
  while (( at < CURRENT )); do
    case $words[at] in
      (${valued}) (( at += 2 ));;
      (-*) (( at += 1 ));;
      (*) break;;
    esac
  done
  if (( CURRENT > at )); then
    command=$words[at]; (( at += 1 ))
    case $command in (${nested.join("|") || "-"}) if (( CURRENT > at )); then command="$command $words[at]"; (( at += 1 )); fi;; esac
  fi
  case "$command:$prev" in
${valueCases(known, (pattern, words) => `    ("${pattern}") compadd -- ${words.join(" ")}; return;;`).join("\n")}
  esac
  if [[ $cur == -* ]]; then
    case $command in
${known.map(({ words, options }) => `      ("${words.join(" ")}") found=(${options.map(({ long }) => long).join(" ")});;`).join("\n")}
    esac
    compadd -- $found
    return
  fi
  if (( CURRENT == at )); then
    case $command in
${known.flatMap(({ words, first }) => (first === null ? [] : [`      ("${words.join(" ")}") found=(${first.join(" ")});;`])).join("\n")}
    esac
    if (( $#found )); then compadd -- $found; return; fi
  fi
  _files
}
compdef _kpi kpi
`;
}

function fish(known: readonly Known[]): string {
  const quoted = (text: string) => `'${text.replace(/[\\']/g, "\\$&")}'`;
  const lines = known.flatMap(({ words, options, first }) => {
    const condition =
      words.length === 0
        ? `not __fish_seen_subcommand_from ${(first ?? []).join(" ")}`
        : `__fish_seen_subcommand_from ${words[0]}${words[1] === undefined ? "" : `; and __fish_seen_subcommand_from ${words[1]}`}`;
    const describe = (word: string) =>
      known.find((one) => one.words.join(" ") === [...words, word].join(" "))?.description;
    return [
      ...(first ?? []).map((word) => {
        const description = describe(word);
        const isFree =
          words.length === 0
            ? condition
            : `${condition}; and not __fish_seen_subcommand_from ${(first ?? []).join(" ")}`;
        return `complete -c kpi -f -n ${quoted(isFree)} -a ${word}${description === undefined ? "" : ` -d ${quoted(description)}`}`;
      }),
      ...options.map(({ long, takesValue, description, values }) => {
        const value = !takesValue ? "" : values === null ? " -r" : ` -x -a ${quoted(values.join(" "))}`;
        return `complete -c kpi -n ${quoted(condition)} -l ${long.slice(2)}${value}${description === "" ? "" : ` -d ${quoted(description)}`}`;
      }),
    ];
  });
  return `# kpi: completion for fish. To use it: kpi completion fish | source\n${lines.join("\n")}\n`;
}

function powershell(known: readonly Known[]): string {
  const list = (words: readonly string[]) => `@(${words.map((word) => `'${word}'`).join(", ")})`;
  return `# kpi: completion for PowerShell. To use it: kpi completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName kpi -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $given = @($commandAst.CommandElements | ForEach-Object { $_.ToString() })
  $before = if ($wordToComplete -eq '') { $given } else { $given[0..($given.Count - 2)] }
  $options = @{
${known.map(({ words, options }) => `    '${words.join(" ")}' = ${list(options.map(({ long }) => long))}`).join("\n")}
  }
  $first = @{
${known.flatMap(({ words, first }) => (first === null ? [] : [`    '${words.join(" ")}' = ${list(first)}`])).join("\n")}
  }
  $values = @{
${valueCases(known, (pattern, words) => `    '${pattern}' = ${list(words)}`).join("\n")}
  }
  $command = ''
  $leading = 0
  $isValue = $false
  foreach ($word in $before | Select-Object -Skip 1) {
    if ($command -eq '' -and ($isValue -or $word.StartsWith('-'))) {
      $leading++
      $isValue = -not $isValue -and (${list(valuedIn(known))} -contains $word)
      continue
    }
    $longer = ("$command $word").Trim()
    if (-not $options.ContainsKey($longer)) { break }
    $command = $longer
  }
  $depth = if ($command -eq '') { 0 } else { $command.Split(' ').Count }
  $found =
    if ($values.ContainsKey("$($command):$($before[-1])")) { $values["$($command):$($before[-1])"] }
    elseif ($wordToComplete.StartsWith('-')) { $options[$command] }
    elseif ($before.Count -eq $depth + 1 + $leading -and $first.ContainsKey($command)) { $first[$command] }
    else { @() }
  $found | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}

/** The exit codes in words (cli.md). */
const exitCodeMeanings: readonly (readonly [code: number, meaning: Bilingual])[] = [
  [0, { vi: "mọi chỉ tiêu đánh giá được đều đạt", en: "every target that could be judged was met" }],
  [1, { vi: "có chỉ tiêu chưa đạt", en: "at least one target was missed" }],
  [
    2,
    {
      vi: "không đánh giá được gì: lệnh, kế hoạch, khai báo hoặc tệp có lỗi",
      en: "nothing was judged: bad usage, plan, mapping or file",
    },
  ],
  [
    3,
    {
      vi: "chưa có số liệu, hoặc quá nhiều dòng bị loại",
      en: "no data for a target, or too many rows rejected",
    },
  ],
  [70, { vi: "lỗi của chương trình", en: "a bug in kpi" }],
  [130, { vi: "bị ngắt", en: "interrupted" }],
];

/** The manual page. */
export function manualOf(program: CommandSaid, language: Language, version: string): string {
  const plain = (text: string) =>
    text
      .replace(/\\/g, "\\e")
      .replace(/^([.'])/gm, "\\&$1")
      .replace(/-/g, "\\-");
  const known = knownOf(program, language);
  const section = (name: string, lines: readonly string[]) => [`.SH ${name}`, ...lines];
  return `${[
    `.TH KPI 1 "" "kpi ${version}"`,
    ...section("NAME", [`kpi \\- ${plain(program[language])}`]),
    ...section("SYNOPSIS", [".B kpi", "command [options] [files]"]),
    ...known
      .slice(1)
      .flatMap(({ words, description, options }) => [
        `.SS "kpi ${words.join(" ")}"`,
        plain(description),
        ...options
          .filter(({ description: said }) => said !== "")
          .flatMap(({ long, takesValue, description: said }) => [
            ".TP",
            `.B ${plain(long)}${takesValue ? " \\fR…\\fB" : ""}`,
            plain(said),
          ]),
      ]),
    ...section(
      "EXIT STATUS",
      exitCodeMeanings.flatMap(([code, meaning]) => [".TP", `.B ${code}`, plain(meaning[language])]),
    ),
  ].join("\n")}\n`;
}
