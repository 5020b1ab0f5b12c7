// SPDX-License-Identifier: GPL-3.0-or-later
// The share of the themes over time: all of them one on top of the other, or one with its interval and its findings.
import { byId, el } from "../dom";
import type { Cell } from "../download";
import { axisShare, days, month, share } from "../locale";
import { type Finding, type Model, titleOf } from "../model";
import * as state from "../state";
import { type Colours, createDrawing, type Option, scaled, tip, tooltip } from "./base";
import { isEmpty, range, type Series, seriesOf } from "./series";

interface Shown { name: string; theme: string; colour: number; share: (number | null)[] }

/** The largest themes, and all others as one. */
function layersOf(model: Model, now: state.State): Shown[] {
  const all = seriesOf(model, now);
  return model.drawn.layers.map(({ name, begin, end, colour }) => ({
    name, colour, theme: end - begin === 1 ? model.analysis.themes[begin]?.id ?? "" : "",
    share: (all[begin]?.share ?? []).map((value, index) =>
      value === null ? null : all.slice(begin, end).reduce((total, one) => total + (one.share[index] ?? 0), 0)),
  }));
}

/** The theme that is seen alone: view=T3, or the one that the page is narrowed to. */
function chosen(model: Model, now: state.State): string {
  const wanted = now.view || now.theme;
  return model.themes.has(wanted) ? wanted : "";
}

/** `reach`: where the axis of shares ends, and its steps. */
function axes(model: Model, palette: Colours, now: state.State, reach: { max?: number; interval?: number }): Option {
  const { begin, end } = range(model, now);
  const periods = model.analysis.periods.slice(begin, end);
  const long = periods.length > 26;
  const label = (index: number) => {
    const period = periods[index];
    return !period ? "" : long ? month(period.start) : days(period.start, period.start);
  };
  return {
    grid: { left: 8, right: 16, top: 12, bottom: 4, containLabel: true },
    xAxis: {
      type: "category", data: periods.map((period) => period.id), boundaryGap: false,
      axisLabel: { color: palette.quiet, fontSize: scaled(12), hideOverlap: true, formatter: (_: string, index: number) => label(index) },
      axisLine: { lineStyle: { color: palette.quiet } }, axisTick: { show: false },
    },
    yAxis: {
      type: "value", min: 0, ...reach, splitNumber: model.drawn.levels,
      axisLabel: { color: palette.quiet, fontSize: scaled(12), showMaxLabel: true, formatter: (value: number) => axisShare(value) },
      splitLine: { lineStyle: { color: palette.rule } },
    },
  };
}

/** Periods that are not whole are pale, within dashes: the collection began or ended there. */
function running(model: Model, palette: Colours, now: state.State): object {
  const { begin, end } = range(model, now);
  const areas = model.drawn.periods.slice(begin, end).flatMap(({ kind }, index, all) => {
    if (kind !== "partial") return [];
    const [from, to] = index ? [index - 1, index] : [0, Math.min(1, all.length - 1)];
    return [[{ xAxis: from }, { xAxis: to }]];
  });
  return { silent: true, z: 6, itemStyle: { color: palette.paper, opacity: 0.5, borderColor: palette.ink, borderWidth: 1, borderType: "dashed" }, data: areas };
}

function heading(model: Model, index: number): string {
  const period = model.analysis.periods[index];
  return period ? days(period.start, period.end) + (model.drawn.periods[index]?.note ?? "") : "";
}

function stacked(model: Model, palette: Colours, now: state.State): Option {
  const { begin, end } = range(model, now);
  const layers = layersOf(model, now);
  return {
    ...axes(model, palette, now, { max: 1, interval: 1 / model.drawn.levels }),
    tooltip: {
      ...tooltip(palette), trigger: "axis",
      formatter: (at: { dataIndex: number }[]) => {
        const index = begin + (at[0]?.dataIndex ?? 0);
        return tip(heading(model, index), layers.map((layer) =>
          ({ colour: palette.themes[layer.colour] ?? "", text: layer.name, value: share(layer.share[index] ?? 0) })).reverse());
      },
    },
    series: layers.map((layer, place) => ({
      name: layer.name, type: "line", stack: "all", symbol: "none", silent: true, data: layer.share.slice(begin, end),
      lineStyle: { width: 1, color: palette.paper }, areaStyle: { color: palette.themes[layer.colour], opacity: 1 },
      ...(place === layers.length - 1 ? { markArea: running(model, palette, now) } : {}),
    })),
  };
}

/** Steps that touch a period that is not whole, as a series of their own: it is drawn with dashes. */
function split(model: Model, values: (number | null)[]): { whole: (number | null)[]; dashed: (number | null)[] } {
  const partial = (index: number) => model.drawn.periods[index]?.kind === "partial";
  return {
    whole: values.map((value, index) => (partial(index) ? null : value)),
    dashed: values.map((value, index) => (partial(index) || partial(index - 1) || partial(index + 1) ? value : null)),
  };
}

