/** The parts of the page, each made from what is known. */
import { capital, date, whole } from "../text/language.ts";
import { periodTitle } from "../text/periods.ts";
import { commandOf, periodsOf } from "./command.ts";
import { type Choice, el, select } from "./dom.ts";
import { type Role, roles } from "./messages.ts";
import { askedOptions, logsOf, planIn, reportedIn, type State, usualPeriodIn } from "./state.ts";
import { pageWords, roleWords, type Word } from "./words.ts";

/** What a person may do. */
export interface Deeds {
  readonly setRole: (path: string, role: Role) => void;
  readonly remove: (path: string) => void;
  readonly setPlan: (plan: string) => void;
  readonly setYear: (year: string) => void;
  readonly setPeriod: (period: string) => void;
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

/** What a check is of, as an official names it; as it was written where it is no name of a period. */
function checkTitle(period: string, state: State): string {
  const { language } = state;
  if (period === "all") return say(state, "allCases");
  if (/^\d{4}$/.test(period)) return `${say(state, "wholeYear")} ${period}`;
  const days = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/.exec(period);
  if (days !== null) return `${date(days[1], language)} – ${date(days[2], language)}`;
  return /^\d{4}-(H[12]|9M|Q[1-4]|0[1-9]|1[0-2])$/.test(period) ? periodTitle(period, language) : period;
}

/** What a check takes by itself, everything, the year; then the periods that a report may be of. */
function periodChoices(state: State): Choice[] {
  const { year, language } = state;
  if (year === "") return [];
  const usual = usualPeriodIn(state);
  const isOfConfig = state.config.options.period !== undefined;
  const before = isOfConfig ? `${say(state, "byConfig")} ` : usual === "all" ? "" : `${say(state, "byPlan")} `;
  return [
    { value: "", title: `${before}${checkTitle(usual, state)}` },
    ...["all", year]
      .filter((period) => period !== usual)
      .map((period) => ({ value: period, title: checkTitle(period, state) })),
    ...periodsOf(year, state.found?.months ?? []).map((name) => {
      return { value: name, title: capital(periodTitle(name, language)) };
    }),
  ];
}

/** Plan, year and period. */
export function choices(state: State, deeds: Deeds): HTMLElement {
  const plan = planIn(state);
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
      [...(state.year === "" ? [""] : []), ...(plan?.years ?? [])].map((year) => ({ value: year, title: year })),
      state.year,
      deeds.setYear,
    ),
    select("period", say(state, "period"), periodChoices(state), state.period, deeds.setPeriod),
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
  const { year, found, config } = state;
  return found === null ? null : `year: ${year}\n${config.more}${found.config}`;
}

/** The same on the command line, and as a configuration. */
export function sameElsewhere(state: State, deeds: Deeds): HTMLElement {
  const logs = logsOf(state);
  const config = configIn(state);
  const period = reportedIn(state);
  const own = state.files.find(({ role }) => role === "config")?.path;
  // Of an office no option speaks.
  const office = state.config.options.office === undefined ? {} : { config: own };
  const short = commandOf(
    logs,
    { ...askedOptions(state, true), ...(config !== null && { config: "kpi.yaml" }) },
    period,
  );
  return el(
    "details",
    { id: "same" },
    el("summary", {}, say(state, "same")),
    el("pre", { id: "command", tabindex: 0 }, commandOf(logs, { ...askedOptions(state), ...office }, period)),
    el("p", { class: "quiet" }, say(state, "shells")),
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
