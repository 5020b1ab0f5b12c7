// SPDX-License-Identifier: GPL-3.0-or-later
// The themes as circles: near each other and joined by a line where many articles are about both.
import { byId, el } from "../dom";
import type { Cell } from "../download";
import { arrange, fit } from "../layout";
import { count, share } from "../locale";
import { concerns, type Model, shortTitle, titleOf } from "../model";
import * as state from "../state";
import { type Colours, createDrawing, inLines, type Option, scaled, tip, tooltip } from "./base";

const SIBLINGS = 0.08; // themes of one parent are at least so close
const ROOM = 40; // for a label below the lowest circle
const SIDE = 70; // and beside the outer ones
const AROUND = 10; // free of other circles
const LINES = 3; // strongest ones of each theme

/** Shared articles / sqrt(product of sizes), 0 to 1. */
function closeness(model: Model): number[][] {
  const { themes } = model.analysis;
  const close = themes.map((one) => themes.map((other): number => (one.parent && one.parent === other.parent ? SIBLINGS : 0)));
  for (const [i, j, articles] of model.pairs) {
    const value = articles / Math.sqrt((themes[i]?.articles ?? 1) * (themes[j]?.articles ?? 1));
    for (const [a, b] of [[i, j], [j, i]] as const) {
      const row = close[a];
      if (row) row[b] = (row[b] ?? 0) + value;
    }
  }
  return close;
}

/** 1 for nothing in common down to a fifth. */
const distances = (close: number[][]): number[][] => {
  const most = Math.max(...close.flat(), 1e-9);
  return close.map((row) => row.map((value) => 1 - 0.8 * Math.sqrt(value / most)));
};

function strongest(model: Model): [number, number, number][] {
  const taken = new Map<number, number>();
  return model.pairs.filter(([i, j]) => {
    if ((taken.get(i) ?? 0) >= LINES && (taken.get(j) ?? 0) >= LINES) return false;
    for (const one of [i, j]) taken.set(one, (taken.get(one) ?? 0) + 1);
    return true;
  });
}

function option(model: Model, palette: Colours, width: number, height: number, places: { x: number; y: number }[]): Option {
  const { themes } = model.analysis;
  const now = state.get();
  const scale = Math.min(width, scaled(1100)) / 1100;
  const radii = themes.map((theme) => Math.max(5, (60 * scale + 14) * Math.sqrt(theme.share)));
  const side = Math.min(scaled(SIDE), width / 5);
  const at = fit(places, radii.map((radius) => radius + AROUND), width - 2 * side, height - scaled(ROOM)).map(({ x, y }) => ({ x: x + side, y }));
  const faint = (id: string) => !!now.theme && !concerns(model, id, now.theme);
  const most = Math.max(...model.pairs.map(([, , articles]) => articles), 1);
  return {
    tooltip: {
      ...tooltip(palette), trigger: "item",
      formatter: ({ data }: { data: { theme?: number; pair?: [number, number, number] } }) => {
        const theme = themes[data.theme ?? -1];
        if (theme) return tip(titleOf(theme), [{ text: "articles", value: count(theme.articles) }, { text: "share", value: share(theme.share) }]);
        const [i, j, articles] = data.pair ?? [0, 0, 0];
        return tip(`${shortTitle(themes[i] ?? { name: null, label: "" })} – ${shortTitle(themes[j] ?? { name: null, label: "" })}`,
          [{ text: "articles about both", value: count(articles) }]);
      },
    },
    grid: { left: 0, right: 0, top: 0, bottom: 0 },
    xAxis: { type: "value", min: 0, max: width, show: false },
    yAxis: { type: "value", min: 0, max: height, show: false, inverse: true },
    series: [{
      type: "lines", coordinateSystem: "cartesian2d", z: 1,
      data: strongest(model).map((pair) => ({
        pair, coords: [pair[0], pair[1]].map((index) => [at[index]?.x ?? 0, at[index]?.y ?? 0]),
        lineStyle: { color: palette.quiet, width: 0.5 + 6 * Math.sqrt(pair[2] / most), opacity: 0.3 },
      })),
    }, {
      type: "scatter", cursor: "pointer", z: 2,
      data: themes.map((theme, index) => ({
        theme: index, value: [at[index]?.x ?? 0, at[index]?.y ?? 0], symbolSize: 2 * (radii[index] ?? 5),
        itemStyle: { color: palette.themes[Math.min(index, 8)], opacity: faint(theme.id) ? 0.15 : 1, borderColor: palette.paper, borderWidth: 2 },
        label: {
          show: true, position: "bottom", distance: 3, color: palette.ink, fontSize: scaled(12), lineHeight: scaled(15), opacity: faint(theme.id) ? 0.3 : 1,
          formatter: () => inLines(shortTitle(theme), 20), textBorderColor: palette.paper, textBorderWidth: 3,
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
  figure.append(el("figcaption", {}, "As large as its share; a line is as broad as the number of articles about both."));
  const height = () => Math.max(320, Math.min(560, innerHeight * 0.6));
  const drawing = createDrawing({
    figure, name: "tidings-map", label: "Map of the themes; the table below lists the closest ones", height,
    option: (palette) => option(model, palette, Math.min(figure.clientWidth, figure.querySelector(".chart")?.clientWidth ?? Infinity), scaled(height()), places),
    rows: (): Cell[][] => [["theme", "other", "articles"],
      ...model.pairs.map(([i, j, articles]): Cell[] => [titleOf(model.analysis.themes[i] ?? { name: null, label: "" }), titleOf(model.analysis.themes[j] ?? { name: null, label: "" }), articles])],
  });
  drawing.chart.on("click", (event) => {
    const { theme, pair } = event.data as { theme?: number; pair?: [number, number, number] };
    if (theme !== undefined) location.hash = "#T" + String(theme + 1);
    else if (pair) state.set({ list: `T${pair[0] + 1}+T${pair[1] + 1}` });
  });
  state.onChange((now, before) => {
    if (before && before.theme !== now.theme) drawing.draw();
  });
}