function findingsOf(model: Model, theme: string): Finding[] {
  return model.analysis.findings.filter((finding) => finding.theme === theme);
}

function marks(model: Model, palette: Colours, id: string, values: (number | null)[], now: state.State): object[] {
  const { begin, end } = range(model, now);
  const place = (period: string) => (model.periods.get(period) ?? 0) - begin;
  const inside = findingsOf(model, id).filter((finding) => place(finding.last_period) >= 0 && place(finding.first_period) < end - begin);
  const clamp = (index: number) => Math.max(0, Math.min(index, end - begin - 1));
  return inside.map((finding) => {
    const number = model.analysis.findings.indexOf(finding);
    const up = model.drawn.up[number];
    const at = clamp(place(finding.first_period));
    return {
      type: "scatter", symbol: "triangle", symbolRotate: up ? 0 : 180, symbolSize: 13, z: 5, cursor: "pointer", name: finding.text,
      data: [{ value: [at, values[begin + at] ?? 0], finding: number }],
      itemStyle: { color: palette.ink, borderColor: palette.paper, borderWidth: 1.5 },
      markArea: { silent: true, itemStyle: { color: palette.ink, opacity: palette.span }, data: [[{ xAxis: at }, { xAxis: clamp(place(finding.last_period)) }]] },
    };
  });
}

function single(model: Model, palette: Colours, now: state.State, id: string): Option {
  const { begin, end } = range(model, now);
  const index = model.analysis.themes.findIndex((theme) => theme.id === id);
  const own = seriesOf(model, now)[index] as Series;
  const drawn = model.drawn.themes[index];
  const colour = palette.themes[drawn?.colour ?? 0] ?? "";
  const { whole, dashed } = split(model, own.share);
  const cut = <T,>(values: T[]) => values.slice(begin, end);
  const band = own.high.map((high, at) => (high === null ? null : high - (own.low[at] ?? 0)));
  const line = { type: "line", symbol: "none", silent: true };
  const area = { ...line, stack: "band", stackStrategy: "all", lineStyle: { opacity: 0 } };
  return {
    ...axes(model, palette, now, now.source || now.from || now.to || !drawn?.top ? {} : { max: drawn.top }),
    tooltip: {
      ...tooltip(palette), trigger: "axis",
      formatter: (at: { dataIndex: number }[]) => singleTip(model, own, begin + (at[0]?.dataIndex ?? 0), id, colour),
    },
    series: [
      { ...area, data: cut(own.low) },
      { ...area, data: cut(band), areaStyle: { color: colour, opacity: palette.band } },
      { ...line, data: cut(whole), lineStyle: { color: colour, width: 2 }, showSymbol: true, symbol: "circle", symbolSize: whole.length > 60 ? 0 : 4, itemStyle: { color: colour } },
      { ...line, data: cut(dashed), lineStyle: { color: colour, width: 2, type: [4, 4] } },
      ...marks(model, palette, id, own.share, now),
    ],
  };
}

function singleTip(model: Model, own: Series, index: number, id: string, colour: string): HTMLElement {
  const value = own.share[index];
  const low = own.low[index];
  const high = own.high[index];
  const point = model.themes.get(id)?.series[index];
  const told = findingsOf(model, id).filter((finding) => model.periods.get(finding.first_period) === index);
  return tip(heading(model, index), [
    { colour, text: "share", value: value === null || value === undefined ? "–" : share(value) },
    ...(typeof low === "number" && typeof high === "number" ? [{ text: "95 % interval", value: `${share(low)} – ${share(high)}` }] : []),
    { text: "articles", value: String(point?.articles ?? 0) },
    ...told.map((finding) => ({ text: finding.text })),
  ]);
}

function rows(model: Model, now: state.State): Cell[][] {
  const id = chosen(model, now);
  const { begin, end } = range(model, now);
  const all = seriesOf(model, now);
  const { periods, themes } = model.analysis;
  const number = (value: number | null | undefined): Cell => value ?? "";
  const index = themes.findIndex((theme) => theme.id === id);
  const head = id ? ["share", "low", "high", "articles"] : model.drawn.themes.map(({ title }) => title);
  const cells = (at: number): Cell[] => id
    ? [number(all[index]?.share[at]), number(all[index]?.low[at]), number(all[index]?.high[at]), themes[index]?.series[at]?.articles ?? 0]
    : all.map((one) => number(one.share[at]));
  return [["period", "start", "end", ...head],
    ...periods.slice(begin, end).map((period, at): Cell[] => [period.id, period.start, period.end, ...cells(begin + at)])];
}

