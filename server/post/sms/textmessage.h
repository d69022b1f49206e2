// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>
#include <QString>

/// A short message to a telephone.
class TextMessage
{
    Q_GADGET
    Q_PROPERTY(QString to MEMBER to)
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(QDateTime goodUntil MEMBER goodUntil)

public:
    QString to; ///< E.164; empty: to nobody
    QString text;
    QDateTime goodUntil; ///< there is no use in sending it later
};
