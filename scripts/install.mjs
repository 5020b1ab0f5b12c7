// SPDX-License-Identifier: GPL-3.0-or-later
// install.mjs FOLDER HERE: puts the packages of the lock file in the folder HERE into FOLDER/node_modules,
// where they are not there yet.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const here = process.argv[3];
const folder = process.argv[2];
const lock = "package-lock.json";
const same = (one, other) => existsSync(other) && readFileSync(one, "utf8") === readFileSync(other, "utf8");

if (same(join(here, lock), join(folder, "node_modules", lock))) process.exit(0);
mkdirSync(folder, { recursive: true });
for (const name of ["package.json", lock, ".npmrc"]) cpSync(join(here, name), join(folder, name));
const done = spawnSync("npm", ["ci", "--silent", "--prefer-offline", "--fetch-retries=1", "--fetch-timeout=20000"], { cwd: folder, encoding: "utf8" });
if (done.status !== 0) {
  console.error(done.stderr ?? done.error);
  process.exit(1);
}
cpSync(join(folder, lock), join(folder, "node_modules", lock)); // it is all there
