#!/usr/bin/env bash
# Install what Sonde is built from, where it is missing: Debian packages, and the npm packages that
# resources/package-lock.json pins. Arguments are further Debian packages.
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)

packages=(cmake ninja-build g++ pkg-config
    qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-declarative-dev
    libqt6svg6-dev libgl-dev qt6-translations-l10n libqscintilla2-qt6-dev qtkeychain-qt6-dev
    libsimdjson-dev libexpected-dev libcpp-httplib-dev libssl-dev openssl zlib1g-dev libxlsxwriter-dev
    fonts-dejavu-core libqt6sql6-sqlite "$@")
command -v npm >/dev/null || packages+=(npm)

missing=()
for package in "${packages[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
    echo "Installing ${#missing[@]} Debian packages: ${missing[*]}"
    as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    "${as_root[@]}" apt-get update -qq
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

modules=$top/resources/node_modules
lock=$(sha256sum <"$top/resources/package-lock.json")
if [ "$(cat "$modules/.sonde/lock" 2>/dev/null)" != "$lock" ]; then
    echo "Installing the npm packages of resources/package-lock.json"
    (cd "$top/resources" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
    # DuckDB's C header comes in the package "duckdb", whose other 119 packages are not wanted: taken alone, checked.
    mkdir -p "$modules/.sonde"
    (
        cd "$modules/.sonde"
        npm pack duckdb@1.4.4 --loglevel=error >/dev/null
        want=hEJJ5hyVF0VLj3dmOLpsWrQR0b3d4Ykqtygm6iUXjHJDDnSqg/USKxcb5qvNrOhFYPgktayU6dXCtgPqcmmpog==
        have=$(openssl dgst -sha512 -binary duckdb-1.4.4.tgz | openssl base64 -A)
        [ "$have" = "$want" ] || { echo "The package duckdb 1.4.4 is not the one expected (sha512 differs)." >&2; exit 1; }
        tar xzOf duckdb-1.4.4.tgz package/src/duckdb/src/include/duckdb.h >duckdb.h
        rm duckdb-1.4.4.tgz
    )
    printf '%s\n' "$lock" >"$modules/.sonde/lock"
fi
