#!/usr/bin/env bash
# The steps of debian-package.sh that are taken inside the clean root.
set -euo pipefail

ok() { echo "ok - $1"; }
fail() { echo "FAILED - $1"; exit 1; }

# As a user without rights, who cannot get any either.
tester=(setpriv --reuid=tester --regid=tester --clear-groups --no-new-privs --inh-caps=-all --bounding-set=-all
    env -i HOME=/home/tester USER=tester PATH=/usr/bin:/bin LC_ALL=C.UTF-8 XDG_RUNTIME_DIR=/tmp/runtime)
as_tester() { "${tester[@]}" "$@"; }

# A first window needs a second or so; a slow machine more.
wait_for() {
    for _ in $(seq 300); do
        if eval "$1"; then return 0; fi
        sleep 0.1
    done
    return 1
}

prepare() {
    useradd --create-home --shell /bin/bash tester
    touch /var/tmp/home-made
    apt-get update -qq
}

try() {
    local version=${1%-*}
    cd /home/tester
    install -d -m 700 -o tester -g tester /tmp/runtime
    as_tester sh -c 'echo Heartbeat >mine.kql'

    [ "$(as_tester sonde --version | head -1)" = "sonde $version" ] || fail "sonde --version"
    as_tester sonde --version | sed 's/^/    /'
    as_tester sonde-sandbox --version | grep -q "^sonde-sandbox $version (Qt .*DuckDB v.*commit " || fail "sonde-sandbox --version"
    ok "both programs tell their version"

    as_tester sonde query --demo --text 'datatable(n: long, name: string)[1, "one", 2, "two"] | extend square = n * n' \
        --out rows.csv 2>/tmp/progress || { cat /tmp/progress; fail "sonde query"; }
    printf 'n,name,square\r\n1,one,1\r\n2,two,4\r\n' | cmp - rows.csv || { cat rows.csv; fail "the rows"; }
    as_tester sonde query --demo --text 'Heartbeat | distinct OSType | order by OSType asc' >/tmp/systems 2>/tmp/progress ||
        { cat /tmp/progress; fail "sonde query"; }
    printf 'OSType\r\nLinux\r\nWindows\r\n' | cmp - /tmp/systems || { cat /tmp/systems; fail "the rows of the sample data"; }
    sed 's/^/    /' rows.csv /tmp/systems
    ok "sonde query --demo answers with the rows that are expected"

    local page warnings
    for page in sonde sonde-sandbox; do
        warnings=$(MANWIDTH=80 man --warnings -E UTF-8 -P cat "$page" 2>&1 >/tmp/page) || fail "man $page"
        [ -z "$warnings" ] || { echo "$warnings"; fail "man $page warns"; }
        grep -q -- --version /tmp/page || fail "man $page is empty"
    done
    ok "the manual pages are found and give no warning"

    # shellcheck disable=SC2016
    as_tester bash -c 'source /usr/share/bash-completion/completions/sonde; COMP_WORDS=(sonde query --format m); COMP_CWORD=3
        _sonde; [ "${COMPREPLY[*]}" = markdown ]' || fail "completion"
    ok "bash completes sonde query --format m to markdown"

    # It takes a number that is free: those of the machine around this root are in its way.
    Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>/tmp/display >/tmp/xvfb.log 2>&1 &
    local server=$!
    wait_for '[ -s /tmp/display ]' || { cat /tmp/xvfb.log; fail "Xvfb"; }
    local display
    display=:$(cat /tmp/display)
    as_tester DISPLAY="$display" sonde --demo --size 1400x860 --screenshot window.png || fail "the window"
    [ "$(head -c 4 window.png | tail -c 3)" = PNG ] || fail "the picture"
    ok "the window opens on an X server for a user without rights"

    # No function: its process is to become the program, which is then told to end.
    "${tester[@]}" DISPLAY="$display" sonde mine.kql >/tmp/sonde.log 2>&1 &
    local running=$!
    wait_for 'ls /tmp/runtime/sonde-*.socket >/dev/null 2>&1' || { cat /tmp/sonde.log; fail "the running program is not found"; }
    as_tester DISPLAY="$display" timeout 30 sonde --new-query || fail "sonde --new-query"
    wait_for '[ "$(ls .local/share/sonde/sessions/1/tabs 2>/dev/null | wc -l)" -ge 1 ]' || fail "no tab is kept"
    kill -TERM "$running"
    wait "$running" || fail "it ends with $? on SIGTERM"
    kill "$server"
    wait "$server" || true
    ok "sonde --new-query is taken by the running program, which ends when it is told to"
}

case $1 in
prepare) prepare ;;
install) apt-get install -y --no-install-recommends /var/tmp/sonde.deb ;;
try) try "$2" ;;
purge) apt-get purge -y --auto-remove sonde ;;
esac
