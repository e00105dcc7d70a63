#!/usr/bin/env bash
# Build the package of one commit twice, in two folders and without a compiler cache, and compare the two byte for byte.
# Takes two whole builds, which is why ctest does not run it.
#   reproducible.sh [COMMIT]
set -euo pipefail
top=$(cd "$(dirname "$0")/../.." && pwd)
commit=${1:-HEAD}
work=$(mktemp -d "${TMPDIR:-/var/tmp}/sonde-reproducible-XXXXXX")
trap 'rm -rf "$work"' EXIT
export CCACHE_DISABLE=1
sums=()
for folder in "$work/one" "$work/another one, with a longer name"; do
    git clone --quiet --no-checkout "$top" "$folder"
    git -C "$folder" checkout --quiet --detach "$(git -C "$top" rev-parse "$commit")"
    [ ! -d "$top/resources/node_modules" ] || cp -a "$top/resources/node_modules" "$folder/resources/"
    "$folder/packaging/make-deb.sh" >"$work/log" 2>&1 || { tail -30 "$work/log"; exit 1; }
    sums+=("$(sha256sum "$folder"/build/release/*.deb | cut -d' ' -f1)")
    echo "${sums[-1]}  $(basename "$folder")"
done
[ "${sums[0]}" = "${sums[1]}" ] || { echo "The two packages differ."; exit 1; }
echo "The two packages are the same."
