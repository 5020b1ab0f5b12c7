// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold for every page. A check returns sentences about what is wrong.
import { readFileSync } from "node:fs";
import { openPage, walk } from "./browser.mjs";

/** The page holds the very analysis.json, but for the articles, which have a block of their own. */
async function sameAnalysis({ browser, made }) {
  const { page, close } = await openPage(browser, made.page);
  const inside = await page.evaluate(() => JSON.parse(document.getElementById("analysis").textContent));
  await close();
  const outside = JSON.parse(readFileSync(made.json, "utf8"));
  for (const part of ["articles", "events", "entities", "formats", "in_the_news", "lead", "lead_of_all"]) delete outside[part]; // only in the file
  return JSON.stringify(inside) === JSON.stringify(outside) ? [] : ["the analysis in the page is not analysis.json"];
}

/** Nothing is loaded, nothing complains, also while everything is looked at. */
async function quiet({ browser, made }) {
  const { page, wrong, close } = await openPage(browser, made.page);
  await walk(page);
  await page.evaluate(() => document.querySelectorAll("main details").forEach((details) => { details.open = true; }));
  await page.fill("#filter-q", "e");
  await page.waitForTimeout(250);
  const hacked = await page.evaluate(() => window.hacked !== undefined);
  await close();
  return hacked ? [...wrong, "a script of an article ran"] : wrong;
}

