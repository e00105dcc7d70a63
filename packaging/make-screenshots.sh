#!/usr/bin/env bash
# Make the pictures of docs/ from the program itself: the window on the embedded workspace, and every window, dialog and
# message. Needs build/release (run-demo.sh builds it), build/dev (tests/run.sh does), python3-pil and the fonts of the
# machine; a fixed scale keeps the sizes alike.
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
sonde=$top/build/release/bin/sonde
mkdir -p "$top/docs"
export QT_QPA_PLATFORM=offscreen QT_SCALE_FACTOR=1
for theme in light dark; do
    "$sonde" --demo --theme "$theme" --size 1400x860 --screenshot "$top/docs/window-$theme.png"
    echo "docs/window-$theme.png"
done
# Those of docs/rows.md and docs/editor.md, in few colours, which makes them small.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
picture() { # SCENE THEME NAME
    SONDE_SCREENSHOTS=$work "$top/tests/support/with-home.sh" "$top/build/dev/tests/sonde_pictures" \
        --only "$1" --size 1200x760
    python3 -c 'import sys; from PIL import Image; Image.open(sys.argv[1]).convert("RGB").quantize(256, method=1).save(sys.argv[2], optimize=True)' \
        "$work/$1-$2.png" "$top/docs/$3.png"
    echo "docs/$3.png"
}
for scene in filtered-rows:filters grouped-rows:groups row-details:details zone-of-tab:clocks \
    compared-rows:compared export:export; do
    picture "${scene%:*}" light "rows-${scene#*:}"
done
for scene in completing:completion parameters-of-a-call:call pointing-at-a-name:hover problems:problems tables:tables \
    parameters:parameters; do
    for theme in light dark; do
        picture "${scene%:*}" $theme "editor-${scene#*:}-$theme"
    done
done
# Every window in English and Dutch, light and dark, with text of 100 % and 200 %; and in high contrast.
SONDE_SCREENSHOTS=$top/docs/pictures
export SONDE_SCREENSHOTS QT_QPA_PLATFORM=xcb
mkdir -p "$SONDE_SCREENSHOTS"
pictures() {
    "$top/tests/support/with-home.sh" "$top/tests/support/with-window.sh" "$top/build/dev/tests/sonde_pictures" "$@"
}
for language in en nl; do
    pictures --language "$language" --suffix "-$language-100"
    pictures --language "$language" --suffix "-$language-200" --text 200 --size 1600x1000
done
pictures --language nl --suffix -nl-contrast --high-contrast
ls "$SONDE_SCREENSHOTS"/*.png
