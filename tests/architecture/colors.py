#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails if a QML file names a color of its own, or a weight that the portal's font does not have.

Theme.qml has the roles of colors, whose contrast a test asserts in both themes. A color elsewhere escapes that test.

colors.py ROOT    checks the QML files below ROOT/qml except Theme.qml
"""

import pathlib
import re
import sys

COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
HEX = re.compile(r"""["']#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})["']""")
# A name of SVG's colors where a color is given. `transparent` is none.
NAMED = re.compile(r"""\b\w*[cC]olor\s*:(?:[^\n"']|["'][^"'\n]*["'])*?(?<=[:?])\s*["'](?!transparent["'])[a-z]+["']""")
MADE = re.compile(r"\bQt\.(?:rgba|hsla|hsva|color|lighter|darker|tint|alpha)\s*\(")
WEIGHT = re.compile(r"\bFont\.(?!Normal\b|Bold\b)(?:Thin|ExtraLight|Light|Medium|DemiBold|ExtraBold|Black)\b")
FAULTS = ((HEX, "a literal color"), (NAMED, "a named color"), (MADE, "a computed color"), (WEIGHT, "a weight other than Normal and Bold"))


def faults(path, root):
    code = COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), path.read_text(encoding="utf-8"))
    for pattern, fault in FAULTS:
        for match in pattern.finditer(code):
            yield f"{path.relative_to(root)}:{code.count(chr(10), 0, match.start()) + 1}: {fault}: {match[0].strip()}"


def main():
    root = pathlib.Path(sys.argv[1])
    files = [path for path in sorted((root / "qml").rglob("*.qml")) if path.name != "Theme.qml"]
    found = [fault for path in files for fault in faults(path, root)]
    print(*found, f"{len(files)} files read, {len(found)} faults", sep="\n")
    return 1 if found or not files else 0


if __name__ == "__main__":
    sys.exit(main())
