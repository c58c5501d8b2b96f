/** The page: takes files, asks its worker, shows what comes of it. Nothing of the data stays when it is closed. */
import type { Language } from "../text/language.ts";
import { el, fill, save } from "./dom.ts";
import { columnForm, columnTable, doubts, saidSoFar } from "./mending.ts";
import type { Role, Trouble } from "./messages.ts";
import {
  askedOptions,
  type Dropped,
  inspectionIn,
  logsOf,
  planIn,
  reportedIn,
  type State,
  usualPeriodIn,
} from "./state.ts";
import { choices, configIn, type Deeds, fileList, readingChoices, sameElsewhere } from "./views.ts";
import { pageWords, type Word } from "./words.ts";
import { Engine, Refused, Stopped } from "./worker.ts";

const state: State = {
  language: navigator.language.toLowerCase().startsWith("en") ? "en" : "vi",
  files: [],
  plans: [],
  plan: "hai-phong-219",
  year: "",
  period: "",
  reading: {},
  map: new Map(),
  words: new Map(),
  config: { options: {}, more: "" },
  found: null,
  made: null,
  doing: null,
  trouble: null,
};

const say = (word: Word) => pageWords[word][state.language];
const place = (id: string) => document.getElementById(id) as HTMLElement;
const engine = new Engine((text) => {
  place("far").textContent = text;
});

/** Does something with the worker, one after the other; what goes wrong is shown. */
let before: Promise<unknown> = Promise.resolve();
function doing(word: Word, work: () => Promise<void>): Promise<void> {
  const run = async () => {
    state.doing = say(word);
    state.trouble = null;
    show();
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Stopped)) state.trouble = troubleOf(error);
    } finally {
      state.doing = null;
      show();
    }
  };
  const next = before.then(run);
  before = next;
  return next;
}

function troubleOf(error: unknown): Trouble {
  return error instanceof Refused ? error.trouble : { code: null, text: String(error), data: {} };
}

/** Two files of one name are told apart. */
function pathOf(file: File, others: readonly Dropped[]): string {
  const same = others.filter(({ file: other }) => other.name === file.name).length;
  return same === 0 ? file.name : `${same + 1}/${file.name}`;
}

function take(list: FileList | null | undefined): void {
  const added: Dropped[] = [];
  for (const file of list ?? []) added.push({ path: pathOf(file, [...state.files, ...added]), file, role: null });
  if (added.length === 0) return;
  void doing("reading", async () => {
    const found = await engine.ask({ ask: "files", files: added, language: state.language });
    const roleOf = (path: string) => found.find((one) => one.path === path)?.role ?? "cases";
    state.files = [...state.files, ...added.map((one) => ({ ...one, role: roleOf(one.path) }))];
    await filesChanged();
  });
}

/** Of the files that are there: whether what they say of plan and options is known, and whether the logs were looked at. */
const known = { asked: false, looked: false };

/** Other files say other things, and win over what was chosen before. */
async function filesChanged(): Promise<void> {
  known.asked = false;
  known.looked = false;
  await look();
}

/** What files say of the plan and the options. */
async function asked(): Promise<void> {
  const { language } = state;
  const shipped = await engine.ask({ ask: "plans", language });
  state.plans = shipped;
  state.config = { options: {}, more: "" };
  const config = state.files.find(({ role }) => role === "config");
  if (config !== undefined) state.config = await engine.ask({ ask: "config", path: config.path, language });
  const paths = state.files.filter(({ role }) => role === "plan").map(({ path }) => path);
  const { plan: said, year, period } = state.config.options;
  // A plan that a configuration names and nobody has given is told of: never another in its place.
  if (typeof said === "string" && paths.length === 0 && !shipped.some(({ id }) => id === said)) paths.push(said);
  const own = await Promise.all(paths.map((path) => engine.ask({ ask: "plan", path, language })));
  state.plans = [...own, ...shipped];
  if (known.asked) return;
  if (own.length > 0) state.plan = own[0].id;
  else if (typeof said === "string") state.plan = said;
  if (planIn(state) === undefined) state.plan = "hai-phong-219";
  if (year !== undefined) {
    state.year = String(year);
    isYearSaid = true;
  }
  if (period !== undefined) state.period = "";
  known.asked = true;
}

