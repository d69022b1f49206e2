// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

using namespace Qt::StringLiterals;

/// One-time tokens, which sign a user in to another app.
class TestOneTimeTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aTokenSignsInToAnotherAppOnce();
    void scopesNeverGrow();
    void aTokenExpires();
    void aTokenOfAnotherAccountIsUnknown();
    void aTokenEndsWithItsSession();
    void aTokenEndsWithItsAccountAndApp();
    void headRequestsChangeNothing();
    void onlyTheHashIsStored();
    void refusals();

private:
    QString make(const HttpClient &client) const;
    QString path(const QString &token) const { return m_path + u'/' + token; }

    std::unique_ptr<TestServer> m_server;
    TestAccount *m_ada = nullptr;
    QString m_path;
    QJsonObject m_phone;
};

void TestOneTimeTokens::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_ada = &m_server->account(u"ada"_s);
    m_path = u"/accounts/%1/token"_s.arg(m_ada->accountId());
    m_phone = m_ada->createApp(u"Phone"_s);
}

QString TestOneTimeTokens::make(const HttpClient &client) const
{
    return client.post(m_path, {}).json[u"account_token"_s].toString();
}

void TestOneTimeTokens::aTokenSignsInToAnotherAppOnce()
{
    const Answer made = m_ada->post(m_path, {});
    EXPECT_STATUS(made, 201);
    QCOMPARE(made.header("Cache-Control"), "no-store");
    QCOMPARE(made.json[u"expires_in"_s].toInt(), 90);
    const QString token = made.json[u"account_token"_s].toString();
    QVERIFY(token.startsWith(u"wms_"_s) && token.size() == 47); // 256 bits
    QCOMPARE(made.json[u"url"_s].toString(), m_server->base().toString() + path(token));

    HttpClient phone = m_server->app(m_phone);
    const Answer pair = phone.get(made.json[u"url"_s].toString());
    EXPECT_STATUS(pair, 200);
    QCOMPARE(pair.header("Cache-Control"), "no-store");
    QCOMPARE(pair.json[u"account_id"_s].toString(), m_ada->accountId());
    QCOMPARE(pair.json[u"user_id"_s].toString(), m_ada->userId());
    EXPECT_PROBLEM(phone.get(path(token)), 404, "not_found");
    EXPECT_STATUS(phone.put(u"/accounts/refresh-token"_s, {{u"refresh_token"_s, pair.json[u"refresh_token"_s]}}), 200);
    phone.setBearer(pair.json[u"access_token"_s].toString());
    EXPECT_STATUS(phone.get(u"/devices"_s), 200);

    const QByteArray linked = m_ada->get(u"/accounts/app/"_s + m_phone[u"app_id"_s].toString()).body;
    QVERIFY2(linked.contains(m_ada->accountId().toLatin1()), linked.constData());
    QCOMPARE(m_server->sql(u"SELECT count(*) FROM audit_entry WHERE action = 'one_time_token_made'"_s), "1\n");
    QCOMPARE(m_server->sql(u"SELECT detail FROM audit_entry WHERE action = 'sign_in' AND actor_app_id = '%1'"_s.arg(
                 m_phone[u"app_id"_s].toString())),
             "{\"by\":\"one_time_token\"}\n");
}

void TestOneTimeTokens::scopesNeverGrow()
{
    const HttpClient narrow = m_ada->with(*m_server, u"account devices:read"_s);
    const Answer pair = m_server->app(m_phone).get(path(make(narrow)));
    EXPECT_STATUS(pair, 200);
    QCOMPARE(pair.json[u"scope"_s].toString(), u"account devices:read"_s);

    const TestAccount &dan = m_server->account(u"dan"_s);
    const QString own = u"/accounts/%1/token"_s.arg(dan.accountId());
    const QString token = dan.post(own, {}).json[u"account_token"_s].toString();
    m_server->sql(u"UPDATE account_user SET role = 'member' WHERE user_id = '%1'"_s.arg(dan.userId()));
    const Answer demoted = m_server->app(m_phone).get(own + u'/' + token);
    EXPECT_STATUS(demoted, 200);
    QVERIFY(!demoted.json[u"scope"_s].toString().contains(u"apps"_s));
}

