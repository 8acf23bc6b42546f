// Buttons, keys, the scrubber and play: each goes where it says.
import { atEnd, attempt, check, open, press, settled, until, where } from "./harness.mjs";

/** Some lessons' first goals, each with moves that reach it: the fewest, as tests/goals.rs holds them to. */
const GOALS = [
  ["lost-update", "121"],
  ["print-thread-pool", "12"],
  ["quiz-two-locks", "12"],
  ["bank-thread-pool", "112212"],
];

export async function useControls(context, address) {
  const { page, errors } = await open(context);
  await page.goto(`${address}?lesson=bank-thread-pool&seed=12`);
  const { steps } = await settled(page);
  const button = (name) => page.getByRole("button", { name });
  const goes = (name, act, to) =>
    attempt(name, async () => {
      await act();
      await until(page, ({ step }) => step === to);
      check(name, errors());
    });

  await goes("key Home", () => press(page, "Home"), 0);
  await goes("key Right", () => press(page, "ArrowRight"), 1);
  await goes("ten keys at once", async () => { for (let i = 0; i < 10; i++) await press(page, "ArrowRight"); }, 11);
  await goes("key Left", () => press(page, "ArrowLeft"), 10);
  await goes("button Step", () => button(/^Step \(/).click(), 11);
  await goes("button Step back", () => button(/^Step back/).click(), 10);
  await goes("button To the end", () => button(/^To the end/).click(), steps);
  await goes("button To the start", () => button(/^To the start/).click(), 0);
  await goes("key End", () => press(page, "End"), steps);
  for (const step of [1, steps - 1, Math.floor(steps / 3), 0]) {
    await goes(`scrubber to ${step}`, () => page.locator(".scrubber").fill(String(step)), step);
  }
  await attempt("keys from switch to switch", async () => {
    await press(page, "Home");
    await until(page, ({ step }) => step === 0);
    await press(page, "Shift+ArrowRight");
    const first = (await until(page, ({ step }) => step > 0)).step;
    await press(page, "Shift+ArrowRight");
    await until(page, ({ step }) => step > first);
    await press(page, "Shift+ArrowLeft");
    await until(page, ({ step }) => step === first);
    check("keys from switch to switch", errors());
  });
  await attempt("key R", async () => {
    await press(page, "r");
    await page.waitForFunction(() => new URLSearchParams(location.search).get("seed") !== "12");
    check("key R", errors());
  });
  await attempt("play to the end", () => playToTheEnd(page, address, errors));
  await attempt("pause", () => pause(page, address, errors));
  for (const [lesson, moves] of GOALS) await attempt(`goal of ${lesson}`, () => reach(page, address, errors, lesson, moves));
  await page.close();
}

async function playToTheEnd(page, address, errors) {
  await page.goto(`${address}?lesson=bank-one-thread`);
  await settled(page);
  await press(page, "Home");
  const speed = page.getByRole("combobox", { name: "Speed", exact: true });
  await speed.selectOption({ index: (await speed.locator("option").count()) - 1 });
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await settled(page, atEnd);
  await page.getByRole("button", { name: "Play", exact: true }).waitFor();
  check("play to the end", errors());
}

async function pause(page, address, errors) {
  await page.goto(`${address}?lesson=bank-one-thread&step=0`);
  await settled(page);
  await press(page, " ");
  await page.getByRole("button", { name: "Pause", exact: true }).waitFor();
  await page.waitForFunction(() => !/^(step )?0 /.test(document.querySelector(".counter").textContent));
  await press(page, " ");
  const { step } = await settled(page);
  await page.waitForTimeout(300);
  check("pause", [...errors(), (await where(page)).step !== step && "it goes on"]);
}

// A person schedules, by keys and by buttons, takes a move back, and begins again.
async function reach(page, address, errors, lesson, moves) {
  await page.goto(`${address}?lesson=${lesson}&step=0`);
  await settled(page);
  const said = (words) => page.locator(".steer p span").filter({ hasText: words }).waitFor();
  const count = (number) => (number === 1 ? "1 move" : `${number} moves`);
  await page.getByRole("button", { name: /^Your turn/ }).click();
  await said(`${count(moves.length)} can do it`);
  for (const [place, thread] of [...moves].entries()) {
    if (place % 2) await press(page, thread);
    else await page.locator(".steer .go").and(page.getByTitle(`(key ${thread})`)).click();
    await said(new RegExp(`^(Done in )?${count(place + 1)}\\b`));
  }
  await said(`Done in ${count(moves.length)}, the fewest possible`);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await said(`${count(moves.length - 1)}; ${moves.length} can do it`);
  await page.getByRole("button", { name: "Again", exact: true }).click();
  await said(`${count(moves.length)} can do it`);
  check(`goal of ${lesson}`, errors());
}
