// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QDateTime>

#include <oath.h>

#include <cstdlib>
#include <stdexcept>

/// The authenticator app of an account, and its recovery codes.
class AuthenticatorApp
{
public:
    AuthenticatorApp(const TestServer &server, const TestAccount &account)
        : AuthenticatorApp(server, account, {account.accountId(), account.userId(), account.email()})
    {
    }
    struct Owner
    {
        QString accountId;
        QString userId;
        QString email;
    };
    /// `client` has a token of the owner.
    AuthenticatorApp(const TestServer &server, const HttpClient &client, const Owner &owner)
        : m_server(server)
        , m_client(client)
        , m_user(owner.userId)
        , m_email(owner.email)
        , m_path(QStringLiteral("/accounts/%1/second-factor").arg(owner.accountId))
    {
    }

    QString path() const { return m_path; }
    QString secret() const { return m_secret; }
    /// Takes the secret of a set-up that another client has begun.
    void setSecret(const QString &secret) { m_secret = secret; }
    QStringList recoveryCodes() const { return m_recoveryCodes; }

    /// Begins a set-up and returns the answer. `code` is a recovery code of a user who has security keys.
    Answer begin(const QString &password = TestAccount::password(), const QString &code = {})
    {
        const Answer answer =
            m_client.post(m_path, {{QStringLiteral("password"), password}, {QStringLiteral("code"), code}});
        if (answer.status == 201)
            m_secret = answer.json[QStringLiteral("secret")].toString();
        return answer;
    }
    /// Confirms the set-up with a code of the app, and returns the answer. `fields` are added.
    Answer confirm(const QJsonObject &fields = {})
    {
        QJsonObject body = fields;
        body.insert(QStringLiteral("code"), code());
        const Answer answer = m_client.put(m_path, body);
        m_recoveryCodes = answer.json[QStringLiteral("codes")].toVariant().toStringList();
        return answer;
    }
    /// Throws: std::runtime_error.
    void enable(const QJsonObject &fields = {})
    {
        const Answer begun = begin();
        const Answer confirmed = confirm(fields);
        if (begun.status != 201 || confirmed.status != 200)
            throw std::runtime_error((begun.text() + confirmed.text()).toStdString());
    }
    /// Returns the code of the present time, plus `seconds`. Lets it be used, even if one of its step has been used.
    QString code(int seconds = 0) const
    {
        m_server.sql(QStringLiteral("UPDATE second_factor SET last_step = 0 WHERE user_id = '%1'").arg(m_user));
        return shown(seconds);
    }
    /// Returns the same code as it is, used or not.
    QString shown(int seconds = 0) const
    {
        const QByteArray text = m_secret.toLatin1();
        char *bytes = nullptr;
        size_t length = 0;
        if (oath_base32_decode(text.constData(), size_t(text.size()), &bytes, &length) != OATH_OK)
            throw std::runtime_error("the secret is not Base32");
        char code[7] = {};
        oath_totp_generate(bytes, length, QDateTime::currentSecsSinceEpoch() + seconds, 30, 0, 6, code);
        std::free(bytes);
        return QString::fromLatin1(code);
    }
    /// Takes the first step of a sign-in to the portal.
    Answer login(const QString &password = TestAccount::password()) const
    {
        return m_server.portal().post(QStringLiteral("/accounts/login/local"),
                                      {{QStringLiteral("name"), m_email}, {QStringLiteral("password"), password}});
    }
    QString challenge() const { return login().json[QStringLiteral("challenge")].toString(); }
    /// Takes the second step.
    Answer finish(const QString &challenge, const QString &code) const
    {
        return m_server.portal().post(QStringLiteral("/accounts/login/second-factor"),
                                      {{QStringLiteral("challenge"), challenge}, {QStringLiteral("code"), code}});
    }
    /// Returns a code of six digits that is wrong at this time.
    QString wrong() const { return shown(600) == shown() ? shown(1200) : shown(600); }

private:
    const TestServer &m_server;
    const HttpClient &m_client;
    QString m_user;
    QString m_email;
    QString m_path;
    QString m_secret;
    QStringList m_recoveryCodes;
};
