// Puts into a release the modules that the page loads when they are asked for: node scripts/editor.mjs FOLDER
//
// They are the editor, and what saves the page as one file. The page finds them by the addresses in its <meta name="editor">
// and <meta name="one-file">. The editor is made one module here. Its packages come from npm, as `editor/package-lock.json`
// has them; where they cannot be had, the release is made without it, and its programs are written in a plain field.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const here = fileURLToPath(new URL("../editor/", import.meta.url));
const [folder] = process.argv.slice(2);

/** Whether the packages that are there are those of the lock file. */
async function installed() {
  const read = async (path) => existsSync(path) && Object.entries(JSON.parse(await readFile(path, "utf8")).packages);
  const there = new Map((await read(join(here, "node_modules/.package-lock.json"))) || []);
  const wanted = (await read(join(here, "package-lock.json"))).filter(([name, { optional }]) => name && !optional);
  return wanted.every(([name, { version, integrity }]) => there.get(name)?.version === version && there.get(name).integrity === integrity);
}

async function bundle() {
  if (!(await installed())) await run("npm", ["ci", "--silent", "--prefix", here], { timeout: 300_000 });
  const { build } = await import(join(here, "node_modules/esbuild/lib/main.js"));
  const { outputFiles } = await build({
    entryPoints: [join(here, "editor.js")],
    write: false,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    logLevel: "error",
    banner: { js: (await readFile(join(here, "licence.txt"), "utf8")).trim() },
  });
  return outputFiles[0].text;
}

/** Writes a module under a name that has its hash, and that name into the page. */
async function add(meta, stem, code) {
  const name = `${stem}-${createHash("sha256").update(code).digest("hex").slice(0, 16)}.js`;
  await writeFile(join(folder, name), code);
  const index = join(folder, "index.html");
  const page = await readFile(index, "utf8");
  if (!page.includes("</head>")) throw new Error("index.html has no head to put a module's address into.");
  await writeFile(index, page.replace("</head>", `<meta name="${meta}" content="./${name}">\n</head>`));
}

await add("one-file", "interleave-one-file", await readFile(new URL("../static/interleave-one-file.js", import.meta.url)));
try {
  await add("editor", "editor", await bundle());
} catch (error) {
  const [why] = (error.stderr || error.message).trim().split("\n");
  console.error(`The page is made without the editor; programs are written in a plain field. ${why}`);
}