void TestOneTimeTokens::aTokenExpires()
{
    TestServer brief({u"--sign-in-token-lifetime"_s, u"1"_s});
    const TestAccount &ada = brief.account(u"ada"_s);
    const QString own = u"/accounts/%1/token"_s.arg(ada.accountId());
    const HttpClient portal = brief.portal();
    const Answer made = ada.post(own, {});
    QCOMPARE(made.json[u"expires_in"_s].toInt(), 1);
    EXPECT_STATUS(portal.get(own + u'/' + made.json[u"account_token"_s].toString()), 200);
    const QString token = ada.post(own, {}).json[u"account_token"_s].toString();
    brief.sql(u"UPDATE sign_in_token SET expires_at = expires_at - 1000"_s);
    EXPECT_PROBLEM(portal.get(own + u'/' + token), 404, "not_found");
}

void TestOneTimeTokens::aTokenOfAnotherAccountIsUnknown()
{
    const TestAccount &bea = m_server->account(u"bea"_s);
    const QString token = make(*m_ada);
    const HttpClient phone = m_server->app(m_phone);
    EXPECT_PROBLEM(phone.get(u"/accounts/%1/token/%2"_s.arg(bea.accountId(), token)), 404, "not_found");
    EXPECT_PROBLEM(bea.post(m_path, {}), 404, "not_found");
    EXPECT_PROBLEM(m_server->staff(u"admin"_s).post(m_path, {}), 404, "not_found");
    EXPECT_STATUS(phone.get(path(token)), 200); // the failed attempt has not used the token up
}

void TestOneTimeTokens::aTokenEndsWithItsSession()
{
    const HttpClient maker = m_ada->with(*m_server, {});
    const QString token = make(maker);
    EXPECT_STATUS(maker.get(u"/accounts/logout"_s), 204);
    EXPECT_PROBLEM(m_server->app(m_phone).get(path(token)), 404, "not_found");
}

void TestOneTimeTokens::aTokenEndsWithItsAccountAndApp()
{
    const QString token = make(*m_ada);
    const HttpClient phone = m_server->app(m_phone);
    const QString setAccount = u"UPDATE account SET status = '%1' WHERE account_id = '%2'"_s;
    m_server->sql(setAccount.arg(u"inactive"_s, m_ada->accountId()));
    EXPECT_PROBLEM(phone.get(path(token)), 404, "not_found");
    m_server->sql(setAccount.arg(u"active"_s, m_ada->accountId()));
    const QString setApp = u"UPDATE app SET status = '%1' WHERE app_id = '%2'"_s;
    m_server->sql(setApp.arg(u"inactive"_s, m_phone[u"app_id"_s].toString()));
    EXPECT_PROBLEM(phone.get(path(token)), 403, "app_inactive");
    m_server->sql(setApp.arg(u"active"_s, m_phone[u"app_id"_s].toString()));
    EXPECT_STATUS(phone.get(path(token)), 200);
}

void TestOneTimeTokens::headRequestsChangeNothing()
{
    const QString token = make(*m_ada);
    const HttpClient phone = m_server->app(m_phone);
    EXPECT_STATUS(phone.send("HEAD", path(token)), 204);
    EXPECT_STATUS(phone.get(path(token)), 200);
}

void TestOneTimeTokens::onlyTheHashIsStored()
{
    const QByteArray token = make(*m_ada).toLatin1();
    const QByteArray rows = m_server->sql(u"SELECT * FROM sign_in_token"_s)
        + m_server->sql(u"SELECT * FROM audit_entry"_s) + m_server->sql(u"SELECT * FROM event"_s);
    QVERIFY(!rows.isEmpty());
    QVERIFY(!rows.contains(token.mid(4)));
    EXPECT_STATUS(m_server->portal().get(path(QString::fromLatin1(token))), 200);
    m_server->stop();
    const QByteArray said = m_server->process().readAllStandardError() + m_server->process().readAllStandardOutput();
    QVERIFY2(!said.contains(token.mid(4)), said.constData());
    m_server->start();
}

void TestOneTimeTokens::refusals()
{
    const QString token = make(*m_ada);
    EXPECT_PROBLEM(m_server->anybody().get(path(token)), 401, "credential_required");
    EXPECT_PROBLEM(m_ada->get(path(token)), 401, "credential_required");
    EXPECT_PROBLEM(m_server->portal().get(path(u"wms_unknown"_s)), 404, "not_found");
    EXPECT_PROBLEM(m_server->portal().get(u"/accounts/usr_1/token/"_s + token), 404, "not_found");
    EXPECT_PROBLEM(m_ada->with(*m_server, u"account:read"_s).post(m_path, {}), 403, "insufficient_scope");
    EXPECT_PROBLEM(m_server->portal().post(m_path, {}), 401, "credential_required");
}

QTEST_GUILESS_MAIN(TestOneTimeTokens)
#include "tst_onetimetokens.moc"
