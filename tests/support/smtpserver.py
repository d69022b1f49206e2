# SPDX-License-Identifier: GPL-3.0-or-later
"""An SMTP server for tests. It prints its port, and writes each mail to a file in a folder.

usage: smtpserver.py FOLDER [--user NAME --password PASSWORD] [--refuse-first N] [--refuse-recipient ADDRESS]
                     [--certificate FILE --key FILE [--tls]]

With a certificate the server offers STARTTLS (RFC 3207), and accepts passwords only after STARTTLS. With --tls it uses
TLS from the first byte. Rejected recipients are printed on standard output.
"""
import argparse
import asyncio
import os
import ssl

from aiosmtpd.smtp import SMTP, AuthResult


class Mailbox:
    def __init__(self, options):
        self.options = options
        self.refusals = options.refuse_first
        self.count = 0

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address == self.options.refuse_recipient:
            print("refused", address, flush=True)
            return "550 5.1.1 There is nobody of that name"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.refusals > 0:
            self.refusals -= 1
            return "451 Try again later"
        self.count += 1
        name = os.path.join(self.options.folder, f"{self.count:04}.eml")
        encrypted = server.transport.get_extra_info("sslcontext") is not None
        with open(name + ".part", "wb") as file:
            file.write(f"X-Envelope-From: {envelope.mail_from}\r\n".encode())
            file.write(f"X-Envelope-To: {','.join(envelope.rcpt_tos)}\r\n".encode())
            file.write(f"X-Envelope-Tls: {'yes' if encrypted else 'no'}\r\n".encode())
            file.write(f"X-Envelope-Authenticated: {'yes' if session.authenticated else 'no'}\r\n".encode())
            file.write(envelope.original_content)
        os.rename(name + ".part", name)
        return "250 OK"


async def serve(options):
    def authenticate(server, session, envelope, mechanism, data):
        given = (data.login.decode(), data.password.decode())
        # handled=False makes aiosmtpd answer 535.
        return AuthResult(success=given == (options.user, options.password), handled=False)

    mailbox = Mailbox(options)
    context = None
    if options.certificate:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(options.certificate, options.key)

    def session():
        return SMTP(
            mailbox,
            authenticator=authenticate if options.user else None,
            auth_required=bool(options.user),
            auth_require_tls=context is not None and not options.tls,
            tls_context=None if options.tls else context,
        )

    server = await asyncio.get_running_loop().create_server(
        session, "127.0.0.1", 0, ssl=context if options.tls else None)
    print("port", server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--user")
    parser.add_argument("--password", default="")
    parser.add_argument("--refuse-first", type=int, default=0)
    parser.add_argument("--refuse-recipient")
    parser.add_argument("--certificate")
    parser.add_argument("--key")
    parser.add_argument("--tls", action="store_true")
    asyncio.run(serve(parser.parse_args()))


if __name__ == "__main__":
    main()
