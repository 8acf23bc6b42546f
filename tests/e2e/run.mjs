// Plays the built page, dist/, in a browser as people do: node tests/e2e/run.mjs [SUITE...]
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { useControls } from "./controls.mjs";
import { editPrograms } from "./editing.mjs";
import { failing } from "./failing.mjs";
import { attempt, browserSettings, host, root, totals } from "./harness.mjs";
import { playLessons } from "./lessons.mjs";
import { look } from "./looks.mjs";
import { frame, goOffline } from "./offline.mjs";
import { openOneFile } from "./one-file.mjs";
import { takeAway } from "./taking-away.mjs";

// Suites that look at nothing but the page need not have it kept each time.
const suites = {
  looks: (browser, address) => inContext(browser, (context) => look(context, address)),
  lessons: (browser, address) => inContext(browser, (context) => playLessons(context, address)),
  controls: (browser, address) => inContext(browser, (context) => useControls(context, address)),
  editing: (browser, address) => inContext(browser, (context) => editPrograms(context, address)),
  "taking-away": (browser, address) => inContext(browser, (context) => takeAway(context, address)),
  failing,
  offline: goOffline,
  frame,
  "one-file": (browser) => inContext(browser, openOneFile),
};

async function inContext(browser, suite) {
  const context = await browser.newContext({ serviceWorkers: "block", viewport: { width: 1280, height: 720 } });
  await suite(context);
  await context.close();
}

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in suites));
if (unknown) {
  console.error(`There is no suite ${unknown}: ${Object.keys(suites).join(", ")}.`);
  process.exit(2);
}
for (const [there, wrong] of [
  [browserSettings.executablePath, "There is no Chromium: scripts/setup installs it."],
  [existsSync(`${root}dist/index.html`), "There is no dist/: scripts/build makes it."],
]) {
  if (!there) {
    console.error(wrong);
    process.exit(2);
  }
}

const server = await host();
const browser = await chromium.launch(browserSettings);
const left = wanted.length ? wanted : Object.keys(suites);

// Each suite has contexts of its own, so two at a time do not meet.
async function runNext() {
  for (let name = left.shift(); name; name = left.shift()) {
    const start = performance.now();
    await attempt(name, () => suites[name](browser, server.page));
    console.log(`${name}: ${((performance.now() - start) / 1_000).toFixed(0)} s`);
  }
}
await Promise.all([runNext(), runNext()]);
await browser.close();
await server.stop();
process.exitCode = totals() ? 1 : 0;
