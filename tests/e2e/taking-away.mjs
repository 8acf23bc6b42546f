// What is saved as a file can be read: traces by JSON.parse, the timeline by the browser's own reader of SVG.
import { readFile } from "node:fs/promises";
import { attempt, check, open, press, settled } from "./harness.mjs";

const STEP = 200;

export async function takeAway(context, address) {
  const { page, errors } = await open(context);
  await page.goto(`${address}?lesson=rlock&step=${STEP}`);
  const { steps } = await settled(page, ({ step }) => step === STEP);
  const seed = await page.locator("#seed").inputValue();
  await page.getByRole("button", { name: /^Share:/ }).click();

  const save = async (name) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name, exact: true }).click()]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
  };
  const file = (name, wanted, wrong) =>
    attempt(name, async () => {
      const saved = await save(name);
      check(name, [...errors(), saved.name !== wanted && `it is called ${saved.name}`, ...(await wrong(saved.text))]);
    });
  const stem = `rlock-seed${seed}-step${STEP}`;

  await file("Trace, JSON", `${stem}.trace.json`, (text) => {
    const { format, version, events, threads } = JSON.parse(text);
    return [format !== "interleave-trace" && format, version !== 1 && version, events.length !== steps && `${events.length} events`, threads.length < 3 && "threads are missing"];
  });
  await file("Trace for Perfetto", `${stem}.perfetto.json`, (text) => {
    const { traceEvents } = JSON.parse(text);
    const of = (category) => traceEvents.filter(({ cat }) => cat === category).length;
    const wrong = traceEvents.find(({ ph, ts, dur }) => ph !== "M" && (!(ts >= 0) || (ph === "X" && !(dur >= 0))));
    return [!of("running") && "nothing runs", !of("hold") && "no lock is held", !of("switch") && "nothing switches", wrong && JSON.stringify(wrong)];
  });
  await file("Timeline, SVG", `${stem}.svg`, (text) =>
    page.evaluate((text) => {
      const drawing = new DOMParser().parseFromString(text, "image/svg+xml");
      const { width, height } = drawing.documentElement.viewBox?.baseVal ?? {};
      return [
        drawing.querySelector("parsererror")?.textContent,
        drawing.documentElement.nodeName !== "svg" && drawing.documentElement.nodeName,
        !(width > 500 && height > 100) && `it is ${width}x${height}`,
        drawing.querySelector("script, style, image, [class], [href]") && "it needs something from elsewhere",
      ];
    }, text),
  );
  await file("Program", "account.py", (text) => [!text.includes("threading.RLock()") && "it is another program"]);
  await attempt("a run that is too long for a trace says so", async () => {
    const endless = `0${Buffer.from("n = 0\nwhile n < 100_000:\n    n += 1\n").toString("base64url")}`;
    await page.goto("about:blank");
    await page.goto(`${address}#code=${endless}`);
    await page.locator(".counter").waitFor();
    await press(page, "End");
    await settled(page, ({ step, steps }) => step === steps && steps > 200_000);
    await page.getByRole("button", { name: /^Share:/ }).click();
    await page.getByRole("button", { name: "Trace, JSON", exact: true }).click();
    await page.getByRole("alert").filter({ hasText: "interleave run --trace" }).waitFor();
    check("a run that is too long for a trace says so", errors());
  });
  await page.close();
}
