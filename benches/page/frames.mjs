// Whether the page keeps up with the screen, 60 frames a second, while it has much to do.
//
// Two things are told. Frames as they came: on a machine that does other things too, or draws without a graphics card, they are
// late whatever the page does. And the page's own work for each frame: the processor time of all that its main thread did
// between two of them, from the browser's trace.
import { atEnd, press, settled, until } from "../../tests/e2e/harness.mjs";
import { print } from "../table.mjs";
import { fresh, own } from "./pages.mjs";
import { workOfFrames } from "./trace.mjs";

/** How long a frame may take, in milliseconds. */
const FRAME = 1_000 / 60;
/** A frame that took so long came at least one too late. */
const LATE = 1.5 * FRAME;
/** How many frames the scrubber is moved for. */
const FRAMES = 600;

const LONG_RUN = "benches/programs/page/long_run.py";
const LARGE_SEARCH = "benches/programs/explore/bank_4x1.py";

const rows = [];

/** Does something while frames are watched, and makes a row of them. */
async function watched(browser, page, name, doing) {
  await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"] });
  await page.evaluate(() => {
    const came = [];
    const beat = (now) => {
      came.push(now);
      window.frameBeat = requestAnimationFrame(beat);
    };
    window.framesThatCame = came;
    window.frameBeat = requestAnimationFrame(beat);
  });
  await doing();
  const came = await page.evaluate(() => {
    cancelAnimationFrame(window.frameBeat);
    return window.framesThatCame;
  });
  const work = workOfFrames(await browser.stopTracing());
  const gaps = came.slice(1).map((time, at) => time - came[at]);
  row(`${name}: frames`, gaps, LATE);
  row(`${name}: the page's work for a frame`, work, FRAME);
}

function row(name, times, allowed) {
  times.sort((a, b) => a - b);
  const at = (share) => (times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? NaN).toFixed(1);
  const good = times.filter((time) => time < allowed).length / times.length;
  rows.push([name, times.length, `${(100 * good).toFixed(1)} %`, at(0.5), at(0.99), at(1)]);
}

function tell() {
  print([`within ${FRAME.toFixed(1)} ms`, "count", "share", "median ms", "99 %", "most"], rows.splice(0));
}

/** Moves the scrubber over a long run, one step further in each frame: slowly, quickly, and from end to end. It runs in the page. */
function scrub(frames) {
  const scrubber = document.querySelector(".scrubber");
  const last = Number(scrubber.max);
  return new Promise((resolve) => {
    let frame = 0;
    const move = () => {
      const way = frame / frames;
      // A third by small moves, a third by large ones, a third by jumps.
      const place = way < 1 / 3 ? 0.3 + 0.05 * way : way < 2 / 3 ? Math.abs(Math.sin(20 * way)) : (frame * 0.618_034) % 1;
      scrubber.value = Math.round(place * last);
      scrubber.dispatchEvent(new Event("input", { bubbles: true }));
      frame += 1;
      if (frame < frames) requestAnimationFrame(move);
      else resolve();
    };
    move();
  });
}

export async function scrubbing(browser, server) {
  const { page, context } = await fresh(browser);
  await page.goto(`${server.page}?interval=50${own(LONG_RUN)}`);
  const { steps } = await settled(page);
  await watched(browser, page, `scrubbing a run of ${steps} steps`, () => page.evaluate(scrub, FRAMES));
  await context.close();
  tell();
}

export async function playing(browser, server) {
  const { page, context } = await fresh(browser);
  await page.goto(`${server.page}?lesson=bank-thread-pool&seed=12`);
  await settled(page);
  await press(page, "Home");
  await until(page, ({ step }) => step === 0);
  await watched(browser, page, "playing a lesson", async () => {
    await press(page, " ");
    await settled(page, atEnd);
  });
  await context.close();
  tell();
}

export async function exploring(browser, server) {
  const { page, context } = await fresh(browser);
  await page.goto(`${server.page}${own(LARGE_SEARCH)}`);
  await settled(page);
  const name = LARGE_SEARCH.split("/").at(-1);
  await watched(browser, page, `exploring ${name}`, async () => {
    await press(page, "e");
    await page.locator("div.verdict").waitFor();
  });
  await context.close();
  tell();
}
