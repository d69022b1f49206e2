// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

/// A parsed mail.
struct ReceivedMail
{
    QString to;
    QString subject;
    QString text; ///< the plain text part
    QString html; ///< the HTML part, if any
    QByteArray raw;

    /// Returns the six digits of a verification code; empty: none.
    QString code() const;
};

/// A folder with one file per mail: the outbox of a server, or the folder of an SMTP server.
class Mailbox
{
public:
    explicit Mailbox(QString folder);

    /// Returns the mails to an address, oldest first. An empty address matches all mails.
    QList<ReceivedMail> mails(const QString &to = {}) const;
    /// Waits until there are `count` mails to the address, and returns the last one, or an empty mail after 30 seconds.
    ReceivedMail waitFor(const QString &to, int count = 1) const;
    /// Waits for a mail to the address whose subject contains a text, and returns the first one, or an empty mail after
    /// 30 seconds. Mails about different things may arrive in another order than they were written.
    ReceivedMail waitForSubject(const QString &to, const QString &text) const;

private:
    ReceivedMail waitFor(const std::function<ReceivedMail()> &find) const;

    QString m_folder;
};
