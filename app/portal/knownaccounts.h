// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QSettings>
#include <QtQmlIntegration/qqmlintegration.h>
#include <QUrl>
#include <QVariantList>

/// The accounts that the user has in this portal, on its own server and on others. The portal shows one account at a
/// time and keeps the sessions of all, so that the user changes between them without signing in again.
class KnownAccounts : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Created by the program and passed to the root item")
    /// A map for each account: `id`, `server` (URL), `user` (empty before the first sign-in), `own` (on the portal's
    /// own server), `current`, and `unread`, if it is known for an account that is not the current one.
    Q_PROPERTY(QVariantList all READ all NOTIFY changed)
    /// The number of what is unread in all accounts but the current one, as far as it is known.
    Q_PROPERTY(int unreadElsewhere READ unreadElsewhere NOTIFY unreadElsewhereChanged)

public:
    struct Account
    {
        QString id; ///< empty: the first account on the portal's own server
        QUrl server; ///< empty: the portal's own server
        QString user; ///< email address, or the name of a user without one; empty before the first sign-in

        bool operator==(const Account &) const = default;
    };

    static constexpr qsizetype most = 20; ///< accounts

    enum class Start {
        Last, ///< with the account of the last time
        Own, ///< with an account on the portal's own server
    };

    /// `dataDir` is the folder of the settings. `ownServer` is the embedded server, or that of the command line.
    KnownAccounts(const QString &dataDir, QUrl ownServer, Start start, QObject *parent = nullptr);

    QVariantList all() const;
    Account current() const;
    /// Returns all accounts but the current one.
    QList<Account> others() const;
    int unreadElsewhere() const;
    /// States what is unread in an account that is not the current one; negative: not known.
    void setUnread(const QString &id, int unread);
    /// Asks for new numbers, as when the list is opened.
    Q_INVOKABLE void wantUnread() { Q_EMIT unreadWanted(); }
    /// Returns the server of an account.
    QUrl serverOf(const Account &account) const { return account.server.isEmpty() ? m_ownServer : account.server; }

    /// Adds an account on a server and changes to it, so that the user signs in there. An empty `address` means the
    /// portal's own server. An address without a scheme is taken for HTTPS. Returns why it cannot be added: `address`,
    /// `full`, or an empty text.
    Q_INVOKABLE QString add(const QString &address);
    /// Changes to another account. An added account that nobody has signed in to is forgotten.
    Q_INVOKABLE void choose(const QString &id);
    /// Removes an account that is not the current one.
    Q_INVOKABLE void forget(const QString &id);
    /// States who has signed in to the current account. An older entry of the same account is forgotten.
    void keep(const QString &user);

Q_SIGNALS:
    void changed();
    void unreadElsewhereChanged();
    void unreadWanted();
    /// Another account is the current one.
    void chosen();
    /// The session of an account is no longer needed.
    void forgotten(const KnownAccounts::Account &account);

private:
    void remove(qsizetype index);
    void save();

    QSettings m_settings;
    const QUrl m_ownServer;
    QList<Account> m_accounts; ///< never empty
    qsizetype m_current = 0;
    QHash<QString, int> m_unread; ///< by Account::id
};
