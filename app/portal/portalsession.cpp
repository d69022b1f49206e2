// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/portalsession.h"

#include "app/client/apicall.h"
#include "app/client/eventstream.h"

#include <QJsonArray>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace {
QString endSentence(const ApiError &refusal)
{
    if (refusal.code == "account_inactive"_L1)
        return Feedback::tr("Your account has been deactivated. Contact support.");
    return Feedback::tr(
        "Your session has ended: it expired, was signed out on another device, or the password was changed. "
        "Sign in again.");
}
}

PortalSession::PortalSession(ApiClient &client, Session &session, EventStream &events, QSettings &settings,
                             QString emailKey)
    : m_client(client)
    , m_session(session)
    , m_settings(settings)
    , m_emailKey(std::move(emailKey))
{
    connect(&session, &Session::busyChanged, this, &PortalSession::feedbackChanged);
    connect(&session, &Session::needsCodeChanged, this, &PortalSession::needsCodeChanged);
    connect(&session, &Session::signInFailed, this, [this](const ApiError &error) {
        setError(Feedback::sentence(error));
        Q_EMIT signInFailed(error.code == "account_inactive"_L1);
    });
    connect(&session, &Session::ended, this, [this](const ApiError &refusal) {
        setError(endSentence(refusal));
        Q_EMIT ended();
    });
    connect(&session, &Session::stateChanged, this, [this] {
        takeUser({});
        Q_EMIT signedInChanged();
        readUser();
    });
    // A portal that started before its server does not know the user's name yet.
    connect(&events, &EventStream::startedAfresh, this, &PortalSession::readUser);
}

void PortalSession::signIn(const QString &email, const QString &password)
{
    setError({});
    m_settings.setValue(m_emailKey, email.trimmed());
    m_session.signIn(email.trimmed(), password);
}

void PortalSession::sendCode(const QString &code)
{
    setError({});
    m_session.sendCode(code.trimmed());
}

void PortalSession::cancelCode()
{
    setError({});
    m_session.cancelCode();
}

QString PortalSession::lastEmail() const { return m_settings.value(m_emailKey).toString(); }

void PortalSession::signOut()
{
    setError({});
    m_session.signOut();
}

void PortalSession::readUser()
{
    if (!signedIn())
        return;
    m_client.send(ApiRequest::get(u"/accounts/"_s + accountId()), this, [this](const ApiAnswer &answer) {
        if (answer.ok() && signedIn())
            takeUser(answer.json);
    });
}

void PortalSession::takeUser(const QJsonObject &account)
{
    QJsonObject user;
    for (const auto &one : account["users"_L1].toArray()) {
        if (one["user_id"_L1].toString() == userId())
            user = one.toObject();
    }
    m_userName = user["name"_L1].toString();
    m_email = user["email"_L1].toString();
    m_role = user["role"_L1].toString();
    Q_EMIT userChanged();
}

void PortalSession::setError(const QString &text)
{
    m_errorText = text;
    Q_EMIT feedbackChanged();
}
