// What the built page weighs and takes in a browser: node benches/page/run.mjs [PART...]
import { chromium } from "playwright-core";
import { browserSettings, host } from "../../tests/e2e/harness.mjs";
import { exploring, playing, scrubbing } from "./frames.mjs";
import { memory } from "./memory.mjs";
import { start } from "./start.mjs";
import { weight } from "./weight.mjs";

const parts = { weight, start, scrubbing, playing, exploring, memory };
const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in parts));
if (unknown || !browserSettings.executablePath) {
  console.error(unknown ? `There is no part ${unknown}: ${Object.keys(parts).join(", ")}.` : "There is no Chromium: scripts/setup installs it.");
  process.exit(2);
}
const server = await host();
for (const name of wanted.length ? wanted : Object.keys(parts)) {
  // A browser of its own for each: nothing is warm that should be cold.
  const browser = await chromium.launch(browserSettings);
  await parts[name](browser, server);
  await browser.close();
}
await server.stop();
