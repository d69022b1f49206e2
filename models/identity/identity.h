// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>

/// A user's identity at a sign-in provider.
class Identity
{
    Q_GADGET
    Q_CLASSINFO("subjectHint.doc", "The last characters of the user's id at the provider, to distinguish identities.")
    Q_CLASSINFO("email.optional", "true")
    Q_CLASSINFO("email.doc", "The email address that the provider reported at the last sign-in.")
    Q_CLASSINFO("usedAt.optional", "true")
    Q_CLASSINFO("subjectHint.optional", "json")
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
