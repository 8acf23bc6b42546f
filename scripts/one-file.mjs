// Makes the page one file, which opens from a disk: node scripts/one-file.mjs DIST FILE
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { oneFile } from "../static/interleave-one-file.js";

const [dist, target] = process.argv.slice(2);
const read = (path) => readFile(join(dist, path));
const library = (await readdir(join(dist, "library"))).sort().map((file) => `library/${file}`);
await writeFile(target, await oneFile({ page: await readFile(join(dist, "index.html"), "utf8"), library, read }));
