#!/usr/bin/env bash
# Write the Flatpak manifest, and beside it the npm packages as sources that are fetched before the build, which has no
# network: names and checksums are those of resources/package-lock.json.
#   make-manifest.sh FOLDER; flatpak-builder --user --install build-flatpak FOLDER/ID.json
# With --lock-only the registry is not asked for addresses; the sources then have a made-up one, good for a check only.
set -euo pipefail
top=$(cd "$(dirname "$0")/../.." && pwd)
out=$1 lock_only=${2:-}
mkdir -p "$out"
id=$(sed -n 's/^set(SONDE_APPLICATION_ID "\(.*\)")$/\1/p' "$top/CMakeLists.txt")
sed -e "s|@SONDE_APPLICATION_ID@|$id|" -e "s|@SONDE_SOURCE_DIR@|$top|" "$top/packaging/flatpak/manifest.json.in" >"$out/$id.json"

hex() { openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n'; }
address() { # name version
    if [ "$lock_only" = --lock-only ]; then
        echo "https://registry.invalid/$1-$2.tgz"
    else
        npm view "$1@$2" dist.tarball
    fi
}
source_of() { # name version base64-of-sha512 folder more
    printf '  {\n    "type": "archive",\n    "archive-type": "tar-gzip",\n    "url": "%s",\n    "sha512": "%s",\n    "dest": "%s"%s\n  }' \
        "$(address "$1" "$2")" "$(printf %s "$3" | hex)" "$4" "$5"
}

# One line a package: name, version, checksum. The lock file is JSON of npm's own making, a key a line.
packages=$(awk -F'"' '/^    "node_modules\// { sub("node_modules/", "", $2); name = $2 }
    name && $2 == "version" { version = $4 } name && $2 == "integrity" { sub("sha512-", "", $4); print name, version, $4; name = "" }' \
    "$top/resources/package-lock.json")
header_version=$(sed -n 's/.*npm pack duckdb@\([0-9.]*\) .*/\1/p' "$top/packaging/install-build-dependencies.sh")
header_sum=$(sed -n 's/^ *want=//p' "$top/packaging/install-build-dependencies.sh")
{
    echo '['
    while read -r name version sum; do
        more=
        case $name in *linux-x64) more=$',\n    "only-arches": ["x86_64"]' ;; esac
        source_of "$name" "$version" "$sum" "resources/node_modules/$name" "$more"
        echo ,
    done <<<"$packages"
    source_of duckdb "$header_version" "$header_sum" duckdb-header ''
    echo ,
    cat <<'END'
  {
    "type": "shell",
    "commands": [
      "mkdir -p resources/node_modules/.sonde",
      "cp duckdb-header/src/duckdb/src/include/duckdb.h resources/node_modules/.sonde/"
    ]
  }
]
END
} >"$out/npm-sources.json"
echo "$out/$id.json"
