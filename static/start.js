// Starts the page. Trunk's own starter is an inline script, which a strict Content-Security-Policy refuses; this one is
// a file, and reads the hashed addresses off the head. In the page that is one file, the parts are elements of it.
const packed = (part) => document.getElementById(part);
const later = document.head.querySelector("meta[name=later]")?.content ?? packed("later");

async function open(part, address) {
  const element = packed(part);
  if (!element) return fetch(address);
  const bytes = Uint8Array.from(atob(element.textContent), (letter) => letter.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(unpacked, { headers: { "Content-Type": "application/wasm" } });
}

// Gets a file while all else waits: the way to a function that is called before it is there.
function openNow(address) {
  const request = new XMLHttpRequest();
  request.open("GET", address, false);
  // Each byte becomes a letter whose lower half it is.
  request.overrideMimeType("text/plain; charset=x-user-defined");
  request.send();
  if (request.status !== 200) throw new Error(`${address}: ${request.status}`);
  return new WebAssembly.Module(Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0)));
}

// The functions that the first picture does not need: src/later.rs.
let module;
let there = !later;
const compile = async () => (module ??= await WebAssembly.compile(await (await open("later", later)).arrayBuffer()));
globalThis.bringLater = (first) => {
  if (there) return;
  try {
    new WebAssembly.Instance(module ?? openNow(later), { first });
    there = true;
  } catch (error) {
    say("A part of Interleave could not be loaded. Reload the page when there is a network: its address has what was shown.", String(error));
    throw error;
  }
};

function say(...lines) {
  document.querySelector(".broken")?.remove();
  const message = document.createElement("div");
  message.className = "broken";
  message.role = "alert";
  message.append(...lines.map((line) => Object.assign(document.createElement("p"), { textContent: line })));
  document.body.append(message);
}

// After an error within the machine nothing on the page can be trusted. Its address still has all that was shown.
for (const kind of ["error", "unhandledrejection"]) {
  addEventListener(kind, (event) => {
    const error = event.error ?? event.reason;
    if (!(error instanceof WebAssembly.RuntimeError) || document.querySelector(".broken")) return;
    say("Something went wrong in Interleave itself. Reload the page: its address has what was shown.", String(error));
  });
}

try {
  const { default: start, complete } = await import(document.head.querySelector("link[rel=modulepreload]").href);
  // A program in the address has to be compiled, and an element cannot be opened while all else waits.
  const wanted = later && (location.hash.length > 1 || packed("later")) ? compile() : undefined;
  const wasm = document.head.querySelector("link[rel=preload][href$='.wasm']")?.href;
  const first = open("wasm", wasm);
  await wanted;
  await start({ module_or_path: first });
  // If it does not come now, it may when it is called for.
  if (later) compile().then(complete, () => {});
} catch (error) {
  if (typeof WebAssembly === "undefined") say("Interleave needs WebAssembly, and this browser has none or does not allow it.");
  else say("Interleave could not be loaded. Reload the page when there is a network.", String(error));
}

// Keeps the page for when there is no network, library and all, once there is nothing better to do. A page from a disk
// or in a sandboxed frame has no origin, and there is nothing that could keep it; some browsers keep nothing in any frame.
if (location.protocol.startsWith("http") && self.origin !== "null" && isSecureContext) {
  const idle = self.requestIdleCallback ?? ((then) => setTimeout(then, 1_000));
  idle(() => navigator.serviceWorker?.register("worker.js").catch(() => {}));
}
