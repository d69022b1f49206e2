// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/authenticatorapp.h"
#include "tests/api/tokenclient.h"
#include "tests/support/expect.h"

using namespace Qt::StringLiterals;

/// Setting up a second factor, changing it, and switching it off.
class TestSecondFactor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aSetUpIsConfirmedByItsFirstCode();
    void aSetUpNeedsThePassword();
    void aChangeNeedsAFreshSignInWithoutAPassword();
    void aSetUpExpires();
    void onlyThePortalChangesIt();
    void aSessionOfAnOldSignInIsNotFresh();
    void recoveryCodesAreMadeAnew();
    void switchingOffTakesBothFactors();
    void aClockThatWasAheadRefusesNoCode();
    void everythingElseCanBeSignedOut();
    void secretsAreNotStoredInPlainText();
    void theOperatorHelpsWhoHasLostEverything();
    void staffMustSetItUp();

private:
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TokenClient> m_app;
};

void TestSecondFactor::initTestCase()
{
    m_server = std::make_unique<TestServer>(QStringList{u"--rate-limits"_s, u"off"_s});
    m_app = std::make_unique<TokenClient>(*m_server);
}

void TestSecondFactor::aSetUpIsConfirmedByItsFirstCode()
{
    TestAccount &ada = m_server->account(u"ada"_s);
    AuthenticatorApp app(*m_server, ada);
    QCOMPARE(ada.get(app.path()).json[u"enabled"_s].toBool(true), false);
    EXPECT_PROBLEM(ada.put(app.path(), {{u"code"_s, u"123456"_s}}), 409, "not_begun");

    const Answer begun = app.begin();
    EXPECT_STATUS(begun, 201);
    QCOMPARE(begun.json[u"secret"_s].toString().size(), 32); // 160 bits
    QCOMPARE(begun.json[u"uri"_s].toString(),
             u"otpauth://totp/Waymark%3Aada%40example.org?secret="_s + app.secret() + u"&issuer=Waymark"_s);
    QCOMPARE(begun.json[u"expires_in"_s].toInt(), 900);
    EXPECT_STATUS(app.login(), 200); // nothing has changed yet
    EXPECT_INVALID(ada.put(app.path(), {{u"code"_s, app.wrong()}}), "/code wrong_code");

    const Answer confirmed = app.confirm();
    EXPECT_STATUS(confirmed, 200);
    QCOMPARE(app.recoveryCodes().size(), 10);
    const QJsonObject state = ada.get(app.path()).json;
    QVERIFY(state[u"enabled"_s].toBool() && state.contains(u"enabled_at"_s));
    QCOMPARE(state[u"required"_s].toBool(true), false);
    QCOMPARE(state[u"recovery_codes_left"_s].toInt(), 10);
    EXPECT_PROBLEM(app.begin(), 409, "already_enabled");
    EXPECT_PROBLEM(ada.put(app.path(), {{u"code"_s, app.code()}}), 409, "already_enabled");
    QVERIFY(m_server->outbox().waitFor(ada.email(), 2).subject.contains(u"Two-factor sign-in is on"_s));
    QCOMPARE(m_server->sql(
                 u"SELECT count(*) FROM audit_entry WHERE action = 'second_factor_enabled' AND object = '%1'"_s.arg(
                     ada.userId())),
             "1\n");
}

void TestSecondFactor::aSetUpNeedsThePassword()
{
    TestAccount &bea = m_server->account(u"bea"_s);
    AuthenticatorApp app(*m_server, bea);
    EXPECT_INVALID(app.begin(u"not-the-password"_s), "/password wrong_password");
    EXPECT_INVALID(bea.post(app.path(), {}), "/password wrong_password");
    EXPECT_PROBLEM(m_server->account(u"ada"_s).post(app.path(), {{u"password"_s, TestAccount::password()}}), 404,
                   "not_found");
    EXPECT_PROBLEM(bea.with(*m_server, u"account:read"_s).post(app.path(), {}), 403, "insufficient_scope");

    // Without a password, the sign-in must be fresh.
    const QString session = u"session SET %1 WHERE user_id = '%2'"_s.arg(u"signed_in_at = 1"_s, bea.userId());
    m_server->sql(u"DELETE FROM user_password WHERE user_id = '%1'"_s.arg(bea.userId()));
    EXPECT_STATUS(app.begin({}), 201);
    m_server->sql(u"UPDATE "_s + session);
    EXPECT_PROBLEM(app.begin({}), 403, "fresh_sign_in_required");
}

