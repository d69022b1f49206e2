// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/apianswer.h"
#include "app/client/tokensource.h"

#include <QList>
#include <QObject>
#include <QPointer>

class ApiCall;
class ApiClient;
class TokenStore;

/// Who is signed in, and the tokens that show it; they outlive the program in a TokenStore.
class Session : public QObject, public TokenSource
{
    Q_OBJECT

public:
    enum class State {
        Restoring, ///< what an earlier run left is being looked up
        SignedOut,
        SignedIn,
    };
    Q_ENUM(State)

    /// Becomes the client's source of tokens. Both outlive the session.
    Session(ApiClient &client, TokenStore &store, QObject *parent = nullptr);
    ~Session() override;

    /// Takes up the session of an earlier run, if there is one. Call it once, at first.
    void restore();
    void signIn(const QString &address, const QString &password);
    /// At once here; the server is told as well, and not waited for.
    void signOut();

    State state() const { return m_state; }
    bool isBusy() const { return !m_signingIn.isNull(); }
    QString accountId() const { return m_accountId; }
    QString userId() const { return m_userId; }

    QByteArray accessToken() const override { return m_accessToken; }
    void renew(const QByteArray &spent, std::function<void(bool renewed)> done) override;

Q_SIGNALS:
    void stateChanged();
    void busyChanged();
    void signInFailed(const ApiError &error);
    /// The server ended the session: revoked, expired, account inactive. stateChanged() has been emitted before.
    void ended();

private:
    void signedIn(const ApiAnswer &answer);
    void renewed(const ApiAnswer &answer);
    bool adopt(const QJsonObject &tokens);
    void forget();
    void setState(State state);
    void answerWaiting(bool renewed);

    ApiClient &m_client;
    TokenStore &m_store;
    State m_state = State::Restoring;
    QByteArray m_accessToken;
    QByteArray m_refreshToken;
    QString m_accountId;
    QString m_userId;
    QPointer<ApiCall> m_signingIn;
    QPointer<ApiCall> m_renewing;
    QList<std::function<void(bool)>> m_waiting; ///< for the renewal on its way
};
