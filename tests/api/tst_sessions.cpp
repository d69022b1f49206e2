// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QDateTime>
#include <QElapsedTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

/// Signing in, refreshing tokens, and signing out.
class TestSessions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<TestServer>(); }
    void aSignInReturnsAPairOfTokens();
    void namesAreNotCaseSensitive();
    void scopesAreNarrowed();
    void refreshTokensRotate();
    void aReusedRefreshTokenEndsTheSession();
    void aRefreshTokenBelongsToItsApp();
    void signingOutEndsTheSession();
    void unknownNamesTakeAsLong();
    void onlyHashesOfTokensAreStored();
    void tokensExpire();
    void oldSessionsArePurged();

private:
    Answer login(const QJsonObject &more = {}) const;
    Answer refresh(const QString &token) const;

    std::unique_ptr<TestServer> m_server;
};

Answer TestSessions::login(const QJsonObject &more) const
{
    QJsonObject body{{u"name"_s, m_server->account(u"ada"_s).email()}, {u"password"_s, TestAccount::password()}};
    for (auto it = more.begin(); it != more.end(); ++it)
        body.insert(it.key(), it.value());
    return m_server->portal().post(u"/accounts/login/local"_s, body);
}

Answer TestSessions::refresh(const QString &token) const
{
    return m_server->portal().put(u"/accounts/refresh-token"_s, {{u"refresh_token"_s, token}});
}

void TestSessions::aSignInReturnsAPairOfTokens()
{
    const Answer answer = login();
    EXPECT_STATUS(answer, 200);
    QCOMPARE(answer.json[u"token_type"_s].toString(), u"Bearer"_s);
    QCOMPARE(answer.json[u"expires_in"_s].toInt(), 3600);
    QVERIFY(answer.json[u"access_token"_s].toString() != answer.json[u"refresh_token"_s].toString());
    QVERIFY(answer.json[u"scope"_s].toString().split(u' ').contains(u"devices"_s));
    QVERIFY(!answer.json[u"scope"_s].toString().contains(u"manage"_s));
    QCOMPARE(answer.header("Cache-Control"), "no-store"); // RFC 6749, 5.1
}

void TestSessions::namesAreNotCaseSensitive() { EXPECT_STATUS(login({{u"name"_s, u"ADA@Example.org"_s}}), 200); }

void TestSessions::scopesAreNarrowed()
{
    const Answer answer = login({{u"scope"_s, u"devices:read marks manage"_s}});
    EXPECT_STATUS(answer, 200);
    QCOMPARE(answer.json[u"scope"_s].toString(), u"devices:read marks"_s);
    HttpClient client = m_server->anybody();
    client.setBearer(answer.json[u"access_token"_s].toString());
    EXPECT_STATUS(client.get(u"/devices"_s), 200);
    const Answer refused = client.post(u"/devices"_s, {});
    EXPECT_PROBLEM(refused, 403, "insufficient_scope");
    QCOMPARE(refused.json[u"scope"_s].toString(), u"devices"_s);
}

void TestSessions::refreshTokensRotate()
{
    const Answer first = login({{u"scope"_s, u"devices"_s}});
    const Answer second = refresh(first.json[u"refresh_token"_s].toString());
    EXPECT_STATUS(second, 200);
    QVERIFY(second.json[u"refresh_token"_s] != first.json[u"refresh_token"_s]);
    QVERIFY(second.json[u"access_token"_s] != first.json[u"access_token"_s]);
    for (const QString &same : {u"account_id"_s, u"user_id"_s, u"scope"_s})
        QCOMPARE(second.json[same], first.json[same]);
    HttpClient client = m_server->anybody();
    client.setBearer(second.json[u"access_token"_s].toString());
    EXPECT_STATUS(client.get(u"/devices"_s), 200);
    EXPECT_STATUS(refresh(second.json[u"refresh_token"_s].toString()), 200);
}

void TestSessions::aReusedRefreshTokenEndsTheSession()
{
    const Answer first = login();
    const Answer second = refresh(first.json[u"refresh_token"_s].toString());
    const Answer bystander = login();
    EXPECT_STATUS(second, 200);
    const Answer third = refresh(second.json[u"refresh_token"_s].toString()); // so that the first is not the last
    EXPECT_STATUS(third, 200);
    EXPECT_PROBLEM(refresh(first.json[u"refresh_token"_s].toString()), 401, "invalid_refresh_token");
    EXPECT_PROBLEM(refresh(third.json[u"refresh_token"_s].toString()), 401, "invalid_refresh_token");
    HttpClient client = m_server->anybody();
    for (const Answer &ended : {first, second, third}) {
        client.setBearer(ended.json[u"access_token"_s].toString());
        EXPECT_PROBLEM(client.get(u"/devices"_s), 401, "invalid_token");
    }
    EXPECT_STATUS(refresh(bystander.json[u"refresh_token"_s].toString()), 200);
}

