// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/authorizing.h"
#include "tests/support/nodescript.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

/// Apps built with the certified client libraries `openid-client` and `oauth4webapi`, with a user at a real browser.
class TestOAuthClients : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void certifiedClientsSignAUserIn();
};

void TestOAuthClients::certifiedClientsSignAUserIn()
{
    const QString chromium = u"/usr/bin/chromium"_s;
    if (!QFile::exists(chromium))
        QSKIP("There is no Chromium at /usr/bin/chromium: on Debian, scripts/setup installs it.");
    TestServer server;
    const auto person = [&server](const QString &name) {
        const TestAccount &account = server.account(name);
        return QJsonObject{{u"email"_s, account.email()},
                           {u"password"_s, TestAccount::password()},
                           {u"accountId"_s, account.accountId()},
                           {u"userId"_s, account.userId()}};
    };
    const QJsonObject app = server.account(u"dora"_s).createApp(
        u"Certified"_s, {{u"redirect_uris"_s, QJsonArray{Authorizing::redirectUri()}}});
    const QJsonObject result = NodeScript::run(u"oauthclients"_s,
                                               {{u"issuer"_s, server.base().toString(QUrl::RemovePath)},
                                                {u"chromium"_s, chromium},
                                                {u"screenshots"_s, QStringLiteral(WAYMARK_SCREENSHOTS)},
                                                {u"person"_s, person(u"ada"_s)},
                                                {u"denier"_s, person(u"bea"_s)},
                                                {u"app"_s,
                                                 QJsonObject{{u"id"_s, app[u"app_id"_s]},
                                                             {u"key"_s, app[u"app_key"_s]},
                                                             {u"redirectUri"_s, Authorizing::redirectUri()}}}});
    QCOMPARE(result[u"done"_s].toArray(), (QJsonArray{u"openid-client"_s, u"oauth4webapi"_s}));
}

QTEST_GUILESS_MAIN(TestOAuthClients)
#include "tst_oauthclients.moc"
