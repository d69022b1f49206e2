// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

using namespace Qt::StringLiterals;

/// What support staff can see, what is always hidden, and what an account can grant for some time.
class TestSupportConsole : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void searchFinds_data();
    void searchFinds();
    void searchRanksTheExactFirst();
    void searchReflectsChanges();
    void invalidSearchIsRejected_data();
    void invalidSearchIsRejected();
    void overviewHasNoSecrets();
    void staffReadsNoSecrets();
    void grantGivesAccessUntilItsEnd();
    void onlyTheMainUserGrantsAccess();
    void grantIsReplacedAndExpires();
    void viewsAreReported();
    void ownersAndStaffReadTheLog();
    void logIsFilteredAndPaged();

private:
    HttpClient staff(const QString &email, const QString &role);
    QJsonArray found(const QString &text) const;
    QString path(const QString &name, const QString &below)
    {
        return u"/accounts/%1/%2"_s.arg(m_server->account(name).accountId(), below);
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<HttpClient> m_support;
    QString m_device;
    QString m_app;
    QString m_mark;
};

HttpClient TestSupportConsole::staff(const QString &email, const QString &role)
{
    m_server->command({u"create-user"_s, u"--email"_s, email, u"--role"_s, role}, TestAccount::password().toUtf8());
    const Answer login = m_server->portal().post(u"/accounts/login/local"_s,
                                                 {{u"name"_s, email}, {u"password"_s, TestAccount::password()}});
    HttpClient client = m_server->anybody();
    client.setBearer(login.json[u"access_token"_s].toString());
    return client;
}

QJsonArray TestSupportConsole::found(const QString &text) const
{
    const QString query = QString::fromLatin1(QUrl::toPercentEncoding(text));
    return m_support->get(u"/support/search?pagesize=100&q="_s + query).items();
}

void TestSupportConsole::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_support = std::make_unique<HttpClient>(staff(u"sue@example.org"_s, u"support"_s));
    const TestAccount &ada = m_server->account(u"ada"_s);
    EXPECT_STATUS(ada.put(u"/accounts/"_s + ada.accountId(),
                          {{u"name"_s, u"Ada Löwenstein-Byron"_s},
                           {u"phone"_s, u"+49 (30) 901-820"_s},
                           {u"payment_method"_s, u"tok_visa_secret"_s}}),
                  200);
    m_device = ada.addDevice(u"Garden door"_s,
                             {{u"username"_s, u"cam-user"_s}, {u"password"_s, u"cam-secret"_s}})[u"device_id"_s]
                   .toString();
    m_app = ada.createApp(u"100%_Viewer"_s)[u"app_id"_s].toString();
    m_mark = u"mark_00000000000000000000007777"_s;
    m_server->sql(u"INSERT INTO device_mark (devicemark_id, account_id, device_id, devicemode_id, devicemode_version, "
                  "state, started_at, label, score, objects, zones, reason, snapshot, thumbnail, clip, created_at, "
                  "updated_at) VALUES ('%1', '%2', '%3', 'mode_00000000000000000000000001', 1, 'closed', 1, 'motion', "
                  "1, '[]', '[]', '{}', '{}', '{\"url\": \"/v1/device-marks/%1/thumbnail.jpg\"}', '{}', 1, 1)"_s.arg(
                      m_mark, ada.accountId(), m_device));
    m_server->account(u"bea"_s);
}

