#!/usr/bin/env bash
# Check the recipes for systems that are not here: that CMake, shell and XML understand them, and what else can be told.
#   recipes.sh SOURCE OUTPUT
set -euo pipefail
source=$1 out=$2
rm -rf "$out"
mkdir -p "$out"
id=$(sed -n 's/^set(SONDE_APPLICATION_ID "\(.*\)")$/\1/p' "$source/CMakeLists.txt")
left=()

cmake -D SOURCE_DIR="$source" -D OUTPUT="$out" -P "$(dirname "$0")/lint-recipes.cmake"
echo "ok - CMake reads the lists for Windows and macOS"

if command -v makensis >/dev/null; then
    mkdir -p "$out/files/bin"
    echo stand-in >"$out/files/bin/sonde.exe"
    (cd "$out" && cpack --config windows-cpack.cmake -G NSIS -B "$out/nsis" >"$out/nsis.log" 2>&1) ||
        { cat "$out/nsis.log" "$out"/nsis/_CPack_Packages/*/NSIS/NSISOutput.log; exit 1; }
    echo "ok - makensis makes an installer from the script for it"
else
    left+=("makensis (nsis)")
fi

if command -v xmllint >/dev/null; then
    xmllint --noout --nonet "$out/Info.plist" "$source/packaging/macos/entitlements.plist"
else
    left+=("xmllint (libxml2-utils)")
fi
grep -qF "<string>$id</string>" "$out/Info.plist"
! grep -n '\${\|@[A-Z_]*@' "$out/Info.plist" "$out/sonde.rc"
echo "ok - property lists and resource script are filled"

for script in "$source"/packaging/*.sh "$source"/packaging/*/*.sh "$source"/tests/packaging/*.sh; do
    bash -n "$script"
done
echo "ok - bash reads the scripts"

"$source/packaging/flatpak/make-manifest.sh" "$out/flatpak" --lock-only >/dev/null
# CMake's own reader of JSON is always here.
cat >"$out/json.cmake" <<'END'
file(READ ${OUT}/flatpak/${ID}.json manifest)
file(READ ${OUT}/flatpak/npm-sources.json sources)
string(JSON id GET "${manifest}" id)
string(JSON arguments GET "${manifest}" finish-args)
string(JSON count LENGTH "${sources}")
if(NOT id STREQUAL ID OR count LESS 5)
    message(FATAL_ERROR "The manifest is of ${id}, with ${count} sources.")
endif()
foreach(index RANGE 3)
    string(JSON sum GET "${sources}" ${index} sha512)
    string(LENGTH "${sum}" length)
    if(NOT length EQUAL 128)
        message(FATAL_ERROR "“${sum}” is no sha512.")
    endif()
endforeach()
if(arguments MATCHES "filesystem|session-bus|device=all")
    message(FATAL_ERROR "The sandbox is opened too far: ${arguments}")
endif()
END
cmake -D OUT="$out" -D ID="$id" -P "$out/json.cmake"
if command -v flatpak-builder >/dev/null; then
    flatpak-builder --show-manifest "$out/flatpak/$id.json" >/dev/null
    echo "ok - flatpak-builder reads the manifest and its sources"
else
    left+=("flatpak-builder")
    echo "ok - the manifest and its sources are JSON with what they must have"
fi
[ ${#left[@]} -eq 0 ] || echo "not checked, since not here: ${left[*]}"
