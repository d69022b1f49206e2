// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/formbrowser.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

/// An app at `/oauth/authorize`, and the people that it sends there.
class Authorizing
{
public:
    /// An app of the developer dora's; `fields` are added to what it is registered with.
    explicit Authorizing(TestServer &server, const QString &name = QStringLiteral("Garden Watch"),
                         const QJsonObject &fields = {});

    TestServer &server() const { return m_server; }
    QString appId() const { return m_appId; }
    QString appKey() const { return m_appKey; }
    QString issuer() const { return m_server.base().toString(QUrl::RemovePath); }
    static QString redirectUri() { return QStringLiteral("https://app.example/cb"); }

    /// A right request, with `fields` added or replaced; one that is empty is left out.
    FormBrowser::Fields request(const FormBrowser::Fields &fields = {}) const;
    /// The same as a path with its query.
    QString target(const FormBrowser::Fields &fields = {}) const;
    /// Signs somebody in on the sign-in page at hand.
    static void signIn(FormBrowser &browser, const TestAccount &account);
    /// A browser in which the account is signed in and has allowed what target() asks for.
    FormBrowser allowed(const TestAccount &account) const;

private:
    TestServer &m_server;
    QString m_appId;
    QString m_appKey;
};
