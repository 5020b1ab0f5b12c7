// SPDX-License-Identifier: GPL-3.0-or-later
// Which articles are behind a number. A list is named by what it is of: T3 a theme, P1 a parent, S5 a story, E5 an event,
// T3.1, T3.P1, T3.S5 and T3.E5 those within T3, F2 a finding (its evidence), L2 one about the latest period, T1+T4 two themes, T3@2024-W09 a theme in a period,
// @2024-W09 a period, T3~0 those of a theme with its first term, T3=0 those of the first source; all, copies, undated,
// unplaced.
import { days, dayIn } from "./locale";
import { type Article, type Model, storyNumber, type Term, titleOf } from "./model";
import type { State } from "./state";

export interface List {
  title: string;
  /** How many there are in the analysis, where that is known. */
  total: number | null;
  holds: (article: Article) => boolean;
  /** Looked for in headlines only. */
  inHeadlines?: boolean;
}

const nothing: List = { title: "Articles", total: 0, holds: () => false };

function ofTheme(model: Model, id: string): List {
  const known = model.themes.has(id) || model.analysis.parents.some((one) => one.id === id);
  const held = new Set(model.analysis.themes.flatMap((one, index) => (one.id === id || one.parent === id ? [index] : [])));
  const total = model.analysis.themes.reduce((sum, one, index) => sum + (held.has(index) ? one.articles : 0), 0);
  return known ? { title: titleOf(model, id), total, holds: (article) => held.has(article.theme) } : nothing;
}

function ofPair(model: Model, ids: string[]): List {
  const [one = -1, other = -1] = ids.map((id) => model.analysis.themes.findIndex((theme) => theme.id === id));
  const pair = model.drawn.pairs.find((two) => (two.one === one && two.other === other) || (two.one === other && two.other === one));
  return {
    title: "About both: " + ids.map((id) => titleOf(model, id)).join(" – "),
    total: pair?.articles ?? 0,
    holds: (article) => (article.theme === one && article.second === other) || (article.theme === other && article.second === one),
  };
}

function ofStory(model: Model, id: string): List {
  const story = model.stories.get(id);
  const number = storyNumber(id);
  return story ? { title: story.headline || id, total: story.articles, holds: (article) => article.story === number } : nothing;
}

function ofEvent(model: Model, id: string): List {
  const event = model.drawn.events.find((one) => one.id === id);
  const rows = new Set(event?.rows);
  return event ? { title: event.headline || id, total: event.articles, holds: (article) => rows.has(article.row) } : nothing;
}

/** The articles of a finding are those of its theme in its periods; of a term, or where the page leaves articles out, the telling ones. */
function ofFinding(model: Model, id: string, dayOf: (iso: string) => string): List {
  const all = id.startsWith("L") ? model.analysis.latest?.movements : model.analysis.findings;
  const finding = all?.[Number(id.slice(1)) - 1];
  if (!finding) return nothing;
  const subject = finding.theme ?? finding.parent;
  const evidence = new Set(finding.evidence);
  if (!subject || !model.complete)
    return { title: "Most telling: " + finding.text, total: finding.observed, holds: (article) => evidence.has(article.id) };
  const about = ofTheme(model, subject);
  const inside = (article: Article) => {
    const day = article.time && dayOf(article.time);
    return !!day && day >= finding.from && day <= finding.to;
  };
  return { title: finding.text, total: finding.observed, holds: (article) => article.copyOf < 0 && about.holds(article) && inside(article) };
}

function inPeriod(model: Model, list: List, id: string, theme: string, dayOf: (iso: string) => string): List {
  const period = model.analysis.periods[model.periods.get(id) ?? -1];
  if (!period) return nothing;
  const point = model.themes.get(theme)?.series[model.periods.get(id) ?? -1];
  const total = theme ? (point?.articles ?? null) : period.articles;
  const holds = (article: Article) => {
    const day = article.time && dayOf(article.time);
    return !!day && day >= period.start && day <= period.end && list.holds(article);
  };
  return { title: `${list.title}, ${days(period.start, period.end)}`, total, holds };
}

const everything = (model: Model): Record<string, List> => {
  const { corpus } = model.analysis;
  return {
    all: { title: "All articles", total: corpus.articles, holds: () => true },
    copies: { title: "Copies", total: corpus.copies, holds: (article) => article.copyOf >= 0 },
    undated: { title: "Articles without a date", total: corpus.undated, holds: (article) => !article.time },
    unplaced: { title: "Articles without a theme", total: corpus.unplaced, holds: (article) => article.theme < 0 },
  };
};

/** Bodies are not on the page: of those with a term, the ones that have it in the headline. */
function withTerm(list: List, term: Term | undefined): List {
  if (!term) return nothing;
  const words = term.term.toLowerCase();
  return { title: `“${term.term}” in ${list.title}`, total: term.articles, inHeadlines: true,
    holds: (article) => article.title.toLowerCase().includes(words) && list.holds(article) };
}

function fromSource(model: Model, list: List, source: number): List {
  return { title: `${list.title}, ${model.sources[source] ?? ""}`, total: null, holds: (article) => article.source === source && list.holds(article) };
}

function ofSubject(model: Model, subject: string, dayOf: (iso: string) => string): List {
  if (subject.includes("+")) return ofPair(model, subject.split("+"));
  if (/^([TP][\d.P]*\.)?S\d+$/.test(subject)) return ofStory(model, subject);
  if (/^([TP][\d.P]*\.)?E\d+$/.test(subject)) return ofEvent(model, subject);
  if (/^[TP]\d[\d.P]*$/.test(subject)) return ofTheme(model, subject);
  if (/^[FL]\d+$/.test(subject)) return ofFinding(model, subject, dayOf);
  return everything(model)[subject || "all"] ?? nothing;
}

export function listOf(model: Model, name: string): List {
  const dayOf = dayIn(model.analysis.options["time-zone"]);
  const [, subject = "", sign, rest = ""] = /^([^@~=]*)([@~=])?(.*)$/s.exec(name) ?? [];
  const list = ofSubject(model, subject, dayOf);
  if (sign === "@") return inPeriod(model, list, rest, subject, dayOf);
  if (sign === "~") return withTerm(list, model.themes.get(subject)?.terms[Number(rest)]);
  if (sign === "=") return fromSource(model, list, Number(rest));
  return list;
}

/** What the filters of the page leave. */
export function matcher(model: Model, state: State): (article: Article) => boolean {
  const dayOf = dayIn(model.analysis.options["time-zone"]);
  const source = state.source ? model.sources.indexOf(state.source) : -1;
  const theme = state.theme ? listOf(model, state.theme) : null;
  const words = state.q.toLowerCase();
  return (article) => {
    if (theme && !theme.holds(article)) return false;
    if (state.source && article.source !== source) return false;
    if (state.from || state.to) {
      const day = article.time ? dayOf(article.time) : "";
      if (!day || (state.from && day < state.from) || (state.to && day > state.to)) return false;
    }
    return !words || article.title.toLowerCase().includes(words);
  };
}
