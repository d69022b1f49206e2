#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Serves the example page, and receives its webhooks: a page in a browser cannot receive requests itself.

usage: serve.py [PORT]      (default: 8090; 0: any free port)

Register the printed address as an origin of your app, and the address with `/` as a redirect URI.

The page tells the secret of its webhook to POST /secret, and reads the genuine messages from GET /messages. A program
for more than one user would keep a secret for each user, and would know its users by a session."""

import http.server
import json
import pathlib
import sys
import threading

import webhooks

PAGE = pathlib.Path(__file__).parent / "page"
LARGEST = 64 * 1024  # bytes of a message


class Server(http.server.ThreadingHTTPServer):
    def __init__(self, port):
        super().__init__(("127.0.0.1", port), Handler)
        self.lock = threading.Lock()
        self.secret = ""
        self.messages = []


class Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *arguments):
        super().__init__(*arguments, directory=PAGE)

    def do_GET(self):
        if self.path != "/messages":
            super().do_GET()
            return
        with self.server.lock:
            body = json.dumps(self.server.messages).encode()
        self.answer(200, body)

    def do_POST(self):
        length = int(self.headers.get("Content-Length", 0))
        if length > LARGEST:
            self.answer(413)
            return
        body = self.rfile.read(length)
        if self.path == "/secret" and self.headers.get("Sec-Fetch-Site") == "same-origin":
            with self.server.lock:
                self.server.secret = body.decode()
            self.answer(204)
        elif self.path == "/hook" and self.server.secret and webhooks.is_genuine(self.server.secret, self.headers, body):
            with self.server.lock:
                self.server.messages = [*self.server.messages[-99:], json.loads(body)]
            self.answer(204)
        else:
            self.answer(403)

    def answer(self, status, body=b""):
        self.send_response(status)
        if status != 204:
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if status != 204:
            self.wfile.write(body)

    def log_message(self, *_):
        pass


def main():
    server = Server(int(sys.argv[1]) if len(sys.argv) > 1 else 8090)
    print(f"http://127.0.0.1:{server.server_port}", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
