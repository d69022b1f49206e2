#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails if a C++ file names what the newer of the supported Qt versions deprecates.

Warnings are errors, so that a deprecated function breaks the build on Qt 6.8, which a build on Qt 6.4 cannot notice.
One header for each subject chooses between the versions; the table below names it.

qtversions.py ROOT    checks the C++ files below ROOT/app, models, server and tests
"""

import pathlib
import re
import sys

COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
# What is deprecated, since when, and the header that has the replacement.
DEPRECATED = (
    (re.compile(r"\bQt::(?:UTC|LocalTime|OffsetFromUTC|TimeSpec)\b"), "Qt 6.5", "models/core/utc.h"),
    (re.compile(r"\.(?:toTimeSpec|setTimeSpec|setOffsetFromUtc)\("), "Qt 6.9", "models/core/utc.h"),
)


def faults(path, root):
    name = path.relative_to(root).as_posix()
    code = COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), path.read_text(encoding="utf-8"))
    for pattern, version, header in DEPRECATED:
        if name == header:
            continue
        for match in pattern.finditer(code):
            instead = f"; use {header}" if header else ""
            yield f"{name}:{code.count(chr(10), 0, match.start()) + 1}: deprecated since {version}: {match[0]}{instead}"


def main():
    root = pathlib.Path(sys.argv[1])
    folders = ("app", "models", "server", "tests")
    files = [path for folder in folders for path in sorted((root / folder).rglob("*")) if path.suffix in (".cpp", ".h")]
    found = [fault for path in files for fault in faults(path, root)]
    print(*found, f"{len(files)} files read, {len(found)} faults", sep="\n")
    return 1 if found or not files else 0


if __name__ == "__main__":
    sys.exit(main())
