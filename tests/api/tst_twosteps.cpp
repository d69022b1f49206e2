// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/authenticatorapp.h"
#include "tests/api/tokenclient.h"
#include "tests/support/expect.h"

#include <QThread>

#include <algorithm>
#include <latch>

using namespace Qt::StringLiterals;

/// Signing in with a second factor, by the API and on the sign-in pages.
class TestTwoSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void signingInTakesTwoSteps();
    void aChallengeIsForOneAppAndOneSignIn();
    void clocksMayDifferByAStep();
    void aCodeIsUsedOnce();
    void manyGuessersShareTheTries();
    void guessingTakesLongerAndLonger();
    void recoveryCodesWorkOnceEach();
    void aNewPasswordDoesNotReplaceTheFactor();
    void thePagesAskForTheCode();
    void whatSignedInBeforeMustSignInAgain();
    void aOneTimeTokenStandsOnItsSession();

private:
    int devicesWith(const Answer &tokens) const
    {
        HttpClient client = m_server->anybody();
        client.setBearer(tokens.json[u"access_token"_s].toString());
        return client.get(u"/devices"_s).status;
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TokenClient> m_app;
};

void TestTwoSteps::initTestCase()
{
    m_server = std::make_unique<TestServer>(QStringList{u"--rate-limits"_s, u"off"_s});
    m_app = std::make_unique<TokenClient>(*m_server);
}

void TestTwoSteps::signingInTakesTwoSteps()
{
    TestAccount &dora = m_server->account(u"dot"_s);
    AuthenticatorApp app(*m_server, dora);
    app.enable();
    const Answer first = app.login();
    EXPECT_PROBLEM(first, 401, "second_factor_required");
    QCOMPARE(first.json[u"expires_in"_s].toInt(), 300);
    QVERIFY(!first.body.contains("wma_") && !first.body.contains("wmr_"));
    const QString challenge = first.json[u"challenge"_s].toString();
    EXPECT_INVALID(app.finish(challenge, app.wrong()), "/code wrong_code");
    EXPECT_INVALID(app.finish(challenge, u"12345"_s), "/code wrong_code");
    QString spaced = app.code();
    const Answer pair = app.finish(challenge, spaced.insert(3, u' '));
    EXPECT_STATUS(pair, 200);
    QCOMPARE(pair.header("Cache-Control"), "no-store");
    QCOMPARE(devicesWith(pair), 200);
    QCOMPARE(app.login(u"not-the-password"_s).code(), u"wrong_login"_s); // says nothing about the second factor
    m_server->sql(u"UPDATE account SET status = 'inactive' WHERE account_id = '%1'"_s.arg(dora.accountId()));
    EXPECT_PROBLEM(app.login(), 403, "account_inactive");
}

void TestTwoSteps::aChallengeIsForOneAppAndOneSignIn()
{
    TestAccount &eve = m_server->account(u"eve"_s);
    AuthenticatorApp app(*m_server, eve);
    app.enable();
    const QString asked = app.challenge();
    const HttpClient other = m_server->app(eve.createApp(u"Viewer"_s));
    EXPECT_PROBLEM(other.post(u"/accounts/login/second-factor"_s, {{u"challenge"_s, asked}, {u"code"_s, app.code()}}),
                   401, "invalid_challenge");
    EXPECT_STATUS(app.finish(asked, app.code()), 200);
    EXPECT_PROBLEM(app.finish(asked, app.code()), 401, "invalid_challenge");
    EXPECT_PROBLEM(app.finish(u"wmc_nothing"_s, app.code()), 401, "invalid_challenge");
    const QString late = app.challenge();
    m_server->sql(u"UPDATE sign_in_challenge SET expires_at = 1 WHERE user_id = '%1'"_s.arg(eve.userId()));
    EXPECT_PROBLEM(app.finish(late, app.code()), 401, "invalid_challenge");
    QString last;
    for (int i = 0; i < 15; ++i) // a user has ten at most
        last = app.challenge();
    QCOMPARE(m_server->sql(u"SELECT count(*) FROM sign_in_challenge WHERE user_id = '%1'"_s.arg(eve.userId())), "10\n");
    EXPECT_STATUS(app.finish(last, app.code()), 200);
}

void TestTwoSteps::clocksMayDifferByAStep()
{
    TestAccount &finn = m_server->account(u"finn"_s);
    AuthenticatorApp app(*m_server, finn);
    app.enable();
    const QString asked = app.challenge();
    for (const int seconds : {-90, 90})
        EXPECT_INVALID(app.finish(asked, app.code(seconds)), "/code wrong_code");
    EXPECT_STATUS(app.finish(asked, app.code(30)), 200);
    // The step may end between the code and the request.
    QTRY_COMPARE(app.finish(app.challenge(), app.code(-30)).status, 200);
}

