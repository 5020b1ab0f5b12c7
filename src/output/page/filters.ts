// SPDX-License-Identifier: GPL-3.0-or-later
// The bar above the page, and what it hides.
import { matcher } from "./articles";
import { el } from "./dom";
import { count } from "./locale";
import { concerns, type Model, storyNumber, titleOf } from "./model";
import * as state from "./state";

type Field = HTMLInputElement | HTMLSelectElement;
const LABELS = { q: "Search", theme: "Theme", source: "Source", from: "From", to: "To" } as const;
type Name = keyof typeof LABELS;
const SOURCES = 500; // more would make a list that nobody scrolls through

function choice(name: Name, all: string, values: [string, string][]): HTMLSelectElement {
  return el("select", { id: "filter-" + name }, el("option", { value: "" }, all),
    ...values.map(([value, text]) => el("option", { value }, text)));
}

function fields(model: Model): Record<Name, Field> {
  const { parents, themes, corpus, periods } = model.analysis;
  const groups = parents.filter((_, index) => model.drawn.parents[index]?.shown);
  const subjects = [...themes.map((theme): [string, string] => [theme.id, titleOf(model, theme.id)]),
    ...groups.map((parent): [string, string] => [parent.id, "Together: " + titleOf(model, parent.id)])];
  const sources = Object.entries(corpus.sources).slice(0, SOURCES).map(([name, articles]): [string, string] => [name, `${name} (${count(articles)})`]);
  const first = periods[0]?.start ?? "";
  const last = periods[periods.length - 1]?.end ?? "";
  const date = (name: Name) => el("input", { type: "date", id: "filter-" + name, min: first, max: last, disabled: !first });
  return {
    q: el("input", { type: "search", id: "filter-q", placeholder: "words in headlines, themes, findings" }),
    theme: choice("theme", "All themes", subjects),
    source: choice("source", "All sources", sources),
    from: date("from"),
    to: date("to"),
  };
}

/** Whether what begins and ends on these days (none: always) falls into what is asked for. */
const overlaps = (from: string | undefined, to: string | undefined, now: state.State): boolean =>
  !from || ((!now.from || (to ?? from) >= now.from) && (!now.to || from <= now.to));

/** Everything that can be hidden: it says what it is about, when it was, or both. */
function narrow(model: Model, now: state.State): void {
  const words = now.q.toLowerCase();
  const toldBy = new Set<string>(); // stories and events that the source reports
  if (now.source) {
    const source = model.sources.indexOf(now.source);
    const stories = new Set(model.articles.filter((article) => article.source === source).map((article) => article.story));
    for (const id of model.stories.keys()) if (stories.has(storyNumber(id))) toldBy.add(id);
    for (const event of model.drawn.events) if (event.rows.some((row) => model.articles[row]?.source === source)) toldBy.add(event.id);
  }
  for (const item of document.querySelectorAll<HTMLElement>("main [data-subject], main [data-from]")) {
    const { subject, from, to } = item.dataset;
    item.hidden = (!!now.theme && !!subject && !concerns(model, subject, now.theme)) || !overlaps(from, to, now) ||
      (!!words && !item.textContent?.toLowerCase().includes(words)) ||
      (!!now.source && item.classList.contains("story") && !toldBy.has(item.id));
  }
}

const visible = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)].filter((item) => !item.hidden).length;

function tell(model: Model, now: state.State, line: HTMLElement, clear: HTMLElement): void {
  clear.hidden = !state.isFiltered(now);
  line.replaceChildren();
  if (!state.isFiltered(now)) return;
  const passes = matcher(model, now);
  const articles = model.articles.filter(passes).length;
  const many = (number: number, one: string, more: string) => `${count(number)} ${number === 1 ? one : more}`;
  const link = el("a", { href: state.format({ ...now, list: "all" }), class: "count", "data-list": "all" }, many(articles, "article", "articles"));
  line.append(`${many(visible("li.finding, table.moved tbody tr"), "finding", "findings")}, ${many(visible("article.card"), "theme", "themes")}, `,
    link, model.complete ? "." : " among those that the page holds.");
}

export function setUpFilters(model: Model): void {
  const controls = document.getElementById("controls");
  if (!controls) return;
  const all = fields(model);
  const names = Object.keys(LABELS) as Name[];
  const line = el("p", { class: "found", role: "status" });
  const clear = el("button", { type: "button", click: () => state.set({ theme: "", source: "", from: "", to: "", q: "" }) }, "Show all");
  let waiting = 0;
  for (const name of names) {
    const step = name !== "q";
    all[name].addEventListener(step ? "change" : "input", () => {
      clearTimeout(waiting);
      waiting = window.setTimeout(() => state.set({ [name]: all[name].value }, step), step ? 0 : 150);
    });
  }
  const form = el("form", { role: "search", "aria-label": "Narrow the page", submit: (event) => event.preventDefault() },
    ...names.map((name) => el("div", { class: "field " + name }, el("label", { for: "filter-" + name }, LABELS[name]), all[name])));
  controls.append(form, el("div", { class: "outcome" }, line, clear));
  state.onChange((now, before) => {
    for (const name of names) if (all[name].value !== now[name]) all[name].value = now[name];
    if (before && state.FILTERS.every((key) => before[key] === now[key])) return;
    narrow(model, now);
    tell(model, now, line, clear);
  });
}
