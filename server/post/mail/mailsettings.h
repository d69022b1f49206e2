// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

/// How mail leaves: through an SMTP server, or, without one, as files in a folder.
struct MailSettings
{
    /// `smtp://host:port` (STARTTLS where offered; always with a password or `?starttls=required`) or `smtps://…`, with
    /// user and password in it. Empty: mail goes to `outbox`.
    QUrl smtp;
    QString from = QStringLiteral("Waymark <waymark@localhost>");
    bool verifyCertificate = true;
    QString caFile; ///< PEM of the authorities that may sign the server's certificate; empty: those of the system
    QString outbox; ///< the folder for `.eml` files
};

/// A mailbox with a display name, such as `Acme, Inc. <alerts@example.org>`.
struct NamedAddress
{
    QString name; ///< may be empty; without quotes
    QString address;

    /// Reads `Name <address>`, `"Name" <address>` or `address`. A name may contain every character, because the text
    /// is one mailbox and never a list. The address is in normal form if it is valid: see EmailAddress.
    static NamedAddress parse(const QString &text);
};
