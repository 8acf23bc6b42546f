// Makes small what a lesson loads, in a folder that Trunk has made: node scripts/shrink.mjs FOLDER
//
// The style sheets become one, since alike they compress better together; what only people need is taken out of it and of
// the scripts by esbuild, which comes with the editor's packages. Where these cannot be had, it stays.
import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const [folder] = process.argv.slice(2);
const index = join(folder, "index.html");
const esbuild = new URL("../editor/node_modules/esbuild/lib/main.js", import.meta.url);
const { transform = async (code) => ({ code }) } = await import(esbuild).catch(() => ({}));

const links = /\s*<link rel="stylesheet" href="\.\/([^"]+)"[^>]*?(?:media="([^"]*)")?\/?>/g;
let page = await readFile(index, "utf8");
const sheets = [];
for (const [, path, media] of page.matchAll(links)) {
  const text = await readFile(join(folder, path), "utf8");
  sheets.push(media ? `@media ${media} {\n${text}}\n` : text);
  await rm(join(folder, path));
}
const { code: sheet } = await transform(sheets.join(""), { loader: "css", minify: true, legalComments: "inline" });
const name = `style-${createHash("sha256").update(sheet).digest("hex").slice(0, 16)}.css`;
await writeFile(join(folder, name), sheet);
let seen = 0;
page = page.replace(links, () => (seen++ ? "" : `\n    <link rel="stylesheet" href="./${name}">`));
await writeFile(index, page);

// The scripts that are for pages of others can be read, as those pages can.
for (const file of (await readdir(folder)).filter((file) => /^(page|start)-.*\.js$/.test(file))) {
  // scripts/one-file.mjs looks for names in the scripts: they stay.
  const settings = { loader: "js", minifyWhitespace: true, target: "es2022", legalComments: "inline" };
  const { code } = await transform(await readFile(join(folder, file), "utf8"), settings);
  await writeFile(join(folder, file), code);
}
