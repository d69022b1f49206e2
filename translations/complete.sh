#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Fails when a text of the portal has no translation, or an unfinished one. $1: lupdate
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp translations/waymark_zh_CN.ts "$folder"
"$1" app qml -I . -locations none -no-obsolete -silent -ts "$folder/waymark_zh_CN.ts"
if grep -B 3 'type="unfinished"' "$folder/waymark_zh_CN.ts"; then
    echo "Some texts are not translated: see above, and run the target update_translations." >&2
    exit 1
fi
