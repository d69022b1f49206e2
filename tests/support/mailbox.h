// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// A mail as a test wants to see it.
struct ReceivedMail
{
    QString to;
    QString subject;
    QString text; ///< the plain part
    QString html; ///< the other one, if there is one
    QByteArray raw;

    /// The six digits of a verification code in it; empty: none.
    QString code() const;
};

/// A folder with a mail a file: a server's outbox, or what an SMTP server took.
class Mailbox
{
public:
    explicit Mailbox(QString folder);

    /// All mails to an address (empty: to anybody), the oldest first.
    QList<ReceivedMail> mails(const QString &to = {}) const;
    /// Waits until `count` mails to the address are there, and answers the last of them; an empty one after half a
    /// minute.
    ReceivedMail waitFor(const QString &to, int count = 1) const;

private:
    QString m_folder;
};
