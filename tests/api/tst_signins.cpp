// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QDateTime>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

/// Listing and ending the sessions of a user.
class TestSignIns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void eachSessionIsListed();
    void theLastUseIsWrittenOnceAMinute();
    void anEndedSessionCannotBeUsed();
    void theCurrentSessionCanBeEnded();
    void unusableSessionsAreNotListed();
    void anOpenStreamEndsWithItsSession();
    void aChangedPasswordEndsTheOtherSessions();
    void sessionsOfOthersAreNotFound();
    void scopesAreRequired();

private:
    HttpClient signIn(const QByteArray &userAgent = "Phone/1") const;
    QJsonObject current(const HttpClient &client) const;

    std::unique_ptr<TestServer> m_server;
    TestAccount *m_ada = nullptr;
    QString m_path;
};

void TestSignIns::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_ada = &m_server->account(u"ada"_s);
    m_path = u"/accounts/%1/sessions"_s.arg(m_ada->accountId());
}

/// Starts another session of ada.
HttpClient TestSignIns::signIn(const QByteArray &userAgent) const
{
    HttpClient client = m_server->portal();
    const Answer login =
        client.post(u"/accounts/login/local"_s, {{u"name"_s, m_ada->email()}, {u"password"_s, TestAccount::password()}},
                    {{"User-Agent", userAgent}});
    client.setBearer(login.json[u"access_token"_s].toString());
    return client;
}

QJsonObject TestSignIns::current(const HttpClient &client) const
{
    const QJsonArray all = client.get(m_path + u"?pagesize=100"_s).items();
    for (const auto &one : all) {
        if (one[u"current"_s].toBool())
            return one.toObject();
    }
    return {};
}

