// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/apiclient.h"
#include "app/client/session.h"
#include "app/client/tokenstore.h"
#include "app/portal/knownaccounts.h"
#include "app/portal/portal.h"

#include <QTimer>

#include <functional>
#include <map>
#include <memory>

/// Counts what is unread in an account that the portal does not show at present, with its kept session: at once, and
/// then once a minute.
class AccountWatch : public QObject
{
    Q_OBJECT

public:
    explicit AccountWatch(const Portal::Options &options, QObject *parent = nullptr);

    /// Counts again, unless it has just been done.
    void refresh();

Q_SIGNALS:
    /// The number of unread marks and notifications; negative: it is not known, because the server does not answer, or
    /// nobody is signed in any more.
    void counted(int unread);

private:
    void count();
    void countNews(const QString &type, std::function<void(int)> counted);
    void ask(const ApiRequest &request, std::function<void(const ApiAnswer &)> answered);

    ApiClient m_client;
    TokenStore m_tokens;
    Session m_session;
    QTimer m_beat;
    qint64 m_countedAt = 0; ///< milliseconds since the epoch
};

/// Watches the accounts of a portal that it does not show, and tells KnownAccounts what is unread in them. The account
/// that is shown has a portal of its own: two sessions with the same tokens would end each other.
class AccountWatches : public QObject
{
    Q_OBJECT

public:
    using OptionsOf = std::function<Portal::Options(const KnownAccounts::Account &)>;

    AccountWatches(KnownAccounts &accounts, OptionsOf optionsOf, QObject *parent = nullptr);

    /// Watches all accounts but the current one. To be called once the portal of the account before is gone.
    void follow();

private:
    void drop(const QString &id);

    KnownAccounts &m_accounts;
    const OptionsOf m_optionsOf;
    std::map<QString, std::unique_ptr<AccountWatch>> m_watches; ///< by KnownAccounts::Account::id
};
