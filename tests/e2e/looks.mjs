// What can be held to rules of how the page looks: axe-core's, and that nothing is cut off or lies over something else.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { atEnd, attempt, check, lessons, open, press, settled } from "./harness.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Width, height, and whether all of the page must be seen without scrolling. */
const SIZES = [
  [1280, 720, true],
  [1920, 1080, true],
  [390, 844, false],
];

export async function look(context, address) {
  const { page, errors } = await open(context);
  await page.goto(address);
  await settled(page);
  for (const lesson of await lessons(page)) {
    await attempt(`looks of ${lesson}`, async () => {
      await page.setViewportSize({ width: 1280, height: 720 });
      await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
      await page.goto(`${address}?lesson=${lesson}`);
      const { steps } = await settled(page);
      await page.locator(".scrubber").fill(String(Math.floor(steps / 2)));
      await settled(page, ({ step }) => step === Math.floor(steps / 2));
      await page.evaluate(axe);
      await accessible(page, `${lesson}, light`);
      await page.emulateMedia({ colorScheme: "dark" });
      await accessible(page, `${lesson}, dark`);
      await measure(page, lesson);
      await page.setViewportSize({ width: 1280, height: 720 });
      await stand(page, lesson, steps);
      await sumUp(page, lesson);
      await page.goto(`${address}?embed=1&lesson=${lesson}`);
      await settled(page);
      await page.setViewportSize({ width: 1280, height: 720 });
      await page.evaluate(axe);
      await accessible(page, `${lesson}, embedded`);
      check(`console of ${lesson}`, errors());
    });
  }
  await lookOver(page, address, errors);
  await attempt("on paper", () => onPaper(page, address, errors));
  await page.close();
}

// What lies over the picture or beside the code, when it is asked for.
async function lookOver(page, address, errors) {
  await page.setViewportSize({ width: 1280, height: 720 });
  for (const scheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await page.goto(`${address}?lesson=lost-update`);
    await settled(page);
    await page.evaluate(axe);
    for (const [name, key] of Object.entries({ help: "?", "in words": "w", "a comparison": "c" })) {
      await attempt(`${name}, ${scheme}`, async () => {
        await press(page, key);
        await page.getByRole("dialog").or(page.locator(".sheet")).first().waitFor();
        await accessible(page, `${name}, ${scheme}`);
        await press(page, "Escape");
        await page.locator(".sheet").waitFor({ state: "detached" });
        check(`console of ${name}, ${scheme}`, errors());
      });
    }
    await attempt(`the sheet of links and files, ${scheme}`, async () => {
      await page.getByRole("button", { name: /^Share/ }).click();
      await accessible(page, `links and files, ${scheme}`);
      await press(page, "Escape");
    });
    await attempt(`explore, ${scheme}`, async () => {
      await page.getByRole("button", { name: "Explore", exact: true }).click();
      await accessible(page, `explore, ${scheme}`);
      await page.getByRole("button", { name: "Explore all", exact: true }).click();
      await page.locator("[role=status] h3").first().waitFor();
      await accessible(page, `explored, ${scheme}`);
      check(`console of explore, ${scheme}`, errors());
    });
    await attempt(`the editor, ${scheme}`, () => lookAtEditor(page, address, scheme, errors));
  }
}

// On paper all parts stand one under the other, with what is in them.
async function onPaper(page, address, errors) {
  await page.goto(`${address}?lesson=deadlock`);
  await settled(page);
  await press(page, "End");
  await settled(page, atEnd);
  await page.emulateMedia({ media: "print" });
  const wrong = await page.evaluate(() =>
    [".code .lines", ".state .sum", ".state .locks", ".console", ".lanes-drawing"].filter((part) => {
      const panel = document.querySelector(part).closest(".panel").getBoundingClientRect();
      const { top, bottom, height } = document.querySelector(part).getBoundingClientRect();
      return height < 10 || top < panel.top - 1 || bottom > panel.bottom + 1;
    }),
  );
  await page.emulateMedia({ media: "screen" });
  check("on paper", [...errors(), ...wrong.map((part) => `${part} is cut off`)]);
}

async function lookAtEditor(page, address, scheme, errors) {
  for (const embed of ["", "embed=1&"]) {
    const name = `the editor, ${scheme}${embed && ", embedded"}`;
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.goto(`${address}?${embed}lesson=lost-update`);
    await settled(page);
    await page.evaluate(axe);
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    await page.locator("interleave-editor .cm-content").waitFor();
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("# mine\n");
    await page.waitForFunction(() => location.hash.includes("code="));
    await accessible(page, name);
    await page.keyboard.type("import nonsense\n");
    await page.locator(".editing .wrong").waitFor();
    await accessible(page, `${name}, with a problem`);
    if (embed) {
      check(`boxes of ${name}`, await page.evaluate(wrongBoxes, true));
    } else {
      await measure(page, name);
    }
    await page.getByRole("button", { name: "Undo all", exact: true }).click();
    await page.locator(".editing .wrong").waitFor({ state: "detached" });
    check(`console of ${name}`, errors());
  }
}

