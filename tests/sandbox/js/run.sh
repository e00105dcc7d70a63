#!/usr/bin/env bash
# Microsoft's JavaScript clients, pinned in package-lock.json, query the sandbox over TLS; the rows must be those that
# `sonde query` prints, and errors, partial answers, render, statistics and limits what the client knows from the
# service. Exit code 77 (skipped) where Node is too old or the packages cannot be installed.
#   run.sh BIN_FOLDER WORK_FOLDER
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
bin=$1
work=$2

skip() { echo "Skipped: $*"; exit 77; }
fail() { echo "Failed: $*" >&2; exit 1; }

command -v node >/dev/null || skip "there is no Node here."
command -v npm >/dev/null || skip "there is no npm here."
command -v openssl >/dev/null || skip "there is no openssl here."
major=$(node -p 'process.versions.node.split(".")[0]')
[ "$major" -ge 20 ] || skip "Node $major is too old for @azure/identity 4.13; 20 is needed."
[ -x "$bin/sonde-sandbox" ] || fail "$bin/sonde-sandbox has not been built."

# The packages live in the build folder and are installed again only when the lock changes.
mkdir -p "$work"
if ! cmp -s "$here/package-lock.json" "$work/installed-lock.json"; then
    cp "$here/package.json" "$here/package-lock.json" "$work/"
    (cd "$work" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) ||
        skip "the packages could not be installed."
    cp "$here/package-lock.json" "$work/installed-lock.json"
fi
cp "$here"/*.mjs "$work/"

run=$(mktemp -d)
sandbox=
cleanup() {
    [ -z "$sandbox" ] || kill "$sandbox" 2>/dev/null
    rm -rf "$run"
}
trap cleanup EXIT

# Makes a sandbox, waits for its line of JSON and leaves that in $run/NAME.json.
start() {
    local name=$1
    shift
    "$bin/sonde-sandbox" --rows 20000 "$@" >"$run/$name.json" &
    sandbox=$!
    for _ in $(seq 300); do
        [ -s "$run/$name.json" ] && return
        kill -0 "$sandbox" 2>/dev/null || fail "the sandbox did not start."
        sleep 0.1
    done
    fail "the sandbox did not say that it serves."
}

openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 \
    -keyout "$run/key.pem" -out "$run/certificate.pem" 2>/dev/null || fail "no certificate could be made."
start tls --certificate "$run/certificate.pem" --key "$run/key.pem"

queries=(
    'Event | summarize count() by Computer, EventLevelName | order by Computer asc, EventLevelName asc'
    'Perf | where CounterName == "% Processor Time" | project Computer, CounterValue, InstanceName | order by Computer asc, CounterValue asc | take 200'
    'SigninLogs | summarize n = count(), d = dcount(UserPrincipalName) by ResultType | order by n desc, ResultType asc'
    'print a = true, b = 12345678901, c = 0.1, d = "text", e = datetime(2026-11-22 16:02:03.5), f = 90s, g = int(null)'
)
for index in "${!queries[@]}"; do
    (cd "$work" && NODE_TLS_REJECT_UNAUTHORIZED=0 NODE_NO_WARNINGS=1 \
        node query.mjs "$run/tls.json" "${queries[$index]}") >"$run/client-$index.jsonl" ||
        fail "Microsoft's client got no rows for: ${queries[$index]}"
    [ -s "$run/client-$index.jsonl" ] || fail "there are no rows for: ${queries[$index]}"
    echo "$(wc -l <"$run/client-$index.jsonl") rows through Microsoft's client."
done

# What is no row: errors, partial answers, limits. Each set of scenarios has a sandbox with the limits or faults it needs.
scenarios() {
    local name=$1
    shift
    for scenario in "$@"; do
        (cd "$work" && NODE_TLS_REJECT_UNAUTHORIZED=0 NODE_NO_WARNINGS=1 node service.mjs "$run/$name.json" "$scenario") ||
            fail "Microsoft's client and the sandbox do not agree in: $scenario"
    done
}
scenarios_with() {
    local scenario=$1
    shift
    kill "$sandbox" && wait "$sandbox"
    start "$scenario" --certificate "$run/certificate.pem" --key "$run/key.pem" "$@"
    scenarios "$scenario" "$scenario"
}
scenarios tls types noRows errors otherWorkspaces tokens renderAndStatistics serverTimeout
scenarios_with partialRows --limit rows=5
scenarios_with partialBytes --limit bytes=2000
scenarios_with throttled --fault throttle=2
scenarios_with tooManyRequests --limit requests=2
scenarios_with unavailable --fault 503
scenarios_with gatewayTimeout --fault 504

if [ ! -x "$bin/sonde" ]; then
    echo "The program has not been built, so its rows are not compared."
    exit 0
fi
# A self-signed certificate is no good to Sonde, so it asks a second sandbox of the same rows over plain HTTP. Both ask
# for more days than there are, so that no row comes or goes with the moment.
kill "$sandbox" && wait "$sandbox"
start plain
for index in "${!queries[@]}"; do
    "$bin/sonde" query --endpoints "$run/plain.json" --range 60d --format jsonl --text "${queries[$index]}" \
        >"$run/sonde-$index.jsonl" || fail "sonde query refused: ${queries[$index]}"
    node "$here/compare.mjs" "$run/client-$index.jsonl" "$run/sonde-$index.jsonl" ||
        fail "the rows differ for: ${queries[$index]}"
done
