// SPDX-License-Identifier: GPL-3.0-or-later
// Stories in time: a dot on its first day, as large as the story, in the row of its theme.
import { byId, el } from "../dom";
import type { Cell } from "../download";
import { count, days, month } from "../locale";
import { concerns, type Model, type Story, titleOf } from "../model";
import * as state from "../state";
import { type Colours, createDrawing, inLines, type Option, scaled, tip, tooltip } from "./base";

const ROWS = 12;
const DOTS = 800;
const LINES = 300; // of the table

const firstDay = (story: Story) => story.curve[0]?.day ?? "";
const lastDay = (story: Story) => story.curve[story.curve.length - 1]?.day ?? "";

/** What the filters leave, the largest first. */
function storiesIn(model: Model, now: state.State): Story[] {
  const source = now.source ? model.sources.indexOf(now.source) : -1;
  const words = now.q.toLowerCase();
  return model.analysis.stories
    .filter((story) => firstDay(story) && (!now.theme || concerns(model, story.theme, now.theme)))
    .filter((story) => (!now.from || lastDay(story) >= now.from) && (!now.to || firstDay(story) <= now.to))
    .filter((story) => !words || story.headline.toLowerCase().includes(words))
    .filter((story) => source < 0 || story.members.some((id) => model.byId.get(id)?.source === source))
    .sort((a, b) => b.articles - a.articles);
}

/** The themes with most stories, in the order of the themes. */
function rowsOf(model: Model, stories: Story[]): string[] {
  const tally = new Map<string, number>();
  for (const story of stories) tally.set(story.theme, (tally.get(story.theme) ?? 0) + story.articles);
  const kept = new Set([...tally].sort((a, b) => b[1] - a[1]).slice(0, ROWS).map(([theme]) => theme));
  return model.analysis.themes.filter((theme) => kept.has(theme.id)).map((theme) => theme.id);
}

const radius = (articles: number) => Math.min(34, 4 + 3 * Math.sqrt(articles));

function option(model: Model, palette: Colours, narrow: boolean): Option {
  const stories = storiesIn(model, state.get());
  const rows = rowsOf(model, stories);
  const shown = stories.filter((story) => rows.includes(story.theme)).slice(0, DOTS);
  const indexOf = (id: string) => model.analysis.themes.findIndex((theme) => theme.id === id);
  return {
    grid: { left: 8, right: 20, top: 4, bottom: 4, containLabel: true },
    xAxis: {
      type: "time", axisLabel: { color: palette.quiet, fontSize: scaled(12), hideOverlap: true, formatter: (value: number) => month(new Date(value).toISOString()) },
      minInterval: 28 * 86_400_000,
      axisLine: { lineStyle: { color: palette.quiet } }, splitLine: { show: false }, axisTick: { show: false },
    },
    yAxis: {
      type: "category", inverse: true, data: rows, axisTick: { show: false }, axisLine: { show: false },
      splitLine: { show: true, lineStyle: { color: palette.rule } },
      axisLabel: {
        color: palette.ink, interval: 0, lineHeight: scaled(13), fontSize: scaled(narrow ? 11 : 12),
        formatter: (id: string) => inLines(model.drawn.themes[indexOf(id)]?.short ?? id, narrow ? 15 : 36),
      },
    },
    tooltip: {
      ...tooltip(palette), trigger: "item",
      formatter: ({ data }: { data: { story: Story } }) => tip(data.story.headline, [
        { text: days(firstDay(data.story), lastDay(data.story)), value: `${count(data.story.articles)} articles` }]),
    },
    series: [{
      type: "scatter", cursor: "pointer",
      data: shown.map((story) => ({
        value: [story.curve[0]?.day ?? "", story.theme], story, symbolSize: scaled(radius(story.articles)),
        itemStyle: { color: palette.themes[model.drawn.themes[indexOf(story.theme)]?.colour ?? 0], opacity: palette.dot, borderColor: palette.paper, borderWidth: 1 },
      })),
    }],
  };
}

function cells(model: Model): Cell[][] {
  return [["story", "first", "last", "articles", "originals", "sources", "theme", "headline"],
    ...storiesIn(model, state.get()).map((story): Cell[] => [story.id, firstDay(story), lastDay(story), story.articles, story.originals,
      story.sources, titleOf(model, story.theme), story.headline])];
}

function fillTable(model: Model, details: HTMLDetailsElement): void {
  const stories = storiesIn(model, state.get()).slice(0, LINES);
  const link = (story: Story) => el("a", { class: "count", href: state.format({ ...state.parse(""), at: "stories", list: story.id }), "data-list": story.id }, count(story.articles));
  const theme = (story: Story) => titleOf(model, story.theme);
  details.querySelector("table")?.replaceChildren(
    el("thead", {}, el("tr", {}, ...["Story", "When", "Articles", "Theme"].map((text) => el("th", { scope: "col", class: text === "Articles" ? "" : "word" }, text)))),
    el("tbody", {}, ...stories.map((story) => el("tr", {}, el("th", { scope: "row" }, story.headline || story.id),
      el("td", { class: "word" }, days(firstDay(story), lastDay(story))), el("td", {}, link(story)), el("td", { class: "word" }, theme(story))))));
}

export function setUpStories(model: Model): void {
  const figure = byId("chart-stories");
  if (!figure || !model.analysis.stories.some(firstDay)) return;
  const narrow = () => innerWidth < 600;
  const details = el("details", { class: "data" }, el("summary", {}, "The largest stories as a table"),
    el("div", { class: "wide tall", tabindex: "0", role: "region", "aria-label": "The largest stories" }, el("table")));
  figure.after(details);
  const drawing = createDrawing({
    figure, name: "tidings-stories",
    height: () => 60 + (narrow() ? 44 : 34) * Math.max(2, rowsOf(model, storiesIn(model, state.get())).length),
    option: (palette) => option(model, palette, narrow()),
    rows: () => cells(model),
  });
  drawing.chart.on("click", (event) => {
    const { story } = event.data as { story?: Story };
    if (story) state.set({ list: story.id });
  });
  details.addEventListener("toggle", () => details.open && fillTable(model, details));
  state.onChange((now, before) => {
    if (before && state.FILTERS.every((key) => before[key] === now[key])) return;
    drawing.draw();
    if (details.open) fillTable(model, details);
  });
}
