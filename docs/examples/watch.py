#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Signs a user in by OAuth 2.1 with PKCE, lists the cameras, plays the first one that is online, and receives a webhook.
Needs nothing but Python 3.9.

usage: watch.py [--server URL] [--play COMMAND] [--no-browser] APP_ID

APP_ID belongs to an app with the redirect URI http://127.0.0.1/callback. The port may be any (RFC 8252, 7.3).
COMMAND plays an HLS address, such as ffplay or mpv. The server must be allowed to call a webhook at this machine
(--allow-private-webhooks)."""

import argparse
import base64
import hashlib
import http.server
import json
import queue
import secrets
import shlex
import subprocess
import sys
import threading
import urllib.error
import urllib.parse
import urllib.request
import webbrowser

import webhooks

SCOPE = "devices:read streams notifications"
PATIENCE = 120  # seconds that the user and the server may take


class Receiver(http.server.ThreadingHTTPServer):
    """A server on a free port of this machine. It receives the redirect after the sign-in, and webhooks."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.redirects = queue.Queue()
        self.messages = queue.Queue()
        self.address = f"http://127.0.0.1:{self.server_port}"


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        url = urllib.parse.urlsplit(self.path)
        if url.path != "/callback":
            self.send_error(404)
            return
        self.server.redirects.put(dict(urllib.parse.parse_qsl(url.query)))
        self.answer(b"Signed in. You can close this page.")

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.messages.put((self.headers, body))
        self.answer(b"")  # answer first, work later: a slow answer counts as a failure

    def answer(self, body):
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Api:
    """The API of a server, for one user."""

    def __init__(self, server, token):
        self.server = server
        self.token = token

    def call(self, method, path, body=None):
        request = urllib.request.Request(self.server + "/v1" + path, method=method)
        request.add_header("Authorization", "Bearer " + self.token)
        data = None
        if body is not None:
            data = json.dumps(body).encode()
            request.add_header("Content-Type", "application/json")
        try:
            with urllib.request.urlopen(request, data, timeout=30) as answer:
                return json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as error:
            problem = json.load(error)
            raise SystemExit(f"{method} {path}: {problem['code']}: {problem.get('detail', '')} "
                             f"(request {problem['request_id']})") from None

    def all(self, path):
        """Yields the items of all pages of a list."""
        cursor = ""
        while True:
            page = self.call("GET", f"{path}?pagesize=100" + (f"&cursor={cursor}" if cursor else ""))
            yield from page["items"]
            cursor = urllib.parse.quote(page.get("next_cursor", ""))
            if not cursor:
                return


def fetch_json(url, form=None):
    data = urllib.parse.urlencode(form).encode() if form else None
    try:
        with urllib.request.urlopen(url, data, timeout=30) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        raise SystemExit(f"{url}: {json.load(error)}") from None


def sign_in(server, app_id, receiver, open_browser):
    """Returns an access token. The user signs in, and allows the access, in a browser."""
    metadata = fetch_json(server + "/.well-known/oauth-authorization-server")
    verifier = secrets.token_urlsafe(48)
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
    state = secrets.token_urlsafe(16)
    redirect_uri = receiver.address + "/callback"
    url = metadata["authorization_endpoint"] + "?" + urllib.parse.urlencode({
        "response_type": "code", "client_id": app_id, "redirect_uri": redirect_uri, "scope": SCOPE, "state": state,
        "code_challenge": challenge, "code_challenge_method": "S256"})
    print("Open this page to sign in:", url, flush=True)
    if open_browser:
        webbrowser.open(url)
    answer = receiver.redirects.get(timeout=PATIENCE)
    # An answer to another request, or from another server (RFC 9207), is not ours.
    if answer.get("state") != state or answer.get("iss") != metadata["issuer"]:
        raise SystemExit("The answer does not belong to this sign-in.")
    if "error" in answer:
        raise SystemExit("Not signed in: " + answer["error"])
    tokens = fetch_json(metadata["token_endpoint"], {
        "grant_type": "authorization_code", "client_id": app_id, "code": answer["code"],
        "redirect_uri": redirect_uri, "code_verifier": verifier})
    return tokens["access_token"]


def play(api, camera, command):
    """Plays a camera. The signed address needs no token, so that any player can read it."""
    streams = api.call("GET", "/streams/" + camera["device_id"])
    address = api.server + streams["hls"]
    print("Live:", address, flush=True)
    if command:
        subprocess.run([*shlex.split(command), address], check=True)


def receive_webhook(api, receiver):
    """Creates a webhook, has the server send a test message, receives until it arrives, and deletes the webhook."""
    channel = api.call("POST", "/notifications/channels", {
        "kind": "webhook", "name": "Example", "target": receiver.address + "/hook"})
    path = "/notifications/channels/" + channel["channel_id"]
    try:
        test = api.call("POST", path + "/test")
        arrived = False
        while not arrived:  # news of the account, such as a camera that goes offline, may come first
            headers, body = receiver.messages.get(timeout=PATIENCE)
            if not webhooks.is_genuine(channel["secret"], headers, body):
                raise SystemExit("The webhook is not signed by the server.")
            message = json.loads(body)
            # A flood of notifications comes as one message, which has their number instead of a title.
            print("Webhook:", message["type"], message["data"].get("title") or message["data"]["count"], flush=True)
            arrived = message["data"].get("notification_id") == test["notification_id"]
    finally:
        api.call("DELETE", path)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("app_id")
    parser.add_argument("--server", default="http://127.0.0.1:8080")
    parser.add_argument("--play", default="", metavar="COMMAND")
    parser.add_argument("--no-browser", action="store_true", help="only print the address of the sign-in page")
    options = parser.parse_args()
    receiver = Receiver()
    threading.Thread(target=receiver.serve_forever, daemon=True).start()
    try:
        api = Api(options.server.rstrip("/"), sign_in(options.server.rstrip("/"), options.app_id, receiver,
                                                      not options.no_browser))
    except queue.Empty:
        raise SystemExit("Nobody has signed in.") from None
    cameras = list(api.all("/devices"))
    for camera in cameras:
        print("Camera:", camera["name"], camera["state"], flush=True)
    online = [camera for camera in cameras if camera["state"] == "online"]
    if online:
        play(api, online[0], options.play)
    receive_webhook(api, receiver)


if __name__ == "__main__":
    sys.exit(main())
