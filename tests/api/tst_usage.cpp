// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testapp.h"
#include "tests/support/testserver.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

/// The calls of apps are counted, and those of trial apps are limited.
class TestUsage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<TestServer>(QStringList{u"--trial-quota"_s, u"8"_s, u"--trial-days"_s, u"3"_s});
    }
    void theConfigurationSetsTheEndAndTheQuotaOfATrial();
    void callsAndErrorsAreCounted();
    void errorsAreCountedByCode();
    void callsBeyondTheQuotaAreRefused();
    void theUsersOfAnAppUseItsQuota();
    void everyDayIsListed();
    void invalidDaysAreRefused_data();
    void invalidDaysAreRefused();
    void othersCannotReadTheUsage();
    void callsDoNotChangeTheEntityTag();
    void callsOnOtherServersCountWithinTwoSeconds();
    void twoServersShareAQuota();
    void stoppingTheServerLosesNoCounts();
    void thePortalHasNoQuota();

private:
    static QString today() { return QDateTime::currentDateTimeUtc().date().toString(Qt::ISODate); }
    /// Makes a call with the app's own credential.
    static Answer call(const HttpClient &app)
    {
        return app.post(u"/accounts/password-strength"_s, {{u"password"_s, u"x"_s}});
    }

    std::unique_ptr<TestServer> m_server;
};

void TestUsage::theConfigurationSetsTheEndAndTheQuotaOfATrial()
{
    const QJsonObject app = m_server->account(u"ada"_s).createApp(u"Viewer"_s)[u"app"_s].toObject();
    QCOMPARE(app[u"daily_quota"_s].toInt(), 8);
    const auto end = QDateTime::fromString(app[u"trial_ends_at"_s].toString(), Qt::ISODateWithMs);
    const auto made = QDateTime::fromString(app[u"created_at"_s].toString(), Qt::ISODateWithMs);
    QCOMPARE(made.secsTo(end), 3 * 24 * 60 * 60);
}

void TestUsage::callsAndErrorsAreCounted()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const TestApp app(*m_server, ada);
    EXPECT_STATUS(call(app.client), 200);
    EXPECT_STATUS(app.client.post(u"/accounts/password-strength"_s, {}), 422);
    EXPECT_STATUS(app.client.get(u"/devices"_s), 401); // the credential is valid but of the wrong kind
    const QJsonObject usage = ada.get(app.path).json[u"usage"_s].toObject();
    QCOMPARE(usage, (QJsonObject{{u"calls_today"_s, 3}, {u"errors_today"_s, 2}, {u"quota_left"_s, 5}}));
    const QJsonArray apps = ada.get(u"/apps"_s).items();
    QCOMPARE(apps[0][u"usage"_s].toObject(), usage);
}

void TestUsage::errorsAreCountedByCode()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const TestApp app(*m_server, ada);
    for (int i = 0; i < 3; ++i)
        EXPECT_STATUS(app.client.post(u"/accounts/password-strength"_s, {}), 422);
    EXPECT_STATUS(app.client.get(u"/devicez"_s), 404);
    EXPECT_STATUS(call(app.client), 200);
    const auto errors = [&] { return ada.get(app.path + u"/errors"_s).items(); };
    QTRY_COMPARE_WITH_TIMEOUT(errors().at(0)[u"count"_s].toInt(), 3, 20'000); // once the request log is written
    QTRY_COMPARE_WITH_TIMEOUT(errors().size(), 2, 20'000);
    QCOMPARE(errors().at(0)[u"code"_s].toString(), u"invalid"_s);
    QCOMPARE(errors().at(0)[u"status"_s].toInt(), 422);
    QVERIFY(errors().at(0)[u"docs"_s].toString().endsWith(u"/docs/errors#error-invalid"_s));
    QCOMPARE(errors().at(1)[u"code"_s].toString(), u"not_found"_s);
    EXPECT_PROBLEM(m_server->account(u"eve"_s).get(app.path + u"/errors"_s), 404, "not_found");
}

void TestUsage::callsBeyondTheQuotaAreRefused()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const TestApp app(*m_server, ada);
    for (int i = 0; i < 8; ++i)
        QCOMPARE(call(app.client).status, 200);
    const Answer refused = call(app.client);
    EXPECT_PROBLEM(refused, 429, "app_quota_exceeded");
    const int wait = refused.header("Retry-After").toInt();
    const int midnight = 24 * 60 * 60 - QTime(0, 0).secsTo(QDateTime::currentDateTimeUtc().time());
    QVERIFY(qAbs(wait - midnight) <= 2);
    QVERIFY(!refused.header("RateLimit-Limit").isEmpty());
    const QJsonObject usage = ada.get(app.path).json[u"usage"_s].toObject();
    QCOMPARE(usage, (QJsonObject{{u"calls_today"_s, 8}, {u"errors_today"_s, 0}, {u"quota_left"_s, 0}}));
}

