#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Fails if a text of the portal has no finished translation. $1: path of lupdate
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp translations/waymark_zh_CN.ts "$folder"
"$1" app qml -I . -locations none -no-obsolete -silent -ts "$folder/waymark_zh_CN.ts"
if grep -B 3 'type="unfinished"' "$folder/waymark_zh_CN.ts"; then
    echo "The texts above are not translated. Build the target update_translations, then translate them." >&2
    exit 1
fi
