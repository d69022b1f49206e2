// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/authenticatorapp.h"
#include "tests/api/keyuser.h"
#include "tests/support/expect.h"

using namespace Qt::StringLiterals;

/// Adding security keys on the server's page, and naming and removing them.
class TestSecurityKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<TestServer>(KeyUser::arguments()); }
    void aKeyIsAddedOnThePage();
    void theFirstKeySignsOutOtherBrowsers();
    void onlyAFreshSignInAddsKeys();
    void answersThatAreNotValidAddNothing_data();
    void answersThatAreNotValidAddNothing();
    void aUserHasTenKeys();
    void keysAreNamedInThePortal();
    void aKeyIsRemovedWithAProof();
    void aKeyIsRemovedOnThePage();
    void theAppAndKeysStandForEachOther();
    void aKeyGuardsTheSetUpOfAnApp();
    void aKeyEndsASetUpThatHasBegun();
    void theOperatorRemovesKeysToo();
    void staffMeetTheRequirementWithAKey();
    void anAddressWithoutANameHasNoKeys();

private:
    std::unique_ptr<TestServer> m_server;
};

void TestSecurityKeys::aKeyIsAddedOnThePage()
{
    KeyUser ada(*m_server, u"ada"_s);
    const QString factor = u"/accounts/%1/second-factor"_s.arg(ada.account.accountId());
    QCOMPARE(ada.account.get(factor).json[u"security_keys"_s].toInt(-1), 0);
    QCOMPARE(ada.account.get(factor).json[u"security_keys_page"_s].toString(), KeyUser::origin() + KeyUser::page());
    QCOMPARE(ada.keys().size(), 0);

    ada.withKey(u"  Blue key "_s);
    QCOMPARE(ada.codes().size(), 10);
    QVERIFY(ada.browser.page().header("Content-Security-Policy").contains("script-src 'sha256-"));
    QCOMPARE(ada.keys().size(), 1);
    const QJsonObject shown = ada.keys()[0].toObject();
    QCOMPARE(shown[u"name"_s].toString(), u"Blue key"_s);
    QVERIFY(shown[u"verifies_user"_s].toBool() && shown.contains(u"created_at"_s)
            && !shown.contains(u"last_used_at"_s));
    const QJsonObject state = ada.account.get(factor).json;
    QCOMPARE(state[u"security_keys"_s].toInt(), 1);
    QCOMPARE(state[u"recovery_codes_left"_s].toInt(), 10);
    QCOMPARE(state[u"enabled"_s].toBool(true), false); // there is no authenticator app
    QCOMPARE(ada.counted(u"security_key_added"_s), "1");
    const ReceivedMail mail = m_server->outbox().waitFor(ada.account.email(), 2);
    QVERIFY2(mail.subject.contains(u"A security key was added"_s), qPrintable(mail.subject));
    QVERIFY(mail.text.contains(u"Blue key"_s));

    // A further key leaves the codes as they are.
    SoftKey second(KeyUser::origin());
    second.verifies = false;
    EXPECT_STATUS(ada.add(second, u"Old key"_s), 200);
    QCOMPARE(ada.codes().size(), 0);
    QCOMPARE(ada.keys().size(), 2);
    QCOMPARE(ada.keys()[1][u"verifies_user"_s].toBool(true), false);
    EXPECT_STATUS(ada.add(second, u"Again"_s), 409);
}

void TestSecurityKeys::theFirstKeySignsOutOtherBrowsers()
{
    KeyUser bea(*m_server, u"bea"_s);
    KeyUser elsewhere(*m_server, u"bea"_s);
    elsewhere.signIn();
    QVERIFY(elsewhere.browser.has(u"add_key"_s));
    bea.signIn();
    SoftKey key(KeyUser::origin());
    const QString user = bea.account.userId();
    m_server->sql(u"DELETE FROM second_factor WHERE user_id = '%1'"_s.arg(user)); // as if an app was switched off
    EXPECT_STATUS(bea.add(key), 200);
    bea.browser.open(KeyUser::page());
    QVERIFY(bea.browser.has(u"add_key"_s));
    elsewhere.browser.open(KeyUser::page());
    QVERIFY(elsewhere.browser.has(u"sign_in"_s));
    EXPECT_STATUS(bea.account.get(u"/devices"_s), 200);
}

