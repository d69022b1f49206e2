// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/support/supportconsole.h"

#include "models/core/times.h"
#include "server/billing/orders/orderstore.h"
#include "server/core/http/paging.h"
#include "server/core/http/problem.h"
#include "server/identity/accounts/accountstore.h"
#include "server/identity/apps/appstore.h"

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype mostHits = 50;
constexpr qsizetype shortestQuestion = 2;
constexpr qsizetype longestQuestion = 200;
constexpr qint64 entriesShown = 20;
constexpr qsizetype ordersShown = 20;
}

namespace {
/// People ask for an order by its number, and by nothing else.
QList<SupportHit> ordersOf(Database &database, const QString &asked)
{
    const auto id = OrderId::parse(asked);
    const auto order = id ? OrderStore(database).find(*id) : std::nullopt;
    if (!order)
        return {};
    const auto account = AccountStore(database).find(order->accountId);
    SupportHit hit;
    hit.kind = SupportHit::Kind::Order;
    hit.id = id->toString();
    hit.accountId = order->accountId;
    hit.title = order->title;
    hit.subtitle = account ? account->email : QString();
    hit.matched = u"id"_s;
    return {hit};
}
}

QList<SupportHit> SupportConsole::search(const Caller &caller, const QString &text)
{
    const QString asked = text.trimmed();
    if (asked.size() < shortestQuestion)
        throw Problem::invalid(u"?q"_s, u"too_short"_s, u"Type at least two characters."_s);
    if (asked.size() > longestQuestion)
        throw Problem::invalid(u"?q"_s, u"too_long"_s, u"Type two hundred characters at most."_s);
    m_index.refresh();
    const QList<SupportHit> hits = ordersOf(m_database, asked) + m_index.find(asked, mostHits);
    Transaction transaction(m_database);
    m_audit.record(
        caller,
        {.action = AuditEntry::Action::SupportSearched, .detail = {{u"q"_s, asked}, {u"found"_s, hits.size()}}});
    transaction.commit();
    return hits;
}

SupportOverview SupportConsole::overview(const Caller &caller, AccountId id)
{
    AccountStore accounts(m_database);
    const auto account = accounts.find(id);
    if (!account)
        throw Problem::notFound();
    m_visibility.requireThings(caller, id, id.toString());
    SupportOverview view;
    view.account = Visibility::shown(caller, *account);
    view.account.users = accounts.users(id);
    view.account.apps = accounts.linkedApps(id);
    view.apps = AppStore(m_database).ofAccount(id);
    view.devices = m_database.select<SupportDevice>(
        "SELECT * FROM device WHERE account_id = ? AND deleted_at IS NULL ORDER BY created_at, device_id", id);
    const QDateTime now = Times::now();
    view.sessions = m_database
                        .value("SELECT count(*) FROM session s JOIN account_user u ON u.user_id = s.user_id "
                               "WHERE u.account_id = ? AND s.ended_at IS NULL AND EXISTS (SELECT 1 FROM refresh_token "
                               "r WHERE r.session_id = s.session_id AND r.spent_at IS NULL AND r.expires_at > ?)",
                               id, now)
                        .toLongLong();
    view.supportAccess = SupportGrantStore(m_database).inForce(id, now).value_or(SupportGrant());
    OrderQuery ofAccount;
    ofAccount.account = id;
    view.orders = OrderStore(m_database).list(ofAccount, {});
    view.orders.resize(std::min(view.orders.size(), ordersShown));
    view.recent = AuditStore(m_database).newest({.account = id}, entriesShown);
    return view;
}