void TestSecondFactor::aChangeNeedsAFreshSignInWithoutAPassword()
{
    TestAccount &ben = m_server->account(u"ben"_s);
    AuthenticatorApp app(*m_server, ben);
    app.enable();
    m_server->sql(u"DELETE FROM user_password WHERE user_id = '%1'"_s.arg(ben.userId()));
    const QString renewal = app.path() + u"/recovery-codes"_s;
    EXPECT_STATUS(ben.post(renewal, {{u"code"_s, app.code()}}), 201);
    m_server->sql(u"UPDATE session SET signed_in_at = signed_in_at - 660000 WHERE user_id = '%1'"_s.arg(ben.userId()));
    EXPECT_PROBLEM(ben.post(renewal, {{u"code"_s, app.code()}}), 403, "fresh_sign_in_required");
    EXPECT_PROBLEM(ben.del(app.path(), {{u"code"_s, app.code()}}), 403, "fresh_sign_in_required");
}

void TestSecondFactor::aSetUpExpires()
{
    TestAccount &cleo = m_server->account(u"cleo"_s);
    AuthenticatorApp app(*m_server, cleo);
    EXPECT_STATUS(app.begin(), 201);
    m_server->sql(
        u"UPDATE second_factor SET created_at = created_at - 900000 WHERE user_id = '%1'"_s.arg(cleo.userId()));
    EXPECT_PROBLEM(app.confirm(), 409, "not_begun");
    const QString old = app.secret();
    app.enable();
    QVERIFY(app.secret() != old);
}

/// An app that could do so would lock its user out.
void TestSecondFactor::onlyThePortalChangesIt()
{
    const TestAccount &finn = m_server->account(u"finn"_s);
    const QString path = u"/accounts/%1/second-factor"_s.arg(finn.accountId());
    HttpClient app = m_server->anybody();
    app.setBearer(m_app->tokens(finn, u"account"_s)[u"access_token"_s].toString());
    const QJsonObject proof{{u"password"_s, TestAccount::password()}, {u"code"_s, u"123456"_s}};
    EXPECT_PROBLEM(app.post(path, {{u"password"_s, TestAccount::password()}}), 403, "first_party_required");
    EXPECT_PROBLEM(app.put(path, {{u"code"_s, u"123456"_s}}), 403, "first_party_required");
    EXPECT_PROBLEM(app.del(path, proof), 403, "first_party_required");
    EXPECT_PROBLEM(app.post(path + u"/recovery-codes"_s, proof), 403, "first_party_required");
    QCOMPARE(app.get(path).json[u"enabled"_s].toBool(true), false); // it may know
}

/// A browser that the user has signed in to gives an app a session without asking again.
void TestSecondFactor::aSessionOfAnOldSignInIsNotFresh()
{
    const TestAccount &gus = m_server->account(u"gus"_s);
    m_app->tokens(gus, u"account"_s);
    m_server->sql(u"UPDATE user_password SET changed_at = 1 WHERE user_id = '%1'"_s.arg(gus.userId()));
    m_server->sql(
        u"UPDATE browser_session SET signed_in_at = signed_in_at - 3600000 WHERE user_id = '%1'"_s.arg(gus.userId()));
    m_app->tokens(gus, u"account"_s);
    QCOMPARE(m_server->sql(u"SELECT count(*) FROM session WHERE user_id = '%1' AND app_id = '%2' AND created_at - "
                           "signed_in_at >= 3600000"_s.arg(gus.userId(), m_app->id())),
             "1\n");
}

