// Every lesson and every run that it offers is played to its end, and its link shows the same again.
import { atEnd, attempt, check, lessons, open, press, settled, shown, until } from "./harness.mjs";

export async function playLessons(context, address) {
  const { page, errors } = await open(context);
  const other = await open(context);
  await page.goto(address);
  await settled(page);
  const first = await open(context);
  for (const lesson of await lessons(page)) {
    let opening;
    await attempt(`first picture of ${lesson}`, async () => (opening = await openFirst(first, address, lesson)));
    await attempt(`lesson ${lesson}`, () => play(page, errors, lesson, opening));
    await attempt(`link of ${lesson}`, () => share(page, other, lesson));
  }
  await page.close();
  await other.page.close();
  await first.page.close();
}

// What comes later is not needed for it. Where this fails, scripts/later finds out anew what can come later.
async function openFirst({ page, errors }, address, lesson) {
  await page.route("**/later-*.wasm", (route) => route.abort());
  await page.goto(`${address}?lesson=${lesson}`);
  await settled(page);
  const lacking = errors().filter((error) => !/Failed to (load resource|fetch)/.test(error));
  const said = await page.locator(".broken").count();
  check(`first picture of ${lesson}`, [...lacking, said && "it needs what comes later"]);
  return shown(page);
}

async function play(page, errors, lesson, opening) {
  await page.getByRole("combobox", { name: "Lesson", exact: true }).selectOption(lesson);
  await until(page, () => new URL(page.url()).searchParams.get("lesson") === lesson);
  await settled(page);
  // By now what comes later is there, with its data.
  check(`first picture of ${lesson}, again`, (await shown(page)) !== opening && "it differs from that without what comes later");
  const run = page.getByRole("combobox", { name: "Run", exact: true });
  const presets = await run.evaluate((select) => [...select.options].map((option) => option.value).filter(Boolean));
  for (const preset of presets) {
    await run.selectOption(preset);
    const name = `${lesson}, run ${preset}`;
    await attempt(name, async () => {
      // What is shown is of this run, not still of the one before.
      await settled(page);
      await press(page, "End");
      const { steps } = await settled(page, atEnd);
      const end = await shown(page);
      await press(page, "ArrowLeft");
      await until(page, ({ step }) => step === steps - 1);
      await press(page, "ArrowRight");
      await until(page, atEnd);
      const problem = await page.locator(".problems").count();
      check(name, [...errors(), (await shown(page)) !== end && "the end is another after a step back", problem && "it does not compile"]);
    });
  }
}

// The link is the address itself; it is opened in the middle of the run.
async function share(page, other, lesson) {
  const { steps } = await settled(page, atEnd);
  const middle = Math.floor(steps / 2);
  await page.locator(".scrubber").fill(String(middle));
  await settled(page, ({ step }) => step === middle);
  const before = await shown(page);
  await other.page.goto(page.url());
  await settled(other.page, ({ step }) => step === middle);
  check(`link of ${lesson}`, [...other.errors(), (await shown(other.page)) !== before && "it shows something else"]);
}
