// SPDX-License-Identifier: GPL-3.0-or-later
// The analyses whose pages are tested.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const lines = (articles) => articles.map((article) => JSON.stringify(article) + "\n").join("");
const day = (index) => new Date(Date.UTC(2024, 0, 1) + index * 86_400_000).toISOString().slice(0, 10);

/** Two subjects, told by somebody who means harm: every text that reaches the page tries to break out of it. */
function hostile() {
  const attacks = [
    "<script>window.hacked=1</script>", "</script><script>window.hacked=1</script>", "<img src=x onerror=window.hacked=1>",
    "\"><svg onload=window.hacked=1>", "' onmouseover='window.hacked=1", "<!--<script>", "-->", "]]>", "&lt;script&gt;window.hacked=1",
    "</style><script>window.hacked=1</script>", "=HYPERLINK(\"http://evil.example\")", "+1+cmd|' /C calc'!A0", "@SUM(1)", "-2+3",
    "\u2028\u2029line", "\u202Eright to left", "${window.hacked=1}", "{{window.hacked=1}}", "<a href=javascript:window.hacked=1>click</a>",
    "</title><script>window.hacked=1</script>",
  ];
  const urls = ["javascript:window.hacked=1", "data:text/html,<script>window.hacked=1</script>", "https://x.example/\"><script>window.hacked=1</script>",
    "https://x.example/ok", " javascript:window.hacked=1", "vbscript:x", "http://x.example/' onclick='window.hacked=1", "JaVaScRiPt:window.hacked=1"];
  const subjects = ["steel tariffs trade exporters ministers duty import", "ransomware hospital attackers passwords malware breach"];
  return Array.from({ length: 160 }, (_, index) => {
    const attack = attacks[index % attacks.length];
    const words = subjects[index % 2].split(" ");
    const turned = words.map((_, place) => words[(place + index) % words.length]);
    return { id: `${attack}-${index}`, title: `${attack} ${turned.slice(0, 4).join(" ")}`, body: `${turned.join(" ")} ${attack} ${turned.reverse().join(" ")}`,
      source: attacks[(index * 7) % attacks.length], url: urls[index % urls.length], published: day(index % 77) };
  });
}

/** Many themes that the articles bring along. */
function manyThemes(count) {
  return Array.from({ length: count * 6 }, (_, index) => {
    const theme = index % count;
    const word = (number) => "w" + String.fromCharCode(97 + (number % 26), 97 + ((number / 26) % 26)) + "ord" + String.fromCharCode(97 + ((number / 676) % 26));
    const words = Array.from({ length: 8 }, (_, place) => word(theme * 8 + ((place + index) % 8)));
    return { id: `m${index}`, title: words.slice(0, 4).join(" "), body: words.join(" "), label: `Theme ${theme}`, source: `Paper ${index % 7}`,
      url: `https://paper.example/${index}`, published: day((index * 5) % 140) };
  });
}

/** Name, input, options of every analysis, and the checks of its page where these are not all. */
export function prepare(folder, corpus) {
  const own = (name, text) => {
    const path = join(folder, name + ".jsonl");
    writeFileSync(path, text);
    return path;
  };
  const undated = readFileSync(corpus, "utf8").replace(/"published": ?"[^"]*", ?/g, "");
  return [
    { name: "demonstration", input: corpus, options: [] },
    { name: "one theme", input: corpus, options: ["--themes", "1"] },
    { name: "no dates", input: own("undated", undated), options: ["--themes", "4"] },
    { name: "200 themes", input: own("many", lines(manyThemes(200))), options: ["--themes-from", "label"] },
    { name: "inside a theme", input: corpus, options: ["--themes", "2", "--within", "T1"], checks: ["numbers", "news"] },
    { name: "hostile", input: own("hostile", lines(hostile())), options: ["--themes", "2", "--resamples", "0"] },
    { name: "by day, elsewhere", input: corpus, options: ["--period", "day", "--time-zone", "Pacific/Auckland"] },
  ];
}

export function analyze(tidings, folder, { name, input, options, checks }) {
  const out = join(folder, name.replaceAll(" ", "-"));
  execFileSync(tidings, ["analyze", input, "-q", "-o", out, "--write", "json,html", ...options], { stdio: ["ignore", "ignore", "inherit"] });
  return { name, checks, json: join(out, "analysis.json"), page: join(out, "report.html") };
}
