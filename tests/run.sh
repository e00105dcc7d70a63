#!/usr/bin/env bash
# Install what is missing, build the preset `dev`, and run every test: those that need a real keychain get a private
# D-Bus session with gnome-keyring, those that need a real window get one under Xvfb, and one reads every window over the
# accessibility bus.
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top"

packaging/install-build-dependencies.sh ccache mold xvfb xauth dbus-daemon gnome-keyring openssl xdotool \
    at-spi2-core desktop-file-utils appstream shared-mime-info libxml2-utils man-db lintian mmdebstrap dpkg-dev file \
    zsh fish python3 tzdata
cmake --preset dev --log-level=WARNING
cmake --build --preset dev
ctest --preset dev "$@"
