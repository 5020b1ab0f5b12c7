// SPDX-License-Identifier: GPL-3.0-or-later
// Shares over time, as they are or of one source only.
import { dayIn } from "../locale";
import type { Model, Period } from "../model";
import type { State } from "../state";

export interface Series {
  /** Shares by period; null where nothing was collected. */
  share: (number | null)[];
  low: (number | null)[];
  high: (number | null)[];
}

/** The periods that the filters leave. */
export function range(model: Model, now: State): { begin: number; end: number } {
  const { periods } = model.analysis;
  const begin = periods.findIndex((period) => !now.from || period.end >= now.from);
  let end = periods.length;
  while (end > 0 && now.to && (periods[end - 1]?.start ?? "") > now.to) end--;
  return begin < 0 || end <= begin ? { begin: 0, end: periods.length } : { begin, end };
}

/** Where nothing was collected, nothing is drawn. */
export const isEmpty = (model: Model, period: number): boolean => model.drawn.periods[period]?.kind === "empty";

function blank<T>(model: Model, values: T[]): (T | null)[] {
  return values.map((value, index) => (isEmpty(model, index) ? null : value));
}

/** By theme: what the analysis says, or what a source has of its own originals, without intervals. */
export function seriesOf(model: Model, now: State): Series[] {
  const { themes } = model.analysis;
  if (!now.source || !model.complete)
    return themes.map((theme) => ({
      share: blank(model, theme.series.map((point) => point.share)),
      low: blank(model, theme.series.map((point) => point.low)),
      high: blank(model, theme.series.map((point) => point.high)),
    }));
  return ofSource(model, model.sources.indexOf(now.source));
}

function ofSource(model: Model, source: number): Series[] {
  const { periods, themes, options } = model.analysis;
  const dayOf = dayIn(options["time-zone"]);
  const all = new Array<number>(periods.length).fill(0);
  const counts = themes.map(() => new Array<number>(periods.length).fill(0));
  for (const article of model.articles) {
    if (article.source !== source || article.copyOf >= 0 || !article.time) continue;
    const index = periodOf(periods, dayOf(article.time));
    all[index] = (all[index] ?? 0) + 1;
    const row = counts[article.theme];
    if (row) row[index] = (row[index] ?? 0) + 1;
  }
  const share = (row: number[]) => row.map((number, index) => (all[index] ? number / (all[index] ?? 1) : null));
  return counts.map((row) => ({ share: share(row), low: row.map(() => null), high: row.map(() => null) }));
}

/** By halving: periods follow each other without holes. */
function periodOf(periods: Period[], day: string): number {
  let low = 0;
  let high = periods.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((periods[middle]?.end ?? "") < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
