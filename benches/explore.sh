#!/usr/bin/env bash
# How long it takes to search all schedules of the programs in benches/programs/explore: beside loom and shuttle, and natively
# beside the wasm that the page has. See scripts/bench.
set -euo pipefail
# shellcheck source=scripts/env
source "$(dirname "$0")/../scripts/env"

cd "$root"
built=${CARGO_TARGET_DIR:-$root/target}
programs=(benches/programs/explore/*.py)
figures=$built/bench-figures
seconds=${BENCH_SECONDS:-60}

cargo build --quiet --release -p interleave-bench
"$built/release/interleave-bench" explore "$seconds" "${programs[@]}" >"$figures"

# The other tools, where they can be had.
if CARGO_TARGET_DIR=$built/beside cargo build --quiet --release --locked --manifest-path crates/bench/beside/Cargo.toml; then
    for program in "${programs[@]}"; do
        for tool in loom "loom, locked cells" shuttle; do
            # Should the tool not end with its time, it does with this.
            timeout $((seconds * 20)) "$built/beside/release/interleave-beside" "$tool" "$seconds" "$(basename "$program" .py)" \
                >>"$figures" || say "$tool came to no end with $program."
        done
    done
else
    say "The other tools cannot be built here: only ours is measured."
fi
node benches/explore.mjs beside "$figures"

# The engine as the page has it: the same profile, the same library of Rust's, the same passes of wasm-opt.
wasm=$root/target/web/bench
build=(for_wasm cargo build --quiet --profile wasm --target "$wasm_target" -p interleave-bench)
small "${build[@]}" 2>/dev/null || "${build[@]}"
rm -rf "$wasm"
wasm-bindgen --target nodejs --out-dir "$wasm" "$root/target/web/$wasm_target/wasm/interleave-bench.wasm"
read -ra passes < <(sed -nE 's/.*data-wasm-opt-params="([^"]*)".*/\1/p' index.html)
wasm-opt -Oz "${passes[@]}" -o "$wasm/interleave-bench_bg.wasm" "$wasm/interleave-bench_bg.wasm"
node benches/explore.mjs wasm "$figures" "$wasm/interleave-bench.js" "${programs[@]}"