/** Which theme is at this height of the stack. */
function layerAt(model: Model, now: state.State, index: number, height: number): string {
  let sum = 0;
  for (const layer of layersOf(model, now)) {
    sum += layer.share[index] ?? 0;
    if (height <= sum) return layer.theme;
  }
  return "";
}

function chooser(model: Model): HTMLElement {
  const select = el("select", { id: "view-theme" }, el("option", { value: "" }, "All themes together"),
    ...model.analysis.themes.map((theme) => el("option", { value: theme.id }, titleOf(model, theme.id))));
  select.addEventListener("change", () => state.set({ view: select.value, ...(select.value ? {} : { theme: "" }) }));
  state.onChange((now) => (select.value = chosen(model, now)));
  return el("p", { class: "chooser" }, el("label", { for: "view-theme" }, "Show"), select);
}

/** What was found about it, in words, with a way to its numbers and headlines. */
function tellFindings(model: Model, list: HTMLElement, id: string): void {
  list.replaceChildren(...findingsOf(model, id).map((finding) => {
    const number = model.analysis.findings.indexOf(finding);
    const up = model.drawn.up[number];
    const mark = el("span", { class: "mark", "aria-hidden": "true" }, up ? "▲" : "▼");
    const place = `F${number + 1}`;
    const words = byId(place) ? el("a", { href: "#" + place }, finding.text) : finding.text;
    return el("li", { class: up ? "up" : "down" }, mark, " ", words);
  }));
}

/** The numbers of the theme that is seen alone. */
function fillTable(model: Model, details: HTMLDetailsElement, now: state.State): void {
  const [head = [], ...body] = rows(model, now);
  const text = (cell: Cell, column: number) => (typeof cell === "number" && column < 6 ? share(cell) : String(cell));
  details.querySelector("table")?.replaceChildren(
    el("thead", {}, el("tr", {}, ...head.slice(1).map((cell) => el("th", { scope: "col" }, String(cell))))),
    el("tbody", {}, ...body.map((row) => el("tr", {}, ...row.slice(1).map((cell, at) =>
      at ? el("td", {}, text(cell, at + 1)) : el("th", { scope: "row" }, text(cell, at + 1)))))));
}

/** What the filter by source does to the drawing, where that is not plain to see. */
function remark(model: Model, now: state.State): string {
  if (!now.source) return "";
  return model.complete
    ? `Of ${now.source} alone: shares of its own originals, without intervals.`
    : "The page does not hold all articles, so these are the shares of all sources together.";
}

export function setUpShares(model: Model): void {
  const figure = byId("chart-shares");
  const data = document.querySelector<HTMLDetailsElement>("#shares details.data");
  if (!figure || !data || model.analysis.periods.every((_, index) => isEmpty(model, index))) return;
  figure.before(chooser(model));
  const own = el("details", { class: "data" }, el("summary", {}, "The numbers as a table"),
    el("div", { class: "wide", tabindex: "0", role: "region", "aria-label": "Share of the theme over time" }, el("table")));
  const told = el("ul", { class: "told" });
  const about = el("p", { class: "note", role: "status" });
  figure.after(about, told);
  data.after(own);
  const drawing = createDrawing({
    figure, name: "tidings-shares",
    height: () => Math.max(260, Math.min(440, innerHeight * 0.55)),
    option: (palette) => {
      const now = state.get();
      const id = chosen(model, now);
      return id ? single(model, palette, now, id) : stacked(model, palette, now);
    },
    rows: () => rows(model, state.get()),
  });
  drawing.chart.getZr().on("click", (event) => {
    const now = state.get();
    const [x = 0, y = 0] = drawing.chart.convertFromPixel({ gridIndex: 0 }, [event.offsetX, event.offsetY]);
    const period = model.analysis.periods[range(model, now).begin + Math.round(x)];
    const id = chosen(model, now) || layerAt(model, now, model.periods.get(period?.id ?? "") ?? 0, y);
    if (period && y >= 0 && y <= 1) state.set({ list: `${id}@${period.id}` });
  });
  const same = (now: state.State, before: state.State) => (["theme", "source", "from", "to", "view"] as const).every((key) => now[key] === before[key]);
  own.addEventListener("toggle", () => own.open && fillTable(model, own, state.get()));
  state.onChange((now, before) => {
    const alone = !!chosen(model, now);
    own.hidden = !alone;
    data.hidden = alone;
    byId("shares")?.classList.toggle("alone", alone);
    tellFindings(model, told, chosen(model, now));
    about.textContent = remark(model, now);
    if (before && same(now, before)) return;
    drawing.draw();
    if (own.open && alone) fillTable(model, own, now);
  });
}
