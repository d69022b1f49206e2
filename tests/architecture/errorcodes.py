#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""errorcodes.py ROOT: every code of a problem in the sources is explained in resources/pages/errorcodes.txt, and every
code there is in the sources."""
import pathlib
import re
import sys

# Problem(409, u"code"_s, Problem::conflict(u"code"_s, {400, u"code"_s, FramingError{408, "code", conflict(u"code"_s
PATTERNS = [
    re.compile(r'Problem(?: \w+)?\(\s*\d{3},\s*u"([a-z_]+)"_s'),
    re.compile(r'\b(?:badRequest|unauthorized|forbidden|conflict|tooManyRequests|unavailable)\([^"();]*?u"([a-z_]+)"_s'),
    re.compile(r'\{\s*\d{3},\s*u?"([a-z_]+)"'),
    re.compile(r'Refusal\{\s*u"([a-z_]+)"_s'),
]


def main() -> int:
    root = pathlib.Path(sys.argv[1])
    used = {}
    for file in sorted((root / 'server').rglob('*.cpp')) + sorted((root / 'server').rglob('*.h')):
        text = file.read_text(encoding='utf-8')
        for pattern in PATTERNS:
            for code in pattern.findall(text):
                used.setdefault(code, file.relative_to(root))
    explained = {}
    for line in (root / 'resources/pages/errorcodes.txt').read_text(encoding='utf-8').splitlines():
        if line and not line.startswith('#'):
            code, statuses = line.split(' = ', 1)
            if 'field' not in statuses.split('|')[0]:
                explained[code] = line
    faults = [f'{used[code]}: {code} is not in errorcodes.txt' for code in sorted(set(used) - set(explained))]
    faults += [f'errorcodes.txt: no source has {code}' for code in sorted(set(explained) - set(used))]
    print(*faults, f'{len(faults)} faults in {len(used)} codes', sep='\n')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
