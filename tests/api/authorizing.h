// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/formbrowser.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

/// An app at `/oauth/authorize`, and its users' browsers.
class Authorizing
{
public:
    /// Registers an app of the developer dora. `fields` are added to the registration.
    explicit Authorizing(TestServer &server, const QString &name = QStringLiteral("Garden Watch"),
                         const QJsonObject &fields = {});

    TestServer &server() const { return m_server; }
    QString appId() const { return m_appId; }
    QString appKey() const { return m_appKey; }
    QString issuer() const { return m_server.base().toString(QUrl::RemovePath); }
    static QString redirectUri() { return QStringLiteral("https://app.example/cb"); }

    /// Returns the query of a valid request, with `fields` added or replaced; empty ones are left out.
    FormBrowser::Fields request(const FormBrowser::Fields &fields = {}) const;
    /// Returns the path of the request with its query.
    QString target(const FormBrowser::Fields &fields = {}) const;
    /// Signs the account in on the sign-in page that the browser shows.
    static void signIn(FormBrowser &browser, const TestAccount &account);
    /// Returns a browser in which the account has signed in and allowed the request of target().
    FormBrowser allowed(const TestAccount &account) const;

private:
    TestServer &m_server;
    QString m_appId;
    QString m_appKey;
};
