// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>
#include <QString>

/// A message to one recipient.
class Mail
{
    Q_GADGET
    Q_PROPERTY(QString to MEMBER to)
    Q_PROPERTY(QString subject MEMBER subject)
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(QString html MEMBER html)
    Q_PROPERTY(QString picture MEMBER picture)

public:
    QString to;
    QString subject;
    QString text; ///< plain
    QString picture; ///< an attached JPEG, in Base64; empty: none
    QString html; ///< the same text as HTML; empty: none

    /// Returns the message in the format of RFC 5322 with MIME (RFC 2045, 2046: multipart/alternative, plain text
    /// first) and CRLF line ends.
    QByteArray toMessage(const QString &from, const QDateTime &date, const QByteArray &messageId) const;
};
