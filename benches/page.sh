#!/usr/bin/env bash
# What the built page, dist/, weighs and takes in a browser. See scripts/bench.
set -euo pipefail
# shellcheck source=scripts/env
source "$(dirname "$0")/../scripts/env"

cd "$root"
[[ -e dist/index.html ]] || die "There is no dist/: scripts/build makes it."
npm ci --silent --prefix benches/page || die "What drives the browser, and Pyodide, cannot be had from npm."
node benches/page/run.mjs "$@"
