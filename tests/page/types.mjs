// SPDX-License-Identifier: GPL-3.0-or-later
// types.mjs SOURCES TYPES PACKAGES TOOLS: tsc, which is in TOOLS, finds nothing in the sources, whose packages are in PACKAGES
// and to which TYPES belongs, the types made by the build.
import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const [sources, types, packages, tools] = process.argv.slice(2).map((name) => resolve(name));
const config = join(packages, "tsconfig.json");
writeFileSync(config, JSON.stringify({
  extends: join(sources, "tsconfig.json"),
  compilerOptions: { rootDirs: [sources, dirname(types)], paths: { "*": [join(packages, "node_modules", "*")] } },
  include: [join(sources, "*.ts"), join(sources, "charts", "*.ts")],
}));
const tsc = join(tools, "node_modules", "typescript", "bin", "tsc");
if (!existsSync(tsc)) {
  console.log("skipped: there is no TypeScript");
  process.exit(77);
}
const done = spawnSync(process.execPath, [tsc, "-p", config, "--noEmit"], { stdio: "inherit" });
process.exit(done.status ?? 1);
