// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

/// The plain text of a mail (RFC 5322 with MIME encodings), without attachments.
struct MailMessage
{
    static MailMessage parse(const QByteArray &message);

    /// Returns the six-digit verification code in the text, or an empty string.
    QString code() const;

    QString subject;
    QString to;
    QDateTime date;
    QString body;
};
