// The editor, as an element that is used like a <textarea>: `value` is its text, and each change is an `input` event.
//     <interleave-editor aria-label="Program"></interleave-editor>
// Besides, `problems` are marked in it, `threads` are shown in its gutter, and `keep` names a text, so that its history
// outlives the element. It is CodeMirror 6 in a shadow root: there its styles are constructed sheets, which the page's
// Content-Security-Policy has nothing against, and the page's own styles do not reach it.
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { pythonLanguage } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { highlighting, look } from "./look.js";

// The states of texts by name, with their history: what was undone can be done again when the editor is opened again.
const kept = new Map();

class InterleaveEditor extends HTMLElement {
  static observedAttributes = ["aria-label", "aria-describedby"];
  #view;

  connectedCallback() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const before = kept.get(this.keep);
    const text = this.#first ?? "";
    const state = before?.doc.toString() === text ? before : EditorState.create({ doc: text, extensions: this.#extensions() });
    this.#view = new EditorView({ state, parent: root, root });
    this.#name();
    this.addEventListener("focus", () => this.#view?.focus());
  }

  disconnectedCallback() {
    this.#view?.destroy();
    this.#view = undefined;
  }

  attributeChangedCallback() {
    this.#name();
  }

  /** Which text it is: under the same name, a text has the same history. */
  keep = "";

  #first;

  get value() {
    return this.#view?.state.doc.toString() ?? this.#first ?? "";
  }
  set value(text) {
    this.#first = text;
    const { doc } = this.#view?.state ?? {};
    // What was set from outside can be undone, too.
    if (doc && doc.toString() !== text) this.#view.dispatch({ changes: { from: 0, to: doc.length, insert: text } });
  }

  /** What is wrong with the text: { line, column, endLine, endColumn, message } in lines from 1 and characters from 0. */
  set problems(problems) {
    if (!this.#view) return;
    const { state } = this.#view;
    const marks = problems.map(({ line, column, endLine, endColumn, message }) => {
      const from = place(state, line, column);
      const to = Math.max(place(state, endLine, endColumn), from);
      return { from, to, severity: "error", message };
    });
    this.#view.dispatch(setDiagnostics(state, marks.sort((a, b) => a.from - b.from)));
  }

  focus() {
    this.#view?.focus();
  }

  /** Puts the cursor into a line, and shows it. */
  goTo(line, column = 0) {
    if (!this.#view) return;
    const at = place(this.#view.state, line, column);
    this.#view.dispatch({ selection: { anchor: at }, scrollIntoView: true });
    this.#view.focus();
  }

  // What is edited is named by the element's own label.
  #name() {
    const content = this.#view?.contentDOM;
    if (content) content.setAttribute("aria-label", this.getAttribute("aria-label") ?? "");
  }

  #extensions() {
    // Whoever came in by Tab must be able to leave: Escape tells the page, and is for nothing else here.
    const leave = { key: "Escape", run: () => this.dispatchEvent(new CustomEvent("leave", { bubbles: true })) || true };
    const changed = EditorView.updateListener.of(({ docChanged, state }) => {
      kept.set(this.keep, state);
      if (docChanged) this.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
    return [
      lineNumbers(),
      lintGutter(),
      history(),
      drawSelection(),
      indentOnInput(),
      bracketMatching(),
      highlightActiveLine(),
      indentUnit.of("    "),
      EditorState.tabSize.of(4),
      pythonLanguage,
      syntaxHighlighting(highlighting),
      look,
      keymap.of([leave, ...lintKeymap, ...historyKeymap, ...defaultKeymap, indentWithTab]),
      EditorView.contentAttributes.of({ "aria-description": "Tab indents. Escape leaves the editor.", spellcheck: "false" }),
      changed,
    ];
  }
}

// A place by its line and the characters before it there, as the machine counts them: by code points.
function place(state, line, column) {
  const { from, text } = state.doc.line(Math.min(Math.max(line, 1), state.doc.lines));
  return from + [...text].slice(0, column).join("").length;
}

if (!customElements.get("interleave-editor")) customElements.define("interleave-editor", InterleaveEditor);
