#!/usr/bin/env bash
# Install what is missing, build Sonde, and make its Debian package: build/release/sonde_VERSION_ARCHITECTURE.deb. One
# commit gives one package, byte for byte, on machines with the same compiler and libraries.
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top"

packaging/install-build-dependencies.sh file binutils dpkg-dev
cmake --preset release --log-level=WARNING
cmake --build --preset release
cd build/release
rm -f ./*.deb
cpack -G DEB
sha256sum ./*.deb
