#!/usr/bin/env bash
# Build the preset `bench` and run every benchmark on this machine: pieces (interleaved, median of 7), the whole way
# beside Microsoft's JavaScript client and curl, the gaps of the window's event loop, and what a frame of a scrolled table
# takes. Prints Markdown; compare within one run only, and on a quiet machine.
set -euo pipefail
top=$(cd "$(dirname "$0")/../.." && pwd)
cd "$top"

packaging/install-build-dependencies.sh libbenchmark-dev xvfb xauth curl openssl python3
cmake --preset bench --log-level=WARNING >/dev/null
cmake --build --preset bench >/dev/null
bin=$top/build/bench/bin
clients=$top/build/bench/clients
if [ ! -d "$clients/node_modules" ]; then
    mkdir -p "$clients"
    cp tests/sandbox/js/package.json tests/sandbox/js/package-lock.json "$clients/"
    (cd "$clients" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
fi
"$bin/bench-pieces"
echo
python3 tests/bench/whole.py "$bin" "$clients"
echo
QT_QPA_PLATFORM=offscreen "$bin/bench-gui-gaps"
echo
QT_QPA_PLATFORM=offscreen "$bin/bench-scroll"
echo
QT_QPA_PLATFORM=offscreen "$bin/bench-cell-gaps"
# The language service, and typing while it works.
"$bin/bench-kql"
"$bin/bench-engine"
"$bin/bench-engine" 5000000
"$bin/bench-import"
QT_QPA_PLATFORM=offscreen "$bin/bench-typing" 2> /dev/null
