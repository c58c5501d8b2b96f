/** How the program speaks: the language, colour and loudness that options and the environment ask for. */
import { type OptionsOf, type ofEvery, options } from "../commands/options.ts";
import { UserError } from "../errors.ts";
import type { Context, Io } from "../run/io.ts";
import { unpackingLine } from "../run/progress.ts";
import type { Language } from "../text/language.ts";
import { sentence } from "../text/sentences.ts";

/** --lang, else KPI_LANG, LC_ALL, LC_MESSAGES, LANG, else the system's locale. */
export function languageOf(argv: readonly string[], env: Io["env"]): Language {
  const at = argv.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const given = at < 0 ? undefined : argv[at].includes("=") ? argv[at].slice("--lang=".length) : argv[at + 1];
  // A language that is not known is refused in the one that would be spoken without it.
  const known = /^(vi|en)/i.test(given ?? "") ? given : undefined;
  // An empty variable is one that is not set, as for every program that reads these.
  const set = known || env.KPI_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG;
  const locale = set || Intl.DateTimeFormat().resolvedOptions().locale;
  return locale.toLowerCase().startsWith("vi") ? "vi" : "en";
}

/** @throws UserError `bad-choice` */
export function contextOf(
  { lang, color, quiet, verbose }: OptionsOf<(typeof ofEvery)[number]>,
  language: Language,
  io: Io,
): Context {
  for (const [key, value] of Object.entries({ lang, color })) {
    const { choices } = options[key as "lang" | "color"];
    if (value === undefined || choices?.includes(value)) continue;
    throw new UserError("bad-choice", { option: `--${key}`, value, choices });
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
