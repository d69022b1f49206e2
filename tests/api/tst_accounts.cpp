// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/tokenclient.h"
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

/// Registration, verification, and changes of an account.
class TestAccounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<TestServer>(); }
    void aRegistrationIsInactiveUntilTheAddressIsVerified();
    void aVerifiedAddressMakesTheAccountActiveAtOnce();
    void aCodeAllowsFiveWrongAttempts();
    void aSecondCodeWaitsAMinute();
    void aTakenAddressIsNotRevealed();
    void anUnverifiedRegistrationIsReplaced();
    void usersOfOtherAppsAreMembers();
    void passwordsAreJudged_data();
    void passwordsAreJudged();
    void anAccountCanBeReadAndChanged();
    void anAppLeavesAVerifiedNumberAlone();
    void aStaleEntityTagChangesNothing();
    void namesInAnyScriptAreKept();
    void aForgottenPasswordCanBeReset();
    void aChangedPasswordEndsOtherSessions();

private:
    QJsonObject person(const QString &name) const;
    QString codeFor(const QString &address, int count = 1) const;

    std::unique_ptr<TestServer> m_server;
};

QJsonObject TestAccounts::person(const QString &name) const
{
    return {{u"email"_s, name + u"@example.org"_s}, {u"password"_s, TestAccount::password()}, {u"name"_s, name}};
}

QString TestAccounts::codeFor(const QString &address, int count) const
{
    return m_server->outbox().waitFor(address, count).code();
}

void TestAccounts::aRegistrationIsInactiveUntilTheAddressIsVerified()
{
    const HttpClient portal = m_server->portal();
    const Answer registered = portal.post(u"/accounts/registration"_s, person(u"carl"_s));
    EXPECT_STATUS(registered, 201);
    const QJsonObject account = registered.json[u"account"_s].toObject();
    const QJsonObject user = registered.json[u"user"_s].toObject();
    QVERIFY(account[u"account_id"_s].toString().startsWith(u"acc_"_s));
    QCOMPARE(account[u"status"_s].toString(), u"inactive"_s);
    QCOMPARE(account[u"email"_s].toString(), u"carl@example.org"_s);
    QCOMPARE(user[u"role"_s].toString(), u"developer"_s);
    QCOMPARE(user[u"main"_s].toBool(), true);
    QVERIFY(!registered.body.contains(TestAccount::password().toUtf8()));

    const QJsonObject login{{u"name"_s, u"carl@example.org"_s}, {u"password"_s, TestAccount::password()}};
    EXPECT_PROBLEM(portal.post(u"/accounts/login/local"_s, login), 403, "account_inactive");
    const Answer verified = portal.put(u"/accounts/verifycode"_s,
                                       {{u"address"_s, u"carl@example.org"_s},
                                        {u"purpose"_s, u"registration"_s},
                                        {u"code"_s, codeFor(u"carl@example.org"_s)}});
    EXPECT_STATUS(verified, 200);
    QCOMPARE(verified.json[u"expires_in"_s].toInt(), 15 * 60);
    EXPECT_STATUS(portal.post(u"/accounts/login/local"_s, login), 200);
}

void TestAccounts::aVerifiedAddressMakesTheAccountActiveAtOnce()
{
    const HttpClient portal = m_server->portal();
    const QString address = u"dina@example.org"_s;
    const Answer sent =
        portal.post(u"/accounts/verifycode"_s, {{u"address"_s, address}, {u"purpose"_s, u"registration"_s}});
    EXPECT_STATUS(sent, 202);
    QCOMPARE(sent.json[u"expires_in"_s].toInt(), 600);
    QCOMPARE(sent.json[u"resend_after"_s].toInt(), 60);
    const Answer accepted =
        portal.put(u"/accounts/verifycode"_s,
                   {{u"address"_s, address}, {u"purpose"_s, u"registration"_s}, {u"code"_s, codeFor(address)}});
    EXPECT_STATUS(accepted, 200);

    QJsonObject dina = person(u"dina"_s);
    dina[u"verification_token"_s] = accepted.json[u"verification_token"_s];
    const Answer registered = portal.post(u"/accounts/registration"_s, dina);
    EXPECT_STATUS(registered, 201);
    QCOMPARE(registered.json[u"account"_s][u"status"_s].toString(), u"active"_s);

    QJsonObject again = person(u"dorb"_s);
    again[u"verification_token"_s] = accepted.json[u"verification_token"_s];
    EXPECT_INVALID(portal.post(u"/accounts/registration"_s, again), "/verification_token wrong_token");
}

