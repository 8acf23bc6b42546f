// The tables of what searches come to:
//     node benches/explore.mjs beside FIGURES
//     node benches/explore.mjs wasm FIGURES MODULE PROGRAM.py...
// FIGURES is what interleave-bench and interleave-beside printed.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, resolve } from "node:path";
import { print } from "./table.mjs";

/** A search in wasm is made again, and its shortest time counts, until it took so many milliseconds of processor time in all. */
const AGAIN = 3_000;

const [what, figures, ...rest] = process.argv.slice(2);
const lines = readFileSync(figures, "utf8").trimEnd().split("\n").map((line) => line.split("\t"));
const ours = lines
  .filter((words) => words.length === 8)
  .map(([program, schedules, traces, states, operations, outcomes, end, seconds]) => {
    return { program, tool: "interleave", schedules, traces, states, operations, outcomes, end, seconds: Number(seconds) };
  });
const theirs = lines
  .filter((words) => words.length === 6)
  .map(([program, tool, executions, outcomes, seconds, end]) => ({ program, tool, executions, outcomes, end, seconds: Number(seconds) }));

const grouped = (text) => (/^\d+$/.test(text) ? text.replace(/\B(?=(\d{3})+$)/g, ",") : (text ?? "-"));
const times = (ratio) => `${ratio >= 100 ? Math.round(ratio) : ratio.toPrecision(2)}x`;

function beside() {
  const rows = ours.flatMap((own) =>
    [own, ...theirs.filter(({ program }) => program === own.program)].map((row) => {
      const ratio = row === own ? "1x" : (row.end === "done" ? "" : ">") + times(row.seconds / own.seconds);
      const counts = ["executions", "schedules", "traces", "states", "operations", "outcomes"].map((key) => grouped(row[key]));
      return [row === own ? row.program : "", row.tool, ...counts, row.seconds.toFixed(4), ratio, row.end];
    }),
  );
  print(["program", "tool", "executions", "schedules", "traces", "states", "operations", "outcomes", "seconds", "ratio", ""], rows);
}

/** How many milliseconds processors have worked for this process; what else the machine does makes little difference to it. */
function processor() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** The shortest time of a search, in seconds, and what it came to. The first ones are longer: V8 is still compiling. */
function search(explore, source) {
  let all = 0;
  let shortest = Infinity;
  for (;;) {
    const start = processor();
    const found = explore(source);
    const taken = processor() - start;
    all += taken;
    shortest = Math.min(shortest, taken);
    if (all > AGAIN) return { found, seconds: shortest / 1_000 };
  }
}

function wasm([module, ...programs]) {
  const { explore } = createRequire(import.meta.url)(resolve(module));
  const rows = programs.map((path) => {
    const name = basename(path, ".py");
    const native = ours.find(({ program }) => program === name);
    const { found, seconds } = search(explore, readFileSync(path, "utf8"));
    const counts = ["schedules", "traces", "states", "operations", "outcomes", "end"].map((key) => native[key]);
    const same = found === counts.join("\t") ? "the same counts" : `other counts: ${found}`;
    return [name, native.seconds.toFixed(4), seconds.toFixed(4), times(seconds / native.seconds), same];
  });
  print(["program", "native s", "wasm s", "ratio", ""], rows);
}

if (what === "beside") beside();
else wasm(rest);
