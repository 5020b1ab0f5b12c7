// SPDX-License-Identifier: GPL-3.0-or-later
// types.mjs SOURCES PACKAGES TOOLS: tsc, which is in TOOLS, finds nothing in the sources, whose packages are in PACKAGES.
import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [sources, packages, tools] = process.argv.slice(2);
const config = join(packages, "tsconfig.json");
writeFileSync(config, JSON.stringify({
  extends: join(sources, "tsconfig.json"),
  compilerOptions: { paths: { "*": [join(packages, "node_modules", "*")] } },
  include: [join(sources, "*.ts"), join(sources, "charts", "*.ts")],
}));
const tsc = join(tools, "node_modules", "typescript", "bin", "tsc");
if (!existsSync(tsc)) {
  console.log("skipped: there is no TypeScript");
  process.exit(77);
}
const done = spawnSync(process.execPath, [tsc, "-p", config, "--noEmit"], { stdio: "inherit" });
process.exit(done.status ?? 1);
