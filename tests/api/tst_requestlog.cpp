// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testapp.h"
#include "tests/support/testserver.h"

#include <QDateTime>
#include <QProcess>
#include <QProcessEnvironment>

using namespace Qt::StringLiterals;

/// Developers see the calls of their apps, and support finds a call by its request ID.
class TestRequestLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<TestServer>(); }
    void callsAreListedNewestFirst();
    void callsOfUsersAndRepeatedAnswersAreMarked();
    void aFailedCallTellsItsErrorWithoutSecrets();
    void theCurlLineRepeatsTheCall();
    void callsAreFiltered_data();
    void callsAreFiltered();
    void invalidFiltersAreRefused_data();
    void invalidFiltersAreRefused();
    void pagesContinueWhereTheyEnded();
    void othersDoNotSeeTheCalls();
    void supportFindsACallByItsRequestId();
    void stoppingTheServerLosesNoCalls();
    void oldCallsAndThoseBeyondTheBoundAreRemoved();

private:
    /// Makes a call that succeeds, or one that fails.
    static Answer call(const HttpClient &app, const QByteArray &requestId = "r")
    {
        return app.post(u"/accounts/password-strength"_s, {{u"password"_s, u"hunter2"_s}},
                        {{"X-Request-Id", requestId}});
    }
    static Answer fail(const HttpClient &app, const QByteArray &requestId = "r")
    {
        return app.post(u"/accounts/password-strength"_s, {{u"password"_s, 7}}, {{"X-Request-Id", requestId}});
    }
    /// Waits until the log has this number of calls, and returns them.
    QJsonArray logged(const TestAccount &developer, const QString &log, qsizetype number) const;
    /// Returns the app with three calls, for tests that read only.
    const TestApp &filled();
    void insertCalls(const QString &app, int number, const QDateTime &at);

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestApp> m_filled;
    int m_inserted = 0;
};