void TestSupportConsole::searchFinds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("matched");
    const TestAccount &ada = m_server->account(u"ada"_s);
    QTest::newRow("address") << u"ada@example.org"_s << u"account"_s << u"address"_s;
    QTest::newRow("address in capitals") << u"ADA@Example.ORG"_s << u"account"_s << u"address"_s;
    QTest::newRow("start of the address") << u"ada@ex"_s << u"account"_s << u"address"_s;
    QTest::newRow("start of the name") << u"ada lö"_s << u"account"_s << u"name"_s;
    QTest::newRow("second word") << u"byron"_s << u"account"_s << u"name"_s;
    QTest::newRow("words in any order") << u"BYRON Ada"_s << u"account"_s << u"name"_s;
    QTest::newRow("without accents") << u"lowenst"_s << u"account"_s << u"name"_s;
    QTest::newRow("phone") << u"+49 30 901820"_s << u"account"_s << u"phone"_s;
    QTest::newRow("phone without the country") << u"030/901820"_s << u"account"_s << u"phone"_s;
    QTest::newRow("end of the phone") << u"901820"_s << u"account"_s << u"phone"_s;
    QTest::newRow("account id") << ada.accountId().toUpper() << u"account"_s << u"id"_s;
    QTest::newRow("account id, with letters for digits")
        << ada.accountId().replace(u'0', u'O').replace(u'1', u'l') << u"account"_s << u"id"_s;
    QTest::newRow("user id") << ada.userId() << u"user"_s << u"id"_s;
    QTest::newRow("device id") << m_device << u"device"_s << u"id"_s;
    QTest::newRow("app id") << m_app << u"app"_s << u"id"_s;
    QTest::newRow("device name") << u"garden"_s << u"device"_s << u"name"_s;
    QTest::newRow("app name with wildcards") << u"100%_v"_s << u"app"_s << u"name"_s;
}

void TestSupportConsole::searchFinds()
{
    QFETCH(const QString, text);
    const QJsonArray hits = found(text);
    QCOMPARE(hits.size(), 1);
    QTEST(hits[0][u"kind"_s].toString(), "kind");
    QTEST(hits[0][u"matched"_s].toString(), "matched");
    QCOMPARE(hits[0][u"account_id"_s].toString(), m_server->account(u"ada"_s).accountId());
    QCOMPARE(hits[0][u"subtitle"_s].toString(), u"ada@example.org"_s);
    QVERIFY(!hits[0][u"title"_s].toString().isEmpty());
}

void TestSupportConsole::searchRanksTheExactFirst()
{
    m_server->account(u"al"_s).createApp(u"al@example.org"_s);
    m_server->account(u"alfred"_s).createApp(u"The al"_s);
    const QJsonArray exact = found(u"al@example.org"_s);
    QCOMPARE(exact[0][u"kind"_s].toString(), u"account"_s);
    QCOMPARE(exact[1][u"kind"_s].toString(), u"app"_s);
    const QJsonArray hits = found(u"al"_s);
    QStringList titles;
    for (const auto &hit : hits)
        titles += hit[u"title"_s].toString();
    QVERIFY2(titles.indexOf(u"al"_s) < titles.indexOf(u"alfred"_s), qPrintable(titles.join(u", ")));
    QCOMPARE(titles.last(), u"The al"_s);
}

void TestSupportConsole::searchReflectsChanges()
{
    const TestAccount &bea = m_server->account(u"bea"_s);
    const QString device = u"/devices/"_s + bea.addDevice(u"Kettle"_s)[u"device_id"_s].toString();
    QCOMPARE(found(u"kettle"_s).size(), 1);
    EXPECT_STATUS(bea.put(device, {{u"name"_s, u"Teapot"_s}}), 200);
    QCOMPARE(found(u"kettle"_s).size(), 0);
    QCOMPARE(found(u"teapot"_s).size(), 1);
    EXPECT_STATUS(bea.del(device), 204);
    QCOMPARE(found(u"teapot"_s).size(), 0);
    QCOMPARE(found(u"nothing has these words"_s).size(), 0);
    QCOMPARE(found(u"%"_s + u"%"_s).size(), 0);
}

void TestSupportConsole::invalidSearchIsRejected_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("error");
    QTest::newRow("nothing") << QString() << u"?q too_short"_s;
    QTest::newRow("one character") << u"?q=a"_s << u"?q too_short"_s;
    QTest::newRow("too long") << u"?q="_s + QString(201, u'a') << u"?q too_long"_s;
    QTest::newRow("unknown parameter") << u"?q=ada&x=1"_s << u"?x unknown"_s;
}

