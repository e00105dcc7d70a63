#!/usr/bin/env bash
# Make the icons of Windows and macOS from resources/sonde.svg. They are kept in the tree, since no tool for it is to be
# had everywhere; run this after a change of the drawing. Debian: librsvg2-bin, python3-pil.
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for size in 16 24 32 48 64 128 256 512; do
    rsvg-convert --width $size --height $size "$top/resources/sonde.svg" --output "$work/$size.png"
done
/usr/bin/python3 - "$work" "$top" <<'END'
import sys
from PIL import Image
work, top = sys.argv[1:]
images = {size: Image.open(f"{work}/{size}.png").convert("RGBA") for size in (16, 24, 32, 48, 64, 128, 256, 512)}
small = [16, 24, 32, 48, 64, 128]
images[256].save(f"{top}/packaging/windows/sonde.ico", sizes=[(s, s) for s in small + [256]],
                 append_images=[images[s] for s in small])
images[512].save(f"{top}/packaging/macos/sonde.icns", append_images=[images[s] for s in (16, 32, 64, 128, 256)])
END
