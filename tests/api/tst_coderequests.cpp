// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/codesfixture.h"

#include <QSet>

#include <algorithm>
#include <thread>

using namespace Qt::StringLiterals;

/// Requests for verification codes: who gets a code, and which registration it activates.
class TestCodeRequests : public CodesFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<TestServer>(); }
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
};

void TestCodeRequests::concurrentRequestsSendOneCode()
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
    QTRY_COMPARE(m_server->sql(waitingMessages), "0\n");
    QCOMPARE(m_server->outbox().mails(address).size(), 1);
}

void TestCodeRequests::concurrentRegistrationsCreateOneAccount()
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

void TestCodeRequests::knownAndUnknownAddressesGetTheSameAnswer_data()
{
    QTest::addColumn<QString>("purpose");
    QTest::newRow("registration") << u"registration"_s;
    QTest::newRow("forgotten password") << u"forgot_password"_s;
}

void TestCodeRequests::knownAndUnknownAddressesGetTheSameAnswer()
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
    QTRY_COMPARE(m_server->sql(waitingMessages), "0\n");
    QCOMPARE(m_server->outbox().mails(unknown).size(), purpose == u"registration"_s ? 1 : 0);
}

void TestCodeRequests::theOwnerOfATakenAddressIsTold()
{
    const TestAccount &jon = m_server->account(u"jon"_s);
    EXPECT_STATUS(ask(jon.email()), 202);
    const ReceivedMail mail = m_server->outbox().waitFor(jon.email(), 2);
    QVERIFY2(mail.subject.contains(u"already have"_s), qPrintable(mail.subject));
    QVERIFY(mail.code().isEmpty());
    // No code was created, so no guess can match.
    QCOMPARE(m_server->sql(u"SELECT code_hash FROM verify_code WHERE address = '%1'"_s.arg(jon.email())), "\n");
}

void TestCodeRequests::inactiveAccountsGetNoCodeAndNoPassword()
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
    QTRY_COMPARE(m_server->sql(waitingMessages), "0\n");
    QCOMPARE(m_server->outbox().mails(kai.email()).size(), 3);
    EXPECT_PROBLEM(signIn(kai.email(), TestAccount::password()), 403, "account_inactive");
}

/// A stranger registers an address that waits for its verification, with their own password.
void TestCodeRequests::aCodeActivatesTheRegistrationItWasSentFor()
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

void TestCodeRequests::strangersCannotInvalidateACode()
{
    const QString address = u"mia@example.org"_s;
    EXPECT_STATUS(signUp(address), 201);
    EXPECT_STATUS(signUp(address, another), 201); // within the minute: the same answer, but no change
    EXPECT_STATUS(check(address, codeFor(address)), 200);
    EXPECT_STATUS(signIn(address, TestAccount::password()), 200);
    EXPECT_PROBLEM(signIn(address, another), 401, "wrong_login");
}

void TestCodeRequests::aVerifiedAddressNeedNotWait()
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

void TestCodeRequests::unknownRecipientsGetTheirLanguage()
{
    EXPECT_STATUS(ask(u"li@example.org"_s, u"registration"_s, {{"Accept-Language", "fr, zh-TW;q=0.8, en;q=0.5"}}), 202);
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

QTEST_GUILESS_MAIN(TestCodeRequests)
#include "tst_coderequests.moc"