QJsonArray TestRequestLog::logged(const TestAccount &developer, const QString &log, qsizetype number) const
{
    QJsonArray calls;
    [&] { QTRY_COMPARE_WITH_TIMEOUT((calls = developer.get(log).items()).size(), number, 20'000); }();
    return calls;
}

const TestApp &TestRequestLog::filled()
{
    if (!m_filled) {
        const TestAccount &ada = m_server->account(u"ada"_s);
        m_filled = std::make_unique<TestApp>(*m_server, ada);
        call(m_filled->client, "first");
        fail(m_filled->client, "second");
        m_filled->client.get(u"/devices?page=1"_s);
        logged(ada, m_filled->log, 3);
    }
    return *m_filled;
}

void TestRequestLog::callsAreListedNewestFirst()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const TestApp app(*m_server, ada);
    EXPECT_STATUS(call(app.client, "one"), 200);
    EXPECT_STATUS(app.client.get(u"/devices?page=1"_s), 401); // the credential is valid but of the wrong kind
    EXPECT_STATUS(app.client.get(u"/devicez"_s), 404);
    const QJsonArray calls = logged(ada, app.log, 3);
    const QJsonObject first = calls[2].toObject();
    QCOMPARE(first[u"app_id"_s].toString(), app.id);
    QCOMPARE(first[u"credential"_s].toString(), u"app"_s);
    QCOMPARE(first[u"method"_s].toString(), u"POST"_s);
    QCOMPARE(first[u"route"_s].toString(), u"/v1/accounts/password-strength"_s);
    QCOMPARE(first[u"path"_s].toString(), u"/v1/accounts/password-strength"_s);
    QCOMPARE(first[u"status"_s].toInt(), 200);
    QCOMPARE(first[u"code"_s].toString(), QString());
    QCOMPARE(first[u"request_id"_s].toString(), u"one"_s);
    QCOMPARE(first[u"address"_s].toString(), u"127.0.0.1"_s);
    QCOMPARE(first[u"replayed"_s].toBool(), false);
    QVERIFY(first[u"duration_ms"_s].toDouble() > 0);
    const auto at = QDateTime::fromString(first[u"at"_s].toString(), Qt::ISODateWithMs);
    QVERIFY(qAbs(at.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    QCOMPARE(calls[1].toObject()[u"query"_s].toString(), u"page=1"_s);
    QCOMPARE(calls[1].toObject()[u"status"_s].toInt(), 401);
    QCOMPARE(calls[0].toObject()[u"path"_s].toString(), u"/v1/devicez"_s);
    QCOMPARE(calls[0].toObject()[u"code"_s].toString(), u"not_found"_s);
}

void TestRequestLog::callsOfUsersAndRepeatedAnswersAreMarked()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const TestApp app(*m_server, ada);
    const Answer login = app.client.post(u"/accounts/login/local"_s,
                                         {{u"name"_s, ada.email()}, {u"password"_s, TestAccount::password()}});
    EXPECT_STATUS(login, 200);
    HttpClient user = m_server->anybody();
    user.setBearer(login.json[u"access_token"_s].toString());
    const QJsonObject group{{u"name"_s, u"House"_s}};
    for (int i = 0; i < 2; ++i)
        EXPECT_STATUS(user.post(u"/device-groups/account/"_s + ada.accountId(), group, {{"Idempotency-Key", "k1"}}),
                      201);
    const QJsonArray calls = logged(ada, app.log, 3);
    QCOMPARE(calls[2].toObject()[u"credential"_s].toString(), u"app"_s);
    QCOMPARE(calls[1].toObject()[u"credential"_s].toString(), u"user"_s);
    QCOMPARE(calls[1].toObject()[u"replayed"_s].toBool(), false);
    QCOMPARE(calls[0].toObject()[u"replayed"_s].toBool(), true);
    QCOMPARE(calls[0].toObject()[u"path"_s].toString(), u"/v1/device-groups/account/"_s + ada.accountId());
}

void TestRequestLog::aFailedCallTellsItsErrorWithoutSecrets()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const TestApp app(*m_server, ada);
    EXPECT_STATUS(
        app.client.post(u"/accounts/login/local"_s, {{u"name"_s, u"ada@example.org"_s}, {u"password"_s, u"hunter2"_s}}),
        401);
    const QString id = logged(ada, app.log, 1)[0].toObject()[u"call_id"_s].toString();
    const Answer detail = ada.get(app.log + u'/' + id);
    EXPECT_STATUS(detail, 200);
    QCOMPARE(detail.json[u"call"_s].toObject()[u"code"_s].toString(), u"wrong_login"_s);
    QVERIFY(detail.json[u"answer_body"_s].toString().contains(u"wrong_login"_s));
    QVERIFY(detail.json[u"request_body"_s].toString().contains(u"\"password\":\"REDACTED\""_s));
    QVERIFY(!m_server->sql(u"SELECT * FROM app_call"_s).contains("hunter2"));
    EXPECT_PROBLEM(ada.get(app.log + u"/call_00000000000000000000000001"_s), 404, "not_found");
}

void TestRequestLog::theCurlLineRepeatsTheCall()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const TestApp app(*m_server, ada);
    EXPECT_STATUS(app.client.get(u"/devices?page=1"_s), 401);
    const QString id = logged(ada, app.log, 1)[0].toObject()[u"call_id"_s].toString();
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"APP_KEY"_s, app.key);
    shell.setProcessEnvironment(environment);
    shell.start(u"sh"_s, {u"-c"_s, ada.get(app.log + u'/' + id).json[u"curl"_s].toString()});
    QVERIFY(shell.waitForFinished());
    QVERIFY(shell.readAllStandardOutput().contains("credential_required"));
    const QJsonArray calls = logged(ada, app.log, 2);
    for (const auto *member : {"path", "query", "status", "method"})
        QCOMPARE(calls[0].toObject()[QLatin1StringView(member)], calls[1].toObject()[QLatin1StringView(member)]);
}

