// SPDX-License-Identifier: GPL-3.0-or-later
// What the drawings show: decided by src/view/charts.h for those of the HTML and for these alike.

export interface Layer { name: string; begin: number; end: number; colour: number }

/** Two themes, by their indices, with the number of articles about both. */
export interface Pair { one: number; other: number; articles: number; closeness: number; joined: boolean }

/** An event that the page tells, with the rows of its articles. */
export interface Told { id: string; headline: string; articles: number; rows: number[] }

export interface Drawn {
  /** In the order of the analysis; `top` is where the axis of the theme's own drawing ends. */
  themes: { title: string; short: string; colour: number; top: number }[];
  /** In the order of the analysis; `shown` are those of several themes. */
  parents: { title: string; shown: boolean }[];
  /** What lies on what, lowest first: themes from begin to before end. */
  layers: Layer[];
  /** Lines across the layers: at each so many parts of the whole. */
  levels: number;
  periods: { kind: "whole" | "partial" | "empty"; note: string }[];
  /** By finding: whether the share went up. */
  up: boolean[];
  /** The closest first. */
  pairs: Pair[];
  events: Told[];
}