/** Looks at the logs, and offers the year that they speak of. */
async function look(): Promise<void> {
  known.looked = false;
  state.made = null;
  state.found = null;
  if (!known.asked) await asked();
  const logs = state.files.filter(({ role }) => role === "cases").map(({ path }) => path);
  if (logs.length > 0) {
    const { language } = state;
    state.found = await engine.ask({ ask: "inspect", logs, options: inspectionIn(state), language });
  }
  settleYear();
  known.looked = true;
}

/** Whether the person, or a configuration, has said the year. */
let isYearSaid = false;

function settleYear(): void {
  const years = planIn(state)?.years ?? [];
  if (isYearSaid && years.includes(state.year)) return;
  const lastMonth = state.found?.months.at(-1)?.slice(0, 4);
  const year = years.includes(lastMonth ?? "") ? (lastMonth as string) : (years.at(-1) ?? "");
  if (year !== state.year) state.period = "";
  state.year = year;
}

const again = () => doing("working", look);

const deeds: Deeds = {
  setRole(path: string, role: Role) {
    state.files = state.files.map((one) => (one.path === path ? { ...one, role } : one));
    void doing("working", filesChanged);
  },
  remove(path) {
    state.files = state.files.filter((one) => one.path !== path);
    void doing("working", filesChanged);
  },
  setPlan(plan) {
    state.plan = plan;
    settleYear();
    void again();
  },
  setYear(year) {
    state.year = year;
    isYearSaid = true;
    state.period = "";
    state.made = null;
    show();
  },
  setPeriod(period) {
    state.period = period;
    state.made = null;
    show();
  },
  setReading(name, value) {
    const { [name]: _old, ...rest } = state.reading;
    state.reading = value === "" ? rest : { ...rest, [name]: value };
    void again();
  },
  setColumn(header, field) {
    const map = new Map(state.map);
    if (field === "") map.delete(header);
    else map.set(header, field);
    state.map = map;
    void again();
  },
  setWord(field, word, code) {
    const said = new Map(state.words);
    if (code === null) said.delete(`${field}:${word}`);
    else said.set(`${field}:${word}`, { field, word, code });
    state.words = said;
    void again();
  },
  check() {
    const logs = logsOf(state);
    if (logs.length === 0) {
      state.trouble = { code: "no-log", text: say("noLog"), data: {} };
      show();
      return;
    }
    void doing("working", async () => {
      // What could not be read says so again: nothing is judged as if it were not there.
      if (!known.asked || !known.looked) await look();
      const { language } = state;
      const period = reportedIn(state);
      state.made = await engine.ask({ ask: "report", logs, options: askedOptions(state), period, language });
    }).then(() => state.made !== null && place("result").scrollIntoView());
  },
  save(what) {
    const { language } = state;
    const period = reportedIn(state);
    const usual = usualPeriodIn(state);
    const named = period ?? (state.period === "" && usual !== "all" ? usual : state.year);
    const base = `kpi-${named.replace("..", "-").replaceAll(/[^\w-]/g, "-")}`;
    if (what === "config") {
      save(new Blob([configIn(state) ?? ""], { type: "application/yaml" }), "kpi.yaml");
      return;
    }
    void doing("working", async () => {
      if (what === "rejects") {
        const asking = { ask: "rejects", logs: logsOf(state), options: askedOptions(state), period, language } as const;
        save(await engine.ask(asking), `${base}-rejects.csv`);
        return;
      }
      save(await engine.ask({ ask: "output", format: what, language }), `${base}.${what}`);
    });
  },
};

const outputs = ["html", "docx", "xlsx", "csv", "json"] as const;

