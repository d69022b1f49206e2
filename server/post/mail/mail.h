// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>
#include <QString>

/// One message, to one person.
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
    QString picture; ///< a JPEG that comes along, in Base64; empty: none
    QString html; ///< the same for who sees HTML; empty: there is none

    /// RFC 5322 with MIME (RFC 2045, 2046: multipart/alternative, the plain text first), lines ended by CRLF.
    QByteArray toMessage(const QString &from, const QDateTime &date, const QByteArray &messageId) const;
};
