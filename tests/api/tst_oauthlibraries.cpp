// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/tokenclient.h"
#include "tests/support/nodescript.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Certified client libraries (oauth4webapi and openid-client) at the endpoints that involve no user.
class TestOAuthLibraries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void certifiedClientsWork();
};

void TestOAuthLibraries::certifiedClientsWork()
{
    TestServer server;
    const TestAccount &ada = server.account(u"ada"_s);
    TokenClient client(server);
    const QString nonce = u"n-0S6_WzA2Mj"_s;
    const QUrl callback = client.callback(ada, {{u"scope"_s, u"openid email account:read"_s}, {u"nonce"_s, nonce}});
    const QJsonObject result = NodeScript::run(u"oauthlibraries"_s,
                                               {{u"issuer"_s, client.app().issuer()},
                                                {u"callback"_s, callback.toString(QUrl::FullyEncoded)},
                                                {u"app"_s,
                                                 QJsonObject{{u"id"_s, client.id()},
                                                             {u"key"_s, client.app().appKey()},
                                                             {u"redirectUri"_s, Authorizing::redirectUri()}}},
                                                {u"expected"_s,
                                                 QJsonObject{{u"state"_s, u"the state"_s},
                                                             {u"nonce"_s, nonce},
                                                             {u"verifier"_s, TokenClient::verifier()},
                                                             {u"sub"_s, ada.userId()},
                                                             {u"email"_s, ada.email()}}}});
    QCOMPARE(result[u"done"_s].toArray().size(), 3);
}

QTEST_GUILESS_MAIN(TestOAuthLibraries)
#include "tst_oauthlibraries.moc"