/** Links within the page have a target, links out of it are of the web. */
async function links({ browser, made }) {
  const { page, close } = await openPage(browser, made.page);
  await walk(page);
  const bad = await page.evaluate(() => [...document.querySelectorAll("a[href]")].filter((link) => {
    const href = link.getAttribute("href");
    if (href.startsWith("#")) return !document.getElementById(decodeURIComponent(href.slice(1).split("?")[0]));
    return !/^https?:\/\/[^\s"'<>]*$/.test(href);
  }).map((link) => `link to ${link.getAttribute("href")}`));
  const ids = await page.evaluate(() => {
    const all = [...document.querySelectorAll("[id]")].map((element) => element.id);
    return all.filter((id, index) => all.indexOf(id) !== index).map((id) => `two elements are called ${id}`);
  });
  await close();
  return [...bad, ...ids];
}

/** Every number of articles leads to as many articles. */
async function numbers({ browser, made }) {
  const { page, close } = await openPage(browser, made.page);
  const lists = await page.evaluate(() => {
    const seen = new Map();
    for (const link of document.querySelectorAll("a[data-list]")) {
      const name = link.dataset.list;
      if (!/^F|~/.test(name)) seen.set(name, Number(link.querySelector("data").value));
    }
    return [...seen];
  });
  const stories = await page.evaluate(() => JSON.parse(document.getElementById("analysis").textContent).stories.slice(0, 5).map(({ id, articles }) => [id, articles]));
  const few = lists.length > 40 ? lists.filter((_, index) => index % Math.ceil(lists.length / 40) === 0) : lists;
  const wrong = lists.length ? [] : ["no number leads to articles"];
  for (const [name, expected] of [...few, ...stories]) {
    await page.evaluate((list) => { location.hash = "#made?" + new URLSearchParams({ list }); }, name);
    await page.waitForSelector("dialog[open]", { timeout: 3000 }).catch(() => {});
    const more = page.locator("dialog button", { hasText: "Show more" });
    while (await more.isVisible()) await more.click();
    const count = await page.locator("dialog ol.articles > li").count();
    if (count !== expected) wrong.push(`the list ${name} has ${count} articles instead of ${expected}`);
  }
  await close();
  return wrong;
}

/** Of many that are alike, a dozen is looked at: axe takes its time. */
const thin = () => document.querySelectorAll(".card:nth-child(n+12), tbody tr:nth-child(n+12), .finding:nth-child(n+12), option:nth-child(n+12)")
  .forEach((one) => one.remove());

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function axe(page, source, { within = "html", runOnly = RULES, rules = {} }) {
  await page.evaluate(thin);
  await page.evaluate(source);
  const { violations } = await page.evaluate(([selector, options]) => window.axe.run(selector, options), [within, { runOnly, rules, resultTypes: ["violations"] }]);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.length} × ${nodes[0].html.slice(0, 120)} ${nodes[0].failureSummary?.split("\n")[1] ?? ""}`);
}

/**
 * WCAG 2.2 AA as far as axe sees it: by day, by night, on a telephone and in an open list. Night is other colours, a telephone
 * has the same ones: each is looked at once, for contrast is what takes the time.
 */
async function accessible({ browser, made, axeSource }) {
  const wrong = [];
  const looks = {
    light: { options: {} },
    dark: { options: { colorScheme: "dark" }, runOnly: ["color-contrast"] },
    narrow: { options: { viewport: { width: 360, height: 800 } }, rules: { "color-contrast": { enabled: false } } },
    list: { options: { fragment: "#made?list=all" }, within: "dialog[open]" },
  };
  for (const [look, { options, ...asked }] of Object.entries(looks)) {
    const { page, close } = await openPage(browser, made.page, options);
    await walk(page);
    if (look !== "list") await page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
    wrong.push(...(await axe(page, axeSource, asked)).map((sentence) => `${look}: ${sentence}`));
    if (look === "narrow" && (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))) wrong.push("narrow: the page is broader than the window");
    await close();
  }
  return wrong;
}

/** With JavaScript off the page says what analysis.json says. */
async function withoutScript({ browser, made }) {
  const { page, wrong, close } = await openPage(browser, made.page, { javaScriptEnabled: false });
  const analysis = JSON.parse(readFileSync(made.json, "utf8"));
  const text = (await page.locator("main").textContent()).replaceAll("\u00A0", " ");
  const plain = (sentence) => sentence.replaceAll(/[\u2028\u2029\u202E]/g, " ");
  for (const finding of analysis.findings.filter((one) => !one.term))
    if (!text.includes(plain(finding.text))) wrong.push(`without: ${finding.text}`);
  for (const theme of analysis.themes) if (!text.includes(plain(theme.label))) wrong.push(`without: ${theme.label}`);
  const drawn = await page.locator("main svg path.line, main svg path.layer").count();
  if (analysis.periods.length && drawn < analysis.themes.length) wrong.push(`only ${drawn} lines are drawn`);
  const anchors = await page.evaluate(() => [...document.querySelectorAll('a[href^="#"]')].filter((link) => !document.getElementById(link.getAttribute("href").slice(1))).length).catch(() => 0);
  if (anchors) wrong.push(`${anchors} links lead nowhere`);
  await close();
  return wrong;
}

/** Events and who is in the news are there without scripts, say what analysis.json says, and lead to the articles. */
async function news({ browser, made }) {
  const { page, close } = await openPage(browser, made.page, { javaScriptEnabled: false });
  const analysis = JSON.parse(readFileSync(made.json, "utf8"));
  const seen = await page.evaluate(() => {
    const words = (element) => element?.textContent.replace(/\s+/g, " ").trim() ?? "";
    const link = (element) => element?.querySelector("a[href]")?.getAttribute("href") ?? null;
    return {
      events: [...document.querySelectorAll("#events > ol > li.event")].map((item) => ({
        id: item.id, headline: words(item.querySelector("h3")), url: link(item.querySelector("h3")), count: Number(item.querySelector(".facts data").value),
        who: words(item.querySelector(".who")), bars: item.querySelectorAll("rect").length, rows: [...item.querySelectorAll("details .articles > li")].map(link),
      })),
      names: [...document.querySelectorAll("#names tbody tr")].map((row) => ({
        name: words(row.querySelector("th")), kind: words(row.cells[1]), count: Number(row.cells[3].querySelector("data").value), about: words(row.cells[5]), url: link(row.cells[5]),
      })),
    };
  });
  await close();
  const wrong = [];
  const compare = (what, told, expected) => { if (told !== expected) wrong.push(`${what} is ${told} instead of ${expected}`); };
  const squeezed = (text) => text.replace(/[\u202E]/g, " ").replace(/\s+/g, " ").trim();
  const hex = (one) => "%" + one.charCodeAt(0).toString(16).toUpperCase();
  const urlOf = new Map(analysis.articles.map(({ id, url }) => [id, /^https?:/.test(url ?? "") ? url.replace(/[\s"'<>]/g, hex) : null]));
  const byId = new Map(analysis.events.map((event) => [event.id, event]));
  for (const { id, headline, url, count, who, bars, rows } of seen.events) {
    const event = byId.get(id);
    if (!event) { wrong.push(`${id} is no event`); continue; }
    compare(`the headline of ${id}`, headline, squeezed(event.headline));
    compare(`the link of ${id}`, url, urlOf.get(event.headline_article));
    compare(`the number of articles of ${id}`, count, event.articles);
    if (!!who !== event.entities.length > 0 || !event.entities.slice(0, 1).every(({ name }) => who.includes(squeezed(name)))) wrong.push(`${id}: ${who || "nobody and nowhere"}`);
    if (event.stories.length < 2) for (const row of rows) if (row && !event.members.some((member) => urlOf.get(member) === row)) wrong.push(`${id} leads to ${row}`);
    if (!rows.length) wrong.push(`${id} lists nothing`);
    if (analysis.periods.length && !bars) wrong.push(`${id} has no bars`);
  }
  const names = new Map((analysis.in_the_news?.names ?? []).map((one) => [squeezed(one.name), one]));
  if (names.size > 0 !== seen.names.length > 0) wrong.push(`${seen.names.length} rows for ${names.size} names in the news`);
  for (const { name, kind, count, about, url } of seen.names) {
    const told = names.get(name);
    if (!told) { wrong.push(`${name} is not in the news`); continue; }
    compare(`the kind of ${name}`, kind, told.kind);
    compare(`the number of articles of ${name}`, count, told.articles);
    const event = byId.get(told.event);
    compare(`what ${name} is about`, about, event ? squeezed(event.headline) : "");
    if (event) compare(`the link of ${name}`, url, seen.events.some(({ id }) => id === event.id) ? `#${event.id}` : urlOf.get(event.headline_article));
  }
  if (made.name === "demonstration" && !(seen.events.length && seen.names.length && seen.events.some(({ url, who }) => url && who))) wrong.push("no event with a link and names");
  return wrong;
}