void TestUsage::theUsersOfAnAppUseItsQuota()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const TestApp app(*m_server, ada);
    const Answer login = app.client.post(u"/accounts/login/local"_s,
                                         {{u"name"_s, ada.email()}, {u"password"_s, TestAccount::password()}});
    EXPECT_STATUS(login, 200);
    HttpClient user = m_server->anybody();
    user.setBearer(login.json[u"access_token"_s].toString());
    for (int i = 0; i < 7; ++i)
        QCOMPARE(user.get(u"/devices"_s).status, 200);
    QCOMPARE(user.get(u"/devices"_s).code(), u"app_quota_exceeded"_s);
    QCOMPARE(call(app.client).code(), u"app_quota_exceeded"_s);
    EXPECT_STATUS(ada.get(u"/devices"_s), 200); // through the portal
}

void TestUsage::everyDayIsListed()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const TestApp app(*m_server, ada);
    EXPECT_STATUS(call(app.client), 200);
    m_server->sql(
        u"INSERT INTO app_usage (app_id, day, calls, errors) VALUES ('%1', '2026-01-02', 7, 3)"_s.arg(app.id));
    const Answer range = ada.get(app.path + u"/usage?from=2026-01-01&to=2026-01-03"_s);
    EXPECT_STATUS(range, 200);
    const auto day = [](const QString &day, int calls, int errors) {
        return QJsonObject{{u"day"_s, day}, {u"calls"_s, calls}, {u"errors"_s, errors}};
    };
    QCOMPARE(range.items(),
             (QJsonArray{day(u"2026-01-01"_s, 0, 0), day(u"2026-01-02"_s, 7, 3), day(u"2026-01-03"_s, 0, 0)}));
    const QJsonArray last = ada.get(app.path + u"/usage?pagesize=100"_s).items();
    QCOMPARE(last.size(), 30);
    QCOMPARE(last.last().toObject(), day(today(), 1, 0));
    const QJsonArray toCome = ada.get(app.path + u"/usage?from=%1&to=9999-12-31"_s.arg(today())).items();
    QCOMPARE(toCome, (QJsonArray{day(today(), 1, 0)}));
}

void TestUsage::invalidDaysAreRefused_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("error");
    QTest::newRow("no day") << u"from=yesterday"_s << u"?from malformed"_s;
    QTest::newRow("no such day") << u"to=2026-02-30"_s << u"?to malformed"_s;
    QTest::newRow("backwards") << u"from=2026-02-02&to=2026-02-01"_s << u"?to too_small"_s;
    QTest::newRow("to come") << u"from=9999-12-01"_s << u"?from too_large"_s;
    QTest::newRow("too many") << u"from=2020-01-01&to=2026-02-01"_s << u"?from too_small"_s;
    QTest::newRow("unknown") << u"since=2020-01-01"_s << u"?since unknown"_s;
}

void TestUsage::invalidDaysAreRefused()
{
    QFETCH(const QString, query);
    QFETCH(const QString, error);
    const TestAccount &ada = m_server->account(u"ada"_s);
    static const TestApp app(*m_server, ada);
    const Answer answer = ada.get(app.path + u"/usage?"_s + query);
    EXPECT_STATUS(answer, 422);
    QCOMPARE(answer.errors(), QStringList{error});
}