void TestAccounts::aCodeAllowsFiveWrongAttempts()
{
    const HttpClient portal = m_server->portal();
    const QString address = u"eve@example.org"_s;
    EXPECT_STATUS(portal.post(u"/accounts/registration"_s, person(u"eve"_s)), 201);
    const QString code = codeFor(address);
    QJsonObject attempt{{u"address"_s, address},
                        {u"purpose"_s, u"registration"_s},
                        {u"code"_s, code == u"000000"_s ? u"000001"_s : u"000000"_s}};
    for (int i = 0; i < 5; ++i)
        EXPECT_INVALID(portal.put(u"/accounts/verifycode"_s, attempt), "/code wrong_code");
    attempt[u"code"_s] = code;
    EXPECT_INVALID(portal.put(u"/accounts/verifycode"_s, attempt), "/code wrong_code");
}

void TestAccounts::aSecondCodeWaitsAMinute()
{
    const HttpClient portal = m_server->portal();
    const QString address = u"finn@example.org"_s;
    const QJsonObject request{{u"address"_s, address}, {u"purpose"_s, u"registration"_s}};
    EXPECT_STATUS(portal.post(u"/accounts/verifycode"_s, request), 202);
    const QString first = codeFor(address);
    EXPECT_STATUS(portal.post(u"/accounts/verifycode"_s, request), 202);
    m_server->sql(u"UPDATE verify_code SET sent_at = sent_at - 61000 WHERE address = '%1'"_s.arg(address));
    EXPECT_STATUS(portal.post(u"/accounts/verifycode"_s, request), 202);
    QVERIFY(!codeFor(address, 2).isEmpty());
    QCOMPARE(m_server->outbox().mails(address).size(), 2);
    if (codeFor(address, 2) != first) // one time in a million the codes are equal
        EXPECT_INVALID(portal.put(u"/accounts/verifycode"_s,
                                  {{u"address"_s, address}, {u"purpose"_s, u"registration"_s}, {u"code"_s, first}}),
                       "/code wrong_code");
}

void TestAccounts::aTakenAddressIsNotRevealed()
{
    const HttpClient portal = m_server->portal();
    const TestAccount &ada = m_server->account(u"ada"_s);
    const auto mails = m_server->outbox().mails(ada.email()).size();
    QJsonObject impostor = person(u"ada"_s);
    impostor[u"name"_s] = u"Impostor"_s;
    const Answer taken = portal.post(u"/accounts/registration"_s, impostor);
    const Answer fresh = portal.post(u"/accounts/registration"_s, person(u"gina"_s));
    EXPECT_STATUS(taken, 201);
    EXPECT_STATUS(fresh, 201);
    for (const QString &part : {u"account"_s, u"user"_s})
        QCOMPARE(taken.json[part].toObject().keys(), fresh.json[part].toObject().keys());
    QCOMPARE(taken.json[u"account"_s][u"email"_s].toString(), ada.email());
    QCOMPARE(taken.json[u"account"_s][u"status"_s], fresh.json[u"account"_s][u"status"_s]);
    QVERIFY(taken.json[u"account"_s][u"account_id"_s].toString() != ada.accountId());

    const ReceivedMail warning = m_server->outbox().waitFor(ada.email(), int(mails) + 1);
    QVERIFY(warning.code().isEmpty());
    QCOMPARE(ada.get(u"/accounts/"_s + ada.accountId()).json[u"name"_s].toString(), u"ada"_s);
    QCOMPARE(m_server->sql(u"SELECT count(*) FROM account_user WHERE email = '%1'"_s.arg(ada.email())), "1\n");
}

void TestAccounts::anUnverifiedRegistrationIsReplaced()
{
    const HttpClient portal = m_server->portal();
    EXPECT_STATUS(portal.post(u"/accounts/registration"_s, person(u"hugo"_s)), 201);
    QJsonObject owner = person(u"hugo"_s);
    owner[u"password"_s] = u"my-Own!91-password-here"_s;
    owner[u"email"_s] = u" Hugo@Example.ORG"_s; // the same address
    m_server->sql(u"UPDATE verify_code SET sent_at = sent_at - 60000 WHERE address = 'hugo@example.org'"_s);
    EXPECT_STATUS(portal.post(u"/accounts/registration"_s, owner), 201);
    EXPECT_STATUS(portal.put(u"/accounts/verifycode"_s,
                             {{u"address"_s, u"hugo@example.org"_s},
                              {u"purpose"_s, u"registration"_s},
                              {u"code"_s, codeFor(u"hugo@example.org"_s, 2)}}),
                  200);
    EXPECT_STATUS(portal.post(u"/accounts/login/local"_s,
                              {{u"name"_s, u"hugo@example.org"_s}, {u"password"_s, owner[u"password"_s]}}),
                  200);
    EXPECT_PROBLEM(portal.post(u"/accounts/login/local"_s,
                               {{u"name"_s, u"hugo@example.org"_s}, {u"password"_s, TestAccount::password()}}),
                   401, "wrong_login");
}

