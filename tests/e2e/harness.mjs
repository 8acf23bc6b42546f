// What all suites share: a static host with the page in a folder of its own, a browser, and checks that are counted.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** How long the page may take for anything, in milliseconds: it is about hanging, not about speed. */
export const PATIENCE = 60_000;

/** How a browser is started; without a path there is none. */
export const browserSettings = {
  executablePath: ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync),
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
};

const passed = [];
const failed = [];

/** Counts a check. `wrong` says what is wrong; nothing, an empty text or an empty list is all right. */
export function check(name, wrong) {
  const reasons = [wrong].flat().filter(Boolean);
  (reasons.length ? failed : passed).push(name);
  for (const reason of reasons) console.log(`FAILED ${name}: ${reason}`);
}

/** Runs what checks; what it throws is a check that failed. */
export async function attempt(name, body) {
  try {
    await body();
  } catch (error) {
    check(name, error.message.split("\n").slice(0, 4).join(" | "));
  }
}

/** The last line, which scripts/test reads. */
export function totals() {
  console.log(`${passed.length} passed, ${failed.length} failed`);
  return failed.length;
}

/** A static host. The page is in a folder below its root, as on most hosts. */
export async function host() {
  const server = spawn(process.execPath, [`${root}scripts/static.mjs`, root, "0"], { stdio: ["ignore", "pipe", "inherit"] });
  const [said] = await once(server.stdout, "data");
  return {
    root: String(said).trim(),
    page: `${String(said).trim()}dist/`,
    stop: async () => {
      server.kill();
      await once(server, "exit");
    },
  };
}

/** A page whose errors are kept: what the console calls an error, what was thrown, and what could not be loaded. */
export async function open(context) {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const errors = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  return { page, errors: () => errors.splice(0) };
}

/** Where the page is: the step that it shows, and how many there are so far. */
export async function where(page) {
  const text = await page.locator(".counter").textContent();
  const [step, steps] = text.match(/[\d,]+/g).map((number) => Number(number.replaceAll(",", "")));
  return { step, steps };
}

/** Waits until the page is somewhere. */
export async function until(page, wanted, more = () => true) {
  const start = performance.now();
  for (;;) {
    const at = await where(page).catch(() => undefined);
    if (at && wanted(at) && more(at)) return at;
    if (performance.now() - start > PATIENCE) throw new Error(`waited in vain at ${page.url()}, ${JSON.stringify(at)}`);
    await page.waitForTimeout(20);
  }
}

/** Waits until the page's address says which step is shown: that it does when the whole run is known. */
export function settled(page, wanted = () => true) {
  return until(page, wanted, ({ step }) => new URL(page.url()).searchParams.get("step") === String(step));
}

/** Presses a key that is for the page, not for the control that was used last. */
export async function press(page, key) {
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press(key);
}

export const atEnd = ({ step, steps }) => steps > 0 && step === steps;

/** All that the page shows of a step but how long it has been shown. */
export function shown(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll(".code, .state, .console, .caption, .locks")].map((part) => part.textContent).join("\n"),
  );
}

/** The lessons' names, as the page offers them. */
export function lessons(page) {
  return page
    .getByRole("combobox", { name: "Lesson", exact: true })
    .evaluate((select) => [...select.options].map((option) => option.value));
}
