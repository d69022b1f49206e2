// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/httpclient.h"

class TestServer;

/// A person with an account, signed in through the portal's app.
///
/// Throws: all functions throw std::runtime_error with the response if a step fails, because no test can continue then.
class TestAccount : public HttpClient
{
public:
    /// Returns a password that zxcvbn considers strong.
    static QString password() { return QStringLiteral("vurt-Okapi!72-lamnet"); }

    /// Registers `name@example.org`, verifies the address with the code from the outbox, and signs in.
    TestAccount(const TestServer &server, const QString &name);

    QString name() const { return m_name; }
    QString email() const { return m_name + QStringLiteral("@example.org"); }
    QString accountId() const { return m_accountId; }
    QString userId() const { return m_userId; }
    QString accessToken() const { return m_accessToken; }
    QString refreshToken() const { return m_refreshToken; }

    /// Returns a second token with these scopes, separated by spaces. The token of this client does not change.
    QString tokenWith(const TestServer &server, const QString &scopes) const;
    /// Returns a client with such a token.
    HttpClient with(const TestServer &server, const QString &scopes) const;

    /// Adds a device and returns the response. `fields` are added to the request.
    QJsonObject addDevice(const QString &name, const QJsonObject &fields = {}) const;
    QJsonObject addGroup(const QString &name) const;
    /// Returns `app_id`, `app_key`, and `app`.
    QJsonObject createApp(const QString &name, const QJsonObject &fields = {}) const;

private:
    QString m_name;
    QString m_accountId;
    QString m_userId;
    QString m_accessToken;
    QString m_refreshToken;
};
