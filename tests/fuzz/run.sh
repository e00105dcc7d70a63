#!/usr/bin/env bash
# Build the fuzz targets with Clang, under the address and undefined-behaviour sanitizers, and run them one after the
# other: run.sh [SECONDS [TARGET ...]], a minute in all where nothing is said.
# The targets that run queries (kqltext, classictext) make some ten or hundred runs a second, the others thousands.
#
# What they learn stays in build/fuzz/corpus, what they find in build/fuzz/findings. SONDE_RECORDINGS names a folder of
# recorded answers that are taken as further seeds (see tests/results/tst_recordings.cpp); they stay out of the tree.
set -euo pipefail
top=$(cd "$(dirname "$0")/../.." && pwd)
cd "$top"

seconds=${1:-60}
shift || true
targets=("$@")
if [ ${#targets[@]} -eq 0 ]; then
    mapfile -t targets < <(find tests/fuzz/corpus -mindepth 1 -maxdepth 1 -type d -printf '%f\n' | sort)
fi

cmake --preset fuzz --log-level=WARNING
cmake --build --preset fuzz -j "${SONDE_FUZZ_JOBS:-1}" --target "${targets[@]/#/fuzz_}"

mkdir -p build/fuzz/findings
if [ -n "${SONDE_RECORDINGS:-}" ]; then
    python3 tests/fuzz/seeds.py "$SONDE_RECORDINGS" build/fuzz/corpus
fi
python3 tests/fuzz/seeds.py --tests build/fuzz/corpus
dictionary_of() {
    case $1 in
        kqltext) echo kql ;;
        classictext) echo classic ;;
        fileimport) echo files ;;
        *) echo answers ;;
    esac
}
share=$((seconds / ${#targets[@]}))
failed=0
for target in "${targets[@]}"; do
    mkdir -p "build/fuzz/corpus/$target"
    echo "== $target, $share s"
    # The slowest input may take twenty seconds (a query gets two, its analysis eight), the largest be 64 KiB.
    "build/fuzz/tests/fuzz_$target" -max_total_time="$share" -timeout=20 -rss_limit_mb=2048 -max_len=65536 \
        -print_final_stats=1 \
        -dict="tests/fuzz/$(dictionary_of "$target").dict" -artifact_prefix="build/fuzz/findings/$target-" \
        "build/fuzz/corpus/$target" "tests/fuzz/corpus/$target" 2>&1 |
        grep -E 'ERROR|SUMMARY|Does not hold|Test unit written|runtime error|DONE|stat::number|stat::new|stat::peak|    #[0-9] ' ||
        failed=1
    if [ "${PIPESTATUS[0]}" -ne 0 ]; then
        failed=1
    fi
done
exit $failed
