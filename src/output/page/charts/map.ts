// SPDX-License-Identifier: GPL-3.0-or-later
// The themes as circles: near each other and joined by a line where many articles are about both.
import { byId } from "../dom";
import type { Cell } from "../download";
import type { Pair } from "../drawn";
import { arrange, fit } from "../layout";
import { count, share } from "../locale";
import { concerns, type Model, titleOf } from "../model";
import * as state from "../state";
import { type Colours, createDrawing, inLines, type Option, scaled, tip, tooltip } from "./base";

const SIBLINGS = 0.08; // themes of one parent are at least so close
const ROOM = 40; // for a label below the lowest circle
const SIDE = 70; // and beside the outer ones
const AROUND = 10; // free of other circles

function closeness(model: Model): number[][] {
  const { themes } = model.analysis;
  const close = themes.map((one) => themes.map((other): number => (one.parent && one.parent === other.parent ? SIBLINGS : 0)));
  for (const pair of model.drawn.pairs) {
    for (const [a, b] of [[pair.one, pair.other], [pair.other, pair.one]] as const) {
      const row = close[a];
      if (row) row[b] = (row[b] ?? 0) + pair.closeness;
    }
  }
  return close;
}

/** 1 for nothing in common down to a fifth. */
const distances = (close: number[][]): number[][] => {
  const most = Math.max(...close.flat(), 1e-9);
  return close.map((row) => row.map((value) => 1 - 0.8 * Math.sqrt(value / most)));
};

function option(model: Model, palette: Colours, width: number, height: number, places: { x: number; y: number }[]): Option {
  const { themes } = model.analysis;
  const drawn = model.drawn.themes;
  const now = state.get();
  const scale = Math.min(width, scaled(1100)) / 1100;
  const radii = themes.map((theme) => Math.max(5, (60 * scale + 14) * Math.sqrt(theme.share)));
  const side = Math.min(scaled(SIDE), width / 5);
  const at = fit(places, radii.map((radius) => radius + AROUND), width - 2 * side, height - scaled(ROOM)).map(({ x, y }) => ({ x: x + side, y }));
  const faint = (id: string) => !!now.theme && !concerns(model, id, now.theme);
  const most = Math.max(...model.drawn.pairs.map(({ articles }) => articles), 1);
  return {
    tooltip: {
      ...tooltip(palette), trigger: "item",
      formatter: ({ data }: { data: { theme?: number; pair?: Pair } }) => {
        const theme = themes[data.theme ?? -1];
        if (theme) return tip(titleOf(model, theme.id), [{ text: "articles", value: count(theme.articles) }, { text: "share", value: share(theme.share) }]);
        const { one = -1, other = -1, articles = 0 } = data.pair ?? {};
        return tip(`${drawn[one]?.short ?? ""} – ${drawn[other]?.short ?? ""}`, [{ text: "articles about both", value: count(articles) }]);
      },
    },
    grid: { left: 0, right: 0, top: 0, bottom: 0 },
    xAxis: { type: "value", min: 0, max: width, show: false },
    yAxis: { type: "value", min: 0, max: height, show: false, inverse: true },
    series: [{
      type: "lines", coordinateSystem: "cartesian2d", z: 1,
      data: model.drawn.pairs.filter(({ joined }) => joined).map((pair) => ({
        pair, coords: [pair.one, pair.other].map((index) => [at[index]?.x ?? 0, at[index]?.y ?? 0]),
        lineStyle: { color: palette.quiet, width: 0.5 + 6 * Math.sqrt(pair.articles / most), opacity: 0.3 },
      })),
    }, {
      type: "scatter", cursor: "pointer", z: 2,
      data: themes.map((theme, index) => ({
        theme: index, value: [at[index]?.x ?? 0, at[index]?.y ?? 0], symbolSize: 2 * (radii[index] ?? 5),
        itemStyle: { color: palette.themes[drawn[index]?.colour ?? 0], opacity: faint(theme.id) ? 0.15 : 1, borderColor: palette.paper, borderWidth: 2 },
        label: {
          show: true, position: "bottom", distance: 3, color: palette.ink, fontSize: scaled(12), lineHeight: scaled(15), opacity: faint(theme.id) ? 0.3 : 1,
          formatter: () => inLines(drawn[index]?.short ?? "", 20), textBorderColor: palette.paper, textBorderWidth: 3,
        },
      })),
      labelLayout: { hideOverlap: true },
    }],
  };
}

export function setUpMap(model: Model): void {
  const figure = byId("chart-map");
  if (!figure || model.analysis.themes.length < 2) return;
  const places = arrange(distances(closeness(model)));
  const height = () => Math.max(320, Math.min(560, innerHeight * 0.6));
  const drawing = createDrawing({
    figure, name: "tidings-map", height,
    option: (palette) => option(model, palette, Math.min(figure.clientWidth, figure.querySelector(".chart")?.clientWidth ?? Infinity), scaled(height()), places),
    rows: (): Cell[][] => [["theme", "other", "articles"],
      ...model.drawn.pairs.map(({ one, other, articles }): Cell[] =>
        [model.drawn.themes[one]?.title ?? "", model.drawn.themes[other]?.title ?? "", articles])],
  });
  const idOf = (theme: number) => model.analysis.themes[theme]?.id ?? "";
  drawing.chart.on("click", (event) => {
    const { theme, pair } = event.data as { theme?: number; pair?: Pair };
    if (theme !== undefined) location.hash = "#" + idOf(theme);
    else if (pair) state.set({ list: `${idOf(pair.one)}+${idOf(pair.other)}` });
  });
  state.onChange((now, before) => {
    if (before && before.theme !== now.theme) drawing.draw();
  });
}
