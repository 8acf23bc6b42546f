// <interleave-player>: the player in a frame, as an element of your page. One file, no build, no dependency:
//     <script src="interleave-player.js"></script>
//     <interleave-player lesson="lost-update" step="96" view="code,state"></interleave-player>
// docs/embedding.md describes its attributes, methods and events, and the messages that it is made of.
(() => {
  const VERSION = 1;
  // Beside this script is the page itself, unless the element's src says otherwise.
  const home = document.currentScript ? new URL("./", document.currentScript.src).href : "./";
  const SETTINGS = ["lesson", "program", "seed", "interval", "model", "schedule", "step", "explore", "autoplay", "theme", "font", "view", "keys"];

  // A program of your own, as the page's links have it: in the fragment, so that no host cuts it.
  const OWN = ["code", "file", "input", "outcome", "expect"];

  class InterleavePlayer extends HTMLElement {
    static observedAttributes = ["src", ...SETTINGS, ...OWN];
    #frame;
    #ready;
    #isReady = () => {};

    /** How the player stands: { query, step, steps, complete, playing, verdict }; null before it is ready. */
    state = null;

    connectedCallback() {
      this.#ready = new Promise((resolve) => (this.#isReady = resolve));
      if (!this.#frame) {
        const root = this.attachShadow({ mode: "open" });
        root.innerHTML =
          "<style>:host{display:block;aspect-ratio:16/9}:host([hidden]){display:none}iframe{display:block;width:100%;height:100%;border:0}</style>";
        this.#frame = document.createElement("iframe");
        this.#frame.title = this.getAttribute("title") ?? "Interleave: threads in Python, step by step";
        if (this.hasAttribute("sandbox")) this.#frame.sandbox = this.getAttribute("sandbox");
        this.#frame.allow = "clipboard-write; fullscreen";
        root.append(this.#frame);
      }
      window.addEventListener("message", this.#hear);
      this.#frame.src = this.#address();
    }

    disconnectedCallback() {
      window.removeEventListener("message", this.#hear);
      this.state = null;
    }

    attributeChangedCallback(name, before, after) {
      if (!this.#frame || !this.isConnected || before === after) return;
      if (name === "step" && this.state) this.goto(after);
      else this.#frame.src = this.#address();
    }

    /** Resolves when the player can be spoken to. */
    get ready() {
      return this.#ready;
    }
    /** Shows what a query opens: "lesson=bank-thread-pool&seed=12". */
    load(query) {
      this.#say("load", { query });
    }
    /** So many steps on: step(3). Frameworks set an attribute that has a name like this as a property; then it goes there. */
    get step() {
      return (count = 1) => this.#say("step", { count });
    }
    set step(place) {
      this.setAttribute("step", place);
    }
    /** So many steps back. */
    back(count = 1) {
      this.#say("back", { count });
    }
    /** To a step: a number, or "start", "end", "next-switch", "previous-switch". */
    goto(step) {
      this.#say("goto", { step: Number.isNaN(Number(step)) ? step : Number(step) });
    }
    play() {
      this.#say("play");
    }
    pause() {
      this.#say("pause");
    }

    #address() {
      const url = new URL(this.getAttribute("src") ?? home, document.baseURI);
      url.searchParams.set("embed", "1");
      for (const name of SETTINGS) {
        if (this.hasAttribute(name)) url.searchParams.set(name, this.getAttribute(name) || "1");
      }
      const own = OWN.filter((name) => this.hasAttribute(name)).map((name) => [name, this.getAttribute(name)]);
      if (own.length) url.hash = new URLSearchParams(own);
      return url.href;
    }

    async #say(type, parts = {}) {
      await this.#ready;
      this.#frame.contentWindow?.postMessage({ interleave: VERSION, type, ...parts }, "*");
    }

    #hear = ({ source, data }) => {
      if (!this.#frame || source !== this.#frame.contentWindow || data?.interleave !== VERSION) return;
      const { interleave, type, ...detail } = data;
      if (type === "ready") this.#isReady();
      if (type === "state") this.state = detail;
      this.dispatchEvent(new CustomEvent(`interleave:${type}`, { detail, bubbles: true, composed: true }));
    };
  }

  if (!customElements.get("interleave-player")) customElements.define("interleave-player", InterleavePlayer);
})();
