// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>

/// How often the calls of an app have failed with a code.
class AppErrorCount
{
    Q_GADGET
    Q_CLASSINFO("code.doc", "The code of the error; empty for an answer without a code.")
    Q_CLASSINFO("lastAt.doc", "The time of the last call that failed in this way.")
    Q_CLASSINFO("docs.doc", "The address of the code in the API reference.")
    Q_PROPERTY(qint64 status MEMBER status DESIGNABLE false)
    Q_PROPERTY(QString code MEMBER code DESIGNABLE false)
    Q_PROPERTY(qint64 count MEMBER count DESIGNABLE false)
    Q_PROPERTY(QDateTime lastAt MEMBER lastAt DESIGNABLE false)
    Q_PROPERTY(QString docs MEMBER docs DESIGNABLE false STORED false)

public:
    qint64 status = 0;
    QString code;
    qint64 count = 0;
    QDateTime lastAt;
    QString docs;
};
