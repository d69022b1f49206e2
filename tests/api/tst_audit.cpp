// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/recordingfixture.h"
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

using namespace Qt::StringLiterals;

/// What the audit log records, and that nothing can be removed from it.
class TestAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<TestServer>(); }
    void actionsOfAUserAreRecorded();
    void aFailedSignInIsRecorded();
    void aFloodOfFailuresIsLimited();
    void theCommandLineIsRecorded();
    void deletedSpansAreRecorded();
    void entriesCannotBeChangedOrDeleted_data();
    void entriesCannotBeChangedOrDeleted();

private:
    /// Returns the entries of an account, oldest first: `action by whom from where`.
    QByteArrayList told(const QString &account) const;
    Answer signIn(const QString &name, const QString &password) const;

    std::unique_ptr<TestServer> m_server;
};

QByteArrayList TestAudit::told(const QString &account) const
{
    QByteArray lines = m_server->sql(
        u"SELECT action, actor_name, address FROM audit_entry WHERE account_id = '%1' ORDER BY at, audit_id"_s.arg(
            account));
    lines.chop(1);
    return lines.split('\n');
}

Answer TestAudit::signIn(const QString &name, const QString &password) const
{
    return m_server->portal().post(u"/accounts/login/local"_s, {{u"name"_s, name}, {u"password"_s, password}});
}

void TestAudit::actionsOfAUserAreRecorded()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QString path = u"/accounts/"_s + ada.accountId();
    EXPECT_STATUS(ada.put(path, {{u"phone"_s, u"+49 30 1234"_s}, {u"name"_s, u"ada"_s}}), 200);
    const QString newPassword = u"grolm-Tessit!93-qavu"_s;
    const QJsonObject change{{u"old_password"_s, TestAccount::password()}, {u"new_password"_s, newPassword}};
    EXPECT_STATUS(ada.put(path + u"/reset-password"_s, change), 204);
    const QString app = ada.createApp(u"Viewer"_s)[u"app_id"_s].toString();
    EXPECT_STATUS(ada.put(u"/apps/"_s + app, {{u"description"_s, u"Shows more"_s}}), 200);
    EXPECT_STATUS(ada.get(u"/accounts/logout"_s), 204);

    const QByteArrayList expected{"account_registered|Waymark Portal|127.0.0.1",
                                  "account_verified|Waymark Portal|127.0.0.1",
                                  "sign_in|ada|127.0.0.1",
                                  "account_changed|ada|127.0.0.1",
                                  "password_changed|ada|127.0.0.1",
                                  "app_created|ada|127.0.0.1",
                                  "app_changed|ada|127.0.0.1",
                                  "signed_out|ada|127.0.0.1"};
    QCOMPARE(told(ada.accountId()), expected);
    const auto details = m_server->sql(u"SELECT detail FROM audit_entry WHERE account_id = '%1' AND action LIKE "
                                       "'%changed' ORDER BY at, audit_id"_s.arg(ada.accountId()));
    QCOMPARE(details, "{\"fields\":[\"phone\"]}\n{}\n{\"fields\":[\"description\"]}\n");
    QVERIFY(!m_server->sql(u"SELECT * FROM audit_entry"_s).contains(newPassword.toLatin1()));
}

void TestAudit::aFailedSignInIsRecorded()
{
    const TestAccount &bea = m_server->account(u"bea"_s);
    EXPECT_PROBLEM(signIn(bea.email(), u"not this one"_s), 401, "wrong_login");
    QCOMPARE(told(bea.accountId()).last(), "sign_in_failed|Waymark Portal|127.0.0.1");
    EXPECT_PROBLEM(signIn(u"nobody@example.org"_s, u"not this one"_s), 401, "wrong_login");
    const QByteArray ofNobody =
        m_server->sql(u"SELECT action, object, detail FROM audit_entry WHERE account_id IS NULL"_s);
    QCOMPARE(ofNobody, "sign_in_failed||{\"reason\":\"wrong_login\"}\n");
}

