// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QTcpSocket>

using namespace Qt::StringLiterals;

/// Clients that exceed a rate limit are refused and told how long to wait.
class TestRateLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAnswerTellsWhatRemains_data();
    void everyAnswerTellsWhatRemains();
    void answersToBrokenRequestsTellIt_data();
    void answersToBrokenRequestsTellIt();
    void excessRequestsAreRefused();
    void signingInHasATighterLimit();
    void aUserIsCountedAcrossAddresses();
    void anAppIsCountedAcrossItsUsers();
    void onlyATrustedProxyNamesTheClient();
    void webPagesCanReadTheLimits();
    void invalidOptionsAreExplained_data();
    void invalidOptionsAreExplained();

private:
    /// Returns a server with a limit that the tests do not reach.
    static TestServer &ample()
    {
        static TestServer server({u"--rate-limits"_s, u"address=1/1000"_s});
        return server;
    }
    /// Returns the head of the answer to bytes that no client would send.
    static QByteArray answerOf(const TestServer &server, const QByteArray &bytes);
    static QJsonObject wrongLogin() { return {{u"name"_s, u"nobody@example.org"_s}, {u"password"_s, u"wrong"_s}}; }
};

QByteArray TestRateLimits::answerOf(const TestServer &server, const QByteArray &bytes)
{
    QTcpSocket socket;
    socket.connectToHost(server.base().host(), quint16(server.base().port()));
    socket.write(bytes);
    QByteArray answer;
    while (!answer.contains("\r\n\r\n") && socket.waitForReadyRead(10'000))
        answer += socket.readAll();
    return answer;
}

void TestRateLimits::everyAnswerTellsWhatRemains_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::newRow("success") << "GET"_ba << u"/health/live"_s << 200;
    QTest::newRow("HEAD") << "HEAD"_ba << u"/health/live"_s << 200;
    QTest::newRow("OPTIONS") << "OPTIONS"_ba << u"/devices"_s << 204;
    QTest::newRow("no credential") << "GET"_ba << u"/devices"_s << 401;
    QTest::newRow("no such path") << "GET"_ba << u"/nothing"_s << 404;
    QTest::newRow("wrong method") << "DELETE"_ba << u"/health/live"_s << 405;
}

void TestRateLimits::everyAnswerTellsWhatRemains()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QString, path);
    QFETCH(const int, status);
    const Answer answer = ample().anybody().send(method, path);
    EXPECT_STATUS(answer, status);
    QCOMPARE(answer.header("RateLimit-Limit"), "1000");
    const int remaining = answer.header("RateLimit-Remaining").toInt();
    QVERIFY(remaining > 900 && remaining < 1000);
    QVERIFY(answer.header("RateLimit-Reset").toInt() >= 1);
}

void TestRateLimits::answersToBrokenRequestsTellIt_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("status");
    const QByteArray host = "Host: localhost\r\n";
    QTest::newRow("no request") << "GARBAGE\r\n\r\n"_ba
                                << "400"_ba;
    QTest::newRow("no host") << "GET /v1/health/live HTTP/1.1\r\n\r\n"_ba
                             << "400"_ba;
    QTest::newRow("an unknown method") << "BREW /v1/devices HTTP/1.1\r\n" + host + "\r\n"
                                       << "501"_ba;
    QTest::newRow("a long body") << "POST /v1/accounts/password-strength HTTP/1.1\r\n" + host
            + "Content-Length: 99999999\r\n\r\n"
                                 << "413"_ba;
    QTest::newRow("a long head") << "GET /v1/health/live HTTP/1.1\r\n" + host + "A: " + QByteArray(200'000, 'a')
                                 << "431"_ba;
}

/// Also the answers to requests that never reach a route count, and say so.
void TestRateLimits::answersToBrokenRequestsTellIt()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, status);
    const QByteArray answer = answerOf(ample(), bytes);
    QVERIFY2(answer.startsWith("HTTP/1.1 " + status), answer.constData());
    QVERIFY2(answer.contains("RateLimit-Limit: 1000\r\n"), answer.constData());
    QVERIFY2(answer.contains("RateLimit-Remaining: 9"), answer.constData());
    QVERIFY2(answer.contains("RateLimit-Reset: "), answer.constData());
}

void TestRateLimits::excessRequestsAreRefused()
{
    TestServer server({u"--rate-limits"_s, u"address=0.01/3"_s});
    const HttpClient client = server.anybody();
    for (int left = 2; left >= 0; --left)
        QCOMPARE(client.get(u"/health/live"_s).header("RateLimit-Remaining").toInt(), left);
    const Answer refused = client.get(u"/health/live"_s);
    EXPECT_PROBLEM(refused, 429, "rate_limited");
    const int wait = refused.header("Retry-After").toInt();
    QVERIFY(wait > 90 && wait <= 100);
    QCOMPARE(refused.header("RateLimit-Limit"), "3");
    QCOMPARE(refused.header("RateLimit-Remaining"), "0");
    QVERIFY(refused.header("RateLimit-Reset").toInt() > 290);
    EXPECT_STATUS(client.send("OPTIONS", u"/devices"_s), 429);
    const QByteArray broken = answerOf(server, "GARBAGE\r\n\r\n");
    QVERIFY2(broken.startsWith("HTTP/1.1 429"), broken.constData());
    QVERIFY2(broken.contains("Retry-After: "), broken.constData());
}

