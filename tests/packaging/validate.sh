#!/usr/bin/env bash
# Hand a generated file to the validator of its specification.
#   validate.sh desktop|metainfo|mime PAPERS ID
# Ends with 77 where the validator is missing.
set -euo pipefail
kind=$1 papers=$2 id=$3
need() { command -v "$1" >/dev/null || { echo "skipped: there is no $1 here (Debian: $2)"; exit 77; }; }

case $kind in
desktop)
    need desktop-file-validate desktop-file-utils
    said=$(desktop-file-validate "$papers/$id.desktop" 2>&1) || { echo "$said"; exit 1; }
    [ -z "$said" ] || { echo "$said"; exit 1; }
    echo "desktop-file-validate has nothing to say of $id.desktop."
    ;;
metainfo)
    need appstreamcli appstream
    appstreamcli validate --no-net --explain "$papers/$id.metainfo.xml"
    ;;
mime)
    need update-mime-database shared-mime-info
    data=$(mktemp -d "${TMPDIR:-/tmp}/sonde-mime-XXXXXX")
    trap 'rm -rf "$data"' EXIT
    mkdir -p "$data/mime/packages"
    cp "$papers/$id.mime.xml" "$data/mime/packages/$id.xml"
    # Errors are words only: it ends with 0 all the same.
    said=$(XDG_DATA_HOME=$data update-mime-database "$data/mime" 2>&1)
    [ -z "$said" ] || { echo "$said"; exit 1; }
    for glob in '*.kql' '*.csl'; do
        grep -qxF "50:text/x-kusto-query:$glob" "$data/mime/globs2" || { cat "$data/mime/globs2"; exit 1; }
    done
    grep -qxF "text/x-kusto-query text/plain" "$data/mime/subclasses"
    grep -qxF "50:application/x-sonde-result:*.sonde-result" "$data/mime/globs2" || { cat "$data/mime/globs2"; exit 1; }
    # A saved result is known by its first bytes, too.
    grep -qaF "[60:application/x-sonde-result]" "$data/mime/magic"
    echo "update-mime-database knows *.sonde-result as application/x-sonde-result, by its first bytes, too."
    echo "update-mime-database knows *.kql and *.csl as text/x-kusto-query, a kind of text/plain."
    ;;
esac
