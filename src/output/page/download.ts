// SPDX-License-Identifier: GPL-3.0-or-later
// Files to take away: drawings as SVG and PNG, numbers as CSV.
import { el } from "./dom";

function save(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  el("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export type Cell = string | number;

/** A spreadsheet would run a cell that begins like a formula (OWASP, "CSV Injection"); an apostrophe in front makes it text. */
export function csvCell(cell: Cell): string {
  if (typeof cell === "number") return String(cell);
  const formula = /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u.test(cell) && !/^[+-]?\d+(\.\d*)?$/.test(cell);
  const text = cell.replace(/[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu, " ");
  const safe = formula ? "'" + text : text;
  return /[",]/.test(safe) || formula ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function saveCsv(name: string, rows: Cell[][]): void {
  const text = rows.map((row) => row.map(csvCell).join(",") + "\n").join("");
  save(name + ".csv", new Blob([text], { type: "text/csv;charset=utf-8" }));
}

/** A copy of a drawing that stands alone. */
function standalone(svg: SVGSVGElement, background: string): { text: string; width: number; height: number } {
  const { width, height } = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.setAttribute("viewBox", `0 0 ${width} ${height}`);
  const sheet = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  sheet.setAttribute("width", "100%");
  sheet.setAttribute("height", "100%");
  sheet.setAttribute("fill", background);
  copy.prepend(sheet);
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

const background = () => getComputedStyle(document.documentElement).getPropertyValue("--paper").trim();

export function saveSvg(name: string, svg: SVGSVGElement): void {
  save(name + ".svg", new Blob([standalone(svg, background()).text], { type: "image/svg+xml" }));
}

export function savePng(name: string, svg: SVGSVGElement): void {
  const { text, width, height } = standalone(svg, background());
  const scale = 2;
  const image = new Image();
  image.onload = () => {
    const canvas = el("canvas");
    canvas.width = width * scale;
    canvas.height = height * scale;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => blob && save(name + ".png", blob));
  };
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text);
}