void TestTwoSteps::aCodeIsUsedOnce()
{
    TestAccount &gina = m_server->account(u"gina"_s);
    AuthenticatorApp app(*m_server, gina);
    app.enable();
    QStringList challenges;
    for (int i = 0; i < 4; ++i)
        challenges += app.challenge();
    const QString code = app.code();
    std::vector<Answer> answers(4);
    std::latch start(4);
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back(QThread::create([&, i] {
            const HttpClient portal = m_server->portal();
            start.arrive_and_wait();
            answers[i] =
                portal.post(u"/accounts/login/second-factor"_s, {{u"challenge"_s, challenges[i]}, {u"code"_s, code}});
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();
    std::sort(answers.begin(), answers.end(), [](const Answer &a, const Answer &b) { return a.status < b.status; });
    EXPECT_STATUS(answers[0], 200);
    for (int i = 1; i < 4; ++i)
        EXPECT_INVALID(answers[i], "/code wrong_code");
    EXPECT_INVALID(app.finish(app.challenge(), code), "/code wrong_code");
}

void TestTwoSteps::manyGuessersShareTheTries()
{
    TestAccount &hugo = m_server->account(u"hugo"_s);
    AuthenticatorApp app(*m_server, hugo);
    app.enable();
    const QString asked = app.challenge();
    constexpr int guessers = 12;
    std::vector<Answer> answers(guessers);
    std::latch start(guessers);
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < guessers; ++i) {
        threads.emplace_back(QThread::create([&, i] {
            const HttpClient portal = m_server->portal();
            start.arrive_and_wait();
            answers[i] =
                portal.post(u"/accounts/login/second-factor"_s, {{u"challenge"_s, asked}, {u"code"_s, app.wrong()}});
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();
    const auto tried = std::count_if(answers.begin(), answers.end(), [](const Answer &a) { return a.status == 422; });
    QCOMPARE(tried, 5);
    m_server->sql(u"DELETE FROM sign_in_failure"_s);
    EXPECT_PROBLEM(app.finish(asked, app.code()), 401, "invalid_challenge");
}

void TestTwoSteps::guessingTakesLongerAndLonger()
{
    TestAccount &ines = m_server->account(u"ines"_s);
    AuthenticatorApp app(*m_server, ines);
    app.enable();
    const QString first = app.challenge();
    for (int i = 0; i < 5; ++i)
        EXPECT_INVALID(app.finish(first, app.wrong()), "/code wrong_code");
    m_server->sql(u"UPDATE sign_in_failure SET wait_until = wait_until + 60000"_s); // this machine may be slow
    const Answer refused = app.finish(app.challenge(), app.code());
    EXPECT_PROBLEM(refused, 429, "too_many_attempts"); // also a right code, with a new challenge
    QVERIFY(refused.header("Retry-After").toInt() >= 1);
    const Answer owner = ines.del(app.path(), {{u"password"_s, TestAccount::password()}, {u"code"_s, app.code()}});
    EXPECT_PROBLEM(owner, 429, "too_many_attempts");
    m_server->sql(u"UPDATE sign_in_failure SET wait_until = 0"_s);
    EXPECT_STATUS(app.finish(app.challenge(), app.code()), 200);
    EXPECT_INVALID(app.finish(app.challenge(), app.wrong()), "/code wrong_code");
    EXPECT_STATUS(app.finish(app.challenge(), app.code()), 200); // the count has begun anew
}

void TestTwoSteps::recoveryCodesWorkOnceEach()
{
    TestAccount &jan = m_server->account(u"jan"_s);
    AuthenticatorApp app(*m_server, jan);
    app.enable();
    const QString code = app.recoveryCodes().constFirst();
    EXPECT_STATUS(app.finish(app.challenge(), u" "_s + QString(code).remove(u'-').toUpper()), 200); // as people type it
    EXPECT_INVALID(app.finish(app.challenge(), code), "/code wrong_code");
    QCOMPARE(jan.get(app.path()).json[u"recovery_codes_left"_s].toInt(), 9);
    QVERIFY(m_server->outbox().waitForSubject(jan.email(), u"recovery code was used"_s).text.contains(u"9"_s));
    EXPECT_STATUS(app.finish(app.challenge(), app.recoveryCodes()[1]), 200);
}

void TestTwoSteps::aNewPasswordDoesNotReplaceTheFactor()
{
    TestAccount &mia = m_server->account(u"mia"_s);
    AuthenticatorApp app(*m_server, mia);
    app.enable();
    const QString asked = app.challenge();
    const HttpClient portal = m_server->portal();
    QJsonObject check{{u"address"_s, mia.email()}, {u"purpose"_s, u"forgot_password"_s}};
    EXPECT_STATUS(portal.post(u"/accounts/verifycode"_s, check), 202);
    check[u"code"_s] = m_server->outbox().waitFor(mia.email(), 3).code();
    const Answer accepted = portal.put(u"/accounts/verifycode"_s, check);
    const QString fresh = u"freshly-Minted!37-okapi"_s;
    EXPECT_STATUS(
        portal.put(u"/accounts/forgotpassword"_s,
                   {{u"verification_token"_s, accepted.json[u"verification_token"_s]}, {u"new_password"_s, fresh}}),
        204);
    EXPECT_PROBLEM(app.finish(asked, app.code()), 401, "invalid_challenge"); // it stood on the old password
    const Answer step = app.login(fresh);
    EXPECT_PROBLEM(step, 401, "second_factor_required");
    EXPECT_STATUS(app.finish(step.json[u"challenge"_s].toString(), app.code()), 200);
}

void TestTwoSteps::thePagesAskForTheCode()
{
    TestAccount &nora = m_server->account(u"nora"_s);
    AuthenticatorApp app(*m_server, nora);
    app.enable();
    FormBrowser browser(*m_server);
    browser.open(m_app->app().target());
    const QByteArray before = browser.cookie();
    Authorizing::signIn(browser, nora);
    QVERIFY(browser.has(u"second_factor"_s) && !browser.has(u"consent"_s));
    QVERIFY(browser.cookie() != before);
    QVERIFY(browser.html().contains(nora.email()));
    browser.open(m_app->app().target({{u"prompt"_s, u"none"_s}}));
    QCOMPARE(browser.answer(u"error"_s), u"login_required"_s);
    browser.open(m_app->app().target({{u"ui_locales"_s, u"zh-CN"_s}})); // it can be opened again
    QVERIFY(browser.html().contains(u"输入验证码"_s));
    browser.open(m_app->app().target());
    browser.submit(u"second_factor"_s, {{u"code"_s, app.wrong()}});
    EXPECT_STATUS(browser.page(), 403);
    QVERIFY(browser.html().contains(u"This code is wrong"_s));
    browser.submit(u"second_factor"_s, {{u"code"_s, app.code()}});
    QVERIFY(browser.has(u"consent"_s));

    FormBrowser other(*m_server);
    other.open(m_app->app().target());
    Authorizing::signIn(other, nora);
    const QByteArray waiting = other.cookie();
    other.submit(u"switch"_s);
    QVERIFY(other.has(u"sign_in"_s));
    other.setCookie(waiting);
    other.open(m_app->app().target());
    QVERIFY(other.has(u"sign_in"_s)); // the challenge has ended
    Authorizing::signIn(other, nora);
    for (int i = 0; i < 5; ++i)
        other.submit(u"second_factor"_s, {{u"code"_s, app.wrong()}});
    other.submit(u"second_factor"_s, {{u"code"_s, app.code()}});
    QVERIFY(other.has(u"sign_in"_s) && other.html().contains(u"The sign-in has expired."_s));
}

void TestTwoSteps::whatSignedInBeforeMustSignInAgain()
{
    TestAccount &otto = m_server->account(u"otto"_s);
    FormBrowser browser = m_app->app().allowed(otto);
    const QString code = browser.answer(u"code"_s);
    const HttpClient session = otto.with(*m_server, u"devices"_s);
    AuthenticatorApp app(*m_server, otto);
    app.enable();
    EXPECT_OAUTH_ERROR(m_app->token(m_app->exchange(code)), 400, u"invalid_grant"_s);
    browser.open(m_app->app().target());
    QVERIFY(browser.has(u"sign_in"_s));
    EXPECT_STATUS(session.get(u"/devices"_s), 200); // goes on, unless the user wants otherwise
    EXPECT_STATUS(otto.del(app.path(), {{u"password"_s, TestAccount::password()}, {u"code"_s, app.code()}}), 204);
    app.enable({{u"end_other_sessions"_s, true}});
    EXPECT_PROBLEM(session.get(u"/devices"_s), 401, "invalid_token");
    EXPECT_STATUS(otto.get(u"/devices"_s), 200);
}

/// A session hands itself on without a code, and what it has handed on ends with it.
void TestTwoSteps::aOneTimeTokenStandsOnItsSession()
{
    TestAccount &sam = m_server->account(u"sam"_s);
    AuthenticatorApp app(*m_server, sam);
    app.enable();
    const QString path = u"/accounts/%1/token"_s.arg(sam.accountId());
    const HttpClient phone = m_server->app(sam.createApp(u"Phone"_s));
    const Answer pair = phone.get(path + u'/' + sam.post(path, {}).json[u"account_token"_s].toString());
    QCOMPARE(devicesWith(pair), 200);
    const QString token = sam.post(path, {}).json[u"account_token"_s].toString();
    EXPECT_STATUS(sam.del(u"/accounts/%1/sessions?with_this=true"_s.arg(sam.accountId())), 204);
    QCOMPARE(devicesWith(pair), 401);
    EXPECT_PROBLEM(phone.get(path + u'/' + token), 404, "not_found");
}

QTEST_GUILESS_MAIN(TestTwoSteps)
#include "tst_twosteps.moc"