void TestSecurityKeys::onlyAFreshSignInAddsKeys()
{
    KeyUser cleo(*m_server, u"cleo"_s);
    cleo.browser.open(KeyUser::page());
    QVERIFY(!cleo.browser.has(u"add_key"_s));
    cleo.signIn();
    SoftKey key(KeyUser::origin());
    const auto fields = key.made(cleo.browser, u"Late"_s);
    m_server->sql(u"UPDATE browser_session SET signed_in_at = signed_in_at - 600000 WHERE user_id = '%1'"_s.arg(
        cleo.account.userId()));
    cleo.browser.submit(u"add_key"_s, fields);
    QVERIFY(cleo.browser.has(u"sign_in"_s));
    QCOMPARE(cleo.keys().size(), 0);
    // Another site cannot send the form.
    cleo.signIn();
    auto forged = key.made(cleo.browser, u"Forged"_s);
    forged.insert(u"csrf_token"_s, u"x"_s);
    EXPECT_STATUS(cleo.browser.submit(u"add_key"_s, forged), 403);
    QCOMPARE(cleo.keys().size(), 0);
}

void TestSecurityKeys::answersThatAreNotValidAddNothing_data()
{
    using Bend = std::function<void(SoftKey &, FormBrowser::Fields &)>;
    QTest::addColumn<Bend>("bend");
    const auto row = [](const char *name, const Bend &bend) { QTest::newRow(name) << bend; };
    row("of another site", [](SoftKey &key, auto &) { key.origin = u"https://cameras.example.com"_s; });
    row("of plain HTTP", [](SoftKey &key, auto &) { key.origin = u"http://cameras.example.org"_s; });
    row("for another host", [](SoftKey &key, auto &) { key.host = u"example.org"_s; });
    row("without a touch", [](SoftKey &key, auto &) { key.present = false; });
    row("of another credential", [](SoftKey &, auto &fields) { fields.insert(u"credential_id"_s, u"AAAA"_s); });
    row("without data", [](SoftKey &, auto &fields) { fields.insert(u"authenticator_data"_s, QString()); });
    row("with data cut off", [](SoftKey &, auto &fields) {
        fields.insert(u"authenticator_data"_s, fields.value(u"authenticator_data"_s).left(80));
    });
    row("without client data", [](SoftKey &, auto &fields) { fields.insert(u"client_data"_s, u"e30"_s); });
    row("without a name", [](SoftKey &, auto &fields) { fields.insert(u"name"_s, u" "_s); });
    row("with a long name", [](SoftKey &, auto &fields) { fields.insert(u"name"_s, QString(61, u'x')); });
}

void TestSecurityKeys::answersThatAreNotValidAddNothing()
{
    using Bend = std::function<void(SoftKey &, FormBrowser::Fields &)>;
    QFETCH(const Bend, bend);
    KeyUser kim(*m_server, u"kim"_s);
    kim.signIn();
    SoftKey key(KeyUser::origin());
    FormBrowser::Fields fields;
    bend(key, fields);
    fields = key.made(kim.browser, u"Key"_s);
    bend(key, fields);
    EXPECT_STATUS(kim.browser.submit(u"add_key"_s, fields), 422);
    QVERIFY(kim.browser.html().contains(u"role=\"alert\" id=\"problem\""_s));
    QCOMPARE(kim.keys().size(), 0);
}

void TestSecurityKeys::aUserHasTenKeys()
{
    KeyUser leo(*m_server, u"leo"_s);
    leo.signIn();
    for (int i = 0; i < 10; ++i) {
        SoftKey key(KeyUser::origin());
        EXPECT_STATUS(leo.add(key), 200);
    }
    SoftKey last(KeyUser::origin());
    EXPECT_STATUS(leo.add(last), 422);
    QVERIFY(leo.browser.html().contains(u"ten keys already"_s));
    QCOMPARE(leo.keys().size(), 10);
}

