// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>
#include <QString>

/// A text message to a phone.
class TextMessage
{
    Q_GADGET
    Q_PROPERTY(QString to MEMBER to)
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(QDateTime goodUntil MEMBER goodUntil)

public:
    QString to; ///< in E.164 form; empty: sent to nobody
    QString text;
    QDateTime goodUntil; ///< the message is not sent after this time
};
