// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/api/authorizing.h"

/// An app at OAuth's endpoints: it gets codes by the server's own pages, and sends forms with what it has got.
class TokenClient
{
public:
    using Fields = FormBrowser::Fields;

    /// `fields` are added to what it is registered with.
    explicit TokenClient(TestServer &server, const QString &name = QStringLiteral("Garden Watch"),
                         const QJsonObject &fields = {});

    const Authorizing &app() const { return m_app; }
    QString id() const { return m_app.appId(); }
    /// The `Authorization` by which it proves itself.
    HttpClient::Headers byKey() const;

    /// Of RFC 7636, appendix B, as is the challenge that Authorizing sends.
    static QString verifier() { return QStringLiteral("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"); }

    /// The account's user signs in and allows what is asked for: `fields` are added to the request. Where the browser
    /// comes back to. Throws std::runtime_error with the page when that gives no code.
    QUrl callback(const TestAccount &account, const Fields &fields = {});
    /// The code in that.
    QString code(const TestAccount &account, const Fields &fields = {});
    /// What a public client sends with a code; `fields` are added or replaced, and left out where they are empty.
    Fields exchange(const QString &code, const Fields &fields = {}) const;
    Fields refreshment(const QString &refreshToken, const Fields &fields = {}) const;
    Answer token(const Fields &form, const HttpClient::Headers &headers = {}) const;
    /// Any of the endpoints at the root, such as `revoke`.
    Answer post(const QString &endpoint, const Fields &form, const HttpClient::Headers &headers = {}) const;

    /// Tokens of the account's for these scopes. Throws std::runtime_error with the answer when there are none.
    QJsonObject tokens(const TestAccount &account, const QString &scopes = QStringLiteral("account:read"));
    /// The same, for the app with its key.
    QJsonObject tokensByKey(const TestAccount &account, const QString &scopes = QStringLiteral("account:read"));
    /// The status that the account's user gets with an access token.
    int use(const TestAccount &account, const QJsonObject &tokens) const;

private:
    QJsonObject granted(const Answer &answer) const;

    TestServer &m_server;
    Authorizing m_app;
    QMap<QString, QByteArray> m_cookies; ///< of each account's browser
};
