/** kpi completion, and the manual page: made from the commands themselves, so that nothing is forgotten. */
import type { Command, Option } from "commander";
import { UserError } from "../errors.ts";
import { allKpis } from "../kpis/index.ts";
import { planIds } from "../plans/index.ts";
import { encodings } from "../read/encodings.ts";
import { allFields, snake } from "../records/case.ts";
import { formats } from "../render/index.ts";
import { clocks } from "../run/ask.ts";
import {
  calendarFormats,
  compareFormats,
  explainFormats,
  inspectFormats,
  nearest,
  planFormats,
  validateFormats,
  wordFormats,
} from "../run/choices.ts";
import { dutyFormats } from "../run/duties.ts";
import { onOverlap } from "../run/tally-files.ts";
import { forms } from "../sample/forms.ts";
import { profiles } from "../sample/made-up.ts";
import { partGroupings } from "../tally/file.ts";
import { groupings } from "../tally/tally.ts";
import { methodIds } from "../text/method-pages.ts";

export const shells = ["bash", "zsh", "fish", "powershell"] as const;
type Shell = (typeof shells)[number];

/** A command by its words: ["plans", "show"]. */
interface Known {
  readonly words: readonly string[];
  readonly description: string;
  readonly options: readonly { readonly long: string; readonly takesValue: boolean; readonly description: string }[];
  /** Words that may stand as its first argument; null where that is a file. */
  readonly first: readonly string[] | null;
}

const ids = allKpis.map(({ id }) => id);

/** What may stand behind an option, beside files; of one command where it has its own. */
const values: Readonly<Record<string, readonly string[]>> = {
  "--lang": ["vi", "en"],
  "--color": ["auto", "always", "never"],
  "--plan": planIds,
  "--kpi": ["all", ...ids],
  "--by": groupings,
  "--clock": clocks,
  "--on-overlap": onOverlap,
  "tally --by": partGroupings,
  "--decimal": ["comma", "point"],
  "--encoding": encodings,
  "check --format": formats,
  "report --format": formats,
  "explain --format": explainFormats,
  "plans show --format": planFormats,
  "plans duties --format": dutyFormats,
  "calendar --format": calendarFormats,
  "inspect --format": inspectFormats,
  "validate --format": validateFormats,
  "compare --format": compareFormats,
  "words --format": wordFormats,
  "sample --form": Object.keys(forms),
  "sample --profile": Object.keys(profiles),
};

/** What may stand as a command's first argument. */
const firsts: Readonly<Record<string, readonly string[]>> = {
  explain: [...ids, ...methodIds],
  "plans show": planIds,
  "plans duties": planIds,
  words: allFields.map(snake),
  schema: ["report", "config", "tally", "compare"],
  completion: shells,
};

function knownOf(program: Command): Known[] {
  const shared = program.options;
  const walk = (command: Command, words: readonly string[]): Known[] => [
    {
      words,
      description: command.description(),
      options: [...command.options, ...(words.length === 0 ? [] : shared), helpOption].map(optionOf),
      first:
        command.commands.length > 0
          ? command.commands.map((one) => one.name())
          : words[0] === "help"
            ? program.commands.map((one) => one.name())
            : (firsts[words.join(" ")] ?? null),
    },
    ...command.commands.flatMap((one) => walk(one, [...words, one.name()])),
  ];
  return walk(program, []);
}

const helpOption = { long: "--help", required: false, optional: false, description: "" };

function optionOf({
  long,
  required,
  optional,
  description,
}: Pick<Option, "required" | "optional" | "description"> & { long?: string | null }) {
  return { long: long ?? "", takesValue: required || optional, description };
}

function valuesOf({ words }: Known, long: string): readonly string[] | null {
  return values[`${words.join(" ")} ${long}`.trim()] ?? values[long] ?? null;
}

/** @throws UserError `bad-choice` */
export function completionOf(program: Command, shell: string): string {
  const known = shells.find((one) => one === shell);
  if (known === undefined) {
    const choices = shells;
    throw new UserError("bad-choice", {
      option: "kpi completion",
      value: shell,
      choices,
      nearest: nearest(shell, choices),
    });
  }
  const scripts: Readonly<Record<Shell, (known: readonly Known[]) => string>> = { bash, zsh, fish, powershell };
  return scripts[known](knownOf(program));
}

/** Lines of a shell's case for each command and option that has words of its own. */
function valueCases(known: readonly Known[], line: (pattern: string, words: readonly string[]) => string): string[] {
  return known.flatMap((command) =>
    command.options.flatMap(({ long, takesValue }) => {
      const words = valuesOf(command, long);
      return takesValue && words !== null ? [line(`${command.words.join(" ")}:${long}`, words)] : [];
    }),
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
  const lines = known.flatMap((command) => {
    const { words, options, first } = command;
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
      ...options.map(({ long, takesValue, description }) => {
        const own = valuesOf(command, long);
        const value = !takesValue ? "" : own === null ? " -r" : ` -x -a ${quoted(own.join(" "))}`;
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

/** The manual page, in the language of the program's own descriptions. */
export function manualOf(
  program: Command,
  version: string,
  codes: readonly (readonly [code: number, meaning: string])[],
): string {
  const plain = (text: string) =>
    text
      .replace(/\\/g, "\\e")
      .replace(/^([.'])/gm, "\\&$1")
      .replace(/-/g, "\\-");
  const known = knownOf(program);
  const section = (name: string, lines: readonly string[]) => [`.SH ${name}`, ...lines];
  return `${[
    `.TH KPI 1 "" "kpi ${version}"`,
    ...section("NAME", [`kpi \\- ${plain(program.description())}`]),
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
      codes.flatMap(([code, meaning]) => [".TP", `.B ${code}`, plain(meaning)]),
    ),
  ].join("\n")}\n`;
}