void TestRequestLog::callsAreFiltered_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QList<int>>("statuses");
    const auto row = [](const char *filter, const QList<int> &statuses) {
        QTest::newRow(filter) << QString::fromLatin1(filter) << statuses;
    };
    row("status=4xx", {401, 422});
    row("status=422", {422});
    row("status=5xx", {});
    row("method=GET", {401});
    row("path=/v1/accounts", {422, 200});
    row("path=/v1/accounts/password-strength", {422, 200});
    row("code=invalid", {422});
    row("request_id=first", {200});
    row("request_id=first&status=4xx", {});
    row("from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z", {});
    row("from=2026-01-01T00:00:00Z&count=true", {401, 422, 200});
}

void TestRequestLog::callsAreFiltered()
{
    QFETCH(const QString, filter);
    QFETCH(const QList<int>, statuses);
    const TestAccount &ada = m_server->account(u"ada"_s);
    QList<int> found;
    for (const QJsonValue &made : ada.get(filled().log + u'?' + filter).items())
        found += made[u"status"_s].toInt();
    QCOMPARE(found, statuses);
}

void TestRequestLog::invalidFiltersAreRefused_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *filter, const char *error) {
        QTest::newRow(filter) << QString::fromLatin1(filter) << QString::fromLatin1(error);
    };
    row("status=bad", "?status malformed");
    row("status=9xx", "?status malformed");
    row("status=99", "?status malformed");
    row("method=get", "?method not_allowed");
    row("from=yesterday", "?from malformed");
    row("from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z", "?to too_small");
    row("pagesize=101", "?pagesize too_large");
    row("cursor=WyJhIl0", "?cursor malformed");
    row("user=ada", "?user unknown");
}

void TestRequestLog::invalidFiltersAreRefused()
{
    QFETCH(const QString, filter);
    QFETCH(const QString, error);
    const Answer answer = m_server->account(u"ada"_s).get(filled().log + u'?' + filter);
    EXPECT_PROBLEM(answer, 422, "invalid");
    QCOMPARE(answer.errors(), QStringList(error));
}

void TestRequestLog::pagesContinueWhereTheyEnded()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QString log = filled().log;
    const Answer first = ada.get(log + u"?pagesize=2"_s);
    QCOMPARE(first.items().size(), 2);
    const QString cursor = first.json[u"next_cursor"_s].toString();
    QVERIFY(!cursor.isEmpty());
    const QJsonArray rest = ada.get(log + u"?pagesize=2&cursor="_s + cursor).items();
    QCOMPARE(rest.size(), 1);
    QCOMPARE(rest[0].toObject()[u"request_id"_s].toString(), u"first"_s);
    EXPECT_INVALID(ada.get(log + u"?status=4xx&cursor="_s + cursor), "?cursor malformed");
}

void TestRequestLog::othersDoNotSeeTheCalls()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const TestAccount &eve = m_server->account(u"eve"_s);
    const QString id = logged(ada, filled().log, 3)[0].toObject()[u"call_id"_s].toString();
    EXPECT_PROBLEM(eve.get(filled().log), 404, "not_found");
    EXPECT_PROBLEM(eve.get(filled().log + u'/' + id), 404, "not_found");
    const TestApp other(*m_server, eve);
    EXPECT_PROBLEM(eve.get(other.log + u'/' + id), 404, "not_found"); // the app of the path decides
    EXPECT_PROBLEM(filled().client.get(filled().log), 401, "credential_required");
    EXPECT_PROBLEM(ada.with(*m_server, u"devices:read"_s).get(filled().log), 403, "insufficient_scope");
    EXPECT_STATUS(ada.del(u"/apps/"_s + TestApp(*m_server, ada).id), 204);
}