void TestAccounts::usersOfOtherAppsAreMembers()
{
    const QJsonObject made = m_server->account(u"ada"_s).createApp(u"Viewer"_s);
    HttpClient app = m_server->anybody();
    app.setBasic(made[u"app_id"_s].toString(), made[u"app_key"_s].toString());
    const Answer registered = app.post(u"/accounts/registration"_s, person(u"ines"_s));
    EXPECT_STATUS(registered, 201);
    QCOMPARE(registered.json[u"user"_s][u"role"_s].toString(), u"member"_s);
    QCOMPARE(registered.json[u"account"_s][u"apps"_s][0][u"app_id"_s], made[u"app_id"_s]);
}

void TestAccounts::passwordsAreJudged_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<int>("score");
    QTest::newRow("empty") << QString() << 0;
    QTest::newRow("common") << u"password"_s << 0;
    QTest::newRow("a year more") << u"Password1990"_s << 1;
    QTest::newRow("four words") << u"correct horse battery staple"_s << 4;
    QTest::newRow("of the user") << u"gina@example.org"_s << 0;
}

void TestAccounts::passwordsAreJudged()
{
    QFETCH(const QString, password);
    QFETCH(const int, score);
    const Answer judged =
        m_server->portal().post(u"/accounts/password-strength"_s,
                                {{u"password"_s, password}, {u"user_inputs"_s, QJsonArray{u"gina@example.org"_s}}});
    EXPECT_STATUS(judged, 200);
    static const QStringList names{u"very_weak"_s, u"weak"_s, u"fair"_s, u"strong"_s, u"very_strong"_s};
    const int given = judged.json[u"score"_s].toInt(-1);
    QVERIFY2(qAbs(given - score) <= (score == 0 ? 0 : 1), judged.body.constData());
    QCOMPARE(judged.json[u"strength"_s].toString(), names.value(given));
    QVERIFY(judged.json[u"crack_time"_s].toDouble(-1) >= 0);
    QCOMPARE(judged.json[u"feedback"_s].toArray().isEmpty(), given == 4);
}

void TestAccounts::anAccountCanBeReadAndChanged()
{
    const TestAccount &jan = m_server->account(u"jan"_s);
    const QString path = u"/accounts/"_s + jan.accountId();
    const Answer before = jan.get(path);
    EXPECT_STATUS(before, 200);
    QVERIFY(!before.header("ETag").isEmpty());
    QCOMPARE(before.json[u"users"_s][0][u"user_id"_s].toString(), jan.userId());
    QCOMPARE(before.json[u"apps"_s][0][u"app_id"_s].toString(), portalAppId);
    QCOMPARE(jan.get(path, {{"If-None-Match", before.header("ETag")}}).status, 304);

    const QJsonObject home{{u"line1"_s, u"Main Street 1"_s}, {u"city"_s, u"Hamburg"_s}, {u"country"_s, u"DE"_s}};
    const Answer changed = jan.put(path,
                                   {{u"phone"_s, u"+49 40 123456"_s},
                                    {u"postal_address"_s, home},
                                    {u"purchase_option"_s, u"monthly"_s},
                                    {u"time_zone"_s, u"Europe/Berlin"_s}});
    EXPECT_STATUS(changed, 200);
    QCOMPARE(changed.json[u"postal_address"_s][u"city"_s].toString(), u"Hamburg"_s);
    QCOMPARE(changed.json[u"name"_s], before.json[u"name"_s]);
    const Answer after = jan.get(path);
    QCOMPARE(after.json, changed.json);
    QVERIFY(after.header("ETag") != before.header("ETag"));
    const auto updated = QDateTime::fromString(after.json[u"updated_at"_s].toString(), Qt::ISODateWithMs);
    QVERIFY(updated >= QDateTime::fromString(before.json[u"updated_at"_s].toString(), Qt::ISODateWithMs));
}

