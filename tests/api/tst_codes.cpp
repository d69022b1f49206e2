// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QSet>

#include <algorithm>
#include <thread>

using namespace Qt::StringLiterals;

/// Verification codes and the tokens they are exchanged for: lifetime, attempts, recipient and purpose.
class TestCodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<TestServer>(); }
    void aCodeIsValidForTenMinutes();
    void aCodeIsRefusedAfterFiveWrongAttempts();
    void aCodeIsValidForOnePurpose();
    void aCodeIsValidForOneAddress();
    void aCodeIsValidOnce();
    void aTokenIsValidForFifteenMinutes();
    void aTokenIsValidForOnePurpose();
    void aTokenIsValidForOneAddress();
    void concurrentRequestsSendOneCode();
    void concurrentRegistrationsCreateOneAccount();
    void knownAndUnknownAddressesGetTheSameAnswer_data();
    void knownAndUnknownAddressesGetTheSameAnswer();
    void theOwnerOfATakenAddressIsTold();
    void inactiveAccountsGetNoCodeAndNoPassword();
    void aCodeActivatesTheRegistrationItWasSentFor();
    void strangersCannotInvalidateACode();
    void aVerifiedAddressNeedNotWait();
    void unknownRecipientsGetTheirLanguage();
    void codesAreStoredAsHashes();

private:
    Answer ask(const QString &address, const QString &purpose = u"registration"_s,
               const HttpClient::Headers &headers = {}) const
    {
        return m_server->portal().post(u"/accounts/verifycode"_s, {{u"address"_s, address}, {u"purpose"_s, purpose}},
                                       headers);
    }
    Answer check(const QString &address, const QString &code, const QString &purpose = u"registration"_s,
                 const QJsonObject &more = {}) const
    {
        QJsonObject body{{u"address"_s, address}, {u"purpose"_s, purpose}, {u"code"_s, code}};
        for (auto it = more.begin(); it != more.end(); ++it)
            body.insert(it.key(), it.value());
        return m_server->portal().put(u"/accounts/verifycode"_s, body);
    }
    Answer signUp(const QString &address, const QString &password = TestAccount::password(),
                  const QJsonObject &more = {}) const
    {
        QJsonObject body{{u"email"_s, address}, {u"password"_s, password}, {u"name"_s, u"Somebody"_s}};
        for (auto it = more.begin(); it != more.end(); ++it)
            body.insert(it.key(), it.value());
        return m_server->portal().post(u"/accounts/registration"_s, body);
    }
    Answer signIn(const QString &address, const QString &password) const
    {
        return m_server->portal().post(u"/accounts/login/local"_s, {{u"name"_s, address}, {u"password"_s, password}});
    }
    Answer reset(const QString &token) const
    {
        return m_server->portal().put(u"/accounts/forgotpassword"_s,
                                      {{u"verification_token"_s, token}, {u"new_password"_s, another}});
    }
    QString codeFor(const QString &address, int count = 1) const
    {
        return m_server->outbox().waitFor(address, count).code();
    }
    /// Makes the last code to the address a minute older.
    void letAMinutePass(const QString &address) const
    {
        m_server->sql(u"UPDATE verify_code SET sent_at = sent_at - 60000 WHERE address = '%1'"_s.arg(address));
    }
    QString wrong(const QString &code) const { return code == u"000000"_s ? u"000001"_s : u"000000"_s; }

    const QString another = u"freshly-Minted!37-okapi"_s;
    std::unique_ptr<TestServer> m_server;
};

void TestCodes::aCodeIsValidForTenMinutes()
{
    const QString address = u"adam@example.org"_s;
    EXPECT_STATUS(ask(address), 202);
    const QByteArray seconds =
        m_server->sql(u"SELECT (expires_at - sent_at) / 1000 FROM verify_code WHERE address = '%1'"_s.arg(address));
    QCOMPARE(seconds, "600\n");
    m_server->sql(u"UPDATE verify_code SET expires_at = expires_at - 600000 WHERE address = '%1'"_s.arg(address));
    EXPECT_INVALID(check(address, codeFor(address)), "/code wrong_code");
}

