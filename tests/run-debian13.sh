#!/usr/bin/env bash
# What tests/run.sh does, in a Debian 13 of its own: a newer compiler, Qt 6.8 and newer libraries. Warnings are errors.
#   run-debian13.sh [--keep FOLDER] [arguments of ctest]
# The root is made with mmdebstrap from the mirror that this machine's apt uses (or SONDE_DEBIAN_MIRROR) and removed at
# the end; --keep makes it in FOLDER, leaves it there, and uses it again the next time. Everything in it runs in
# namespaces of its own, so no mount and no process outlives this script, and the tests have only a loopback network.
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
suite=trixie

fail() { echo "$*" >&2; exit 1; }

kept=
if [ "${1:-}" = --keep ]; then
    [ $# -ge 2 ] || fail "--keep needs a folder."
    kept=$2
    shift 2
fi

[ "$(id -u)" -eq 0 ] || fail "This must run as root, which may make namespaces and chroot; try sudo."
for tool in apt-get:apt mmdebstrap:mmdebstrap unshare:util-linux ip:iproute2 tar:tar; do
    command -v "${tool%%:*}" >/dev/null || fail "${tool%%:*} is missing; install the package ${tool##*:}."
done

# The archive from which this machine's apt takes its own release.
mirror=${SONDE_DEBIAN_MIRROR:-}
if [ -z "$mirror" ]; then
    distribution=$(. /etc/os-release && echo "$ID")
    release=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
    [ "$distribution" = debian ] || fail "This machine's apt knows no Debian mirror; set SONDE_DEBIAN_MIRROR to one."
    mirror=$(apt-get update --print-uris | sed -n "s,^'\(.*\)/dists/$release/InRelease'.*,\1,p" | head -n 1)
    [ -n "$mirror" ] || fail "apt's configuration names no mirror of $release; set SONDE_DEBIAN_MIRROR to one."
fi

root=
work=
child=
cleanup() {
    if [ -n "$child" ]; then
        kill -KILL "$child" 2>/dev/null || true
        wait "$child" 2>/dev/null || true
    fi
    [ -z "$work" ] || rm -rf --one-file-system "$work"
    [ -z "$root" ] || [ -n "$kept" ] || rm -rf --one-file-system "$root"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# Runs a command where it sees no process but its own and where its mounts are its own; both end with it. In the
# background, so that a signal is not answered only after it.
isolated() {
    unshare --mount --pid --fork --kill-child "$@" &
    child=$!
    local status=0
    wait "$child" || status=$?
    child=
    return "$status"
}

# inside NETWORK COMMAND...: runs a command in the root; with NETWORK loopback it reaches only itself.
inside() {
    local network=()
    [ "$1" != loopback ] || network=(--net)
    shift
    # shellcheck disable=SC2016
    isolated "${network[@]}" sh -ec '
        root=$1 network=$2
        shift 2
        [ -z "$network" ] || ip link set lo up
        mount -t proc proc "$root/proc"
        mount -t sysfs -o ro sysfs "$root/sys" 2>/dev/null || mount --rbind /sys "$root/sys"
        mount -t tmpfs tmpfs "$root/dev/shm"
        mount -t devpts -o newinstance,ptmxmode=0666,mode=0620 devpts "$root/dev/pts"
        exec chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 CI=true \
            CCACHE_DISABLE=1 sh -ec '\''cd /sonde && exec "$@"'\'' inside "$@"' \
        inside "$root" "${network[*]}" "$@"
}

work=$(mktemp -d "${TMPDIR:-/tmp}/sonde-debian13-XXXXXX")
if [ -n "$kept" ]; then
    mkdir -p "$kept"
    root=$(cd "$kept" && pwd)
else
    root=$work/root
    mkdir "$root"
fi
chmod 755 "$work" "$root"

if [ ! -x "$root/usr/bin/apt-get" ]; then
    echo "Making a Debian 13 root"
    # How this machine reaches its mirror is how the root does, too.
    apt-config dump | grep -E '^Acquire::(https?::([^ ]*::)?Proxy|Check-)' >"$work/apt.conf" || true
    isolated --mount-proc mmdebstrap --quiet --mode=root --variant=minbase --aptopt="$work/apt.conf" \
        --dpkgopt=force-unsafe-io "$suite" "$root" "$mirror" ||
        fail "mmdebstrap could not make a root of Debian 13 ($suite) from $mirror."
fi
cp -L /etc/resolv.conf "$root/etc/resolv.conf"

# The tree as it is, with what is not committed; a build of an earlier run stays.
mkdir -p "$root/sonde"
find "$root/sonde" -mindepth 1 -maxdepth 1 ! -name build -exec rm -rf {} +
tar -C "$top" -c --exclude=./build --exclude=./.git . | tar -C "$root/sonde" -x --no-same-owner
# The packages of Microsoft's clients cannot be had while the tests run: those of the build here serve, if there are.
if [ -f "$top/build/dev/tests/js/installed-lock.json" ]; then
    mkdir -p "$root/sonde/build/dev/tests"
    rm -rf "$root/sonde/build/dev/tests/js"
    cp -R "$top/build/dev/tests/js" "$root/sonde/build/dev/tests/"
fi

# With -N ctest lists the tests and runs none, so this installs and builds, as tests/run.sh does on any machine.
inside network tests/run.sh -N
# shellcheck disable=SC2016
inside network sh -c 'g++ --version | head -n 1
    dpkg-query -W qt6-base-dev libqscintilla2-qt6-dev qtkeychain-qt6-dev libsimdjson-dev libcpp-httplib-dev'
inside loopback ctest --preset dev "$@"
