// Starts the page. Trunk's own starter is an inline script, which a strict Content-Security-Policy refuses;
// this one is a file, and reads the hashed addresses off the preload links that Trunk writes into the head.
const address = (link) => document.head.querySelector(link).href;

const { default: start } = await import(address("link[rel=modulepreload]"));
await start({ module_or_path: address("link[rel=preload][href$='.wasm']") });

// Keeps the page for when there is no network, library and all, once there is nothing better to do. A page from a disk
// or in a sandboxed frame has no origin, and there is nothing that could keep it; some browsers keep nothing in any frame.
if (location.protocol.startsWith("http") && self.origin !== "null" && isSecureContext) {
  const idle = self.requestIdleCallback ?? ((then) => setTimeout(then, 1_000));
  idle(() => navigator.serviceWorker?.register("worker.js").catch(() => {}));
}
