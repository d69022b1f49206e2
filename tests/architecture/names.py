#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails if two types of a program have the same name.

The linker takes one of two inline functions of the same name without a word. A class then runs the functions of the
other class, as soon as the compiler does not inline them. A type that only one .cpp file uses belongs in an unnamed
namespace.

usage: names.py SOURCE_FOLDER
"""
import collections
import pathlib
import re
import sys

product = ("app", "models", "server")
definition = re.compile(r"(?:template <.*> )?(?:class|struct|union|enum class|enum) (\w+)(?: final)?(?: : .*[^;{])?"
                        r"(?: \{(?:.*\};)?)?$")


def types_of(path):
    """Yields the names of the types that other files can see. Scopes begin and end as clang-format writes them."""
    scopes = []
    with open(path, encoding="utf-8") as source:
        lines = source.read().splitlines()
    for line in lines:
        if line.startswith("}") and scopes:
            scopes.pop()
            continue
        if all(scopes) and (found := definition.match(line)):
            yield "::".join([*(scope for scope in scopes if scope != "C"), found[1]])
        if line.endswith("{") and not line.startswith((" ", "/", "#")):
            named = re.match(r'(?:namespace|extern) "?([\w:]+)', line)
            scopes.append(named[1] if named else "")


def main():
    root = pathlib.Path(sys.argv[1])
    places = collections.defaultdict(set)
    for folder in product:
        for file in (root / folder).rglob("*"):
            if file.suffix in (".h", ".cpp"):
                for name in types_of(file):
                    places[name].add(file.relative_to(root).as_posix())
    if len(places) < 500:
        sys.exit(f"names.py: only {len(places)} types were found, so that the check cannot be right")
    twice = {name: files for name, files in places.items() if len(files) > 1}
    for name, files in sorted(twice.items()):
        print(f"{name} is defined in {' and in '.join(sorted(files))}")
    sys.exit(bool(twice))


main()