void TestAudit::aFloodOfFailuresIsLimited()
{
    TestServer server;
    QByteArrayList rows;
    for (int i = 0; i < 98; ++i)
        rows +=
            "('aud_" + QByteArray::number(i) + "', 9000000000000, 'sign_in_failed', '', false, '', '{}', '127.0.0.1')";
    server.sql(
        u"INSERT INTO audit_entry (audit_id, at, action, actor_name, by_staff, object, detail, address) VALUES "_s
        + QString::fromLatin1(rows.join(", ")));
    const HttpClient portal = server.portal();
    for (int i = 0; i < 4; ++i)
        EXPECT_STATUS(
            portal.post(u"/accounts/login/local"_s, {{u"name"_s, u"nobody@example.org"_s}, {u"password"_s, u"x"_s}}),
            401);
    QCOMPARE(server.sql(u"SELECT count(*) FROM audit_entry"_s), "100\n");
    QCOMPARE(server.sql(u"SELECT count(*) FROM audit_entry WHERE detail LIKE '%more%'"_s), "1\n");
}

void TestAudit::theCommandLineIsRecorded()
{
    const auto made =
        m_server->command({u"create-user"_s, u"--email"_s, u"root@example.org"_s, u"--role"_s, u"admin"_s},
                          TestAccount::password().toUtf8() + '\n');
    QCOMPARE(made.exitCode, 0);
    const QByteArrayList lines = told(QString::fromLatin1(made.output.split(' ').first()));
    QCOMPARE(lines, (QByteArrayList{"account_registered|command line|", "user_created|command line|"}));
}

/// The owner may have to account for a gap in a recording.
void TestAudit::deletedSpansAreRecorded()
{
    using RecordingFixture::at;
    using RecordingFixture::span;
    const TestAccount &eve = m_server->account(u"eve"_s);
    const QString device = eve.addDevice(u"Door"_s)[u"device_id"_s].toString();
    RecordingFixture::record(*m_server, EncodedVideo::of(10), {device, RecordingFixture::start});
    const QString recordings = u"/devices/%1/recordings"_s.arg(device);
    const auto entries = [&] { return eve.get(u"/audit-log?action=recording_deleted"_s).items(); };
    EXPECT_STATUS(eve.del(recordings + span(3500, 5200)), 200);
    EXPECT_STATUS(eve.put(recordings + u"/hold"_s + span(6000, 7000), {{u"reason"_s, u"Evidence"_s}}), 200);
    EXPECT_PROBLEM(eve.del(recordings + span(6000, 7000)), 409, "data_held"); // nothing happened
    EXPECT_PROBLEM(eve.del(recordings + span(3500, 5200)), 404, "not_recorded");
    QCOMPARE(entries().size(), 1);
    const QJsonObject entry = entries()[0].toObject();
    QCOMPARE(entry[u"object"_s].toString(), device);
    QCOMPARE(entry[u"actor_user_id"_s].toString(), eve.userId());
    QCOMPARE(entry[u"address"_s].toString(), u"127.0.0.1"_s);
    // What was deleted, in whole fragments, and not what was asked for.
    QCOMPARE(entry[u"detail"_s].toObject(), (QJsonObject{{u"started_at"_s, at(3000)}, {u"ended_at"_s, at(6000)}}));
    // The log outlives the camera, and other accounts do not see it.
    EXPECT_STATUS(eve.del(recordings + u"/hold"_s + span(6000, 7000)), 204);
    EXPECT_STATUS(eve.del(u"/devices/"_s + device), 204);
    QCOMPARE(entries().size(), 1);
    const TestAccount &bea = m_server->account(u"bea"_s);
    QCOMPARE(bea.get(u"/audit-log?action=recording_deleted"_s).items().size(), 0);
    EXPECT_PROBLEM(bea.get(u"/audit-log?account_id="_s + eve.accountId()), 404, "not_found");
}

void TestAudit::entriesCannotBeChangedOrDeleted_data()
{
    QTest::addColumn<QString>("statement");
    QTest::newRow("update") << u"UPDATE audit_entry SET actor_name = 'nobody'"_s;
    QTest::newRow("delete") << u"DELETE FROM audit_entry"_s;
    if (TestServer::onPostgres())
        QTest::newRow("truncate") << u"TRUNCATE audit_entry"_s;
}

void TestAudit::entriesCannotBeChangedOrDeleted()
{
    QFETCH(const QString, statement);
    m_server->account(u"ada"_s);
    const QByteArray before = m_server->sql(u"SELECT * FROM audit_entry ORDER BY audit_id"_s);
    QVERIFY(!before.isEmpty());
    QVERIFY_EXCEPTION_THROWN(m_server->sql(statement), std::runtime_error);
    QCOMPARE(m_server->sql(u"SELECT * FROM audit_entry ORDER BY audit_id"_s), before);
}

QTEST_GUILESS_MAIN(TestAudit)
#include "tst_audit.moc"
