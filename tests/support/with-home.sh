#!/bin/sh
# Run a command in a home folder of its own that is removed afterwards.
home=$(mktemp -d "${TMPDIR:-/tmp}/sonde-test-XXXXXX") || exit 1
trap 'rm -rf "$home"' EXIT
mkdir -p "$home/runtime" && chmod 700 "$home/runtime"
HOME=$home XDG_CONFIG_HOME=$home/.config XDG_DATA_HOME=$home/.local/share XDG_STATE_HOME=$home/.local/state \
XDG_CACHE_HOME=${SONDE_TEST_CACHE:-$home/.cache} XDG_RUNTIME_DIR=$home/runtime LC_ALL=C.UTF-8 LANGUAGE= TZ=${TZ:-UTC} "$@"
