// Cuts the page's wasm in two, in a folder that Trunk has made: node scripts/cut.mjs FOLDER SPLIT LINKED LIST
//
// SPLIT is the command of crates/split, LINKED the wasm as the linker wrote it, LIST says which functions come later. Both parts get names of their own: one that was
// cut otherwise is another file, and no cache may put it together with the wrong half.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const [folder, split, linked, list] = process.argv.slice(2);
const index = join(folder, "index.html");
let page = await readFile(index, "utf8");

const [, whole] = page.match(/<link rel="preload" href="\.\/([^"]+\.wasm)"/) ?? [];
if (!whole) throw new Error(`${index} has no wasm: is it the page that Trunk makes?`);
const parts = { first: join(folder, "first.wasm"), later: join(folder, "later.wasm") };
execFileSync(split, ["cut", "--linked", linked, join(folder, whole), list, parts.first, parts.later], { stdio: "inherit" });
await rm(join(folder, whole));

const hash = createHash("sha256");
for (const path of Object.values(parts)) hash.update(await readFile(path));
const name = (part) => `${part}-${hash.copy().digest("hex").slice(0, 16)}.wasm`;
for (const [part, path] of Object.entries(parts)) await rename(path, join(folder, name(part)));

page = page.replaceAll(whole, name("first")).replace("</head>", `<meta name="later" content="./${name("later")}">\n</head>`);
await writeFile(index, page);
