// How the page is opened to be measured.
import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { open, root } from "../../tests/e2e/harness.mjs";

/** A program of the repository as the page's address holds one: src/state/packing.rs. */
export function own(path) {
  return `#code=1${deflateRawSync(readFileSync(root + path)).toString("base64url")}`;
}

/** A new page, with nothing kept from one before it. */
export async function fresh(browser) {
  const context = await browser.newContext({ serviceWorkers: "block", viewport: { width: 1280, height: 720 } });
  return { context, ...(await open(context)) };
}