/// A verified number can reset the password, so that an app could take it from the user.
void TestAccounts::anAppLeavesAVerifiedNumberAlone()
{
    const TestAccount &una = m_server->account(u"una"_s);
    const QString path = u"/accounts/"_s + una.accountId();
    const QString number = u"+4915112345679"_s;
    EXPECT_STATUS(una.put(path, {{u"phone"_s, number}}), 200);
    m_server->sql(u"INSERT INTO verified_phone (phone, account_id, verified_at) VALUES ('%1', '%2', 1)"_s.arg(
        number, una.accountId()));
    TokenClient client(*m_server);
    HttpClient app = m_server->anybody();
    app.setBearer(client.tokens(una, u"account"_s)[u"access_token"_s].toString());
    EXPECT_PROBLEM(app.put(path, {{u"phone"_s, QString()}}), 403, "first_party_required");
    EXPECT_STATUS(app.put(path, {{u"phone"_s, u"+49 151 12345679"_s}, {u"name"_s, u"Una"_s}}), 200); // the same one
    QCOMPARE(una.get(path).json[u"phone_verified"_s].toBool(), true);
    EXPECT_STATUS(una.put(path, {{u"phone"_s, QString()}}), 200);
    QCOMPARE(una.get(path).json[u"phone_verified"_s].toBool(), false);
}

void TestAccounts::aStaleEntityTagChangesNothing()
{
    const TestAccount &kim = m_server->account(u"kim"_s);
    const QString path = u"/accounts/"_s + kim.accountId();
    const QByteArray tag = kim.get(path).header("ETag");
    EXPECT_STATUS(kim.put(path, {{u"name"_s, u"First"_s}}, {{"If-Match", tag}}), 200);
    EXPECT_PROBLEM(kim.put(path, {{u"name"_s, u"Second"_s}}, {{"If-Match", tag}}), 412, "precondition_failed");
    QCOMPARE(kim.get(path).json[u"name"_s].toString(), u"First"_s);
}

void TestAccounts::namesInAnyScriptAreKept()
{
    const TestAccount &kim = m_server->account(u"kim"_s);
    const QString path = u"/accounts/"_s + kim.accountId();
    const QString name = u"Ünïcödé 摄像机 \U0001F4F7 '; DROP TABLE account; -- \" \\"_s;
    EXPECT_STATUS(kim.put(path, {{u"name"_s, u"\t "_s + name + u' '}}), 200);
    QCOMPARE(kim.get(path).json[u"name"_s].toString(), name);
}

void TestAccounts::aForgottenPasswordCanBeReset()
{
    const TestAccount &lea = m_server->account(u"lea"_s);
    const HttpClient portal = m_server->portal();
    const QJsonObject forgot{{u"address"_s, lea.email()}, {u"purpose"_s, u"forgot_password"_s}};
    EXPECT_STATUS(portal.post(u"/accounts/verifycode"_s, forgot), 202);
    QJsonObject check = forgot;
    check[u"code"_s] = codeFor(lea.email(), 2);
    const Answer accepted = portal.put(u"/accounts/verifycode"_s, check);
    EXPECT_STATUS(accepted, 200);
    const QString fresh = u"freshly-Minted!37-okapi"_s;
    const QJsonObject reset{{u"verification_token"_s, accepted.json[u"verification_token"_s]},
                            {u"new_password"_s, fresh}};
    EXPECT_STATUS(portal.put(u"/accounts/forgotpassword"_s, reset), 204);
    EXPECT_INVALID(portal.put(u"/accounts/forgotpassword"_s, reset), "/verification_token wrong_token");
    EXPECT_PROBLEM(lea.get(u"/accounts/"_s + lea.accountId()), 401, "invalid_token");
    EXPECT_STATUS(portal.post(u"/accounts/login/local"_s, {{u"name"_s, lea.email()}, {u"password"_s, fresh}}), 200);
    EXPECT_STATUS(portal.post(u"/accounts/verifycode"_s,
                              {{u"address"_s, u"stranger@example.org"_s}, {u"purpose"_s, u"forgot_password"_s}}),
                  202);
}

void TestAccounts::aChangedPasswordEndsOtherSessions()
{
    const TestAccount &max = m_server->account(u"max"_s);
    const HttpClient other = max.with(*m_server, u"account:read"_s);
    const QString path = u"/accounts/"_s + max.accountId();
    EXPECT_STATUS(other.get(path), 200);
    const QString fresh = u"freshly-Minted!37-okapi"_s;
    EXPECT_STATUS(max.put(path + u"/reset-password"_s,
                          {{u"old_password"_s, TestAccount::password()}, {u"new_password"_s, fresh}}),
                  204);
    EXPECT_PROBLEM(other.get(path), 401, "invalid_token");
    EXPECT_STATUS(max.get(path), 200);
}

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