void TestRateLimits::signingInHasATighterLimit()
{
    TestServer server({u"--rate-limits"_s, u"sign-in=0.01/2"_s});
    const HttpClient portal = server.portal();
    const QJsonObject reset{{u"verification_token"_s, u"wmv_none"_s}, {u"new_password"_s, TestAccount::password()}};
    QCOMPARE(portal.post(u"/accounts/login/local"_s, wrongLogin()).code(), u"wrong_login"_s);
    QCOMPARE(portal.post(u"/accounts/login/local"_s, wrongLogin()).code(), u"wrong_login"_s);
    const Answer refused = portal.post(u"/accounts/login/local"_s, wrongLogin());
    EXPECT_PROBLEM(refused, 429, "rate_limited");
    QCOMPARE(refused.header("RateLimit-Limit"), "2");
    EXPECT_STATUS(portal.put(u"/accounts/forgotpassword"_s, reset), 422); // this route has another limit
    EXPECT_STATUS(portal.get(u"/health/live"_s), 200);
    EXPECT_STATUS(portal.send("OPTIONS", u"/accounts/login/local"_s), 204);
}

void TestRateLimits::aUserIsCountedAcrossAddresses()
{
    TestServer server({u"--rate-limits"_s, u"user=0.01/3"_s, u"--trusted-proxies"_s, u"127.0.0.1"_s});
    const TestAccount &ada = server.account(u"ada"_s);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(ada.get(u"/devices"_s, {{"X-Forwarded-For", "203.0.113." + QByteArray::number(i)}}).status, 200);
    const Answer refused = ada.get(u"/devices"_s, {{"X-Forwarded-For", "203.0.113.9"}});
    EXPECT_PROBLEM(refused, 429, "rate_limited");
    QCOMPARE(refused.header("RateLimit-Limit"), "3");
    EXPECT_STATUS(server.account(u"bea"_s).get(u"/devices"_s), 200);
}

void TestRateLimits::anAppIsCountedAcrossItsUsers()
{
    TestServer server({u"--rate-limits"_s, u"app=0.01/4"_s});
    const TestAccount &ada = server.account(u"ada"_s);
    const TestAccount &bea = server.account(u"bea"_s);
    const QJsonObject made = ada.createApp(u"Viewer"_s);
    HttpClient app = server.anybody();
    app.setBasic(made[u"app_id"_s].toString(), made[u"app_key"_s].toString());
    HttpClient user = server.anybody();
    for (const TestAccount *person : {&ada, &bea}) {
        const Answer login = app.post(u"/accounts/login/local"_s,
                                      {{u"name"_s, person->email()}, {u"password"_s, TestAccount::password()}});
        EXPECT_STATUS(login, 200);
        user.setBearer(login.json[u"access_token"_s].toString());
        QCOMPARE(user.get(u"/devices"_s).status, 200);
    }
    QCOMPARE(user.get(u"/devices"_s).code(), u"rate_limited"_s);
    EXPECT_STATUS(ada.get(u"/devices"_s), 200); // through the portal
}

void TestRateLimits::onlyATrustedProxyNamesTheClient()
{
    TestServer server({u"--rate-limits"_s, u"address=0.01/1"_s});
    const HttpClient client = server.anybody();
    QCOMPARE(client.get(u"/health/live"_s, {{"X-Forwarded-For", "203.0.113.1"}}).status, 200);
    QCOMPARE(client.get(u"/health/live"_s, {{"X-Forwarded-For", "203.0.113.2"}}).status, 429);

    server.stop();
    server.start({u"--rate-limits"_s, u"address=0.01/1"_s, u"--trusted-proxies"_s, u"127.0.0.0/8"_s});
    const HttpClient proxy = server.anybody();
    QCOMPARE(proxy.get(u"/health/live"_s, {{"X-Forwarded-For", "203.0.113.1"}}).status, 200);
    QCOMPARE(proxy.get(u"/health/live"_s, {{"X-Forwarded-For", "203.0.113.1"}}).status, 429);
    QCOMPARE(proxy.get(u"/health/live"_s, {{"X-Forwarded-For", "203.0.113.2"}}).status, 200);
    QCOMPARE(proxy.get(u"/health/live"_s, {{"X-Forwarded-For", "9.9.9.9, 203.0.113.2"}}).status, 429);
}

void TestRateLimits::webPagesCanReadTheLimits()
{
    TestServer server;
    server.account(u"ada"_s).createApp(
        u"Page"_s, {{u"platform"_s, u"html5"_s}, {u"origins"_s, QJsonArray{u"https://good.example"_s}}});
    const Answer answer = server.anybody().get(u"/health/live"_s, {{"Origin", "https://good.example"}});
    const QByteArray exposed = answer.header("Access-Control-Expose-Headers");
    for (const char *name : {"RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset", "Retry-After"})
        QVERIFY2(exposed.contains(name), exposed.constData());
}

void TestRateLimits::invalidOptionsAreExplained_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("limits") << QStringList{u"--rate-limits"_s, u"sign-in=fast"_s} << "--rate-limits: "_ba;
    QTest::newRow("caps") << QStringList{u"--account-caps"_s, u"moods=3"_s} << "--account-caps: "_ba;
    QTest::newRow("proxies") << QStringList{u"--trusted-proxies"_s, u"nginx"_s} << "--trusted-proxies: "_ba;
}

void TestRateLimits::invalidOptionsAreExplained()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, words);
    static const TestServer server;
    const auto outcome = server.command(arguments);
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY2(outcome.errors.contains(words), outcome.errors.constData());
}

QTEST_GUILESS_MAIN(TestRateLimits)
#include "tst_ratelimits_api.moc"
