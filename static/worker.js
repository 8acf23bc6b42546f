// Keeps the page, so that after the first visit it opens without a network. `scripts/worker.mjs` writes two lines above
// this one when the page is built: VERSION, a hash of all that FILES names, and FILES, with addresses from the page.
//
// The page itself is asked for from the network first: a new release is seen at once. All other files are taken as they
// are kept, for another release has another VERSION. A worker whose page is open is left in place until that page is
// closed, because the files of the library that the page may yet import are of its own release.

// How long the network may take for the page before the kept one is shown, in milliseconds.
const PATIENCE = 4_000;

// One host can have several of these pages, in folders of their own, and caches are shared by all of them.
const family = `interleave ${registration.scope} `;
const name = family + VERSION;
const kept = new Set(FILES.map((file) => new URL(file, registration.scope).href));
const home = new URL("./", registration.scope).href;

async function keep() {
  const cache = await caches.open(name);
  // All or nothing: a release of which a part is missing is no release.
  await cache.addAll([...kept].map((address) => new Request(address, { cache: "no-cache" })));
}

async function forgetOlder() {
  const names = await caches.keys();
  await Promise.all(names.filter((other) => other.startsWith(family) && other !== name).map((other) => caches.delete(other)));
  await clients.claim();
}

// A file as it is kept, if it is. No header of the request makes a difference to a static file.
async function find(address) {
  const cache = await caches.open(name);
  return cache.match(address, { ignoreVary: true });
}

async function open(request) {
  const network = fetch(request).catch(() => undefined);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const fresh = await Promise.race([network, late]);
  // A redirection is for the browser to follow.
  if (fresh?.ok || fresh?.type === "opaqueredirect") return fresh;
  return (await find(home)) ?? (await network) ?? Response.error();
}

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(forgetOlder()));
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const url = new URL(request.url);
  // What is shown is in the query, and never makes another file.
  const address = url.origin + url.pathname;
  if (request.mode === "navigate" && [home, `${home}index.html`].includes(address)) {
    event.respondWith(open(request));
  } else if (kept.has(address)) {
    event.respondWith(find(address).then((file) => file ?? fetch(request)));
  }
});
