#!/usr/bin/env bash
# Fails where a translation is not complete: messages that are unfinished or vanished, texts of the sources that are not
# in the files, placeholders that differ.
set -euo pipefail
top=$(cd "$(dirname "$0")/../.." && pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp "$top"/translations/*.ts "$copy"
"$top/translations/update.sh" "$copy"
status=0
for file in "$top"/translations/*.ts; do
    name=$(basename "$file")
    if ! diff -u "$file" "$copy/$name" >"$copy/difference"; then
        echo "$name is not up to date; run translations/update.sh and translate what is new:"
        head -60 "$copy/difference"
        status=1
    fi
    if grep -nE 'type="(unfinished|vanished|obsolete)"' "$file"; then
        echo "$name has messages that are not finished"
        status=1
    fi
done
python3 "$top/tests/words/placeholders.py" "$top"/translations/*.ts || status=1
[ $status -eq 0 ] && echo "$(grep -c '<source>' "$top/translations/sonde_nl.ts") texts, all of them in Dutch"
exit $status
