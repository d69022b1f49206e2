// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/httpclient.h"

class TestServer;

/// A person with an account, signed in through the portal's app. Every step throws std::runtime_error with the answer
/// when it fails, as no test can go on then.
class TestAccount : public HttpClient
{
public:
    /// Good enough for every account; zxcvbn finds nothing in it.
    static QString password() { return QStringLiteral("vurt-Okapi!72-lamnet"); }

    /// Registers `name@example.org`, reads the code from the outbox, verifies the address and signs in.
    TestAccount(const TestServer &server, const QString &name);

    QString name() const { return m_name; }
    QString email() const { return m_name + QStringLiteral("@example.org"); }
    QString accountId() const { return m_accountId; }
    QString userId() const { return m_userId; }
    QString accessToken() const { return m_accessToken; }
    QString refreshToken() const { return m_refreshToken; }

    /// A second token with these scopes alone, names separated by spaces; this client keeps its own.
    QString tokenWith(const TestServer &server, const QString &scopes) const;
    /// A client with such a token.
    HttpClient with(const TestServer &server, const QString &scopes) const;

    /// As the API answers it. `fields` are added to what is sent.
    QJsonObject addDevice(const QString &name, const QJsonObject &fields = {}) const;
    QJsonObject addGroup(const QString &name) const;
    /// With `app_id`, `app_key` and `app`.
    QJsonObject createApp(const QString &name, const QJsonObject &fields = {}) const;

private:
    QString m_name;
    QString m_accountId;
    QString m_userId;
    QString m_accessToken;
    QString m_refreshToken;
};
