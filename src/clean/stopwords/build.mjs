// SPDX-License-Identifier: GPL-3.0-or-later
// build.mjs INSTALL.mjs HERE FOLDER: makes FOLDER/stopwords.c of the packages in the lock file of HERE, unless it is
// there: for clean/stopwords.h, the stop words of every language that has no list of ours in HERE.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [install, here, folder] = process.argv.slice(2);
const packages = join(folder, "packages"), made = join(folder, "stopwords.c"), stamp = join(folder, "stopwords.stamp");
const ours = readdirSync(here).filter((name) => name.endsWith(".inc")).map((name) => name.slice(0, 2));
const recipe = ["package-lock.json", "build.mjs"].map((name) => readFileSync(join(here, name), "utf8")).join("\n") + ours;

/** Of `stopword`, where stopwords-iso has few words or none. */
const MORE = { my: "mya", uk: "ukr" };

/** The Malay list is half a list of what papers write about: kept is what Indonesian has too, and these. */
const MALAY = "bahawa baharu beliau berikutan iaitu jika kerana menerusi sahaja sebahagian sebarang selepas semalam tiada".split(" ");

/** Letters that people and lists write in one of two ways. */
const WAYS = { ro: [["ş", "ș"], ["ţ", "ț"]] };

/** The Chinese list is in simplified characters: each of its words as they write it in Taiwan and in Hong Kong too. */
const TRADITIONAL = ["t", "tw", "hk"];

/** Whole words in small letters, as the program compares them; what two words make is none. */
function clean(code, words) {
  const found = new Set();
  for (const word of words) {
    const plain = word.normalize("NFC").toLowerCase().replaceAll("’", "'");
    if (/^\p{L}[\p{L}\p{M}'-]*$/u.test(plain)) found.add(plain);
    for (const [from, to] of WAYS[code] ?? []) if (plain.includes(from)) found.add(plain.replaceAll(from, to));
  }
  return [...found].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

function literal(text) {
  return text.match(/.{1,100}/gsu).map((part) => JSON.stringify(part)).join("\n    ");
}

if (existsSync(made) && existsSync(stamp) && readFileSync(stamp, "utf8") === recipe) process.exit(0);
mkdirSync(folder, { recursive: true });
const done = spawnSync(process.execPath, [install, packages, here], { encoding: "utf8" });
if (done.status !== 0) {
  console.error(done.stderr || done.error);
  process.exit(1);
}

const require = createRequire(join(packages, "index.js"));
const home = (name) => join(packages, "node_modules", name);
const about = (name) => JSON.parse(readFileSync(join(home(name), "package.json"), "utf8"));
const iso = JSON.parse(readFileSync(join(home("stopwords-iso"), "stopwords-iso.json"), "utf8"));
const more = require("stopword");
iso.ms = iso.ms.filter((word) => iso.id.includes(word) || MALAY.includes(word));
const traditional = TRADITIONAL.map((to) => require("opencc-js").Converter({ from: "cn", to }));
iso.zh = iso.zh.flatMap((word) => [word, ...traditional.map((convert) => convert(word))]);
iso.zh.push(...iso.zh.filter((word) => word.includes("什麼")).map((word) => word.replace("什麼", "甚麼")));
const codes = [...new Set([...Object.keys(iso), ...Object.keys(MORE)])].filter((code) => !ours.includes(code)).sort();
const lists = codes.map((code) => [code, clean(code, [...(iso[code] ?? []), ...(more[MORE[code]] ?? [])])]);
const name = ["stopwords-iso", "stopword", "opencc-js"].map((each) => `${each} ${about(each).version}`).join(", ");
const licences = `stopwords-iso (https://github.com/stopwords-iso/stopwords-iso), by ${about("stopwords-iso").author.name ?? about("stopwords-iso").author}: ${about("stopwords-iso").license} License
stopword (https://github.com/fergiemcdowall/stopword):
${readFileSync(join(home("stopword"), "LICENSE"), "utf8")}
opencc-js (https://github.com/nk2028/opencc-js):
${readFileSync(join(home("opencc-js"), "LICENSE"), "utf8")}
its dictionaries, which are those of OpenCC (https://github.com/BYVoid/OpenCC):
${readFileSync(join(home("opencc-js"), "LICENSES/Apache-2.0.txt"), "utf8")}`;

writeFileSync(made, `/* Made by build.mjs. The strings are longer than every compiler has to take. */
#pragma GCC diagnostic ignored "-Woverlength-strings"
#include "clean/stopword_table.h"

static const struct tdg_stop_list lists[] = {
${lists.map(([code, words]) => `  {"${code}",\n    ${literal(words.join(" "))}},`).join("\n")}
};

const struct tdg_stop_table tdg_stop_table = {
  ${JSON.stringify(name)},
  ${literal(licences)},
  lists, sizeof lists / sizeof *lists};
`);
writeFileSync(stamp, recipe);
