// What goes over the network, gzipped.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { lessons, root, settled } from "../../tests/e2e/harness.mjs";
import { print } from "../table.mjs";
import { fresh } from "./pages.mjs";

const sizes = new Map();

function gzipped(path) {
  if (!sizes.has(path)) sizes.set(path, gzipSync(readFileSync(join(root, "dist", path)), { level: 9 }).length);
  return sizes.get(path);
}

const kilobytes = (paths) => ([...paths].reduce((sum, path) => sum + gzipped(path), 0) / 1_000).toFixed(1);

const comesLater = (file) => file.startsWith("later-");

/** Opens each lesson with nothing kept, and sees which files are asked for. */
export async function weight(browser, server) {
  const { context, page } = await fresh(browser);
  await page.goto(server.page);
  const names = await lessons(page);
  await context.close();
  const loads = [];
  for (const name of names) {
    const { context, page } = await fresh(browser);
    const files = new Set();
    page.on("response", (response) => {
      const { pathname } = new URL(response.url());
      if (response.ok() && pathname.startsWith("/dist/")) files.add(pathname.slice("/dist/".length) || "index.html");
    });
    await page.goto(`${server.page}?lesson=${name}`);
    await settled(page);
    // What comes after the first picture may be there already.
    loads.push({ name, files: [...files].filter((file) => !comesLater(file)) });
    await context.close();
  }
  loads.sort((a, b) => kilobytes(a.files) - kilobytes(b.files));
  const [least, most] = [loads[0], loads.at(-1)];
  const all = readdirSync(join(root, "dist"), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && file.name !== "interleave.html")
    .map((file) => join(file.parentPath, file.name).slice(root.length + "dist/".length));
  print(
    ["what is loaded", "files", "kB gzipped"],
    [
      [`the lightest lesson, ${least.name}`, least.files.length, kilobytes(least.files)],
      [`the heaviest lesson, ${most.name}`, most.files.length, kilobytes(most.files)],
      ["of these the wasm", 1, kilobytes(most.files.filter((file) => file.endsWith(".wasm")))],
      ["what comes after the first picture", 1, kilobytes(all.filter(comesLater))],
      ["everything, as it is kept for when there is no network", all.length, kilobytes(all)],
    ],
  );
}
