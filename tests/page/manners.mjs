// SPDX-License-Identifier: GPL-3.0-or-later
// How the page behaves under a reader's hands. A check returns sentences about what is wrong.
import { readFileSync } from "node:fs";
import { openPage, walk } from "./browser.mjs";

const unless = (good, sentence) => (good ? [] : [sentence]);

/** A view is in its address: whoever opens the address sees the same. */
async function addresses({ browser, made }) {
  const wrong = [];
  const { page, close } = await openPage(browser, made.page);
  await page.selectOption("#filter-theme", "T2");
  await page.fill("#filter-q", "a");
  await page.waitForTimeout(300);
  const seen = () => page.evaluate(() => [...document.querySelectorAll("main [data-subject]")].filter((one) => !one.hidden).length);
  const [fragment, before] = [new URL(page.url()).hash, await seen()];
  wrong.push(...unless(/theme=T2/.test(fragment) && /q=a/.test(fragment), `the address is ${fragment}`));
  await page.goto("about:blank");
  await page.goto(`file://${made.page}${fragment}`);
  await page.waitForSelector("html.alive");
  wrong.push(...unless((await seen()) === before, "the same address shows something else"));
  wrong.push(...unless((await page.inputValue("#filter-theme")) === "T2", "the filter is not set by the address"));
  await page.click("text=Show all");
  wrong.push(...unless((await seen()) > before, "the filter hid nothing"));
  await page.click("nav >> text=Stories");
  wrong.push(...unless(new URL(page.url()).hash === "#stories", "a link within the page is not in the address"));
  await close();
  return wrong;
}

/** Of the events, those stay that the chosen source reports. */
async function bySource({ browser, made }) {
  const { page, close } = await openPage(browser, made.page);
  const analysis = JSON.parse(readFileSync(made.json, "utf8"));
  const sourceOf = new Map(analysis.articles.map(({ id, source }) => [id, source]));
  const members = new Map(analysis.events.map(({ id, members: own }) => [id, own]));
  const ids = await page.evaluate(() => [...document.querySelectorAll("#events li.event")].map(({ id }) => id));
  const sources = (id) => new Set(members.get(id).map((member) => sourceOf.get(member)));
  const source = [...sources(ids[0])][0];
  const expected = ids.filter((id) => sources(id).has(source));
  await page.selectOption("#filter-source", source);
  await page.waitForTimeout(300);
  const left = await page.evaluate(() => [...document.querySelectorAll("#events li.event")].filter((one) => !one.hidden).map(({ id }) => id));
  await close();
  return unless(String(left) === String(expected), `of ${source} are the events ${expected}, but ${left} are shown`);
}

