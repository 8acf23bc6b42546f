// How much memory the page has.
import { settled } from "../../tests/e2e/harness.mjs";
import { print } from "../table.mjs";
import { fresh, own } from "./pages.mjs";

/** Keeps the memories of the modules that are loaded, where they can be asked for. It is called in the page, before anything else. */
function keepMemories() {
  window.memories = [];
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...args) => {
      const made = await original.apply(WebAssembly, args);
      const { exports } = made.instance ?? made;
      if (exports.memory) window.memories.push(exports.memory);
      return made;
    };
  }
}

async function look(name, context, page) {
  const session = await context.newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  await session.send("Performance.enable");
  const { metrics } = await session.send("Performance.getMetrics");
  const script = metrics.find((metric) => metric.name === "JSHeapUsedSize").value;
  const nodes = metrics.find((metric) => metric.name === "Nodes").value;
  const wasm = await page.evaluate(() => window.memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0));
  return [name, (wasm / 1e6).toFixed(1), (script / 1e6).toFixed(1), nodes];
}

const PLACES = [
  ["a lesson", "?lesson=bank-thread-pool", settled],
  ["a run of 100,000 steps", `?interval=50${own("benches/programs/page/long_run.py")}`, settled],
  ["a lesson, explored", "?lesson=bank-thread-pool&explore=all", (page) => page.locator("div.verdict").waitFor()],
  ["10,003 states, explored", `?explore=all${own("benches/programs/explore/bank_4x1.py")}`, (page) => page.locator("div.verdict").waitFor()],
];

export async function memory(browser, server) {
  const rows = [];
  for (const [name, address, ready] of PLACES) {
    const { context, page } = await fresh(browser);
    await page.addInitScript(keepMemories);
    await page.goto(server.page + address);
    await ready(page);
    rows.push(await look(name, context, page));
    await context.close();
  }
  print(["memory", "MB of wasm", "MB of JavaScript", "nodes"], rows);
}
