/** The parts of the page, each made from what is known. */
import { capital, whole } from "../text/language.ts";
import { periodTitle } from "../text/periods.ts";
import { commandOf, periodsOf } from "./command.ts";
import { el, select } from "./dom.ts";
import { type Role, roles } from "./messages.ts";
import { askedOptions, logsOf, planIn, type State } from "./state.ts";
import { pageWords, roleWords, type Word } from "./words.ts";

/** What a person may do. */
export interface Deeds {
  readonly setRole: (path: string, role: Role) => void;
  readonly remove: (path: string) => void;
  readonly setPlan: (plan: string) => void;
  readonly setYear: (year: string) => void;
  readonly setPeriod: (period: string | null) => void;
  readonly setReading: (name: string, value: string) => void;
  readonly setColumn: (header: string, field: string) => void;
  readonly setWord: (field: string, word: string, code: string | null) => void;
  readonly check: () => void;
  readonly save: (what: string) => void;
}

const say = (state: State, word: Word) => pageWords[word][state.language];

export function fileList(state: State, deeds: Deeds): HTMLElement {
  return el(
    "ul",
    { class: "files" },
    state.files.map(({ path, file, role }, i) =>
      el(
        "li",
        {},
        el("span", { class: "name" }, path),
        el("span", { class: "quiet" }, `${whole(Math.ceil(file.size / 1024), state.language)} KB`),
        select(
          `role-${i}`,
          `${say(state, "is")}`,
          roles.map((one) => ({ value: one, title: roleWords[one][state.language] })),
          role ?? "",
          (value) => deeds.setRole(path, value as Role),
        ),
        el(
          "button",
          {
            type: "button",
            class: "plain",
            id: `remove-${i}`,
            "aria-label": `${say(state, "remove")} ${path}`,
            click: () => deeds.remove(path),
          },
          say(state, "remove"),
        ),
      ),
    ),
  );
}

/** Plan, year and period. */
export function choices(state: State, deeds: Deeds): HTMLElement {
  const plan = planIn(state);
  const months = state.found?.months ?? [];
  const periods = periodsOf(state.year, months);
  return el(
    "form",
    {
      class: "choices",
      submit: (event) => {
        event.preventDefault();
        deeds.check();
      },
    },
    select(
      "plan",
      say(state, "plan"),
      state.plans.map(({ id, title, place }) => ({ value: id, title: `${place} – ${title}` })),
      state.plan,
      deeds.setPlan,
    ),
    select(
      "year",
      say(state, "year"),
      (plan?.years ?? []).map((year) => ({ value: year, title: year })),
      state.year,
      deeds.setYear,
    ),
    select(
      "period",
      say(state, "period"),
      [
        { value: "", title: say(state, "allCases") },
        ...periods.map((name) => ({ value: name, title: capital(periodTitle(name, state.language)) })),
      ],
      state.period ?? "",
      (value) => deeds.setPeriod(value === "" ? null : value),
    ),
    el("button", { type: "submit", id: "check", class: "main", disabled: state.doing !== null }, say(state, "check")),
  );
}

const encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1258", "tcvn3", "vni"];
const dateFormats = ["dd/MM/yyyy", "MM/dd/yyyy", "yyyy-MM-dd"];

/** How the files are read, where that cannot be found out. */
export function readingChoices(state: State, deeds: Deeds): HTMLElement {
  const { reading, trouble } = state;
  const auto = { value: "", title: say(state, "automatic") };
  const one = (name: string, word: Word, all: readonly { value: string; title: string }[]) =>
    select(`reading-${name}`, say(state, word), [auto, ...all], reading[name] ?? "", (value) =>
      deeds.setReading(name, value),
    );
  const same = (values: readonly string[]) => values.map((value) => ({ value, title: value }));
  const sheets = trouble?.code === "no-sheet" ? (trouble.data.sheets as string[]) : [];
  const marks = [";", ",", "\t", "|"].map((value, i) => ({
    value,
    title: say(state, (["semicolon", "commaSign", "tab", "bar"] as const)[i]),
  }));
  const isOpen = trouble !== null || Object.keys(reading).length > 0;
  return el(
    "details",
    { id: "how", open: isOpen },
    el("summary", {}, say(state, "how")),
    el(
      "div",
      { class: "choices" },
      one("encoding", "encoding", same(encodings)),
      one("delimiter", "delimiter", marks),
      one("dateFormat", "dateFormat", same(dateFormats)),
      one("decimal", "decimal", [
        { value: "comma", title: say(state, "comma") },
        { value: "point", title: say(state, "point") },
      ]),
      one("ratingScale", "ratingScale", same(["3", "4", "5", "10", "100"])),
      sheets.length > 0 ? one("sheet", "sheet", same(sheets)) : sheetBox(state, deeds),
    ),
  );
}

function sheetBox(state: State, deeds: Deeds): HTMLElement {
  const change = (event: Event) => deeds.setReading("sheet", (event.target as HTMLInputElement).value);
  return el(
    "div",
    { class: "choice" },
    el("label", { for: "reading-sheet" }, say(state, "sheet")),
    el("input", {
      id: "reading-sheet",
      type: "text",
      value: state.reading.sheet ?? "",
      placeholder: say(state, "automatic"),
      change,
    }),
  );
}

/** The configuration that says the same. */
export function configIn(state: State): string | null {
  return state.found === null ? null : `year: ${state.year}\n${state.found.config}`;
}

/** The same on the command line, and as a configuration. */
export function sameElsewhere(state: State, deeds: Deeds): HTMLElement {
  const logs = logsOf(state);
  const config = configIn(state);
  const short = commandOf(
    logs,
    { ...askedOptions(state, true), ...(config !== null && { config: "kpi.yaml" }) },
    state.period,
  );
  return el(
    "details",
    { id: "same" },
    el("summary", {}, say(state, "same")),
    el("pre", { id: "command", tabindex: 0 }, commandOf(logs, askedOptions(state), state.period)),
    ...(config === null
      ? []
      : [
          el("h3", {}, say(state, "config")),
          el("pre", { id: "config", tabindex: 0 }, config),
          el(
            "p",
            {},
            el(
              "button",
              { type: "button", id: "keep-config", click: () => deeds.save("config") },
              `${say(state, "save")} kpi.yaml`,
            ),
          ),
          el("p", { class: "quiet" }, say(state, "withConfig")),
          el("pre", { tabindex: 0 }, short),
        ]),
  );
}
