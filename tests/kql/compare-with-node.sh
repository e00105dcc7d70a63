#!/bin/sh
# Compares `sonde check` and `sonde format` over a folder of .kql files with Node's run of the same language service:
#   tests/kql/compare-with-node.sh FOLDER SCHEMA.json [SONDE]
# FOLDER is read, not changed; SCHEMA is as `sonde check --schema` takes it. Prints what differs; exit 1 if anything.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=$(cd "$1" && pwd)
schema=$(realpath "$2")
sonde=$(realpath "${3:-$here/../../build/dev/bin/sonde}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$folder" "$work/node"
cp -r "$folder" "$work/sonde"
list() (cd "$1" && find . -name '*.kql' | LC_ALL=C sort)
list "$work/node" >"$work/files"
(cd "$work/node" && node "$here/js/reference.mjs" \
    "$here/../../resources/node_modules/@kusto/language-service-next/" "$schema" "$work/files" "$work/out")
cd "$work/sonde"
export QT_QPA_PLATFORM=offscreen
tr '\n' '\0' <"$work/files" | xargs -0 "$sonde" check --schema "$schema" >"$work/check.txt" || [ $? -lt 124 ]
tr '\n' '\0' <"$work/files" | xargs -0 "$sonde" format --write >"$work/written.txt" || [ $? -lt 124 ]
echo "$(wc -l <"$work/files") files; check: $(wc -l <"$work/out/check.txt") lines by Node," \
    "$(wc -l <"$work/check.txt") by Sonde; format: $(wc -l <"$work/written.txt") files changed by Sonde"
failed=0
diff "$work/out/check.txt" "$work/check.txt" || failed=1
n=0
while IFS= read -r file; do
    cmp "$work/out/fmt/$n.kql" "$file" || failed=1
    n=$((n + 1))
done <"$work/files"
[ $failed = 0 ] && echo "no difference"
exit $failed
