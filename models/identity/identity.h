// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>

/// Who another provider says a user is: a way to sign in.
class Identity
{
    Q_GADGET
    Q_CLASSINFO("subjectHint.doc", "The end of the provider's id of the user, to tell two apart by.")
    Q_CLASSINFO("email.optional", "true")
    Q_CLASSINFO("email.doc", "As the provider told it at the last sign-in.")
    Q_PROPERTY(QString provider MEMBER provider DESIGNABLE false)
    Q_PROPERTY(QString title MEMBER title DESIGNABLE false)
    Q_PROPERTY(QString subjectHint MEMBER subjectHint DESIGNABLE false)
    Q_PROPERTY(QString email MEMBER email DESIGNABLE false)
    Q_PROPERTY(QDateTime linkedAt MEMBER linkedAt DESIGNABLE false)
    Q_PROPERTY(QDateTime usedAt MEMBER usedAt DESIGNABLE false)

public:
    QString provider;
    QString title;
    QString subjectHint;
    QString email;
    QDateTime linkedAt;
    QDateTime usedAt;
};
