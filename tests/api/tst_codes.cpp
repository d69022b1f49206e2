// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/codesfixture.h"

using namespace Qt::StringLiterals;

/// Verification codes and the tokens they are exchanged for: lifetime, attempts, recipient and purpose.
class TestCodes : public CodesFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<TestServer>(QStringList{u"--rate-limits"_s, u"off"_s}); }
    void aCodeIsValidForTenMinutes();
    void aCodeIsRefusedAfterFiveWrongAttempts();
    void wrongCodesSlowDownAttemptsOverAllCodes();
    void wrongCodesCountForTheAccount();
    void wrongCodesOfANumberDoNotBlockTheAddress();
    void tenCodesADayAreSent();
    void aClockThatWasAheadKeepsNoCodeBack();
    void aNewPasswordEndsOtherCodes();
    void aChangedPasswordEndsCodes();
    void aCodeIsValidForOnePurpose();
    void aCodeIsValidForOneAddress();
    void aCodeIsValidOnce();
    void aTokenIsValidForFifteenMinutes();
    void aTokenIsValidForOnePurpose();
    void aTokenIsValidForOneAddress();
    void codesAreStoredAsHashes();

private:
    /// Makes whoever must wait, wait for a quarter of an hour more.
    void waitLonger() const
    {
        m_server->sql(u"UPDATE sign_in_failure SET wait_until = wait_until + 900000 WHERE wait_until > 0"_s);
    }
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

void TestCodes::wrongCodesSlowDownAttemptsOverAllCodes()
{
    const QString address = u"guessed@example.org"_s;
    for (int send = 1; send <= 2; ++send) {
        EXPECT_STATUS(ask(address), 202);
        for (int i = 0; i < 5; ++i)
            EXPECT_INVALID(check(address, wrong(codeFor(address, send))), "/code wrong_code");
        letAMinutePass(address);
    }
    EXPECT_STATUS(ask(address), 202); // a new code does not help
    const Answer refused = check(address, codeFor(address, 3));
    EXPECT_PROBLEM(refused, 429, "too_many_attempts");
    QVERIFY(refused.header("Retry-After").toInt() >= 1);
    m_server->sql(u"UPDATE sign_in_failure SET wait_until = 0"_s);
    EXPECT_STATUS(check(address, codeFor(address, 3)), 200);
    EXPECT_INVALID(check(address, u"000000"_s), "/code wrong_code"); // the count begins anew
}

/// An account's number and its address lead to the same account, for whatever purpose. The answers do not tell so.
void TestCodes::wrongCodesCountForTheAccount()
{
    const TestAccount &gus = m_server->account(u"gus"_s);
    m_server->sql(
        u"INSERT INTO verified_phone (phone, account_id, verified_at) VALUES ('+4915112345678', '%1', 1)"_s.arg(
            gus.accountId()));
    for (int i = 0; i < 5; ++i) {
        EXPECT_INVALID(check(gus.email(), u"000000"_s, u"forgot_password"_s), "/code wrong_code");
        EXPECT_INVALID(check(u"+49 151 12345678"_s, u"000000"_s, u"forgot_password"_s), "/code wrong_code");
    }
    waitLonger();
    EXPECT_STATUS(signIn(gus.email(), TestAccount::password()), 200); // the password has a count of its own
    EXPECT_STATUS(ask(gus.email(), u"forgot_password"_s), 202);
    const QString right = codeFor(gus.email(), 2);
    EXPECT_INVALID(check(gus.email(), right, u"forgot_password"_s), "/code wrong_code"); // like a wrong one
    m_server->sql(u"UPDATE sign_in_failure SET wait_until = 0"_s);
    EXPECT_STATUS(check(gus.email(), right, u"forgot_password"_s), 200);
}

/// Otherwise anybody could learn which number belongs to which address.
void TestCodes::wrongCodesOfANumberDoNotBlockTheAddress()
{
    const TestAccount &hal = m_server->account(u"hal"_s);
    m_server->sql(
        u"INSERT INTO verified_phone (phone, account_id, verified_at) VALUES ('+4915187654321', '%1', 1)"_s.arg(
            hal.accountId()));
    for (const QString &number : {u"+4915187654321"_s, u"+4915100000001"_s}) { // the account's, and a stranger's
        for (int i = 0; i < 10; ++i)
            EXPECT_INVALID(check(number, u"000000"_s, u"forgot_password"_s), "/code wrong_code");
        waitLonger();
        EXPECT_PROBLEM(check(number, u"000000"_s, u"forgot_password"_s), 429, "too_many_attempts");
        EXPECT_INVALID(check(hal.email(), u"000000"_s, u"forgot_password"_s), "/code wrong_code");
    }
}

