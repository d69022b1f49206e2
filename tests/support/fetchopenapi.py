#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""fetchopenapi.py SERVER OUTPUT: starts waymark-server on a free port and writes its OpenAPI document into a file."""
import subprocess
import sys
import tempfile
import urllib.request


def main() -> None:
    server, output = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        command = [server, '--listen', '127.0.0.1:0', '--data-dir', folder, '--database', 'sqlite']
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        try:
            line = process.stdout.readline()
            if not line.startswith('listening on '):
                sys.exit('The server did not start.')
            opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
            with opener.open(line.split()[-1] + '/v1/openapi.json', timeout=30) as answer:
                document = answer.read()
        finally:
            process.terminate()
            process.wait()
    with open(output, 'wb') as file:
        file.write(document)


if __name__ == '__main__':
    main()
