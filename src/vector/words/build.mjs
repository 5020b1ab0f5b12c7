// SPDX-License-Identifier: GPL-3.0-or-later
// build.mjs DISTIL.mjs LOCK INSTALL.mjs FOLDER: makes FOLDER/words.c of the package in the lock file, unless it is there.
// Unpacked the package takes 300 MB, so nothing but the words stays.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const [distil, lock, install, folder] = process.argv.slice(2);
const packages = join(folder, "packages"), made = join(folder, "words.c"), stamp = join(folder, "words.stamp");
const recipe = [lock, distil].map((name) => readFileSync(name, "utf8")).join("\n");

function run(...words) {
  const done = spawnSync(process.execPath, words, { encoding: "utf8" });
  if (done.status === 0) return;
  rmSync(packages, { recursive: true, force: true });
  console.error(done.stderr || done.error);
  process.exit(1);
}

if (existsSync(made) && existsSync(stamp) && readFileSync(stamp, "utf8") === recipe) process.exit(0);
mkdirSync(folder, { recursive: true });
rmSync(stamp, { force: true });
run(install, packages, dirname(lock));
run(distil, packages, made);
rmSync(packages, { recursive: true, force: true });
writeFileSync(stamp, recipe);