void TestUsage::othersCannotReadTheUsage()
{
    const TestApp app(*m_server, m_server->account(u"ada"_s));
    EXPECT_STATUS(m_server->account(u"bea"_s).get(app.path + u"/usage"_s), 404);
    EXPECT_STATUS(m_server->anybody().get(app.path + u"/usage"_s), 401);
}

void TestUsage::callsDoNotChangeTheEntityTag()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const TestApp app(*m_server, ada);
    const QByteArray tag = ada.get(app.path).header("ETag");
    EXPECT_STATUS(ada.get(app.path, {{"If-None-Match", tag}}), 304);
    EXPECT_STATUS(call(app.client), 200);
    const Answer after = ada.get(app.path, {{"If-None-Match", tag}});
    EXPECT_STATUS(after, 200); // the usage in it is new
    const Answer changed = ada.put(app.path, {{u"name"_s, u"Other"_s}}, {{"If-Match", tag}});
    EXPECT_STATUS(changed, 200); // and the app itself has not changed in between
    const Answer late = ada.put(app.path, {{u"name"_s, u"Third"_s}}, {{"If-Match", after.header("ETag")}});
    EXPECT_PROBLEM(late, 412, "precondition_failed");
}

void TestUsage::callsOnOtherServersCountWithinTwoSeconds()
{
    const TestApp app(*m_server, m_server->account(u"ada"_s));
    EXPECT_STATUS(call(app.client), 200);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->sql(u"SELECT calls FROM app_usage WHERE app_id = '%1'"_s.arg(app.id)), "1\n",
                              10'000);
    m_server->sql(u"UPDATE app_usage SET calls = 1000 WHERE app_id = '%1'"_s.arg(app.id));
    QTRY_COMPARE(call(app.client).code(), u"app_quota_exceeded"_s);
}

void TestUsage::twoServersShareAQuota()
{
    if (!TestServer::onPostgres())
        QSKIP("a file has one server");
    ChildProcess other;
    other.start(m_server->process().program(),
                {u"--listen"_s, u"127.0.0.1:0"_s, u"--data-dir"_s, m_server->dataDir() + u"-2"_s, u"--key-file"_s,
                 m_server->dataDir() + u"/server.key"_s, u"--database"_s, m_server->database()});
    const QUrl there(other.waitForLine("listening on ") + u"/v1"_s);
    const QUrl here = m_server->base();
    HttpClient client = std::move(TestApp(*m_server, m_server->account(u"ada"_s)).client);
    for (int i = 0; i < 4; ++i) {
        client.setBase(here);
        QCOMPARE(call(client).status, 200);
        client.setBase(there);
        QCOMPARE(call(client).status, 200);
    }
    QTRY_COMPARE(call(client).code(), u"app_quota_exceeded"_s);
    client.setBase(here);
    QTRY_COMPARE(call(client).code(), u"app_quota_exceeded"_s);
    QCOMPARE(other.stop(), 0);
}

void TestUsage::stoppingTheServerLosesNoCounts()
{
    const TestApp app(*m_server, m_server->account(u"ada"_s));
    for (int i = 0; i < 5; ++i)
        QCOMPARE(call(app.client).status, 200);
    QCOMPARE(m_server->stop(), 0);
    QCOMPARE(m_server->sql(u"SELECT calls FROM app_usage WHERE app_id = '%1'"_s.arg(app.id)), "5\n");
    m_server->start();
    HttpClient again = m_server->anybody();
    EXPECT_STATUS(again.get(u"/health/live"_s), 200);
    const QJsonObject usage = m_server->account(u"ada"_s).get(app.path).json[u"usage"_s].toObject();
    QCOMPARE(usage[u"quota_left"_s].toInt(), 3);
}

void TestUsage::thePortalHasNoQuota()
{
    for (int i = 0; i < 20; ++i)
        QCOMPARE(call(m_server->portal()).status, 200);
}

QTEST_GUILESS_MAIN(TestUsage)
#include "tst_usage.moc"