void TestSupportConsole::invalidSearchIsRejected()
{
    QFETCH(const QString, query);
    QFETCH(const QString, error);
    const Answer answer = m_support->get(u"/support/search"_s + query);
    EXPECT_PROBLEM(answer, 422, "invalid");
    QCOMPARE(answer.errors(), QStringList(error));
}

void TestSupportConsole::overviewHasNoSecrets()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const Answer answer = m_support->get(u"/support/accounts/"_s + ada.accountId());
    EXPECT_STATUS(answer, 200);
    QCOMPARE(answer.json[u"account"_s][u"email"_s].toString(), ada.email());
    QCOMPARE(answer.json[u"account"_s][u"users"_s][0][u"user_id"_s].toString(), ada.userId());
    QCOMPARE(answer.json[u"apps"_s][0][u"app_id"_s].toString(), m_app);
    QCOMPARE(answer.json[u"devices"_s][0][u"device_id"_s].toString(), m_device);
    QCOMPARE(answer.json[u"devices"_s][0][u"state"_s].toString(), u"offline"_s);
    QVERIFY(answer.json[u"sessions"_s].toInt() >= 1);
    QVERIFY(answer.json[u"support_access"_s].isUndefined());
    QVERIFY(!answer.json[u"recent"_s].toArray().isEmpty());
    for (const char *secret :
         {"127.0.0.1:9", "cam-user", "cam-secret", "tok_visa", "live.m3u8", "wmk_", "wma_", "hash"})
        QVERIFY2(!answer.body.contains(secret), secret);
    EXPECT_STATUS(m_support->get(u"/support/accounts/acc_00000000000000000000000009"_s), 404);
}

void TestSupportConsole::staffReadsNoSecrets()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    for (const QString &path : {u"/accounts/"_s + ada.accountId(), u"/devices/"_s + m_device}) {
        const Answer theirs = m_support->get(path);
        EXPECT_STATUS(theirs, 200);
        for (const char *secret : {"127.0.0.1:9", "cam-user", "cam-secret", "tok_visa", "live.m3u8"})
            QVERIFY2(!theirs.body.contains(secret), secret);
    }
    QVERIFY(ada.get(u"/devices/"_s + m_device).body.contains("cam-user"));
    QVERIFY(ada.get(u"/accounts/"_s + ada.accountId()).body.contains("tok_visa"));
}

