// SPDX-License-Identifier: GPL-3.0-or-later
// What the page knows: analysis.json, whose types the build makes from its table of fields, and its articles.
import type { Analysis, Story, Theme } from "./analysis";
import type { Drawn } from "./drawn";

export type { Finding, Period, Story, Term } from "./analysis";

/** An article; theme, second and source are indices from 0, story is what storyNumber says; -1 for none. */
export interface Article {
  row: number; id: string; title: string; time: string | null; source: number; theme: number; second: number; story: number; copyOf: number; url: string;
}
type Row = [string, string, string | null, number, number, number, number, number, string];

export interface Model {
  analysis: Analysis;
  articles: Article[];
  sources: string[];
  drawn: Drawn;
  /** Whether every article of the analysis is among `articles`. */
  complete: boolean;
  themes: Map<string, Theme>;
  stories: Map<string, Story>;
  periods: Map<string, number>;
  byId: Map<string, Article>;
}

function block<T>(id: string): T {
  return JSON.parse(document.getElementById(id)?.textContent ?? "null") as T;
}

export function load(): Model {
  const analysis = block<Analysis>("analysis");
  const more = block<{ complete: boolean; sources: string[]; articles: Row[] }>("articles");
  const articles = more.articles.map(
    ([id, title, time, source, theme, second, story, copyOf, url], row): Article =>
      ({ row, id, title, time, source, theme, second, story, copyOf, url }));
  return {
    analysis,
    articles,
    sources: more.sources,
    drawn: block<Drawn>("charts"),
    complete: more.complete,
    themes: new Map(analysis.themes.map((theme) => [theme.id, theme])),
    stories: new Map(analysis.stories.map((story) => [story.id, story])),
    periods: new Map(analysis.periods.map((period, index) => [period.id, index])),
    byId: new Map(articles.map((article) => [article.id, article])),
  };
}

/** What articles call a story: 0 for S1, and for T3.S1 inside a theme. */
export const storyNumber = (id: string): number => Number(id.slice(id.lastIndexOf("S") + 1)) - 1;

/** Name and terms of a theme or parent, as the page calls it everywhere. */
export function titleOf(model: Model, id: string): string {
  const { themes, parents } = model.analysis;
  const theme = model.drawn.themes[themes.findIndex((one) => one.id === id)];
  return (theme ?? model.drawn.parents[parents.findIndex((one) => one.id === id)])?.title ?? id;
}

/** Whether what is said about `subject`, a theme or a parent, concerns `wanted`, one of both. */
export function concerns(model: Model, subject: string, wanted: string): boolean {
  return subject === wanted || model.themes.get(subject)?.parent === wanted || model.themes.get(wanted)?.parent === subject;
}
