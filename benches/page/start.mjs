// How long it takes from an address to a program that has run, with nothing kept; beside Pyodide, served by the same host.
// Pyodide starts no threads, so both run a program that starts none.
import { print } from "../table.mjs";
import { fresh } from "./pages.mjs";

const TIMES = 5;
const PROGRAM = "lessons/print-one-thread/printer.py";

/** Notes when the page can be used: the run is shown, and so is the button that steps. It is called in the page. */
function watch() {
  const look = () => {
    const shown = /\d/.test(document.querySelector(".counter")?.textContent ?? "");
    if (shown && document.querySelector("button:not([disabled])")) window.interactive = performance.now();
    else requestAnimationFrame(look);
  };
  look();
}

async function ours(browser, server) {
  const { context, page } = await fresh(browser);
  await page.addInitScript(watch);
  await page.goto(`${server.page}?lesson=print-one-thread`);
  const taken = await (await page.waitForFunction(() => window.interactive)).jsonValue();
  return { context, page, taken };
}

async function theirs(browser, server) {
  const { context, page } = await fresh(browser);
  await page.goto(`${server.root}benches/page/pyodide.html?/${PROGRAM}`);
  const taken = await (await page.waitForFunction(() => Number(document.querySelector("pre").dataset.ready))).jsonValue();
  return { context, page, taken };
}

/** Bytes that were loaded, as they are on the host's disk. */
const loaded = (page) =>
  page.evaluate(() => performance.getEntriesByType("resource").reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0));

export async function start(browser, server) {
  const rows = [];
  for (const [name, open] of [["interleave, a lesson of one thread", ours], ["Pyodide, the same program", theirs]]) {
    const times = [];
    let bytes = 0;
    for (let time = 0; time < TIMES; time++) {
      const { context, page, taken } = await open(browser, server);
      times.push(taken);
      bytes = await loaded(page);
      await context.close();
    }
    times.sort((a, b) => a - b);
    rows.push([name, times[(TIMES - 1) / 2], times[0], times[TIMES - 1], bytes]);
  }
  const base = rows[0][1];
  print(
    ["from the address to the program's end", "median ms", "least", "most", "ratio", "kB unpacked"],
    rows.map(([name, median, least, most, bytes]) => {
      const millis = [median, least, most].map((time) => time.toFixed(0));
      return [name, ...millis, `${(median / base).toFixed(1)}x`, (bytes / 1_000).toFixed(0)];
    }),
  );
}
