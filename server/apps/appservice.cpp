// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/apps/appservice.h"

#include "models/times.h"
#include "server/audit/changedfields.h"
#include "server/auth/secrets.h"
#include "server/http/problem.h"

#include <QUrl>

using namespace Qt::StringLiterals;
using Action = AuditEntry::Action;

namespace {
constexpr int trialDays = 30;
constexpr qint64 trialCallsADay = 10'000;

bool isLoopback(const QUrl &url)
{
    return url.host() == u"localhost"_s || url.host() == u"127.0.0.1"_s || url.host() == u"::1"_s;
}

/// OAuth 2.1, 2.3.1: absolute, without a fragment; https, http on loopback, or a private-use scheme (RFC 8252, 7.1).
bool isRedirectUri(const QUrl &url)
{
    if (!url.isValid() || url.hasFragment() || url.scheme().isEmpty())
        return false;
    if (url.scheme() == u"http"_s)
        return isLoopback(url);
    return url.scheme() == u"https"_s ? !url.host().isEmpty() : url.scheme().contains(u'.');
}

/// RFC 6454: scheme, host and port alone.
bool isOrigin(const QUrl &url)
{
    const bool web = url.scheme() == u"https"_s || url.scheme() == u"http"_s;
    return web && !url.host().isEmpty() && url.path().isEmpty() && !url.hasQuery() && !url.hasFragment()
        && url.userInfo().isEmpty();
}

void requireAll(const QStringList &texts, const QString &pointer, bool (*fits)(const QUrl &), const QString &detail)
{
    FieldErrors errors;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (texts[i].size() > 2000 || !fits(QUrl(texts[i], QUrl::StrictMode)))
            errors += {u"%1/%2"_s.arg(pointer).arg(i), u"malformed"_s, detail};
    }
    if (!errors.isEmpty())
        throw Problem::invalid(errors);
}

void requireSound(const App &app)
{
    requireAll(
        app.redirectUris, u"/redirect_uris"_s, &isRedirectUri,
        u"A redirect URI is absolute and without a fragment: https, http on loopback, or a scheme such as com.example.app."_s);
    requireAll(app.origins, u"/origins"_s, &isOrigin,
               u"An origin is a scheme, a host and a port: https://example.org."_s);
}
}

NewApp AppService::add(const Caller &caller, App wanted)
{
    requireSound(wanted);
    const QDateTime now = Times::now();
    wanted.appId = AppId::generate();
    wanted.accountId = caller.accountId;
    wanted.createdAt = now;
    wanted.updatedAt = now;
    const bool trial = wanted.type == App::Type::Trial;
    wanted.status = trial ? App::Status::Active : App::Status::Pending;
    wanted.trialEndsAt = trial ? now.addDays(trialDays) : QDateTime();
    wanted.dailyQuota = trial ? trialCallsADay : 0;
    const QString key = Secrets::make(QLatin1StringView("wmk_"));

    Transaction transaction(m_database);
    m_store.insert(wanted);
    m_store.insertKey(wanted.appId, Secrets::hashOf(key), now);
    m_audit.record(caller,
                   {.action = Action::AppCreated,
                    .accountId = wanted.accountId,
                    .object = wanted.appId.toString(),
                    .detail = {{u"name"_s, wanted.name}}});
    transaction.commit();
    NewApp made;
    made.appId = wanted.appId;
    made.appKey = key;
    made.app = wanted;
    return made;
}

QList<App> AppService::list(const Caller &caller) { return m_store.ofAccount(caller.accountId); }

App AppService::get(const Caller &caller, AppId id)
{
    const auto app = caller.isStaff() || caller.isAdmin() ? m_store.find(id) : m_store.owned(caller.accountId, id);
    return app ? *app : throw Problem::notFound();
}

App AppService::update(const Caller &caller, AppId id, const Precondition &precondition,
                       const std::function<void(App &)> &change)
{
    Transaction transaction(m_database);
    auto app = m_store.owned(caller.accountId, id);
    if (!app)
        throw Problem::notFound();
    precondition.require(*app);
    const App before = *app;
    change(*app);
    if (app->type != before.type)
        throw Problem::invalid(u"/type"_s, u"not_allowed"_s, u"The type of an app is for good."_s);
    requireSound(*app);
    app->updatedAt = Times::now();
    m_store.update(*app);
    m_audit.record(caller,
                   {.action = Action::AppChanged,
                    .accountId = app->accountId,
                    .object = id.toString(),
                    .detail = changedFields(before, *app)});
    transaction.commit();
    return *app;
}
