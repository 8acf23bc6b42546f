// How the editor looks: as the page does, light and dark. The page's variables reach into the shadow root.
import { HighlightStyle } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

export const highlighting = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier, tags.controlKeyword, tags.definitionKeyword, tags.moduleKeyword], fontWeight: "600" },
  { tag: [tags.bool, tags.null], fontWeight: "600" },
  { tag: tags.comment, color: "var(--soft)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--string)" },
  { tag: tags.number, color: "var(--number)" },
]);

const marked = { textDecoration: "underline wavy var(--fail)", textDecorationSkipInk: "none", backgroundImage: "none" };

export const look = EditorView.theme({
  "&": { height: "100%", color: "var(--ink)", backgroundColor: "var(--sheet)", fontSize: "inherit" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "inherit", fontVariantLigatures: "none", scrollbarWidth: "thin", scrollbarColor: "var(--rule) transparent" },
  ".cm-content": { padding: "0.5rem 0 1.5rem", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 1rem 0 0" },
  ".cm-cursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "0.125rem" },
  ".cm-gutters": { backgroundColor: "var(--sheet)", color: "var(--soft)", border: "0", minWidth: "var(--gutter)", justifyContent: "flex-end" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "1.75rem", padding: "0 0.75rem 0 0", fontSize: "0.8125rem" },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--wash) 55%, transparent)" },
  "& .cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": { background: "var(--flash)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "transparent", outline: "0.0625rem solid var(--edge)" },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "var(--fail-wash)" },
  ".cm-gutter-lint": { width: "1rem" },
  ".cm-gutter-lint .cm-gutterElement": { padding: "0 0.125rem", display: "grid", placeItems: "center" },
  ".cm-lint-marker": { width: "0.75rem", height: "0.75rem" },
  ".cm-lint-marker-error": { content: "none", borderRadius: "50%", backgroundColor: "var(--fail)" },
  ".cm-lintRange-error": marked,
  ".cm-lintPoint-error:after": { borderBottomColor: "var(--fail)" },
  ".cm-tooltip": { border: "0.0625rem solid var(--edge)", backgroundColor: "var(--sheet)", color: "var(--ink)", borderRadius: "0.25rem", fontFamily: "var(--sans)", fontSize: "0.9375rem", maxWidth: "28rem" },
  ".cm-diagnostic": { padding: "0.375rem 0.625rem" },
  ".cm-diagnostic-error": { borderLeft: "0.25rem solid var(--fail)" },
});
