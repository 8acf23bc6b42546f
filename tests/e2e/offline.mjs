// After the first visit the page works without its host: all lessons, with modules that were never asked for before.
import { attempt, atEnd, check, host, lessons, open, press, settled } from "./harness.mjs";

export async function goOffline(browser) {
  const server = await host();
  const context = await browser.newContext();
  const { page, errors } = await open(context);
  await attempt("the page is kept", async () => {
    // A lesson that imports next to nothing.
    await page.goto(`${server.page}?lesson=lost-update`);
    await settled(page);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      if (!navigator.serviceWorker.controller) {
        await new Promise((claimed) => navigator.serviceWorker.addEventListener("controllerchange", claimed, { once: true }));
      }
    });
    check("the page is kept", errors());
  });
  await server.stop();
  await attempt("a module without a network", async () => {
    await page.getByRole("combobox", { name: "Lesson", exact: true }).selectOption("bank-thread-pool");
    await settled(page, () => page.url().includes("bank-thread-pool"));
    const missing = await page.locator(".problems").count();
    check("a module without a network", [...errors(), missing && "the program lacks a module"]);
  });
  await attempt("the editor without a network", async () => {
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    await page.locator("interleave-editor .cm-content").waitFor();
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("import queue\n");
    await page.waitForFunction(() => location.hash.includes("code="));
    check("the editor without a network", errors());
  });
  for (const lesson of await lessons(page).catch(() => [])) {
    const name = `${lesson} without a network`;
    await attempt(name, async () => {
      const another = await open(context);
      await another.page.goto(`${server.page}?lesson=${lesson}`);
      await settled(another.page);
      await press(another.page, "End");
      await settled(another.page, atEnd);
      check(name, another.errors());
      await another.page.close();
    });
  }
  await context.close();
}

/** A sandboxed frame has no origin, so nothing can be kept for it: it must work all the same, and say nothing. */
export async function frame(browser) {
  const server = await host();
  const context = await browser.newContext();
  const { page, errors } = await open(context);
  await attempt("a sandboxed frame", async () => {
    await page.route("**/around.html", (route) =>
      route.fulfill({ contentType: "text/html", body: `<iframe width="1280" height="720" sandbox="allow-scripts" src="dist/?lesson=bank-thread-pool"></iframe>` }),
    );
    await page.goto(new URL("../around.html", server.page).href);
    const frame = page.frameLocator("iframe");
    await frame.locator(".counter").waitFor();
    await page.waitForTimeout(1_500);
    check("a sandboxed frame", errors());
    await frame.getByRole("button", { name: "Edit", exact: true }).click();
    await frame.locator("interleave-editor .cm-content").waitFor();
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("# mine\n");
    await frame.locator(".bar.own").waitFor();
    check("the editor in a sandboxed frame", errors());
  });
  await context.close();
  await server.stop();
}