void TestCodes::aCodeIsRefusedAfterFiveWrongAttempts()
{
    const QString four = u"four@example.org"_s;
    EXPECT_STATUS(ask(four), 202);
    for (int i = 0; i < 4; ++i)
        EXPECT_INVALID(check(four, wrong(codeFor(four))), "/code wrong_code");
    EXPECT_STATUS(check(four, codeFor(four)), 200);

    const QString five = u"five@example.org"_s;
    EXPECT_STATUS(ask(five), 202);
    for (int i = 0; i < 5; ++i)
        EXPECT_INVALID(check(five, wrong(codeFor(five))), "/code wrong_code");
    EXPECT_INVALID(check(five, codeFor(five)), "/code wrong_code");
    letAMinutePass(five);
    EXPECT_STATUS(ask(five), 202); // the next code has its own attempts
    EXPECT_STATUS(check(five, codeFor(five, 2)), 200);
}

void TestCodes::aCodeIsValidForOnePurpose()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    EXPECT_STATUS(ask(ada.email(), u"forgot_password"_s), 202);
    const QString code = codeFor(ada.email(), 2);
    EXPECT_INVALID(check(ada.email(), code), "/code wrong_code");
    EXPECT_STATUS(check(ada.email(), code, u"forgot_password"_s), 200);
}

void TestCodes::aCodeIsValidForOneAddress()
{
    EXPECT_STATUS(ask(u"bob@example.org"_s), 202);
    EXPECT_STATUS(ask(u"bill@example.org"_s), 202);
    const QString code = codeFor(u"bob@example.org"_s);
    if (code != codeFor(u"bill@example.org"_s)) // one time in a million the codes are equal
        EXPECT_INVALID(check(u"bill@example.org"_s, code), "/code wrong_code");
    EXPECT_STATUS(check(u"BOB@Example.org"_s, code), 200);
}

void TestCodes::aCodeIsValidOnce()
{
    const QString address = u"cleo@example.org"_s;
    EXPECT_STATUS(ask(address), 202);
    EXPECT_STATUS(check(address, codeFor(address)), 200);
    EXPECT_INVALID(check(address, codeFor(address)), "/code wrong_code");
}

void TestCodes::aTokenIsValidForFifteenMinutes()
{
    const TestAccount &dan = m_server->account(u"dan"_s);
    EXPECT_STATUS(ask(dan.email(), u"forgot_password"_s), 202);
    const Answer accepted = check(dan.email(), codeFor(dan.email(), 2), u"forgot_password"_s);
    EXPECT_STATUS(accepted, 200);
    QCOMPARE(accepted.json[u"expires_in"_s].toInt(), 900);
    const QString back = u"UPDATE verification_token SET expires_at = expires_at %1 900000 WHERE address = '%2'"_s;
    m_server->sql(back.arg(u"-"_s, dan.email()));
    const QString token = accepted.json[u"verification_token"_s].toString();
    EXPECT_INVALID(reset(token), "/verification_token wrong_token");
    m_server->sql(back.arg(u"+"_s, dan.email()));
    EXPECT_STATUS(reset(token), 204);
    EXPECT_INVALID(reset(token), "/verification_token wrong_token");
}

void TestCodes::aTokenIsValidForOnePurpose()
{
    const TestAccount &eva = m_server->account(u"eva"_s);
    EXPECT_STATUS(ask(eva.email(), u"forgot_password"_s), 202);
    const QString forgotten =
        check(eva.email(), codeFor(eva.email(), 2), u"forgot_password"_s).json[u"verification_token"_s].toString();
    EXPECT_INVALID(signUp(eva.email(), another, {{u"verification_token"_s, forgotten}}),
                   "/verification_token wrong_token");
    EXPECT_STATUS(ask(u"emil@example.org"_s), 202);
    const QString registering =
        check(u"emil@example.org"_s, codeFor(u"emil@example.org"_s)).json[u"verification_token"_s].toString();
    EXPECT_INVALID(reset(registering), "/verification_token wrong_token");
    EXPECT_STATUS(reset(forgotten), 204); // the refused request has not used the token up
}

