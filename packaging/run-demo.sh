#!/usr/bin/env bash
# Install what is missing, build Sonde, and start it on the embedded workspace: no Azure account, no network.
# Without a display it prints the rows of a first query, and the path of a picture of the window with those rows.
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top"

packaging/install-build-dependencies.sh
cmake --preset release --log-level=WARNING
cmake --build --preset release --target sonde sonde-sandbox

sonde=$top/build/release/bin/sonde
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$sonde" --demo "$@"
fi

echo
echo "There is no display; here are the rows of a first query:"
"$sonde" query --demo --format table \
    --text 'Event | where EventLevelName == "Error" | summarize count() by Computer | top 5 by count_'
picture=$top/build/release/window.png
# What Qt says of a screen that is not there is no trouble of this machine's.
QT_QPA_PLATFORM=offscreen "$sonde" --demo --screenshot "$picture" "$@" \
    2> >(grep -vE '^(This plugin does not support|QStandardPaths: XDG_RUNTIME_DIR not set)' >&2)
echo
echo "And a picture of the window with the rows of its first query: $picture"