void TestSupportConsole::grantGivesAccessUntilItsEnd()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QString marks = u"/device-marks/account/"_s + ada.accountId();
    const QString mark = u"/device-marks/%1/triggered/account/%2/detail"_s.arg(m_mark, ada.accountId());
    const QString streams = u"/streams/"_s + m_device;
    const QStringList pictures{marks, mark, streams, marks + u"/unread"_s};
    for (const QString &path : pictures)
        EXPECT_PROBLEM(m_support->get(path), 403, "support_access_required");
    const QJsonObject ids{{u"mark_ids"_s, QJsonArray{m_mark}}, {u"expires_in"_s, 600}};
    EXPECT_PROBLEM(m_support->put(marks + u"/signedurl"_s, ids), 403, "support_access_required");

    const Answer made =
        ada.post(path(u"ada"_s, u"support-access"_s), {{u"hours"_s, 2}, {u"reason"_s, u"It flickers"_s}});
    EXPECT_STATUS(made, 201);
    QCOMPARE(made.json[u"granted_by"_s].toString(), ada.userId());
    QCOMPARE(made.json[u"uses"_s].toInt(), 0);
    for (const QString &path : pictures)
        EXPECT_STATUS(m_support->get(path), 200);
    const QString link = m_support->get(streams).json[u"snapshot"_s].toString();
    EXPECT_PROBLEM(m_server->anybody().get(link), 503,
                   "stream_not_ready"); // the link is valid, but there is no stream yet
    const QString elsewhere = QString(link).replace(u"session="_s, u"session=x"_s);
    EXPECT_PROBLEM(m_server->anybody().get(elsewhere), 403, "link_invalid");
    const Answer sign = m_support->put(marks + u"/signedurl"_s, ids);
    EXPECT_STATUS(sign, 200);
    const QString picture = sign.json[u"results"_s][0][u"thumbnail"_s].toString();
    EXPECT_PROBLEM(m_server->anybody().get(picture), 404, "not_found"); // the link is valid, but there is no file
    QJsonObject revoking = ids;
    revoking[u"revoke"_s] = true;
    EXPECT_PROBLEM(m_support->put(marks + u"/signedurl"_s, revoking), 404, "not_found");
    EXPECT_STATUS(m_support->put(u"/devices/"_s + m_device, {{u"name"_s, u"Mine"_s}}), 404);
    EXPECT_STATUS(m_support->del(u"/device-marks/triggered/account/%1/detail"_s.arg(ada.accountId()),
                                 {{u"mark_ids"_s, QJsonArray{m_mark}}}),
                  404);

    const QJsonObject grant = ada.get(path(u"ada"_s, u"support-access"_s)).items().first().toObject();
    QCOMPARE(grant[u"grant_id"_s], made.json[u"grant_id"_s]);
    QVERIFY(grant[u"uses"_s].toInt() >= 1);
    QVERIFY(!grant[u"last_used_at"_s].toString().isEmpty());
    EXPECT_STATUS(ada.del(path(u"ada"_s, u"support-access"_s)), 204);
    for (const QString &path : pictures)
        EXPECT_PROBLEM(m_support->get(path), 403, "support_access_required");
    for (const QString &address : {link, picture})
        EXPECT_PROBLEM(m_server->anybody().get(address), 403, "support_access_required");
    QVERIFY(!ada.get(path(u"ada"_s, u"support-access"_s)).items().first()[u"ended_at"_s].toString().isEmpty());
}

void TestSupportConsole::onlyTheMainUserGrantsAccess()
{
    const TestAccount &bea = m_server->account(u"bea"_s);
    const QString access = path(u"bea"_s, u"support-access"_s);
    EXPECT_PROBLEM(m_support->post(access, {{u"hours"_s, 1}}), 404, "not_found");
    EXPECT_PROBLEM(m_server->account(u"ada"_s).post(access, {{u"hours"_s, 1}}), 404, "not_found");
    // The database is changed directly, so the server may use a cached token for a moment.
    m_server->sql(u"UPDATE account_user SET main = false WHERE user_id = '%1'"_s.arg(bea.userId()));
    QTRY_COMPARE(bea.del(access).status, 403);
    EXPECT_PROBLEM(bea.post(access, {{u"hours"_s, 1}}), 403, "main_user_required");
    EXPECT_PROBLEM(bea.del(access), 403, "main_user_required");
    m_server->sql(u"UPDATE account_user SET main = true WHERE user_id = '%1'"_s.arg(bea.userId()));
    QTRY_COMPARE(bea.del(access).status, 204);
    EXPECT_INVALID(bea.post(access, {{u"hours"_s, 0}}), "/hours too_small");
    EXPECT_INVALID(bea.post(access, {{u"hours"_s, 169}}), "/hours too_large");
    QCOMPARE(bea.get(access).items().size(), 0);
    EXPECT_STATUS(bea.del(access), 204);
}

void TestSupportConsole::grantIsReplacedAndExpires()
{
    const TestAccount &bea = m_server->account(u"bea"_s);
    const QString access = path(u"bea"_s, u"support-access"_s);
    const QString marks = u"/device-marks/account/"_s + bea.accountId();
    EXPECT_STATUS(bea.post(access, {{u"hours"_s, 1}}), 201);
    const Answer second = bea.post(access, {{u"hours"_s, 168}});
    EXPECT_STATUS(second, 201);
    const QJsonArray grants = bea.get(access).items();
    QCOMPARE(grants.size(), 2);
    QCOMPARE(grants[0][u"grant_id"_s], second.json[u"grant_id"_s]);
    QVERIFY(grants[0][u"ended_at"_s].isUndefined());
    QVERIFY(!grants[1][u"ended_at"_s].isUndefined());
    EXPECT_STATUS(m_support->get(marks), 200);
    m_server->sql(u"UPDATE support_access SET until = 1 WHERE account_id = '%1'"_s.arg(bea.accountId()));
    EXPECT_PROBLEM(m_support->get(marks), 403, "support_access_required");
}

