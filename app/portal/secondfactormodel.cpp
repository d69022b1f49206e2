// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/secondfactormodel.h"

#include "models/identity/secondfactor.h"

using namespace Qt::StringLiterals;

SecondFactorModel::SecondFactorModel(QObject *parent)
    : ObjectModel(SecondFactor::staticMetaObject, parent)
{
}

QString SecondFactorModel::path() const
{
    const QString id = portal()->session()->accountId();
    return id.isEmpty() ? QString() : u"/accounts/%1/second-factor"_s.arg(id);
}

void SecondFactorModel::attached()
{
    connect(portal()->session(), &PortalSession::signedInChanged, this, [this] {
        forgetSecrets();
        reset();
    });
    reload();
}

void SecondFactorModel::begin(const QString &password, const QString &code)
{
    act(ApiRequest::create(path(), {{u"password"_s, password}, {u"code"_s, code}}), [this](const ApiAnswer &answer) {
        m_secret = answer.json["secret"_L1].toString();
        m_uri = answer.json["uri"_L1].toString();
        Q_EMIT secretsChanged();
    });
}

void SecondFactorModel::confirm(const QString &code, bool endOtherSessions)
{
    act(ApiRequest::put(path(), {{u"code"_s, code}, {u"end_other_sessions"_s, endOtherSessions}}),
        [this](const ApiAnswer &answer) {
            takeCodes(answer);
            reload();
            Q_EMIT enabledNow();
        });
}

void SecondFactorModel::renewCodes(const QString &password, const QString &code)
{
    act(ApiRequest::create(path() + u"/recovery-codes"_s, {{u"password"_s, password}, {u"code"_s, code}}),
        [this](const ApiAnswer &answer) {
            takeCodes(answer);
            reload();
            Q_EMIT codesRenewed();
        });
}

void SecondFactorModel::disable(const QString &password, const QString &code)
{
    act(ApiRequest::remove(path(), {{u"password"_s, password}, {u"code"_s, code}}), [this](const ApiAnswer &) {
        reload();
        Q_EMIT disabledNow();
    });
}

void SecondFactorModel::forgetSecrets()
{
    m_secret.clear();
    m_uri.clear();
    m_recoveryCodes.clear();
    Q_EMIT secretsChanged();
}

void SecondFactorModel::takeCodes(const ApiAnswer &answer)
{
    m_secret.clear();
    m_uri.clear();
    m_recoveryCodes = answer.json["codes"_L1].toVariant().toStringList();
    Q_EMIT secretsChanged();
}
