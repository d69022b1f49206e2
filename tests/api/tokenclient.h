// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/api/authorizing.h"

/// Requires an error of RFC 6749, 5.2. Needs tests/support/expect.h.
#define EXPECT_OAUTH_ERROR(answer, expectedStatus, expectedError)                                                      \
    do {                                                                                                               \
        const Answer &oauthAnswer = (answer);                                                                          \
        EXPECT_STATUS(oauthAnswer, expectedStatus);                                                                    \
        QCOMPARE(oauthAnswer.json[u"error"_s].toString(), expectedError);                                              \
        QVERIFY(!oauthAnswer.json[u"error_description"_s].toString().isEmpty());                                       \
        QCOMPARE(oauthAnswer.header("Cache-Control"), "no-store");                                                     \
    } while (false)

/// An app at the OAuth endpoints: it gets codes through the server's pages and exchanges them.
class TokenClient
{
public:
    using Fields = FormBrowser::Fields;

    /// `fields` are added to the app's registration.
    explicit TokenClient(TestServer &server, const QString &name = QStringLiteral("Garden Watch"),
                         const QJsonObject &fields = {});

    const Authorizing &app() const { return m_app; }
    QString id() const { return m_app.appId(); }
    /// Returns the `Authorization` header with the app's key.
    HttpClient::Headers byKey() const;

    /// The verifier of RFC 7636, appendix B. Authorizing sends its challenge.
    static QString verifier() { return QStringLiteral("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"); }

    /// Lets the account's user sign in and allow the request, to which `fields` are added. Returns the address that the
    /// browser is sent back to.
    /// Throws: std::runtime_error with the page if there is no code.
    QUrl callback(const TestAccount &account, const Fields &fields = {});
    /// Returns the code in that address.
    QString code(const TestAccount &account, const Fields &fields = {});
    /// Returns the token request of a public client for a code. `fields` are added or replaced; empty ones are left
    /// out.
    Fields exchange(const QString &code, const Fields &fields = {}) const;
    Fields refreshment(const QString &refreshToken, const Fields &fields = {}) const;
    Answer token(const Fields &form, const HttpClient::Headers &headers = {}) const;
    /// Posts to an endpoint at the root, such as `revoke`.
    Answer post(const QString &endpoint, const Fields &form, const HttpClient::Headers &headers = {}) const;

    /// Returns tokens of the account for these scopes.
    /// Throws: std::runtime_error with the answer if there are none.
    QJsonObject tokens(const TestAccount &account, const QString &scopes = QStringLiteral("account:read"));
    /// Returns tokens as above, for the app with its key.
    QJsonObject tokensByKey(const TestAccount &account, const QString &scopes = QStringLiteral("account:read"));
    /// Returns the status of a request with the access token.
    int use(const TestAccount &account, const QJsonObject &tokens) const;

private:
    QJsonObject granted(const Answer &answer) const;

    TestServer &m_server;
    Authorizing m_app;
    QMap<QString, QByteArray> m_cookies; ///< cookies of each account's browser
};
