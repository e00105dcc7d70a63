#!/usr/bin/env bash
# Package a build tree, and try the package where nothing else is: lintian; a clean Debian root; apt; the window under
# Xvfb for a user without rights; a query; the manual; purge, after which only what dpkg and apt keep may differ.
#   debian-package.sh BUILD [FOLDER]    BUILD is the build tree; pictures and lists are left in FOLDER
# Ends with 77 and the reason where this machine cannot do it. Root, or a user who may make a namespace.
set -euo pipefail
build=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
out=${2:-$build/package-test}

skip() { echo "skipped: $1"; exit 77; }
ok() { echo "ok - $1"; }
fail() { echo "FAILED - $1"; exit 1; }

for tool in cpack dpkg-shlibdeps lintian mmdebstrap unshare strip; do
    command -v "$tool" >/dev/null || skip "there is no $tool here"
done
if [ "$(id -u)" -ne 0 ]; then
    namespace=(unshare --map-root-user --map-auto --mount)
    "${namespace[@]}" true 2>/dev/null || skip "this user is not root and may make no namespace"
    exec "${namespace[@]}" "$0" "$@"
fi
unshare --mount --pid --ipc --uts --fork true 2>/dev/null || skip "root may make no namespaces here"
sources=$(apt-get indextargets --format 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' 'Origin: Debian')
[ -n "$sources" ] || skip "apt here has no source of Debian's packages: run apt-get update"
# shellcheck disable=SC1091
suite=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
work=$(mktemp -d "${TMPDIR:-/var/tmp}/sonde-package-XXXXXX")
root=$work/root
trap 'rm -rf "$work"' EXIT
read -r _ mirror release _ <<<"$(grep " $suite " <<<"$sources")"
/usr/lib/apt/apt-helper download-file "${mirror%/}/dists/$release/InRelease" "$work/InRelease" >/dev/null 2>&1 ||
    skip "Debian's mirror is not reached from here"

mkdir -p "$out"
package_folder=$work/package
mkdir "$package_folder"
# Packed with gzip: xz takes minutes, and nothing of what is tried here depends on it.
(cd "$package_folder" && cpack --config "$build/CPackConfig.cmake" -G DEB -D CPACK_DEBIAN_COMPRESSION_TYPE=gzip -B "$package_folder" >"$out/cpack.log" 2>&1) ||
    { cat "$out/cpack.log"; fail "cpack"; }
deb=$(ls "$package_folder"/*.deb)
version=$(dpkg-deb --field "$deb" Version)
ok "cpack made $(basename "$deb"), $(du -h "$deb" | cut -f1)"

lintian --allow-root --fail-on error,warning "$deb" || fail "lintian"
ok "lintian found neither errors nor warnings"

depends=$(dpkg-deb --field "$deb" Depends) recommends=$(dpkg-deb --field "$deb" Recommends)
for package in libqt6svg6 libqt6sql6-sqlite qt6-qpa-plugins qt6-translations-l10n libqt6keychain1; do
    grep -qE "(^|, )$package( |,|\$)" <<<"$depends" || fail "the package does not depend on $package: $depends"
done
grep -qF 'org.freedesktop.secrets' <<<"$recommends" || fail "no Secret Service is recommended: $recommends"
ok "it depends on what no library brings, and recommends a Secret Service"

dpkg-deb -x "$deb" "$work/files"
top=$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "$build/CMakeCache.txt")
for place in "$top" "$build"; do
    ! grep -rqF "$place/" "$work/files" || fail "a path of the build is in $(grep -rlF "$place/" "$work/files" | head -1)"
done
for program in "$work"/files/usr/bin/*; do
    path=$(readelf -d "$program" | sed -n 's/.*R.*PATH.*\[\(.*\)\]/\1/p')
    case $path in '' | "\$ORIGIN/../lib/sonde"*) ;; *) fail "$program looks for libraries in $path" ;; esac
done
ok "no path of the build is in it"

options=()
while IFS= read -r line; do
    options+=(--aptopt="$line")
done < <(apt-config dump | grep -E '^Acquire::(https?::Proxy|Check-[A-Za-z-]+) ' || true)
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
sed "s|^deb |deb [signed-by=$keyring] |" <<<"$sources" |
    mmdebstrap --quiet --mode=root --variant=apt "${options[@]}" --include=xvfb,xauth,man-db,bash-completion \
        "$suite" "$root" - >"$out/mmdebstrap.log" 2>&1 || { cat "$out/mmdebstrap.log"; fail "mmdebstrap"; }
ok "a clean root of $suite, $(find "$root/var/lib/dpkg/info" -name '*.list' | wc -l) packages"

cp "$deb" "$root/var/tmp/sonde.deb"
cp "$here/inside-root.sh" "$root/var/tmp/inside-root.sh"
mkdir -p "$root/dev/shm"
cp /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true
inside() {
    unshare --mount --pid --ipc --uts --fork -- sh -c '
        mount -t proc proc "$1/proc" && mount -t tmpfs tmpfs "$1/dev/shm" && mount -t tmpfs -o mode=1777 tmpfs "$1/tmp" &&
        root=$1 && shift && exec chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
            DEBIAN_FRONTEND=noninteractive bash /var/tmp/inside-root.sh "$@"' inside "$root" "$@"
}
# What programs keep about packages, and caches that Debian's own triggers write.
listing() {
    (cd "$root" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./tmp -o -path ./var/tmp -o -path ./var/lib/dpkg \
        -o -path ./var/lib/apt -o -path ./var/cache/apt -o -path ./var/log -o -path ./var/cache/debconf \
        -o -path ./var/cache/man -o -path ./var/cache/ldconfig \
        -o -path ./home -o -path ./etc/ld.so.cache \) -prune -o -printf '%y %p\n' | LC_ALL=C sort)
}

inside prepare
listing >"$out/before.list"
inside install >"$out/install.log" 2>&1 || { tail -20 "$out/install.log"; fail "apt could not install it"; }
ok "apt installed it with its dependencies: $(grep -c '^Setting up' "$out/install.log") packages"
LC_ALL=C comm -13 "$out/before.list" <(listing) >"$out/added.list"
inside try "$version" || fail "the installed program"
cp "$root/home/tester/window.png" "$out/window.png"
ok "a picture of the window: $out/window.png"
(cd "$root" && find ./home/tester -newer "$root/var/tmp/home-made" -type f -printf '%p\n' | LC_ALL=C sort) >"$out/home.list"
inside purge >"$out/purge.log" 2>&1 || { tail -20 "$out/purge.log"; fail "apt could not purge it"; }
listing >"$out/after.list"
if ! diff "$out/before.list" "$out/after.list" >"$out/leftover.diff"; then
    cat "$out/leftover.diff"
    fail "something is left over"
fi
ok "purged: the root is as it was before, $(wc -l <"$out/before.list") files and folders"
[ -s "$root/home/tester/mine.kql" ] || fail "the user's own file is gone"
grep -vE '^\./home/tester/(window\.png|mine\.kql|rows\.csv|\.(config|local/share|local/state|cache)/sonde/)' "$out/home.list" >"$out/home-others.list" || true
grep -vE '^\./home/tester/\.cache/(fontconfig|mesa_shader_cache|qtshadercache[^/]*)/' "$out/home-others.list" >"$out/home-strange.list" || true
if [ -s "$out/home-strange.list" ]; then
    cat "$out/home-strange.list"
    fail "Sonde wrote outside of its own folders"
fi
ok "in the user's home is what the user made and, in sonde's own folders, $(grep -c '/sonde/' "$out/home.list") files"
