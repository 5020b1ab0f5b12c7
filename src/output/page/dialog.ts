// SPDX-License-Identifier: GPL-3.0-or-later
// The list of articles behind a number, beside the page.
import { type List, listOf, matcher } from "./articles";
import { el, webLink } from "./dom";
import { saveCsv } from "./download";
import { count, day, dayIn } from "./locale";
import type { Article, Model } from "./model";
import * as state from "./state";

const STEP = 100;

function item(model: Model, article: Article, dayOf: (iso: string) => string): HTMLElement {
  const by = [model.sources[article.source], article.time ? day(dayOf(article.time)) : "undated"].filter(Boolean).join(", ");
  const facts = [by, model.drawn.themes[article.theme]?.short ?? "", article.copyOf >= 0 ? "copy" : ""].filter(Boolean).join(" · ");
  return el("li", {}, webLink(article.title || article.id, article.url), el("div", { class: "by" }, facts));
}

function remark(model: Model, shown: number, { total, inHeadlines }: List): string {
  const have = `${count(shown)} ${shown === 1 ? "article" : "articles"}`;
  if (state.isFiltered(state.get())) return have + ", by the filters of the page.";
  if (inHeadlines && total !== null) return `${have} with the words in the headline; in all, ${count(total)} have them somewhere.`;
  if (total !== null && shown < total)
    return model.complete
      ? `${have} that say most of it, of ${count(total)}.`
      : `${have} of ${count(total)}: this is a large analysis, and the page holds those that say most. articles.csv has all of them.`;
  return have + ".";
}

export function setUpDialog(model: Model): void {
  const dayOf = dayIn(model.analysis.options["time-zone"]);
  const title = el("h2", { id: "dialog-title" });
  const note = el("p", { class: "note" });
  const items = el("ol", { class: "articles" });
  const more = el("button", { type: "button", click: () => show(STEP) }, "Show more");
  const csv = el("button", { type: "button", click: () => save() }, "CSV");
  const close = el("button", { type: "button", class: "close", "aria-label": "Close", click: () => dialog.close() }, "×");
  const dialog = el("dialog", { "aria-labelledby": "dialog-title" },
    el("div", { class: "dialog-head" }, title, close), note, el("div", { class: "dialog-list" }, items, el("p", {}, more, " ", csv)));
  let found: Article[] = [];
  let shown = 0;

  function show(step: number): void {
    for (const article of found.slice(shown, shown + step)) items.append(item(model, article, dayOf));
    shown = Math.min(shown + step, found.length);
    more.hidden = shown >= found.length;
  }

  function save(): void {
    const rows = found.map((article) => [article.id, article.time ?? "", article.title, model.sources[article.source] ?? "",
      model.analysis.themes[article.theme]?.id ?? "", article.url]);
    saveCsv("tidings-articles", [["id", "published", "title", "source", "theme", "url"], ...rows]);
  }

  function open(now: state.State): void {
    const list = listOf(model, now.list);
    const passes = matcher(model, now);
    found = model.articles.filter((article) => list.holds(article) && passes(article));
    found.sort((a, b) => (b.time ?? "").localeCompare(a.time ?? "")); // latest first
    items.replaceChildren();
    shown = 0;
    title.textContent = list.title;
    note.textContent = remark(model, found.length, list);
    csv.hidden = !found.length;
    show(STEP);
    if (!dialog.open) dialog.showModal();
  }

  dialog.addEventListener("close", () => state.set({ list: "" }));
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close(); // beside it
  });
  document.body.append(dialog);
  state.onChange((now) => {
    if (now.list) open(now);
    else if (dialog.open) dialog.close();
  });
}

/** Numbers with articles behind them open the list, here and in another tab. */
export function setUpCounts(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-list]")) {
    const anchor = (link.getAttribute("href") ?? "#").slice(1);
    link.href = state.format({ ...state.parse(""), at: anchor, list: link.dataset.list ?? "" });
  }
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-list]") : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    state.set({ list: link.dataset.list ?? "" });
  });
}
