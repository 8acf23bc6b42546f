// Makes the page one file, which opens from a disk. scripts/one-file.mjs does it with a release that is in a folder, and the
// page with itself, when someone saves it.
//
// Everything is in that file: style sheets with their fonts, the wasm, and the code of the library and the lessons, each file
// in an element that has its address as id, where the page looks first. What runs is let run by its hash, and nothing may be
// asked of any host.

// Text within <script> and <style> ends at the first end tag, and the head of a comment begins a state of its own in a script.
const UNFIT = new RegExp("<(/(script|style)|!-{2})", "i");
const SILENT = "<noscript>Interleave runs Python in the browser, and needs JavaScript for that.</noscript>";

const text = (bytes) => new TextDecoder().decode(bytes);
const attribute = (value) => value.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
const script = (type, id, content) => `<script type="${type}" id="${id}">${content}<\/script>`;

function base64(bytes) {
  let letters = "";
  // As many as a call may have arguments in any browser.
  for (let from = 0; from < bytes.length; from += 8_192) letters += String.fromCharCode(...bytes.subarray(from, from + 8_192));
  return btoa(letters);
}

async function packed(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function hash(code) {
  return `'sha256-${base64(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(code))))}'`;
}

function need(found, what) {
  if (!found) throw new Error(`The page has no ${what}: is it as scripts/build makes it?`);
  return found;
}

function inline(code, what) {
  if (UNFIT.test(code)) throw new Error(`${what} cannot be put into a page as it is.`);
  return code;
}

async function withFonts(css, read) {
  for (const [, url] of [...css.matchAll(/url\("?([^"()]+\.woff2)"?\)/g)]) {
    css = css.replaceAll(url, `data:font/woff2;base64,${base64(await read(url))}`);
  }
  return css;
}

// What is exported is started in the very module that exports it. `export` itself means nothing in a page.
async function starter(page, read) {
  const [, glue] = need(page.match(/<link rel="modulepreload" href="\.\/([^"]+)"/), "JavaScript");
  const exported = /export ?\{ ?initSync, ?__wbg_init as default ?\};/;
  const code = text(await read(glue));
  if (!exported.test(code)) throw new Error(`${glue} does not export what it did: another wasm-bindgen wrote it.`);
  const [, file] = need(page.match(/<script src="\.\/(start-[^"]+)"/), "starter");
  const imported = /const ?\{ ?default: ?start, ?complete ?\} ?= ?await import\([^;]*\);/;
  const starts = text(await read(file));
  if (!imported.test(starts)) throw new Error(`${file} does not import what it did.`);
  return inline(`${code.replace(exported, "")}\n${starts.replace(imported, "const start = __wbg_init;")}`, glue);
}

/**
 * The whole page as the text of one file. `page` is its index.html, `library` the files of code that are to be in it, `read`
 * gets a file of the release as bytes, and `start` is the end of the address at which it opens, if it has none itself.
 */
export async function oneFile({ page, library, read, start }) {
  const styles = [];
  const hashes = [];
  for (const [link, path] of page.matchAll(/<link rel="stylesheet" href="\.\/([^"]+)"[^>]*>/g)) {
    const css = inline(await withFonts(text(await read(path)), read), path);
    styles.push(`<style ${link.match(/media="[^"]*"/)?.[0] ?? ""}>${css}<\/style>`);
    hashes.push(await hash(css));
  }
  need(styles.length, "style sheet");

  const [, wasm] = need(page.match(/<link rel="preload" href="\.\/([^"]+\.wasm)"/), "wasm");
  const [, later] = page.match(/<meta name="later" content="\.\/([^"]+)"/) ?? [];
  const begin = await starter(page, read);
  const parts = [];
  const runs = [await hash(begin)];
  // What is not wanted at once is text until it is asked for; then it runs as a module, and its hash lets it.
  for (const name of ["editor", "one-file"]) {
    const [, file] = page.match(new RegExp(`<meta name="${name}" content="\\./([^"]+)"`)) ?? [];
    if (!file) continue;
    const code = inline(text(await read(file)), file);
    parts.push(`<meta name="${name}" content="#${name}">`, script("text/plain", name, code));
    runs.push(await hash(code));
  }
  for (const file of library) parts.push(script("text/plain", file, base64(await read(file))));
  for (const [id, path] of [["wasm", wasm], ["later", later]]) {
    if (path) parts.push(script("application/gzip", id, base64(await packed(await read(path)))));
  }
  const policy = [
    "default-src 'none'",
    `script-src ${runs.join(" ")} 'wasm-unsafe-eval'`,
    `style-src ${hashes.join(" ")}`,
    "font-src data:",
    "img-src data:",
  ].join("; ");
  const kept = page.match(/<(meta (charset|name="(viewport|description))[^>]*|title>[^<]*<\/title|link rel="icon"[^>]*)>/g);
  return `<!DOCTYPE html>
<html lang="en">
<head>
${kept[0]}
<meta http-equiv="Content-Security-Policy" content="${policy}">
${start ? `<meta name="start" content="${attribute(start)}">` : ""}
${kept.slice(1).join("\n")}
${[...styles, ...parts].join("\n")}
<script type="module">${begin}<\/script>
</head>
<body>
${SILENT}
</body>
</html>
`;
}

/** The page that is one file already, with another start: what it has added to itself since it was opened is left out. */
export function copyOf(document, start) {
  const copy = document.documentElement.cloneNode(true);
  for (const { name } of [...copy.attributes]) if (name !== "lang") copy.removeAttribute(name);
  [...copy.querySelectorAll("head script[type=module]")].slice(1).forEach((added) => added.remove());
  copy.querySelectorAll("meta[name=start]").forEach((meta) => meta.remove());
  const meta = Object.assign(document.createElement("meta"), { name: "start", content: start });
  copy.querySelector("meta[http-equiv]").after(meta);
  const [head] = copy.getElementsByTagName("head");
  return `<!DOCTYPE html>\n<html lang="en">\n${head.outerHTML}\n<body>\n${SILENT}\n</body>\n</html>\n`;
}

// Which files there are is said by the worker, which keeps all of them.
async function ofThisPage(start) {
  if (document.getElementById("wasm")) return copyOf(document, start);
  if (!globalThis.crypto?.subtle) throw new Error("The page can be saved where it is sent by https, or from this very computer.");
  const read = async (path) => {
    const answer = await fetch(path);
    if (!answer.ok) throw new Error(`${path} cannot be had: ${answer.status}.`);
    return new Uint8Array(await answer.arrayBuffer());
  };
  const [, files] = need(text(await read("worker.js")).match(/^const FILES = (\[.*\]);$/m), "list of its files");
  const library = JSON.parse(files).filter((file) => file.startsWith("library/"));
  return oneFile({ page: text(await read(location.href.split(/[?#]/)[0])), library, read, start });
}

// The page finds what a module gives it by the name of an element; this one is never on a page.
if (globalThis.customElements) {
  customElements.define("interleave-one-file", class extends HTMLElement { static make = ofThisPage; });
}
