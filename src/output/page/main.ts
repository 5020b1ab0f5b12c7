// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the page alive. Everything is in the HTML already: this narrows it, draws it anew and lists articles.
import { followWindow } from "./charts/base";
import { setUpMap } from "./charts/map";
import { setUpShares } from "./charts/shares";
import { setUpStories } from "./charts/stories";
import { setUpCounts, setUpDialog } from "./dialog";
import { byId, el } from "./dom";
import { setUpFilters } from "./filters";
import { localize } from "./locale";
import { load, type Model } from "./model";
import { setUpTables } from "./sort";
import * as state from "./state";

/** What a link leads to may be folded away. */
function reveal(id: string): void {
  const target = id ? byId(id) : null;
  if (!target) return;
  for (let at: Element | null = target; at; at = at.parentElement) if (at instanceof HTMLDetailsElement) at.open = true;
  target.scrollIntoView();
}

/** Each card leads to the large drawing of its theme. */
function addLooks(model: Model): void {
  for (const theme of model.analysis.themes) {
    const facts = byId(theme.id)?.querySelector(".facts");
    if (!facts || !model.analysis.periods.length) continue;
    facts.append(el("li", {}, el("a", { href: state.format({ ...state.parse(""), at: "shares", view: theme.id }) }, "look closer")));
  }
}

/** A drawing is made when it comes near the window: the page answers before it has drawn everything. */
function whenNear(id: string, make: () => void): void {
  const place = byId(id);
  if (!place) return;
  const watch = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    watch.disconnect();
    make();
  }, { rootMargin: "800px" });
  watch.observe(place);
  addEventListener("beforeprint", () => {
    watch.disconnect();
    make();
  }, { once: true });
}

const once = (make: () => void) => {
  let made = false;
  return () => {
    if (made) return;
    made = true;
    make();
  };
};

function begin(): void {
  const model = load();
  localize(document.body);
  setUpTables();
  setUpFilters(model);
  setUpDialog(model);
  addLooks(model);
  setUpCounts();
  whenNear("shares", once(() => setUpShares(model)));
  whenNear("stories", once(() => setUpStories(model)));
  whenNear("map", once(() => setUpMap(model)));
  followWindow(); // after those, whose drawings are made at the latest when the page is printed
  state.onChange((now, before) => {
    if (!before || now.at !== before.at || now.list === before.list) reveal(now.at);
  });
  state.start();
  document.documentElement.classList.add("alive");
}

begin();
