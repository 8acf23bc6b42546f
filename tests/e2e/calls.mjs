// Finds out what the page calls until a lesson can be played: node tests/e2e/calls.mjs FOLDER CALLED
//
// FOLDER, from the root, is the page with a wasm that notes which of its functions are called (crates/split). For each function
// by its index CALLED gets a byte.
import { writeFile } from "node:fs/promises";
import { chromium } from "playwright-core";
import { browserSettings, host, lessons, open, settled } from "./harness.mjs";

const [folder, target] = process.argv.slice(2);
const called = new Uint8Array(65_536);
const server = await host();
const browser = await chromium.launch(browserSettings);

// A phone and a slide show other things than a desk, and so does a frame.
for (const [viewport, query] of [
  [{ width: 1280, height: 720 }, ""],
  [{ width: 390, height: 844 }, "&embed=1"],
]) {
  const context = await browser.newContext({ serviceWorkers: "block", viewport });
  await context.addInitScript(() => {
    for (const name of ["instantiate", "instantiateStreaming"]) {
      const instantiate = WebAssembly[name].bind(WebAssembly);
      WebAssembly[name] = async (...given) => {
        const made = await instantiate(...given);
        globalThis.wasm = (made.instance ?? made).exports;
        return made;
      };
    }
  });
  const { page } = await open(context);
  await page.goto(`${server.root}${folder}/`);
  await settled(page);
  for (const lesson of await lessons(page)) {
    await page.goto(`${server.root}${folder}/?lesson=${lesson}${query}`);
    await settled(page);
    const now = await page.evaluate(() => [...new Uint8Array(globalThis.wasm.called.buffer)]);
    now.forEach((byte, index) => (called[index] |= byte));
    console.log(`${lesson}: ${called.reduce((sum, byte) => sum + byte)} functions so far`);
  }
  await context.close();
}
await browser.close();
await server.stop();
await writeFile(target, called);
