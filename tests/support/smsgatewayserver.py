# SPDX-License-Identifier: GPL-3.0-or-later
"""An SMS gateway for tests. It prints its port, and then each request as a line of JSON.

usage: smsgateway.py [--answers STATUS,STATUS…]

It responds with these statuses in turn, and then with 202.
"""
import argparse
import http.server
import json


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--answers", default="")
    answers = [int(status) for status in parser.parse_args().answers.split(",") if status]

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status = answers.pop(0) if answers else 202
            print("message", json.dumps({
                "path": self.path,
                "type": self.headers["Content-Type"],
                "authorization": self.headers["Authorization"] or "",
                "key": self.headers["Idempotency-Key"] or "",
                "answered": status,
                **json.loads(body),
            }), flush=True)
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *arguments):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    print("port", server.server_port, flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