void TestSupportConsole::viewsAreReported()
{
    const TestAccount &eve = m_server->account(u"eve"_s);
    for (int i = 0; i < 3; ++i)
        EXPECT_STATUS(m_support->get(u"/support/accounts/"_s + eve.accountId()), 200);
    const QJsonArray looks = eve.get(u"/audit-log?action=support_viewed"_s).items();
    QCOMPARE(looks.size(), 1); // repeated requests count as one view
    QCOMPARE(looks[0][u"actor_name"_s].toString(), u"sue"_s);
    QCOMPARE(looks[0][u"object"_s].toString(), eve.accountId());
    QVERIFY(looks[0][u"by_staff"_s].toBool());
    QCOMPARE(looks[0][u"address"_s].toString(), QString());

    found(u"eve@example.org"_s);
    const QJsonObject search = m_support->get(u"/audit-log?action=support_searched"_s).items().first().toObject();
    QCOMPARE(search[u"detail"_s][u"q"_s].toString(), u"eve@example.org"_s);
    QVERIFY(!search[u"address"_s].toString().isEmpty());
    QCOMPARE(eve.get(u"/audit-log?action=support_searched"_s).items().size(), 0);
}

void TestSupportConsole::ownersAndStaffReadTheLog()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const TestAccount &eve = m_server->account(u"eve"_s);
    const QJsonArray own = eve.get(u"/audit-log"_s).items();
    for (const auto &entry : own)
        QCOMPARE(entry[u"account_id"_s].toString(), eve.accountId());
    EXPECT_PROBLEM(eve.get(u"/audit-log?account_id="_s + ada.accountId()), 404, "not_found");
    EXPECT_PROBLEM(eve.get(u"/audit-log?account_id=nonsense"_s), 404, "not_found");
    const QJsonArray theirs = m_support->get(u"/audit-log?account_id="_s + eve.accountId()).items();
    QCOMPARE(theirs.size(), own.size());
    QCOMPARE(theirs.last()[u"action"_s].toString(), u"account_registered"_s);
}

void TestSupportConsole::logIsFilteredAndPaged()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QJsonArray all = ada.get(u"/audit-log?pagesize=100"_s).items();
    QVERIFY(all.size() >= 4);
    QJsonArray walked;
    QString next = u"/audit-log?pagesize=3&count=true"_s;
    while (!next.isEmpty()) {
        const Answer page = ada.get(next);
        EXPECT_STATUS(page, 200);
        QCOMPARE(page.json[u"total"_s].toInt(), int(all.size()));
        for (const auto &entry : page.items())
            walked += entry;
        const QString cursor = page.json[u"next_cursor"_s].toString();
        next = cursor.isEmpty() ? QString() : u"/audit-log?pagesize=3&count=true&cursor="_s + cursor;
    }
    QCOMPARE(walked, all);
    const QString from = all[1][u"at"_s].toString();
    QVERIFY(ada.get(u"/audit-log?from="_s + from).items().size() >= 2);
    QVERIFY(ada.get(u"/audit-log?pagesize=100&to="_s + from).items().size() < all.size());
    EXPECT_INVALID(ada.get(u"/audit-log?action=nonsense"_s), "?action not_allowed");
    EXPECT_INVALID(ada.get(u"/audit-log?from=yesterday"_s), "?from malformed");
    EXPECT_INVALID(ada.get(u"/audit-log?cursor=WzFd"_s), "?cursor malformed");
}

QTEST_GUILESS_MAIN(TestSupportConsole)
#include "tst_supportconsole.moc"