async function saved(page, act) {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Every drawing comes as SVG, PNG and CSV. */
async function handOuts({ browser, made }) {
  const wrong = [];
  const { page, close } = await openPage(browser, made.page);
  await walk(page);
  for (const figure of ["#chart-shares", "#chart-stories", "#chart-map"]) {
    const take = (kind) => saved(page, () => page.click(`${figure} .tools button:text-is("${kind}")`));
    const svg = (await take("SVG")).bytes.toString();
    wrong.push(...unless(svg.startsWith("<svg") && svg.includes('xmlns="http://www.w3.org/2000/svg"'), `${figure}: no SVG`));
    const png = (await take("PNG")).bytes;
    wrong.push(...unless(png.subarray(1, 4).toString() === "PNG" && png.length > 2000, `${figure}: no PNG`));
    const rows = (await take("CSV")).bytes.toString().trim().split("\n");
    wrong.push(...unless(rows.length > 1, `${figure}: no rows`));
  }
  await close();
  return wrong;
}

/** What an article says never becomes a formula. */
async function formulas({ browser, hostile }) {
  const { page, close } = await openPage(browser, hostile.page, { fragment: "#made?list=all" });
  const { bytes } = await saved(page, () => page.click('dialog button:text-is("CSV")'));
  await close();
  const bad = bytes.toString().match(/(^|[,\n])"?[=+@-][A-Z0-9]/g) ?? [];
  return unless(bad.length === 0, `${bad.length} cells of the CSV begin like a formula`);
}

/** Numbers and days as they are usual where the reader is. */
async function locales({ browser, made }) {
  const wrong = [];
  const expected = { "de-DE": [/\d,\d\s%/, /\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}\. \p{L}+/u], "en-US": [/\d\.\d%/, /[A-Z][a-z]{2} \d{1,2}, \d{4}/] };
  for (const [locale, patterns] of Object.entries(expected)) {
    const { page, close } = await openPage(browser, made.page, { locale });
    const text = await page.locator("#themes table").first().textContent() + (await page.locator("main").textContent());
    for (const pattern of patterns) wrong.push(...unless(pattern.test(text), `${locale}: nothing like ${pattern}`));
    await close();
  }
  return wrong;
}

/** Without a mouse: to the content, into a list and out of it again. */
async function keyboard({ browser, made }) {
  const wrong = [];
  const { page, close } = await openPage(browser, made.page);
  await page.keyboard.press("Tab");
  wrong.push(...unless(await page.evaluate(() => document.activeElement.classList.contains("skip")), "the first stop is not the way to the content"));
  await page.locator("#themes a.count").first().focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector("dialog[open]");
  await page.keyboard.press("Escape");
  await page.waitForSelector("dialog:not([open])", { state: "attached" });
  wrong.push(...unless(await page.evaluate(() => document.activeElement.matches("#themes a.count")), "the focus does not return to the number"));
  await page.locator("#table-themes th button").nth(1).focus();
  await page.keyboard.press("Enter");
  wrong.push(...unless(await page.evaluate(() => !!document.querySelector("#table-themes th[aria-sort]")), "a table is not sorted by the keyboard"));
  await close();
  return wrong;
}

/** On paper there are pages with content and no controls. */
async function paper({ browser, made }) {
  const wrong = [];
  for (const format of ["A4", "Letter"]) {
    const { page, close } = await openPage(browser, made.page, { colorScheme: "dark" });
    const pdf = await page.pdf({ format });
    wrong.push(...unless(pdf.length > 20_000, `${format}: ${pdf.length} bytes of PDF`));
    await page.emulateMedia({ media: "print" });
    wrong.push(...unless(!(await page.locator("#controls").isVisible()), `${format}: the controls are printed`));
    await close();
  }
  return wrong;
}

/** One theme alone: an interval, and the numbers in a table. */
async function alone({ browser, made }) {
  const wrong = [];
  const { page, close } = await openPage(browser, made.page, { fragment: "#shares?view=T1" });
  await walk(page);
  await page.click("#shares details.data:not([hidden]) summary");
  await page.waitForSelector("#shares details.data:not([hidden]) tbody tr"); // made when it is opened
  const rows = await page.locator("#shares details.data:not([hidden]) tbody tr").count();
  const periods = JSON.parse(readFileSync(made.json, "utf8")).periods.length;
  wrong.push(...unless(rows === periods, `${rows} rows for ${periods} periods`));
  await page.mouse.click(...(await page.locator("#chart-shares .chart").boundingBox().then(({ x, y, width, height }) => [x + width / 2, y + height / 2])));
  await page.waitForSelector("dialog[open]");
  wrong.push(...unless(/list=T1%40/.test(page.url()), "a click on the line does not list its articles"));
  await close();
  return wrong;
}

// Machado, Oliveira and Fernandes 2009, table of severity 1.0, for linear RGB.
const EYES = {
  usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  "without red cones": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  "without green cones": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  "without blue cones": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};
const XYZ = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]];
const times = (matrix, vector) => matrix.map((row) => row.reduce((sum, value, index) => sum + value * vector[index], 0));
const linear = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));

function lab(rgb) {
  const white = [0.9505, 1, 1.089];
  const [x, y, z] = times(XYZ, rgb.map((c) => Math.min(1, Math.max(0, c)))).map((c, index) => c / white[index])
    .map((c) => (c > 0.008856 ? Math.cbrt(c) : 7.787 * c + 16 / 116));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** The colours of the themes can be told apart by colour-blind readers, and from the page. */
async function colours({ browser, made }) {
  const wrong = [];
  for (const colorScheme of ["light", "dark"]) {
    const { page, close } = await openPage(browser, made.page, { colorScheme });
    const [paper, ...themes] = await page.evaluate(() => ["--paper", ...Array.from({ length: 9 }, (_, index) => `--c${index}`)]
      .map((name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()));
    await close();
    const light = (hex) => times(XYZ, linear(hex))[1] + 0.05;
    for (const hex of themes) {
      const contrast = Math.max(light(hex), light(paper)) / Math.min(light(hex), light(paper));
      wrong.push(...unless(contrast >= 3, `${colorScheme}: ${hex} has a contrast of ${contrast.toFixed(1)}`));
    }
    for (const [eye, matrix] of Object.entries(EYES))
      themes.forEach((one, i) => themes.slice(i + 1).forEach((other) => {
        const apart = Math.hypot(...lab(times(matrix, linear(one))).map((value, axis) => value - lab(times(matrix, linear(other)))[axis]));
        wrong.push(...unless(apart >= 13, `${colorScheme}, ${eye}: ${one} and ${other} are ${apart.toFixed(1)} apart`));
      }));
  }
  return wrong;
}

export const manners = { colours, addresses, bySource, handOuts, formulas, locales, keyboard, paper, alone };
