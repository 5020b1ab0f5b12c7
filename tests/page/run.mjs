// SPDX-License-Identifier: GPL-3.0-or-later
// run.mjs TIDINGS CORPUS.jsonl PACKAGES: report.html in a real browser. PACKAGES is a folder with node_modules.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startBrowser } from "./browser.mjs";
import { everywhere } from "./checks.mjs";
import { analyze, prepare } from "./corpora.mjs";
import { manners } from "./manners.mjs";

const [tidings, corpus, packages] = process.argv.slice(2);
const browser = await startBrowser(packages);
if (!browser) process.exit(77);

const axeSource = readFileSync(join(packages, "node_modules", "axe-core", "axe.min.js"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "tidings-page-"));
const counts = { passed: 0, failed: 0 };

async function check(name, act, given) {
  const begun = Date.now();
  const wrong = await act(given).catch((error) => [String(error.stack ?? error)]);
  if (process.env.TIMES) console.log(`${name}: ${Date.now() - begun} ms`);
  counts[wrong.length ? "failed" : "passed"]++;
  for (const sentence of [...new Set(wrong)].slice(0, 12)) console.log(`${name}: ${sentence}`);
}

try {
  const made = prepare(folder, corpus).map((analysis) => analyze(tidings, folder, analysis));
  const named = Object.fromEntries(made.map((one) => [one.name, one]));
  for (const one of made)
    for (const [name, act] of Object.entries(everywhere))
      if (!one.checks || one.checks.includes(name)) await check(`${one.name}, ${name}`, act, { browser, made: one, axeSource });
  for (const [name, act] of Object.entries(manners)) await check(name, act, { browser, made: named.demonstration, hostile: named.hostile });
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed || !counts.passed ? 1 : 0);
