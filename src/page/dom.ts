/** Elements made from their names. */

type Child = Node | string | null | false;
type Value = string | boolean | number | ((event: Event) => void) | undefined;

/** An element; an attribute that is a function hears the event of its name. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, Value>> = {},
  ...children: readonly (Child | readonly Child[])[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(name, value);
    else made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...(children.flat() as Child[]).filter((child) => child !== null && child !== false));
  return made;
}

export interface Choice {
  readonly value: string;
  readonly title: string;
}

/** A list to choose from, with its label above it. */
export function select(
  id: string,
  title: string,
  choices: readonly Choice[],
  chosen: string,
  choose: (value: string) => void,
): HTMLElement {
  const list = el(
    "select",
    { id, change: (event) => choose((event.target as HTMLSelectElement).value) },
    choices.map(({ value, title: text }) => el("option", { value, selected: value === chosen }, text)),
  );
  return el("div", { class: "choice" }, el("label", { for: id }, title), list);
}

/** Puts new content into a place; who was on an element of it is on the one of the same name again. */
export function fill(place: Element, ...content: readonly (Child | readonly Child[])[]): void {
  const { activeElement } = document;
  const id = activeElement !== null && place.contains(activeElement) ? activeElement.id : "";
  const open = new Set([...place.querySelectorAll("details[open]")].map((one) => one.id));
  place.replaceChildren(...(content.flat() as Child[]).filter((child) => child !== null && child !== false));
  for (const one of open) if (one !== "") document.getElementById(one)?.setAttribute("open", "");
  if (id !== "") document.getElementById(id)?.focus();
}

/** Gives a file to the person. */
export function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = el("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
