// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers and days as the reader is used to. The HTML has them as 12.3 % and 2024-03-04.

const locale = navigator.languages.length ? [...navigator.languages] : undefined;
const number = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options).format;

export const count = number({ maximumFractionDigits: 0 });
export const share = number({ style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });
/** For axes, where 20 % needs no decimals. */
export const axisShare = number({ style: "percent", maximumFractionDigits: 1 });
const points = number({ signDisplay: "exceptZero", minimumFractionDigits: 1, maximumFractionDigits: 1 });
const one = number({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
const three = number({ minimumFractionDigits: 3, maximumFractionDigits: 3 });
const plain = number({ maximumFractionDigits: 3 });

// A day is a day wherever it is read: all of this is in UTC.
const dayFormat = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
const monthFormat = new Intl.DateTimeFormat(locale, { month: "short", year: "numeric", timeZone: "UTC" });
const at = (iso: string) => new Date(iso.slice(0, 10) + "T00:00:00Z");

export const day = (iso: string): string => dayFormat.format(at(iso));
export const month = (iso: string): string => monthFormat.format(at(iso));
export const days = (from: string, to: string): string =>
  from === to ? day(from) : dayFormat.formatRange(at(from), at(to));

const formats: Record<string, (value: number) => string> = {
  "": count, share, points, factor: one, rounded: count, q: three, plain,
};

function localizeDays(range: Element): void {
  const times = [...range.querySelectorAll("time")].map((time) => time.dateTime);
  const [from, to] = [times[0], times[times.length - 1]];
  if (!from || !to) return;
  const iso = from === to ? from : `${from} to ${to}`;
  const made = document.createElement("time");
  made.dateTime = from;
  made.title = iso;
  made.textContent = days(from, to);
  range.replaceChildren(made);
}

/** Rewrites everything below `root` that the HTML marks as number or day. */
export function localize(root: ParentNode): void {
  for (const data of root.querySelectorAll("data")) {
    const format = formats[data.className];
    const value = Number(data.value);
    if (format && Number.isFinite(value)) data.textContent = format(value);
  }
  for (const range of root.querySelectorAll(".days")) localizeDays(range);
  for (const time of root.querySelectorAll("time:not([title])")) {
    const iso = time.getAttribute("datetime") ?? "";
    time.setAttribute("title", iso);
    time.textContent = day(iso);
  }
  for (const tick of root.querySelectorAll<SVGElement>("text[data-share]")) tick.textContent = axisShare(Number(tick.dataset.share));
  for (const tick of root.querySelectorAll<SVGElement>("text[data-day]")) tick.textContent = month(tick.dataset.day ?? "");
}

/** Days of articles are those of the analysis's time zone, like the periods. */
export function dayIn(zone: unknown): (iso: string) => string {
  try {
    if (typeof zone !== "string" || zone === "UTC") return (iso) => iso.slice(0, 10);
    const format = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
    return (iso) => format.format(new Date(iso));
  } catch {
    return (iso) => iso.slice(0, 10); // a zone that this browser does not know
  }
}
