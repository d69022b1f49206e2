# SPDX-License-Identifier: GPL-3.0-or-later
"""An SMTP server for tests: says its port, and writes each mail that it takes into a folder, as a file of its own.

usage: smtpserver.py FOLDER [--user NAME --password PASSWORD] [--refuse-first N]
"""
import argparse
import asyncio
import os

from aiosmtpd.smtp import SMTP, AuthResult


class Mailbox:
    def __init__(self, folder, refusals):
        self.folder = folder
        self.refusals = refusals
        self.count = 0

    async def handle_DATA(self, server, session, envelope):
        if self.refusals > 0:
            self.refusals -= 1
            return "451 Try again later"
        self.count += 1
        name = os.path.join(self.folder, f"{self.count:04}.eml")
        with open(name + ".part", "wb") as file:
            file.write(f"X-Envelope-From: {envelope.mail_from}\r\n".encode())
            file.write(f"X-Envelope-To: {','.join(envelope.rcpt_tos)}\r\n".encode())
            file.write(envelope.original_content)
        os.rename(name + ".part", name)
        return "250 OK"


async def serve(options):
    def authenticate(server, session, envelope, mechanism, data):
        given = (data.login.decode(), data.password.decode())
        return AuthResult(success=given == (options.user, options.password))

    mailbox = Mailbox(options.folder, options.refuse_first)

    def session():
        return SMTP(
            mailbox,
            authenticator=authenticate if options.user else None,
            auth_required=bool(options.user),
            auth_require_tls=False,
        )

    server = await asyncio.get_running_loop().create_server(session, "127.0.0.1", 0)
    print("port", server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--user")
    parser.add_argument("--password", default="")
    parser.add_argument("--refuse-first", type=int, default=0)
    asyncio.run(serve(parser.parse_args()))


if __name__ == "__main__":
    main()