void TestCodes::aTokenIsValidForOneAddress()
{
    EXPECT_STATUS(ask(u"finn@example.org"_s), 202);
    const QJsonValue token = check(u"finn@example.org"_s, codeFor(u"finn@example.org"_s)).json[u"verification_token"_s];
    EXPECT_INVALID(signUp(u"frida@example.org"_s, another, {{u"verification_token"_s, token}}),
                   "/verification_token wrong_token");
    EXPECT_STATUS(signUp(u"finn@example.org"_s, another, {{u"verification_token"_s, token}}), 201);
}

void TestCodes::concurrentRequestsSendOneCode()
{
    const QString address = u"gil@example.org"_s;
    std::vector<std::thread> threads;
    std::atomic<int> accepted = 0;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] { accepted += ask(address).status == 202 ? 1 : 0; });
    for (auto &thread : threads)
        thread.join();
    QCOMPARE(accepted.load(), 8);
    EXPECT_STATUS(check(address, codeFor(address)), 200); // the code in the mail that was sent is the valid one
    QTRY_COMPARE(m_server->sql(u"SELECT count(*) FROM job"_s), "0\n");
    QCOMPARE(m_server->outbox().mails(address).size(), 1);
}

void TestCodes::concurrentRegistrationsCreateOneAccount()
{
    const QString address = u"gus@example.org"_s;
    std::vector<std::thread> threads;
    std::vector<Answer> answers(6);
    for (auto &answer : answers)
        threads.emplace_back([&] { answer = signUp(address); });
    for (auto &thread : threads)
        thread.join();
    QSet<QString> accounts;
    for (const Answer &answer : answers) {
        EXPECT_STATUS(answer, 201);
        accounts += answer.json[u"account"_s][u"account_id"_s].toString();
    }
    QCOMPARE(accounts.size(), 6);
    EXPECT_STATUS(check(address, codeFor(address)), 200);
    EXPECT_STATUS(signIn(address, TestAccount::password()), 200);
    QCOMPARE(m_server->sql(u"SELECT count(*) FROM account WHERE email = '%1'"_s.arg(address)), "1\n");
    QCOMPARE(m_server->outbox().mails(address).size(), 1);
}

void TestCodes::knownAndUnknownAddressesGetTheSameAnswer_data()
{
    QTest::addColumn<QString>("purpose");
    QTest::newRow("registration") << u"registration"_s;
    QTest::newRow("forgotten password") << u"forgot_password"_s;
}

void TestCodes::knownAndUnknownAddressesGetTheSameAnswer()
{
    QFETCH(const QString, purpose);
    const auto shape = [](const Answer &answer) {
        auto headers = answer.headers.keys();
        std::sort(headers.begin(), headers.end());
        const QByteArray length = answer.header("Content-Length");
        return QString::number(answer.status) + u' ' + QString::fromLatin1(headers.join(' ') + ' ' + length + ' ')
            + answer.json.keys().join(u' ');
    };
    const TestAccount &ida = m_server->account(u"ida"_s);
    const QString unknown = u"nobody-%1@example.org"_s.arg(purpose);
    for (int i = 0; i < 2; ++i) { // the second request comes too early and gets the same answer
        const Answer known = ask(ida.email(), purpose);
        const Answer stranger = ask(unknown, purpose);
        EXPECT_STATUS(known, 202);
        QCOMPARE(shape(known), shape(stranger));
        QCOMPARE(known.body, stranger.body);
    }
    QCOMPARE(shape(check(ida.email(), u"000000"_s, purpose)), shape(check(unknown, u"000000"_s, purpose)));
    const QString row = u"SELECT tries_left FROM verify_code WHERE address = '%1' AND purpose = '%2'"_s;
    QCOMPARE(m_server->sql(row.arg(unknown, purpose)), "4\n"); // the same rows
    QCOMPARE(m_server->sql(row.arg(ida.email(), purpose)), "4\n");
    QTRY_COMPARE(m_server->sql(u"SELECT count(*) FROM job"_s), "0\n");
    QCOMPARE(m_server->outbox().mails(unknown).size(), purpose == u"registration"_s ? 1 : 0);
}

