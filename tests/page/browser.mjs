// SPDX-License-Identifier: GPL-3.0-or-later
// Chromium with nothing that calls home, and a page that remembers what went wrong.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];
const PLACES = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Null, and a reason on the output, where there is no browser to drive. */
export async function startBrowser(packages) {
  const executablePath = PLACES.find((place) => place && existsSync(place));
  if (!executablePath || !existsSync(join(packages, "node_modules", "playwright-core"))) {
    console.log("skipped: there is no Chromium, or playwright-core could not be installed: THE PAGE IS NOT TESTED");
    return null;
  }
  const { chromium } = createRequire(join(packages, "package.json"))("playwright-core");
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

/** A page with `wrong`, a list of everything that should not have happened. */
export async function openPage(browser, file, { fragment = "", ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-GB", colorScheme: "light",
    acceptDownloads: true, ...options });
  const page = await context.newPage();
  const wrong = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && wrong.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => { wrong.push(`dialog: ${dialog.message()}`); void dialog.dismiss(); });
  page.on("request", (request) => {
    const url = request.url();
    if (url !== `file://${file}` && !url.startsWith("data:") && !url.startsWith("blob:")) wrong.push(`request: ${url}`);
  });
  await page.goto(`file://${file}${fragment}`);
  if (options.javaScriptEnabled !== false) await page.waitForSelector("html.alive", { state: "attached" });
  return { page, wrong, close: () => context.close() };
}

/** Goes down the page, so that every drawing is made. */
export async function walk(page) {
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 1600) {
      scrollTo(0, y);
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 5)));
    }
    scrollTo(0, 0);
  });
}