void TestSessions::aRefreshTokenBelongsToItsApp()
{
    const QString token = login().json[u"refresh_token"_s].toString();
    const QJsonObject made = m_server->account(u"ada"_s).createApp(u"Thief"_s);
    HttpClient thief = m_server->anybody();
    thief.setBasic(made[u"app_id"_s].toString(), made[u"app_key"_s].toString());
    EXPECT_PROBLEM(thief.put(u"/accounts/refresh-token"_s, {{u"refresh_token"_s, token}}), 401,
                   "invalid_refresh_token");
    EXPECT_STATUS(refresh(token), 200);
}

void TestSessions::signingOutEndsTheSession()
{
    const Answer tokens = login();
    HttpClient client = m_server->anybody();
    client.setBearer(tokens.json[u"access_token"_s].toString());
    EXPECT_STATUS(client.get(u"/accounts/logout"_s), 204);
    EXPECT_PROBLEM(client.get(u"/devices"_s), 401, "invalid_token");
    EXPECT_PROBLEM(refresh(tokens.json[u"refresh_token"_s].toString()), 401, "invalid_refresh_token");
}

/// Compares the medians of alternating measurements, so that other load slows both equally.
void TestSessions::unknownNamesTakeAsLong()
{
    QList<qint64> known;
    QList<qint64> unknown;
    for (int i = 0; i < 15; ++i) {
        m_server->sql(u"DELETE FROM sign_in_failure"_s); // otherwise the names would have to wait
        QElapsedTimer timer;
        timer.start();
        EXPECT_PROBLEM(login({{u"password"_s, u"wrong"_s}}), 401, "wrong_login");
        known += timer.nsecsElapsed();
        timer.start();
        EXPECT_PROBLEM(login({{u"name"_s, u"nobody@example.org"_s}}), 401, "wrong_login");
        unknown += timer.nsecsElapsed();
    }
    m_server->sql(u"DELETE FROM sign_in_failure"_s);
    std::sort(known.begin(), known.end());
    std::sort(unknown.begin(), unknown.end());
    const double ratio = double(known[7]) / double(unknown[7]);
    QVERIFY2(ratio > 0.5 && ratio < 2, QByteArray::number(ratio).constData());
}

void TestSessions::onlyHashesOfTokensAreStored()
{
    const Answer tokens = login();
    const QByteArray rows = m_server->sql(u"SELECT token_hash FROM access_token"_s)
        + m_server->sql(u"SELECT token_hash FROM refresh_token"_s) + m_server->sql(u"SELECT hash FROM user_password"_s);
    QVERIFY(rows.contains("$argon2id$"));
    for (const QString &name : {u"access_token"_s, u"refresh_token"_s}) {
        const QByteArray token = tokens.json[name].toString().toLatin1();
        QVERIFY(token.size() > 40);
        QVERIFY(!rows.contains(token));
        QVERIFY(!rows.contains(token.mid(4)));
    }
}

void TestSessions::tokensExpire()
{
    TestServer brief({u"--access-token-lifetime"_s, u"1"_s});
    const TestAccount &ada = brief.account(u"ada"_s);
    // The lifetime of a second is short: the account's own token may have expired meanwhile.
    QTRY_VERIFY_WITH_TIMEOUT(ada.get(u"/devices"_s).code() == u"invalid_token"_s, 10'000);
    const Answer fresh = brief.portal().put(u"/accounts/refresh-token"_s, {{u"refresh_token"_s, ada.refreshToken()}});
    EXPECT_STATUS(fresh, 200);
    QCOMPARE(fresh.json[u"expires_in"_s].toInt(), 1);
}

void TestSessions::oldSessionsArePurged()
{
    const TestAccount &otto = m_server->account(u"otto"_s);
    const QJsonObject name{{u"name"_s, otto.email()}};
    for (int i = 0; i < 3; ++i)
        EXPECT_STATUS(login(name), 200);
    const auto sessions = [&](const QString &condition) {
        return m_server
            ->sql(u"SELECT session_id FROM session WHERE user_id = '%1' AND %2 ORDER BY session_id"_s.arg(otto.userId(),
                                                                                                          condition))
            .split('\n')
            .mid(0, 9);
    };
    const QByteArrayList all = sessions(u"1 = 1"_s);
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const QString end = u"UPDATE session SET ended_at = %1 WHERE session_id = '%2'"_s;
    m_server->sql(end.arg(now - qint64(91) * 86'400'000).arg(QString::fromLatin1(all[1])));
    m_server->sql(end.arg(now - qint64(89) * 86'400'000).arg(QString::fromLatin1(all[2])));
    for (const QString &table : {u"access_token"_s, u"refresh_token"_s})
        m_server->sql(
            u"UPDATE %1 SET expires_at = 1 WHERE session_id = '%2'"_s.arg(table, QString::fromLatin1(all[3])));
    m_server->stop();
    m_server->start(); // the start purges
    QTRY_COMPARE(sessions(u"1 = 1"_s), (QByteArrayList{all[0], all[2], all[3], {}}));
    QTRY_COMPARE(sessions(u"ended_at IS NULL"_s), (QByteArrayList{all[0], {}})); // the last has no token left
}

QTEST_GUILESS_MAIN(TestSessions)
#include "tst_sessions.moc"
