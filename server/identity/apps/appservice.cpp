// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/apps/appservice.h"

#include "models/core/times.h"
#include "server/core/events/eventstore.h"
#include "server/core/http/lockedrow.h"
#include "server/identity/apps/appaddresses.h"
#include "server/identity/apps/appnotices.h"
#include "server/identity/audit/auditlog.h"
#include "server/identity/credentials/apptokens.h"
#include "server/identity/credentials/secrets.h"
#include "server/identity/credentials/sessions.h"

using namespace Qt::StringLiterals;
using Action = AuditEntry::Action;

namespace {
constexpr qsizetype hintLength = 4;

AppKeyRow rowOf(AppId app, const QString &key, const QDateTime &now)
{
    AppKeyRow row;
    row.keyHash = Secrets::hashOf(key);
    row.appId = app;
    row.keyId = AppKeyId::generate();
    row.hint = key.right(hintLength);
    row.createdAt = now;
    return row;
}

QStringList added(const QStringList &before, const QStringList &after)
{
    QStringList more = after;
    more.removeIf([&](const QString &each) { return before.contains(each); });
    return more;
}

QString newKey() { return Secrets::make(QLatin1StringView("wmk_")); }
}

NewApp AppService::add(const Caller &caller, App wanted)
{
    requireFirstParty(caller, u"Developers create apps in the portal only."_s); // who knows the key outlives a consent
    requireSoundAddresses(wanted);
    const QDateTime now = Times::now();
    wanted.appId = AppId::generate();
    wanted.accountId = caller.accountId;
    wanted.createdAt = now;
    wanted.updatedAt = now;
    const bool trial = wanted.type == App::Type::Trial;
    wanted.status = trial ? App::Status::Active : App::Status::Pending;
    wanted.trialEndsAt = trial ? now.addSecs(m_trial.lifetime.count()) : QDateTime();
    wanted.dailyQuota = trial ? m_trial.dailyQuota : 0;
    const QString key = newKey();

    Transaction transaction(m_database);
    lockAccount(m_database, caller.accountId);
    requireFewer(m_store.countOf(caller.accountId), m_caps.apps, u"apps"_s);
    m_store.insert(wanted);
    m_store.insertKey(rowOf(wanted.appId, key, now));
    tell(caller, wanted, Action::AppCreated, {{u"name"_s, wanted.name}});
    NewApp made;
    made.appId = wanted.appId;
    made.appKey = key;
    if (!trial) {
        const Order order = m_sales.order(caller, wanted);
        made.orderId = order.orderId;
        made.checkoutUrl = order.checkoutUrl;
        wanted = m_store.find(wanted.appId).value(); // a free app is active already
    }
    transaction.commit();
    made.app = wanted;
    return made;
}

QList<App> AppService::list(const Caller &caller, AccountId account)
{
    if (account != caller.accountId && !caller.isStaff() && !caller.isAdmin())
        throw Problem::notFound();
    return m_store.ofAccount(account);
}

App AppService::get(const Caller &caller, AppId id)
{
    const auto app = m_store.find(id);
    if (!app)
        throw Problem::notFound();
    m_visibility.requireThings(caller, app->accountId, id.toString());
    return *app;
}

App AppService::update(const Caller &caller, AppId id, const Precondition &precondition,
                       const std::function<void(App &)> &change)
{
    Transaction transaction(m_database);
    App app = ownForUpdate(caller, id, precondition);
    const App before = app;
    change(app);
    if (app.type != before.type)
        throw Problem::invalid(u"/type"_s, u"not_allowed"_s, u"The type of an app cannot be changed."_s);
    requireSoundAddresses(app, before);
    const bool sameAddresses = app.redirectUris == before.redirectUris && app.origins == before.origins;
    if (!sameAddresses) // they outlive a consent, and users of the app are sent there with what they have granted
        requireFirstParty(caller, u"Developers change redirect URIs and origins in the portal only."_s);
    app.updatedAt = Times::now();
    m_store.update(app);
    tell(caller, app, Action::AppChanged, changedFields(before, app));
    const QStringList redirectUris = added(before.redirectUris, app.redirectUris);
    const QStringList origins = added(before.origins, app.origins);
    if (!redirectUris.isEmpty() || !origins.isEmpty())
        m_notices.appAddressesAdded(app, redirectUris, origins);
    transaction.commit();
    return app;
}

