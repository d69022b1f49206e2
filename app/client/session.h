// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/apiclient.h"

#include <QList>
#include <QObject>
#include <QPointer>

class ApiCall;
class TokenStore;

/// The signed-in user and their tokens. A TokenStore stores the refresh token over restarts.
class Session : public QObject, public TokenSource
{
    Q_OBJECT

public:
    enum class State {
        Restoring, ///< the session of an earlier run is being restored
        SignedOut,
        SignedIn,
    };
    Q_ENUM(State)

    /// Becomes the token source of `client`. `client` and `store` must outlive the session.
    Session(ApiClient &client, TokenStore &store, QObject *parent = nullptr);
    ~Session() override;

    /// Restores the session of an earlier run, if there is one. Must be called once, before anything else.
    void restore();
    void signIn(const QString &address, const QString &password);
    /// Takes the second step of a sign-in, when needsCode() says so: sends a code of the authenticator app, or a
    /// recovery code.
    void sendCode(const QString &code);
    /// Gives up a sign-in that waits for a code.
    void cancelCode();
    /// Signs out immediately. Notifies the server without waiting for its answer.
    void signOut();

    State state() const { return m_state; }
    bool isBusy() const { return !m_signingIn.isNull(); }
    /// Returns whether the password was right and the server asks for a code of the second factor.
    bool needsCode() const { return !m_challenge.isEmpty(); }
    QString accountId() const { return m_accountId; }
    QString userId() const { return m_userId; }

    QByteArray accessToken() const override { return m_accessToken; }
    void renew(const QByteArray &spent, std::function<void(bool renewed)> done) override;

Q_SIGNALS:
    void stateChanged();
    void busyChanged();
    void needsCodeChanged();
    void signInFailed(const ApiError &error);
    /// The server ended the session: it was revoked, it expired, or the account is inactive. Emitted after
    /// stateChanged(), with the server's refusal.
    void ended(const ApiError &refusal);

private:
    void signedIn(const ApiAnswer &answer);
    void renewed(const ApiAnswer &answer);
    bool adopt(const QJsonObject &tokens);
    void forget();
    void setState(State state);
    void setChallenge(const QString &challenge);
    void answerWaiting(bool renewed);

    ApiClient &m_client;
    TokenStore &m_store;
    State m_state = State::Restoring;
    QByteArray m_accessToken;
    QByteArray m_refreshToken;
    QString m_accountId;
    QString m_userId;
    QString m_challenge; ///< of the first step of a sign-in
    QPointer<ApiCall> m_signingIn;
    QPointer<ApiCall> m_renewing;
    QList<std::function<void(bool)>> m_waiting; ///< callbacks that wait for the running renewal
};