void TestCodes::tenCodesADayAreSent()
{
    const QString address = u"flooded@example.org"_s;
    for (int i = 1; i <= 10; ++i) {
        EXPECT_STATUS(ask(address), 202);
        QVERIFY(!codeFor(address, i).isEmpty());
        letAMinutePass(address);
    }
    const QByteArray before = m_server->sql(u"SELECT code_hash FROM verify_code WHERE address = '%1'"_s.arg(address));
    EXPECT_STATUS(ask(address), 202); // the answer does not tell
    EXPECT_STATUS(ask(address, u"forgot_password"_s), 202);
    QCOMPARE(m_server->sql(u"SELECT code_hash FROM verify_code WHERE address = '%1'"_s.arg(address)), before);
    QCOMPARE(m_server->sql(waitingMessages).trimmed(), "0"_ba);
    QCOMPARE(m_server->outbox().mails(address).size(), 10);
    m_server->sql(u"UPDATE code_count SET day = '2026-01-01'"_s);
    EXPECT_STATUS(ask(address), 202);
    QVERIFY(!codeFor(address, 11).isEmpty());
}

/// The clock was two hours ahead when the last code was sent, and is set back.
void TestCodes::aClockThatWasAheadKeepsNoCodeBack()
{
    const QString address = u"early@example.org"_s;
    EXPECT_STATUS(ask(address), 202);
    QVERIFY(!codeFor(address, 1).isEmpty());
    m_server->sql(u"UPDATE verify_code SET sent_at = sent_at + 7200000 WHERE address = '%1'"_s.arg(address));
    EXPECT_STATUS(ask(address), 202);
    QVERIFY(!codeFor(address, 2).isEmpty());
}

void TestCodes::aNewPasswordEndsOtherCodes()
{
    const TestAccount &ida = m_server->account(u"ida"_s);
    EXPECT_STATUS(ask(ida.email(), u"forgot_password"_s), 202);
    const Answer first = check(ida.email(), codeFor(ida.email(), 2), u"forgot_password"_s);
    EXPECT_STATUS(first, 200);
    letAMinutePass(ida.email());
    EXPECT_STATUS(ask(ida.email(), u"forgot_password"_s), 202);
    const Answer second = check(ida.email(), codeFor(ida.email(), 3), u"forgot_password"_s);
    EXPECT_STATUS(second, 200);
    letAMinutePass(ida.email());
    EXPECT_STATUS(ask(ida.email(), u"forgot_password"_s), 202);
    const QString third = codeFor(ida.email(), 4);
    EXPECT_STATUS(reset(second.json[u"verification_token"_s].toString()), 204);
    EXPECT_INVALID(reset(first.json[u"verification_token"_s].toString()), "/verification_token wrong_token");
    EXPECT_INVALID(check(ida.email(), third, u"forgot_password"_s), "/code wrong_code");
}

void TestCodes::aChangedPasswordEndsCodes()
{
    const TestAccount &ivo = m_server->account(u"ivo"_s);
    EXPECT_STATUS(ask(ivo.email(), u"forgot_password"_s), 202);
    const Answer accepted = check(ivo.email(), codeFor(ivo.email(), 2), u"forgot_password"_s);
    EXPECT_STATUS(accepted, 200);
    letAMinutePass(ivo.email());
    EXPECT_STATUS(ask(ivo.email(), u"forgot_password"_s), 202);
    const QString second = codeFor(ivo.email(), 3);
    const QString changed = u"mended-Lantern!58-otter"_s;
    EXPECT_STATUS(ivo.put(u"/accounts/%1/reset-password"_s.arg(ivo.accountId()),
                          {{u"old_password"_s, TestAccount::password()}, {u"new_password"_s, changed}}),
                  204);
    EXPECT_INVALID(reset(accepted.json[u"verification_token"_s].toString()), "/verification_token wrong_token");
    EXPECT_INVALID(check(ivo.email(), second, u"forgot_password"_s), "/code wrong_code");
    EXPECT_STATUS(signIn(ivo.email(), changed), 200);
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