App AppService::ownForUpdate(const Caller &caller, AppId id, const Precondition &precondition)
{
    return lockedRow<App>(m_database, id, precondition,
                          [&](const App &app) { return Visibility::isOwn(caller, app.accountId); });
}

/// Returns the app, locked for update, if the caller is its owner or an administrator.
App AppService::governed(const Caller &caller, AppId id, const Precondition &precondition)
{
    return lockedRow<App>(m_database, id, precondition, [&](const App &app) {
        const bool governs = Visibility::isOwn(caller, app.accountId) || caller.isAdmin();
        if (governs && app.firstParty)
            throw Problem::conflict(u"first_party_app"_s, u"The portal belongs to the server and cannot be changed."_s);
        return governs;
    });
}

/// Writes the audit entry and the event.
void AppService::tell(const Caller &caller, const App &app, Action action, const QJsonObject &detail,
                      const std::optional<Headline> &headline)
{
    const QString id = app.appId.toString();
    m_audit.record(caller, {.action = action, .accountId = app.accountId, .object = id, .detail = detail});
    m_events.record(app.accountId, action == Action::AppRemoved ? u"app.removed"_s : u"app.changed"_s,
                    {{u"app_id"_s, id}}, headline);
}

App AppService::setStatus(const Caller &caller, AppId id, const Precondition &precondition, App::Status status)
{
    Transaction transaction(m_database);
    App app = governed(caller, id, precondition);
    const bool manages = caller.isAdmin();
    const App before = app;
    if (!manages && app.status == App::Status::Pending)
        throw Problem::conflict(u"app_pending"_s, u"The app has not been paid for yet."_s);
    if (!manages && app.blocked && status == App::Status::Active)
        throw Problem::forbidden(u"app_blocked"_s, u"An administrator has deactivated the app."_s);
    app.status = status;
    if (manages)
        app.blocked = status == App::Status::Inactive;
    if (app == before)
        return app;
    app.updatedAt = Times::now();
    m_store.update(app);
    if (status == App::Status::Inactive)
        endTokens(id);
    tell(caller, app, Action::AppStatusChanged,
         {{u"from"_s, SqlValue::of(before.status).toString()}, {u"to"_s, SqlValue::of(status).toString()}});
    transaction.commit();
    return app;
}

void AppService::endTokens(AppId app)
{
    m_sessions.endAllOfApp(app);
    m_appTokens.revokeAllOf(app);
}

RotatedKey AppService::rotateKey(const Caller &caller, AppId id, const Precondition &precondition,
                                 std::chrono::seconds grace)
{
    if (!caller.isAdmin()) // management may rotate the keys of all apps, also by an app
        requireFirstParty(caller, u"Developers create keys in the portal only."_s);
    Transaction transaction(m_database);
    const App app = governed(caller, id, precondition);
    const QDateTime now = Times::now();
    RotatedKey rotated;
    rotated.appId = id;
    rotated.appKey = newKey();
    if (grace.count() > 0)
        rotated.oldKeyExpiresAt = now.addSecs(grace.count());
    else
        m_appTokens.revokeAllOf(id); // a leaked key may have been exchanged for tokens
    m_store.retireKeys(id, rotated.oldKeyExpiresAt);
    m_store.insertKey(rowOf(id, rotated.appKey, now));
    tell(caller, app, Action::KeyRotated, {{u"grace_seconds"_s, qint64(grace.count())}},
         Headline{.topic = Topic::KeyRotated, .object = id.toString(), .title = app.name});
    m_notices.appKeyRotated(app, rotated.oldKeyExpiresAt);
    transaction.commit();
    return rotated;
}

QList<AppKey> AppService::keys(const Caller &caller, AppId id)
{
    const auto app = caller.isAdmin() ? m_store.find(id) : m_store.owned(caller.accountId, id);
    return app ? m_store.keys(id, Times::now()) : throw Problem::notFound();
}

void AppService::remove(const Caller &caller, AppId id, const Precondition &precondition)
{
    Transaction transaction(m_database);
    if (!m_store.owned(caller.accountId, id))
        throw Problem::notFound();
    m_sales.cancel(caller, id); // orders are locked before their apps
    const App app = ownForUpdate(caller, id, precondition);
    m_store.remove(id);
    tell(caller, app, Action::AppRemoved, {{u"name"_s, app.name}});
    transaction.commit();
}
