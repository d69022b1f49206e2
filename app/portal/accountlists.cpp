// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/accountlists.h"

#include "models/identity/consent.h"
#include "models/identity/identity.h"
#include "models/identity/signin.h"
#include "models/identity/supportgrant.h"

using namespace Qt::StringLiterals;

void AccountListModel::attached()
{
    // Another user may sign in while the list is shown.
    connect(portal()->session(), &PortalSession::signedInChanged, this, &AccountListModel::restart);
}

QString AccountListModel::accountPath(const QString &what) const
{
    return u"/accounts/%1/%2"_s.arg(portal()->session()->accountId(), what);
}

SignInsModel::SignInsModel(QObject *parent)
    : AccountListModel(SignIn::staticMetaObject, u"sessionId"_s, {}, parent)
{
}

ApiRequest SignInsModel::listRequest() const
{
    return ApiRequest::get(accountPath(u"sessions"_s), {{u"pagesize"_s, u"50"_s}});
}

void SignInsModel::end(const QString &sessionId)
{
    act(ApiRequest::remove(accountPath(u"sessions/"_s + sessionId)),
        [this, sessionId](const ApiAnswer &) { removeIds({sessionId}); });
}

void SignInsModel::endOthers()
{
    act(ApiRequest::remove(accountPath(u"sessions"_s)), [this](const ApiAnswer &) {
        reload();
        Q_EMIT othersEnded();
    });
}

ConsentsModel::ConsentsModel(QObject *parent)
    : AccountListModel(Consent::staticMetaObject, u"appId"_s, {}, parent)
{
}

ApiRequest ConsentsModel::listRequest() const
{
    return ApiRequest::get(accountPath(u"consents"_s), {{u"pagesize"_s, u"50"_s}});
}

void ConsentsModel::withdraw(const QString &appId)
{
    act(ApiRequest::remove(accountPath(u"consents/"_s + appId)),
        [this, appId](const ApiAnswer &) { removeIds({appId}); });
}

IdentitiesModel::IdentitiesModel(QObject *parent)
    : AccountListModel(Identity::staticMetaObject, u"provider"_s, {}, parent)
{
}

ApiRequest IdentitiesModel::listRequest() const { return ApiRequest::get(accountPath(u"identities"_s)); }

void IdentitiesModel::unlink(const QString &provider)
{
    act(ApiRequest::remove(accountPath(u"identities/"_s + provider)),
        [this, provider](const ApiAnswer &) { removeIds({provider}); });
}

SupportAccessModel::SupportAccessModel(QObject *parent)
    : AccountListModel(SupportGrant::staticMetaObject, u"grantId"_s, {}, parent)
{
}

ApiRequest SupportAccessModel::listRequest() const { return ApiRequest::get(accountPath(u"support-access"_s)); }

void SupportAccessModel::grant(int hours, const QString &reason)
{
    act(ApiRequest::create(accountPath(u"support-access"_s), {{u"hours"_s, hours}, {u"reason"_s, reason}}),
        [this](const ApiAnswer &) { reload(); });
}

void SupportAccessModel::end()
{
    act(ApiRequest::remove(accountPath(u"support-access"_s)), [this](const ApiAnswer &) { reload(); });
}
