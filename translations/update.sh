#!/usr/bin/env bash
# Bring the translations up to date with the texts of the sources: new ones come in unfinished, those that are gone
# go. English has a file for its plurals only. An argument is another folder with the files, which the test of the
# translations uses. Then: linguist translations/sonde_nl.ts.
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
folder=${1:-$top/translations}
lupdate=$(command -v lupdate6 || echo "$(qmake6 -query QT_HOST_BINS)/lupdate")

cd "$top"
mapfile -d '' sources < <(find src ui \( -name '*.cpp' -o -name '*.h' -o -name '*.ui' \) -print0 | LC_ALL=C sort -z)
# The headers are found from src/, as the compiler finds them; else tr() has no class.
common=(-I src -locations none -no-obsolete -silent "${sources[@]}")
"$lupdate" -pluralonly -source-language en -target-language en "${common[@]}" -ts "$folder/sonde_en.ts"
"$lupdate" -source-language en -target-language nl "${common[@]}" -ts "$folder/sonde_nl.ts"
