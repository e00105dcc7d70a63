#!/usr/bin/env bash
# Build Sonde's disk image on macOS with Homebrew's libraries and DuckDB's own package. Written, and not run: see README.
#   packaging/macos/build.sh DUCKDB [IDENTITY [NOTARY_PROFILE]]
# DUCKDB is the unpacked libduckdb-osx-universal.zip of DuckDB's release: libduckdb.dylib, duckdb.h. With IDENTITY
# ("Developer ID Application: ...") everything is signed; with NOTARY_PROFILE (xcrun notarytool store-credentials) the
# image is notarised and stapled: without it Gatekeeper refuses what was downloaded.
set -euo pipefail
top=$(cd "$(dirname "$0")/../.." && pwd)
duck=$(cd "$1" && pwd) identity=${2:-} profile=${3:-}
cd "$top"

brew install cmake ninja pkg-config node qt qscintilla2 qtkeychain simdjson tl-expected cpp-httplib openssl@3 \
    libxlsxwriter
(cd resources && npm ci --ignore-scripts --no-audit --no-fund --force) # the pinned DuckDB is Linux's
cmake --preset release -DCMAKE_PREFIX_PATH="$(brew --prefix)" -DCMAKE_OSX_DEPLOYMENT_TARGET=11.0 \
    -DSONDE_DUCKDB_LIBRARY="$duck/libduckdb.dylib" -DSONDE_DUCKDB_INCLUDE="$duck"
cmake --build --preset release
stage=build/release/stage
rm -rf "$stage"
cmake --install build/release --prefix "$stage"
app=$stage/Sonde.app

if [ -n "$identity" ]; then
    sign() { codesign --force --timestamp --options runtime --sign "$identity" "$@"; }
    # From the inside out; --deep signs plugins with the wrong options.
    find "$app/Contents/Frameworks" "$app/Contents/PlugIns" -name '*.dylib' -print0 | while IFS= read -r -d '' file; do sign "$file"; done
    find "$app/Contents/Frameworks" -maxdepth 1 -name '*.framework' -print0 | while IFS= read -r -d '' file; do sign "$file"; done
    [ ! -e "$app/Contents/MacOS/sonde-sandbox" ] ||
        sign --entitlements packaging/macos/entitlements.plist "$app/Contents/MacOS/sonde-sandbox"
    sign --entitlements packaging/macos/entitlements.plist "$app"
    codesign --verify --deep --strict "$app"
fi
# cpack would install afresh, and lose the signatures: the image is made of what was signed.
version=$(sed -n 's/^CMAKE_PROJECT_VERSION:STATIC=//p' build/release/CMakeCache.txt)
image=build/release/sonde-$version-macos.dmg
ln -sfn /Applications "$stage/Applications"
hdiutil create -ov -volname Sonde -srcfolder "$stage" -format UDZO "$image"
if [ -n "$identity" ] && [ -n "$profile" ]; then
    codesign --timestamp --sign "$identity" "$image"
    xcrun notarytool submit "$image" --keychain-profile "$profile" --wait
    xcrun stapler staple "$image"
fi
echo "$image"