function resultIn(): HTMLElement[] {
  const { made } = state;
  if (made === null) return [];
  // The page's policy holds within too: it has the hash of the report's own script, so that tables sort and filter here as
  // when it is saved, and no other script runs. A sandbox that lets scripts run and be measured would be none.
  const frame = el("iframe", { id: "report", title: say("report"), srcdoc: made.html });
  // As high as what stands in it: the page has one bar to scroll by.
  frame.addEventListener("load", () => {
    const inner = frame.contentDocument?.documentElement;
    if (inner === undefined) return;
    const grow = () => {
      frame.style.height = `${inner.scrollHeight + 2}px`;
    };
    new ResizeObserver(grow).observe(inner);
    grow();
  });
  const button = (what: string, title: string) =>
    el(
      "button",
      { type: "button", id: `save-${what}`, disabled: state.doing !== null, click: () => deeds.save(what) },
      title,
    );
  return [
    el("h2", {}, say("result")),
    el("p", { class: made.exitCode === 1 ? "fail" : "", id: "summary" }, made.summary),
    el(
      "div",
      { class: "saves", role: "group", "aria-label": say("save") },
      el("span", {}, `${say("save")}:`),
      ...outputs.map((format) => button(format, format.toUpperCase())),
      ...(configIn(state) === null ? [] : [button("config", say("configuration"))]),
      ...(made.rejected > 0 ? [button("rejects", say("rejects"))] : []),
    ),
    frame,
  ];
}

function troubleIn(): HTMLElement[] {
  const { trouble } = state;
  if (trouble === null) return [];
  return [
    el("h2", {}, say("trouble")),
    trouble.code === null && el("p", {}, say("bug")),
    el("p", { class: "said-so", id: "trouble-text" }, trouble.text),
  ].filter((one) => one !== false);
}

let shownReport: State["made"] = null;

/** Shows what is known. */
function show(): void {
  const has = state.files.length > 0;
  document.documentElement.lang = state.language;
  document.title = say("title");
  for (const one of document.querySelectorAll<HTMLElement>("[data-say]"))
    one.textContent = say(one.dataset.say as Word);
  for (const one of document.querySelectorAll<HTMLElement>("[data-language]")) {
    one.setAttribute("aria-pressed", String(one.dataset.language === state.language));
  }
  fill(place("files"), has && el("h2", {}, say("files")), has && fileList(state, deeds));
  const { found } = state;
  fill(
    place("understood"),
    found !== null && doubts(state, found, deeds),
    has && saidSoFar(state, deeds),
    found !== null && columnTable(state, found, deeds),
    state.trouble?.code === "no-columns" && columnForm(state, deeds),
    has && readingChoices(state, deeds),
  );
  fill(place("ask"), has && choices(state, deeds), has && sameElsewhere(state, deeds));
  place("progress").hidden = state.doing === null;
  place("doing").textContent = state.doing ?? "";
  if (state.doing === null) place("far").textContent = "";
  fill(place("trouble"), ...troubleIn());
  // A report that stands is not drawn anew.
  if (shownReport !== state.made) fill(place("result"), ...resultIn());
  shownReport = state.made;
  for (const one of document.querySelectorAll<HTMLButtonElement>(".saves button")) one.disabled = state.doing !== null;
}

function begin(): void {
  const input = place("choose") as HTMLInputElement;
  input.addEventListener("change", () => {
    take(input.files);
    input.value = "";
  });
  addEventListener("dragover", (event) => {
    event.preventDefault();
    place("drop").classList.add("over");
  });
  addEventListener("dragleave", () => place("drop").classList.remove("over"));
  addEventListener("drop", (event) => {
    event.preventDefault();
    place("drop").classList.remove("over");
    take(event.dataTransfer?.files);
  });
  place("cancel").addEventListener("click", () => engine.stop());
  for (const one of document.querySelectorAll<HTMLElement>("[data-language]")) {
    one.addEventListener("click", () => {
      state.language = one.dataset.language as Language;
      shownReport = null;
      if (state.files.length === 0) show();
      else
        void doing("working", async () => {
          if (known.asked) await asked();
          await look();
        });
    });
  }
  show();
}

begin();
