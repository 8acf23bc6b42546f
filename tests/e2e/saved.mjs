// The page saves itself as one file, which opens from a disk at what was shown, asks nothing of any host, and saves itself again.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { atEnd, attempt, check, open, press, settled, shown } from "./harness.mjs";

const STEP = 200;
const OWN = "import threading\nn = 0\ndef add():\n    global n\n    n += 1\nfor _ in range(2):\n    threading.Thread(target=add).start()\n";

export async function saveAndOpen(context, address) {
  const folder = await mkdtemp(join(tmpdir(), "interleave-"));
  const { page, errors } = await open(context);
  const save = async (name) => {
    await page.getByRole("button", { name: /^Share:/ }).click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Page, HTML", exact: true }).click()]);
    const file = join(folder, name);
    await download.saveAs(file);
    await page.keyboard.press("Escape");
    return pathToFileURL(file).href;
  };
  // What a file asks for, but itself.
  const asked = [];
  page.on("request", (request) => {
    if (page.url().startsWith("file:") && !/^(data|blob|file):/.test(request.url())) asked.push(request.url());
  });

  let file;
  await attempt("a lesson is saved", async () => {
    await page.goto(`${address}?lesson=rlock&step=${STEP}`);
    await settled(page, ({ step }) => step === STEP);
    const before = await shown(page);
    file = await save("lesson.html");
    await page.goto(file);
    await settled(page, ({ step }) => step === STEP);
    check("a lesson is saved", [...errors(), (await shown(page)) !== before && "it shows something else", ...asked]);
  });
  await attempt("a saved lesson plays, and opens others", async () => {
    await press(page, "End");
    await settled(page, atEnd);
    await page.getByRole("combobox", { name: "Lesson", exact: true }).selectOption("bank-row-locks");
    await page.waitForURL((url) => url.searchParams.get("lesson") === "bank-row-locks");
    await press(page, "End");
    await settled(page, atEnd);
    check("a saved lesson plays, and opens others", [...errors(), (await page.locator(".problems").count()) && "the program lacks a module", ...asked]);
  });
  await attempt("a saved lesson is embedded", async () => {
    await page.goto(`${file}?embed=1`);
    await settled(page, ({ step }) => step === STEP);
    check("a saved lesson is embedded", [...errors(), !(await page.locator("main.embed").count()) && "it is not embedded"]);
  });
  await attempt("a file saves itself with a program", async () => {
    // The editor is part of the page by then, and must not be so twice.
    await page.goto(file);
    await settled(page);
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    await page.locator("interleave-editor .cm-content").waitFor();
    await page.goto(`${file}#code=0${Buffer.from(OWN).toString("base64url")}`);
    await page.getByText("global n").waitFor();
    await settled(page);
    const again = await save("again.html");
    await page.goto(again);
    await settled(page);
    const program = await page.locator(".lines .text").allTextContents();
    const scripts = await page.evaluate(() => document.querySelectorAll("script[type=module]").length);
    check("a file saves itself with a program", [...errors(), program[4] !== "    n += 1" && `it has ${program}`, scripts !== 1 && `${scripts} modules`, ...asked]);
  });
  await page.close();
  await rm(folder, { recursive: true });
}
