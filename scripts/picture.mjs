// Makes docs/interleave.png anew from the built page, dist/, with what drives the browser in tests/e2e:
//     npm ci --prefix tests/e2e && node scripts/picture.mjs
import { createRequire } from "node:module";
import { existsSync } from "node:fs";
import { host, root, settled } from "../tests/e2e/harness.mjs";

const { chromium } = createRequire(new URL("../tests/e2e/", import.meta.url))("playwright-core");
const executablePath = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync);

// The step at which the talk's bank loses 10.
const STEP = 395;

const server = await host();
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, colorScheme: "light", reducedMotion: "reduce" });
const page = await context.newPage();
await page.goto(`${server.page}?lesson=bank-thread-pool&step=${STEP}`);
await settled(page, ({ step }) => step === STEP);
await page.evaluate(() => document.fonts.ready);
await page.screenshot({ path: `${root}docs/interleave.png` });
await browser.close();
await server.stop();