void TestCodes::theOwnerOfATakenAddressIsTold()
{
    const TestAccount &jon = m_server->account(u"jon"_s);
    EXPECT_STATUS(ask(jon.email()), 202);
    const ReceivedMail mail = m_server->outbox().waitFor(jon.email(), 2);
    QVERIFY2(mail.subject.contains(u"already have"_s), qPrintable(mail.subject));
    QVERIFY(mail.code().isEmpty());
    // No code was created, so no guess can match.
    QCOMPARE(m_server->sql(u"SELECT code_hash FROM verify_code WHERE address = '%1'"_s.arg(jon.email())), "\n");
}

void TestCodes::inactiveAccountsGetNoCodeAndNoPassword()
{
    const TestAccount &kai = m_server->account(u"kai"_s);
    EXPECT_STATUS(ask(kai.email(), u"forgot_password"_s), 202);
    const QString token =
        check(kai.email(), codeFor(kai.email(), 2), u"forgot_password"_s).json[u"verification_token"_s].toString();
    m_server->sql(u"UPDATE account SET status = 'inactive', status_reason = 'unpaid' WHERE account_id = '%1'"_s.arg(
        kai.accountId()));
    EXPECT_PROBLEM(reset(token), 403, "account_inactive");
    EXPECT_STATUS(ask(kai.email(), u"forgot_password"_s), 202);
    EXPECT_STATUS(ask(kai.email()), 202); // nor does a registration code activate it
    QVERIFY(m_server->outbox().waitFor(kai.email(), 3).code().isEmpty());
    QTRY_COMPARE(m_server->sql(u"SELECT count(*) FROM job"_s), "0\n");
    QCOMPARE(m_server->outbox().mails(kai.email()).size(), 3);
    EXPECT_PROBLEM(signIn(kai.email(), TestAccount::password()), 403, "account_inactive");
}

/// A stranger registers an address that waits for its verification, with their own password.
void TestCodes::aCodeActivatesTheRegistrationItWasSentFor()
{
    const QString address = u"lea@example.org"_s;
    const Answer hers = signUp(address, TestAccount::password(), {{u"name"_s, u"Lea"_s}});
    EXPECT_STATUS(hers, 201);
    const ReceivedMail first = m_server->outbox().waitFor(address);
    QVERIFY2(first.text.contains(u"Registered as: Lea\n"_s), qPrintable(first.text));
    letAMinutePass(address);
    const Answer his = signUp(address, another, {{u"name"_s, u"Mallory"_s}});
    EXPECT_STATUS(his, 201);
    const ReceivedMail second = m_server->outbox().waitFor(address, 2);
    QVERIFY2(second.text.contains(u"Registered as: Mallory\n"_s), qPrintable(second.text));

    const QJsonObject mine{{u"account_id"_s, hers.json[u"account"_s][u"account_id"_s]}};
    if (first.code() != second.code())
        EXPECT_INVALID(check(address, first.code()), "/code wrong_code"); // the code of a replaced registration
    // The newest mail belongs to the stranger's registration. The owner's app names their own registration, so the code
    // activates nothing.
    EXPECT_INVALID(check(address, second.code(), u"registration"_s, mine), "/code wrong_code");
    EXPECT_PROBLEM(signIn(address, another), 403, "account_inactive");

    letAMinutePass(address);
    const Answer again = signUp(address, TestAccount::password(), {{u"name"_s, u"Lea"_s}});
    EXPECT_STATUS(again, 201);
    EXPECT_STATUS(check(address, codeFor(address, 3), u"registration"_s,
                        {{u"account_id"_s, again.json[u"account"_s][u"account_id"_s]}}),
                  200);
    EXPECT_STATUS(signIn(address, TestAccount::password()), 200);
    EXPECT_PROBLEM(signIn(address, another), 401, "wrong_login");
}

