// SPDX-License-Identifier: GPL-3.0-or-later
// bundle.mjs FOLDER OUT.c: one script and one style sheet from main.ts and page.css, with the packages
// in FOLDER/node_modules, as arrays of C with the hashes that the Content-Security-Policy names.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const [folder, out] = process.argv.slice(2).map((name) => resolve(name));
const esbuild = createRequire(join(folder, "package.json"))("esbuild");

function bundle(entry, options) {
  const made = esbuild.buildSync({
    entryPoints: [join(here, entry)],
    nodePaths: [join(folder, "node_modules")],
    bundle: true,
    minify: true,
    charset: "utf8",
    target: ["es2021"],
    legalComments: "none",
    logLevel: "warning",
    write: false,
    ...options,
  });
  return made.outputFiles[0].text.trim();
}

// Inside <script> and <style>, these would end the element or change how it is read.
function checked(text, wrong) {
  for (const word of wrong) if (text.toLowerCase().includes(word)) throw new Error(`the bundle has ${word} in it`);
  return Buffer.from(text, "utf8");
}

function array(name, bytes) {
  const lines = [];
  for (let at = 0; at < bytes.length; at += 32) lines.push([...bytes.subarray(at, at + 32)].join(",") + ",");
  return `static const unsigned char ${name}[] = {\n${lines.join("\n")}\n};\n`;
}

/** The licences of what is in the bundle, as they ask for. */
function licences() {
  const texts = { echarts: ["NOTICE", "LICENSE"], zrender: ["LICENSE"], tslib: ["LICENSE.txt"] };
  return Object.entries(texts).map(([name, files]) => `${name}\n\n` +
    files.map((file) => readFileSync(join(folder, "node_modules", name, file), "utf8").trim()).join("\n\n")).join("\n\n\n") + "\n";
}

const hash = (bytes) => "sha256-" + createHash("sha256").update(bytes).digest("base64");

const script = checked(bundle("main.ts", { format: "iife", define: { "process.env.NODE_ENV": '"production"' } }), [
  "</script",
  "<!--",
]);
const style = checked(bundle("page.css", {}), ["</style", "<!--"]);
writeFileSync(
  out,
  `/* made by bundle.mjs */
#include "output/html/bundle.h"

${array("script", script)}
${array("style", style)}
${array("licences", Buffer.from(licences() + "\0", "utf8"))}
const struct tdg_bundle tdg_bundle = {
    script, sizeof script, "${hash(script)}",
    style, sizeof style, "${hash(style)}",
    (const char *)licences,
};
`,
);
