// SPDX-License-Identifier: GPL-3.0-or-later
// What the reader looks at is in the address, behind the #, so that it can be sent to somebody:
// #themes?theme=T3&from=2024-01-01 is the part of the page, then what it is narrowed to.

const KEYS = ["theme", "source", "from", "to", "q", "list", "view"] as const;
type Key = (typeof KEYS)[number];
export type State = { at: string } & Record<Key, string>;

/** What narrows the page, as against where it is scrolled to and what is open. */
export const FILTERS: readonly Key[] = ["theme", "source", "from", "to", "q"];

export function parse(fragment: string): State {
  const [at = "", query = ""] = fragment.replace(/^#/, "").split("?", 2);
  const values = new URLSearchParams(query);
  const state = { at } as State;
  for (const key of KEYS) state[key] = values.get(key) ?? "";
  return state;
}

export function format(state: State): string {
  const values = new URLSearchParams();
  for (const key of KEYS) if (state[key]) values.set(key, state[key]);
  const query = values.toString();
  return "#" + state.at + (query ? "?" + query : "");
}

type Listener = (state: State, before: State | null) => void;
const listeners: Listener[] = [];
let current = parse("");
let started = false;

export const get = (): State => current;
export const isFiltered = (state: State): boolean => FILTERS.some((key) => state[key]);

/** Who comes after the start is told at once. */
export function onChange(listener: Listener): void {
  listeners.push(listener);
  if (started) listener(current, null);
}

function change(next: State): void {
  const before = current;
  current = next;
  for (const listener of listeners) listener(current, before);
}

/** A step that "back" takes back; typing in a field is none. */
export function set(part: Partial<State>, step = true): void {
  const next = { ...current, ...part };
  const fragment = format(next);
  if (fragment === format(current)) return;
  if (step) history.pushState(null, "", fragment);
  else history.replaceState(null, "", fragment);
  change(next);
}

/** A plain link on the page (#T3) goes somewhere and keeps the filters. */
function follow(): void {
  const next = parse(location.hash);
  if (location.hash.includes("?") || !next.at) return change(next);
  const kept = { ...current, at: next.at, list: "" };
  history.replaceState(null, "", format(kept));
  change(kept);
}

export function start(): void {
  addEventListener("hashchange", follow);
  addEventListener("popstate", () => {
    if (location.hash.includes("?") || !location.hash) change(parse(location.hash));
  });
  current = parse(location.hash);
  started = true;
  for (const listener of listeners) listener(current, null);
}