async function accessible(page, name) {
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  check(
    `axe: ${name}`,
    violations.map(({ id, nodes }) => `${id}, ${nodes.length} times: ${nodes[0].target.join(" ")} (${nodes[0].failureSummary?.split("\n")[1]?.trim()})`),
  );
}

async function measure(page, lesson) {
  for (const [width, height, whole] of SIZES) {
    await page.setViewportSize({ width, height });
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    check(`boxes of ${lesson} at ${width}x${height}`, await page.evaluate(wrongBoxes, whole));
  }
}

// From step to step no part of the page moves. A ring of waits is the one thing that takes the room it needs.
async function stand(page, lesson, steps) {
  const boxes = () =>
    page.evaluate(() =>
      [...document.querySelectorAll("main > *, .state > section, .sum, .predict")].map((part) => {
        const { x, y, width, height } = part.getBoundingClientRect();
        return `${part.className || part.getAttribute("aria-label")}: ${[x, y, width, height].map(Math.round)}`;
      }),
    );
  const wrong = new Set();
  let first;
  for (let place = 0; place < 16; place++) {
    const step = Math.floor((steps * place) / 16);
    await page.locator(".scrubber").fill(String(step));
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    const now = await boxes();
    first ??= now;
    if (await page.locator(".ring").count()) continue;
    now.filter((box) => !first.includes(box)).forEach((box) => wrong.add(box));
  }
  check(`places of ${lesson}`, [...wrong]);
}

// What is said of the sum at the end stands beside it.
async function sumUp(page, lesson) {
  await press(page, "End");
  await settled(page, atEnd);
  const wrong = await page.evaluate(() => {
    const [sum, verdict] = [".sum", ".sum .verdict"].map((part) => document.querySelector(part)?.getBoundingClientRect());
    const within = !sum || (verdict.top >= sum.top && verdict.bottom <= sum.bottom && verdict.left >= sum.left && verdict.right <= sum.right);
    return !within && `it is at ${Math.round(verdict.left)}, ${Math.round(verdict.top)}`;
  });
  check(`the sum of ${lesson}`, wrong);
}

// Runs in the page.
function wrongBoxes(whole) {
  const wrong = [];
  const { scrollWidth, scrollHeight } = document.scrollingElement;
  if (scrollWidth > innerWidth) wrong.push(`the page is ${scrollWidth} wide`);
  if (whole && scrollHeight > innerHeight) wrong.push(`the page is ${scrollHeight} high`);

  const name = (element) => `${element.tagName.toLowerCase()}.${[...element.classList].join(".")}`;
  const drawn = (element) => element.getClientRects().length && getComputedStyle(element).visibility !== "hidden";
  const parts = [...document.querySelectorAll("main > *")].filter((part) => drawn(part) && getComputedStyle(part).position === "static");
  for (const [index, one] of parts.entries()) {
    const a = one.getBoundingClientRect();
    for (const other of parts.slice(index + 1)) {
      const b = other.getBoundingClientRect();
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 1 && down > 1) wrong.push(`${name(one)} and ${name(other)} lie over one another`);
    }
  }

  // What is cut off can be scrolled to, says by dots that there is more, or is for ears alone.
  const scrolls = (style) => ["auto", "scroll"].includes(style.overflowX) || ["auto", "scroll"].includes(style.overflowY);
  const meant = (element) => {
    const style = getComputedStyle(element);
    return scrolls(style) || style.textOverflow === "ellipsis" || style.webkitLineClamp !== "none" || style.clipPath !== "none" || element.matches(".hidden, svg, svg *, input, select");
  };
  for (const element of document.querySelectorAll("main *")) {
    if (!drawn(element) || element.closest("svg, .hidden")) continue;
    const style = getComputedStyle(element);
    const cuts = style.overflowX !== "visible" || style.overflowY !== "visible";
    if (cuts && !meant(element) && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)) {
      wrong.push(`${name(element)} is cut off: ${element.scrollWidth}x${element.scrollHeight} in ${element.clientWidth}x${element.clientHeight}`);
    }
    let around = element;
    while (around && !meant(around) && getComputedStyle(around).overflowX === "visible") around = around.parentElement;
    const { right, left } = element.getBoundingClientRect();
    if (!around && (right > innerWidth + 1 || left < -1)) wrong.push(`${name(element)} goes from ${left} to ${right}`);
  }
  return wrong.slice(0, 5);
}
