// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/accountlists.h"

#include "models/identity/consent.h"
#include "models/identity/identity.h"
#include "models/identity/securitykey.h"
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

SecurityKeysModel::SecurityKeysModel(QObject *parent)
    : AccountListModel(SecurityKey::staticMetaObject, u"securityKeyId"_s, {}, parent)
{
}

ApiRequest SecurityKeysModel::listRequest() const { return ApiRequest::get(accountPath(u"security-keys"_s)); }

void SecurityKeysModel::rename(const QString &keyId, const QString &name)
{
    act(ApiRequest::put(accountPath(u"security-keys/"_s + keyId), {{u"name"_s, name}}),
        [this, keyId](const ApiAnswer &answer) {
            patch(keyId, {{u"name"_s, answer.json["name"_L1].toString()}});
            Q_EMIT renamed();
        });
}

void SecurityKeysModel::remove(const QString &keyId, const QString &password, const QString &code)
{
    act(ApiRequest::remove(accountPath(u"security-keys/"_s + keyId), {{u"password"_s, password}, {u"code"_s, code}}),
        [this, keyId](const ApiAnswer &) {
            removeIds({keyId});
            Q_EMIT removed();
        });
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