void TestRequestLog::supportFindsACallByItsRequestId()
{
    const HttpClient support = m_server->staff(u"support"_s);
    const TestAccount &ada = m_server->account(u"ada"_s);
    filled();
    const QJsonArray found = support.get(u"/support/requests?request_id=second"_s).items();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].toObject()[u"status"_s].toInt(), 422);
    const QString id = found[0].toObject()[u"call_id"_s].toString();
    EXPECT_STATUS(support.get(filled().log + u'/' + id), 200);
    const QJsonObject entry = support.get(u"/audit-log?action=support_searched"_s).items().first().toObject();
    QCOMPARE(entry[u"detail"_s], QJsonValue(QJsonObject{{u"request_id"_s, u"second"_s}, {u"found"_s, 1}}));
    const QJsonObject look = ada.get(u"/audit-log?action=support_viewed"_s).items().first().toObject();
    QCOMPARE(look[u"object"_s].toString(), filled().id);

    EXPECT_STATUS(ada.get(u"/devices/dev_00000000000000000000000001"_s, {{"X-Request-Id", "portal-1"}}), 404);
    EXPECT_STATUS(ada.get(u"/devices"_s, {{"X-Request-Id", "portal-2"}}), 200);
    QTRY_COMPARE_WITH_TIMEOUT(support.get(u"/support/requests?request_id=portal-1"_s).items().size(), 1, 20'000);
    QCOMPARE(support.get(u"/support/requests?request_id=portal-2"_s).items().size(), 0); // it did not fail

    const QJsonObject hit = support.get(u"/support/search?q=second"_s).items().first().toObject();
    QCOMPARE(hit[u"kind"_s].toString(), u"request"_s);
    QCOMPARE(hit[u"id"_s].toString(), id);
    QCOMPARE(hit[u"app_id"_s].toString(), filled().id);
    QCOMPARE(hit[u"account_id"_s].toString(), ada.accountId());
    QCOMPARE(hit[u"title"_s].toString(), u"POST /v1/accounts/password-strength"_s);
    EXPECT_PROBLEM(ada.get(u"/support/requests?request_id=second"_s), 403, "insufficient_scope");
    EXPECT_INVALID(support.get(u"/support/requests"_s), "?request_id required");
    EXPECT_INVALID(support.get(u"/support/requests?request_id="_s + QString(201, u'x')), "?request_id too_long");
}

void TestRequestLog::stoppingTheServerLosesNoCalls()
{
    const TestApp app(*m_server, m_server->account(u"ada"_s));
    for (int i = 0; i < 5; ++i)
        QCOMPARE(call(app.client).status, 200);
    QCOMPARE(m_server->stop(), 0);
    QCOMPARE(m_server->sql(u"SELECT count(*) FROM app_call WHERE app_id = '%1'"_s.arg(app.id)), "5\n");
    m_server->start();
}

/// Inserts calls with one statement, one for each millisecond.
void TestRequestLog::insertCalls(const QString &app, int number, const QDateTime &at)
{
    m_server->sql(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
                  "INSERT INTO app_call SELECT 'call_%2' || substr(CAST(100000000 + i AS TEXT), 2), '%3', %4 + i, "
                  "'app', 'GET', '/v1/apps', '/v1/apps', '', 200, '', 0.1, 'r', '127.0.0.1', false, 0, '', '', NULL "
                  "FROM n"_s.arg(number)
                      .arg(++m_inserted, 18, 10, QChar(u'0'))
                      .arg(app)
                      .arg(at.toMSecsSinceEpoch()));
}

void TestRequestLog::oldCallsAndThoseBeyondTheBoundAreRemoved()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QString busy = TestApp(*m_server, ada).id;
    const QString quiet = TestApp(*m_server, ada).id;
    const QString gone = TestApp(*m_server, ada).id;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    insertCalls(busy, 50'700, now.addDays(-1));
    insertCalls(quiet, 10, now.addDays(-7).addSecs(-600));
    insertCalls(quiet, 20, now.addDays(-7).addSecs(600));
    insertCalls(gone, 30, now);
    EXPECT_STATUS(ada.del(u"/apps/"_s + gone), 204);
    QCOMPARE(m_server->stop(), 0);
    m_server->start(); // the job is due at each start
    const auto countOf = [&](const QString &app) {
        return m_server->sql(u"SELECT count(*), max(at) - min(at) FROM app_call WHERE app_id = '%1'"_s.arg(app));
    };
    QTRY_COMPARE_WITH_TIMEOUT(countOf(busy), "50000|49999\n", 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(countOf(quiet), "20|19\n", 20'000);
    QCOMPARE(m_server->sql(u"SELECT count(*) FROM app_call WHERE app_id = '%1'"_s.arg(gone)), "0\n");
}

QTEST_GUILESS_MAIN(TestRequestLog)
#include "tst_requestlog.moc"
