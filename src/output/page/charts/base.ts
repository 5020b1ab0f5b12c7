// SPDX-License-Identifier: GPL-3.0-or-later
// One drawing with what belongs to it: its place, its colours, its downloads.
import { LineChart, LinesChart, ScatterChart } from "echarts/charts";
import { GridComponent, MarkAreaComponent, TooltipComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";
import { el } from "../dom";
import { type Cell, savePng, saveCsv, saveSvg } from "../download";

echarts.use([LineChart, LinesChart, ScatterChart, GridComponent, TooltipComponent, MarkAreaComponent, LabelLayout, SVGRenderer]);

export type Option = echarts.EChartsCoreOption;
export type Chart = echarts.ECharts;

export interface Colours {
  themes: string[]; ink: string; quiet: string; rule: string; paper: string; card: string;
  /** How much of what is behind them bands, spans and dots cover. */
  band: number; span: number; dot: number;
}

/** The colours of the page, which are lighter in the dark. */
export function colours(): Colours {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    themes: Array.from({ length: 9 }, (_, index) => read(`--c${index}`)),
    ink: read("--ink"), quiet: read("--quiet"), rule: read("--rule"), paper: read("--paper"), card: read("--card"),
    band: Number(read("--band")), span: Number(read("--span")), dot: Number(read("--dot")),
  };
}

const PAPER = 720; // width of a drawing that is then fitted to the page, so that its words stay readable

export const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** Pixels for what is `size` pixels where the page has its usual size: on a very large screen all of it is larger. */
export const scaled = (size: number): number => Math.round((size * parseFloat(getComputedStyle(document.documentElement).fontSize)) / 16);

/** Words in lines of at most so many characters, where words are that short. */
export function inLines(text: string, most: number): string {
  return text.split(" ").reduce((lines, word) => {
    const last = lines.slice(lines.lastIndexOf("\n") + 1);
    return !lines ? word : lines + (last.length + 1 + word.length > most ? "\n" : " ") + word;
  }, "");
}

/** What tooltips look like everywhere. */
export function tooltip(palette: Colours): object {
  return {
    backgroundColor: palette.card, borderColor: palette.rule, borderWidth: 1, padding: [8, 12],
    textStyle: { color: palette.ink, fontFamily: FONT, fontSize: scaled(13) }, confine: true, transitionDuration: 0,
  };
}

/** Lines of a tooltip as elements: what strangers wrote stays text. */
export function tip(head: string, lines: { colour?: string; text: string; value?: string }[]): HTMLElement {
  const box = el("div", { class: "tip" }, el("strong", {}, head));
  for (const { colour, text, value } of lines) {
    const dot = el("span", { class: "dot" });
    if (colour) dot.style.background = colour;
    box.append(el("div", {}, ...(colour ? [dot] : []), el("span", {}, text), el("b", {}, value ?? "")));
  }
  return box;
}

export interface Drawing {
  chart: Chart;
  host: HTMLElement;
  /** Draws again, with the colours of the moment. */
  draw: () => void;
}

interface Plan {
  figure: HTMLElement;
  name: string;
  height: () => number;
  option: (palette: Colours) => Option;
  rows: () => Cell[][];
}

const drawings: Drawing[] = [];

/** Puts a live drawing into a figure, before its caption, in place of the one of the HTML, if there is one, whose words it takes over. */
export function createDrawing(plan: Plan): Drawing {
  const still = plan.figure.querySelector("svg");
  const host = el("div", { class: "chart", role: "img", "aria-label": still?.getAttribute("aria-label") ?? plan.figure.dataset.label ?? "" });
  const svg = () => host.querySelector("svg");
  const button = (text: string, act: () => void) => el("button", { type: "button", click: act, "aria-label": `${plan.name} as ${text}` }, text);
  const tools = el("p", { class: "tools" }, el("span", {}, "Download"),
    button("SVG", () => { const drawn = svg(); if (drawn) saveSvg(plan.name, drawn); }),
    button("PNG", () => { const drawn = svg(); if (drawn) savePng(plan.name, drawn); }),
    button("CSV", () => saveCsv(plan.name, plan.rows())));
  still?.remove();
  plan.figure.hidden = false;
  plan.figure.prepend(host);
  plan.figure.append(tools);
  host.style.height = `${scaled(plan.height())}px`;
  const chart = echarts.init(host, null, { renderer: "svg" });
  const draw = () => {
    host.style.height = `${scaled(plan.height())}px`;
    chart.resize();
    chart.setOption({ animation: false, textStyle: { fontFamily: FONT }, ...plan.option(colours()) }, { notMerge: true });
    chart.getZr().flush();
    svg()?.setAttribute("viewBox", `0 0 ${host.clientWidth} ${host.clientHeight}`); // so that paper can make it smaller
  };
  const drawing = { chart, host, draw };
  drawings.push(drawing);
  draw();
  return drawing;
}

/** Drawings follow the window and the light, and go onto paper in light colours. */
export function followWindow(): void {
  let width = innerWidth;
  let waiting = 0;
  addEventListener("resize", () => {
    if (innerWidth === width) return;
    width = innerWidth;
    clearTimeout(waiting);
    waiting = window.setTimeout(() => drawings.forEach(({ draw }) => draw()), 100);
  });
  const all = () => drawings.forEach(({ draw }) => draw());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", all);
  addEventListener("beforeprint", () => {
    document.documentElement.classList.add("on-paper");
    for (const { host } of drawings) host.style.width = `${PAPER}px`;
    all();
  });
  addEventListener("afterprint", () => {
    document.documentElement.classList.remove("on-paper");
    for (const { host } of drawings) host.style.width = "";
    all();
  });
}
