// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

using namespace Qt::StringLiterals;

/// Guessing the password of one account takes longer with each attempt.
class TestBackoff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<TestServer>(); }
    void fiveMistakesAreFree();
    void theWaitGrows();
    void unknownNamesWaitAsLong();
    void theCorrectPasswordWaitsTooAndThenClearsTheCount();
    void aRestartForgetsNothing();
    void aClockThatWasAheadKeepsNobodyOut();
    void anotherNameIsNotAffected();
    void aTokenDoesNotAllowGuessingThePassword_data();
    void aTokenDoesNotAllowGuessingThePassword();
    void aNewPasswordEndsTheWait();
    void theDatabaseDoesNotRevealTheNames();

private:
    Answer attempt(const QString &name, const QString &password = u"not-the-password"_s) const
    {
        return m_server->portal().post(u"/accounts/login/local"_s, {{u"name"_s, name}, {u"password"_s, password}});
    }
    /// Makes as many wrong attempts as requested, each after its wait.
    void fail(const QString &name, int times) const
    {
        for (int i = 0; i < times; ++i) {
            passTime();
            const Answer answer = attempt(name);
            EXPECT_PROBLEM(answer, 401, "wrong_login");
        }
    }
    void passTime() const { m_server->sql(u"UPDATE sign_in_failure SET wait_until = 0"_s); }

    std::unique_ptr<TestServer> m_server;
};

void TestBackoff::fiveMistakesAreFree()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(attempt(ada.email()).code(), u"wrong_login"_s);
    const Answer refused = attempt(ada.email());
    EXPECT_PROBLEM(refused, 429, "too_many_attempts");
    QCOMPARE(refused.header("Retry-After"), "1");
    QCOMPARE(refused.json[u"retry_after"_s].toInt(), 1);
}

void TestBackoff::theWaitGrows()
{
    const QString name = m_server->account(u"bea"_s).email();
    fail(name, 5);
    for (const int wait : {2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900}) {
        fail(name, 1);
        const int told = attempt(name).header("Retry-After").toInt();
        QVERIFY2(told == wait || told == wait - 1, QByteArray::number(told).constData()); // a second may have passed
    }
}

void TestBackoff::unknownNamesWaitAsLong()
{
    const QString name = u"nobody@example.org"_s;
    fail(name, 8);
    const Answer stranger = attempt(name);
    EXPECT_PROBLEM(stranger, 429, "too_many_attempts");
    fail(m_server->account(u"carl"_s).email(), 8);
    const Answer known = attempt(m_server->account(u"carl"_s).email());
    EXPECT_PROBLEM(known, 429, "too_many_attempts");
    QCOMPARE(known.json.keys(), stranger.json.keys());
    QVERIFY(qAbs(known.header("Retry-After").toInt() - stranger.header("Retry-After").toInt()) <= 1);
}

void TestBackoff::theCorrectPasswordWaitsTooAndThenClearsTheCount()
{
    const TestAccount &dora = m_server->account(u"dora"_s);
    fail(dora.email(), 8);
    const Answer refused = attempt(dora.email(), TestAccount::password());
    EXPECT_PROBLEM(refused, 429, "too_many_attempts");
    const Answer otherwise = attempt(u" "_s + dora.email().toUpper(), TestAccount::password());
    EXPECT_PROBLEM(otherwise, 429, "too_many_attempts"); // the same name in another spelling
    passTime();
    EXPECT_STATUS(attempt(dora.email(), TestAccount::password()), 200);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(attempt(dora.email()).code(), u"wrong_login"_s);
    QCOMPARE(attempt(dora.email()).code(), u"too_many_attempts"_s);
}

/// The clock was two hours ahead when the passwords were wrong, and is set back.
void TestBackoff::aClockThatWasAheadKeepsNobodyOut()
{
    const TestAccount &ida = m_server->account(u"ida"_s);
    fail(ida.email(), 6);
    EXPECT_PROBLEM(attempt(ida.email(), TestAccount::password()), 429, "too_many_attempts");
    m_server->sql(u"UPDATE sign_in_failure SET wait_until = wait_until + 7200000 WHERE wait_until > 0"_s);
    EXPECT_STATUS(attempt(ida.email(), TestAccount::password()), 200);
}

void TestBackoff::aRestartForgetsNothing()
{
    const TestAccount &eve = m_server->account(u"eve"_s);
    fail(eve.email(), 12);
    m_server->kill9();
    m_server->start();
    const Answer refused = attempt(eve.email(), TestAccount::password());
    EXPECT_PROBLEM(refused, 429, "too_many_attempts");
    QVERIFY(refused.header("Retry-After").toInt() > 60);
}

void TestBackoff::anotherNameIsNotAffected()
{
    fail(m_server->account(u"finn"_s).email(), 8);
    EXPECT_STATUS(attempt(m_server->account(u"gina"_s).email(), TestAccount::password()), 200);
}

void TestBackoff::aTokenDoesNotAllowGuessingThePassword_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("guess");
    QTest::addRow("for a new password") << u"hugo"_s << u"/reset-password"_s
                                        << QJsonObject{{u"old_password"_s, u"a guess"_s},
                                                       {u"new_password"_s, u"freshly-Minted!37-okapi"_s}};
    QTest::addRow("for a number") << u"hilda"_s << u"/phone"_s
                                  << QJsonObject{{u"verification_token"_s, u"wmv_any"_s},
                                                 {u"password"_s, u"a guess"_s}};
}

void TestBackoff::aTokenDoesNotAllowGuessingThePassword()
{
    QFETCH(const QString, name);
    QFETCH(const QString, path);
    QFETCH(const QJsonObject, guess);
    const TestAccount &hugo = m_server->account(name);
    const QString whole = u"/accounts/"_s + hugo.accountId() + path;
    for (int i = 0; i < 5; ++i)
        QCOMPARE(hugo.put(whole, guess).status, 422);
    const Answer refused = hugo.put(whole, guess);
    EXPECT_PROBLEM(refused, 429, "too_many_attempts");
    const Answer login = attempt(hugo.email(), TestAccount::password());
    EXPECT_PROBLEM(login, 429, "too_many_attempts"); // both ways share one count
}

void TestBackoff::aNewPasswordEndsTheWait()
{
    const TestAccount &ines = m_server->account(u"ines"_s);
    fail(ines.email(), 10);
    const HttpClient portal = m_server->portal();
    QJsonObject check{{u"address"_s, ines.email()}, {u"purpose"_s, u"forgot_password"_s}};
    EXPECT_STATUS(portal.post(u"/accounts/verifycode"_s, check), 202);
    check[u"code"_s] = m_server->outbox().waitFor(ines.email(), 2).code();
    const Answer accepted = portal.put(u"/accounts/verifycode"_s, check);
    EXPECT_STATUS(accepted, 200);
    const QString fresh = u"freshly-Minted!37-okapi"_s;
    const Answer reset =
        portal.put(u"/accounts/forgotpassword"_s,
                   {{u"verification_token"_s, accepted.json[u"verification_token"_s]}, {u"new_password"_s, fresh}});
    EXPECT_STATUS(reset, 204);
    EXPECT_STATUS(attempt(ines.email(), fresh), 200);
}

void TestBackoff::theDatabaseDoesNotRevealTheNames()
{
    fail(u"secret.name@example.org"_s, 1);
    const QByteArray rows = m_server->sql(u"SELECT * FROM sign_in_failure"_s);
    QVERIFY(!rows.isEmpty());
    QVERIFY(!rows.contains("secret.name"));
}

QTEST_GUILESS_MAIN(TestBackoff)
#include "tst_backoff.moc"
