// SPDX-License-Identifier: GPL-3.0-or-later
// Elements in one call. Text is always text: nothing here ever parses HTML.

type Child = Node | string;
type Props = Record<string, string | boolean | ((event: Event) => void)>;

export function el<K extends keyof HTMLElementTagNameMap>(tag: K, props: Props = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (typeof value === "boolean") made.toggleAttribute(name, value);
    else made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

export const byId = (id: string): HTMLElement | null => document.getElementById(id);

/** A link out of the page, or the text alone where the address is none of the web. */
export function webLink(text: string, url: string): Node {
  if (!/^https?:\/\//i.test(url)) return document.createTextNode(text);
  return el("a", { class: "out", rel: "noopener noreferrer", href: url }, text);
}
