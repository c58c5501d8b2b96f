/** What `inspect` found, and a choice for each thing that nobody has given a meaning. */
import { allFields, fieldKinds, snake } from "../records/case.ts";
import { whole } from "../text/language.ts";
import { fieldTitle } from "../text/titles.ts";
import { el, select } from "./dom.ts";
import type { ColumnFound, LogFound, Understood } from "./messages.ts";
import type { State } from "./state.ts";
import type { Deeds } from "./views.ts";
import { pageWords, type Word } from "./words.ts";

const say = (state: State, word: Word) => pageWords[word][state.language];

/** The first that are near, then the others. */
function nearFirst<T>(all: readonly T[], near: readonly string[], keyOf: (one: T) => string): T[] {
  const isNear = (one: T) => near.includes(keyOf(one));
  return [...all.filter(isNear), ...all.filter((one) => !isNear(one))];
}

function wordChoice(state: State, deeds: Deeds, column: ColumnFound, word: ColumnFound["words"][number], id: string) {
  const options = nearFirst(column.meanings, word.near, ({ code }) => code);
  return select(
    id,
    `${column.header}: “${word.word}” (${whole(word.count, state.language)})`,
    [
      { value: "?", title: say(state, "notSaid") },
      ...options.map(({ code, title }) => ({ value: code, title })),
      { value: "", title: say(state, "asBlank") },
    ],
    "?",
    (value) => value !== "?" && deeds.setWord(column.field, word.word, value),
  );
}

function columnChoice(state: State, deeds: Deeds, found: Understood, column: LogFound["unread"][number], id: string) {
  return select(
    id,
    column.header,
    [
      { value: "", title: `– ${say(state, "notRead")} –` },
      ...nearFirst(found.lackingFields, column.near, ({ name }) => name).map(({ name, title }) => ({
        value: name,
        title,
      })),
    ],
    "",
    (value) => value !== "" && deeds.setColumn(column.header, value),
  );
}

/** What is in doubt, with its choices. */
export function doubts(state: State, found: Understood, deeds: Deeds): HTMLElement {
  const open = found.logs.flatMap((log, l) => [
    ...log.columns.flatMap((column, c) =>
      column.words.flatMap((word, w) =>
        word.canMend ? [wordChoice(state, deeds, column, word, `word-${l}-${c}-${w}`)] : [],
      ),
    ),
    ...log.unread.flatMap((column, c) =>
      column.near.length > 0 ? [columnChoice(state, deeds, found, column, `near-${l}-${c}`)] : [],
    ),
  ]);
  return el(
    "div",
    { class: open.length > 0 ? "doubts open" : "doubts" },
    el("h3", {}, say(state, "doubts")),
    open.length === 0
      ? el("p", { class: "quiet" }, say(state, "noDoubts"))
      : el("p", { class: "quiet" }, say(state, "doubtIntro")),
    el("div", { class: "choices" }, open),
  );
}

/** Says of a column by its name which field it is: for a log of which no header is known. */
export function columnForm(state: State, deeds: Deeds): HTMLElement {
  const { language } = state;
  const fields = allFields.filter((field) => fieldKinds[field] !== "duration").map(snake);
  const header = el("input", { id: "own-header", type: "text", required: true });
  const field = select(
    "own-field",
    say(state, "field"),
    fields.map((name) => ({ value: name, title: fieldTitle(name, language) })),
    fields[0],
    () => {},
  );
  return el(
    "form",
    {
      class: "choices",
      submit: (event) => {
        event.preventDefault();
        deeds.setColumn(header.value, (field.querySelector("select") as HTMLSelectElement).value);
      },
    },
    el("div", { class: "choice" }, el("label", { for: "own-header" }, say(state, "column")), header),
    field,
    el("button", { type: "submit", id: "own-add" }, say(state, "add")),
  );
}

/** What was said, to be taken back, where nothing could be found with it. */
export function saidSoFar(state: State, deeds: Deeds): HTMLElement | null {
  const said = [
    ...[...state.map].map(([header, field]) => ({
      text: `${header} → ${field}`,
      undo: () => deeds.setColumn(header, ""),
    })),
    ...[...state.words.values()].map(({ field, word, code }) => ({
      text: `${field}: “${word}” → ${code === "" ? say(state, "asBlank") : code}`,
      undo: () => deeds.setWord(field, word, null),
    })),
  ];
  if (said.length === 0) return null;
  const undoOf = (text: string, undo: () => void, i: number) =>
    el(
      "button",
      {
        type: "button",
        class: "plain",
        id: `undo-${i}`,
        "aria-label": `${say(state, "remove")} ${text}`,
        click: undo,
      },
      say(state, "remove"),
    );
  return el(
    "div",
    {},
    el("h3", {}, say(state, "chosen")),
    el(
      "ul",
      { class: "said", id: "said" },
      said.map(({ text, undo }, i) => el("li", {}, el("span", {}, text), undoOf(text, undo, i))),
    ),
  );
}

/** Each log with its columns; of those that are not read a field may be chosen. */
export function columnTable(state: State, found: Understood, deeds: Deeds): HTMLElement {
  const { language } = state;
  return el(
    "details",
    { id: "columns" },
    el("summary", {}, say(state, "found")),
    ...found.logs.map((log, l) =>
      el(
        "div",
        {},
        el("h3", {}, log.name),
        el("p", { class: "quiet" }, log.facts, el("br"), log.rows),
        el(
          "div",
          { class: "table", role: "region", tabindex: 0, "aria-label": log.name },
          el(
            "table",
            {},
            el(
              "thead",
              {},
              el(
                "tr",
                {},
                ...(["column", "field", "content", "blank", "atFault"] as const).map((word) =>
                  el("th", { scope: "col" }, say(state, word)),
                ),
              ),
            ),
            el(
              "tbody",
              {},
              ...log.columns.map((column) =>
                el(
                  "tr",
                  {},
                  el("th", { scope: "row" }, column.header),
                  el("td", {}, column.title),
                  el("td", {}, column.how, meaningsOf(column)),
                  el("td", { class: "number" }, `${column.blank}%`),
                  el("td", {}, column.atFault === 0 ? "" : `${whole(column.atFault, language)}: ${column.fault}`),
                ),
              ),
              ...log.unread.map((column, c) =>
                el(
                  "tr",
                  {},
                  el("th", { scope: "row" }, column.header),
                  el("td", { colspan: 4 }, columnChoice(state, deeds, found, column, `column-${l}-${c}`)),
                ),
              ),
            ),
          ),
        ),
      ),
    ),
    found.lacking.length > 0 && el("h3", {}, say(state, "lacking")),
    found.lacking.length > 0 &&
      el(
        "ul",
        {},
        found.lacking.map((text) => el("li", {}, text)),
      ),
  );
}

function meaningsOf({ words: all }: ColumnFound): HTMLElement | null {
  if (all.length === 0) return null;
  return el(
    "ul",
    { class: "words" },
    all.slice(0, 12).map(({ word, means }) => el("li", {}, `${word} → ${means ?? "?"}`)),
  );
}
