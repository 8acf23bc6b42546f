// Starts the page. Trunk's own starter is an inline script, which a strict Content-Security-Policy refuses;
// this one is a file, and reads the hashed addresses off the preload links that Trunk writes into the head.
const address = (link) => document.head.querySelector(link).href;

const { default: start } = await import(address("link[rel=modulepreload]"));
await start({ module_or_path: address("link[rel=preload][href$='.wasm']") });
