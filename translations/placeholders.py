#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails if a translation does not have the placeholders of its source, or not the plural forms of its language.

placeholders.py FILE...    checks the .ts files
"""

import re
import sys
import xml.etree.ElementTree

FORMS = {"en": 2, "de": 2, "zh_CN": 1, "ar": 6}
# The first forms may name the number in a word: those for one, and in Arabic those for none, one, and two.
NUMBERLESS = {"en": 1, "de": 1, "ar": 3}
PLACEHOLDER = re.compile(r"%L?(\d|n)")


def faults(path):
    tree = xml.etree.ElementTree.parse(path).getroot()
    language = tree.get("language")
    for message in tree.iter("message"):
        source = message.findtext("source")
        wanted = set(PLACEHOLDER.findall(source))
        translation = message.find("translation")
        forms = [form.text or "" for form in translation.findall("numerusform")]
        if message.get("numerus") == "yes" and len(forms) != FORMS[language]:
            yield f"{path}: {source!r} has {len(forms)} plural forms"
        for number, text in enumerate(forms or [translation.text or ""]):
            found = set(PLACEHOLDER.findall(text))
            free = {"n"} if forms and number < NUMBERLESS.get(language, 0) else set()
            if language == "ar" and forms and number == 0:
                free = wanted  # nothing happened, so there is nothing to tell
            if not found <= wanted or not wanted - found <= free:
                yield f"{path}: {source!r} and {text!r} differ in their placeholders"


def main():
    found = [fault for path in sys.argv[1:] for fault in faults(path)]
    print(*found, sep="\n", end="\n" if found else "")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