void TestSignIns::eachSessionIsListed()
{
    const QJsonObject made = m_ada->createApp(u"Viewer"_s);
    HttpClient app = m_server->app(made);
    const Answer login = app.post(
        u"/accounts/login/local"_s,
        {{u"name"_s, m_ada->email()}, {u"password"_s, TestAccount::password()}, {u"scope"_s, u"account:read"_s}},
        {{"User-Agent", "Viewer/7 (Tablet) " + QByteArray(400, 'x')}});
    EXPECT_STATUS(login, 200);
    app.setBearer(login.json[u"access_token"_s].toString());
    const Answer list = app.get(m_path);
    EXPECT_STATUS(list, 200);
    QVERIFY(list.items().size() >= 2);
    const QJsonObject mine = current(app);
    QCOMPARE(mine[u"app_id"_s], made[u"app_id"_s]);
    QCOMPARE(mine[u"app_name"_s].toString(), u"Viewer"_s);
    QVERIFY(mine[u"user_agent"_s].toString().startsWith(u"Viewer/7 (Tablet) xxx"_s));
    QCOMPARE(mine[u"user_agent"_s].toString().size(), 300);
    QCOMPARE(mine[u"address"_s].toString(), u"127.0.0.1"_s);
    QCOMPARE(mine[u"scopes"_s].toArray(), QJsonArray{u"account:read"_s});
    QVERIFY(mine[u"session_id"_s].toString().startsWith(u"ses_"_s));
    const auto begun = QDateTime::fromString(mine[u"created_at"_s].toString(), Qt::ISODateWithMs);
    QVERIFY(qAbs(begun.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    QCOMPARE(mine[u"last_used_at"_s], mine[u"created_at"_s]);
    int currents = 0;
    const QJsonArray seenByAda = m_ada->get(m_path).items();
    for (const auto &one : seenByAda)
        currents += one[u"current"_s].toBool() ? 1 : 0;
    QCOMPARE(currents, 1);
    QVERIFY(current(*m_ada)[u"session_id"_s] != mine[u"session_id"_s]);
}

void TestSignIns::theLastUseIsWrittenOnceAMinute()
{
    const HttpClient client = signIn();
    const QString id = current(client)[u"session_id"_s].toString();
    const auto written = [&] {
        return m_server->sql(u"SELECT last_used_at FROM session WHERE session_id = '%1'"_s.arg(id)).toLongLong();
    };
    const auto sql = [&](qint64 time) {
        m_server->sql(u"UPDATE session SET last_used_at = %1 WHERE session_id = '%2'"_s.arg(time).arg(id));
    };
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    sql(now - 70'000);
    EXPECT_STATUS(client.get(u"/devices"_s), 200);
    QTRY_VERIFY(written() >= now);
    const qint64 recent = now - 30'000;
    sql(recent);
    for (int i = 0; i < 20; ++i)
        EXPECT_STATUS(client.get(u"/devices"_s), 200);
    QCOMPARE(m_server->stop(), 0); // stopping writes what is pending
    m_server->start();
    QCOMPARE(written(), recent);
}

void TestSignIns::anEndedSessionCannotBeUsed()
{
    const HttpClient phone = signIn();
    const QString id = current(phone)[u"session_id"_s].toString();
    EXPECT_STATUS(m_ada->del(m_path + u'/' + id), 204);
    EXPECT_PROBLEM(phone.get(u"/devices"_s), 401, "invalid_token");
    QVERIFY(!m_ada->get(m_path + u"?pagesize=100"_s).body.contains(id.toLatin1()));
    EXPECT_PROBLEM(m_ada->del(m_path + u'/' + id), 404, "not_found");
    QCOMPARE(
        m_server->sql(u"SELECT count(*) FROM audit_entry WHERE action = 'session_ended' AND object = '%1'"_s.arg(id)),
        "1\n");
    QCOMPARE(
        m_server->sql(u"SELECT count(*) FROM event WHERE type = 'session.ended' AND payload LIKE '%%1%'"_s.arg(id)),
        "1\n");
}

void TestSignIns::theCurrentSessionCanBeEnded()
{
    const HttpClient phone = signIn();
    EXPECT_STATUS(phone.del(m_path + u'/' + current(phone)[u"session_id"_s].toString()), 204);
    EXPECT_PROBLEM(phone.get(m_path), 401, "invalid_token");
}

void TestSignIns::unusableSessionsAreNotListed()
{
    const QString id = current(signIn())[u"session_id"_s].toString();
    const auto isListed = [&] { return m_ada->get(m_path + u"?pagesize=100"_s).body.contains(id.toLatin1()); };
    m_server->sql(u"UPDATE access_token SET expires_at = 1 WHERE session_id = '%1'"_s.arg(id));
    QVERIFY(isListed()); // it can still be refreshed
    m_server->sql(u"UPDATE refresh_token SET expires_at = 1 WHERE session_id = '%1'"_s.arg(id));
    QVERIFY(!isListed());
}

void TestSignIns::anOpenStreamEndsWithItsSession()
{
    const HttpClient phone = signIn();
    const QString id = current(phone)[u"session_id"_s].toString();
    QTcpSocket stream;
    stream.connectToHost(m_server->base().host(), quint16(m_server->base().port()));
    stream.write("GET /v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                 + m_ada->tokenWith(*m_server, {}).toLatin1() + "\r\n\r\n");
    QByteArray received;
    QTRY_VERIFY((received += stream.readAll()).contains("retry:"));
    EXPECT_STATUS(m_ada->del(m_path + u'/' + id),
                  204); // the end of another session does not close the stream, but is sent on it
    QTRY_VERIFY((received += stream.readAll()).contains(id.toLatin1()));
    QVERIFY(!received.endsWith("\r\n0\r\n\r\n"));
    const QByteArray streaming =
        m_server->sql(u"SELECT max(session_id) FROM session WHERE user_id = '%1'"_s.arg(m_ada->userId()));
    EXPECT_STATUS(m_ada->del(m_path + u'/' + QString::fromLatin1(streaming.trimmed())), 204);
    // The last chunk (RFC 9112, 7.1).
    QTRY_VERIFY_WITH_TIMEOUT((received += stream.readAll()).endsWith("\r\n0\r\n\r\n"), 4000);
}

void TestSignIns::aChangedPasswordEndsTheOtherSessions()
{
    const TestAccount &bea = m_server->account(u"bea"_s);
    const QString path = u"/accounts/%1/sessions"_s.arg(bea.accountId());
    const HttpClient phone = bea.with(*m_server, {});
    QCOMPARE(bea.get(path).items().size(), 2);
    EXPECT_STATUS(
        bea.put(u"/accounts/%1/reset-password"_s.arg(bea.accountId()),
                {{u"old_password"_s, TestAccount::password()}, {u"new_password"_s, u"Plum-34-vortex-Quay"_s}}),
        204);
    EXPECT_PROBLEM(phone.get(path), 401, "invalid_token");
    const QJsonArray left = bea.get(path).items();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left[0][u"current"_s].toBool(), true);
}

void TestSignIns::sessionsOfOthersAreNotFound()
{
    const TestAccount &cleo = m_server->account(u"cleo"_s);
    const QString id = current(signIn())[u"session_id"_s].toString();
    EXPECT_PROBLEM(cleo.get(m_path), 404, "not_found");
    EXPECT_PROBLEM(cleo.del(m_path + u'/' + id), 404, "not_found");
    EXPECT_PROBLEM(cleo.del(u"/accounts/%1/sessions/%2"_s.arg(cleo.accountId(), id)), 404, "not_found");
    EXPECT_PROBLEM(m_server->staff(u"admin"_s).get(m_path), 404, "not_found");
    EXPECT_PROBLEM(m_ada->del(m_path + u"/ses_1"_s), 404, "not_found");
    QVERIFY(m_ada->get(m_path + u"?pagesize=100"_s).body.contains(id.toLatin1()));
}

void TestSignIns::scopesAreRequired()
{
    const HttpClient reader = m_ada->with(*m_server, u"account:read"_s);
    EXPECT_STATUS(reader.get(m_path), 200);
    EXPECT_PROBLEM(reader.del(m_path + u'/' + current(reader)[u"session_id"_s].toString()), 403, "insufficient_scope");
    EXPECT_PROBLEM(m_ada->with(*m_server, u"devices"_s).get(m_path), 403, "insufficient_scope");
    EXPECT_PROBLEM(m_server->anybody().get(m_path), 401, "credential_required");
}

QTEST_GUILESS_MAIN(TestSignIns)
#include "tst_signins.moc"
