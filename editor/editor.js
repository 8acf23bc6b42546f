// The editor, as an element that is used like a <textarea>: `value` is its text, and each change is an `input` event.
//     <interleave-editor aria-label="Program"></interleave-editor>
// Besides, `problems` are marked in it, and `goTo` shows a place. It is CodeMirror 6 in a shadow root: there its styles are
// constructed sheets, which the page's Content-Security-Policy has nothing against, and the page's own do not reach it.
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { pythonLanguage } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { highlighting, look } from "./look.js";

// The last state of an editor, with its history: what was done can be undone when the same text is opened again.
let last;

class InterleaveEditor extends HTMLElement {
  #view;

  disconnectedCallback() {
    this.#view?.destroy();
    this.#view = undefined;
  }

  get value() {
    return this.#view?.state.doc.toString() ?? "";
  }
  set value(text) {
    if (!this.#view) {
      const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      const state = last?.doc.toString() === text ? last : EditorState.create({ doc: text, extensions: extensions() });
      this.#view = new EditorView({ state, parent: root, root, dispatchTransactions: (done) => this.#dispatch(done) });
      this.#view.contentDOM.setAttribute("aria-label", this.getAttribute("aria-label") ?? "");
      last = state;
    } else if (this.value !== text) {
      // What comes from outside can be undone, too.
      this.#view.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert: text } });
    }
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

  #dispatch(transactions) {
    this.#view.update(transactions);
    last = this.#view.state;
    if (transactions.some(({ docChanged }) => docChanged)) this.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
}

function extensions() {
  return [
    lintGutter(),
    lineNumbers(),
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
    // Whoever came in by Tab must be able to leave: the page takes an Escape that is for nothing here.
    keymap.of([...lintKeymap, ...historyKeymap, ...defaultKeymap, indentWithTab]),
    EditorView.contentAttributes.of({ "aria-description": "Tab indents. Escape leaves the editor.", spellcheck: "false", tabindex: "0" }),
  ];
}

// A place by its line and the characters before it there, as the machine counts them: by code points.
function place(state, line, column) {
  const { from, text } = state.doc.line(Math.min(Math.max(line, 1), state.doc.lines));
  return from + [...text].slice(0, column).join("").length;
}

if (!customElements.get("interleave-editor")) customElements.define("interleave-editor", InterleaveEditor);
