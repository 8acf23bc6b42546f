// Writes into a release which files the service worker keeps: node scripts/worker.mjs FOLDER
import { createHash } from "node:crypto";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

const WORKER = "worker.js";
const [folder] = process.argv.slice(2);

const names = await readdir(folder, { recursive: true });
const isFile = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).isFile()));
const paths = names.filter((name, index) => isFile[index] && name !== WORKER).sort();

const worker = await readFile(new URL("../static/worker.js", import.meta.url), "utf8");
const version = createHash("sha256").update(worker);
for (const path of paths) version.update(path).update(await readFile(join(folder, path)));

// Hosts may send a browser that asks for index.html on to the folder, and what was sent on cannot be shown as a page.
const files = paths.map((path) => (path === "index.html" ? "./" : path));
const head = `const VERSION = "${version.digest("hex").slice(0, 16)}";\nconst FILES = ${JSON.stringify(files)};\n`;
await writeFile(join(folder, WORKER), head + worker);