void TestSecondFactor::recoveryCodesAreMadeAnew()
{
    TestAccount &kim = m_server->account(u"kim"_s);
    AuthenticatorApp app(*m_server, kim);
    app.enable();
    const QString path = app.path() + u"/recovery-codes"_s;
    QJsonObject proof{{u"password"_s, u"wrong"_s}, {u"code"_s, app.code()}};
    EXPECT_INVALID(kim.post(path, proof), "/password wrong_password");
    proof = {{u"password"_s, TestAccount::password()}, {u"code"_s, app.wrong()}};
    EXPECT_INVALID(kim.post(path, proof), "/code wrong_code");
    proof.insert(u"code"_s, app.code());
    const Answer made = kim.post(path, proof, {{"Idempotency-Key", "once"}});
    EXPECT_STATUS(made, 201);
    QCOMPARE(made.json[u"codes"_s].toArray().size(), 10);
    QCOMPARE(kim.post(path, proof, {{"Idempotency-Key", "once"}}).body, made.body); // a lost answer is sent again
    EXPECT_INVALID(app.finish(app.challenge(), app.recoveryCodes()[0]), "/code wrong_code");
    EXPECT_STATUS(app.finish(app.challenge(), made.json[u"codes"_s][0].toString()), 200);
}

void TestSecondFactor::switchingOffTakesBothFactors()
{
    TestAccount &leo = m_server->account(u"leo"_s);
    AuthenticatorApp app(*m_server, leo);
    const QString password = TestAccount::password();
    EXPECT_PROBLEM(leo.del(app.path(), {{u"password"_s, password}, {u"code"_s, u"123456"_s}}), 409, "not_enabled");
    app.enable();
    const QString asked = app.challenge();
    EXPECT_INVALID(leo.del(app.path(), {{u"code"_s, app.code()}}), "/password wrong_password");
    EXPECT_INVALID(leo.del(app.path(), {{u"password"_s, password}, {u"code"_s, app.wrong()}}), "/code wrong_code");
    EXPECT_STATUS(leo.del(app.path(), {{u"password"_s, password}, {u"code"_s, app.recoveryCodes()[0]}}), 204);
    EXPECT_PROBLEM(app.finish(asked, app.recoveryCodes()[1]), 401, "invalid_challenge");
    EXPECT_STATUS(app.login(), 200);
    QVERIFY(!m_server->outbox().waitForSubject(leo.email(), u"is off"_s).text.isEmpty());
}

/// The clock was two hours ahead when the last code was used, and is set back.
void TestSecondFactor::aClockThatWasAheadRefusesNoCode()
{
    TestAccount &max = m_server->account(u"max"_s);
    AuthenticatorApp app(*m_server, max);
    app.enable();
    const QString code = app.code();
    const auto move = [this, &max](const QString &steps) {
        m_server->sql(u"UPDATE second_factor SET last_step = %1 WHERE user_id = '%2'"_s.arg(steps, max.userId()));
    };
    const QString now = QString::number(QDateTime::currentSecsSinceEpoch() / 30);
    move(now + u" + 18"_s); // nine minutes: the code may have been used before the clock was set back
    EXPECT_INVALID(app.finish(app.challenge(), code), "/code wrong_code");
    move(now + u" + 240"_s);
    EXPECT_STATUS(app.finish(app.challenge(), code), 200);
    EXPECT_INVALID(app.finish(app.challenge(), code), "/code wrong_code"); // it is used now
}

void TestSecondFactor::everythingElseCanBeSignedOut()
{
    TestAccount &pia = m_server->account(u"pia"_s);
    FormBrowser browser = m_app->app().allowed(pia);
    const HttpClient phone = pia.with(*m_server, u"devices"_s);
    AuthenticatorApp app(*m_server, pia);
    app.enable();
    const QString asked = app.challenge();
    const QString path = u"/accounts/%1/sessions"_s.arg(pia.accountId());
    EXPECT_PROBLEM(m_server->account(u"ada"_s).del(path), 404, "not_found");
    EXPECT_STATUS(pia.del(path), 204);
    EXPECT_PROBLEM(phone.get(u"/devices"_s), 401, "invalid_token");
    EXPECT_PROBLEM(app.finish(asked, app.code()), 401, "invalid_challenge");
    browser.open(m_app->app().target());
    QVERIFY(browser.has(u"sign_in"_s));
    QCOMPARE(pia.get(path).items().size(), 1);
    EXPECT_STATUS(pia.del(path + u"?with_this=true"_s), 204);
    EXPECT_PROBLEM(pia.get(u"/devices"_s), 401, "invalid_token");
    const QByteArray entries = m_server->sql(
        u"SELECT count(*) FROM audit_entry WHERE action = 'signed_out_everywhere' AND object = '%1'"_s.arg(
            pia.userId()));
    QCOMPARE(entries, "2\n");
}

