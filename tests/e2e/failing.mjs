// Where the page cannot work, it says so.
import { attempt, check, open, press, settled } from "./harness.mjs";

const broken = (page) => page.locator(".broken");

export async function failing(browser, address) {
  const says = (name, settings, spoil, words) =>
    attempt(name, async () => {
      const context = await browser.newContext({ serviceWorkers: "block", ...settings });
      const { page } = await open(context);
      await spoil(page);
      await broken(page).filter({ visible: true }).waitFor();
      const text = await broken(page).first().textContent();
      check(name, !text.includes(words) && `it says ${text}`);
      await context.close();
    });

  await says("without JavaScript", { javaScriptEnabled: false }, (page) => page.goto(address), "needs JavaScript");
  await says("without WebAssembly", {}, async (page) => {
    await page.addInitScript(() => delete globalThis.WebAssembly);
    await page.goto(address);
  }, "needs WebAssembly");
  await says("without its wasm", {}, async (page) => {
    await page.route("**/first-*.wasm", (route) => route.abort());
    await page.goto(address);
  }, "could not be loaded");
  await says("without its script", {}, async (page) => {
    await page.route("**/start-*.js", (route) => route.abort());
    await page.goto(address);
  }, "still on its way");
  await says("without what comes later, when it is called for", {}, async (page) => {
    await page.route("**/later-*.wasm", (route) => route.abort());
    await page.goto(`${address}?lesson=lost-update`);
    await settled(page);
    await page.getByRole("button", { name: "Explore", exact: true }).click();
  }, "A part of Interleave");

  await attempt("what comes later is fetched at once when it is called for", async () => {
    const context = await browser.newContext({ serviceWorkers: "block" });
    const { page, errors } = await open(context);
    // The first time it is asked for, by the page itself, it does not come.
    let asked = 0;
    await page.route("**/later-*.wasm", (route) => (asked++ ? route.continue() : route.abort()));
    await page.goto(`${address}?lesson=lost-update`);
    await settled(page);
    await press(page, "Home");
    await page.getByRole("button", { name: "Explore", exact: true }).click();
    await page.getByRole("button", { name: "Find a failure", exact: true }).click();
    await page.locator(".explore .verdict.fails").waitFor();
    const wrong = errors().filter((error) => !/Failed to load resource/.test(error));
    check("what comes later is fetched at once when it is called for", [...wrong, asked !== 2 && `it was asked for ${asked} times`]);
    await context.close();
  });
}
