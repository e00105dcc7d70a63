#!/usr/bin/env bash
# The application id is spelled once in the tree, in the top CMakeLists.txt, and what is made from it agrees.
#   application-id.sh SOURCE PAPERS ID
set -euo pipefail
source=$1 papers=$2 id=$3
status=0
complain() { echo "$1"; status=1; }

files() {
    if git -c safe.directory="$source" -C "$source" rev-parse --is-inside-work-tree >/dev/null 2>&1; then
        git -c safe.directory="$source" -C "$source" ls-files --cached --others --exclude-standard
    else
        (cd "$source" && find . -type f -not -path './build/*' -not -path '*/node_modules/*')
    fi
}
# Of this form, with dots, dashes, underscores or slashes, whatever the domain.
domain='(io[._/-]github|com|org|net|nl|eu|dev)'
spellings=$(cd "$source" && files | sed 's|^\./||' | tr '\n' '\0' | xargs -0 grep -IniE "\b$domain[._/-]sonde([._/-]sonde)?\b" -- |
    grep -v 'github[.]com/[s]onde/' || true)
right="CMakeLists.txt:[0-9]*:set(SONDE_APPLICATION_ID \"$id\")"
[ "$(grep -c "^$right\$" <<<"$spellings")" -eq 1 ] || complain "The id is not set where it should be: $right"
others=$(grep -v "^$right\$" <<<"$spellings" || true)
[ -z "$others" ] || complain "Other spellings of the application id:
$others"

# Who needs it takes it from there.
for use in 'src/app/main.cpp:setDesktopFileName(QStringLiteral(SONDE_APPLICATION_ID))' \
    'src/app/services.cpp:m_keychain(QStringLiteral(SONDE_APPLICATION_ID))'; do
    grep -qF "${use#*:}" "$source/${use%%:*}" || complain "${use%%:*} does not use SONDE_APPLICATION_ID any more."
done
for file in "$id.desktop" "$id.metainfo.xml" "$id.mime.xml"; do
    [ -s "$papers/$file" ] || complain "There is no $papers/$file"
done
grep -qxF "Icon=$id" "$papers/$id.desktop" || complain "The desktop file has another icon."
grep -qF "<id>$id</id>" "$papers/$id.metainfo.xml" || complain "The metainfo has another id."
grep -qF ">$id.desktop</launchable>" "$papers/$id.metainfo.xml" || complain "The metainfo starts something else."
types=$(sed -n 's/^MimeType=\(.*\);$/\1/p' "$papers/$id.desktop" | tr ';' ' ')
[ -n "$types" ] || complain "The desktop file names no MIME type."
for type in $types; do
    grep -qF "<mime-type type=\"$type\">" "$papers/$id.mime.xml" || complain "$type of the desktop file is not defined."
    grep -qF "<mediatype>$type</mediatype>" "$papers/$id.metainfo.xml" || complain "The metainfo does not name $type."
done
[ $status -ne 0 ] || echo "The id is $id, and spelled once."
exit $status