void TestSecondFactor::secretsAreNotStoredInPlainText()
{
    TestAccount &quin = m_server->account(u"quin"_s);
    AuthenticatorApp app(*m_server, quin);
    app.enable();
    const QString asked = app.challenge();
    const QByteArray rows = m_server->sql(u"SELECT * FROM second_factor"_s)
        + m_server->sql(u"SELECT * FROM recovery_code"_s) + m_server->sql(u"SELECT * FROM sign_in_challenge"_s)
        + m_server->sql(u"SELECT * FROM audit_entry"_s) + m_server->sql(u"SELECT * FROM event"_s);
    for (const QString &secret : QStringList{app.secret(), asked.mid(4)} + app.recoveryCodes())
        QVERIFY2(!rows.toLower().contains(secret.toLower().toUtf8()), qPrintable(secret));
}

void TestSecondFactor::theOperatorHelpsWhoHasLostEverything()
{
    TestAccount &rosa = m_server->account(u"rosa"_s);
    const QStringList command{u"remove-second-factor"_s, u"--email"_s, u"Rosa@example.org"_s};
    QCOMPARE(m_server->command(command).exitCode, 1);
    AuthenticatorApp app(*m_server, rosa);
    app.enable();
    QCOMPARE(m_server->command(command).exitCode, 0);
    EXPECT_STATUS(app.login(), 200);
    EXPECT_PROBLEM(rosa.get(u"/devices"_s), 401, "invalid_token");
}

/// Staff of a server that requires a second factor of them.
void TestSecondFactor::staffMustSetItUp()
{
    TestServer strict({u"--staff-second-factor"_s});
    const HttpClient first = strict.staff(u"admin"_s);
    const QByteArray ids = strict.sql(u"SELECT account_id, user_id FROM account_user WHERE role = 'admin'"_s).trimmed();
    const AuthenticatorApp::Owner owner{QString::fromLatin1(ids.split('|')[0]), QString::fromLatin1(ids.split('|')[1]),
                                        u"admin@staff.example.org"_s};
    const TestAccount &customer = strict.account(u"sol"_s);
    AuthenticatorApp app(strict, first, owner);
    const QString own = u"/accounts/"_s + owner.accountId;
    const QString support = u"/support/accounts/"_s + customer.accountId();
    EXPECT_STATUS(first.get(own), 200);
    QVERIFY(first.get(app.path()).json[u"required"_s].toBool());
    EXPECT_PROBLEM(first.get(u"/accounts/"_s + customer.accountId()), 404, "not_found"); // no rights of staff
    for (const QString &path : {support, u"/devices"_s, own + u"/identities"_s, u"/apps"_s})
        EXPECT_PROBLEM(first.get(path), 403, "second_factor_setup_required");
    EXPECT_PROBLEM(first.post(own + u"/token"_s, {}), 403, "second_factor_setup_required");
    EXPECT_PROBLEM(first.put(own, {{u"name"_s, u"Root"_s}}), 403, "second_factor_setup_required");
    EXPECT_STATUS(customer.get(u"/devices"_s), 200); // not required of others
    const HttpClient second = strict.staff(u"admin"_s);
    app.enable();
    EXPECT_STATUS(first.get(support), 200);
    EXPECT_PROBLEM(second.get(own), 401, "invalid_token"); // signed in with the password alone
    EXPECT_STATUS(first.del(app.path(), {{u"password"_s, TestAccount::password()}, {u"code"_s, app.code()}}), 204);
    EXPECT_PROBLEM(first.get(support), 403, "second_factor_setup_required");
}

QTEST_GUILESS_MAIN(TestSecondFactor)
#include "tst_secondfactor.moc"
