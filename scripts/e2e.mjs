// Opens tests/e2e in a headless browser, with dist/ served beside it from another origin, and prints what it says.
//     node scripts/e2e.mjs DIST CHROMEDRIVER
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

const PATIENCE = 120_000;
const [dist, chromedriver] = process.argv.slice(2);
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

const children = [];
function start(command, ...args) {
  const child = spawn(command, args, { stdio: "ignore" });
  children.push(child);
  return child;
}

async function serve(folder) {
  const port = await freePort();
  start(process.execPath, here("static.mjs"), folder, port);
  return `http://127.0.0.1:${port}/`;
}

/** Speaks to the browser's driver: https://www.w3.org/TR/webdriver2/ */
async function driver() {
  const port = await freePort();
  start(chromedriver, `--port=${port}`);
  const base = `http://127.0.0.1:${port}`;
  const call = async (method, path, body) => {
    const response = await fetch(base + path, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (value?.error) throw new Error(value.message);
    return value;
  };
  for (let waited = 0; ; waited += 100) {
    const ready = await call("GET", "/status").catch(() => ({}));
    if (ready.ready) break;
    if (waited > 20_000) throw new Error("the browser's driver does not start");
    await pause(100);
  }
  const args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
  const capabilities = { alwaysMatch: { "goog:chromeOptions": { args } } };
  const { sessionId } = await call("POST", "/session", { capabilities });
  const session = `/session/${sessionId}`;
  return {
    open: (url) => call("POST", `${session}/url`, { url }),
    run: (script) => call("POST", `${session}/execute/sync`, { script, args: [] }),
    close: () => call("DELETE", session),
  };
}

let failed = 1;
try {
  const [page, tests, browser] = await Promise.all([serve(dist), serve(here("../tests/e2e")), driver()]);
  await browser.open(`${tests}embedding.html#${page}`);
  let said = "";
  for (let waited = 0; waited < PATIENCE && !said.endsWith("done"); waited += 200) {
    await pause(200);
    said = await browser.run("return document.getElementById('said').textContent");
  }
  await browser.close();
  const lines = said.split("\n");
  failed = lines.filter((line) => line.startsWith("FAILED")).length + Number(!said.endsWith("done"));
  console.log(said);
  console.log(`${lines.filter((line) => line.startsWith("ok")).length} passed, ${failed} failed`);
} catch (error) {
  console.error(error.message);
} finally {
  children.forEach((child) => child.kill());
}
process.exitCode = failed ? 1 : 0;