/** What the program is told to draw is what the HTML says without it. */
async function sameDrawings({ browser, made }) {
  const { page, close } = await openPage(browser, made.page, { javaScriptEnabled: false });
  const wrong = await page.evaluate(() => {
    const block = (id) => JSON.parse(document.getElementById(id).textContent);
    const [analysis, drawn] = [block("analysis"), block("charts")];
    const words = (text) => text.replaceAll(": ", " ").replace(/\s+/g, " ").trim();
    const list = [];
    const compare = (what, told, seen) => { if (String(told) !== String(seen)) list.push(`${what}: the program is told ${told}, the HTML says ${seen}`); };
    analysis.themes.forEach((theme, index) => {
      const head = document.querySelector(`[id="${theme.id}"] h3`);
      compare(`title of ${theme.id}`, words(drawn.themes[index].title), words(head.textContent));
      compare(`colour of ${theme.id}`, `dot c${drawn.themes[index].colour}`, head.querySelector(".dot").className);
    });
    compare("themes", drawn.themes.length, analysis.themes.length);
    compare("parents", analysis.parents.filter((_, index) => drawn.parents[index].shown).map(({ id }) => id),
      [...document.querySelectorAll("tr.parent")].map(({ id }) => id));
    if (!analysis.periods.length) return list;
    const layers = [...document.querySelectorAll("#shares .legend .dot")];
    compare("layers", drawn.layers.map(({ colour }) => `dot c${colour}`), layers.map(({ className }) => className));
    const rows = [...document.querySelectorAll("#shares details th[scope=row]")];
    rows.forEach((row, index) => compare(`note of period ${index}`, drawn.periods[index + drawn.periods.length - rows.length].note, / \(.*\)$/.exec(row.textContent)?.[0] ?? ""));
    drawn.up.forEach((up, index) => {
      const item = document.querySelector(`li.finding#F${index + 1}`);
      if (item) compare(`direction of F${index + 1}`, up, item.classList.contains("up"));
    });
    return list;
  });
  await close();
  return wrong;
}

export const everywhere = { sameAnalysis, sameDrawings, quiet, links, numbers, accessible, withoutScript, news };
