// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/support/supportconsole.h"

#include "models/core/times.h"
#include "server/billing/orders/orderstore.h"
#include "server/billing/plans/planstore.h"
#include "server/core/http/canonicaltarget.h"
#include "server/core/http/paging.h"
#include "server/core/http/problem.h"
#include "server/identity/accounts/accountstore.h"
#include "server/identity/apps/appstore.h"
#include "server/identity/requestlog/callstore.h"

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype maxHits = 50;
constexpr qsizetype minText = 2;
constexpr qsizetype maxText = 200;
constexpr qint64 entriesShown = 20;
constexpr qsizetype ordersShown = 20;
constexpr qint64 callsShown = 10;
constexpr qint64 sessionsShown = 20;

/// The sessions of an account that a refresh token can continue.
const QByteArray running =
    "FROM session s JOIN account_user u ON u.user_id = s.user_id JOIN app a ON a.app_id = s.app_id "
    "WHERE u.account_id = ? AND s.ended_at IS NULL AND EXISTS (SELECT 1 FROM refresh_token r "
    "WHERE r.session_id = s.session_id AND r.spent_at IS NULL AND r.expires_at > ?)";

/// Returns the order with this id. Orders are found by id only.
QList<SupportHit> orderWithId(Database &database, const QString &text)
{
    const auto id = OrderId::parse(text);
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

/// Returns the newest calls with this request ID.
QList<SupportHit> callsWithRequestId(Database &database, const QString &text)
{
    QList<SupportHit> hits;
    for (const AppCall &call : CallStore(database).withRequestId(text, callsShown)) {
        const auto app = AppStore(database).find(call.appId);
        SupportHit hit;
        hit.kind = SupportHit::Kind::Request;
        hit.id = call.callId.toString();
        hit.accountId = app ? app->accountId : AccountId();
        hit.appId = call.appId;
        hit.title = call.method + u' ' + call.path;
        hit.subtitle = QStringList{QString::number(call.status), call.code, app ? app->name : QString()}.join(u' ');
        hit.matched = u"request_id"_s;
        hits += hit;
    }
    return hits;
}
}

QList<SupportHit> SupportConsole::search(const Caller &caller, const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.size() < minText)
        throw Problem::invalid(u"?q"_s, u"too_short"_s, u"Must have at least 2 characters."_s);
    if (trimmed.size() > maxText)
        throw Problem::invalid(u"?q"_s, u"too_long"_s, u"Must have at most 200 characters."_s);
    m_index.refresh();
    const QString indexed = QString::fromUtf8(CanonicalTarget::id(trimmed.toUtf8()));
    QList<SupportHit> hits =
        orderWithId(m_database, trimmed) + callsWithRequestId(m_database, trimmed) + m_index.find(indexed, maxHits);
    hits.resize(std::min(hits.size(), maxHits));
    Transaction transaction(m_database);
    QJsonObject detail;
    if (m_trace.note(trimmed, hits))
        detail.insert(u"q"_s, trimmed);
    detail.insert(u"found"_s, hits.size());
    m_audit.record(caller, {.action = AuditEntry::Action::SupportSearched, .detail = detail});
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
    view.sessions = m_database.value("SELECT count(*) " + running, id, now).toLongLong();
    view.signedIn = m_database.select<SupportSession>(
        "SELECT u.name AS user_name, a.name AS app_name, s.user_agent, s.address, s.created_at, s.last_used_at "
            + running + " ORDER BY s.last_used_at DESC, s.session_id LIMIT ?",
        id, now, sessionsShown);
    view.plan = PlanStore(m_database).inForce(id).value_or(PlanInForce());
    view.deletion = m_database.one<AccountDeletion>("SELECT * FROM account_deletion WHERE account_id = ?", id)
                        .value_or(AccountDeletion());
    view.supportAccess = SupportGrantStore(m_database).inForce(id, now).value_or(SupportGrant());
    OrderQuery ofAccount;
    ofAccount.account = id;
    view.orders = OrderStore(m_database).list(ofAccount, {});
    view.orders.resize(std::min(view.orders.size(), ordersShown));
    view.recent = AuditStore(m_database).newest({.account = id}, entriesShown);
    return view;
}