void TestSecurityKeys::keysAreNamedInThePortal()
{
    KeyUser mia(*m_server, u"mia"_s);
    const HttpClient app = mia.account.with(*m_server, u"account"_s);
    mia.withKey();
    const QString one = mia.path + u'/' + mia.keys()[0][u"security_key_id"_s].toString();
    const Answer renamed = mia.account.put(one, {{u"name"_s, u"Work laptop"_s}});
    EXPECT_STATUS(renamed, 200);
    QCOMPARE(renamed.json[u"name"_s].toString(), u"Work laptop"_s);
    QCOMPARE(mia.keys()[0][u"name"_s].toString(), u"Work laptop"_s);
    QCOMPARE(mia.counted(u"security_key_renamed"_s), "1");
    EXPECT_INVALID(mia.account.put(one, {{u"name"_s, QString(61, u'x')}}), "/name too_long");
    EXPECT_INVALID(mia.account.put(one, {{u"name"_s, u" "_s}}), "/name too_short");
    EXPECT_STATUS(mia.account.put(one, {{u"name"_s, u"Other"_s}}, {{"If-Match", "\"nothing\""}}), 412);
    EXPECT_STATUS(mia.account.put(one, {{u"name"_s, u"Other"_s}}, {{"If-Match", renamed.header("ETag")}}), 200);

    // Apps may list keys, if they may read the account, and no more.
    EXPECT_STATUS(app.get(mia.path), 200);
    const TestAccount &ada = m_server->account(u"ada"_s);
    EXPECT_PROBLEM(ada.get(mia.path), 404, "not_found");
    EXPECT_PROBLEM(ada.put(one, {{u"name"_s, u"Mine"_s}}), 404, "not_found");
    EXPECT_PROBLEM(ada.put(u"/accounts/%1/security-keys/%2"_s.arg(ada.accountId(), one.section(u'/', -1)),
                           {{u"name"_s, u"Mine"_s}}),
                   404, "not_found");
    const HttpClient support = m_server->staff(u"support"_s);
    EXPECT_PROBLEM(support.get(mia.path), 404, "not_found");
    EXPECT_PROBLEM(support.post(mia.path, {{u"name"_s, u"Theirs"_s}}), 405, "method_not_allowed");
}

void TestSecurityKeys::aKeyIsRemovedWithAProof()
{
    KeyUser nia(*m_server, u"nia"_s);
    const HttpClient phone = nia.account.with(*m_server, u"devices"_s);
    nia.withKey();
    const QStringList codes = nia.codes();
    const QString one = nia.path + u'/' + nia.keys()[0][u"security_key_id"_s].toString();
    const QString password = TestAccount::password();
    EXPECT_INVALID(nia.account.del(one, {{u"password"_s, u"wrong"_s}, {u"code"_s, codes[0]}}),
                   "/password wrong_password");
    EXPECT_INVALID(nia.account.del(one, {{u"password"_s, password}, {u"code"_s, u"123456"_s}}), "/code wrong_code");
    EXPECT_STATUS(phone.get(u"/devices"_s), 200);
    EXPECT_STATUS(nia.account.del(one, {{u"password"_s, password}, {u"code"_s, codes[0]}}), 204);
    QCOMPARE(nia.keys().size(), 0);
    EXPECT_PROBLEM(phone.get(u"/devices"_s), 401, "invalid_token");
    EXPECT_STATUS(nia.account.get(u"/devices"_s), 200);
    nia.browser.open(KeyUser::page());
    QVERIFY(nia.browser.has(u"sign_in"_s));
    QCOMPARE(nia.counted(u"security_key_removed"_s), "1");
    // The codes have gone with the last second factor, and a password suffices again.
    QCOMPARE(m_server->sql(u"SELECT count(*) FROM recovery_code WHERE user_id = '%1'"_s.arg(nia.account.userId())),
             "0\n");
    EXPECT_STATUS(AuthenticatorApp(*m_server, nia.account).login(), 200);
    EXPECT_PROBLEM(nia.account.del(one, {{u"password"_s, password}, {u"code"_s, codes[1]}}), 404, "not_found");
}

void TestSecurityKeys::aKeyIsRemovedOnThePage()
{
    KeyUser ola(*m_server, u"ola"_s);
    ola.withKey();
    const QStringList old = ola.codes();
    ola.browser.submit(u"recovery_codes"_s);
    QCOMPARE(ola.codes().size(), 10);
    QVERIFY(ola.codes() != old);
    EXPECT_STATUS(ola.browser.submit(u"remove_key"_s), 200);
    QVERIFY(ola.browser.html().contains(u"The key has been removed"_s));
    QVERIFY(!ola.browser.has(u"remove_key"_s) && !ola.browser.has(u"recovery_codes"_s));
    EXPECT_PROBLEM(ola.account.get(u"/devices"_s), 401, "invalid_token");
    ola.browser.open(KeyUser::page()); // this browser stays signed in
    QVERIFY(ola.browser.has(u"add_key"_s));
}

