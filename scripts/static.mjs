// Serves a folder as a static host would: node scripts/static.mjs FOLDER PORT
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

const [folder, port] = process.argv.slice(2);
const types = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

createServer(async ({ url }, response) => {
  const path = normalize(decodeURIComponent(new URL(url, "http://localhost").pathname));
  const file = join(folder, path.endsWith("/") ? path + "index.html" : path);
  try {
    const body = await readFile(file);
    // In a sandboxed frame the page has no origin, and its own files come from another one: they must be free to all.
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Content-Type", types[extname(file)] ?? "application/octet-stream").end(body);
  } catch {
    response.writeHead(404).end("Not found");
  }
})
  .on("error", ({ message }) => {
    console.error(message);
    process.exit(1);
  })
  .listen(port, "127.0.0.1", function () {
    console.log(`http://127.0.0.1:${this.address().port}/`);
  });
