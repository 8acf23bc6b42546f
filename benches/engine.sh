#!/usr/bin/env bash
# How fast the engine runs programs, beside CPython 3.13, and what snapshots and seeking cost. See scripts/bench.
set -euo pipefail
# shellcheck source=scripts/env
source "$(dirname "$0")/../scripts/env"

cd "$root"
cargo build --quiet --release -p interleave-bench
figures=$(mktemp)
trap 'rm -f "$figures"' EXIT

programs=(benches/programs/*.py)
"${CARGO_TARGET_DIR:-target}/release/interleave-bench" engine "${programs[@]}" >"$figures"

# The shortest of eleven runs, without the interpreter's own start.
cpython() {
    "$python" - "$@" <<'PYTHON'
import sys
import time

for path in sys.argv[1:]:
    with open(path) as file:
        code = compile(file.read(), path, "exec")
    taken = []
    for _ in range(11):
        start = time.perf_counter()
        exec(code, {"__name__": "__main__"})
        taken.append(time.perf_counter() - start)
    name = path.rsplit("/", 1)[-1].removesuffix(".py")
    print(f"{name}: CPython\t{min(taken)}\tseconds")
PYTHON
}

python=$(python313 "${BENCH_PYTHON:-}") || python=
if [[ -n $python ]]; then
    cpython "${programs[@]}" >>"$figures"
else
    say "There is no python3.13 here to compare with: name one by BENCH_PYTHON."
fi

awk -F '\t' '
    { figure[$1] = $2; unit[$1] = $3 }
    sub(/: steps\t.*/, "") { names[++count] = $0; next }
    !/^[a-z_]+: / { others[++rest] = $1 }
    END {
        printf "%-10s %10s %14s %14s %14s %12s\n", "program", "steps", "M/s no trace", "M/s traced", "M/s CPython", "slower by"
        for (i = 1; i <= count; i++) {
            name = names[i]
            steps = figure[name ": steps"]
            cpython = figure[name ": CPython"]
            printf "%-10s %10d %14.1f %14.1f", name, steps, figure[name ": without trace"], figure[name ": with trace"]
            if (cpython > 0) printf " %14.1f %11.1fx\n", steps / cpython / 1e6, figure[name ": a run"] / cpython
            else printf " %14s %12s\n", "-", "-"
        }
        print ""
        for (i = 1; i <= rest; i++) printf "%-55s %12.4f %s\n", others[i], figure[others[i]], unit[others[i]]
    }' "$figures"
