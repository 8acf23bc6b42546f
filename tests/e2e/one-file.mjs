// The page as one file opens from a disk: every lesson runs, and nothing is asked of any host.
import { pathToFileURL } from "node:url";
import { existsSync } from "node:fs";
import { atEnd, attempt, check, lessons, open, press, root, settled } from "./harness.mjs";

export async function openOneFile(context) {
  const file = `${root}dist/interleave.html`;
  if (!existsSync(file)) {
    console.log("The page is not there as one file: scripts/one-file makes it.");
    return;
  }
  const { page, errors } = await open(context);
  const asked = [];
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url())) asked.push(request.url());
  });
  await attempt("one file opens", async () => {
    await page.goto(pathToFileURL(file).href);
    await settled(page);
    const fonts = await page.evaluate(async () => (await document.fonts.ready, [...document.fonts].filter((font) => font.status === "error").length));
    check("one file opens", [...errors(), fonts && "its fonts cannot be read", asked.length > 1 && `it asks for ${asked}`]);
  });
  for (const lesson of await lessons(page).catch(() => [])) {
    const name = `${lesson} in one file`;
    await attempt(name, async () => {
      await page.getByRole("combobox", { name: "Lesson", exact: true }).selectOption(lesson);
      await page.waitForURL((url) => url.searchParams.get("lesson") === lesson);
      await press(page, "End");
      await settled(page, atEnd);
      check(name, [...errors(), (await page.locator(".problems").count()) && "the program lacks a module"]);
    });
  }
  await attempt("the editor in one file", async () => {
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    await page.locator("interleave-editor .cm-content").waitFor();
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("# mine\n");
    await page.waitForFunction(() => location.hash.includes("code="));
    await page.reload();
    await settled(page);
    const first = await page.locator(".lines .text").first().textContent();
    check("the editor in one file", [...errors(), first !== "# mine" && `the first line is ${first}`]);
  });
  check("one file asks for nothing", asked.slice(1).filter((url) => !url.startsWith("file:")));
  await page.close();
}
