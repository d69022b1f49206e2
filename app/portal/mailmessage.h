// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

/// A mail as a person reads it (RFC 5322, with MIME's encodings): the plain text of it, nothing attached.
struct MailMessage
{
    static MailMessage parse(const QByteArray &message);

    /// The six digits of a verification code that stand alone in the text; empty when there are none.
    QString code() const;

    QString subject;
    QString to;
    QDateTime date;
    QString body;
};
