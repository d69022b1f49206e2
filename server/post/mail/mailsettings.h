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
