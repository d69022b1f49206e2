#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Fails if a text of the portal has no finished translation in one of the languages, or one that does not fit it.
# $1: path of lupdate
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp translations/waymark_*.ts "$folder"
"$1" app qml -I . -locations none -no-obsolete -silent \
    -ts "$folder/waymark_de.ts" "$folder/waymark_zh_CN.ts" "$folder/waymark_ar.ts"
"$1" app qml -I . -locations none -no-obsolete -silent -pluralonly -ts "$folder/waymark_en.ts"
if grep -B 3 'type="unfinished"' "$folder"/*.ts; then
    echo "The texts above are not translated. Build the target update_translations, then translate them." >&2
    exit 1
fi
python3 translations/placeholders.py translations/*.ts
