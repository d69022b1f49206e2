// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/session.h"

#include "app/client/apicall.h"
#include "app/client/apiclient.h"
#include "app/client/tokenstore.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

Session::Session(ApiClient &client, TokenStore &store, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_store(store)
{
    m_client.setTokenSource(this);
}

Session::~Session() { m_client.setTokenSource(nullptr); }

void Session::restore()
{
    m_store.load([self = QPointer(this)](const QByteArray &kept) {
        if (!self || self->m_state != State::Restoring)
            return;
        const bool found = self->adopt(QJsonDocument::fromJson(kept).object());
        self->setState(found ? State::SignedIn : State::SignedOut);
    });
}

void Session::signIn(const QString &address, const QString &password)
{
    if (m_signingIn)
        m_signingIn->cancel();
    setChallenge({});
    const QJsonObject body{{u"name"_s, address}, {u"password"_s, password}};
    m_signingIn = m_client.send(ApiRequest::post(u"/accounts/login/local"_s, body).asApp(), this,
                                [this](const ApiAnswer &answer) { signedIn(answer); });
    Q_EMIT busyChanged();
}

void Session::sendCode(const QString &code)
{
    if (m_signingIn || !needsCode())
        return;
    const QJsonObject body{{u"challenge"_s, m_challenge}, {u"code"_s, code}};
    m_signingIn = m_client.send(ApiRequest::post(u"/accounts/login/second-factor"_s, body).asApp(), this,
                                [this](const ApiAnswer &answer) { signedIn(answer); });
    Q_EMIT busyChanged();
}

void Session::cancelCode()
{
    if (m_signingIn)
        m_signingIn->cancel();
    m_signingIn = nullptr;
    Q_EMIT busyChanged();
    setChallenge({});
}

void Session::signedIn(const ApiAnswer &answer)
{
    m_signingIn = nullptr;
    Q_EMIT busyChanged();
    const QString challenge = answer.json["challenge"_L1].toString();
    if (!answer.ok() && answer.error->code == "second_factor_required"_L1 && !challenge.isEmpty()) {
        setChallenge(challenge);
        return;
    }
    if (!answer.ok()) {
        if (answer.error->code == "invalid_challenge"_L1 || answer.error->code == "account_inactive"_L1)
            setChallenge({});
        Q_EMIT signInFailed(*answer.error);
    } else if (!adopt(answer.json)) {
        Q_EMIT signInFailed({.kind = ApiError::Kind::Malformed, .status = answer.status});
    } else {
        setState(State::SignedIn);
        setChallenge({});
    }
}

void Session::signOut()
{
    if (m_state == State::SignedIn)
        m_client.send(ApiRequest::get(u"/accounts/logout"_s), &m_client, [](const ApiAnswer &) {});
    forget();
}

void Session::renew(const QByteArray &spent, std::function<void(bool renewed)> done)
{
    // Another call has renewed the token already, or the user has signed out.
    if (m_accessToken != spent || m_accessToken.isEmpty()) {
        done(!m_accessToken.isEmpty());
        return;
    }
    m_waiting.append(std::move(done));
    if (m_renewing)
        return;
    const QJsonObject body{{u"refresh_token"_s, QString::fromLatin1(m_refreshToken)}};
    m_renewing = m_client.send(ApiRequest::put(u"/accounts/refresh-token"_s, body).asApp(), this,
                               [this](const ApiAnswer &answer) { renewed(answer); });
}

void Session::renewed(const ApiAnswer &answer)
{
    m_renewing = nullptr;
    if (answer.ok() && adopt(answer.json)) {
        answerWaiting(true);
        return;
    }
    // Only a refusal by the server ends the session. A network error does not.
    const bool refused = answer.status == 400 || answer.status == 401 || answer.status == 403;
    if (refused && answer.error) {
        forget();
        Q_EMIT ended(*answer.error);
    } else {
        answerWaiting(false);
    }
}

bool Session::adopt(const QJsonObject &tokens)
{
    const QByteArray access = tokens["access_token"_L1].toString().toLatin1();
    const QByteArray refresh = tokens["refresh_token"_L1].toString().toLatin1();
    if (access.isEmpty() || refresh.isEmpty())
        return false;
    m_accessToken = access;
    m_refreshToken = refresh;
    m_accountId = tokens["account_id"_L1].toString(m_accountId);
    m_userId = tokens["user_id"_L1].toString(m_userId);
    const QJsonObject kept{{u"access_token"_s, QString::fromLatin1(access)},
                           {u"refresh_token"_s, QString::fromLatin1(refresh)},
                           {u"account_id"_s, m_accountId},
                           {u"user_id"_s, m_userId}};
    m_store.save(QJsonDocument(kept).toJson(QJsonDocument::Compact));
    return true;
}

void Session::forget()
{
    if (m_renewing)
        m_renewing->cancel();
    m_renewing = nullptr;
    m_accessToken.clear();
    m_refreshToken.clear();
    m_accountId.clear();
    m_userId.clear();
    m_store.clear();
    setState(State::SignedOut);
    answerWaiting(false);
}

void Session::setChallenge(const QString &challenge)
{
    if (m_challenge == challenge)
        return;
    m_challenge = challenge;
    Q_EMIT needsCodeChanged();
}

void Session::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

void Session::answerWaiting(bool renewed)
{
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &done : waiting)
        done(renewed);
}
