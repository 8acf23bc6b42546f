// Makes the page one file, which opens from a disk: node scripts/one-file.mjs DIST FILE
//
// Everything is in it: style sheets with their fonts, the wasm, and the code of the library and the lessons, each file in
// an element that has its address as id, where the page looks first. What runs is let run by its hash, and nothing may be
// asked of any host.
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const [dist, target] = process.argv.slice(2);
const read = (path) => readFile(join(dist, path), "utf8");
const base64 = async (path, pack = (bytes) => bytes) => pack(await readFile(join(dist, path))).toString("base64");
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

function need(found, what) {
  if (!found) throw new Error(`${dist}/index.html has no ${what}: is it the page that scripts/build makes?`);
  return found;
}

// Text within <script> and <style> ends at the first end tag, and `<!--` begins a state of its own in a script.
function inline(text, what) {
  if (/<\/(script|style)|<!--/i.test(text)) throw new Error(`${what} cannot be put into a page as it is.`);
  return text;
}

async function withFonts(css) {
  for (const [url, font] of [...css.matchAll(/url\("?([^"()]+\.woff2)"?\)/g)]) {
    css = css.replaceAll(url, `url("data:font/woff2;base64,${await base64(font)}")`);
  }
  return css;
}

const page = await read("index.html");
const styles = [];
const hashes = [];
for (const [link, path] of page.matchAll(/<link rel="stylesheet" href="\.\/([^"]+)"[^>]*>/g)) {
  const css = inline(await withFonts(await read(path)), path);
  const media = link.match(/media="[^"]*"/)?.[0] ?? "";
  styles.push(`<style ${media}>${css}</style>`);
  hashes.push(hash(css));
}
need(styles.length, "style sheet");

const [, glue] = need(page.match(/<link rel="modulepreload" href="\.\/([^"]+)"/), "JavaScript");
const [, later] = page.match(/<meta name="later" content="\.\/([^"]+)"/) ?? [];
const [, wasm] = need(page.match(/<link rel="preload" href="\.\/([^"]+\.wasm)"/), "wasm");
// What is exported is started in the very module that exports it. `export` itself means nothing in a page.
const exported = /export ?\{ ?initSync, ?__wbg_init as default ?\};/;
const code = await read(glue);
if (!exported.test(code)) throw new Error(`${glue} does not export what it did: another wasm-bindgen wrote it.`);
const imported = /const ?\{ ?default: ?start, ?complete ?\} ?= ?await import\([^;]*\);/;
const [, starter] = need(page.match(/<script src="\.\/(start-[^"]+)"/), "starter");
const starts = await read(starter);
if (!imported.test(starts)) throw new Error(`${starter} does not import what it did.`);
const start = `${code.replace(exported, "")}\n${starts.replace(imported, "const start = __wbg_init;")}`;
inline(start, glue);

const modules = [];
for (const file of (await readdir(join(dist, "library"))).sort()) {
  modules.push(`<script type="text/plain" id="library/${file}">${await base64(`library/${file}`)}</script>`);
}

const binaries = [];
for (const [id, path] of [["wasm", wasm], ["later", later]]) {
  const packed = path && (await base64(path, (bytes) => gzipSync(bytes, { level: 9 })));
  if (packed) binaries.push(`<script type="application/gzip" id="${id}">${packed}</script>`);
}

// The editor is text until it is asked for; then it runs as a module, and its hash lets it.
const editor = [];
const runs = [hash(start)];
const [, editorFile] = page.match(/<meta name="editor" content="\.\/([^"]+)"/) ?? [];
if (editorFile) {
  const code = inline(await read(editorFile), editorFile);
  editor.push('<meta name="editor" content="#editor">', `<script type="text/plain" id="editor">${code}</script>`);
  runs.push(hash(code));
}

const policy = [
  "default-src 'none'",
  `script-src ${runs.join(" ")} 'wasm-unsafe-eval'`,
  `style-src ${hashes.join(" ")}`,
  "font-src data:",
  "img-src data:",
].join("; ");
const kept = page.match(/<(meta (charset|name=\"(?!editor|later))[^>]*|title>[^<]*<\/title|link rel="icon"[^>]*)>/g);

await writeFile(
  target,
  `<!DOCTYPE html>
<html lang="en">
<head>
${kept[0]}
<meta http-equiv="Content-Security-Policy" content="${policy}">
${kept.slice(1).join("\n")}
${styles.join("\n")}
${[...editor, ...modules].join("\n")}
${binaries.join("\n")}
<script type="module">${start}</script>
</head>
<body>
<noscript>Interleave runs Python in the browser, and needs JavaScript for that.</noscript>
</body>
</html>
`,
);
