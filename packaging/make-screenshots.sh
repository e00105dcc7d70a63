#!/usr/bin/env bash
# Make the pictures of docs/ from the program itself: the window on the embedded workspace, and its dialogs, docks and
# messages. Needs build/release (run-demo.sh builds it), build/dev (tests/run.sh does) and the fonts of the machine; a
# fixed scale keeps the sizes alike.
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
sonde=$top/build/release/bin/sonde
mkdir -p "$top/docs"
export QT_QPA_PLATFORM=offscreen QT_SCALE_FACTOR=1
for theme in light dark; do
    "$sonde" --demo --theme "$theme" --size 1400x860 --screenshot "$top/docs/window-$theme.png"
    echo "docs/window-$theme.png"
done
SONDE_SCREENSHOTS=$top/docs/pictures tests=$top/build/dev/tests
export SONDE_SCREENSHOTS
mkdir -p "$SONDE_SCREENSHOTS"
QT_QPA_PLATFORM=xcb "$top/tests/support/with-home.sh" "$top/tests/support/with-window.sh" "$tests/sonde_pictures"
ls "$SONDE_SCREENSHOTS"/*.png
