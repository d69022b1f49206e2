// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

using namespace Qt::StringLiterals;

/// Tokens are cached, and yet an ended session is refused.
class TestTokenCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCacheIsUsed();
    void aSessionEndsAtOnceOnItsServer_data();
    void aSessionEndsAtOnceOnItsServer();
    void aChangeOnAnotherServerTakesEffectWithinASecond();
    void anExpiredTokenIsNotCached();

private:
    /// Returns the statuses of requests on separate connections, spread over all threads of the server.
    static QSet<int> statuses(const TestServer &server, const QString &token)
    {
        QSet<int> found;
        for (int i = 0; i < 30; ++i) {
            HttpClient client = server.anybody();
            client.setBearer(token);
            found += client.get(u"/devices"_s).status;
        }
        return found;
    }
    static QStringList remembering(int milliseconds) { return {u"--remember-tokens"_s, QString::number(milliseconds)}; }
};

void TestTokenCache::theCacheIsUsed()
{
    TestServer server(remembering(600'000));
    const TestAccount &ada = server.account(u"ada"_s);
    QCOMPARE(statuses(server, ada.accessToken()), QSet<int>{200});
    server.sql(u"UPDATE session SET ended_at = 1"_s);
    QCOMPARE(statuses(server, ada.accessToken()), QSet<int>{200});
}

void TestTokenCache::aSessionEndsAtOnceOnItsServer_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("body");
    QTest::newRow("signed out") << "GET"_ba << u"/accounts/logout"_s << QJsonObject();
    QTest::newRow("another password") << "PUT"_ba << u"/accounts/%1/reset-password"_s
                                      << QJsonObject{{u"old_password"_s, TestAccount::password()},
                                                     {u"new_password"_s, u"freshly-Minted!37-okapi"_s}};
}

void TestTokenCache::aSessionEndsAtOnceOnItsServer()
{
    QFETCH(const QByteArray, method);
    QFETCH(QString, path);
    QFETCH(const QJsonObject, body);
    TestServer server(remembering(600'000));
    const TestAccount &ada = server.account(u"ada"_s);
    path.replace(u"%1"_s, ada.accountId());
    const QString ended = method == "GET" ? ada.accessToken() : ada.tokenWith(server, {});
    QCOMPARE(statuses(server, ended), QSet<int>{200});
    const Answer answer = method == "GET" ? ada.get(path) : ada.put(path, body);
    EXPECT_STATUS(answer, 204);
    QCOMPARE(statuses(server, ended), QSet<int>{401});
}

void TestTokenCache::aChangeOnAnotherServerTakesEffectWithinASecond()
{
    TestServer server(remembering(1000));
    const TestAccount &ada = server.account(u"ada"_s);
    QCOMPARE(statuses(server, ada.accessToken()), QSet<int>{200});
    server.sql(u"UPDATE session SET ended_at = 1"_s);
    QTRY_COMPARE_WITH_TIMEOUT(statuses(server, ada.accessToken()), QSet<int>{401}, 10'000);
}

void TestTokenCache::anExpiredTokenIsNotCached()
{
    TestServer server(remembering(600'000) + QStringList{u"--access-token-lifetime"_s, u"3"_s});
    const TestAccount &ada = server.account(u"ada"_s);
    const QString token = ada.tokenWith(server, {});
    QVERIFY(statuses(server, token).contains(200));
    QTRY_COMPARE_WITH_TIMEOUT(statuses(server, token), QSet<int>{401}, 10'000);
}

QTEST_GUILESS_MAIN(TestTokenCache)
#include "tst_tokencache.moc"
