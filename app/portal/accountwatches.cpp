// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/accountwatches.h"

#include <QJsonArray>

#include <chrono>

using namespace Qt::StringLiterals;

namespace {
constexpr std::chrono::minutes period(1);
constexpr qint64 fresh = 3000; // milliseconds
constexpr QLatin1StringView hiddenType = "mark.updated"_L1; // NotificationsModel does not show these
}

AccountWatch::AccountWatch(const Portal::Options &options, QObject *parent)
    : QObject(parent)
    , m_client(options.server, Portal::app())
    , m_tokens(options.tokenKey(), options.tokenFile(), options.tokens)
    , m_session(m_client, m_tokens)
{
    m_beat.setInterval(period);
    connect(&m_beat, &QTimer::timeout, this, &AccountWatch::count);
    connect(&m_session, &Session::stateChanged, this, [this] {
        if (m_session.state() == Session::State::SignedIn) {
            m_beat.start();
            count();
        } else {
            m_beat.stop();
            Q_EMIT counted(-1);
        }
    });
    m_session.restore();
}

void AccountWatch::refresh()
{
    if (m_beat.isActive() && QDateTime::currentMSecsSinceEpoch() - m_countedAt > fresh)
        count();
}

void AccountWatch::count()
{
    m_countedAt = QDateTime::currentMSecsSinceEpoch();
    const QString marks = u"/device-marks/account/%1/unread"_s.arg(m_session.accountId());
    ask(ApiRequest::get(marks, {{u"pagesize"_s, u"100"_s}}), [this](const ApiAnswer &answer) {
        int unread = 0; // the answer has one row per day
        for (const auto &day : answer.json["items"_L1].toArray())
            unread += day["count"_L1].toInt();
        countNews({}, [this, unread](int all) {
            countNews(hiddenType, [this, unread, all](int hidden) { Q_EMIT counted(unread + all - hidden); });
        });
    });
}

void AccountWatch::countNews(const QString &type, std::function<void(int)> counted)
{
    QUrlQuery query{{u"unread"_s, u"true"_s}, {u"count"_s, u"true"_s}, {u"pagesize"_s, u"1"_s}};
    if (!type.isEmpty())
        query.addQueryItem(u"type"_s, type);
    ask(ApiRequest::get(u"/notifications"_s, query),
        [counted = std::move(counted)](const ApiAnswer &answer) { counted(answer.json["total"_L1].toInt()); });
}

/// Calls `answered` on success. Any failure means that the number is not known.
void AccountWatch::ask(const ApiRequest &request, std::function<void(const ApiAnswer &)> answered)
{
    m_client.send(request, this, [this, answered = std::move(answered)](const ApiAnswer &answer) {
        if (answer.ok())
            answered(answer);
        else
            Q_EMIT counted(-1);
    });
}

AccountWatches::AccountWatches(KnownAccounts &accounts, OptionsOf optionsOf, QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_optionsOf(std::move(optionsOf))
{
    // Before the portal of the account is made, or its session is ended.
    connect(&accounts, &KnownAccounts::chosen, this, [this] { drop(m_accounts.current().id); });
    connect(&accounts, &KnownAccounts::forgotten, this,
            [this](const KnownAccounts::Account &account) { drop(account.id); });
    connect(&accounts, &KnownAccounts::unreadWanted, this, [this] {
        for (const auto &[id, watch] : m_watches)
            watch->refresh();
    });
}

void AccountWatches::follow()
{
    for (const KnownAccounts::Account &account : m_accounts.others()) {
        if (account.user.isEmpty() || m_watches.contains(account.id))
            continue;
        auto watch = std::make_unique<AccountWatch>(m_optionsOf(account));
        connect(watch.get(), &AccountWatch::counted, this,
                [this, id = account.id](int unread) { m_accounts.setUnread(id, unread); });
        m_watches.emplace(account.id, std::move(watch));
    }
}

void AccountWatches::drop(const QString &id)
{
    m_watches.erase(id);
    m_accounts.setUnread(id, -1);
}
