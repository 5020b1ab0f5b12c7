// SPDX-License-Identifier: GPL-3.0-or-later
// Tables that are put in another order by a click on a heading.
import { el } from "./dom";

/** What a cell is sorted by: its number, its day, or its words. */
function keyOf(row: HTMLTableRowElement, column: number): number | string {
  const cell = row.cells[column];
  const data = cell?.querySelector("data");
  if (data) return Number(data.value);
  return cell?.querySelector("time")?.dateTime ?? cell?.textContent?.trim().toLowerCase() ?? "";
}

function compare(a: number | string, b: number | string): number {
  return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b));
}

function sortBy(table: HTMLTableElement, column: number): void {
  const head = table.tHead?.rows[0];
  const body = table.tBodies[0];
  if (!head || !body) return;
  const rows = [...body.rows].map((row) => ({ row, key: keyOf(row, column) }));
  const numbers = rows.some(({ key }) => typeof key === "number");
  const now = head.cells[column]?.getAttribute("aria-sort");
  const down = now ? now === "ascending" : numbers; // numbers: the largest first
  rows.sort((a, b) => (down ? compare(b.key, a.key) : compare(a.key, b.key)));
  body.append(...rows.map(({ row }) => row));
  for (const cell of head.cells) cell.removeAttribute("aria-sort");
  head.cells[column]?.setAttribute("aria-sort", down ? "descending" : "ascending");
}

export function setUpTables(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>("table.sortable"))
    [...(table.tHead?.rows[0]?.cells ?? [])].forEach((cell, column) => {
      if (cell.classList.contains("drawn")) return;
      cell.replaceChildren(el("button", { type: "button", click: () => sortBy(table, column) }, cell.textContent ?? ""));
    });
}
