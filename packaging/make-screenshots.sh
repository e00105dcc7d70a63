#!/usr/bin/env bash
# Make the pictures of docs/ from the program itself: the window on the embedded workspace, and every window, dialog and
# message. Needs build/release (run-demo.sh builds it), build/dev (tests/run.sh does) and the fonts of the machine; a
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
# Every window in English and Dutch, light and dark, with fonts at 100 % and at 200 %.
SONDE_SCREENSHOTS=$top/docs/pictures tests=$top/build/dev/tests
export SONDE_SCREENSHOTS QT_QPA_PLATFORM=xcb
mkdir -p "$SONDE_SCREENSHOTS"
for language in en nl; do
    for percent in 100 200; do
        QT_FONT_DPI=$((96 * percent / 100)) "$top/tests/support/with-home.sh" "$top/tests/support/with-window.sh" \
            "$tests/sonde_pictures" --language "$language" --suffix "-$language-$percent"
    done
done
ls "$SONDE_SCREENSHOTS"/*.png