void TestCodes::strangersCannotInvalidateACode()
{
    const QString address = u"mia@example.org"_s;
    EXPECT_STATUS(signUp(address), 201);
    EXPECT_STATUS(signUp(address, another), 201); // within the minute: the same answer, but no change
    EXPECT_STATUS(check(address, codeFor(address)), 200);
    EXPECT_STATUS(signIn(address, TestAccount::password()), 200);
    EXPECT_PROBLEM(signIn(address, another), 401, "wrong_login");
}

void TestCodes::aVerifiedAddressNeedNotWait()
{
    const QString address = u"nele@example.org"_s;
    EXPECT_STATUS(ask(address), 202);
    const QJsonValue token = check(address, codeFor(address)).json[u"verification_token"_s];
    EXPECT_STATUS(signUp(address, another), 201); // a stranger's registration
    const Answer proven = signUp(address, TestAccount::password(), {{u"verification_token"_s, token}});
    EXPECT_STATUS(proven, 201);
    QCOMPARE(proven.json[u"account"_s][u"status"_s].toString(), u"active"_s);
    EXPECT_INVALID(check(address, codeFor(address, 2), u"registration"_s,
                         {{u"account_id"_s, proven.json[u"account"_s][u"account_id"_s]}}),
                   "/code wrong_code");
    EXPECT_STATUS(signIn(address, TestAccount::password()), 200);
    EXPECT_PROBLEM(signIn(address, another), 401, "wrong_login");
}

void TestCodes::unknownRecipientsGetTheirLanguage()
{
    EXPECT_STATUS(ask(u"li@example.org"_s, u"registration"_s, {{"Accept-Language", "de, zh-TW;q=0.8, en;q=0.5"}}), 202);
    EXPECT_STATUS(ask(u"otto@example.org"_s, u"registration"_s, {{"Accept-Language", "de"}}), 202);
    QVERIFY(m_server->outbox().waitFor(u"li@example.org"_s).subject.contains(u"验证码"_s));
    QVERIFY(m_server->outbox().waitFor(u"otto@example.org"_s).subject.contains(u"code"_s));
    const QJsonObject body{
        {u"email"_s, u"lan@example.org"_s}, {u"password"_s, TestAccount::password()}, {u"name"_s, u"兰"_s}};
    const Answer registered =
        m_server->portal().post(u"/accounts/registration"_s, body, {{"Accept-Language", "zh-CN,zh;q=0.9"}});
    QCOMPARE(registered.json[u"account"_s][u"locale"_s].toString(), u"zh-CN"_s);
    const ReceivedMail mail = m_server->outbox().waitFor(u"lan@example.org"_s);
    QVERIFY2(mail.text.contains(u"注册姓名: 兰"_s), qPrintable(mail.text));
}

void TestCodes::codesAreStoredAsHashes()
{
    const QString address = u"pia@example.org"_s;
    EXPECT_STATUS(ask(address), 202);
    const QString code = codeFor(address);
    const Answer accepted = check(address, wrong(code));
    const QByteArray rows = m_server->sql(u"SELECT code_hash FROM verify_code WHERE address = '%1'"_s.arg(address));
    QVERIFY(rows.size() > 40);
    QVERIFY(!rows.contains(code.toLatin1()));
    const QString token = check(address, code).json[u"verification_token"_s].toString();
    const QByteArray tokens = m_server->sql(u"SELECT token_hash FROM verification_token"_s);
    QVERIFY(token.size() > 40);
    QVERIFY(!tokens.contains(token.toLatin1()) && !tokens.contains(token.mid(4).toLatin1()));
}

QTEST_GUILESS_MAIN(TestCodes)
#include "tst_codes.moc"
