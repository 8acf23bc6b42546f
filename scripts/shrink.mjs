// Takes what only people need out of what a lesson loads: node scripts/shrink.mjs FOLDER
//
// It is esbuild, which comes with the editor's packages; where they cannot be had, the files stay as they are.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const [folder] = process.argv.slice(2);
const esbuild = new URL("../editor/node_modules/esbuild/lib/main.js", import.meta.url);
const { transform } = await import(esbuild).catch(() => ({}));

for (const file of transform ? await readdir(folder) : []) {
  // scripts/one-file.mjs looks for names in the scripts: they stay.
  const settings = { css: { minify: true }, js: { minifyWhitespace: true, target: "es2022" } }[file.split(".").pop()];
  // The scripts that are for pages of others can be read, as those pages can.
  if (!settings || !/\.css$|^(page|start)-/.test(file)) continue;
  const { code } = await transform(await readFile(join(folder, file), "utf8"), {
    loader: file.split(".").pop(),
    legalComments: "inline",
    ...settings,
  });
  await writeFile(join(folder, file), code);
}