void TestSecurityKeys::theAppAndKeysStandForEachOther()
{
    KeyUser pia(*m_server, u"pia"_s);
    AuthenticatorApp app(*m_server, pia.account);
    app.enable();
    pia.signIn();
    pia.browser.submit(u"second_factor"_s, {{u"code"_s, app.code()}});
    SoftKey key(KeyUser::origin());
    EXPECT_STATUS(pia.add(key), 200);
    QCOMPARE(pia.codes().size(), 0); // those of the app stay
    // Without the app, the key is the second factor, and the codes stay.
    EXPECT_STATUS(pia.account.del(app.path(), {{u"password"_s, TestAccount::password()}, {u"code"_s, app.code()}}),
                  204);
    EXPECT_PROBLEM(pia.account.put(app.path(), {{u"code"_s, u"123456"_s}}), 409, "not_begun");
    EXPECT_PROBLEM(app.login(), 401, "second_factor_required");
    EXPECT_INVALID(app.finish(app.challenge(), app.shown()), "/code wrong_code");
    EXPECT_STATUS(app.finish(app.challenge(), app.recoveryCodes()[0]), 200);
    EXPECT_STATUS(app.begin(TestAccount::password(), app.recoveryCodes()[1]), 201);
    EXPECT_STATUS(app.confirm(), 200);
    EXPECT_STATUS(app.finish(app.challenge(), app.code()), 200);
}

void TestSecurityKeys::aKeyGuardsTheSetUpOfAnApp()
{
    KeyUser noa(*m_server, u"noa"_s);
    noa.withKey();
    const QStringList codes = noa.codes();
    const QString path = u"/accounts/%1/second-factor"_s.arg(noa.account.accountId());
    QJsonObject proof{{u"password"_s, TestAccount::password()}};
    EXPECT_INVALID(noa.account.post(path, proof), "/code wrong_code"); // the password alone
    proof.insert(u"code"_s, codes[0]);
    EXPECT_STATUS(noa.account.post(path, proof), 201);
    EXPECT_INVALID(noa.account.post(path, proof), "/code wrong_code"); // once
    QCOMPARE(noa.account.get(path).json[u"recovery_codes_left"_s].toInt(), 9);
}

/// A set-up that began before the key was added has shown the password only.
void TestSecurityKeys::aKeyEndsASetUpThatHasBegun()
{
    KeyUser ole(*m_server, u"ole"_s);
    AuthenticatorApp app(*m_server, ole.account);
    EXPECT_STATUS(app.begin(), 201);
    ole.withKey();
    EXPECT_PROBLEM(app.confirm(), 409, "not_begun");
}

void TestSecurityKeys::theOperatorRemovesKeysToo()
{
    KeyUser rosa(*m_server, u"rosa"_s);
    rosa.withKey();
    QCOMPARE(m_server->command({u"remove-second-factor"_s, u"--email"_s, rosa.account.email()}).exitCode, 0);
    EXPECT_STATUS(AuthenticatorApp(*m_server, rosa.account).login(), 200);
    QCOMPARE(m_server->sql(u"SELECT count(*) FROM security_key WHERE user_id = '%1'"_s.arg(rosa.account.userId())),
             "0\n");
}

void TestSecurityKeys::staffMeetTheRequirementWithAKey()
{
    TestServer strict(KeyUser::arguments() + QStringList{u"--staff-second-factor"_s});
    KeyUser sol(strict, u"sol"_s);
    strict.sql(u"UPDATE account_user SET role = 'support' WHERE user_id = '%1'"_s.arg(sol.account.userId()));
    EXPECT_PROBLEM(sol.account.get(u"/devices"_s), 403, "second_factor_setup_required");
    sol.withKey();
    EXPECT_PROBLEM(sol.account.get(u"/devices"_s), 401, "invalid_token"); // began with the password alone
    AuthenticatorApp app(strict, sol.account);
    HttpClient signedIn = strict.anybody();
    signedIn.setBearer(app.finish(app.challenge(), sol.codes()[0]).json[u"access_token"_s].toString());
    EXPECT_STATUS(signedIn.get(u"/devices"_s), 200);
}

void TestSecurityKeys::anAddressWithoutANameHasNoKeys()
{
    TestServer plain({u"--rate-limits"_s, u"off"_s});
    FormBrowser browser(plain);
    browser.open(KeyUser::page());
    QVERIFY(browser.html().contains(u"not available on this server"_s));
    const TestAccount &tom = plain.account(u"tom"_s);
    const Answer state = tom.get(u"/accounts/%1/second-factor"_s.arg(tom.accountId()));
    QVERIFY(!state.json.contains(u"security_keys_page"_s));
}

QTEST_GUILESS_MAIN(TestSecurityKeys)
#include "tst_securitykeys.moc"
