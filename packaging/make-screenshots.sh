#!/usr/bin/env bash
# Make the pictures of docs/ from the program itself, on the embedded workspace. Needs build/release (run-demo.sh
# builds it) and the fonts of the machine; a fixed scale keeps the sizes alike.
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
sonde=$top/build/release/bin/sonde
mkdir -p "$top/docs"
export QT_QPA_PLATFORM=offscreen QT_SCALE_FACTOR=1
for theme in light dark; do
    "$sonde" --demo --theme "$theme" --size 1400x860 --screenshot "$top/docs/window-$theme.png"
    echo "docs/window-$theme.png"
done
